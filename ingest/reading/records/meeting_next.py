"""The next meeting: its day, time and place, never those of the present one."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from ingest.reading.language.dates import WEEKDAYS, dates
from ingest.reading.language.times import times
from ingest.reading.model import Block, NextMeeting, Paper, Quote, Section
from ingest.reading.records.meeting_place import place_at
from ingest.reading.records.meeting_top import lined
from ingest.reading.records.passages import everything

_TITLE = re.compile(
    r"\b(?:dates?|time|venue|place)\b.{0,30}\b(?:next|future|forthcoming)\s+(?:\w+\s+)?meetings?|"
    r"^(?:next|future) meetings?\b|"
    r"^dates? of (?:the )?meetings?(?:\s+(?:for\s+)?20\d\d(?:\s?[/–-]\s?\d{2,4})?)?$|"
    r"\bnext meeting\b|cyfarfod nesaf|dyddiad y cyfarfod",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:date (?:and time )?of (?:the )?next meeting|(?:the|our) next (?:\w+\s+){0,3}(?:meeting|briefing|session)|"
    rf"next meetings?\s*(?:[:–-]|(?=\d|(?:{'|'.join(WEEKDAYS)})\b))|"
    # "The Panel next meets on", "Members will meet again on"
    r"(?:panel|committee|board|commission|group|forum|council|members)\s+(?:(?:will|would)\s+)?"
    r"(?:next\s+meets?|meets?\s+(?:next|again))\b|"
    # "These minutes are subject to confirmation by the Panel at its meeting on"
    r"minutes are (?:\w+ and )?subject to (?:approval|confirmation|agreement) (?:by the [\w ]{4,60}? )?"
    r"at its meeting on\b)",
    re.I,
)
# "Items for the agenda of the next meeting"
_ITEMS_FOR_IT = re.compile(r"\b(?:items?|matters|business|agenda|topics)\b(?!.*\bdates?\b)", re.I)
_LATE = 3  # items from the end in which a sentence on the next meeting is believed


class Next(NamedTuple):
    meeting: NextMeeting
    quote: Quote | None


def next_meeting(paper: Paper, day: dt.date | None) -> Next | None:
    """What an item or a sentence says of the next meeting; None where nothing does."""
    for section in paper.sections[::-1]:
        if not _TITLE.search(section.title):
            continue
        if not _ITEMS_FOR_IT.search(section.title):
            return _first_under(section, day)
        if read := _begins_with_a_day(_under(section), day):
            return read
    if headed := _headed(paper, day):
        return headed
    late = [block for section in paper.sections[-_LATE:] for block in everything(section.blocks)]
    for block in (*late, *everything(paper.tail), *everything(paper.front)):
        if found := _SENTENCE.search(block.text):
            read = _read(block.part(found.start()), day)
            if read and read.meeting.date:
                return read
    return None


def _begins_with_a_day(block: Block, day: dt.date | None) -> Next | None:
    """ "Items for the next meeting" say of the meeting itself only what stands in front of them: "6 May, 7.30pm"."""
    first = next(iter(dates(block.text, day)), None)
    return _read(block, day) if first and not first.start else None


def _headed(paper: Paper, day: dt.date | None) -> Next | None:
    """A heading without a number inside the last item ("Date of next meetings"), and the lines under it.

    A table there may be the dates of several bodies, so it is not read.
    """
    inside = (*paper.sections[-1].blocks, *paper.tail) if paper.sections else ()
    last = [block for block in inside if block.kind != "table"]
    for at, block in enumerate(last):
        if len(block.text.split()) <= 8 and _TITLE.search(block.text) and not block.text.endswith("."):
            return _soonest(last[at : at + 12], day)
    return None


def _soonest(blocks: list[Block], day: dt.date | None) -> Next | None:
    """The first of several lines with dates whose date is after the meeting, the soonest where there is a list."""
    found = [one for block in blocks if (one := _read(block, day)) and one.meeting.date]
    return min(found, key=lambda one: one.meeting.date or dt.date.max) if found else None


def _first_under(section: Section, day: dt.date | None) -> Next | None:
    """What the first lines under a heading say: of several with days, the first whose day is yet to come."""
    inside = list(everything(section.blocks))[:_LINES]
    if len(days := [block for block in inside if dates(block.text, day)]) > 1:
        return next((one for block in days if (one := _read(block, day)) and one.meeting.date), None)
    if len(days) == 1 and not times(days[0].text) and len(days[0].text) < _SHORT:
        at = inside.index(days[0])
        below = [block for block in inside[at + 1 : at + 3] if _LABELLED.match(block.text)]
        return _read(lined((days[0], *below), ", "), day)
    return _read(_under(section), day)


_LINES = 6  # under the heading
_SHORT = 80  # letters of a line that is little more than a day
_LABELLED = re.compile(r"(?:time|venue|place|location)\s*:", re.I)


def _under(section: Section) -> Block:
    """The first words under the heading that name a day, or the heading where it names one itself."""
    inside = list(everything(section.blocks))
    for told in (dates, times):  # a day outranks a mere time, which may stand in Welsh beside it
        for block in inside[:_LINES]:
            if told(block.text):
                return block
    return lined((*section.heading, *inside[:1]), " ")


# "the meeting on 12 March had been cancelled": not the one that is to come
_CALLED_OFF = re.compile(
    r"\s*(?:(?:had|has|was|is|been|will|would|be)\s+)+(?:cancelled|postponed|moved|rearranged)\b", re.I
)


def _read(block: Block, day: dt.date | None) -> Next | None:
    later = [
        found
        for found in dates(block.text, day)
        if (day is None or found.date > day) and not _CALLED_OFF.match(block.text, found.end)
    ]
    if not later and not times(block.text):
        return None
    first = later[0] if later else None
    where = first.end if first else 0
    clock = _clock(block, where)
    place = _place(block)
    meeting = NextMeeting(first.date if first else None, clock, place)
    if meeting == NextMeeting():
        return None
    return Next(meeting, block.quote())


def _clock(block: Block, where: int) -> dt.time | None:
    """The time nearest after the date, else the first."""
    clocks = times(block.text)
    after = [clock for clock in clocks if clock.start >= where]
    for clock in after or clocks:
        if clock.exact or clock.time.hour >= 9:
            return clock.time
        if 1 <= clock.time.hour <= 7:
            return clock.time.replace(hour=clock.time.hour + 12)
    return None


_BEFORE_PLACE = re.compile(
    r"\b(?:at|in|via)\s+(?!\d)|\b(?:[Vv]enue|[Pp]lace|[Ll]ocation)\s*:\s*|,\s+(?=[A-Z])(?!(?:Venue|Place|Location)\s*:)"
)


# "in person at a venue in the area, to be confirmed"
_UNSETTLED = re.compile(r"\bto\s+be\s+(?:confirmed|arranged|agreed)\b|\btb[ca]\b|^(?:in\s+)?person\b", re.I)


def _place(block: Block) -> str | None:
    for found in _BEFORE_PLACE.finditer(block.text):
        claim = place_at(block, found.end())
        if claim and not dates(claim.text) and not _UNSETTLED.search(claim.text):
            return re.sub(r"\s+", " ", claim.text)
    return None
