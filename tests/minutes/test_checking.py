"""What needs a look, and how a meeting comes to be checked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from minutes import corrections
from minutes.models import Meeting
from tests.builders import a_councillor, a_meeting, an_action, an_attendee, an_item, an_officer
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


def unsure(sentence: str, field: str | None = None, **more: object) -> dict:
    return {"field": field, "sentence": sentence, "kind": "paper"} | more


@pytest.fixture
def doubtful() -> Meeting:
    """A meeting with three questions about two records, beside one without any."""
    meeting = a_meeting(doubts=[unsure("The date says Wednesday but 18 November 2025 was a Tuesday.", "date")])
    owner = [unsure("This action has no owner.", "owner"), unsure("Until when is not said.", "due")]
    an_action(meeting, "Visit the depot", page=2, doubts=owner)
    an_action(a_meeting(date=dt.date(2026, 1, 14)), "Nothing is unsure of this")
    return meeting


def test_the_questions_stand_by_meeting_each_with_its_record_and_its_page(doubtful: Meeting) -> None:
    earlier = a_meeting(date=dt.date(2025, 9, 3))
    an_attendee(earlier, "A Smith", doubts=[unsure("Two people are called A Smith.", "person")])
    response = as_(an_officer()).get(reverse("needs_a_look"))
    shown = words_of(response)
    told = ["4 questions in 2 meetings", "12 November 2025", "The date says Wednesday", "This action has no owner.",
            "Action: Visit the depot", "Until when is not said.", "3 September 2025", "Two people are called A Smith.",
            "Attendee: A Smith"]  # fmt: skip
    places = [shown.find(words) for words in told]
    assert -1 not in places
    assert places == sorted(places)
    assert "Nothing is unsure of this" not in shown
    action = doubtful.actions.get()
    assert f"page=2&amp;mark=action-{action.pk}" in response.content.decode()


def test_home_counts_what_the_list_shows(doubtful: Meeting) -> None:
    ann = as_(an_officer())
    assert "Needs a look 3 questions, in 1 meeting" in words_of(ann.get(reverse("home")))
    assert len(ann.get(reverse("needs_a_look")).context["asked"][0][1]) == 3
    assert "3 questions" in words_of(ann.get(reverse("meeting", args=[doubtful.pk])))


def test_where_nothing_is_open_the_page_says_so(doubtful: Meeting) -> None:
    officer = an_officer()
    corrections.confirm(doubtful, officer)
    corrections.confirm(doubtful.actions.get(), officer)
    assert "Nothing needs a look." in words_of(as_(officer).get(reverse("needs_a_look")))


def test_what_was_removed_is_no_question_any_more(doubtful: Meeting) -> None:
    corrections.remove(doubtful.actions.get(), an_officer(), "A wish")
    assert "1 question in 1 meeting" in words_of(as_(an_officer()).get(reverse("needs_a_look")))


def test_checking_is_for_officers(doubtful: Meeting) -> None:
    assert as_(a_councillor()).get(reverse("needs_a_look")).status_code == 403


def test_many_questions_take_no_more_queries(
    doubtful: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        meeting = a_meeting(date=dt.date(2025, 6, 1 + number))
        item = an_item(meeting)
        for _ in range(4):
            an_action(meeting, item=item, doubts=[unsure("This action has no owner.", "owner")])
    ann = as_(an_officer())
    with django_assert_max_num_queries(20):
        assert "23 questions in 6 meetings" in words_of(ann.get(reverse("needs_a_look")))
