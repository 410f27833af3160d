"""Tables of attendance of two more kinds: a column for each meeting's date, and two groups of people side by side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language import bodies, posts
from ingest.reading.language.dates import dates
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import codes as coding
from ingest.reading.records.attendance import labels, lists, presence
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.lists import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting

_NOT_A_MEMBER = re.compile(r"^(?:n/?a|[-–—]+)$", re.IGNORECASE)

_LONE_DASH = re.compile(r"\s*[-–—]\s*")
_BRACKET = re.compile(r"\s*\(([^()]+)\)\s*$")

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


# --- a column a meeting -------------------------------------------------------------------------------------------


def dated(block: Block, date: dt.date | None) -> Grid | None:
    """The grid whose header has the dates of meetings; its codes are those of ``date`` or of the last one before."""
    for header, row in enumerate(block.rows[:3]):
        held = _dates(columns(row), date)
        if not held or any(_names(cell) for cell in row):  # a person's row, with the day on which a term ends
            continue
        below = [columns(other) for other in block.rows[header + 1 :]]
        first = min(held)
        named = [place for place in range(first) if any(_names(other.get(place)) for other in below)]
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
    if len(rows) < 3 or not all(_names(row.get(0)) for row in rows):
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


def _names(cell: Cell | None) -> bool:
    return cell is not None and any(lists.people(block.text) for block in cell.blocks)


# --- groups side by side ------------------------------------------------------------------------------------------


def are_beside(block: Block) -> bool:
    """Whether the first row has the labels of groups: "Attendees | | Apologies for Absence | ", "Members | "."""
    if len(block.rows) < 2:
        return False
    first = columns(block.rows[0])
    found = _labels(first)
    if found is None or not any(_names(cell) for row in block.rows[1:] for cell in row):
        return False
    return len({group.status for group in found.values()}) > 1 or (len(found) == 1 and _wide(block))


def _wide(block: Block) -> bool:
    return any(len(row) > 1 for row in block.rows[1:])


def beside(block: Block) -> Iterator[Sighting]:
    """The people of groups side by side; a row with one label alone ("Officers") is about all below it."""
    over: dict[int, Group] = {}
    for row in map(columns, block.rows):
        if (found := _labels(row)) is not None:
            over = found
            continue
        for place, group in over.items():
            end = min((other for other in over if other > place), default=1 + max(row, default=0))
            yield from entry([cell for at, cell in row.items() if place <= at < end], group)


# Over the first column, where each row is a body's: "Authority | Members present | Apologies"
_OF_ROWS = re.compile(
    r"(?:local\s+)?(?:authority|council|borough|district|organi[sz]ation|body|group|party|ward)s?", re.I
)


def _labels(row: Columns) -> dict[int, Group] | None:
    """The groups that a row of labels names, by column; None where the row holds anything else."""
    found: dict[int, Group] = {}
    for place, cell in row.items():
        text = cell.text.strip()
        if not text:
            continue
        if place == 0 and len(row) > 2 and _OF_ROWS.fullmatch(text):
            continue
        group = labels.group(text)
        if group is None or group.ignored or group.position or _names(cell):
            return None
        found[place] = group
    if len(found) == 1 and min(found) == 0:
        return {0: next(iter(found.values()))}
    return found or None


def are_dashed(block: Block) -> bool:
    """Whether every row is a name, a dash in a cell of its own, and a body: "Ann Marrow | | - | Dale Health Board"."""
    rows = [[cell for cell in row if cell.text.strip()] for row in block.rows]
    return len(rows) > 1 and all(len(row) == 3 and _LONE_DASH.fullmatch(row[1].text) and _names(row[0]) for row in rows)


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
    return len(rows) > 1 and all(len(row) == 2 and _names(row[0]) and presence.said(row[1].text) for row in rows)


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
    if len(row) < 2 or not _names(row[0]) or any(_names_outside_brackets(cell) for cell in row[1:]):
        return False
    beside = row[1].text.strip()
    return bool(beside) and (sure or _tells(beside) or bodies.is_council(beside)) and len(beside.split()) <= 40


def _names_outside_brackets(cell: Cell) -> bool:
    """Whether a cell holds people, and not a council with "(substitute for Councillor B Oakes)" behind it."""
    plain = _BRACKET.sub("", cell.text).strip()
    return _names(cell) and not (plain != cell.text.strip() and (_tells(plain) or bodies.is_council(plain)))


def _tells(words: str) -> bool:
    return posts.is_job(words) or posts.kind_of(words) is not None or bodies.is_outside(words)


def entry(cells: Sequence[Cell], group: Group) -> Iterator[Sighting]:
    """The people of a row, each with the post or body that stands in the cell behind the name."""
    for place, cell in enumerate(cells):
        behind_it = cells[place + 1] if place + 1 < len(cells) else None
        beside = behind_it.blocks if behind_it and not _names_outside_brackets(behind_it) else ()
        for number, inner in enumerate(cell.blocks):
            one_each = len(beside) == len(cell.blocks) or len(cell.blocks) == 1
            behind = " ".join(part.text for part in beside) if len(cell.blocks) == 1 else ""
            if one_each and len(cell.blocks) > 1:
                behind = beside[number].text
            for listed in lists.people(inner.text, lines=[piece.start for piece in inner.pieces]):
                _add(listed, behind.strip())
                yield from sightings(listed, inner, group, roll=True)


def _add(listed: Listed, behind: str) -> None:
    """The words of the cell behind, read as if they stood beside the name; a council alone is no post."""
    if bracket := _BRACKET.search(behind):
        listed.brackets.append(bracket[1])
        behind = behind[: bracket.start()].strip()
    told = posts.is_job(behind) or posts.kind_of(behind) is not None
    if told or (bodies.is_outside(behind) and not bodies.is_council(behind)):
        listed.position = listed.position or behind
