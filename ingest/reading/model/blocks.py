"""Blocks: where PDF, Word and text meet, and the words that they quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from ingest.reading.model.pages import Box


@dataclass(frozen=True, slots=True)
class Quote:
    """The document's own words and where they stand (W3C TextQuoteSelector with a page fragment).

    ``text`` is verbatim but for white space: lines are joined by a line feed, letters set apart are closed up, and
    ligatures are spelt out.
    ``page`` is None for a format without pages; ``paragraph`` is None for a PDF. Words that go on over a page
    break are cut there, and ``rest`` has what stands on the next page.
    """

    text: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    paragraph: int | None = None
    rest: Quote | None = None

    def parts(self) -> Iterator[Quote]:
        """What stands on each page, first page first."""
        part: Quote | None = self
        while part is not None:
            yield part
            part = part.rest


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one printed line inside a block's text: ``text`` stands there from ``start`` on.

    A hyphen that only broke the word over a line end is the last character of ``text`` and is not in the
    block's text (``hyphenated``).
    """

    text: str
    start: int
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    hyphenated: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table's row; its blocks are paragraphs and entries in reading order."""

    blocks: tuple[Block, ...] = ()
    spans: int = 1

    @property
    def text(self) -> str:
        return " ".join(block.marked_text for block in self.blocks)


BlockKind = Literal["heading", "paragraph", "entry", "table"]
Align = Literal["left", "centre", "right"]
ACTION_COLUMN = "action-column"
"""The style of what stands in a column or a margin that says who acts, beside the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list entry or a table, in reading order.

    ``text`` is for reading: lines joined, broken words mended, the entry's or heading's marker taken off.
    ``marker`` is the marker as printed ("1.", "(a)", "•", "PSC/31/54"), empty where there is none.
    ``indent`` is the left edge of the words after the marker, ``hang`` that of the marker; ``level`` its depth.
    ``gap`` is the white space above, in points (for text: blank lines times 12; for Word: paragraph spacing).
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...] = ()
    marker: str = ""
    level: int = 0
    hang: float = 0.0
    indent: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    align: Align = "left"
    style: str = ""
    gap: float = 0.0
    rows: tuple[tuple[Cell, ...], ...] = ()
    header: bool = False  # a table whose first row is its header
    beside: int = 0  # of an ACTION_COLUMN block: how many of the blocks before it stand in its row; 0 where unknown

    @property
    def marked_text(self) -> str:
        """The text with its marker in front, as a person reads it."""
        return f"{self.marker} {self.text}".strip()

    @property
    def page(self) -> int | None:
        return self.pieces[0].page if self.pieces else None

    def all_pieces(self) -> Iterator[Piece]:
        """Its pieces, and those of the blocks in its cells, in reading order."""
        yield from self.pieces
        for row in self.rows:
            for cell in row:
                for inner in cell.blocks:
                    yield from inner.all_pieces()

    def part(self, start: int, end: int | None = None) -> Block:
        """The block of ``text[start:end]`` alone, as it looks; it keeps the marker where it keeps the beginning."""
        stop = len(self.text) if end is None else end
        cut = tuple(part for piece in self.pieces if (part := _part(piece, start, stop)))
        pieces = tuple(replace(part, start=max(0, part.start - start)) for part in cut)
        kind: BlockKind = "paragraph" if start else self.kind
        return replace(self, kind=kind, text=self.text[start:stop], pieces=pieces, marker="" if start else self.marker)

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The verbatim words behind ``text[start:end]``, with page and boxes.

        Raises ValueError where no words stand behind the range.
        """
        stop = len(self.text) if end is None else end
        parts = [part for piece in self.pieces if (part := _part(piece, start, stop))]
        if not parts:
            raise ValueError(f"no words behind {start}:{stop}")
        return _join(parts)


def _part(piece: Piece, start: int, stop: int) -> Piece | None:
    """The part of a piece inside start:stop of its block's text, with its share of the box."""
    length = len(piece.text) - piece.hyphenated
    low, high = max(0, start - piece.start), min(length, stop - piece.start)
    if low >= high:
        return None
    whole_end = high == length
    words = piece.text[low:] if whole_end else piece.text[low:high]
    box = piece.box
    if box is not None and (low > 0 or not whole_end):
        width = (box.right - box.left) / max(1, len(piece.text))
        right = box.right if whole_end else box.left + width * high
        box = Box(box.left + width * low, box.top, right, box.bottom)
    hyphenated = piece.hyphenated and whole_end
    return Piece(words, piece.start + low, piece.page, box, piece.paragraph, hyphenated, piece.bold, piece.italic)


def _join(parts: list[Piece]) -> Quote:
    """One quote a page (or one in all where there are no pages), chained in order."""
    first = parts[0].page
    here = []
    for part in parts:
        if part.page != first:
            break
        here.append(part)
    after = parts[len(here) :]
    return Quote(
        text=_printed(here),
        page=first,
        boxes=tuple(part.box for part in here if part.box is not None),
        paragraph=here[0].paragraph,
        rest=_join(after) if after else None,
    )


def _printed(parts: list[Piece]) -> str:
    """The words of pieces, a line feed between printed lines."""
    text = parts[0].text.strip()
    for last, part in pairwise(parts):
        same = last.box is not None and part.box is not None and abs(last.box.bottom - part.box.bottom) < 3
        apart = " " if part.start > last.start + len(last.text) - last.hyphenated else ""
        text += (apart if same else "\n") + part.text.strip()
    return text
