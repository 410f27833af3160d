"""Records confirmed, removed, added and taken back with a button or a form."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.kinds import KINDS
from minutes.models import Action, User
from tests.builders import a_meeting, an_action, an_attendee, an_item, an_officer


def test_an_action_is_confirmed_and_its_doubts_are_settled(signed_in: Client, officer: User) -> None:
    doubt = {"field": "owner", "sentence": "Two people are called Okoro.", "kind": "paper"}
    action = an_action(a_meeting(), doubts=[doubt])
    response = signed_in.post(reverse("confirm", args=["action", action.pk]), {"version": action.version}, follow=True)
    action.refresh_from_db()
    assert (action.confirmed_by, action.doubts) == (officer, [])
    assert "Two people are called Okoro." not in response.content.decode()


def test_a_doubt_is_settled_where_it_is_said(signed_in: Client) -> None:
    meeting = a_meeting()
    attendee = an_attendee(meeting, doubts=[{"field": "person", "sentence": "Which A Smith?", "kind": "people"}])
    page = reverse("meeting", args=[meeting.pk])
    address = reverse("confirm", args=["attendee", attendee.pk])
    assert f'action="{address}"' in signed_in.get(page).content.decode()
    response = signed_in.post(address, {"version": attendee.version, "next": page})
    assert response.url == page
    assert "Which A Smith?" not in signed_in.get(page).content.decode()


def test_a_confirmation_sends_nobody_to_another_site(signed_in: Client) -> None:
    action = an_action(a_meeting())
    sent = {"version": action.version, "next": "https://evil.example/"}
    assert signed_in.post(reverse("confirm", args=["action", action.pk]), sent).url == f"/actions/{action.pk}/"


def test_a_confirmation_of_what_changed_meanwhile_is_refused(signed_in: Client) -> None:
    action = an_action(a_meeting())
    before = action.version
    corrections.correct(action, {"owner": "Somebody"}, an_officer())
    signed_in.post(reverse("confirm", args=["action", action.pk]), {"version": before})
    action.refresh_from_db()
    assert not action.is_confirmed


def test_a_record_is_removed_with_a_reason_and_brought_back(signed_in: Client) -> None:
    action = an_action(a_meeting(), "It would be helpful to know more")
    address = reverse("remove", args=["action", action.pk])
    assert "Enter why you remove it" in signed_in.post(address, {"version": action.version}).content.decode()
    signed_in.post(address, {"version": action.version, "why": "A wish"})
    assert not Action.objects.filter(pk=action.pk).exists()
    page = signed_in.get(reverse("edit", args=["action", action.pk])).content.decode()
    assert "A wish" in page
    assert "Bring it back" in page
    late = signed_in.post(reverse("confirm", args=["action", action.pk]), follow=True)
    assert "This record is removed. Bring it back first." in late.content.decode()
    removed = Action.everything.get(pk=action.pk)
    signed_in.post(reverse("restore", args=["action", action.pk]), {"version": removed.version})
    assert Action.objects.filter(pk=action.pk).exists()


def test_a_change_is_taken_back(signed_in: Client, officer: User) -> None:
    action = an_action(a_meeting(), owner="Mr Okoro")
    (change,) = corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    signed_in.post(reverse("take_back", args=[change.pk]))
    action.refresh_from_db()
    assert action.owner == "Mr Okoro"
    again = signed_in.post(reverse("take_back", args=[change.pk]), follow=True)
    assert "taken back already" in again.content.decode()


def test_changes_are_posted_and_never_followed_as_links(signed_in: Client) -> None:
    action = an_action(a_meeting())
    for name in ("confirm", "restore"):
        assert signed_in.get(reverse(name, args=["action", action.pk])).status_code == 405


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("attendee", {"name": "B Whitlock", "status": "present", "role": "substitute", "replaces": "D Thackeray"}),
        ("item", {"number": "9", "title": "Urgent business"}),
        ("resolution", {"text": "That the report be noted.", "decision": "noted"}),
        ("action", {"text": "Visit the depot", "due_day": "1", "due_month": "May", "due_year": "2027"}),
        ("interest", {"name": "Siân Prothero", "kind": "pecuniary"}),
        ("indicator", {"name": "Plans in time", "values": "Q1: 41%"}),
    ],
)
def test_what_the_reader_missed_is_added(signed_in: Client, officer: User, kind: str, sent: dict[str, str]) -> None:
    meeting = a_meeting()
    item = an_item(meeting)
    address = reverse("add", args=[meeting.pk, kind])
    assert signed_in.get(address, {"item": item.pk}).status_code == 200
    response = signed_in.post(address, sent | {"version": "1", "why": "It stands on page 2"})
    assert response.status_code == 302, response.context["form"].errors
    record = KINDS[kind].objects.filter(meeting=meeting).latest("pk")
    assert record.added_by == officer
    assert str(getattr(record, next(iter(sent)))) == next(iter(sent.values()))
    shown = signed_in.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert next(iter(sent.values())) in shown


def test_adding_what_is_not_whole_says_what_is_missing(signed_in: Client) -> None:
    address = reverse("add", args=[a_meeting().pk, "action"])
    assert "Enter what is to be done" in signed_in.post(address, {"version": "1"}).content.decode()
    assert not Action.objects.exists()
    assert signed_in.get(address.replace("action", "meeting")).status_code == 404
