"""The pages and the three roles: who must not see or do what."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.models import Action, Correction, Meeting
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_administrator,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, in_days, words_of

pytestmark = pytest.mark.django_db

PLACES = ("home", "meetings", "actions", "resolutions", "interests", "people")


@pytest.mark.parametrize("place", PLACES)
def test_a_stranger_signs_in_first(client: Client, place: str) -> None:
    response = client.get(reverse(place))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_a_stranger_sees_no_record(client: Client) -> None:
    meeting = a_meeting()
    action, resolution = an_action(meeting), a_resolution(meeting)
    person = a_person()
    for name, pk in (
        ("meeting", meeting.pk),
        ("meeting_csv", meeting.pk),
        ("meeting_json", meeting.pk),
        ("action", action.pk),
        ("resolution", resolution.pk),
        ("person", person.pk),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 302, name


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("who", [a_councillor, an_officer, an_administrator])
def test_everybody_with_an_account_sees_the_lists(who, place: str) -> None:
    assert as_(who()).get(reverse(place)).status_code == 200


def test_a_councillor_must_not_change_anything() -> None:
    action = an_action(a_meeting())
    change = corrections.correct(action, {"owner": "Damian Okoro"}, an_officer())[0]
    client = as_(a_councillor())
    for address in (
        reverse("edit", args=["action", action.pk]),
        reverse("confirm", args=["action", action.pk]),
        reverse("remove", args=["action", action.pk]),
        reverse("restore", args=["action", action.pk]),
        reverse("take_back", args=[change.pk]),
        reverse("report", args=[action.pk]),
        reverse("add", args=[action.meeting_id, "action"]),
    ):
        response = client.post(address, {"text": "Something else", "version": action.version, "why": "because"})
        assert response.status_code == 403, address
    action.refresh_from_db()
    assert (action.text, action.owner) == ("Rewrite the web page on personal travel budgets", "Damian Okoro")
    assert Correction.objects.count() == 1
    assert not action.updates.exists()
    assert Action.objects.count() == 1


def test_a_councillor_is_offered_nothing_to_change() -> None:
    meeting = a_meeting()
    doubt = {"field": "owner", "sentence": "Two people are called A Smith.", "kind": "paper"}
    action = an_action(meeting, item=an_item(meeting), doubts=[doubt])
    client = as_(a_councillor())
    for address in (reverse("meeting", args=[meeting.pk]), reverse("action", args=[action.pk]), reverse("home")):
        assert "/edit/" not in client.get(address).content.decode()
        assert "/confirm/" not in client.get(address).content.decode()
        assert reverse("upload") not in client.get(address).content.decode()


@pytest.fixture
def secret() -> Meeting:
    """An exempt meeting with one of everything."""
    meeting = a_meeting(committee=a_committee("Staffing Panel"), exempt=True)
    item = an_item(meeting, "Dismissal of a head teacher")
    person = a_person("Quentin Unseen")
    an_attendee(meeting, "Quentin Unseen", person=person)
    a_resolution(meeting, "That the dismissal be upheld.", item=item)
    an_action(meeting, "Write to the head teacher", item=item, owner_person=person, due=in_days(-3))
    an_interest(meeting, "Quentin Unseen", person=person, item=item, description="Brother of the head teacher")
    return meeting


@pytest.mark.parametrize("place", PLACES)
def test_a_councillor_sees_nothing_exempt_in_lists(secret: Meeting, place: str) -> None:
    response = as_(a_councillor()).get(reverse(place), {"state": "all"} if place.startswith("actions") else {})
    shown = b"".join(response.streaming_content).decode() if response.streaming else words_of(response)
    assert "head teacher" not in shown
    assert "Unseen" not in shown
    assert "1 overdue" not in shown


def test_a_councillor_is_not_told_that_an_exempt_record_exists(secret: Meeting) -> None:
    client = as_(a_councillor())
    assert client.get(reverse("meeting", args=[secret.pk])).status_code == 404
    assert client.get(reverse("meeting_json", args=[secret.pk])).status_code == 404
    assert client.get(reverse("action", args=[secret.actions.get().pk])).status_code == 404
    assert client.get(reverse("resolution", args=[secret.resolutions.get().pk])).status_code == 404
    assert "Quentin" not in words_of(client.get(reverse("meetings"), {"words": "dismissal"}))


def test_an_officer_sees_what_is_exempt(secret: Meeting) -> None:
    assert "Exempt" in words_of(as_(an_officer()).get(reverse("meeting", args=[secret.pk])))


def test_a_person_named_in_exempt_records_alone_is_nobody_to_a_councillor(secret: Meeting) -> None:
    person = secret.attendees.get().person
    response = as_(a_councillor()).get(reverse("person", args=[person.pk]))
    assert response.status_code == 404
