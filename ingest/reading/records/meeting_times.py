"""When the meeting was: its day, its beginning and its end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.language.dates import WEEKDAYS, Found, dates
from ingest.reading.language.times import Clock, in_four_figures, times
from ingest.reading.model import Block, Doubt, Paper
from ingest.reading.records.meeting_top import Claim, Top, everything

_NOT_ITS_DAY = re.compile(
    r"(?:date of (?:issue|publication|despatch)|issued|published|printed|dated|approved|confirmed|signed|"
    r"minutes of the (?:previous|last) meeting|previous meeting|updated|version)[^\n]{0,20}$|"
    r"(?:subject to|to be (?:confirmed|approved|signed|agreed)|next meeting|for confirmation|for approval)[^\n]*$",
    re.I,
)
_HELD = re.compile(r"\bheld\b|\b(?:minutes?|notes?|meeting|briefing|session) (?:of|on)\b", re.I)
_LABELS = ("date", "date of meeting", "meeting date", "date and time", "date/time", "dyddiad", "held on", "on", "when")
_BODIES = ("to", "report to", "committee", "meeting", "body")
_LABELLED = re.compile(r"[A-Z][A-Za-z /]{1,28}:\s")
_BEGINS = re.compile(
    r"\b(?:began|begun|started|starting|opened|commenced|commencing|start(?: time)?|dechreuodd)\b", re.I
)
_ENDS = re.compile(
    r"\b(?:ended|closed|finish(?:ed|ing)?|conclud(?:ed|ing)|terminat(?:ed|ing)|rose|end(?:s|ing)?(?: time)?|"
    r"clos(?:e|ing)(?: of meeting)?|"
    r"conclusion|daeth .{0,20}i ben)\b",
    re.I,
)
_OF_THE_MEETING = re.compile(
    r"\b(?:meeting|session|proceedings|panel|committee|board|commission|cabinet|forum|council|group|briefing|business|"
    r"cyfarfod)\b",
    re.I,
)
_THE_MEETING = re.compile(
    r"\s+the\s+(?:meeting|session|briefing|proceedings)\b", re.I
)  # "The Chair opened the meeting"
_LENGTH = re.compile(r"\b(?:duration|time) of (?:the )?meeting|\btimings?\b", re.I)
# "Duration of the meeting: 7.00 - 9.10 pm", "Time: 6.00pm – 8.45pm" in a line at the end
_LASTED = re.compile(
    r"\W*(?:(?:meeting )?(?:duration|times?)(?: of (?:the )?meeting)?|start/(?:end|finish)(?: times?)?)\s*[:–-]|"
    r"\W*\d[\d.:]{0,4}\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to)\s?\d[\d.:]{0,4}\s?[ap]\.?m\.?\W*$",
    re.I,
)
# "Notes of meeting 3 – 21 September": a number that is no day
_COUNTED = re.compile(
    r"\b(?:meeting|session|visit|workshop|briefing|number|no\.?|part|day|week|note|room|group)\s*$", re.I
)
_HOURS = ("time", "start time", "start", "amser", "date and time", "date/time", "time of meeting", "commenced")
# A span of time in the title that is not the meeting's
_BESIDE_IT = re.compile(
    r"pre-?meet|briefing for members|contact|tel\b|phone|break|adjourn|refreshments|open from", re.I
)
_LATE = 8  # blocks from the end of the last item among which the length of the meeting may stand
_EARLY = 3  # blocks of the first item in which the meeting may be opened
_LONGEST = dt.timedelta(hours=9)


class Day(NamedTuple):
    """The day of the meeting, where it stands, and what is odd about it."""

    date: dt.date | None
    claim: Claim | None
    doubts: tuple[Doubt, ...] = ()


class Hour(NamedTuple):
    """A time of day and where it stands."""

    time: dt.time
    claim: Claim


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
    yield [one for line in lines for one in _days(line) if _HELD.search(line.text)]
    yield [one for line in lines for one in _days(line) if _OF_THE_MEETING.search(line.text) or len(line.text) < 60]
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


# --- hours ------------------------------------------------------------------------------------------------------


def start(top: Top, paper: Paper) -> Hour | None:
    """When the meeting began: by its label or title, else by a sentence that says so."""
    claims = top.labelled(*_HOURS)
    found = [_first(claim.block, claim.start) or _bare(claim) for claim in claims]
    found.append(_first(top.whole, 0))
    found += [_sentence(block, _BEGINS) for block in (*_first_words(paper), *_ends_of(paper))]
    found += [_span(block)[0] for block in _lengths(paper)]
    found.append(_met(paper))
    return next((hour for hour in found if hour), None)


def _first(block: Block, after: int) -> Hour | None:
    for clock in times(block.text):
        if clock.start >= after and not _ENDS.search(block.text[max(0, clock.start - 25) : clock.start]):
            value = clock.time if clock.exact else _of_day(clock.time)
            return Hour(value, Claim(block, clock.start, clock.end)) if value else None
    return None


def _bare(claim: Claim) -> Hour | None:
    """ "Start: 18.30": under a label a number with a stop is a time."""
    for clock in times(f"at {claim.text}"):
        value = clock.time if clock.exact else _of_day(clock.time)
        if value and clock.start == len("at "):
            return Hour(value, claim.part(0, clock.end - clock.start))
    return None


def _of_day(time: dt.time) -> dt.time | None:
    """A time without am or pm: nobody meets between one and seven in the morning; eight is anybody's guess."""
    if 1 <= time.hour <= 7:
        return time.replace(hour=time.hour + 12)
    return time if time.hour >= 9 else None


