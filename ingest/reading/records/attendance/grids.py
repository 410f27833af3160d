"""Registers of several meetings: a column for the date of each, of which that of the meeting is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.reading.language import posts
from ingest.reading.language.dates import dates
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import codes as coding
from ingest.reading.records.attendance import lists
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.sighting import Group, Sighting

_NOT_A_MEMBER = re.compile(r"^(?:n/?a|[-–—]+)$", re.IGNORECASE)

Columns = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the names stand in a grid of meetings, and the codes of the meeting that is read."""

    names: int
    codes: int
    header: int


def columns(row: tuple[Cell, ...]) -> Columns:
    """The cells of a row by the column that each begins in; merged cells take up several."""
    found, place = {}, 0
    for cell in row:
        found[place] = cell
        place += max(1, cell.spans)
    return found


def dated(block: Block, date: dt.date | None) -> Grid | None:
    """The grid whose header has the dates of meetings; its codes are those of ``date`` or of the last one before."""
    for header, row in enumerate(block.rows[:3]):
        held = _dates(columns(row), date)
        if not held or any(has_people(cell) for cell in row):  # a person's row, with the day on which a term ends
            continue
        below = [columns(other) for other in block.rows[header + 1 :]]
        first = min(held)
        named = [place for place in range(first) if any(has_people(other.get(place)) for other in below)]
        codes = _column(held, date, below)
        if named and codes is not None and len(below) >= 2:
            return Grid(named[0], codes, header)
    return None


_CODE = re.compile(r"(?:[PASNXLY✓✔√✗✘x/-]|AP|AB|DNA|N/?A)?")


def undated(block: Block) -> Grid | None:
    """A grid without its dates: names, and behind each a code a meeting. The last column with a code is read.

    The register that minutes print goes up to their own meeting.
    """
    rows = [columns(row) for row in block.rows]
    if len(rows) < 3 or not all(has_people(row.get(0)) for row in rows):
        return None
    codes = {place: [_text(row, place) for row in rows] for place in {place for row in rows for place in row if place}}
    if not all(_CODE.fullmatch(code) for column in codes.values() for code in column):
        return None
    filled = [place for place, column in codes.items() if sum(map(bool, column)) * 2 > len(rows)]
    return Grid(0, max(filled), -1) if len(filled) > 1 else None


def _dates(row: Columns, date: dt.date | None) -> dict[int, dt.date]:
    texts = {place: cell.text.strip() for place, cell in row.items() if len(cell.text.split()) <= 5}
    exact = [found.date for text in texts.values() for found in dates(text) if found.exact]
    near = min(exact, default=date - dt.timedelta(days=200) if date else None)
    return {place: found[0].date for place, text in texts.items() if (found := dates(text, near))}


def _column(held: dict[int, dt.date], date: dt.date | None, below: list[Columns]) -> int | None:
    """The column of this meeting, else of the last meeting before it, else the last one that has any codes."""
    if date is None:
        return max((place for place in held if any(_text(row, place) for row in below)), default=None)
    past = {place: day for place, day in held.items() if day <= date}
    return max(past, key=lambda place: (past[place], place), default=None)


def grid(block: Block, found: Grid, group: Group, legend: Legend) -> Iterator[Sighting]:
    """The people of a grid of meetings with their status at the meeting that is read."""
    rows = [columns(row) for row in block.rows[found.header + 1 :]]
    codes = [_text(row, found.codes) for row in rows]
    crossed_out = coding.ticked(codes)
    base = group if group.role or group.default else replace(group, default="member")
    lettered = any(said.status == "absent" for said in legend.values())
    for row, code in zip(rows, codes, strict=True):
        cell = row.get(found.names)
        if cell is None or _NOT_A_MEMBER.match(code) or (not code and lettered):
            continue  # with a letter for the absent, a blank is that of no member
        co_opted = any(posts.kind_of(_text(row, place)) == "co_opted" for place in range(found.names + 1, found.codes))
        said = coding.read(code, legend, crossed_out=crossed_out, any_code=any(codes))
        for inner in cell.blocks:
            for listed in lists.people(inner.text):
                listed.brackets += said.brackets()
                if co_opted:
                    listed.brackets.append("co-opted")
                for seen in sightings(listed, inner, replace(base, status=said.status), roll=True):
                    yield said.of(seen)


def _text(row: Columns, place: int) -> str:
    return row[place].text.strip() if place in row else ""


def has_people(cell: Cell | None) -> bool:
    """Whether a cell has somebody in it; a row may have no cell there."""
    return cell is not None and any(lists.people(block.text) for block in cell.blocks)
