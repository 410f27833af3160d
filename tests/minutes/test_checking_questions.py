"""Questions of the reader, each answered with one answer beside the paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from minutes import corrections
from minutes.models import Act, Correction, Meeting, User
from tests.builders import a_person, an_attendee, unsure
from tests.minutes.beside import a_meeting_to_check, act, now, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(db: None) -> Meeting:
    return a_meeting_to_check()


def answers_of(response: Any) -> list[tuple[str, str]]:
    return [(answer.value, answer.label) for answer in response.context["asked"].answers]


def test_a_value_that_the_paper_leaves_open_stays_open_when_the_officer_says_so(
    signed_in: Client, officer: User, meeting: Meeting
) -> None:
    action = meeting.actions.first()
    assert answers_of(page_of(signed_in, meeting)) == [("stays", "Leave it empty: the paper does not say")]
    response = act(signed_in, "answer", action, field="owner", answer="stays")
    assert now(action).doubts == []
    assert action.owner == ""
    assert not action.is_confirmed
    assert Correction.objects.about(action).get().act == Act.CONFIRMED
    assert response.status_code == 200
    assert now(meeting).checker == officer


def test_whom_a_name_means_is_chosen_with_one_answer(signed_in: Client, meeting: Meeting) -> None:
    one, other = a_person("Anne Smith"), a_person("Alan Smith")
    doubt = unsure("Two people are called A Smith.", "person", kind="people", people=[one.pk, other.pk])
    attendee = an_attendee(meeting, "A Smith", doubts=[doubt])
    told = answers_of(page_of(signed_in, meeting, attendee))
    assert {label for _, label in told[:2]} == {"It is Anne Smith", "It is Alan Smith"}
    assert told[2][1] == "Neither, or nobody knows: leave it open"
    act(signed_in, "answer", attendee, field="person", answer=f"person-{other.pk}")
    assert now(attendee).person == other
    assert attendee.doubts == []


def test_a_new_reading_s_value_is_taken_or_left(signed_in: Client, officer: User, meeting: Meeting) -> None:
    first, second = meeting.actions.all()
    for action in (first, second):
        corrections.correct(action, {"due": dt.date(2026, 1, 5)}, officer)
        action.doubts = [
            unsure("A new reading says otherwise.", "due", kind="difference", read="2026-03-01", before=None)
        ]
        action.save()
    assert ("read", "Take “1 March 2026”, as the new reading says") in answers_of(page_of(signed_in, meeting, first))
    act(signed_in, "answer", first, field="due", answer="read")
    act(signed_in, "answer", second, field="due", answer="stays")
    assert (now(first).due, now(second).due) == (dt.date(2026, 3, 1), dt.date(2026, 1, 5))
    assert first.doubts == second.doubts == []


@pytest.mark.parametrize(
    ("kind", "why"), [("gone", "A new reading does not have it"), ("new", "It is no record")], ids=["gone", "new"]
)
def test_a_record_that_one_reading_alone_has_is_removed_for_a_true_reason(
    signed_in: Client, meeting: Meeting, kind: str, why: str
) -> None:
    action = meeting.actions.last()
    action.doubts = [unsure("A new reading says otherwise than the records.", kind=kind)]
    action.save()
    act(signed_in, "answer", action, field="", answer="remove")
    assert (now(action).is_removed, action.removed_why) == (True, why)


def test_questions_about_fields_come_first_and_each_is_answered_by_itself(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    action.doubts = [unsure("Is this an action?"), *action.doubts, unsure("Until when?", "due")]
    action.save()
    assert page_of(signed_in, meeting).context["asked"].sentences == ["This action has no owner."]
    response = act(signed_in, "answer", action, field="owner", answer="stays")
    assert response.context["row"].record == action
    assert response.context["asked"].sentences == ["Until when?"]
    assert [doubt["sentence"] for doubt in now(action).doubts] == ["Is this an action?", "Until when?"]


def test_an_answer_that_the_question_does_not_have_changes_nothing(signed_in: Client, meeting: Meeting) -> None:
    action = meeting.actions.first()
    for told in ({"answer": "remove"}, {"answer": "person-1"}, {"answer": "stays", "field": "due"}):
        act(signed_in, "answer", action, **({"field": "owner"} | told))
    assert len(now(action).doubts) == 1
    assert not Correction.objects.exists()
