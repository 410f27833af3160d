"""Whose paper it is, and which papers are of one meeting."""

import dataclasses
import datetime as dt

import pytest

from minutes import corrections
from minutes.models import WITHIN_MEETINGS, Council, Meeting
from tests.builders import a_document, an_administrator
from tests.ingest.papers import A_PAPER, attends, everything, file, item, meets, paper, said

pytestmark = pytest.mark.django_db

# --- whose paper it is ------------------------------------------------------------------------------------------------


def test_a_committee_is_one_however_a_paper_spells_it():
    first = file(A_PAPER)
    second = file(paper(meets(dt.date(2026, 1, 14), committee="CHILDREN & FAMILIES SCRUTINY COMMITTEE")))
    assert first.committee == second.committee


def test_a_paper_that_names_no_council_is_the_only_council_s_where_the_committee_is_known():
    known = file(A_PAPER)
    silent = file(paper(meets(dt.date(2026, 1, 14), council=None)))
    assert (silent.council, silent.doubts) == (known.council, [])
    stranger = file(paper(meets(dt.date(2026, 1, 14), council=None, committee="Audit Panel")))
    assert stranger.council is None
    assert stranger.doubts_about("committee")


def test_between_two_councils_nobody_guesses():
    file(A_PAPER)
    file(paper(meets(council="Medway Council", committee="Business Support Committee")))
    silent = file(paper(meets(dt.date(2026, 1, 14), council=None)))
    assert silent.council is None
    assert silent.committee.council is None


def test_the_order_of_two_papers_makes_no_difference_to_their_committee():
    silent = file(paper(meets(dt.date(2026, 1, 14), council=None)))
    named = file(A_PAPER)
    silent.refresh_from_db()
    assert (silent.committee, silent.council, silent.doubts) == (named.committee, named.council, [])


def test_whose_committee_it_is_stays_as_an_administrator_said_it():
    file(A_PAPER)
    document, silent = a_document(), paper(meets(council=None, committee="Audit Panel"), attendees=[attends("A Smith")])
    meeting = file(silent, document)
    medway = Council.objects.create(name="Medway Council")
    corrections.correct(meeting.committee, {"council": medway}, an_administrator())
    before = everything()
    file(silent, document)
    assert everything() == before
    assert meeting.attendees.get().person.council == medway


# --- two papers of one meeting ----------------------------------------------------------------------------------------


def test_a_second_paper_that_says_the_same_belongs_to_the_same_meeting():
    first, second = a_document(), a_document()
    meeting = file(A_PAPER, first)
    before = {model: model.objects.count() for model in (Meeting, *WITHIN_MEETINGS)}
    reformatted = dataclasses.replace(A_PAPER, items=tuple(
        dataclasses.replace(one, quote=said(one.title, None)) for one in A_PAPER.items))  # fmt: skip
    for _ in range(2):
        assert file(reformatted, second) == meeting
    assert {model: model.objects.count() for model in (Meeting, *WITHIN_MEETINGS)} == before
    assert set(meeting.papers.all()) == {first, second}


def test_a_second_paper_with_other_business_is_a_meeting_of_its_own_with_a_question():
    first = file(A_PAPER, a_document(filename="morning.pdf"))
    second = file(paper(items=[item("1", "Apologies"), item("2", "The budget")]))
    assert second != first
    assert [doubt["sentence"] for doubt in second.doubts if "morning.pdf" in doubt["sentence"]]


def test_the_first_of_two_papers_is_not_asked_about_when_it_is_read_again():
    document = a_document()
    first = file(A_PAPER, document)
    file(paper(items=[item("1", "The budget")]))
    file(A_PAPER, document)
    first.refresh_from_db()
    assert not first.doubts_about(None)


def test_two_papers_of_a_council_s_own_meeting_are_told_apart_too():
    own = dataclasses.replace(A_PAPER, meeting=meets(committee=None))
    meeting = file(own)
    assert file(own) == meeting
    assert file(A_PAPER) != meeting


def test_a_report_to_the_same_meeting_is_another_paper():
    minutes = file(A_PAPER)
    report = file(dataclasses.replace(A_PAPER, meeting=meets(kind="portfolio_report")))
    assert report != minutes
    assert report.doubts == []
