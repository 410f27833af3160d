"""Who was there, who sent apologies, who was replaced by whom: out of the attendance block and the items.

The way through the rooms, and so where a rule belongs:

- ``roll`` reads a block by a ``walk`` down it; under a title of another item ``comers`` and ``speakers`` look.
- What stands over names: ``labels`` (what a label is), ``labels_kinds`` (what each kind says), ``sublabels``,
  ``unknown`` and ``walk_under`` (what it says below another, and where none knows it), ``overhead`` (by its place on
  the page), ``legends`` (marks).
- Names one after the other: ``lists`` and, for where they divide, end and lost their commas, ``lists_*``; ``listed`` is
  one of them. Names in tables: ``walk_tables``, which asks ``tables``, ``entries``, ``grids``, ``coded``,
  ``organisations`` and ``side_by_side``.
- Names in sentences: ``said``, and by what is told ``said_away``, ``said_instead``, ``said_came``.
- What stands beside one name: ``beside`` (words to a ``told``), ``presence``, ``departments``, ``roles`` (the role by
  all of it). That makes a ``sighting``.
- Sightings to records: ``joining`` (one a person), ``standing`` (who came), ``sitting`` (what body met), ``plausible``
  (what cannot be true together is left blank, with a sentence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.language import names
from ingest.reading.model import AttendeeRead, Block, MeetingRead, Paper, Section
from ingest.reading.records.attendance import (
    comers,
    fuller,
    joining,
    labels,
    plausible,
    roll,
    sitting,
    speakers,
    standing,
)
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.passages import everything

# Items that hold the attendance block itself, or lists of apologies without a sentence around them.
_ATTENDANCE_ITEM = re.compile(
    r"^(?:attendance|present|those present|in attendance|(?:calling of the )?roll|sederunt|apolog(?:y|ies)|substitut\w*"
    r"|members present|who (?:was|were|attended|came)"
    r"|(?:to )?(?:receive|note|accept|record) (?:any )?apologies"
    r"|(?:notification|notice|appointment|attendance|announcement|record|report|acceptance|receipt)s?"
    r" (?:of|by) (?:any |the )?"
    r"(?:apologies|substitut\w*|alternate|deput\w+))\b",
    re.IGNORECASE,
)


def attendees(paper: Paper, meeting: MeetingRead) -> tuple[AttendeeRead, ...]:
    """One record a person, in the order of the paper, under the fullest name that the paper gives."""
    if paper.kind == "portfolio_report":
        found = joining.people(_author(paper))
    else:
        found = joining.people(_minuted(paper, meeting))
        fuller.learn(found, _blocks(paper))
    standing.settle(found)
    here = sitting.of(paper, meeting, found)
    records = [joining.record(person, found, here) for person in found]
    texts = [block.text for section in paper.sections for block in everything(section.blocks)]
    whole = frozenset(at for at, section in enumerate(paper.sections) if _ATTENDANCE_ITEM.match(section.title))
    return plausible.checked(plausible.Roll(found, records, texts, here.titled, here.executive, whole))


def _minuted(paper: Paper, meeting: MeetingRead) -> Iterator[Sighting]:
    partners = sitting.is_of_partners(paper, meeting)
    front = roll.read(paper.front, date=meeting.date, partners=partners)
    yield from front
    early = not any(one.roll and one.status == "present" for one in front)
    for item, section in enumerate(paper.sections):
        early = early and item < 2
        if early and roll.is_block(section.blocks):
            yield from roll.read(section.blocks, date=meeting.date, partners=partners)
        else:
            yield from _under(item, section)
    yield from roll.read(paper.tail)
    yield from speakers.read(paper.sections)


def _under(item: int, section: Section) -> Iterator[Sighting]:
    if _ATTENDANCE_ITEM.match(section.title):
        group = labels.group(section.title) or Group(role="member")
        yield from roll.read(section.blocks, item=item, group=group)
        return
    yield from comers.read(section, item)


def _author(paper: Paper) -> Iterator[Sighting]:
    """A portfolio holder's report is its author's attendance: the first person in front of it with a cabinet post."""
    for block in everything(paper.front):
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
