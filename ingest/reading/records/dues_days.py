"""The days that words of a due date come to, counted from a meeting."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from ingest.reading.language.dates import WEEKDAYS, dates, full_year, month_number

_SPELT = "a|an|one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
NUMBERS = {word: value for value, words in enumerate(_SPELT.split(" "), start=1) for word in words.split("|")} | {
    "eighteen": 18,
    "twenty-one": 21,
    "twenty-eight": 28,
    "twenty eight": 28,
    "thirty": 30,
    "sixty": 60,
}
_FRIDAY = 4
_FARTHEST = 10  # months: "by the end of September", in the minutes of October, is rather the one that has gone by
_DAY_BEHIND = 3  # letters between "the week beginning" and the day


@dataclass(frozen=True, slots=True)
class Due:
    """``printed`` are the words at ``text[start:end]``; ``date`` is None where they name no day."""

    date: dt.date | None
    printed: str
    start: int
    end: int
    doubt: str | None = None


_EXECUTIVE_OR_COUNCIL = re.compile(r"\b(?:cabinet|executive|council)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that words are measured from: the meeting, the next one and later ones where the paper gives them.

    ``body`` is the name of the body that met; without one it is the council itself.
    """

    meeting: dt.date | None
    next_meeting: dt.date | None = None
    meetings: tuple[dt.date, ...] = ()
    body: str | None = None

    def is_of_another(self, words: str) -> bool:
        """Whether words name the meeting of the cabinet or of the council, where that is not the body that met."""
        named = _EXECUTIVE_OR_COUNCIL.search(words)
        return bool(named and not (self.body or "council").lower().endswith(named[0].lower()))

    def of_month(self, month: int, year: int | None = None) -> dt.date | None:
        """The day of the one meeting to come that is in a month, where the paper lists the meetings of the year."""
        ahead = {day for day in (self.next_meeting, *self.meetings) if day and (not self.meeting or day > self.meeting)}
        found = [day for day in ahead if day.month == month and year in (None, day.year)]
        return found[0] if len(found) == 1 else None


def found(match: re.Match[str], date: dt.date | None, doubt: str | None = None) -> Due:
    return Due(date, match[0].strip(), match.start(), match.end(), doubt)


def end_of_month(match: re.Match[str], days: Calendar) -> Due | None:
    """ "by the end of March", "in April 2018", "by Sept/Oct": the last day of the month, of the next one to come."""
    month = month_number(match["last"] if match.groupdict().get("last") else match["month"])
    if match["year"]:
        return found(match, last_of_month(full_year(match["year"]), month))
    if days.meeting is None:
        return found(match, None)
    year = days.meeting.year + (month < days.meeting.month)
    ahead = (month - days.meeting.month) % 12
    return found(match, last_of_month(year, month) if ahead <= _FARTHEST else None)


def by_month(match: re.Match[str], days: Calendar) -> Due | None:
    """ "by April 2032": the last day of it; "before April 2032": the last day that is left before it begins."""
    end = end_of_month(match, days)
    if end is None or end.date is None or not _EARLIER.match(match[0]):
        return end
    day = end.date.replace(day=1) - dt.timedelta(days=1)
    return found(match, day if days.meeting is None or day >= days.meeting else None)


_EARLIER = re.compile(r"(?:before|prior\s+to|ahead\s+of)\b", re.IGNORECASE)


def last_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def middle_of_month(match: re.Match[str], days: Calendar) -> Due | None:
    """ "by mid-September": the 15th, with a doubt."""
    end = end_of_month(match, days)
    day = end.date.replace(day=15) if end and end.date else None
    if day and days.meeting and day < days.meeting and not match["year"]:
        return found(match, None)
    return found(match, day, "The paper says the middle of a month and no day." if day else None)


def end_of_year(match: re.Match[str], days: Calendar) -> Due:
    return found(match, dt.date(int(match["year"]), 12, 31))


def financial_year(match: re.Match[str], days: Calendar) -> Due:
    """The last day of the financial year that a meeting stands in: from 1 April on it is 31 March of the next year."""
    return found(match, days.meeting and dt.date(days.meeting.year + (days.meeting.month > 3), 3, 31))


