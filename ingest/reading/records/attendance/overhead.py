"""Labels over columns of names, by where they stand on the page.

Lists side by side are read one after the other, and a list may go on where the label read last is that of another
column: "Present" over the names at the left, "Apologies" over those at the right.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.model import Block, Box
from ingest.reading.records.attendance.sighting import Group

_ALIGNED = 20.0  # points between the left edges of a label and of the names in its column
_APART = 60.0  # points between one column and the next
_ROW = 4.0  # points by which what stands in one row may be out of step


@dataclass(slots=True)
class Overhead:
    """The labels so far, each with its place; empty where a format has no pages."""

    _seen: list[tuple[int, Box, Group]] = field(default_factory=list)

    def note(self, block: Block, group: Group) -> None:
        """A label was read: it is the first line of ``block``."""
        if place := _place(block):
            self._seen.append((*place, group))

    def of_column(self, block: Block) -> Group | None:
        """The label over the column that a list stands in, where the one read last stands over another column."""
        place = _place(block)
        if place is None or not self._seen:
            return None
        page, box = place
        last_page, last, _ = self._seen[-1]
        if last_page != page or abs(last.left - box.left) <= _ALIGNED:
            return None
        over = [
            (one.top, group)
            for number, one, group in self._seen
            if number == page and abs(one.left - box.left) <= _ALIGNED and one.top < box.top
        ]
        if not over:
            return None
        top, group = max(over, key=lambda found: found[0])
        beside = last.left < box.left and last.top > top + _ROW  # a label in front of its row
        return None if beside or abs(last.left - box.left) < _APART else group

    def in_front(self, block: Block) -> Group | None:
        """Of labels under one another in one cell, the last that does not stand below the list beside them."""
        place = _place(block)
        if place is None:
            return None
        page, box = place
        above = [(one.top, group) for number, one, group in self._seen if number == page and one.top <= box.top + _ROW]
        return max(above, key=lambda found: found[0])[1] if above else None


def _place(block: Block) -> tuple[int, Box] | None:
    first = next((piece for piece in block.pieces if piece.page and piece.box), None)
    return (first.page, first.box) if first and first.page and first.box else None
