"""By when something is to be done: the last day that the words leave for it.

A span counts from the day of the meeting; a month means its last day. Words that name no day ("in the summer",
"as soon as possible", "within five working days of the application") give no date, and what is due by a day before
the meeting is not what is meant.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.reading.language.dates import MONTH, MONTH_NAMES, WEEKDAYS, Found, dates, full_year, month_number

_SPELT = "a|an|one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
NUMBERS = {word: value for value, words in enumerate(_SPELT.split(" "), start=1) for word in words.split("|")} | {
    "eighteen": 18,
    "twenty-one": 21,
    "twenty-eight": 28,
    "twenty eight": 28,
    "thirty": 30,
    "sixty": 60,
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_COUNT = rf"(?:{_NUMBER}\s*(?:to|-|–|or)\s*)?(?P<count>{_NUMBER})"
_UNIT = (
    r"(?P<unit>calendar\s+days?|working\s+days?|clear\s+days?|days?|weeks?|fortnights?|months?|years?)(?![a-z])"
    r"(?:['’]s?)?"
)
_BY = r"(?:by|before|no later than|not later than|on or before|until|till|in time for|prior to|ahead of|due(?: by)?:?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
BODY = (
    r"(?:committee|panel|cabinet|council|board|commission|executive|group|forum|body|sub-committee|meeting|session|"
    r"assembly|partnership)"
)

# "by 30 September", "before the Annual Meeting on 21 May 2022", "no later than Friday 7 March"
_STRONG_CUE = re.compile(
    rf"\b{_BY}\s+(?:(?:the|its|our|this|noon|5pm|close of play|close of business|on|end of)\s+)*$", re.I
)
# "before the Annual Meeting on 21 May", "to the Panel on 21 October", "for the meeting to be held on 17 January"
_MEETING_CUE = re.compile(
    rf"\b{BODY}(?:['’]s)?\b(?:\s+meeting)?(?:\s+(?:to be\s+|being\s+|which is\s+)?held)?\s*,?\s+on\s+(?:the\s+)?$"
    r"|\b(?:be|to)\s+(?:\w+\s+){1,3}on\s+$|\bmeeting\s*[,(–-]?\s*$",
    re.I,
)
# A span inside what is counted rather than in when it is due: "plans issued within 20 weeks"
_MEASURED = re.compile(r"(?<!\bbe )(?<!\bto be )\b(?:\w+ed|held|seen|done|made|sent|met)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Due:
    """``printed`` are the words at ``text[start:end]``; ``date`` is None where they name no day."""

    date: dt.date | None
    printed: str
    start: int
    end: int
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that words are measured from: the meeting, and the next one where the paper gives it."""

    meeting: dt.date | None
    next_meeting: dt.date | None = None


def due(text: str, days: Calendar) -> Due | None:
    """The first thing a text says of when it is due, the words with "by" before the others; None where nothing."""
    found = sorted(_all(text, days), key=lambda pair: (pair[0], pair[1].date is None, pair[1].start))
    kept = [one for _, one in found if one.date is None or days.meeting is None or one.date >= days.meeting]
    return kept[0] if kept else None


def due_in_column(text: str, days: Calendar) -> Due | None:
    """What a "Due" or "By when" column says: a day, a month or a span without "by"; the words where it is neither."""
    words = text.strip()
    if not words:
        return None
    for found in dates(words, days.meeting):
        return Due(found.date, words, 0, len(words))
    said = due(words, days) or due(f"by {words}", days)
    return Due(said.date, words, 0, len(words), said.doubt) if said else Due(None, words, 0, len(words))


def _all(text: str, days: Calendar) -> Iterator[tuple[int, Due]]:
    """Every due in a text with its rank: the lower, the surer that it is meant for the whole."""
    for found in dates(text, days.meeting):
        before = text[max(0, found.start - 60) : found.start]
        if (cue := _STRONG_CUE.search(before)) and not _MEASURED.search(before[: cue.start()]):
            yield 0, _dated(text, found, cue, before)
        elif cue := _MEETING_CUE.search(before):
            yield 1, _dated(text, found, None, before)
    for rank, pattern, read in _FORMS:
        for match in pattern.finditer(text):
            measured = rank == _SPAN and _MEASURED.search(text, 0, match.start())
            if not measured and (one := read(match, days)):
                yield rank, one


