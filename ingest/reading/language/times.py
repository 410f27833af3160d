"""Times of day as councils print them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

# "am" before a time is Welsh for "at": "ddydd Mawrth, 4 Mawrth 2025 am 2.00 y.p."
_HALF = (
    r"(?P<half>[ap]\.?\s?m\b\.?(?!\s\d{1,2}[.:]\d\d)|y\.?\s?[pb]\b\.?|(?:y\s|yr\s|o[’']r\s)?(?:prynhawn|bore|hwyr)\b)"
)
_NOON = r"(?:12(?:[.:]?00)?\s*)?(?P<noon>noon|midday|mid-day)\b"
_MIDNIGHT = r"(?:12(?:[.:]?00)?\s*)?(?P<midnight>midnight)\b"

_TIME = re.compile(
    rf"""(?<![\w£$.,/:])(?<!\d\d-\d\d-)(?:
      {_NOON} | {_MIDNIGHT}
    | (?P<hour>\d{{1,2}})(?:\s?[.:;]\s?(?P<minute>[0-5]\d)|(?P<packed>[0-5]\d)?)\s?{_HALF}  # 10.00 am, 2pm, 1030am
    | (?P<hour2>[01]?\d|2[0-3])\s?[.:]\s?(?P<minute2>[0-5]\d)\s?(?:hours|hrs|h)\b                 # 19.00 hrs
    | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)\s?(?:hours|hrs|h)\b                            # 1900 hours
    | (?P<hour4>[01]?\d|2[0-3])(?P<colon>:)(?P<minute4>[0-5]\d)(?![\d:])(?!\s?%)                  # 19:00
    | (?P<hour5>[01]?\d|2[0-3])\.(?P<minute5>[0-5]\d)(?![\d.]\d|\d)(?!\s?(?:%|[kmb]\b|million|per\b|hours?\s+of))
    | (?P<hour6>\d{{1,2}})(?=\s?(?:-|–|to|and)\s?\d{{1,2}}(?:[.:][0-5]\d)?\s?[ap]\.?m\b)          # 6-8pm
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "10.30" with a full stop is a time only where words say so or a time stands on its other side.
_CUE = re.compile(
    r"\b(?:at|from|until|till|to|by|time|times|commenced|began|started|opened|closed|ended|finished|concluded|"
    r"between|and|approximately|around|about)\s*[:–-]?\s*$|[-–]\s?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|and)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``text[start:end] == printed``. ``exact`` is False where morning or afternoon is not said."""

    start: int
    end: int
    time: dt.time
    printed: str
    exact: bool


def times(text: str) -> tuple[Clock, ...]:
    """Every time of day that a text prints, in order.

    A time without "am" or "pm" takes it from the other end of its range ("10.00 - 11.30am", "6-8pm"); else it is
    read on the 24-hour clock, and is not ``exact`` where its hour is under 13.
    """
    found: list[Clock] = []
    matches = list(_TIME.finditer(text))
    for place, match in enumerate(matches):
        following = matches[place + 1] if place + 1 < len(matches) else None
        if clock := _read(text, match, following):
            found.append(clock)
    return tuple(found)


# "began at: 1915", "ended at 2105": behind "at" the figures are no year; nor are they in a line "Concluded 1925"
_FOUR = re.compile(
    r"(?:\bat\s*:?|^[ \t]*(?:commenced|started|opened|concluded|ended|finished|closed)[ \t]*[:–-]?)"
    r"\s*(?P<printed>(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d))(?=\s*(?:[.,;)]|$|(?:and|in|on|with)\b))",
    re.IGNORECASE | re.MULTILINE,
)


def in_four_figures(text: str) -> tuple[Clock, ...]:
    """Times in four figures alone behind "at" or "Concluded": only for sentences on when a meeting began or ended.

    >>> [clock.printed for clock in in_four_figures("The meeting ended at 2105")]
    ['2105']
    """
    return tuple(
        Clock(*found.span("printed"), dt.time(int(found["hour"]), int(found["minute"])), found["printed"], exact=True)
        for found in _FOUR.finditer(text)
    )


def _read(text: str, match: re.Match[str], following: re.Match[str] | None) -> Clock | None:
    if match["noon"]:
        return _clock(match, 12, 0, exact=True)
    if match["midnight"]:
        return _clock(match, 0, 0, exact=True)
    hour, minute = _figures(match)
    if match["half"]:
        if hour > 12 and not _afternoon(match["half"]):
            return None  # "2025 am" is no time
        hour = _with_half(hour, match["half"])
        return _clock(match, hour, minute, exact=True) if hour < 24 else None
    if following and following["half"] and _RANGE.fullmatch(text, match.end(), following.start()):
        return _clock(match, _before(hour, minute, following), minute, exact=True)
    cued = _CUE.search(text, max(0, match.start() - 20), match.start()) or _begins_range(text, match, following)
    if match["hour6"] or (match["hour5"] and not cued):
        return None
    return _clock(match, hour, minute, exact=bool(match["hour2"] or match["hour3"]) or hour > 12 or hour == 0)


def _begins_range(text: str, match: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether "09.00" stands before the end of its range, set like itself: "09.00 – 10.20"."""
    if following is None or not (match["hour5"] and following["hour5"]):
        return False
    joined = _RANGE.fullmatch(text, match.end(), following.start())
    return bool(joined) and len(match[0]) == len(following[0]) == len("09.00") and _figures(match) < _figures(following)


def _figures(match: re.Match[str]) -> tuple[int, int]:
    hours = (match["hour"], match["hour2"], match["hour3"], match["hour4"], match["hour5"], match["hour6"])
    minutes = (match["minute"], match["packed"], match["minute2"], match["minute3"], match["minute4"], match["minute5"])
    hour = next(part for part in hours if part)
    return int(hour), int(next((part for part in minutes if part), "0"))


def _afternoon(half: str) -> bool:
    """Whether "p.m.", "y.p." (y prynhawn) or "yr hwyr" stands behind a time, and not "a.m." or "y bore"."""
    return bool(re.search(r"p|hwyr", half, re.IGNORECASE))


def _with_half(hour: int, half: str) -> int:
    """The hour of 24: 12am is 0, 2pm is 14, and the "14.00pm" that people write stays 14."""
    afternoon = _afternoon(half)
    if hour == 12:
        return 12 if afternoon else 0
    return hour + 12 if afternoon and hour < 12 else hour


def _before(hour: int, minute: int, following: re.Match[str]) -> int:
    """The hour of a time whose "am" or "pm" stands behind the end of its range, the latest before that end."""
    if hour > 12:
        return hour
    last, last_minute = _figures(following)
    last = _with_half(last, following["half"])
    same = _with_half(hour, following["half"])
    return same if (same, minute) < (last, last_minute) else _with_half(hour, "am")


def _clock(match: re.Match[str], hour: int, minute: int, *, exact: bool) -> Clock:
    return Clock(match.start(), match.end(), dt.time(hour, minute), match[0], exact)
