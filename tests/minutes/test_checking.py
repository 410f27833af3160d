"""What needs a look, and how a meeting comes to be checked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from minutes import corrections
from minutes.checking import meeting_state
from minutes.corrections import NotPossible
from minutes.models import CheckState, Correction, Meeting
from tests.builders import a_councillor, a_meeting, an_action, an_attendee, an_item, an_officer, unsure
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


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


# --- how far a meeting is checked -------------------------------------------------------------------------------


def state_of(meeting: Meeting) -> str:
    meeting.refresh_from_db()
    return meeting.check_state


def test_a_meeting_is_unchecked_being_checked_and_checked() -> None:
    ann, bob = an_officer(first_name="Ann", last_name="Officer"), an_officer(first_name="Bob", last_name="Clerk")
    meeting = a_meeting()
    action = an_action(meeting)
    assert state_of(meeting) == CheckState.UNCHECKED
    meeting_state.begin(meeting, ann)
    meeting_state.begin(meeting, bob)
    assert (state_of(meeting), meeting.checker) == (CheckState.BEING_CHECKED, ann)
    meeting_state.take_on(meeting, bob)
    assert meeting.checker_id == ann.pk
    assert (state_of(meeting), meeting.checker) == (CheckState.BEING_CHECKED, bob)
    meeting_state.finish(meeting, [action], bob)
    assert state_of(meeting) == CheckState.CHECKED
    assert meeting.checked_at is not None
    assert Correction.objects.about(action).get().by == bob
    meeting_state.leave(meeting, bob)
    assert state_of(meeting) == CheckState.UNCHECKED


def test_a_meeting_is_not_checked_while_a_question_is_open(doubtful: Meeting) -> None:
    with pytest.raises(NotPossible, match="Answer the 3 questions first"):
        meeting_state.finish(doubtful, doubtful.actions.all(), an_officer())
    assert state_of(doubtful) == CheckState.UNCHECKED
    assert not Correction.objects.exists()


def test_what_has_no_doubts_is_confirmed_at_once_and_the_rest_is_left(doubtful: Meeting) -> None:
    officer = an_officer()
    clear, changed = an_action(doubtful, "Write to the school"), an_action(doubtful, "Ask the hospital")
    seen = [meeting_state.token(clear), meeting_state.token(changed)]
    corrections.correct(changed, {"owner": "Head of Transport"}, an_officer())
    told = meeting_state.confirm_clear(doubtful.actions.order_by("pk"), officer, seen)
    assert told == meeting_state.Confirmed(done=1, in_question=1, changed=1)
    clear.refresh_from_db()
    assert clear.confirmed_by == officer
    assert not doubtful.actions.exclude(pk=clear.pk).exclude(confirmed_at=None).exists()


def test_nothing_is_confirmed_where_a_record_changed_before_the_meeting_was_finished() -> None:
    meeting = a_meeting()
    clear, changed = an_action(meeting), an_action(meeting, "Ask the hospital")
    seen = [meeting_state.token(record) for record in (meeting, clear, changed)]
    corrections.correct(changed, {"owner": "Head of Transport"}, an_officer())
    changed.refresh_from_db()
    with pytest.raises(NotPossible, match="changed a record"):
        meeting_state.finish(meeting, [clear, changed], an_officer(), seen)
    clear.refresh_from_db()
    assert not clear.is_confirmed
    assert state_of(meeting) == CheckState.UNCHECKED


def test_lists_say_and_choose_how_far_meetings_are_checked() -> None:
    ann = an_officer(first_name="Ann", last_name="Officer")
    plain, begun, done = (a_meeting(date=dt.date(2026, 1, day)) for day in (5, 6, 7))
    meeting_state.begin(begun, ann)
    meeting_state.finish(done, [], ann)
    client = as_(ann)
    assert "being checked by Ann Officer" in words_of(client.get(reverse("meetings")))
    assert "Checked by Ann Officer" in words_of(client.get(reverse("meeting", args=[done.pk])))
    for state, meeting in (("unchecked", plain), ("being_checked", begun), ("checked", done)):
        assert list(client.get(reverse("meetings"), {"checked": state}).context["page"]) == [meeting]
