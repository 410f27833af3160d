"""A person outranks the reader: what somebody did to a record holds, whatever a new reading says."""

import dataclasses
import datetime as dt

import pytest

from ingest import filing
from ingest.reading.model import Doubt
from minutes import corrections
from minutes.models import Action, Attendee, Interest, Resolution
from tests.builders import a_document, a_person
from tests.ingest.papers import a_reading, acts, attends, declares, item, meets, paper, resolves

pytestmark = pytest.mark.django_db

READ = paper(
    meets(venue="Room A"),
    attendees=[attends("Tariq Mahmood", "chair"), attends("Siân Prothero")],
    items=[item("5", "Home to school transport", "It is late.")],
    resolutions=[resolves("That the report be noted.")],
    actions=[acts("Rewrite the web page", owner="D Okoro", due=dt.date(2025, 12, 19))],
    interests=[declares("Siân Prothero")],
)


@pytest.fixture
def document():
    return a_document()


@pytest.fixture
def meeting(document):
    return filing.file(a_reading(document), READ)


def again(document, **changes):
    filing.file(a_reading(document), dataclasses.replace(READ, **{k: tuple(v) for k, v in changes.items()}))


def the(model):
    return model.objects.get()


def test_a_corrected_field_holds_and_the_others_follow_the_reader(meeting, document, officer):
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    again(document, actions=[acts("Rewrite the web page", owner="D Okoro", due=dt.date(2026, 1, 9))])
    action = the(Action)
    assert (action.owner, action.due, action.doubts) == ("Damian Okoro", dt.date(2026, 1, 9), [])


def test_a_new_reading_that_says_something_else_is_shown(meeting, document, officer):
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    for _ in range(2):
        again(document, actions=[acts("Rewrite the web page", owner="Head of Transport")])
        (doubt,) = the(Action).doubts
        assert doubt["sentence"] == "A new reading of the paper says “Head of Transport” (owner)."
        assert (doubt["field"], doubt["read"], doubt["before"]) == ("owner", "Head of Transport", "D Okoro")
    assert the(Action).owner == "Damian Okoro"


def test_keeping_one_s_own_settles_the_difference_for_good(meeting, document, officer):
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    other = [acts("Rewrite the web page", owner="Head of Transport")]
    again(document, actions=other)
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    again(document, actions=other)
    assert (the(Action).owner, the(Action).doubts) == ("Damian Okoro", [])


def test_taking_the_correction_back_gives_what_the_newest_reading_says(meeting, document, officer):
    (row,) = corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    again(document, actions=[acts("Rewrite the web page", owner="Head of Transport")])
    corrections.take_back(row, officer)
    assert (the(Action).owner, the(Action).doubts) == ("Head of Transport", [])
    again(document)
    assert the(Action).owner == "D Okoro"


def test_a_reader_who_comes_to_agree_asks_nothing(meeting, document, officer):
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    again(document, actions=[acts("Rewrite the web page", owner="Damian Okoro")])
    assert the(Action).doubts == []


def test_a_blank_is_no_difference(meeting, document, officer):
    corrections.correct(the(Action), {"due": dt.date(2026, 1, 9)}, officer)
    again(document, actions=[acts("Rewrite the web page", owner="D Okoro")])
    assert (the(Action).due, the(Action).doubts) == (dt.date(2026, 1, 9), [])


def test_a_confirmed_record_holds_in_every_field(meeting, document, officer):
    corrections.confirm(the(Interest), officer)
    again(document, interests=[declares("Siân Prothero", kind="pecuniary", doubts=(Doubt("Which kind?", "kind"),))])
    interest = the(Interest)
    assert interest.kind == "non_pecuniary"
    assert [doubt["kind"] for doubt in interest.doubts] == ["difference"]


