"""What people type into forms: dates in parts, times as they are written, a table's values."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from minutes.inputs import DateField, TimeField, ValuesField

DATE = DateField(label="Due", required=False)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (["27", "3", "2026"], dt.date(2026, 3, 27)),
        (["27", "March", "2026"], dt.date(2026, 3, 27)),
        (["1", "sep", "2026"], dt.date(2026, 9, 1)),
        (["", "", ""], None),
    ],
)
def test_a_date_in_parts(parts: list[str], day: dt.date | None) -> None:
    assert DATE.clean(parts) == day


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (["31", "2", "2026"], "Due must be a real date, like 27 3 2026"),
        (["x", "2", "2026"], "Due must be a real date, like 27 3 2026"),
        (["1", "Smarch", "2026"], "Due must be a real date, like 27 3 2026"),
        (["1", "", ""], "Due must include a month and year"),
        (["1", "2", ""], "Due must include a year"),
        (["1", "2", "26"], "Due must have a year of 4 numbers, like 2026"),
    ],
)
def test_a_date_that_is_none_says_what_is_wrong(parts: list[str], sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DATE.clean(parts)
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("10:30am", dt.time(10, 30)),
        ("10.30", dt.time(10, 30)),
        ("2 p.m.", dt.time(14)),
        ("2pm", dt.time(14)),
        ("12:15 am", dt.time(0, 15)),
        ("1800", dt.time(18)),
        ("noon", dt.time(12)),
        ("", None),
    ],
)
def test_a_time_as_people_write_it(typed: str, time: dt.time | None) -> None:
    assert TimeField(required=False).clean(typed) == time


@pytest.mark.parametrize("typed", ["25:00", "14pm", "10:75", "soon"])
def test_a_time_that_is_none_says_what_is_wrong(typed: str) -> None:
    with pytest.raises(ValidationError, match="Start must be a time, like 10:30am or 2pm"):
        TimeField(label="Start").clean(typed)


def test_a_row_s_values_go_to_lines_and_back() -> None:
    values = [{"period": "Q1", "value": "41%"}, {"period": "", "value": "44%"}]
    field = ValuesField()
    assert field.prepare_value(values) == "Q1: 41%\n44%"
    assert field.clean("Q1: 41%\r\n44%\n") == values
