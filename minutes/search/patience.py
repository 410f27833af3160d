"""How far back a search looks: over spans of days, the newest first, for as long as somebody waits for a page.

Most words are in so few records that all of these are looked at, or in so many that the newest are enough. Some are
neither: each word of a long phrase is in every paper, and they hardly ever follow one another. Of a county's twenty
years not all can be looked at then while somebody waits, and the search says from which day on it did.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db import connection

from minutes.models.meeting import days_of
from minutes.search.sources import DAY_ZERO, EVER, KINDS, RECORDS, day_number, day_of
from minutes.search.wanted import Wanted

WAIT = 0.15  # seconds for which a search goes on to look farther back: a page of 300 ms has others to do
LONG_WAIT = 8.0  # seconds, where somebody asked to look farther
GROWTH = 4  # times as many days are looked at next


class Span(NamedTuple):
    """Days from ``low`` to ``high``: the first with what is yet to come, until ``end``, the last with what has no day.

    What comes before all days, people, is of the first.
    """

    low: int
    high: int
    end: int
    is_first: bool
    is_last: bool


class Patience:
    """How long a search may yet take. ``since`` is the day from which on it looked; None where it looked at all."""

    def __init__(self, wait: float = WAIT) -> None:
        self._until = time.monotonic() + wait
        self.since: int | None = None

    def spans(
        self,
        wanted: Wanted,
        first: int,
        begins: Callable[[int], int],
        share: float = 1.0,
        before: int | None = None,
    ) -> Iterator[Span]:
        """The days that what is wanted can be of, the newest first; in no more than a share of the time that is left.

        ``first`` days are looked at however long that takes; how many come next depends on how long the last took.
        ``begins`` says on which day a span begins that has a day in it. With ``before``, no later days.
        """
        now = time.monotonic()
        until = now + share * max(0.0, self._until - now)
        oldest, high, end = _days_of(wanted, before)
        days, is_first, self.since = max(1, first), True, None
        while True:
            low = max(oldest, begins(high - days + 1))
            began = time.monotonic()
            yield Span(low, high, max(high, end) if is_first else high, is_first, low <= oldest)
            if low <= oldest:
                return
            now = time.monotonic()
            often = min(GROWTH, (until - now) / max(now - began, 1e-6))
            if often < 1 / GROWTH:
                self.since = low
                return
            high, days, is_first = low - 1, max(1, int(often * (high - low + 1))), False


def date_of(day: int) -> dt.date:
    """The date of a day as keys have it."""
    return dt.date.fromisoformat(DAY_ZERO) + dt.timedelta(days=day)


def _days_of(wanted: Wanted, before: int | None) -> tuple[int, int, int]:
    """The first day that what is wanted can be of, the last that has been, and the last."""
    newest = _newest_day() if before is None else before
    today = day_number(dt.date.today())  # noqa: DTZ011 - any day near now will do
    first, end = _of_year(wanted)
    # A meeting of 2205 is a slip of somebody's pen: it is not looked for from there.
    return first, max(0, min(newest, today, end)), max(0, min(newest, end))


def _of_year(wanted: Wanted) -> tuple[int, int]:
    years = [int(mark[1:]) for either in wanted.marks for mark in either if mark.startswith("y")]
    if not years:
        return 0, EVER - 1
    first, last = days_of(min(max(1, *years), dt.MAXYEAR - 1))
    return max(0, day_number(first)), day_number(last)


def _newest_day() -> int:
    """The day of the newest row; 0 without."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM minutes_searchrow WHERE id < %s", [EVER * KINDS * RECORDS])
        return max(0, day_of(cursor.fetchone()[0] or 0))
