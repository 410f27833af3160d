"""Records confirmed, removed and added by people; and whatever they did, undone the same way."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from minutes import corrections
from minutes.corrections import NotPossible
from minutes.models import Act, Action, Attendee, Correction, Interest
from tests.builders import a_person, an_attendee, an_officer, in_doubt

pytestmark = pytest.mark.django_db

# --- doubts -----------------------------------------------------------------------------------------------------------


def test_correcting_a_field_settles_the_doubts_about_it(action, officer):
    in_doubt(action, ("owner", "Two people are called D Okoro."), ("due", "The date lies before the meeting."))
    (row,) = corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    assert [doubt["field"] for doubt in action.doubts] == ["due"]
    assert action.doubt_count == 1
    corrections.take_back(row, officer)
    action.refresh_from_db()
    assert {doubt["field"] for doubt in action.doubts} == {"owner", "due"}
    assert action.owner == "D Okoro"


def test_saying_that_a_doubted_value_is_right_settles_it_too(action, officer):
    in_doubt(action, ("owner", "Two people are called D Okoro."))
    (row,) = corrections.correct(action, {"owner": "D Okoro"}, officer)
    assert (row.act, row.field, action.doubts) == (Act.CONFIRMED, "owner", [])


def test_confirming_settles_everything_and_says_who(action, officer):
    in_doubt(action, ("owner", "Who?"), (None, "Is this an action?"))
    row = corrections.confirm(action, officer)
    assert (action.confirmed_by, action.is_confirmed, action.doubts) == (officer, True, [])
    corrections.take_back(row, officer)
    action.refresh_from_db()
    assert (action.confirmed_by, action.is_confirmed, action.doubt_count) == (None, False, 2)


def test_a_record_that_two_people_confirmed_stays_confirmed_when_one_takes_it_back(action, officer):
    corrections.confirm(action, officer)
    second = corrections.confirm(action, an_officer())
    corrections.take_back(second, officer)
    action.refresh_from_db()
    assert action.confirmed_by == officer


# --- removing and adding ----------------------------------------------------------------------------------------------


def test_a_removed_record_is_in_no_list_and_can_come_back(action, meeting, officer):
    corrections.remove(action, officer, "that is a wish")
    assert not meeting.actions.exists()
    assert (action.removed_by, action.removed_why) == (officer, "that is a wish")
    with pytest.raises(NotPossible):
        corrections.remove(action, officer, "again")
    corrections.restore(action, officer)
    assert list(meeting.actions.all()) == [action]
    with pytest.raises(NotPossible):
        corrections.restore(action, officer)


def test_an_attendee_does_not_come_back_beside_his_successor(meeting, officer):
    person = a_person()
    first = an_attendee(meeting, person=person)
    corrections.remove(first, officer, "named twice")
    an_attendee(meeting, person=person)
    with pytest.raises(ValidationError):
        corrections.restore(first, officer)
    assert Attendee.objects.filter(person=person).count() == 1


def test_a_meeting_is_not_removed(meeting, officer):
    with pytest.raises(NotPossible, match="stays"):
        corrections.remove(meeting, officer, "wrong")


def test_an_added_record_says_who_added_it_and_where_it_stands(meeting, action, officer):
    source = {"page": 2, "quote": "The Chair will write.", "boxes": [[1, 2, 3, 4]]}
    added = corrections.add(Action, meeting, {"text": "Write", "due": dt.date(2026, 1, 9)}, officer, source=source)
    assert (added.added_by, added.document, added.page) == (officer, meeting.document, 2)
    assert list(meeting.actions.all()) == [action, added]
    row = added.corrections.get()
    assert row.act == Act.ADDED
    corrections.take_back(row, officer)
    assert list(meeting.actions.all()) == [action]


def test_a_record_without_its_text_is_not_added(meeting, officer):
    with pytest.raises(ValidationError):
        corrections.add(Interest, meeting, {"name": ""}, officer)
    assert not Interest.everything.exists()
    assert not Correction.objects.exists()


# --- taking back ------------------------------------------------------------------------------------------------------


def test_taking_back_goes_from_the_last_to_the_first(action, officer):
    (first,) = corrections.correct(action, {"owner": "Helen Vance"}, officer)
    (second,) = corrections.correct(action, {"owner": "Tom Ridley"}, officer)
    with pytest.raises(NotPossible, match="later change"):
        corrections.take_back(first, officer)
    row = corrections.take_back(second, officer, "mistaken")
    assert (row.was, row.now, row.why) == ("Tom Ridley", "Helen Vance", "mistaken")
    corrections.take_back(first, officer)
    action.refresh_from_db()
    assert action.owner == "D Okoro"
    assert not action.corrections.standing().exists()
    assert action.corrections.count() == 4
    with pytest.raises(NotPossible, match="already"):
        corrections.take_back(first, officer)


def test_corrections_of_different_fields_are_taken_back_in_any_order(action, officer):
    (first,) = corrections.correct(action, {"owner": "Helen Vance"}, officer)
    corrections.correct(action, {"text": "Rewrite two web pages"}, officer)
    corrections.take_back(first, officer)
    action.refresh_from_db()
    assert (action.owner, action.text) == ("D Okoro", "Rewrite two web pages")


def test_a_removal_and_its_undoing(action, officer):
    removal = corrections.remove(action, officer, "a wish")
    corrections.take_back(removal, officer)
    assert Action.objects.get() == action
    removal = corrections.remove(action, officer, "a wish after all")
    restoring = corrections.restore(action, officer)
    corrections.take_back(restoring, officer)
    assert not Action.objects.exists()
