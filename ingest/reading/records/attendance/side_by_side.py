"""Groups of people side by side: a label over each column, and the people of each under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import entries, grids, labels
from ingest.reading.records.attendance.grids import has_people
from ingest.reading.records.attendance.sighting import Group, Sighting


def are_beside(block: Block) -> bool:
    """Whether the first row has the labels of groups: "Attendees | | Apologies for Absence | ", "Members | "."""
    if len(block.rows) < 2:
        return False
    first = grids.columns(block.rows[0])
    found = _labels(first)
    if found is None or not any(has_people(cell) for row in block.rows[1:] for cell in row):
        return False
    return len({group.status for group in found.values()}) > 1 or (len(found) == 1 and _wide(block))


def _wide(block: Block) -> bool:
    return any(len(row) > 1 for row in block.rows[1:])


def beside(block: Block) -> Iterator[Sighting]:
    """The people of groups side by side; a row with one label alone ("Officers") is about all below it."""
    over: dict[int, Group] = {}
    for row in map(grids.columns, block.rows):
        if (found := _labels(row)) is not None:
            over = found
            continue
        for place, group in over.items():
            end = min((other for other in over if other > place), default=1 + max(row, default=0))
            yield from entries.entry([cell for at, cell in row.items() if place <= at < end], group)


# Over the first column, where each row is a body's: "Authority | Members present | Apologies"
_OF_ROWS = re.compile(
    r"(?:local\s+)?(?:authority|council|borough|district|organi[sz]ation|body|group|party|ward)s?", re.I
)


def _labels(row: grids.Columns) -> dict[int, Group] | None:
    """The groups that a row of labels names, by column; None where the row holds anything else."""
    found: dict[int, Group] = {}
    for place, cell in row.items():
        text = cell.text.strip()
        if not text:
            continue
        if place == 0 and len(row) > 2 and _OF_ROWS.fullmatch(text):
            continue
        group = labels.group(text)
        if group is None or group.ignored or group.position or has_people(cell):
            return None
        found[place] = group
    if len(found) == 1 and min(found) == 0:
        return {0: next(iter(found.values()))}
    return found or None


def are_columns(block: Block) -> bool:
    """Whether each column has its label on top and nothing but the people under it, no posts in a column beside."""
    over = _labels(grids.columns(block.rows[0])) if block.rows else None
    if not over or len(over) < 2 or not any(has_people(cell) for row in block.rows[1:] for cell in row):
        return False
    below = [grids.columns(row) for row in block.rows[1:]]
    filled = {place for row in below for place, cell in row.items() if cell.text.strip()}
    return filled <= set(over) and all(cell.spans == 1 for row in block.rows for cell in row)


def columns(block: Block) -> Iterator[tuple[Cell, list[Block]]]:
    """The columns of such a table: the label's cell, and all that stands under it."""
    for place, label in enumerate(block.rows[0]):
        yield label, [inner for row in block.rows[1:] if place < len(row) for inner in row[place].blocks]
