"""Days as councils print them.

``dates`` finds days. A month, a season or a span is no day: what such words mean for something due is in
``dues``. A day that the calendar does not have is not found, and a year that the words contradict is not guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

# fmt: off
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")
# fmt: on
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# "Sept", "Nov.", "NOVEMBER"; "may" and "march" are read without a capital only beside a day's number.
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
MONTH_NAMES = _NAMES
MONTH = rf"(?P<month>{_NAMES})(?![a-z])\.?"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b[\s,.]*(?:the\s+)?)?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_CLOCK_AHEAD = rf"(?!\s*[.:]\d|\s*[ap]\.?m\b|\d|\s*(?:st|nd|rd|th|of|hours|noon|per|{_NAMES})\b|%)"
_YEAR = rf"(?P<year>(?:19|20)\d\d(?![\d/])|['’]?\d\d(?![\d/%]){_CLOCK_AHEAD})"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d|%)"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # "2024-11-12"
        r"(?<![\w.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])",
        # "Friday, 6th June, 2031", "12 Nov 2024", "12-Nov-24", "6th of June", "Friday,6thJune2031"
        rf"{_WEEKDAY}(?<![\d.£])(?<!\d[-,])(?<!\d\d\d\d/){_DAY}(?:\s*(?:day\s+)?of\s+|[\s-]*){MONTH}(?:[\s,-]*(?<!\d){_YEAR})?",
        # "June 6th, 2031", "Tuesday March 4 2025"
        rf"{_WEEKDAY}\b{MONTH}\s+{_DAY}(?!\d|:\d|\.\d)[\s,]+(?P<year>(?:19|20)\d\d)(?![\d/])",
        # "May 21st" without its year; without "th" the figures may be anything
        rf"{_WEEKDAY}\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?![\s,]+(?:19|20)\d\d)(?P<year>(?!))?",
        # "12/11/2024", "9.7.19", "08-11-13": a day before its month, as everybody here prints it
        rf"{_WEEKDAY}(?<![\w./£-])(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark){_SHORT_YEAR}",
    )
)
# What may stand between days that share the year behind the last: "4 July and 5 September 2024"
_LIST = re.compile(r"\s*(?:,|and|&|,\s*and|to|or|-|–|;)\s*", re.IGNORECASE)
# A day that shares its month with the next one: the "8" of "8 and 9 November 2013"
_SHARING = re.compile(rf"{_WEEKDAY}(?<![\d.£/-])(?<!\d,){_DAY}\s*(?:,|and|&|to|or|/|-|–)\s*$", re.IGNORECASE)
_FAR = 10  # years between a meeting and a numeric date with two figures for the year


@dataclass(frozen=True, slots=True)
class Found:
    """A day in a text: ``text[start:end] == printed``. ``exact`` is False where its year was not printed."""

    start: int
    end: int
    date: dt.date
    printed: str
    exact: bool


def dates(text: str, near: dt.date | None = None) -> tuple[Found, ...]:
    """Every day that a text prints, in order.

    ``near`` is the day of the paper's meeting. A day without a year is the next one on or after it ("17 January"
    beside 8 November 2013 is 17 January 2014); without ``near``, or where its weekday fits no year beside it, it is
    left out. A date whose weekday contradicts its year is left as printed.
    """
    matches = _matches(text)
    found: list[Found] = []
    following: Found | None = None
    for match in reversed(matches):
        this = _read(match, near, _shared_year(text, match, following))
        if this is None:
            continue
        following = this
        found.append(this)
        found.extend(_sharing_month(text, this))
    return tuple(sorted(found, key=lambda one: one.start))


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its first three letters ("Sept" is 9)."""
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1


def full_year(digits: str) -> int:
    """The year that two or four figures mean ("'24" is 2024, "98" is 1998)."""
    number = int(digits.strip("'’"))
    if number >= 100:
        return number
    return number + (2000 if number < 70 else 1900)


def _matches(text: str) -> list[re.Match[str]]:
    """The matches of all forms, the earliest and longest first, none over another."""
    every = [match for form in _FORMS for match in form.finditer(text)]
    kept: list[re.Match[str]] = []
    for match in sorted(every, key=lambda one: (one.start(), -one.end())):
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _read(match: re.Match[str], near: dt.date | None, shared_year: Found | None) -> Found | None:
    month = match["month"].rstrip(".")
    number = int(month) if month.isdigit() else month_number(month)
    day = int(match["day"])
    end = match.end()
    if match["year"]:
        date = _day(full_year(match["year"]), number, day)
        if date and near and month.isdigit() and len(match["year"]) == 2 and abs(date.year - near.year) > _FAR:
            return None
    elif shared_year:
        date = _day(shared_year.date.year, number, day)
        if date and date > shared_year.date:
            date = _day(shared_year.date.year - 1, number, day)
    else:
        date = _next(number, day, match["weekday"], near)
    if date is None:
        return None
    return Found(match.start(), end, date, match[0], exact=bool(match["year"] or shared_year))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # "31 September", or an item's number that only looks like a date
        return None


def _next(month: int, day: int, weekday: str | None, near: dt.date | None) -> dt.date | None:
    """The first such day on or after ``near``; a printed weekday must fit it, or the one of the year before."""
    if near is None:
        return None
    coming = [date for year in (near.year, near.year + 1) if (date := _day(year, month, day)) and date >= near]
    if not coming:
        return None
    if weekday is None or fits_weekday(coming[0], weekday):
        return coming[0]
    last = _day(coming[0].year - 1, month, day)
    return last if last and fits_weekday(last, weekday) else None


def fits_weekday(date: dt.date, weekday: str) -> bool:
    """Whether a day is the weekday printed beside it ("Fri", "Tues", "Wednesday")."""
    return WEEKDAYS[date.weekday()].startswith(weekday[:3].lower())


def _shared_year(text: str, match: re.Match[str], following: Found | None) -> Found | None:
    """The next day of a list, where this one has no year and that one has: "4 July and 5 September 2024"."""
    if following is None or not following.exact or match["year"]:
        return None
    return following if _LIST.fullmatch(text, match.end(), following.start) else None


def _sharing_month(text: str, found: Found) -> list[Found]:
    """The days before this one that share its month: the "8" of "8 and 9 November 2013"."""
    before: list[Found] = []
    if not re.match(r"\D*\d{1,2}\s?(?:st|nd|rd|th)?\b\s*(?:of\s+)?[A-Za-z]", found.printed):
        return before
    while match := _SHARING.search(text, max(0, found.start - 20), found.start):
        date = _day(found.date.year, found.date.month, int(match["day"]))
        if date is None or date >= found.date:
            break
        end = match.end("day")
        found = replace(found, start=match.start(), end=end, date=date, printed=text[match.start() : end])
        before.append(found)
    return before