def _met(paper: Paper) -> Hour | None:
    """ "The panel met in the Town Hall at 4.00 pm." """
    for block in everything(paper.front):
        if re.search(r"\bmet (?:in|at|on)\b", block.text) and (hour := _first(block, 0)):
            return hour
    return None


def end(top: Top, paper: Paper, began: dt.time | None) -> Hour | None:
    """When the meeting ended: by a sentence near its end or at its top, a label or a span of time."""
    for claim in top.labelled("end time", "end", "finish", "finished", "closed", "time ended", "concluded"):
        if hour := _ending(claim.block, times(claim.text), began, claim.start) or _bare(claim):
            return hour if began is None or hour.time > began else None
    for block in _ends_of(paper):
        for found in _said(block, _ENDS):
            if hour := _ending(block, (found,), began, 0):
                return hour
    for block in (*_labelled_spans(top), *_lengths(paper)):
        if (last := _span(block)[1]) and (began is None or last.time > began):
            return last
    return None


def _ends_of(paper: Paper) -> list[Block]:
    """Where closing words stand: the tail, the last items from the end, and the top."""
    late = [*paper.tail[::-1]]
    for section in paper.sections[-1:-4:-1]:
        late += [*everything(section.blocks)][::-1]
    return [*everything(tuple(late)), *everything(paper.front)]


def _first_words(paper: Paper) -> list[Block]:
    """What the first item begins with: "The Chair opened the meeting at 7.30pm"."""
    return list(everything(paper.sections[0].blocks))[:_EARLY] if paper.sections else []


def _sentence(block: Block, words: re.Pattern[str]) -> Hour | None:
    for clock in _said(block, words):
        value = clock.time if clock.exact else _of_day(clock.time)
        if value:
            return Hour(value, Claim(block, clock.start, clock.end))
    return None


def _said(block: Block, words: re.Pattern[str]) -> list[Clock]:
    """The times that a sentence on the meeting's beginning or end gives, straight after such a word."""
    found = []
    for clock in (*times(block.text), *in_four_figures(block.text)):
        before = block.text[max(0, clock.start - 140) : clock.start]
        sentence = re.split(r"(?<=[a-z)])\.\s", before)[-1]
        last = [*words.finditer(sentence)]
        if not last or len(sentence) - last[-1].end() > 30:
            continue
        lead = sentence[: last[-1].end()]
        if (
            _OF_THE_MEETING.search(lead)
            or _THE_MEETING.match(sentence, last[-1].end())
            or _HELD.search(lead)
            or re.fullmatch(r"[\s(]*(?:and|it)?\s*", sentence[: last[-1].start()], re.I)
        ):
            found.append(clock)
    return found


def _ending(block: Block, clocks: tuple[Clock, ...], began: dt.time | None, shift: int) -> Hour | None:
    for clock in clocks:
        value: dt.time | None = clock.time
        if not clock.exact:
            value = _after(clock.time, began)
        if value and (began is None or value > began):
            return Hour(value, Claim(block, shift + clock.start, shift + clock.end))
    return None


def _after(time: dt.time, began: dt.time | None) -> dt.time | None:
    """A closing time without am or pm is the first such after the beginning."""
    if began is None:
        return _of_day(time)
    day_ = dt.date(2000, 1, 1)
    first = dt.datetime.combine(day_, began)
    for hour in (time.hour, time.hour + 12):
        if hour < 24 and dt.timedelta(0) < dt.datetime.combine(day_, time.replace(hour=hour)) - first <= _LONGEST:
            return time.replace(hour=hour)
    return None


def _labelled_spans(top: Top) -> list[Block]:
    named = (
        "time",
        "date and time",
        "times",
        "amser",
        "start/end time",
        "start/finish time",
        "start and end time",
        "duration",
    )
    labelled = [claim.block for claim in top.labelled(*named)]
    return labelled + [line for line in top.lines if line not in labelled and not _BESIDE_IT.search(line.text)]


def _lengths(paper: Paper) -> list[Block]:
    """The blocks under a heading on how long the meeting was."""
    found: list[Block] = []
    for section in paper.sections:
        if _LENGTH.search(section.title):
            found.extend(everything(section.blocks))
    last = paper.sections[-1].blocks if paper.sections else ()
    late = everything((*last[-_LATE:], *paper.tail, *paper.front))
    return found + [block for block in late if _LASTED.match(block.text)]


def _span(block: Block) -> tuple[Hour | None, Hour | None]:
    """ "6.30 p.m. to 9.06 p.m.": a beginning and an end with nothing but a dash or "to" between."""
    clocks = times(block.text)
    for first, second in pairwise(clocks):
        between = block.text[first.end : second.start]
        if re.fullmatch(r"\s*(?:-|–|—|to|until|till)\s*", between, re.I) and first.time < second.time:
            return (
                Hour(first.time, Claim(block, first.start, first.end)),
                Hour(second.time, Claim(block, second.start, second.end)),
            )
    return None, None
