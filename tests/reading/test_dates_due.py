"""By when something is due, in the words that minutes use."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.reading.records.dues import Calendar, due, due_in_column

DAYS = Calendar(dt.date(2013, 11, 8), dt.date(2013, 12, 6))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Provide a list of the closed libraries by 30 November.", "2013-11-30"),
        ("send it no later than Friday 7 March", "2014-03-07"),
        ("train all members before the Annual Meeting on 21 May 2014", "2014-05-21"),
        ("asked for a report back for the Scrutiny Committee meeting on 17 January.", "2014-01-17"),
        ("bring costed options to the meeting to be held on 23 January 2014", "2014-01-23"),
        ("submit the plan to the Panel on 21 October 2014", "2014-10-21"),
        ("draft a protocol by the end of March", "2014-03-31"),
        ("draft a protocol before the end of November", "2013-11-30"),
        ("clear the ditch by Feb/March", "2014-03-31"),
        ("be invited before the end of 2014", "2014-12-31"),
        ("a report be presented in March 2014", "2014-03-31"),
        ("report by Q3 2014/15", "2014-12-31"),
        ("report by Q4 2014/15", "2015-03-31"),
        ("reply within six weeks", "2013-12-20"),
        ("reply within 14 days.", "2013-11-22"),
        ("request an update in three to six months.", "2014-05-08"),
        ("return in six months’ time", "2014-05-08"),
        ("return in a year's time", "2014-11-08"),
        ("reply in writing within 28 days of this meeting", "2013-12-06"),
        ("reply within ten working days", "2013-11-22"),
        ("circulate the figures before the Committee’s next meeting", "2013-12-06"),
        ("bring the map by Friday week, 22 November", "2013-11-22"),
        ("bring the map by Tuesday week", "2013-11-19"),
        ("Circulate the map. By: end of January 2014", "2014-01-31"),
        ("be arranged for members during February", "2014-02-28"),
        ("report to the next meeting on the cost of the gates", "2013-12-06"),
        ("train all members before the end of the calendar year", "2013-12-31"),
        ("call it in the week beginning 2 December 2013", "2013-12-06"),
        ("reply by mid-January", "2014-01-15"),
        ("return the form by May.", "2014-05-31"),
        ("say by noon on Monday whether it would be done", "2013-11-11"),
        ("reply by close of play on Thursday", "2013-11-14"),
        ("reply by 12 noon on 18 November", "2013-11-18"),
        ("count them by the end of next month", "2013-12-31"),
        ("count them within the next fortnight", "2013-11-22"),
        ("count them within one calendar month", "2013-12-08"),
        ("be invited to attend the next meeting", "2013-12-06"),
        ("bring it to the Panel’s December meeting", "2013-12-06"),
        ("find out how many had applied and report back by 10 December 2013", "2013-12-10"),
        ("send the letter that was promised in July be sent by 10 December 2013", "2013-12-10"),
        ("say by 10 December 2013 whether the scheme would go on", "2013-12-10"),
        ("was asked whether she could send it by Friday", "2013-11-15"),
        ("circulate the plan, which would be adopted in May, by 20 November", "2013-11-20"),
        ("write by 21 November 2013 asking for the report to be sent before Christmas", "2013-11-21"),
    ],
)
def test_the_last_day_is_worked_out(text: str, day: str) -> None:
    found = due(text, DAYS)
    assert found is not None
    assert found.date is not None
    assert found.date.isoformat() == day
    assert found.printed in text


@pytest.mark.parametrize(
    "text",
    [
        "tell councillors of each order within five working days of the application",
        "look at it again in the summer",
        "report in Spring 2027",
        "send it as soon as possible",
        "report on the new hours after twelve months of their operation",
        "give the share of plans issued within 20 weeks",
        "say how many places were named after 31 July in each of the last two years",
        "correct the minutes of the meeting on 8 October 2013",
        "bring it to the November meeting",
        "send the figures by 2 October",
        "send the figures by the end of October",
        "find out whether the bridge would open by 30 November 2013",
        "explain how the target would be met by March 2014",
        "circulate the plan, which would be adopted by the Council on 3 December 2013",
        "circulate the minutes of the Board’s meeting on 3 December 2013",
        "circulate the notes of the workshop to be held on 3 December 2013",
        "circulate the scheme that must be finished by March 2014",
        "write to those who have not replied by 1 December 2013",
        "report within two cycles",
        "report every six months",
        "count them by ward",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    found = due(text, DAYS)
    assert found is None or found.date is None


def test_a_span_without_a_meeting_date_is_said_but_not_worked_out() -> None:
    found = due("reply within six weeks", Calendar(None))
    assert found is not None
    assert (found.date, found.printed) == (None, "within six weeks")


def test_the_next_meeting_is_a_date_only_where_the_paper_gives_it() -> None:
    found = due("circulate it before the next meeting", Calendar(DAYS.meeting))
    assert found is not None
    assert found.date is None


def test_working_days_carry_a_doubt_about_bank_holidays() -> None:
    found = due("reply within ten working days", DAYS)
    assert found is not None
    assert found.doubt


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("23/06/2014", "2014-06-23"),
        ("7 July", "2014-07-07"),
        ("March 2014", "2014-03-31"),
        ("End of January", "2014-01-31"),
        ("Next meeting", "2013-12-06"),
        ("May 2014", "2014-05-31"),
        ("May", "2014-05-31"),
        ("Mid January", "2014-01-15"),
        ("w/c 2 December", "2013-12-06"),
        ("ASAP", None),
        ("End of term", None),
        ("Ongoing", None),
    ],
)
def test_a_due_column(cell: str, day: str | None) -> None:
    found = due_in_column(cell, DAYS)
    assert found is not None
    assert found.printed == cell
    assert (found.date and found.date.isoformat()) == day


def test_an_empty_due_column_says_nothing() -> None:
    assert due_in_column("  ", DAYS) is None
