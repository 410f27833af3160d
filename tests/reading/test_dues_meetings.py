"""Days that are counted from meetings: those that a paper lists, and so long before the next one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.records.dues import Calendar, due
from ingest.reading.records.dues_meetings import meetings_listed
from tests.reading.invented import MEETING, block, paper
from tests.reading.invented_records import read

MARCH, MAY = dt.date(2014, 3, 11), dt.date(2014, 5, 6)
DAYS = Calendar(dt.date(2013, 11, 8), dt.date(2013, 12, 6), (MARCH, MAY), "Parks Scrutiny Panel")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("bring the map to the March meeting", "2014-03-11"),
        ("bring the map to the Panel's meeting in March 2014", "2014-03-11"),
        ("bring the map to its meeting in April 2014", "2014-04-30"),
        ("should attend the meeting of the Hall Trust on 3 December", "2013-12-03"),
        ("be asked to attend the March meeting", "2014-03-11"),
        ("mend the gate before April 2014", "2014-03-31"),
        ("mend the gate by April 2014", "2014-04-30"),
        ("a group be set up to report back to the Committee in March", "2014-03-11"),
        ("send the map round a week before the next meeting", "2013-11-29"),
        ("send the map round five working days before the next meeting", "2013-11-29"),
        ("send the map two weeks before the meeting on 11 March 2014", "2014-02-25"),
        ("bring the map to the following meeting", "2013-12-06"),
        ("draw a map, for consideration on 11 March 2014", "2014-03-11"),
        ("would look at the map and report back to the Committee in January", "2014-01-31"),
        ("was asked to arrange a first meeting of the wardens in March", "2014-03-31"),
        ("send the rents of the last two years by 4 December 2013", "2013-12-04"),
    ],
)
def test_a_meeting_gives_the_day(text: str, day: str) -> None:
    found = due(text, DAYS)
    assert found is not None
    assert str(found.date) == day


@pytest.mark.parametrize(
    "text",
    [
        "bring the map to the April meeting",
        "bring it to the meeting with the school and to the following meeting of its governors",
        "send the map a week before the works begin",
        "bring the map to the March Cabinet meeting",
        "bring the map to the Council's next meeting",
        "send the map two weeks before the March Council meeting",
    ],
)
def test_of_a_meeting_that_is_not_listed_nothing_is_made_up(text: str) -> None:
    found = due(text, DAYS)
    assert found is None or found.date is None


@pytest.mark.parametrize("body", [None, "Town Council"])
def test_the_councils_own_meeting_is_on_the_day_that_is_listed(body: str | None) -> None:
    found = due("bring the map to the March Council meeting", replace(DAYS, body=body))
    assert found is not None
    assert found.date == MARCH


def test_the_days_of_later_meetings_are_read_where_the_paper_lists_them() -> None:
    one = paper("The meeting closed at 9pm.", "Meetings for the rest of the civic year: 9 July 2024, 3 September 2024.")
    assert meetings_listed(one, MEETING.date) == (dt.date(2024, 7, 9), dt.date(2024, 9, 3))
    headed = replace(one, sections=(replace(one.sections[0], title="Dates of future meetings"),))
    under = replace(headed.sections[0], blocks=(block("3 September 2024, 6pm"),))
    headed = replace(headed, sections=(under,))
    assert meetings_listed(headed, MEETING.date) == (dt.date(2024, 9, 3),)


def test_days_of_another_body_or_gone_by_are_not_the_committees() -> None:
    one = paper("Meetings for the rest of the civic year, Cabinet: 9 July 2024.", "Future meetings: 4 March 2024.")
    assert meetings_listed(one, MEETING.date) == ()


def test_an_action_for_a_months_meeting_is_due_on_the_day_that_is_listed() -> None:
    found = read(
        "The Head of Parks was asked to bring a map to the September meeting.",
        "Future meetings: 9 July 2024, 3 September 2024.",
    )
    assert [one.due for one in found] == [dt.date(2024, 9, 3)]
