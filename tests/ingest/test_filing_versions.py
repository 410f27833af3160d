"""The draft and the approved minutes of one meeting: one meeting, read from the later, and nothing of it lost."""

import dataclasses
import datetime as dt

import pytest

from ingest.reading.model import PageRead
from minutes import corrections
from minutes.models import Action, AgendaItem, Attendee, Meeting, Resolution
from tests.builders import a_document, an_officer
from tests.ingest.papers import acts, attends, file, item, meets, paper, resolves

pytestmark = pytest.mark.django_db

DRAFT = paper(
    meets(venue="Room A"),
    pages=(PageRead(1, ("DRAFT MINUTES", "12 November 2025"), 595.0, 842.0),),
    attendees=[attends("Tariq Mahmood", "chair"), attends("Siân Prothero"), attends("Priya Nair")],
    items=[item("4", "Disclosure of interests"), item("5", "Home to school transport", "46 pupils wait.")],
    resolutions=[resolves("That the report be noted.", 1), resolves("That routes be reviewed.", 1, "recommended")],
    actions=[acts("Rewrite the web page", 1, owner="D Okoro"), acts("Share the slides", 1)],
)
APPROVED = dataclasses.replace(
    DRAFT,
    pages=(PageRead(1, ("MINUTES", "12 November 2025"), 595.0, 842.0),),
    items=(DRAFT.items[0], item("5", "Home to school transport", "64 pupils wait.")),
    actions=(acts("Rewrite the web page", 1, owner="Damian Okoro"),),
)


@pytest.fixture
def draft():
    return a_document(filename="draft.pdf")


@pytest.fixture
def approved():
    return a_document(filename="approved.pdf")


def versions(*documents):
    for document in documents:
        document.refresh_from_db()
    return [document.version for document in documents]


def test_the_approved_version_updates_the_meeting_that_its_draft_made(draft, approved):
    meeting = file(DRAFT, draft)
    keys = set(Attendee.objects.values_list("pk", flat=True))
    assert file(APPROVED, approved) == meeting
    meeting.refresh_from_db()
    assert (meeting.document, set(meeting.papers.all())) == (approved, {draft, approved})
    assert versions(draft, approved) == ["earlier", ""]
    assert AgendaItem.objects.get(number="5").text == "64 pupils wait."
    assert AgendaItem.objects.get(number="5").document == approved
    assert set(Attendee.objects.values_list("pk", flat=True)) == keys


def test_what_the_later_version_lacks_is_a_question_and_keeps_the_draft_as_its_source(draft, approved):
    file(DRAFT, draft)
    file(APPROVED, approved)
    slides = Action.objects.get(text="Share the slides")
    assert slides.document == draft
    assert [doubt["sentence"] for doubt in slides.doubts] == [
        "The later version of the paper, approved.pdf, does not find this. Keep it if it is right, or remove it if "
        "it is none."
    ]


def test_what_a_person_did_to_the_draft_s_records_holds(draft, approved):
    officer = an_officer()
    meeting = file(DRAFT, draft)
    corrections.correct(Action.objects.get(text="Rewrite the web page"), {"owner": "Helen Vance"}, officer)
    corrections.correct(meeting, {"date": dt.date(2025, 11, 13)}, officer)
    corrections.remove(Attendee.objects.get(name="Priya Nair"), officer, "was not there")
    added = corrections.add(Resolution, meeting, {"text": "That officers be thanked."}, officer)
    assert file(APPROVED, approved) == meeting
    action = Action.objects.get(text="Rewrite the web page")
    assert action.owner == "Helen Vance"
    assert "says “Damian Okoro” (owner)" in action.doubts[0]["sentence"]
    meeting.refresh_from_db()
    assert meeting.date == dt.date(2025, 11, 13)
    assert not Attendee.objects.filter(name="Priya Nair").exists()
    assert Resolution.objects.filter(pk=added.pk).exists()


def test_the_draft_after_the_approved_version_changes_nothing(draft, approved):
    meeting = file(APPROVED, approved)
    before = list(Action.everything.values())
    assert file(DRAFT, draft) == meeting
    assert versions(draft, approved) == ["earlier", ""]
    assert list(Action.everything.values()) == before


def test_the_draft_read_again_stays_the_earlier_version(draft, approved):
    meeting = file(DRAFT, draft)
    file(APPROVED, approved)
    before = list(Action.everything.values())
    for _ in range(2):
        assert file(DRAFT, draft) == meeting
        assert file(APPROVED, approved) == meeting
    assert versions(draft, approved) == ["earlier", ""]
    assert [row["doubts"] for row in Action.everything.values()] == [row["doubts"] for row in before]


def test_of_two_papers_that_are_no_drafts_the_one_that_came_later_counts(draft, approved):
    first = dataclasses.replace(DRAFT, pages=APPROVED.pages)
    meeting = file(first, draft)
    assert file(APPROVED, approved) == meeting
    assert versions(draft, approved) == ["earlier", ""]


def test_a_word_file_read_differently_one_day_stays_the_copy_it_was(draft):
    copy = a_document(filename="draft.docx")
    meeting = file(DRAFT, draft)
    file(DRAFT, copy)
    assert versions(copy) == ["copy"]
    assert file(dataclasses.replace(DRAFT, actions=()), copy) == meeting
    assert versions(draft, copy) == ["", "copy"]
    assert not Action.objects.with_questions().exists()


def test_a_meeting_of_the_same_day_at_another_hour_is_another(draft, approved):
    morning = file(dataclasses.replace(DRAFT, meeting=meets(start_time=dt.time(10))), draft)
    afternoon = file(dataclasses.replace(APPROVED, meeting=meets(start_time=dt.time(14))), approved)
    assert morning != afternoon
    assert Meeting.objects.count() == 2
    assert "draft.pdf" in afternoon.doubts[0]["sentence"]
