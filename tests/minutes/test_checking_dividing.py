"""Resolutions and actions that are several, or one; moved to another item; and names that mean somebody else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minutes import corrections
from minutes.checking import dividing
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.models import Correction, Meeting, User
from tests.builders import (
    a_councillor,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_item,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


def divide(client: Client, record: Any, **told: Any) -> Any:
    address = reverse("check_divide", args=[record.meeting_id, record._meta.model_name, record.pk])
    return client.post(address, {"version": record.version} | told, follow=True)


def test_an_action_that_is_two_is_split_with_its_source(signed_in: Client, officer: User, meeting: Meeting) -> None:
    item, due = an_item(meeting), dt.date(2026, 1, 5)
    boxes = [[72, 100, 200, 112]]
    action = an_action(meeting, "Visit the depot and write to the school", item=item, owner="Ann", due=due, boxes=boxes)
    response = divide(signed_in, action, act="split", text="Visit the depot\r\n\r\nWrite to the school")
    first, second = meeting.actions.order_by("pk")
    assert (first.pk, first.text, second.text) == (action.pk, "Visit the depot", "Write to the school")
    assert (second.item, second.owner, second.due, second.added_by) == (item, "Ann", due, officer)
    assert (first.page, first.quote) == (1, "Visit the depot")
    assert (second.page, second.quote) == (1, "write to the school")
    assert [first.boxes[0][0], second.boxes[0][2]] == [72, 200]
    assert first.boxes[0][2] < second.boxes[0][0]
    assert "It is 2 now." in words_of(response)
    assert sorted(Correction.objects.values_list("act", flat=True)) == ["added", "corrected", "corrected"]


def test_parts_that_say_it_in_other_words_stand_on_all_of_it(officer: User, meeting: Meeting) -> None:
    action = an_action(meeting, "Visit the depot and write")
    _, second = dividing.split(action, ["Visit the depot", "Ask the transport team in a letter"], officer)
    assert second.quote == "Visit the depot and write"
    action.refresh_from_db()
    assert action.quote == "Visit the depot"


def test_a_text_without_a_blank_line_is_left_whole(signed_in: Client, meeting: Meeting) -> None:
    action = an_action(meeting, "Visit the depot")
    assert "Leave a blank line between the parts" in words_of(divide(signed_in, action, act="split", text="Visit it"))
    assert not Correction.objects.exists()


def test_two_clauses_that_are_one_are_joined_and_can_be_parted_again(
    signed_in: Client, officer: User, meeting: Meeting
) -> None:
    item = an_item(meeting)
    first = a_recommendation(meeting, "That the Cabinet Member be asked", item=item)
    second = a_resolution(meeting, "to review walking routes.", item=item)
    divide(signed_in, first, act="join", other=second.pk)
    assert meeting.resolutions.get().text == "That the Cabinet Member be asked to review walking routes."
    assert [part["text"] for part in meeting.resolutions.get().quote_parts] == [first.quote, second.quote]
    second.refresh_from_db()
    assert second.is_removed
    for act in Correction.objects.order_by("-pk"):
        corrections.take_back(act, officer)
    assert [one.text for one in meeting.resolutions.order_by("pk")] == [first.text, second.text]
    assert [one.quote for one in meeting.resolutions.order_by("pk")] == [first.quote, second.quote]
    assert meeting.resolutions.get(pk=first.pk).quote_rest == []


def test_neither_half_of_a_division_happens_alone(officer: User, meeting: Meeting) -> None:
    action, other = an_action(meeting, "Visit"), an_action(meeting, "Write")
    with pytest.raises(ChangedMeanwhile):
        dividing.split(action, ["Visit", "Look"], officer, expected_version=99)
    stale = other.version
    corrections.correct(other, {"owner": "Bob"}, officer)
    other.version = stale
    with pytest.raises(ChangedMeanwhile):
        dividing.join(action, other, officer)
    action.refresh_from_db()
    assert action.text == "Visit"
    assert meeting.actions.count() == 2


def test_only_records_of_one_kind_and_meeting_are_joined(officer: User, meeting: Meeting) -> None:
    action = an_action(meeting)
    for other in (action, a_resolution(meeting), an_action(a_meeting())):
        with pytest.raises(NotPossible):
            dividing.join(action, other, officer)


def test_dividing_is_for_officers_and_for_decisions_and_actions(signed_in: Client, meeting: Meeting) -> None:
    assert divide(as_(a_councillor()), an_action(meeting), act="split").status_code == 403
    assert divide(signed_in, an_attendee(meeting), act="split").status_code == 404


def test_a_record_is_moved_to_another_item(signed_in: Client, meeting: Meeting) -> None:
    one, other = an_item(meeting), an_item(meeting, "Urgent business")
    action = an_action(meeting, item=one)
    told = {"version": action.version, "correct": "item", "item": other.pk}
    response = signed_in.post(reverse("check_correct", args=[meeting.pk, f"action-{action.pk}"]), told, follow=True)
    action.refresh_from_db()
    assert action.item == other
    assert action in [row.record for row in response.context["beside"].section(f"item-{other.pk}").rows]


def test_a_name_is_said_to_mean_somebody_else(signed_in: Client, meeting: Meeting) -> None:
    anne, alan = a_person("Anne Smith"), a_person("Alan Smith")
    attendee = an_attendee(meeting, "A Smith", person=anne)
    told = {"version": attendee.version, "correct": "person", "person": alan.pk}
    signed_in.post(reverse("check_correct", args=[meeting.pk, f"attendee-{attendee.pk}"]), told)
    attendee.refresh_from_db()
    assert (attendee.person, attendee.name) == (alan, "A Smith")
