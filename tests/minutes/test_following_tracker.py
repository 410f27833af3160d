"""The tracker that goes to committee, the year's figures, and the list of what is outstanding."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx.oxml.ns import qn

from minutes.following import impact, numbers, responses, tracker, tracker_document, updates
from minutes.models import Response
from tests.builders import a_committee, a_councillor, a_meeting, a_person, a_recommendation, an_action, an_item
from tests.looking import as_, csv_of, in_days, words_of

pytestmark = pytest.mark.django_db
SINCE, UNTIL = dt.date(2025, 12, 1), dt.date(2026, 3, 18)


@pytest.fixture
def committee(officer):
    """One recommendation answered in the period and one late, an action overdue, one closed, and one exempt."""
    meeting = a_meeting()
    answered = a_recommendation(meeting, "That walking routes be reviewed.")
    late = a_recommendation(meeting, "That vacancies be filled.")
    numbers.number([answered, late])
    responses.answer(answered, officer, "accepted", dt.date(2025, 12, 22), text="They will be.")
    Response.objects.filter(resolution=late).update(due=dt.date(2026, 1, 12))
    an_action(meeting, "rewrite the web page", owner="Damian Okoro", due=dt.date(2026, 1, 5))
    closed = an_action(meeting, "Visit the depot", owner="Helen Vance")
    updates.report(closed, officer, "Visited", "complete", dt.date(2026, 1, 10))
    an_action(meeting, "Sell the secret site", item=an_item(meeting, exempt=True))
    return meeting.committee


def written(committee):
    return docx.Document(io.BytesIO(tracker_document.write(tracker.Tracker.of(committee, SINCE, UNTIL))))


def cells(document):
    return " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_the_tracker_has_what_is_open_and_what_changed(committee):
    told = tracker.Tracker.of(committee, SINCE, UNTIL)
    assert [one.text for one in told.recommendations] == [
        "That walking routes be reviewed.",
        "That vacancies be filled.",
    ]
    assert [one.text for one in told.answered] == ["That walking routes be reviewed."]
    assert [one.text for one in told.actions] == ["rewrite the web page"]
    assert [one.text for one in told.closed] == ["Visit the depot"]


def test_what_was_answered_and_closed_before_the_period_is_left_out(committee):
    told = tracker.Tracker.of(committee, dt.date(2026, 2, 1), UNTIL)
    assert [one.text for one in told.recommendations] == ["That vacancies be filled."]
    assert (told.answered, told.closed) == ([], [])


def test_an_answer_counts_for_the_meeting_that_was_told_of_it(committee, officer):
    told_at = a_meeting(date=dt.date(2026, 2, 10))
    recommendation = a_recommendation(a_meeting(), "That hedges be cut.")
    responses.answer(recommendation, officer, "accepted", dt.date(2025, 11, 20), meeting=told_at)
    assert recommendation in tracker.Tracker.of(committee, SINCE, UNTIL).answered


def test_the_document_can_be_read_by_everybody(committee):
    document = written(committee)
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.title.startswith("Actions and recommendations tracker: Children and Families")
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == [
        "Recommendations",
        "Answered since 1 December 2025",
        "Outstanding actions",
        "Actions closed since 1 December 2025",
        "The year 2025/26 in figures",
    ]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])
        assert all(cell.text for cell in table.rows[0].cells)
        assert not table._tbl.findall(f".//{qn('w:gridSpan')}")
    section = document.sections[0]
    assert section.page_width > section.page_height
    for table in document.tables:
        wide = sum(column.width for column in table.columns)
        assert wide <= section.page_width - section.left_margin - section.right_margin


def test_the_years_in_figures_are_those_of_the_period_in_which_the_committee_met(committee):
    a_meeting(date=dt.date(2024, 9, 11))

    def years(since, until):
        return tracker.Tracker.of(committee, since, until).years()

    assert years(dt.date(2025, 12, 1), dt.date(2027, 1, 8)) == [2025]  # nothing was yet done in the next
    assert years(dt.date(2025, 4, 29), UNTIL) == [2025, 2024]
    assert years(dt.date(2025, 4, 30), UNTIL) == [2025]
    assert years(dt.date(2030, 6, 1), dt.date(2031, 6, 1)) == [2031]


def test_each_page_of_the_document_has_its_number_under_it(committee):
    footer = written(committee).sections[0].footer.paragraphs[0]
    assert footer.text.endswith(", page ")
    assert [one.get(qn("w:instr")) for one in footer._p.iter(qn("w:fldSimple"))] == ["PAGE"]


def test_the_document_says_late_and_missing_answers_plainly(committee):
    told = cells(written(committee))
    assert "No answer, 65 days late" in told
    assert "Accepted on 22 December 2025" in told
    assert "overdue by 72 days Rewrite the web page" in told
    assert "CF 25/26 01" in told


def test_nothing_exempt_goes_to_committee(committee, officer):
    told = cells(written(committee))
    assert "secret" not in told
    page = as_(officer).get("/tracker/tracker.csv", {"committee": committee.pk})
    assert b"secret" not in b"".join(page.streaming_content)


def test_an_empty_tracker_says_so():
    document = written(a_committee("Roads Scrutiny Committee"))
    said = " ".join(one.text for one in document.paragraphs)
    assert "No recommendation is open." in said
    assert "No action is outstanding." in said


def test_the_table_for_spreadsheets_has_a_row_each(committee, officer):
    query = {"committee": committee.pk, "since": SINCE.isoformat(), "until": UNTIL.isoformat()}
    sent = as_(officer).get("/tracker/tracker.csv", query)
    rows = csv_of(sent)
    assert [(row["Kind"], row["Number"], row["In this period"]) for row in rows] == [
        ("Recommendation", "CF 25/26 01", "answered"),
        ("Recommendation", "CF 25/26 02", ""),
        ("Action", "", ""),
        ("Action", "", "closed"),
    ]


def test_the_page_begins_with_the_last_meeting(committee, officer):
    shown = words_of(as_(officer).get("/tracker/", {"committee": committee.pk}))
    assert "After 12 November 2025" in shown
    assert "Outstanding actions: 1" in shown
    wrong = as_(officer).get("/tracker/", {"committee": committee.pk, "since": "2026-03-01", "until": "2026-01-01"})
    assert "The period must end after it begins" in words_of(wrong)


def test_the_tracker_costs_no_more_queries_for_more_rows(committee):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            list(tracker.rows(tracker.Tracker.of(committee, SINCE, UNTIL)))
        return len(caught)

    few = queries()
    meeting = a_meeting(date=dt.date(2026, 1, 14))
    for number in range(10):
        an_action(meeting, f"Action {number}")
        numbers.number([a_recommendation(meeting, f"That {number} be done.")])
    assert queries() == few


def test_the_year_s_impact_is_counted(committee):
    told = impact.of_year(2025, committee)
    assert dict(told.recommendations) == {
        "Recommended": 2,
        "Answered": 1,
        "Accepted": 1,
        "Accepted in part or in principle": 0,
        "Not accepted": 0,
        "Awaiting an answer": 1,
        "Answered late, or late now": 1,
        "Delivered": 0,
    }
    assert dict(told.actions)["Agreed"] == 2
    assert dict(impact.of_year(2024, committee).actions)["Agreed"] == 0
    assert "Recommended" in words_of(as_(a_councillor()).get("/impact/?year=2025"))


# --- the outstanding actions


def test_what_the_committee_did_not_hear_of_for_three_meetings_is_found(officer):
    forgotten = an_action(a_meeting(date=dt.date(2025, 6, 10)), "Send the addresses")
    spoken_of = an_action(a_meeting(date=dt.date(2025, 6, 11)), "Paint the fence")
    for month in (7, 9, 11):
        a_meeting(date=dt.date(2025, month, 9))
    a_meeting(date=dt.date(2025, 10, 1), kind="briefing_notes")
    updates.report(spoken_of, officer, "Begun", on=dt.date(2025, 9, 9))
    page = words_of(as_(officer).get("/actions/?silent=on"))
    assert "Send the addresses" in page
    assert "Paint the fence" not in page
    everything = words_of(as_(officer).get("/actions/"))
    assert "Nothing since it was agreed, 4 meetings ago" in everything
    assert "no word for 1 meeting" in everything
    assert forgotten.is_outstanding


def test_own_actions_are_one_choice():
    person = a_person("Tariq Mahmood")
    an_action(a_meeting(), "Write to the Leader", owner_person=person, due=in_days(3))
    an_action(a_meeting(), "Paint the fence")
    page = words_of(as_(a_councillor(person=person)).get("/actions/?mine=on"))
    assert "Write to the Leader" in page
    assert "Paint the fence" not in page


def test_the_home_page_counts_answers_and_reports(committee, officer):
    shown = words_of(as_(officer).get("/"))
    assert "1 answer is late" in shown
    councillor = words_of(as_(a_councillor()).get("/"))
    assert "Reports to confirm" not in councillor
