"""Somebody of whom a paper does not tell whether they came: what pages say, and the answer to the question."""

from __future__ import annotations

import pytest
from django.urls import reverse

from minutes.checking import answers
from minutes.models import Attendee
from minutes.people.person_facts import attendance, percentage
from tests.builders import a_meeting, a_person, an_attendee, an_officer, unsure
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db

WHY = "The paper does not say what “Z” beside Jo Pike means."


@pytest.fixture
def open_one() -> Attendee:
    meeting = a_meeting()
    an_attendee(meeting, "Ann Rook")
    return an_attendee(meeting, "Jo Pike", status="", person=a_person("Jo Pike"), doubts=[unsure(WHY, "status")])


def test_the_meeting_says_in_words_that_it_is_not_told_and_why(open_one: Attendee) -> None:
    shown = words_of(as_(an_officer()).get(reverse("meeting", args=[open_one.meeting_id])))

    assert "Not told whether there Jo Pike" in shown
    assert WHY in shown


def test_the_person_s_page_says_not_told_and_counts_it_as_no_attendance(open_one: Attendee, settings) -> None:
    settings.SHOW_ATTENDANCE_PERCENTAGES = True
    seen = Attendee.objects.filter(person=open_one.person)

    assert attendance(seen) == [("Not told", 1)]
    assert percentage(seen) == ""
    assert "Not told" in words_of(as_(an_officer()).get(reverse("person", args=[open_one.person_id])))


def test_one_answer_says_whether_they_came(open_one: Attendee) -> None:
    asked = answers.asked(open_one, ["status"])
    assert asked is not None
    assert [one.label for one in asked.answers] == [
        "Present", "Apologies", "Absent", "Leave it empty: the paper does not say",
    ]  # fmt: skip

    answers.answer(open_one, "status", "choice-apologies", an_officer(), open_one.version)

    open_one.refresh_from_db()
    assert (open_one.status, open_one.doubts) == ("apologies", [])


def test_it_may_stay_open(open_one: Attendee) -> None:
    answers.answer(open_one, "status", answers.STAYS, an_officer(), open_one.version)

    open_one.refresh_from_db()
    assert (open_one.status, open_one.doubts) == ("", [])


def test_other_programs_are_given_null(open_one: Attendee) -> None:
    told = as_(an_officer()).get(reverse("meeting_json", args=[open_one.meeting_id])).json()

    assert [one["status"] for one in told["attendees"]] == ["present", None]