def _dated(text: str, found: Found, cue: re.Match[str] | None, before: str) -> Due:
    start = found.start - (len(before) - cue.start()) if cue else found.start
    return Due(found.date, text[start : found.end], start, found.end)


def _due(match: re.Match[str], date: dt.date | None, doubt: str | None = None) -> Due:
    return Due(date, match[0].strip(), match.start(), match.end(), doubt)


def _end_of_month(match: re.Match[str], days: Calendar) -> Due | None:
    """ "by the end of March", "in April 2018", "by Sept/Oct": the last day of the month, of the next one to come."""
    month = month_number(match["last"] if match.groupdict().get("last") else match["month"])
    if match["year"]:
        return _due(match, last_of_month(full_year(match["year"]), month))
    if days.meeting is None:
        return _due(match, None)
    year = days.meeting.year + (month < days.meeting.month)
    return _due(match, last_of_month(year, month))


def last_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _end_of_year(match: re.Match[str], days: Calendar) -> Due:
    return _due(match, dt.date(int(match["year"]), 12, 31))


def _quarter(match: re.Match[str], days: Calendar) -> Due:
    """ "Q3 2025/26": the third quarter of the year from April 2025 ends on 31 December 2025."""
    month = int(match["quarter"]) * 3 + 3
    year = int(match["year"])
    return _due(match, last_of_month(year, month) if month <= 12 else last_of_month(year + 1, month - 12))


def _span(match: re.Match[str], days: Calendar) -> Due | None:
    """ "within six weeks", "in three to six months", "in a year's time", counted from the meeting."""
    if days.meeting is None:
        return _due(match, None)
    words = match["count"].lower()
    count = int(words) if words.isdigit() else NUMBERS[words]
    unit = " ".join(match["unit"].lower().split()).rstrip("s")
    if unit == "working day":
        return _due(match, working_days(days.meeting, count), "Bank holidays were not taken into account.")
    return _due(match, after(days.meeting, count, unit.removeprefix("calendar ").removeprefix("clear ")))


def _elsewhere(match: re.Match[str], days: Calendar) -> Due:
    """A span from another day, or words that name no day: said, but no date."""
    return _due(match, None)


def _next_meeting(match: re.Match[str], days: Calendar) -> Due:
    return _due(match, days.next_meeting)


def _months_meeting(match: re.Match[str], days: Calendar) -> Due:
    """The next meeting, where it is in the month that is named: of a later one the day is not known."""
    next_one = days.next_meeting
    return _due(match, next_one if next_one and next_one.month == month_number(match["month"]) else None)


def _weekday(match: re.Match[str], days: Calendar) -> Due:
    """The first such weekday after the meeting: "by Friday" said on a Tuesday is three days later."""
    if days.meeting is None:
        return _due(match, None)
    ahead = (WEEKDAYS.index(match["weekday"].lower()) - days.meeting.weekday() - 1) % 7 + 1
    return _due(match, days.meeting + dt.timedelta(days=ahead))


def _this_month(match: re.Match[str], days: Calendar) -> Due:
    return _due(match, days.meeting and last_of_month(days.meeting.year, days.meeting.month))


def _christmas(match: re.Match[str], days: Calendar) -> Due:
    if days.meeting is None:
        return _due(match, None)
    return _due(match, dt.date(days.meeting.year, 12, 25), "The paper says Christmas and no day.")


def after(day: dt.date, count: int, unit: str) -> dt.date:
    """The day so many days, weeks, fortnights, months or years later; a month too short for it ends it earlier."""
    if unit in ("day", "week", "fortnight"):
        return day + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_days(day: dt.date, count: int) -> dt.date:
    """The day so many Mondays to Fridays later."""
    while count:
        day += dt.timedelta(days=1)
        count -= day.weekday() < 5
    return day


