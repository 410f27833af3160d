"""What people correct: written once, with its audit row, or not at all."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.db.models.signals import pre_save

from minutes import corrections
from minutes.corrections import ChangedMeanwhile
from minutes.models import Action, Committee, Correction, Person, Resolution, Response
from minutes.models.append_only import WrittenOnce
from tests.builders import (
    a_committee,
    a_council,
    a_meeting,
    a_person,
    a_recommendation,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
    in_doubt,
)

pytestmark = pytest.mark.django_db

# --- correcting -------------------------------------------------------------------------------------------------------


def test_a_correction_changes_the_record_and_keeps_what_it_was(action, officer):
    made = corrections.correct(action, {"due": dt.date(2026, 1, 9), "owner": "D Okoro"}, officer, "see the letter")
    assert action.due == dt.date(2026, 1, 9)
    (row,) = made
    assert (row.kind, row.record_id, row.field, row.by, row.why) == (
        "action",
        action.pk,
        "due",
        officer,
        "see the letter",
    )
    assert (row.was, row.now) == ("2025-12-19", "2026-01-09")
    assert (row.was_shown, row.now_shown) == ("19 December 2025", "9 January 2026")
    assert row.meeting == action.meeting
    assert list(action.corrections) == [row]
    assert row.record == action


def test_words_of_a_correction_are_those_of_its_day(action, officer):
    person = a_person("Damian Okoro")
    (row,) = corrections.correct(action, {"owner_person": person}, officer)
    person.name = "Damian Okoro-Jones"
    person.save()
    assert Correction.objects.get(pk=row.pk).now_shown == "Damian Okoro"


def test_a_field_can_be_emptied(action, officer):
    corrections.correct(action, {"due": None, "owner": None}, officer)
    action.refresh_from_db()
    assert (action.due, action.owner) == (None, "")


def test_items_of_an_attendee_are_corrected_like_any_field(meeting, officer):
    one, two = an_item(meeting), an_item(meeting)
    attendee = an_attendee(meeting)
    attendee.items.set([one])
    (row,) = corrections.correct(attendee, {"items": [two]}, officer)
    assert list(attendee.items.all()) == [two]
    assert (row.was, row.now) == ([one.pk], [two.pk])
    corrections.take_back(row, officer)
    assert list(attendee.items.all()) == []  # what the reader read of it, before this test set it


def test_nothing_new_makes_no_row(action, officer):
    assert corrections.correct(action, {"owner": "D Okoro", "due": dt.date(2025, 12, 19)}, officer) == []
    assert not Correction.objects.exists()
    assert action.version == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [({"due": "31 February"}, "due"), ({"text": ""}, "text"), ({"owner_person": 999}, "owner_person")],
)
def test_a_wrong_value_is_refused_by_its_field_and_changes_nothing(action, officer, values, field):
    with pytest.raises(ValidationError) as refusal:
        corrections.correct(action, {"owner": "Somebody", **values}, officer)
    assert field in refusal.value.message_dict
    action.refresh_from_db()
    assert (action.owner, Correction.objects.count()) == ("D Okoro", 0)


def test_a_record_points_only_into_its_own_meeting(action, officer):
    elsewhere = an_item(a_meeting(date=dt.date(2026, 1, 14)))
    with pytest.raises(ValidationError, match="Choose one of this meeting"):
        corrections.correct(action, {"item": elsewhere}, officer)


def test_a_person_is_not_put_into_a_meeting_twice(meeting, officer):
    person = a_person()
    an_attendee(meeting, person=person)
    other = an_attendee(meeting, "A Crook")
    with pytest.raises(ValidationError, match="already among"):
        corrections.correct(other, {"person": person}, officer)


def test_fields_that_nobody_corrects_are_refused(action, officer):
    with pytest.raises(ValueError, match="quote"):
        corrections.correct(action, {"quote": "other words"}, officer)


def test_people_and_committees_are_corrected_with_a_row_too(officer):
    committee = a_committee()
    (row,) = corrections.correct(committee, {"prefix": "CF"}, officer)
    assert (row.kind, row.was, row.now) == ("committee", "", "CF")
    response = Response.objects.create(resolution=a_recommendation(a_meeting()))
    corrections.correct(response, {"state": "accepted", "answered_on": dt.date(2026, 1, 9)}, officer)
    assert Resolution.objects.get().response_state == "accepted"


def test_a_meeting_of_another_committee_is_of_its_council(meeting, officer):
    other = a_committee("Business Support Committee", a_council("Medway Council"))
    corrections.correct(meeting, {"committee": other}, officer)
    assert meeting.council.name == "Medway Council"


def test_whose_committee_it_is_holds_for_its_meetings_and_people(officer):
    nameless = Committee.objects.create(name="Audit Panel")
    meeting = a_meeting(committee=nameless)
    person = Person.objects.create(name="Anne Smith", forenames="Anne", surname="Smith")
    an_attendee(meeting, person=person)
    in_doubt(meeting, ("committee", "The paper does not say whose committee this is."))
    corrections.correct(nameless, {"council": a_council()}, officer)
    meeting.refresh_from_db()
    person.refresh_from_db()
    assert (meeting.council, person.council, meeting.doubts) == (a_council(), a_council(), [])


def test_an_interest_names_whom_a_person_says(meeting, officer):
    person: Person = a_person("Siân Prothero")
    interest = an_interest(meeting, "S Prothero")
    corrections.correct(interest, {"person": person, "kind": "pecuniary", "left_the_room": True}, officer)
    shown = {row.field: row.now_shown for row in interest.corrections}
    assert shown == {"person": "Siân Prothero", "kind": "Pecuniary", "left_the_room": "yes"}


# --- neither without the other ----------------------------------------------------------------------------------------


def test_without_its_audit_row_there_is_no_change(action, officer):
    def refuse(sender, **kwargs):
        raise DatabaseError("the disk is full")

    pre_save.connect(refuse, sender=Correction)
    try:
        for act in (
            lambda: corrections.correct(action, {"owner": "Somebody"}, officer),
            lambda: corrections.confirm(action, officer),
            lambda: corrections.remove(action, officer, "none"),
            lambda: corrections.add(Action, action.meeting, {"text": "Another"}, officer),
        ):
            with pytest.raises(DatabaseError):
                act()
    finally:
        pre_save.disconnect(refuse, sender=Correction)
    action.refresh_from_db()
    assert (action.owner, action.is_confirmed, action.is_removed, action.version) == ("D Okoro", False, False, 1)
    assert Action.everything.count() == 1


def test_without_the_change_there_is_no_audit_row(action, officer):
    with connection.execute_wrapper(_no_updates_of("minutes_action")), pytest.raises(DatabaseError):
        corrections.correct(action, {"owner": "Somebody"}, officer)
    assert not Correction.objects.exists()


def _no_updates_of(table):
    def wrapper(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and table in sql:
            raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    return wrapper


def test_a_correction_is_never_rewritten(action, officer):
    (row,) = corrections.correct(action, {"owner": "Somebody"}, officer)
    row.why = "another reason"
    with pytest.raises(WrittenOnce):
        row.save()
    with pytest.raises(WrittenOnce):
        Correction.objects.filter(pk=row.pk).delete()


def test_a_meeting_keeps_a_body_or_a_date(meeting, officer):
    with pytest.raises(ValidationError, match="a meeting needs one of them"):
        corrections.correct(meeting, {"committee": None, "council": None, "date": None}, officer)


# --- two people at one record -----------------------------------------------------------------------------------------


def test_the_second_to_save_is_shown_the_other_s_change(action, officer):
    opened = action.version
    corrections.correct(Action.objects.get(), {"owner": "Helen Vance"}, officer, expected_version=opened)
    other = an_officer()
    for act in (
        lambda: corrections.correct(action, {"owner": "Tom Ridley"}, other, expected_version=opened),
        lambda: corrections.confirm(action, other, expected_version=opened),
        lambda: corrections.remove(action, other, "none", expected_version=opened),
    ):
        with pytest.raises(ChangedMeanwhile) as told:
            act()
        assert told.value.record.owner == "Helen Vance"
        assert [(row.now, row.by) for row in told.value.since] == [("Helen Vance", officer)]
    assert Action.objects.get().owner == "Helen Vance"