def quarter(match: re.Match[str], days: Calendar) -> Due:
    """ "Q3 2025/26": the third quarter of the year from April 2025 ends on 31 December 2025."""
    month = int(match["quarter"]) * 3 + 3
    year = int(match["year"])
    return found(match, last_of_month(year, month) if month <= 12 else last_of_month(year + 1, month - 12))


def span(match: re.Match[str], days: Calendar) -> Due | None:
    """ "within six weeks", "in three to six months", "in a year's time", counted from the meeting."""
    if days.meeting is None:
        return found(match, None)
    count, unit = _count(match), _unit(match)
    if unit == "working day":
        return found(match, working_days(days.meeting, count), "Bank holidays were not taken into account.")
    return found(match, after(days.meeting, count, unit.removeprefix("calendar ").removeprefix("clear ")))


def _count(match: re.Match[str]) -> int:
    words = match["count"].lower()
    return int(words) if words.isdigit() else NUMBERS[words]


def _unit(match: re.Match[str]) -> str:
    return " ".join(match["unit"].lower().split()).rstrip("s")


def next_fortnight(match: re.Match[str], days: Calendar) -> Due:
    """ "within the next fortnight", "within the next month": one of them, counted from the meeting."""
    return found(match, days.meeting and after(days.meeting, 1, match["unit"].lower()))


def no_day(match: re.Match[str], days: Calendar) -> Due:
    """A span from another day, or words that name no day: said, but no date."""
    return found(match, None)


def next_meeting(match: re.Match[str], days: Calendar) -> Due:
    """The next meeting, of this body; "the following meeting" is another where words before it name one."""
    following = match["which"].lower() == "following" and _OF_MEETING.search(match.string, 0, match.start())
    other = following or days.is_of_another(match[0])
    return found(match, None if other else days.next_meeting)


_OF_MEETING = re.compile(r"\bmeetings?\b|\d", re.IGNORECASE)


def months_meeting(match: re.Match[str], days: Calendar) -> Due:
    """The body's meeting of the month that is named, where the paper gives its day."""
    return found(match, None if days.is_of_another(match[0]) else days.of_month(month_number(match["month"])))


def meeting_in_month(match: re.Match[str], days: Calendar) -> Due:
    """ "to the meeting in March 2032": that meeting's day, where the paper lists it, else the last of the month."""
    month, year = month_number(match["month"]), full_year(match["year"])
    own = None if days.is_of_another(match[0]) else days.of_month(month, year)
    return found(match, own or last_of_month(year, month))


def ahead_of_meeting(match: re.Match[str], days: Calendar) -> Due:
    """ "a week before the next meeting", "two weeks before the May meeting": so long before it."""
    month = match.groupdict().get("month")
    next_one, doubt = days.of_month(month_number(month)) if month else days.next_meeting, None
    if next_one is None or days.is_of_another(match[0]):
        return found(match, None)
    if _unit(match) in ("working day", "clear day"):
        doubt = "Bank holidays were not taken into account."
    return found(match, so_long_before(next_one, match), doubt)


def so_long_before(day: dt.date, match: re.Match[str]) -> dt.date:
    """The day so many days, weeks or months before another, of the count and unit that a match gives."""
    count, unit = _count(match), _unit(match)
    if unit in ("working day", "clear day"):
        return working_days(day, -count)
    return after(day, -count, unit.removeprefix("calendar "))


def weekday(match: re.Match[str], days: Calendar) -> Due:
    """The first such weekday after the meeting: "by Friday" said on a Tuesday is three days later, "by Friday week"
    ten."""
    if days.meeting is None:
        return found(match, None)
    ahead = (WEEKDAYS.index(match["weekday"].lower()) - days.meeting.weekday() - 1) % 7 + 1 + 7 * bool(match["week"])
    return found(match, days.meeting + dt.timedelta(days=ahead))


def week_of(match: re.Match[str], days: Calendar) -> Due | None:
    """ "in the week beginning 4 November": the Friday of the week that this day stands in."""
    first = next(iter(dates(match.string[match.end() :], days.meeting)), None)
    if first is None or first.start > _DAY_BEHIND:
        return None
    end = match.end() + first.end
    friday = first.date + dt.timedelta(days=(_FRIDAY - first.date.weekday()) % 7)
    return Due(friday, match.string[match.start() : end].strip(), match.start(), end)


