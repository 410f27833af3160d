"""Days and times, in the forms that councils print."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.reading.language.dates import dates
from ingest.reading.language.times import times

MEETING = dt.date(2013, 11, 8)


def _days(text: str, near: dt.date | None = None) -> list[str]:
    return [found.date.isoformat() for found in dates(text, near)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Friday, 8th November, 2013", "2013-11-08"),
        ("Friday,8thNovember2013", "2013-11-08"),
        ("Monday the 8th of November 2021", "2021-11-08"),
        ("12 Nov 2024", "2024-11-12"),
        ("12 Sept. 2024", "2024-09-12"),
        ("12-Nov-24", "2024-11-12"),
        ("TUESDAY 4 MARCH 2025", "2025-03-04"),
        ("March 4th, 2025", "2025-03-04"),
        ("12/11/2024", "2024-11-12"),
        ("9.7.19", "2019-07-09"),
        ("2024-11-12", "2024-11-12"),
        ("8 Nov 13", "2013-11-08"),
    ],
)
def test_full_dates_in_every_printed_form(printed: str, day: str) -> None:
    text = f"held on {printed} in the Council Chamber"
    (found,) = dates(text)
    assert found.date.isoformat() == day
    assert found.exact
    assert text[found.start : found.end] == found.printed == printed


@pytest.mark.parametrize(
    "text",
    [
        "31 September 2024",  # no such day
        "minute 14/25 was noted",
        "04.18.01 Apologies",
        "the 2024/25 March budget",
        "a budget of 2.5.1 lines",
        "5 May 2024/25",  # a municipal year, not a day's
        "17 January",  # no meeting to place it beside
        "version 10.11.12.13",
        "item 3 may be deferred",
    ],
)
def test_what_is_no_day_is_not_found(text: str) -> None:
    assert _days(text) == []


def test_a_day_without_a_year_is_the_next_one_after_the_meeting() -> None:
    assert _days("for the meeting on 17 January", MEETING) == ["2014-01-17"]
    assert _days("by 30 November.", MEETING) == ["2013-11-30"]
    assert not dates("17 January", MEETING)[0].exact


def test_a_weekday_decides_the_year_or_nothing_does() -> None:
    assert _days("Friday 17 January", MEETING) == ["2014-01-17"]
    assert _days("Thursday 17 January", MEETING) == ["2013-01-17"]  # said of the year before
    assert _days("Monday 17 January", MEETING) == []


def test_days_of_a_list_share_what_the_last_one_prints() -> None:
    assert _days("on 4 July, 12 December and 9 January 2025") == ["2024-07-04", "2024-12-12", "2025-01-09"]
    assert _days("on 8 and 9 November 2013") == ["2013-11-08", "2013-11-09"]
    assert _days("on 8/9 November 2013") == ["2013-11-08", "2013-11-09"]


def test_a_time_after_a_day_is_not_its_year() -> None:
    assert _days("17 January 10.30am", MEETING) == ["2014-01-17"]
    assert _days("17 January, 14:00", MEETING) == ["2014-01-17"]
    assert _days("17 January 10 am", MEETING) == ["2014-01-17"]


@pytest.mark.parametrize(
    ("printed", "clock"),
    [
        ("10.00 am", "10:00"),
        ("14.00pm", "14:00"),
        ("7.30 p.m.", "19:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12.00 midday", "12:00"),
        ("2pm", "14:00"),
        ("12.05am", "00:05"),
        ("12.30 p.m", "12:30"),
        ("19:00", "19:00"),
        ("19.00 hrs", "19:00"),
        ("1900 hours", "19:00"),
        ("10.30 AM", "10:30"),
    ],
)
def test_times_in_every_printed_form(printed: str, clock: str) -> None:
    text = f"commenced at {printed} and"
    (found,) = times(text)
    assert found.time.strftime("%H:%M") == clock
    assert found.exact
    assert text[found.start : found.end] == found.printed


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("10.30am - 12.15pm", ["10:30", "12:15"]),
        ("10.00 - 11.30am", ["10:00", "11:30"]),
        ("6-8pm", ["18:00", "20:00"]),
        ("10.00 to 12.30pm", ["10:00", "12:30"]),
        ("9.30 – 1.00pm", ["09:30", "13:00"]),
        ("started at 10.00 and closed at 12.15", ["10:00", "12:15"]),
    ],
)
def test_ranges(text: str, clocks: list[str]) -> None:
    assert [found.time.strftime("%H:%M") for found in times(text)] == clocks


def test_a_time_that_does_not_say_morning_or_evening_is_not_exact() -> None:
    (found,) = times("closed at 9.15")
    assert not found.exact


@pytest.mark.parametrize("text", ["£10.30", "paragraph 10.30 of the report", "rose by 3.25%", "1.2.3", "10.30 million"])
def test_numbers_are_no_times(text: str) -> None:
    assert times(text) == ()
