"""The indicators of a committee's reports as series: one indicator, value after value, each with its page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from minutes.indicators.numbers import Number, direction, number, target
from minutes.models import Committee, Indicator, User
from minutes.wording import key

YEAR = re.compile(r"\d{4}")  # a period that names its year is the same in every report


@dataclass(slots=True)
class Point:
    """A value as printed, of a period as printed, in a report. ``restated`` are earlier reports' other values of it."""

    period: str
    printed: str
    indicator: Indicator
    restated: list[Point] = field(default_factory=list)

    @property
    def number(self) -> Number | None:
        return number(self.printed)

    @property
    def is_of_a_year(self) -> bool:
        """Whether the period is a whole year, beside quarters and months."""
        plain = key(self.period)
        return bool(re.search(r"outturn|annual|full year|whole year|year end", plain)) or bool(
            re.fullmatch(r"\d{4}(?: \d{2,4})?", plain)
        )


@dataclass(slots=True)
class Series:
    """An indicator over the reports, the oldest value first. ``target`` is as the newest report has it."""

    name: str
    points: list[Point] = field(default_factory=list)

    @property
    def newest(self) -> Indicator:
        return self.points[-1].indicator

    @property
    def target(self) -> str:
        return self.newest.target

    @property
    def target_number(self) -> Number | None:
        return target(self.target)

    @property
    def targets(self) -> list[str]:
        """Every target that was printed, in the order of the reports."""
        return list(dict.fromkeys(point.indicator.target for point in self.points if point.indicator.target))

    @property
    def verdict(self) -> str:
        """How the newest value stands to its target, in words; empty where either is no number or nothing says it."""
        last, aim, way = self.points[-1].number, self.target_number, direction(self.target)
        if last is None or aim is None or last.unit != aim.unit:
            return ""
        if last.value == aim.value:
            return "meets its target"
        if not way:
            return "is above its target" if last.value > aim.value else "is below its target"
        return "meets its target" if (last.value - aim.value) * way > 0 else "does not meet its target"


def has_series(committee: Committee, user: User) -> bool:
    return bool(_rows(committee, user).exists())


def series_of(committee: Committee, user: User) -> list[Series]:
    """The indicators of a committee's reports as the user may see them, in the order of the newest report."""
    found: dict[str, Series] = {}
    rows = _rows(committee, user).select_related("meeting", "document")
    for indicator in rows.order_by("meeting__date", "meeting_id", "order", "pk"):
        series = found.setdefault(key(indicator.name), Series(indicator.name))
        series.name = indicator.name
        for value in indicator.values:
            _take(series, Point(value.get("period") or "", value.get("value") or "", indicator))
    whole = [series for series in found.values() if series.points]
    return sorted(whole, key=lambda one: (_latest(one), one.newest.order))


def _rows(committee: Committee, user: User) -> Any:
    return Indicator.objects.visible_to(user).filter(meeting__committee=committee)


def _take(series: Series, point: Point) -> None:
    """Add a value. Where it is of a period that an earlier report had, with its year, it stands in its place."""
    for place, earlier in enumerate(series.points):
        same = key(earlier.period) == key(point.period) and YEAR.search(point.period)
        if same and earlier.indicator.meeting_id != point.indicator.meeting_id:
            differs = [earlier] if earlier.printed != point.printed else []
            point.restated = [*earlier.restated, *differs]
            series.points[place] = point
            return
    series.points.append(point)


def _latest(series: Series) -> str:
    """Orders by the newest report, the newest first."""
    day = series.newest.meeting.date
    return "".join(chr(255 - ord(letter)) for letter in str(day or ""))
