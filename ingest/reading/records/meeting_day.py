"""Which day the meeting was held on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.reading.language.dates import WEEKDAYS, Found, dates
from ingest.reading.model import Block, Doubt
from ingest.reading.records.meeting_top import Claim, Top

_NOT_ITS_DAY = re.compile(
    r"(?:date of (?:issue|publication|despatch)|issued|published|printed|dated|approved|confirmed|signed|"
    r"minutes of the (?:previous|last) meeting|previous meeting|updated|version)[^\n]{0,20}$|"
    r"(?:subject to|to be (?:confirmed|approved|signed|agreed)|next meeting|for confirmation|for approval)[^\n]*$",
    re.I,
)
HELD = re.compile(r"\bheld\b|\b(?:minutes?|notes?|meeting|briefing|session) (?:of|on)\b", re.I)
_LABELS = ("date", "date of meeting", "meeting date", "date and time", "date/time", "dyddiad", "held on", "on", "when")
_BODIES = ("to", "report to", "committee", "meeting", "body")
_LABELLED = re.compile(r"[A-Z][A-Za-z /]{1,28}:\s")
OF_THE_MEETING = re.compile(
    r"\b(?:meeting|session|proceedings|panel|committee|board|commission|cabinet|forum|council|group|briefing|business|"
    r"cyfarfod)\b",
    re.I,
)
# "Notes of meeting 3 – 21 September": a number that is no day
_COUNTED = re.compile(
    r"\b(?:meeting|session|visit|workshop|briefing|number|no\.?|part|day|week|note|room|group)\s*$", re.I
)


class Day(NamedTuple):
    """The day of the meeting, where it stands, and what is odd about it."""

    date: dt.date | None
    claim: Claim | None
    doubts: tuple[Doubt, ...] = ()


def day(top: Top) -> Day:
    """The day of the meeting. Where two places of the title contradict each other there is none, and a doubt."""
    found = next((days for days in _by_trust(top) if days), [])
    if not found:
        return Day(None, None)
    first_date, claim = found[0]
    others = sorted({date for date, _ in found} - {first_date})
    if others:
        listed = " and ".join(long_date(date) for date in (first_date, *others))
        return Day(None, None, (Doubt(f"The title gives more than one date: {listed}.", "date"),))
    doubts = tuple(doubt for doubt in (_weekday(claim, first_date),) if doubt)
    return Day(first_date, claim, doubts)


def _by_trust(top: Top) -> Iterator[list[tuple[dt.date, Claim]]]:
    """The days of the title, those first that it says are the meeting's; only like are compared with like."""
    yield [one for claim in top.labelled(*_LABELS) for one in _days(claim.block)]
    yield [one for claim in top.labelled(*_BODIES) for one in _days(claim.block)]
    lines = [line for line in top.lines if not _LABELLED.match(line.text)]
    yield [one for line in lines for one in _days(line) if HELD.search(line.text)]
    yield [one for line in lines for one in _days(line) if OF_THE_MEETING.search(line.text) or len(line.text) < 60]
    yield _days(top.whole)
    yield [one for block in top.running for one in _days(block)]


def _days(block: Block) -> list[tuple[dt.date, Claim]]:
    return [
        (found.date, Claim(block, found.start, found.end))
        for found in dates(block.text)
        if found.exact and not _NOT_ITS_DAY.search(block.text[: found.start]) and not _counts(block.text, found)
    ]


def _counts(text: str, found: Found) -> bool:
    """Is this bare number counting meetings, and not the first of several days that share a month?"""
    return found.printed.strip().isdigit() and bool(_COUNTED.search(text[: found.start]))


def _weekday(claim: Claim, date: dt.date) -> Doubt | None:
    """Does the printed day of the week contradict the date?"""
    around = claim.block.text[max(0, claim.start - 14) : claim.end].lower()
    printed = next((name for name in WEEKDAYS if re.search(rf"\b{name}\b", around)), None)
    if printed is None or printed == WEEKDAYS[date.weekday()]:
        return None
    actual = WEEKDAYS[date.weekday()].capitalize()
    return Doubt(f"The paper says {printed.capitalize()} but {long_date(date)} was a {actual}.", "date")


def long_date(date: dt.date) -> str:
    """A date as people here write it: 8 November 2013."""
    return f"{date.day} {date:%B %Y}"
