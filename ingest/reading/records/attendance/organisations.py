"""Rows of a name, a post and an organisation: who of those who came works for a council, and who for another body.

"Ann Moss | - | Lead Officer | Norham County Council"; "Dr Bob Oakes | Medical Director | ) Exe Hospitals" over
"Ms Cy Pike | Chief Nurse | ) NHS Trust", where a bracket joins the rows of one body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import bodies, posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import lists
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.grids import has_people
from ingest.reading.records.attendance.sighting import Group, Sighting

_LONE_DASH = re.compile(r"\s*[-–—]\s*")
_JOINED = re.compile(r"^\s*[)}\]]\s*")
_FEWEST = 2  # rows
_KINDS = 2  # cells that every row has: a name, and the organisation


def are_rows(block: Block) -> bool:
    """Whether rows hold somebody, perhaps a post, and in the same column the organisation of each."""
    rows = _rows(block)
    if len(rows) < _FEWEST or any(len(row) not in (_KINDS, _KINDS + 1) or not has_people(row[0]) for row in rows):
        return False
    if any(has_people(cell) and not _tells(cell.text) for row in rows for cell in row[1:]):
        return False
    named = [body for body in _bodies(rows) if bodies.is_outside(body) or bodies.is_council(body)]
    three = [row for row in rows if len(row) == _KINDS + 1]
    return bool(three) and len(named) * 2 > len(rows) and all(posts.is_job(row[1].text) for row in three)


def people(block: Block, group: Group) -> Iterator[Sighting]:
    """The people of such rows: those of a council are its officers, those of another body guests.

    Under a label of those who came, only; members are who they are whatever sent them.
    """
    rows = _rows(block)
    came = group.status == "present" and (group.role in {None, "guest"} or group.mixed)
    for row, body in zip(rows, _bodies(rows), strict=True):
        post = row[1].text.strip() if len(row) > _KINDS else ""
        for inner in row[0].blocks:
            for listed in lists.people(inner.text):
                outside = bodies.is_of_others(body)
                listed.position = ", ".join(part for part in (post, body if outside else "") if part)
                seen = sightings(listed, inner, _of(group, body) if came else group, roll=True)
                yield from (replace(one, own=came and one.role is not None) for one in seen)


def _of(group: Group, body: str) -> Group:
    if bodies.is_of_others(body):
        return replace(group, role="guest", mixed=False)
    if bodies.is_service(body) or (bodies.is_council(body) and not bodies.is_outside(body)):
        return replace(group, role="officer", mixed=False)
    return replace(group, role=None, default="guest", mixed=True)


def _tells(words: str) -> bool:
    return posts.is_job(words) or bodies.is_outside(words) or bodies.is_council(words)


def _rows(block: Block) -> list[list[Cell]]:
    """The filled cells of each row, without dashes that stand alone."""
    filled = [[cell for cell in row if cell.text.strip() and not _LONE_DASH.fullmatch(cell.text)] for row in block.rows]
    return [row for row in filled if row]


def _bodies(rows: list[list[Cell]]) -> list[str]:
    """The organisation of each row; where a bracket joins rows, all of them have the one that is written over them."""
    printed = [row[-1].text.strip() for row in rows]
    found: list[str] = []
    for place, text in enumerate(printed):
        if not _JOINED.match(text):
            found.append(text)
            continue
        low = high = place
        while low and _JOINED.match(printed[low - 1]):
            low -= 1
        while high + 1 < len(printed) and _JOINED.match(printed[high + 1]):
            high += 1
        found.append(" ".join(_JOINED.sub("", part) for part in printed[low : high + 1]).strip())
    return found
