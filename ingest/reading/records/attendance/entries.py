"""Rows of a name and what is told of it in the cell behind: a post, a body, a council, or whether they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.language import bodies, posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import lists, presence, roles
from ingest.reading.records.attendance.beside import says_more, sightings
from ingest.reading.records.attendance.beside_words import REPLACES
from ingest.reading.records.attendance.grids import has_people
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting

_LONE_DASH = re.compile(r"\s*[-–—]\s*")
_BRACKET = re.compile(r"\s*\(([^()]+)\)\s*$")


def are_dashed(block: Block) -> bool:
    """Whether every row is a name, a dash in a cell of its own, and a body: "Ann Marrow | | - | Dale Health Board"."""
    rows = [[cell for cell in row if cell.text.strip()] for row in block.rows]
    return len(rows) > 1 and all(
        len(row) == 3 and _LONE_DASH.fullmatch(row[1].text) and has_people(row[0]) for row in rows
    )


def dashed(block: Block, group: Group) -> Iterator[Sighting]:
    """The people of such rows, each with the post or body behind the dash."""
    for row in block.rows:
        name, _, behind = (cell for cell in row if cell.text.strip())
        for inner in name.blocks:
            for listed in lists.people(inner.text):
                listed.position = listed.position or behind.text.strip()
                yield from sightings(listed, inner, group, roll=True)


def are_stated(block: Block) -> bool:
    """Whether every row is a name and beside it whether they came: "Ann Marrow | Apologies"."""
    rows = [[cell for cell in row if cell.text.strip()] for row in block.rows]
    return len(rows) > 1 and all(len(row) == 2 and has_people(row[0]) and presence.said(row[1].text) for row in rows)


def stated(block: Block, group: Group) -> Iterator[Sighting]:
    """The people of such rows, each with the status in the cell behind."""
    base = group if group.role or group.default else replace(group, default="member")
    for row in block.rows:
        name, said = (cell for cell in row if cell.text.strip())
        status = presence.said(said.text) or "present"
        for inner in name.blocks:
            for listed in lists.people(inner.text):
                yield from sightings(listed, inner, replace(base, status=status), roll=True)


def is_entry(row: tuple[Cell, ...], *, sure: bool) -> bool:
    """Whether a row has people in its first cell and beside them their posts, bodies or councils.

    Where the first column has labels too (not ``sure``), only words that are a post, a body or a council will do.
    """
    if len(row) < 2 or not has_people(row[0]) or any(_names_outside_brackets(cell) for cell in row[1:]):
        return False
    beside = row[1].text.strip()
    return bool(beside) and (sure or _tells(beside) or bodies.is_council(beside)) and len(beside.split()) <= 40


def _names_outside_brackets(cell: Cell) -> bool:
    """Whether a cell holds people, and not a council with "(substitute for Councillor B Oakes)" behind it."""
    plain = _BRACKET.sub("", cell.text).strip()
    if REPLACES.match(plain):
        return False  # "Reserve, for Cllr Ann Marrow"
    return has_people(cell) and not (plain != cell.text.strip() and (_tells(plain) or bodies.is_council(plain)))


def _tells(words: str) -> bool:
    return posts.is_job(words) or posts.kind_of(words) is not None or bodies.is_outside(words)


def entry(cells: Sequence[Cell], group: Group) -> Iterator[Sighting]:
    """The people of a row, each with the post or body that stands in the cell behind the name."""
    for place, cell in enumerate(cells):
        behind_it = cells[place + 1] if place + 1 < len(cells) else None
        beside = behind_it.blocks if behind_it and not _names_outside_brackets(behind_it) else ()
        told = [status for part in beside if (status := presence.said(part.text))] if len(cell.blocks) == 1 else []
        further = [status for part in cells[place + 2 :] if (status := presence.said(part.text))]
        if not told and len(further) == 1 and has_people(cell):  # "Ann Marrow | Member | Apologies"
            group = replace(group, status=further[0])
        if told:
            beside = tuple(part for part in beside if not presence.said(part.text))
            group = replace(group, status=told[0])
        beside = _aligned(cell, beside)
        for number, inner in enumerate(cell.blocks):
            one_each = len(beside) == len(cell.blocks) or len(cell.blocks) == 1
            behind = " ".join(part.text for part in beside) if len(cell.blocks) == 1 else ""
            if one_each and len(cell.blocks) > 1:
                behind = beside[number].text
            elif behind:
                behind += _body_of(cells[place + 2 :])
            for listed in lists.people(inner.text, lines=[piece.start for piece in inner.pieces]):
                _add(listed, behind.strip())
                yield from sightings(listed, inner, group, roll=True)


def _aligned(cell: Cell, beside: tuple[Block, ...]) -> tuple[Block, ...]:
    """The lines of a cell, each beside one name of the cell in front, though the layout ran some of them together."""
    lines = [block.part(piece.start, piece.start + len(piece.text)) for block in beside for piece in block.pieces]
    whole = len(beside) != len(cell.blocks) > 1 and len(lines) == len(cell.blocks)
    return tuple(lines) if whole and all(len(block.pieces) == 1 for block in cell.blocks) else beside


def _body_of(cells: Sequence[Cell]) -> str:
    """The outside body in the cell behind a post: "Ann Marrow | Medical Director | Dale Hospitals NHS Trust"."""
    further = cells[0].text.strip() if cells else ""
    return f", {further}" if further and bodies.is_outside(further) and not has_people(cells[0]) else ""


def _add(listed: Listed, behind: str) -> None:
    """The words of the cell behind, read as if they stood beside the name; a council alone is no post."""
    if (bracket := _BRACKET.search(behind)) and (says_more(bracket[1]) or not posts.is_job(behind)):
        listed.brackets.append(bracket[1])
        behind = behind[: bracket.start()].strip()
    told = posts.is_job(behind) or posts.kind_of(behind) is not None or bool(roles.MAYOR.fullmatch(behind))
    if told or bodies.is_of_others(behind):
        listed.position = listed.position or behind
