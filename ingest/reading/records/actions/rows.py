"""Names in a column of a table beside the minutes: each belongs to what its own row says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.reading.model import ACTION_COLUMN, Block, Quote, Section


class Row(NamedTuple):
    """A row of such a table: what it says, and what its column of names says beside that."""

    told: tuple[Block, ...]
    notes: tuple[Block, ...]


def rows(section: Section) -> list[Row]:
    """The rows of a section that have a note, in order."""
    found: list[Row] = []
    told: list[Block] = []
    notes: list[Block] = []
    for block in (*section.blocks, None):
        if block is not None and block.style == ACTION_COLUMN:
            if block.beside:
                notes.append(block)
            continue
        if notes:
            found.append(Row(tuple(told[-notes[0].beside :]), tuple(notes)))
            notes = []
        if block is not None:
            told.append(block)
    return found


def within(quote: Quote, blocks: Sequence[Block]) -> bool:
    """Whether words stand in one of some blocks."""
    return any(_holds(block, part) for part in quote.parts() for block in blocks)


def _holds(block: Block, quote: Quote) -> bool:
    if quote.paragraph is not None:
        return any(piece.paragraph == quote.paragraph for piece in block.all_pieces())
    boxes = [piece.box for piece in block.all_pieces() if piece.box and piece.page == quote.page]
    middles = (((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in quote.boxes)
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in middles for box in boxes)
