"""Ways of taking something on, or of being given it, that few councils share; and by when it is due."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.reading.records.dues import due
from tests.reading.invented_records import owned, read
from tests.reading.test_dates_due import DAYS


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Ms Nair undertook to have translations on the counters by 7 June.", "Priya Nair"),
        ("Tomos Ellis was tasked with arranging a visit to the site.", "Tomos Ellis"),
        ("The Director of Place promised Members a note on rents.", "Priya Nair"),
        ("The Cabinet Member said that she would be happy to share the letter with the Panel.", "Joan Birch"),
        ("I undertake to let members have a list of the plots.", None),
        ("I have undertaken to report back to the Panel by 30 June.", None),
        ("There are 43 vacant plots, and we will send the figures by site to Members.", None),
        ("It was noted that a note on water charges would be circulated to Members.", None),
        ("Councillor Penn asked for the lease. Ms Marsh said that this would be sent to him.", "Wendy Marsh"),
        ("The Panel asked that Members be kept informed of progress.", None),
        ("Action agreed: Tomos Ellis to book the hall.", "Tomos Ellis"),
        ("ACTION: Priya Nair, Director of Place, to write to the bank by Monday 20 May.", "Priya Nair"),
        ("Ms Marsh said she’d find out how many plots there were.", "Wendy Marsh"),
        ("The Director of Place gave a commitment that the fence would be mended by July.", "Priya Nair"),
        ("Ms Nair gave an assurance that the tenants would receive a written answer within a week.", "Priya Nair"),
        ("The Panel requested that the ferry operator be invited to its July meeting.", None),
        ("RESOLVED that the Director of Place gives consideration to a second gate.", "Priya Nair"),
        ("A breakdown of costs was requested.", None),
        ("It was requested that the lease be circulated to all Members by email.", None),
        ("Written responses would be provided to the questions from Councillor Penn.", None),
        ("Fen Water would be asked to attend a future meeting.", None),
        ("RESOLVED that the gate be mended by the end of June.", None),
    ],
)
def test_a_sentence_that_gives_somebody_something_to_do(line: str, owner: str | None) -> None:
    assert [one for _, one in owned(line)] == [owner]


@pytest.mark.parametrize(
    "lead", ["The Head of Parks agreed to provide:", "The Panel asked the Head of Parks to send members the following:"]
)
def test_a_list_of_what_somebody_is_to_provide(lead: str) -> None:
    lines = ("• the number of plots per site", "• a copy of the tenancy agreement")
    assert owned(lead, *lines) == [(line[2:], "Wendy Marsh") for line in lines]


def test_a_job_in_capitals_is_nobody_s_name() -> None:
    assert owned("The hedge was high. ACTION: HEAD OF PARKS TO CUT THE HEDGE IN SEPTEMBER.")[0][1] in (
        None,
        "Wendy Marsh",
    )


def test_who_i_is_in_minutes_is_said_to_be_unsure() -> None:
    (action,) = read("I undertake to let members have a list of the plots.")
    assert [doubt.sentence for doubt in action.doubts] == ["The paper says only I or we."]


def test_the_author_of_a_report_is_who_promised_in_it() -> None:
    lines = (
        "I undertake to let members have a list of the plots before the summer.",
        "I promised Councillor Oakes a written answer, which I shall send next week.",
        "We shall bring the two teams together in the autumn.",
    )
    assert [owner for _, owner in owned(*lines, kind="portfolio_report")] == ["Joan Birch", "Joan Birch"]


@pytest.mark.parametrize(
    "line",
    [
        "Members agreed to have regard to the guidance.",
        "The Head of Parks would be happy to consider it.",
        "We will continue to work with partners.",
        "The Chair hoped that the Head of Parks would provide more information in future reports.",
        "The Director of Place gave an assurance that the site was safe.",
        "Ms Nair had promised Members a note on rents in 2022.",
        "The Head of Parks asked that the Panel be given the rate in each ward; Ms Nair said that it was 6%.",
        "Ms Nair gave an assurance that the floor was sound.",
        "RESOLVED that the rota be supported, subject to the hours being shown for each site.",
        "RESOLVED to meet on 4 March and 6 May at 7pm.",
    ],
)
def test_a_sentence_that_gives_nobody_anything_to_do(line: str) -> None:
    assert owned(line) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("circulate the map before the site visit on 4 December", dt.date(2013, 12, 4)),
        ("send the list in time for the open day on Saturday 7 December", dt.date(2013, 12, 7)),
        ("publish the rules by the end of the financial year", dt.date(2014, 3, 31)),
        ("report back to the Panel after 18 months.", dt.date(2015, 5, 8)),
        ("report back after six months", dt.date(2014, 5, 8)),
    ],
)
def test_the_last_day_is_worked_out(text: str, day: dt.date) -> None:
    found = due(text, DAYS)
    assert found is not None
    assert found.date == day


@pytest.mark.parametrize(
    "text",
    [
        "circulate the letter signed by the Leader on 4 December",
        "the pilot had ended after six months",
        "raise this at the next meeting of the Chairs’ Group",
    ],
)
def test_what_is_no_last_day(text: str) -> None:
    found = due(text, DAYS)
    assert found is None or found.date is None


@pytest.mark.parametrize(
    "line",
    [
        "The Director of Place did not have the figure, but would include it in the Members’ Bulletin.",
        "Ms Nair said that she would include the figures in the next newsletter.",
        "Ms Nair did not know. She would ask wardens to keep a tally for a month.",
        "Ms Nair would ask site staff to send their records to Members.",
    ],
)
def test_what_somebody_would_do_after_the_meeting_for_an_answer(line: str) -> None:
    assert [owner for _, owner in owned(line)] == ["Priya Nair"]


@pytest.mark.parametrize(
    "line",
    [
        "The plan would include the meadow in the second phase.",
        "Ms Nair said that she would ask members to bear with her.",
        "Ms Nair said that she would ask people to be patient.",
        "The survey would include a question on rents.",
        "Ms Nair said that the report would include them.",
    ],
)
def test_what_would_be_part_of_a_thing_is_nobody_s_task(line: str) -> None:
    assert owned(line) == []
