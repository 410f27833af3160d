"""When the meeting began and ended."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.language.dates import dates
from ingest.reading.language.times import Clock, in_four_figures, times
from ingest.reading.model import Block, Doubt, Paper
from ingest.reading.records.meeting_day import HELD, OF_THE_MEETING
from ingest.reading.records.meeting_top import Claim, Top
from ingest.reading.records.passages import everything

_BEGINS = re.compile(
    r"\b(?:began|begun|started|starting|opened|commenced|commencing|start(?: time)?|dechreuodd)\b", re.I
)
_ENDS = re.compile(
    r"\b(?:ended|closed|finish(?:ed|ing)?|conclud(?:ed|ing)|terminat(?:ed|ing)|rose|end(?:s|ing)?(?: time)?|"
    r"clos(?:e|ing)(?: of meeting)?|"
    r"conclusion|daeth .{0,20}i ben)\b",
    re.I,
)
_AND_ENDED = re.compile(
    rf"(?:{_BEGINS.pattern})\s+(?:at\s+)?\S+\s?(?:[ap]\.?m\.?)?,?\s+and\s+\w+$", re.I
)  # "and finishing at"
_THE_MEETING = re.compile(
    r"\s+the\s+(?:meeting|session|briefing|proceedings)\b", re.I
)  # "The Chair opened the meeting"
_LENGTH = re.compile(r"\b(?:duration|time) of (?:the )?meeting|\btimings?\b", re.I)
_CLOSE = re.compile(
    r"(?:(?:time\s+of\s+)?clos(?:e|ure)(?:\s+of\s+(?:the\s+)?meeting)?|meeting\s+clos(?:e|ed|ure)|end\s+of\s+(?:the\s+)?meeting)\W*",
    re.I,
)
# "Duration of the meeting: 7.00 - 9.10 pm", "Time: 6.00pm – 8.45pm" in a line at the end
_LASTED = re.compile(
    r"\W*(?:the )?(?:meeting )?lasted\b|"
    r"\W*(?:(?:meeting )?(?:duration|times?)(?: of (?:the )?meeting)?|start/(?:end|finish)(?: times?)?)\s*[:–-]|"
    r"\W*\d[\d.:]{0,4}\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to)\s?\d[\d.:]{0,4}\s?[ap]\.?m\.?\W*$",
    re.I,
)
_HOURS = ("time", "start time", "start", "amser", "date and time", "date/time", "time of meeting", "commenced")
# A span of time in the title that is not the meeting's
_BESIDE_IT = re.compile(
    r"pre-?meet|briefing for members|contact|tel\b|phone|break|adjourn|refreshments|open from", re.I
)
_LATE = 8  # blocks from the end of the last item among which the length of the meeting may stand
_EARLY = 3  # blocks of the first item in which the meeting may be opened
_BRIEF = 40  # letters of a line that is little more than a time
_LONGEST = dt.timedelta(hours=9)


class Hour(NamedTuple):
    """A time of day and where it stands."""

    time: dt.time
    claim: Claim


def start(top: Top, paper: Paper) -> Hour | None:
    """When the meeting began: by its label or title, else by a sentence that says so."""
    claims = top.labelled(*_HOURS)
    found = [_first(claim.block, claim.start) or _bare(claim) for claim in claims]
    found.append(_first(top.whole, 0))
    found += [_behind_day(line) for line in top.lines]
    found += _told_beginnings(paper)
    found.append(_met(paper))
    return next((hour for hour in found if hour), None)


def _told_beginnings(paper: Paper) -> list[Hour | None]:
    """When sentences and spans of time outside the title say that it began."""
    said = [_sentence(block, _BEGINS) for block in (*_first_words(paper), *_ends_of(paper))]
    return said + [_span(block)[0] for block in _lengths(paper)]


def doubts(top: Top, paper: Paper, began: Hour | None, ended: Hour | None) -> tuple[Doubt, ...]:
    """A doubt for each hour that two places of the paper tell differently; the hour that was read stands."""
    spans = [_span(block)[1] for block in (*_labelled_spans(top), *_lengths(paper))]
    found = (
        ("start_time", "beginning", began, _told_beginnings(paper)),
        ("end_time", "end", ended, spans),
    )
    return tuple(
        Doubt(f"The paper gives {hour.time:%H:%M} and {other.time:%H:%M} for the {what} of the meeting.", field)
        for field, what, hour, told in found
        if hour and (other := next((one for one in told if one and one.time != hour.time), None))
    )


def _first(block: Block, after: int) -> Hour | None:
    for clock in times(block.text):
        if clock.start >= after and not _ENDS.search(block.text[max(0, clock.start - 25) : clock.start]):
            value = clock.time if clock.exact else _of_day(clock.time)
            return Hour(value, Claim(block, clock.start, clock.end)) if value else None
    return None


# "4 March 2031 19.00": with a stop it is a time of day where nothing, or a place behind a comma, stands behind it
_STOPPED = re.compile(r"[\s,–-]*(?P<printed>(?:1[3-9]|2[0-3])[.][0-5]\d)\s*(?:$|,(?!\s*\d))")


def _behind_day(line: Block) -> Hour | None:
    found = next((found for day in dates(line.text) if (found := _STOPPED.match(line.text, day.end))), None)
    if found is None:
        return None
    hour, minute = found["printed"].split(".")
    return Hour(dt.time(int(hour), int(minute)), Claim(line, *found.span("printed")))


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
        for found in _said(block, _ENDS)[::-1]:  # a part of the meeting ends before the whole
            if hour := _ending(block, (found,), began, 0):
                return hour
    if hour := _under_close(paper, began):
        return hour
    for block in (*_labelled_spans(top), *_lengths(paper)):
        if (last := _span(block)[1]) and (began is None or last.time > began):
            return last
    return None


def _under_close(paper: Paper, began: dt.time | None) -> Hour | None:
    """A time that stands alone under a heading such as "Close of meeting"."""
    for section in paper.sections[-2:]:
        first = section.blocks[0] if section.blocks and _CLOSE.fullmatch(section.title) else None
        if first and len(first.text) < _BRIEF and (hour := _ending(first, times(first.text), began, 0)):
            return hour
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
            OF_THE_MEETING.search(lead)
            or _THE_MEETING.match(sentence, last[-1].end())
            or HELD.search(lead)
            or _AND_ENDED.search(lead)
            or re.fullmatch(r"[\s(]*(?:and|it)?\s*|.*\btime\s+", sentence[: last[-1].start()], re.I | re.S)
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
        joined = re.fullmatch(r"\s*(?:-|–|—|to|until|till|(?P<both>and))\s*", between, re.I)
        if joined and joined["both"] and not re.search(r"\bbetween\s+$", block.text[: first.start], re.I):
            continue
        if joined and first.time < second.time:
            return (
                Hour(first.time, Claim(block, first.start, first.end)),
                Hour(second.time, Claim(block, second.start, second.end)),
            )
    return None, None
