"""Small invented papers for tests: a few lines become a section's blocks, markers told from words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from ingest.reading.model import (
    AttendeeRead,
    Block,
    Cell,
    Kind,
    MeetingRead,
    NextMeeting,
    Paper,
    Piece,
    Quote,
    Role,
    Section,
)

MEETING = MeetingRead(
    kind="minutes",
    council="Norbury District Council",
    committee="Communities Scrutiny Panel",
    date=dt.date(2024, 5, 14),
    next_meeting=NextMeeting(dt.date(2024, 7, 9)),
)
_MARKER = re.compile(r"(?P<marker>\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]|[•-])\s+(?=\S)", re.IGNORECASE)


def block(line: str, number: int = 1) -> Block:
    """A paragraph, or an entry where the line begins with a marker, or a line at the right after ">>"."""
    right = line.startswith(">>")
    text = line.removeprefix(">>").strip()
    match = _MARKER.match(text)
    marker = match["marker"] if match else ""
    words = text[match.end() :] if match else text
    kind = "entry" if marker else "paragraph"
    align = "right" if right else "left"
    return Block(kind, words, (Piece(words, 0, paragraph=number),), marker=marker, align=align)


def table(*rows: Sequence[str]) -> Block:
    """A table of one-paragraph cells, its first row the header."""
    return Block(
        "table",
        "",
        rows=tuple(tuple(Cell((block(text),) if text else ()) for text in row) for row in rows),
        header=True,
    )


def paper(*lines: str | Block, title: str = "Review of Allotments", kind: Kind = "minutes") -> Paper:
    """A paper of one item, numbered 4."""
    blocks = tuple(
        line if isinstance(line, Block) else block(line, number) for number, line in enumerate(lines, start=2)
    )
    return Paper(kind, (), (Section("4", title, (block(title),), blocks),))


def attendee(name: str, role: Role = "officer", position: str | None = None) -> AttendeeRead:
    return AttendeeRead(name, role, "present", Quote(name), position)


PEOPLE = (
    attendee("Grace Holt", "chair"),
    attendee("Omar Siddiqui", "vice_chair"),
    attendee("Ralph Penn", "member"),
    attendee("Wendy Marsh", "officer", "Head of Parks"),
    attendee("Tomos Ellis", "officer", "Democratic Services Officer"),
    attendee("Priya Nair", "officer", "Director of Place"),
    attendee("Joan Birch", "cabinet_member", "Cabinet Member for Communities"),
)