_SPAN = 2
_WEEKDAYS = "|".join(WEEKDAYS)
_Reader = Callable[[re.Match[str], Calendar], Due | None]
_WITHIN = rf"\b(?:within|in)\s+(?:about\s+|the\s+next\s+|the\s+coming\s+|a\s+further\s+)?(?:{_COUNT}\s+)"
_FROM_MEETING = r"(?:\s+time)?(?:\s+(?:of|from|after)\s+(?:this|the|today['’]s)\s+(?:meeting|date of this meeting))?"
_FROM_ELSEWHERE = r"(?=\s+(?:of|from|after|before|following)\s+(?!(?:this|the|today['’]s)\s+meeting))"
_FORMS: tuple[tuple[int, re.Pattern[str], _Reader], ...] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE), read)
    for rank, pattern, read in (
        # "by the end of March", "before the end of July 2016", "at the end of September"
        (
            0,
            (
                rf"\b(?:{_BY}|at|for|until)"
                rf"\s+(?:the\s+)?(?:very\s+)?end\s+(?:of\s+)?{MONTH}(?:\s+{_YEAR})?(?!\s+\d)"
            ),
            _end_of_month,
        ),
        # "by Sept/Oct", "by March 2025", "by September or October"
        (
            0,
            (
                rf"\b{_BY}\s+(?!may\b){MONTH}(?:\s*(?:/|or|-|–)"
                rf"\s*{MONTH.replace('month', 'last')})?(?:\s+{_YEAR})?(?!\s*\d)(?!\s+meeting)"
            ),
            _end_of_month,
        ),
        # "by the end of the month"
        (1, rf"\b{_BY}\s+(?:the\s+)?end\s+of\s+(?:the|this)\s+month\b", _this_month),
        # "before the end of 2022"
        (0, rf"\b{_BY}\s+(?:the\s+)?end\s+of\s+{_YEAR}(?![/–-])", _end_of_year),
        # "by Q3 2025/26", "in Q1 2026/27"
        (
            0,
            (
                r"\b(?:by|in|during|before|for)?\s*(?:the\s+end\s+of\s+)?(?:Q|quarter\s+)(?P<quarter>[1-4])"
                r"\s+(?:of\s+)?(?P<year>20\d\d)\s*[/–-]\s*\d\d(?:\d\d)?\b"
            ),
            _quarter,
        ),
        # "in March 2026", "to its meeting in April 2018"
        (1, rf"\b(?:in|during)\s+{MONTH}\s+{_YEAR}", _end_of_month),
        # "within five working days of the application": counted from a day that is not known
        (_SPAN, rf"{_WITHIN}{_UNIT}{_FROM_ELSEWHERE}", _elsewhere),
        # "within six weeks", "in three to six months", "in a year's time", "within 28 days of this meeting"
        (_SPAN, rf"{_WITHIN}{_UNIT}{_FROM_MEETING}(?!\s+(?:of|from|after|before|following)\b)", _span),
        # "within the next month"
        (
            _SPAN,
            r"\bwithin\s+(?:the\s+next\s+)?(?P<count>a|one)?\s*(?<=next )(?P<unit>month|week|fortnight|year)\b",
            _elsewhere,
        ),
        # "before the Committee's next meeting", "to the next meeting"
        (
            3,
            (
                rf"\b(?:{_BY}|at|to|for)\s+(?:the|its|our|their)\s+(?:{BODY}['’]s\s+|"
                rf"forthcoming\s+)?next\s+(?:scheduled\s+|formal\s+|ordinary\s+)?meeting(?!\s+(?:on|"
                rf"of\s+(?:the\s+)?(?:full\s+council|cabinet|council|executive)))"
            ),
            _next_meeting,
        ),
        # "by the November meeting", where that is the next one
        (3, rf"\b{_BY}\s+(?:the|its|our|their)\s+(?P<month>{MONTH_NAMES})\s+(?:{BODY}\s+)?meeting\b", _months_meeting),
        # "at the February 2023 Committee meeting"
        (
            1,
            rf"\b(?:at|to|for|{_BY})\s+(?:the|its|our|their)\s+{MONTH}\s+{_YEAR}\s+(?:{BODY}\s+)?meeting\b",
            _end_of_month,
        ),
        # "by Friday"
        (1, rf"\b{_BY}\s+(?:this\s+)?(?P<weekday>{_WEEKDAYS})\b(?!,?\s*(?:the\s+)?\d|,?\s+{MONTH})", _weekday),
        # "before Christmas"
        (3, rf"\b{_BY}\s+christmas\b", _christmas),
        # "in the summer", "Spring 2027", "as soon as possible"
        (
            4,
            (
                r"\b(?:by|in|before|during|for)?\s*(?:the\s+|early\s+|late\s+)*(?:spring|summer|autumn|winter)"
                r"(?:\s+(?:of\s+)?20\d\d)?\b"
            ),
            _elsewhere,
        ),
        (4, r"\b(?:as soon as (?:possible|practicable)|asap|in due course|when(?:ever)? available)\b", _elsewhere),
    )
)
