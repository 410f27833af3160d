"""Words of a page that was turned to be read, put back where the page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.reading.model import Block, Box, Cell, Line, Page, Piece


def as_shown(blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks, the boxes of their pieces measured on the page as it is shown."""
    turned = {page.number: page for page in pages if page.turn}
    return tuple(_block(block, turned) for block in blocks) if turned else tuple(blocks)


def shown_size(page: Page) -> tuple[float, float]:
    """The width and height of a page as it is shown."""
    return (page.height, page.width) if page.turn in (90, 270) else (page.width, page.height)


def shown_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page, measured on it as it is shown."""
    if not page.turn:
        return page.lines
    return tuple(
        replace(
            line,
            box=_box(line.box, page),
            spans=tuple(replace(span, box=_box(span.box, page)) for span in line.spans),
        )
        for line in page.lines
    )


def _block(block: Block, turned: Mapping[int, Page]) -> Block:
    rows = tuple(
        tuple(Cell(tuple(_block(inner, turned) for inner in cell.blocks), cell.spans) for cell in row)
        for row in block.rows
    )
    return replace(block, pieces=tuple(_piece(piece, turned) for piece in block.pieces), rows=rows)


def _piece(piece: Piece, turned: Mapping[int, Page]) -> Piece:
    page = turned.get(piece.page or 0)
    return piece if page is None or piece.box is None else replace(piece, box=_box(piece.box, page))


def _box(box: Box, page: Page) -> Box:
    """A box on the page as it is shown; its words ran in the direction ``page.turn`` there."""
    left, top, right, bottom = box
    if page.turn == 90:
        return Box(top, page.width - right, bottom, page.width - left)
    if page.turn == 270:
        return Box(page.height - bottom, left, page.height - top, right)
    return Box(page.width - right, page.height - bottom, page.width - left, page.height - top)
