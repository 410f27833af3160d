"""A series as a drawing: where its points, its line and its target stand, in units of the drawing."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

from minutes.indicators.series import Point, Series

WIDTH, HEIGHT = 640, 310
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 34, 72  # what stands around the plot, at least
STEPS = (1, 2, 5, 10)
LETTER = 12.5  # the width of one on a telephone, where letters are largest beside the drawing
LEAST_LETTERS, MOST_LETTERS = 7, 14  # of a period in a line
LINE = 20  # from one line of a period to the next
NEAR = 30  # a value's words above its point would be on the target's line


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the drawing with its value as printed, and below the axis its period: lines with their height.

    The value stands above the point, or below it where the target's line is above.
    """

    x: float
    y: float
    printed: str
    period: list[tuple[int, str]]
    is_of_a_year: bool
    is_below_target: bool = False

    @property
    def words_y(self) -> float:
        return round(self.y + (21 if self.is_below_target else -11), 1)

    @property
    def square(self) -> tuple[float, float]:
        """The upper left corner of the square that stands for a whole year."""
        return round(self.x - 5, 1), round(self.y - 5, 1)


@dataclass(frozen=True, slots=True)
class Tick:
    y: float
    words: str

    @property
    def words_y(self) -> float:
        return round(self.y + 5, 1)


@dataclass(frozen=True, slots=True)
class Chart:
    series: Series
    marks: list[Mark]
    lines: list[str]  # of the points that follow on each other without a gap
    ticks: list[Tick]
    target_y: float | None
    left: int
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def scale_x(self) -> int:
        return self.left - 8

    @property
    def has_years(self) -> bool:
        """Whether both whole years and parts of one are drawn, and so must be told apart."""
        return len({mark.is_of_a_year for mark in self.marks}) > 1

    @property
    def target_words_y(self) -> float:
        """Above the target's line, or below it where the last value stands above it."""
        line, last = self.target_y or 0.0, self.marks[-1].y
        return round(line + (18 if line - 40 < last <= line else -7), 1)

    @property
    def begins_at(self) -> str:
        """Where the scale begins, where that is not at nought."""
        first = self.ticks[0].words
        return "" if first.strip("£%") == "0" else first

    @property
    def words(self) -> str:
        """The drawing in a sentence."""
        told = "; ".join(f"{point.period or 'no period'}: {point.printed}" for point in self.series.points)
        aim = f" Target: {self.series.target}." if self.series.target else ""
        return f"{told}.{aim}"


def chart(series: Series) -> Chart | None:
    """The drawing of a series; None where fewer than two values are numbers, or they are of different units."""
    numbers = [point.number for point in series.points]
    values = [one.value for one in numbers if one is not None]
    units = {one.unit for one in numbers if one is not None}
    if len(values) < 2 or len(units) > 1:
        return None
    aim = series.target_number
    aims = [aim.value] if aim is not None and aim.unit in units else []
    bounds = axis(min(values + aims), max(values + aims))
    unit = units.pop()
    ticks = [Tick(_y(value, bounds), _axis_words(value, unit, bounds)) for value in _ticks(bounds)]
    left = max(LEFT, 10 + math.ceil(LETTER * max(len(tick.words) for tick in ticks)))
    target_y = _y(aims[0], bounds) if aims else None
    marks = _marks(series.points, bounds, target_y, left)
    return Chart(series, [mark for mark in marks if mark is not None], _lines(marks), ticks, target_y, left)


def axis(least: float, most: float) -> tuple[float, float, float]:
    """From where to where an axis runs, and its step: round numbers, from zero unless all values are far from it.

    >>> axis(41, 60)
    (0, 60, 20)
    >>> axis(1212, 1248)
    (1210, 1250, 10)
    """
    start = 0.0 if (least >= 0 and least < 0.75 * most) or least == most else least
    span = (max(most, 0.0) if start == 0 else most) - start or abs(most) or 1.0
    rough = span / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in STEPS if factor * power >= rough * 0.999)
    low, high = math.floor(start / step) * step, math.ceil(round(max(most, start) / step, 9)) * step
    return _tidy(low), _tidy(high if high > low else low + step), _tidy(step)


def _tidy(value: float) -> float:
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def _ticks(bounds: tuple[float, float, float]) -> list[float]:
    low, high, step = bounds
    return [_tidy(low + number * step) for number in range(round((high - low) / step) + 1)]


def _y(value: float, bounds: tuple[float, float, float]) -> float:
    low, high, _ = bounds
    return round(TOP + (high - value) / (high - low) * (HEIGHT - BOTTOM - TOP), 1)


def _marks(points: list[Point], bounds: tuple[float, float, float], aim: float | None, left: int) -> list[Mark | None]:
    """A mark for each point, spread over the width; None for what is no number, which leaves a gap.

    Where periods would run into each other, only some are written; no word of one is broken.
    """
    apart = (WIDTH - left - RIGHT) / len(points)
    longest = max((len(word) for point in points for word in point.period.split()), default=0)
    least = min(MOST_LETTERS, max(LEAST_LETTERS, longest))
    every = math.ceil(least * LETTER / apart)
    letters = min(MOST_LETTERS, max(least, int(every * apart / LETTER)))
    found: list[Mark | None] = []
    for place, point in enumerate(points):
        said = point.number
        below_axis = range(HEIGHT - BOTTOM + LINE, HEIGHT, LINE)
        period = list(zip(below_axis, textwrap.wrap(point.period, letters), strict=False))
        x = round(left + (place + 0.5) * apart, 1)
        words = period if place % every == 0 else []
        y = _y(said.value, bounds) if said else 0.0
        below = aim is not None and 0 < y - aim < NEAR
        found.append(Mark(x, y, point.printed, words, point.is_of_a_year, below) if said else None)
    return found


def _lines(marks: list[Mark | None]) -> list[str]:
    """The polylines through marks that are next to each other."""
    found: list[list[str]] = [[]]
    for mark in marks:
        if mark is None:
            found.append([])
        else:
            found[-1].append(f"{mark.x},{mark.y}")
    return [" ".join(line) for line in found if len(line) > 1]


def _axis_words(value: float, unit: str, bounds: tuple[float, float, float]) -> str:
    digits = 0 if bounds[2] == int(bounds[2]) else 1
    number = f"{value:,.{digits}f}"
    return f"£{number}" if unit == "£" else f"{number}{unit}"
