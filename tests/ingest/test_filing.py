"""What was read becomes rows: once, whole, with its sources; and the same rows when it is read again."""

import dataclasses
import datetime as dt

import pytest

from ingest.reading.model import Box, Doubt, NextMeeting, PageRead, Quote
from minutes import corrections
from minutes.models import (
    WITHIN_MEETINGS,
    Action,
    AgendaItem,
    Attendee,
    Committee,
    Council,
    Document,
    Indicator,
    Interest,
    Meeting,
    Person,
    Resolution,
)
from tests.builders import a_document, an_administrator
from tests.ingest.papers import acts, attends, declares, file, item, measures, meets, paper, resolves, said

pytestmark = pytest.mark.django_db


def everything():
    """All rows with all their columns, to compare before and after."""
    models = (Meeting, *WITHIN_MEETINGS, Person, Council, Committee, Document)
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


A_PAPER = paper(
    meets(
        start_time=dt.time(10, 30),
        venue="Committee Room B",
        next_meeting=NextMeeting(dt.date(2026, 1, 14), dt.time(10, 30), "County Hall"),
        signatory="T Mahmood",
        doubts=(Doubt("The date says Wednesday but 12 November 2025 was a Tuesday.", "date"),),
    ),
    attendees=[
        attends("Tariq Mahmood", "chair"),
        attends("Siân Prothero", forms=("CC Siân Prothero",)),
        attends("Damian Okoro", "officer", position="Head of Passenger Transport", items=(1,)),
    ],
    items=[
        item("3", "Disclosure of interests"),
        item("5", "Home to school transport", "Damian reported.\n\nIt is late."),
    ],
    resolutions=[
        resolves("That walking routes be reviewed.", 1, "recommended", number="i", recipient="Cabinet Member"),
    ],
    actions=[
        acts("Rewrite the web page", 1, owner="Damian Okoro", due=dt.date(2025, 12, 19), due_printed="by Christmas"),
        acts("Review walking routes", 1, owner="Cabinet Member", resolution=0),
    ],
    interests=[declares("Siân Prothero", 1, declared_under=0, left_the_room=False)],
    indicators=[measures("Plans within 20 weeks", "41%", "44%", periods=("Q1", "Q2"), target="60%", item=1)],
)  # fmt: skip


# --- filed once ---------------------------------------------------------------------------------------------------


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


# --- what is no minutes -------------------------------------------------------------------------------------------


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


# --- whose paper it is --------------------------------------------------------------------------------------------


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


# --- the same document again --------------------------------------------------------------------------------------


def test_filing_twice_gives_the_same_rows():
    document = a_document()
    file(A_PAPER, document)
    before = everything()
    file(A_PAPER, document)
    assert everything() == before


def test_a_better_reading_updates_what_nobody_touched_in_the_same_rows():
    document = a_document()
    meeting = file(A_PAPER, document)
    keys = {model: sorted(model.objects.values_list("pk", flat=True)) for model in WITHIN_MEETINGS}
    better = dataclasses.replace(
        A_PAPER,
        attendees=(attends("T Mahmood", "chair"), *A_PAPER.attendees[1:]),
        items=(item("3", "Disclosure of pecuniary interests"), item("5", "Home to School Transport", "More text.")),
        resolutions=(resolves("That the walking routes be reviewed.", 1, "recommended", number="(i)"),),
        actions=(acts("Rewrite the web page on budgets", 1, owner="Damian Okoro"), A_PAPER.actions[1]),
        interests=(declares("Siân Prothero", 1, "pecuniary"),),
        indicators=(measures("Plans within 20 weeks (%)", "41%", item=1),),
    )
    assert file(better, document) == meeting
    assert {model: sorted(model.objects.values_list("pk", flat=True)) for model in WITHIN_MEETINGS} == keys
    action = Action.objects.get(owner="Damian Okoro")
    assert (action.text, action.due, action.doubts) == ("Rewrite the web page on budgets", None, [])
    assert Resolution.objects.get().number == "(i)"
    assert Interest.objects.get().kind == "pecuniary"
    assert AgendaItem.objects.get(number="5").text == "More text."
    assert Indicator.objects.get().name == "Plans within 20 weeks (%)"
    assert Attendee.objects.get(role="chair").name == "T Mahmood"


def test_a_record_that_a_new_reading_lacks_becomes_a_question_until_it_is_found_again():
    document = a_document()
    meeting = file(A_PAPER, document)
    file(dataclasses.replace(A_PAPER, actions=A_PAPER.actions[1:]), document)
    lacking = meeting.actions.get(text="Rewrite the web page")
    assert [doubt["kind"] for doubt in lacking.doubts] == ["gone"]
    file(A_PAPER, document)
    lacking.refresh_from_db()
    assert lacking.doubts == []


def test_equal_records_stay_apart():
    read = paper(items=[item("1", "One"), item("2", "Two")],
                 resolutions=[resolves("That it be noted.", 0), resolves("That it be noted.", 1),
                              resolves("That it be noted.", 1)])  # fmt: skip
    document = a_document()
    meeting = file(read, document)
    before = everything()
    file(read, document)
    assert everything() == before
    assert meeting.resolutions.count() == 3


def test_a_new_reading_in_another_order_moves_rows_and_mixes_none_up():
    document = a_document()
    meeting = file(A_PAPER, document)
    was = dict(meeting.actions.values_list("text", "pk"))
    file(dataclasses.replace(A_PAPER, actions=A_PAPER.actions[::-1]), document)
    assert dict(meeting.actions.values_list("text", "pk")) == was
    assert [action.text for action in meeting.actions.all()] == ["Review walking routes", "Rewrite the web page"]


def test_a_reading_that_finds_no_meeting_any_more_drops_nothing():
    document = a_document()
    meeting = file(A_PAPER, document)
    assert file(paper(meets(None, kind=None, council=None, committee=None)), document) == meeting
    meeting.refresh_from_db()
    assert meeting.actions.count() == 2
    assert "gone" in [doubt["kind"] for doubt in meeting.doubts]


def test_a_failure_leaves_nothing_half_filed():
    document = a_document()
    broken = dataclasses.replace(A_PAPER, interests=(declares("X", 0, kind="nonsense"),))
    before = everything()
    with pytest.raises(Exception, match="interest_kind_known"):
        file(broken, document)
    assert everything() == before


# --- two papers of one meeting ------------------------------------------------------------------------------------


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