def test_a_corrected_text_is_still_known_for_the_same_record(meeting, document, officer):
    resolution = the(Resolution)
    corrections.correct(resolution, {"text": "That the figures of the report be noted."}, officer)
    again(document)
    assert the(Resolution) == resolution
    again(document, resolutions=[resolves("That the figures of the report be noted.")])
    assert (the(Resolution), the(Resolution).doubts) == (resolution, [])


def test_a_removed_record_is_not_brought_back(meeting, document, officer):
    corrections.remove(the(Action), officer, "a wish")
    again(document)
    again(document, actions=[acts("Rewrite the web page soon", owner="D Okoro")])
    assert not Action.objects.exists()
    assert Action.everything.count() == 1


def test_what_a_person_added_stays_and_is_not_doubled_when_the_reader_finds_it(meeting, document, officer):
    added = corrections.add(Action, meeting, {"text": "Write to the Leader", "owner": "Tariq Mahmood"}, officer)
    again(document)
    added.refresh_from_db()
    assert added.doubts == []
    again(document, actions=[*READ.actions, acts("Write to the Leader", owner="Chair", due=dt.date(2026, 4, 30))])
    added.refresh_from_db()
    assert Action.objects.count() == 2
    assert (added.owner, added.quote) == ("Tariq Mahmood", "Write to the Leader")
    assert [doubt["sentence"] for doubt in added.doubts] == ["A new reading of the paper says “Chair” (owner)."]
    assert added.due == dt.date(2026, 4, 30)  # which the person had left open


def test_a_touched_record_that_a_reading_lacks_stays_with_a_question_once(meeting, document, officer):
    corrections.correct(the(Action), {"owner": "Damian Okoro"}, officer)
    again(document, actions=[])
    assert [doubt["kind"] for doubt in the(Action).doubts] == ["gone"]
    corrections.confirm(the(Action), officer)
    again(document, actions=[])
    assert (the(Action).owner, the(Action).doubts) == ("Damian Okoro", [])


def test_a_doubt_that_was_answered_is_not_asked_again(meeting, document, officer):
    doubtful = [acts("Rewrite the web page", owner="D Okoro", doubts=(Doubt("Who is D Okoro?", "owner"),))]
    again(document, actions=doubtful)
    assert the(Action).doubt_count == 1
    corrections.correct(the(Action), {"owner": "D Okoro"}, officer)
    again(document, actions=doubtful)
    assert the(Action).doubts == []


def test_a_doubt_goes_when_the_reader_has_none_any_more(meeting, document):
    again(document, actions=[dataclasses.replace(READ.actions[0], doubts=(Doubt("Who?", "owner"),))])
    again(document)
    assert the(Action).doubts == []


def test_whom_a_person_says_an_attendee_is_holds(meeting, document, officer):
    attendee = Attendee.objects.get(name="Siân Prothero")
    was = attendee.person
    other = a_person("Siân Prothero-Jones")
    (row,) = corrections.correct(attendee, {"person": other}, officer)
    again(document)
    attendee.refresh_from_db()
    assert (attendee.person, attendee.doubts) == (other, [])
    corrections.take_back(row, officer)
    attendee.refresh_from_db()
    assert attendee.person == was


def test_a_corrected_meeting_holds_and_stays_the_document_s(meeting, document, officer):
    corrections.correct(meeting, {"date": dt.date(2025, 11, 13), "venue": "Room B"}, officer)
    filing.file(a_reading(document), dataclasses.replace(READ, meeting=meets(venue="Room C")))
    meeting.refresh_from_db()
    assert (meeting.date, meeting.venue) == (dt.date(2025, 11, 13), "Room B")
    assert [doubt["sentence"] for doubt in meeting.doubts] == ["A new reading of the paper says “Room C” (venue)."]


def test_reading_again_shows_an_officer_with_an_open_form_that_the_record_changed(meeting, document, officer):
    opened = the(Action)
    again(document, actions=[acts("Rewrite the web page", owner="Damian Okoro")])
    with pytest.raises(corrections.ChangedMeanwhile):
        corrections.correct(opened, {"owner": "Helen Vance"}, officer, expected_version=opened.version)
