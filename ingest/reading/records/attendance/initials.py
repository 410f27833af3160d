"""Initials that were taken for the letters of a list: "J. Moss, Head of Roads", with "J." as its marker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reading.language import names
from ingest.reading.model import Block, Cell

_LETTER = re.compile(r"[A-Z]\.(?:\s?[A-Z]\.)*")
_SURNAME = re.compile(r"(?:[A-Z]\.?\s?){0,2}[A-Z][\w’'-]+")


def restored(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the initials that a layout took for markers in front of their surnames again."""
    listed = tuple(blocks)
    lettered = _are_letters([block.marker for block in listed if _LETTER.fullmatch(block.marker)])
    for block in listed:
        if block.kind == "table":
            yield replace(block, rows=tuple(tuple(_cell(cell) for cell in row) for row in block.rows))
        elif lettered or not _is_initialled(block):
            yield block
        else:
            yield _whole(block)


def _cell(cell: Cell) -> Cell:
    found = tuple(restored(cell.blocks))
    return cell if found == cell.blocks else replace(cell, blocks=found)


def _are_letters(markers: Sequence[str]) -> bool:
    """Whether letters go on from one to the next, as those of a list do and the initials of people hardly ever."""
    return len(markers) > 1 and all(ord(after[0]) == ord(before[0]) + 1 for before, after in pairwise(markers))


def _is_initialled(block: Block) -> bool:
    """Whether a marker and the surname behind it are somebody's name: "R." before "Moss (Chair)"."""
    if not _LETTER.fullmatch(block.marker):
        return False
    surname = _SURNAME.match(block.text)
    behind = block.text[surname.end() :] if surname else ""
    if surname is None or re.match(r"\s+[A-Za-z]", behind):
        return False  # "A. Ann Marrow", "B. Minutes of the last meeting"
    return names.parse(f"{block.marker} {surname.group()}") is not None


def _whole(block: Block) -> Block:
    by = len(block.marker) + 1
    pieces = [replace(piece, start=piece.start + by) for piece in block.pieces]
    return replace(block, kind="paragraph", text=f"{block.marker} {block.text}", marker="", pieces=tuple(pieces))
