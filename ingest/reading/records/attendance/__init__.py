"""Who was there, who sent apologies, who was replaced by whom: out of the attendance block and the items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.language import names
from ingest.reading.model import AttendeeRead, Block, MeetingRead, Paper, Section
from ingest.reading.records.attendance import fuller, joining, labels, roll, said, speakers
from ingest.reading.records.attendance.sighting import Group, Sighting

_EXECUTIVE = re.compile(r"(?:the\s+)?(?:cabinet|executive)(?:\s+committee|\s+board)?", re.IGNORECASE)
# Items that hold the attendance block itself, or lists of apologies without a sentence around them.
_ATTENDANCE_ITEM = re.compile(
    r"^(?:attendance|present|those present|in attendance|roll call|sederunt|apologies|members present)\b", re.IGNORECASE
)


def attendees(paper: Paper, meeting: MeetingRead) -> tuple[AttendeeRead, ...]:
    """One record a person, in the order of the paper, under the fullest name that the paper gives."""
    if paper.kind == "portfolio_report":
        found = joining.people(_author(paper))
    else:
        found = joining.people(_minuted(paper))
        fuller.learn(found, _blocks(paper))
    cabinet = bool(_EXECUTIVE.fullmatch(meeting.committee or ""))
    return tuple(joining.record(person, found, cabinet=cabinet) for person in found)


def _minuted(paper: Paper) -> Iterator[Sighting]:
    yield from roll.read(paper.front)
    for item, section in enumerate(paper.sections):
        yield from _under(item, section)
    yield from roll.read(paper.tail)
    yield from speakers.read(paper.sections)


def _under(item: int, section: Section) -> Iterator[Sighting]:
    if _ATTENDANCE_ITEM.match(section.title):
        group = labels.group(section.title) or Group(role="member")
        yield from roll.read(section.blocks, item=item, group=group)
        return
    for block in _plain(section.blocks):
        if said.TRIGGER.search(block.text):
            yield from said.read(block, item)


def _author(paper: Paper) -> Iterator[Sighting]:
    """A portfolio holder's report is its author's attendance: the first person in front of it with a cabinet post."""
    for block in _plain(paper.front):
        for found in names.find(block.text):
            position, kind = speakers.post(block.text, found)
            if kind == "cabinet_member":
                yield Sighting(found.name, block, found.start, found.end, kind, True, position=position, roll=True)
                return


def _blocks(paper: Paper) -> Iterator[Block]:
    yield from paper.front
    for section in paper.sections:
        yield from section.blocks
    yield from paper.tail


def _plain(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                for cell in row:
                    yield from _plain(cell.blocks)
        else:
            yield block