def week_end(match: re.Match[str], days: Calendar) -> Due:
    if days.meeting is None or (days.meeting.weekday() > _FRIDAY and match["which"].lower() != "next"):
        return found(match, None)
    ahead = _FRIDAY - days.meeting.weekday() + 7 * (match["which"].lower() == "next")
    return found(match, days.meeting + dt.timedelta(days=ahead))


def this_month(match: re.Match[str], days: Calendar) -> Due:
    return found(match, days.meeting and last_of_month(days.meeting.year, days.meeting.month))


def next_month(match: re.Match[str], days: Calendar) -> Due:
    if days.meeting is None:
        return found(match, None)
    year, month = divmod(days.meeting.year * 12 + days.meeting.month, 12)
    return found(match, last_of_month(year, month + 1))


def this_year(match: re.Match[str], days: Calendar) -> Due:
    return found(match, days.meeting and dt.date(days.meeting.year, 12, 31))


def christmas(match: re.Match[str], days: Calendar) -> Due:
    if days.meeting is None:
        return found(match, None)
    return found(match, dt.date(days.meeting.year, 12, 25), "The paper says Christmas and no day.")


def after(day: dt.date, count: int, unit: str) -> dt.date:
    """The day so many days, weeks, fortnights, months or years later; a month too short for it ends it earlier."""
    if unit in ("day", "week", "fortnight"):
        return day + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_days(day: dt.date, count: int) -> dt.date:
    """The day so many Mondays to Fridays later, or earlier where there are fewer than none."""
    step = 1 if count > 0 else -1
    while count:
        day += dt.timedelta(days=step)
        count -= step * (day.weekday() < 5)
    return day


# What is told of something else: "with those who were there", "by the team set up", "at the hall opened"
_ELSE = r"\b(?:whether|if|would|could|which|who|that|to|\w+ed|held|made|set|built|given|taken)\b"
# "be organised", "be organised for members", "be carried out again", "to report back"; not "be asked whether it would
# survey the path" nor "be sent the survey", which may tell of another July
_TO_BE_DONE = re.compile(
    r"\b(?:be\s+(?:\w+ly\s+)?\w+(?:ed|ught|nt|ld|wn)|(?:to|and|would)\s+(?:report|return|come|meet)|"
    rf"to\s+(?:arrange|hold|organise|convene|schedule)(?:\s+(?!{_ELSE}|(?:and|at|as)\b)[\w’'-]+){{1,9}})"
    r"(?:\s+(?:again|back|out|up|on|forward)){0,2}"
    r"(?:\s+to\s+(?:the|this|its|our)\s+(?:[\w’'&-]+\s+){0,4}?(?:committee|panel|board|commission|group|cabinet|council|members|meeting))?"
    rf"(?:\s+(?:for|by|with|at)\s(?:(?!{_ELSE})[^.;,]){{1,60}})?\s+$",
    re.IGNORECASE,
)
# "report back to the Committee in September": to its meeting in that month, where the paper lists one
_TO_A_MEETING = re.compile(
    r"\b(?:report|return|come|brought|reported|presented|submitted)\b[^.;,]{0,20}?\bto\s+(?:the|this|its|our)\s+(?:[\w’'&-]+\s+){0,4}?"
    r"(?:committee|panel|board|commission|group)\s+$",
    re.IGNORECASE,
)
_AHEAD = 9  # months: a bare "in May" said in June is not the one of next year


def month_to_come(match: re.Match[str], days: Calendar) -> Due | None:
    """ "in May", said of what is to be done: the last day of that month, where it is one of the next nine.

    None where the words tell of something else, or the month has only just gone by: May of next year is a guess.
    """
    if days.meeting is None or not _TO_BE_DONE.search(match.string, 0, match.start()):
        return None
    ahead = (month_number(match["month"]) - days.meeting.month) % 12
    if not 0 < ahead <= _AHEAD:
        return None
    if _TO_A_MEETING.search(match.string, 0, match.start()) and (day := days.of_month(month_number(match["month"]))):
        return found(match, day)
    year, month = divmod(days.meeting.year * 12 + days.meeting.month - 1 + ahead, 12)
    return found(match, last_of_month(year, month + 1))
