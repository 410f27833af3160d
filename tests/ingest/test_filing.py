"""What was read becomes rows: once, whole, with its sources."""

import dataclasses
import datetime as dt

import pytest

from ingest.reading.model import Box, PageRead, Quote
from minutes.models import Meeting
from tests.builders import a_document
from tests.ingest.papers import A_PAPER, acts, declares, everything, file, item, meets, paper, resolves

pytestmark = pytest.mark.django_db

# --- filed once -------------------------------------------------------------------------------------------------------


def test_a_paper_becomes_its_meeting():
    document = a_document()
    meeting = file(A_PAPER, document)
    assert str(meeting) == "Children and Families Scrutiny Committee, 12 November 2025"
    assert meeting.committee.council.name == "Wyreshire County Council"
    assert (meeting.start_time, meeting.end_time, meeting.venue) == (dt.time(10, 30), None, "Committee Room B")
    assert (meeting.next_date, meeting.next_venue) == (dt.date(2026, 1, 14), "County Hall")
    assert meeting.doubts_about("date")[0]["sentence"].startswith("The date says Wednesday")
    assert meeting.sources["date"]["text"] == "12 November 2025"
    document.refresh_from_db()
    assert (document.meeting, document.kind, document.page_count) == (meeting, "minutes", 1)
    assert document.pages.get().text == "MINUTES\n\n12 November 2025"


def test_records_name_each_other_and_their_source():
    document = a_document()
    meeting = file(A_PAPER, document)
    under, transport = meeting.items.all()
    assert (transport.number, transport.text) == ("5", "Damian reported.\n\nIt is late.")
    rewrite, review = meeting.actions.all()
    assert rewrite.item == transport
    assert rewrite.owner_person.name == "Damian Okoro"
    assert (rewrite.due, rewrite.due_printed) == (dt.date(2025, 12, 19), "by Christmas")
    assert (review.resolution, review.owner_person) == (meeting.resolutions.get(), None)
    assert (rewrite.document, rewrite.page, rewrite.quote) == (document, 1, "Rewrite the web page")
    assert rewrite.boxes == [[72, 100, 300, 112]]
    interest = meeting.interests.get()
    assert (interest.item, interest.declared_under) == (transport, under)
    assert (interest.attendee.name, interest.person.name, interest.left_the_room) == (
        "Siân Prothero",
        "Siân Prothero",
        False,
    )
    assert meeting.indicators.get().values == [{"period": "Q1", "value": "41%"}, {"period": "Q2", "value": "44%"}]
    assert list(meeting.attendees.get(name="Damian Okoro").items.all()) == [transport]


def test_a_quote_over_a_page_break_keeps_both_parts():
    quote = Quote("That the report", 1, (Box(72, 800, 200, 812),), rest=Quote("be noted.", 2, (Box(72, 50, 120, 62),)))
    clause = dataclasses.replace(resolves("That the report be noted."), quote=quote)
    meeting = file(paper(items=[item("1", "Report")], resolutions=[clause]))
    parts = meeting.resolutions.get().quote_parts
    assert [(part["page"], part["text"]) for part in parts] == [(1, "That the report"), (2, "be noted.")]


def test_a_word_file_is_kept_by_paragraphs():
    word = paper(attendees=[], pages=(PageRead(None, ("MINUTES", "Present")),))
    document = a_document()
    file(word, document)
    document.refresh_from_db()
    assert document.page_count is None
    assert document.pages.get().paragraphs == ["MINUTES", "Present"]


def test_what_is_unknown_stays_empty():
    meeting = file(paper(meets(venue=None), actions=[acts("Circulate the figures", None)]))
    action = meeting.actions.get()
    assert (action.item, action.owner, action.owner_person, action.due) == (None, "", None, None)
    assert (meeting.venue, meeting.start_time, meeting.next_date) == ("", None, None)


def test_characters_that_no_database_takes_are_left_out():
    meeting = file(paper(actions=[acts("Circulate\0 the \ud800figures", None)]))
    assert meeting.actions.get().text == "Circulate the ?figures"


def test_a_record_without_words_is_none():
    meeting = file(paper(items=[item("1", "One")], resolutions=[resolves(""), resolves("That it be noted.")],
                         actions=[acts("Do it", 0, resolution=0), acts("Do that", 0, resolution=1)]))  # fmt: skip
    clause = meeting.resolutions.get()
    assert [action.resolution for action in meeting.actions.all()] == [None, clause]


def test_a_failure_leaves_nothing_half_filed():
    document = a_document()
    broken = dataclasses.replace(A_PAPER, interests=(declares("X", 0, kind="nonsense"),))
    before = everything()
    with pytest.raises(Exception, match="interest_kind_known"):
        file(broken, document)
    assert everything() == before


# --- what is no minutes -----------------------------------------------------------------------------------------------


def test_a_document_that_is_no_minutes_is_kept_without_a_meeting():
    document = a_document()
    assert file(paper(meets(None, kind=None, council=None, committee=None)), document) is None
    document.refresh_from_db()
    assert (document.meeting, document.kind) == (None, "")
    assert document.pages.count() == 1
    assert not Meeting.everything.exists()


def test_a_paper_of_no_kind_but_with_records_is_filed():
    meeting = file(paper(meets(kind=None), actions=[acts("Circulate the figures", None)]))
    assert meeting.kind == ""
    assert meeting.actions.count() == 1


def test_a_paper_that_says_neither_body_nor_date_makes_no_meeting():
    assert file(paper(meets(None, council=None, committee=None), actions=[acts("Do it", None)])) is None


def test_a_paper_with_a_date_alone_is_a_meeting_of_nobody_known():
    meeting = file(paper(meets(council=None, committee=None)))
    assert (meeting.committee, meeting.council, meeting.date) == (None, None, dt.date(2025, 11, 12))
