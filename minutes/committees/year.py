"""A committee's municipal year, May to April: its meetings month by month, and what it announced for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from minutes.inputs import whole_number
from minutes.models import Committee, Meeting, User, municipal_year, year_in_words
from minutes.models.meeting import FIRST_MONTH, days_of

MONTHS = 12
SHOWN = ("date", "start_time", "kind", "title")  # of a meeting


@dataclass(slots=True)
class Month:
    """A month of a year. ``announced`` are days on which a paper says that the committee will meet next."""

    first: dt.date
    meetings: list[Meeting] = field(default_factory=list)
    announced: list[Meeting] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Year:
    """``earlier`` and ``later`` are the nearest years with a meeting, None where there is none."""

    year: int
    months: list[Month]
    undated: list[Meeting]
    earlier: int | None
    later: int | None

    @property
    def words(self) -> str:
        return year_in_words(self.year)

    @property
    def meetings(self) -> list[Meeting]:
        return [meeting for month in self.months for meeting in month.meetings]


def year_of(committee: Committee, user: User, asked: str = "") -> Year:
    """The year asked for, or this one, or the newest that has a meeting; with what the user may see."""
    visible = Meeting.objects.visible_to(user).filter(committee=committee)
    days = visible.exclude(date=None).order_by().values_list("date", flat=True).distinct()
    years = sorted({municipal_year(day) for day in days}, reverse=True)
    year = _chosen(asked, years)
    of_the_year = visible.in_lists(user).in_municipal_year(year).only(*SHOWN)
    meetings = list(of_the_year.order_by("date", "start_time", "pk"))
    return Year(
        year,
        _months(year, meetings, _announced(visible, year, {meeting.date for meeting in meetings})),
        list(visible.in_lists(user).filter(date=None).order_by("pk")),
        earlier=max((one for one in years if one < year), default=None),
        later=min((one for one in years if one > year), default=None),
    )


def _chosen(asked: str, years: list[int]) -> int:
    named = whole_number(asked)
    if named in years:
        return named
    now = municipal_year(timezone.localdate())
    return now if now in years or not years else years[0]


def _announced(visible: Any, year: int, held: set[dt.date | None]) -> list[Meeting]:
    """Meetings whose papers name a next one in this year, of a day on which none is known to have been."""
    first, last = days_of(year)
    saying = visible.filter(next_date__gte=first, next_date__lte=last).order_by("next_date", "-date", "-pk")
    by_day = {meeting.next_date: meeting for meeting in reversed(saying)}
    return [by_day[day] for day in sorted(by_day) if day not in held]


def _months(year: int, meetings: list[Meeting], announced: list[Meeting]) -> list[Month]:
    places = range(FIRST_MONTH - 1, FIRST_MONTH - 1 + MONTHS)
    firsts = [dt.date(year + place // MONTHS, place % MONTHS + 1, 1) for place in places]
    months = {(first.year, first.month): Month(first) for first in firsts}
    for meeting in meetings:
        months[meeting.date.year, meeting.date.month].meetings.append(meeting)
    for meeting in announced:
        months[meeting.next_date.year, meeting.next_date.month].announced.append(meeting)
    return list(months.values())
