"""Indicators of reports over time: values as numbers, one series over several reports, drawn against their target."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from django.urls import reverse

from minutes.indicators.chart import axis, chart
from minutes.indicators.numbers import Number, direction, number, target
from minutes.indicators.series import series_of
from minutes.models import Committee, Meeting
from tests.builders import a_committee, a_councillor, a_meeting, an_indicator, an_officer
from tests.ingest.papers import the_year
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("41%", Number(41, "%")),
        ("41 per cent", Number(41, "%")),
        ("1,212", Number(1212)),
        ("19.4", Number(19.4)),
        ("16.8 days", Number(16.8)),
        ("£1.2m", Number(1_200_000, "£")),
        ("−3", Number(-3)),
        ("23 (provisional, 21 before)", Number(23)),
    ],
)
def test_a_value_that_is_one_number_is_drawn(printed: str, value: Number) -> None:
    assert number(printed) == value


@pytest.mark.parametrize(
    "printed",
    [
        "N/A",
        "",
        "8-10",
        "12 of 20",
        "<5",
        "1 in 5",
        "not yet known",
        "3 fewer than last year",
        "Q1 41%",
        "2024/25",
        "2,5",
    ],
)
def test_a_value_that_is_no_one_number_is_not_drawn(printed: str) -> None:
    assert number(printed) is None


@pytest.mark.parametrize(
    ("printed", "aim", "way"),
    [
        ("60% or higher", Number(60, "%"), 1),
        ("16 or fewer", Number(16), -1),
        ("≥ 85%", Number(85, "%"), 1),
        ("at most 12%", Number(12, "%"), -1),
        ("420", Number(420), 0),
        ("N/A", None, 0),
    ],
)
def test_a_target_has_a_number_and_a_direction(printed: str, aim: Number | None, way: int) -> None:
    assert (target(printed), direction(printed)) == (aim, way)


@pytest.mark.parametrize(
    ("least", "most", "whole"), [(41, 60, (0, 60)), (1212, 1248, (1210, 1250)), (0, 0, (0, 0.5)), (5, 5, (0, 6))]
)
def test_an_axis_has_round_numbers_and_holds_all_values(least: float, most: float, whole: tuple[float, float]) -> None:
    low, high, step = axis(least, most)
    assert (low, high) == whole
    assert low <= least <= most <= high
    assert step > 0


@pytest.fixture
def demonstration_year(demonstration: Any) -> Committee:
    return the_year(demonstration)


def test_the_demonstration_s_two_reports_are_seven_indicators_with_four_values_each(
    demonstration_year: Committee,
) -> None:
    told = {
        series.name: [point.printed for point in series.points]
        for series in series_of(demonstration_year, an_officer())
    }
    assert told["% of education, health and care plans issued within 20 weeks"] == ["41%", "44%", "52%", "57%"]
    assert told["Average caseload of children's social workers"] == ["19.4", "18.9", "17.6", "16.8"]
    assert told["Number of children looked after"] == ["1,212", "1,231", "1,248", "1,236"]
    assert {len(values) for values in told.values()} == {4}
    assert len(told) == 7


def test_the_demonstration_s_indicators_are_drawn_against_their_targets(demonstration_year: Committee) -> None:
    verdicts = {series.name[:20]: series.verdict for series in series_of(demonstration_year, an_officer())}
    assert verdicts["% of initial child p"] == "meets its target"
    assert verdicts["% of education, heal"] == "does not meet its target"
    assert verdicts["Number of approved f"] == "is below its target"
    assert verdicts["Number of children l"] == ""
    first = chart(series_of(demonstration_year, an_officer())[0])
    assert first is not None
    heights = [mark.y for mark in first.marks]
    assert heights == sorted(heights, reverse=True)  # 41, 44, 52, 57: each higher on the page
    assert first.target_y is not None
    assert first.target_y < min(heights)
    assert len(first.lines[0].split()) == 4


def test_the_page_of_indicators_has_a_drawing_in_words_and_a_table_with_pages(demonstration_year: Committee) -> None:
    response = as_(a_councillor()).get(reverse("committee_indicators", args=[demonstration_year.pk]))
    shown = response.content.decode()
    assert shown.count("<svg") == shown.count("<title id=") == shown.count("<desc id=") == 7
    assert " style=" not in shown
    assert "Latest: 57%" in words_of(response)
    assert shown.count('class="app-source"') == 28


def test_a_later_report_restates_a_period_that_names_its_year_and_no_other() -> None:
    for month, value, other in ((6, "41%", "10"), (9, "43%", "11")):
        meeting = a_meeting(date=dt.date(2025, month, 1), kind="portfolio_report")
        an_indicator(meeting, "Plans", values=[{"period": "2024/25", "value": value}])
        an_indicator(meeting, "Visits", values=[{"period": "Q1", "value": other}])
    plans, visits = series_of(a_committee(), an_officer())
    assert [(point.printed, [was.printed for was in point.restated]) for point in plans.points] == [("43%", ["41%"])]
    assert [point.printed for point in visits.points] == ["10", "11"]


def test_values_that_are_no_numbers_leave_a_gap_and_stay_in_the_table() -> None:
    values = [
        {"period": f"Q{place}", "value": value} for place, value in enumerate(("41%", "44%", "N/A", "52%", "57%"), 1)
    ]
    an_indicator(a_meeting(), "Plans", values=values)
    (series,) = series_of(a_committee(), an_officer())
    drawn = chart(series)
    assert drawn is not None
    assert [len(line.split()) for line in drawn.lines] == [2, 2]
    assert "Q3: N/A" in drawn.words
    assert "N/A" in words_of(as_(a_councillor()).get(reverse("committee_indicators", args=[a_committee().pk])))


def test_one_value_or_values_of_different_kinds_are_not_drawn() -> None:
    meeting = a_meeting()
    an_indicator(meeting, "One", values=[{"period": "Q1", "value": "41%"}])
    an_indicator(meeting, "Two", values=[{"period": "Q1", "value": "41%"}, {"period": "Q2", "value": "£41"}])
    assert [chart(series) for series in series_of(a_committee(), an_officer())] == [None, None]
    assert "not two numbers of one kind" in words_of(
        as_(a_councillor()).get(reverse("committee_indicators", args=[a_committee().pk]))
    )


def test_words_beside_and_below_a_drawing_have_room_on_a_telephone() -> None:
    """A letter takes twelve and a half units there: the drawing is half as wide, the words are not smaller."""
    months = ["April", "May", "June", "July", "August", "September", "October", "November", "December"]
    values = [{"period": f"{month} 2024", "value": f"£{1_200_000 + place}"} for place, month in enumerate(months)]
    an_indicator(a_meeting(), "Spent", values=values)
    drawn = chart(series_of(a_committee(), an_officer())[0])
    assert drawn is not None
    assert drawn.scale_x >= 12.5 * max(len(tick.words) for tick in drawn.ticks)
    below = [mark for mark in drawn.marks if mark.period]
    widest = 12.5 * max(len(words) for mark in below for _, words in mark.period)
    assert all(after.x - before.x >= widest for before, after in pairwise(below))
    assert {word for mark in below for _, words in mark.period for word in words.split()} <= {*months, "2024"}


def test_indicators_of_exempt_items_are_for_officers_alone() -> None:
    an_indicator(a_meeting(exempt=True), "Secret")
    assert series_of(a_committee(), a_councillor()) == []
    assert Meeting.objects.count() == 1
