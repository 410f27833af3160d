"""One row of a table that sets items out: the number, the heading and the text in it."""

from __future__ import annotations

import re

from ingest.reading.layout.markers import NUMBER_ALONE, cell_number
from ingest.reading.layout.sections_marks import Marked, marked
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_rows_words import OF_ITEMS, OF_PEOPLE
from ingest.reading.layout.sections_titles import heading_end
from ingest.reading.model import Block, Cell


def of_business(row: tuple[Cell, ...], *, rolled: bool = False) -> Node | None:
    """A row whose first cell is a heading in a few words, with the text beside it.

    Where the table is ``rolled``, it has those present too, and apologies belong to them.
    """
    if len(row) < 2 or not row[0].blocks or not row[1].blocks:
        return None
    heading, title = row[0].blocks, row[0].text.strip().rstrip(":")
    if len(title.split()) > 14 or title.endswith((".", ";")) or OF_PEOPLE.match(title) or title.lower() in OF_ITEMS:
        return None
    if any(block.kind == "table" for block in heading) or (rolled and title.lower().startswith("apolog")):
        return None
    return Node(None, "", title, heading, tuple(block for cell in row[1:] for block in cell.blocks), row=True)


def of_item(row: tuple[Cell, ...]) -> Node | None:
    """A row that begins an item: its number alone in the first cell, or before the heading in it."""
    cells = [cell for cell in row if cell.blocks]
    if not cells or not row[0].blocks:
        return None
    first = cells[0].blocks[0]
    if (alone := cell_number(cells[0].text)) and len(cells) > 1:
        return _split(alone, cells[1:])
    filled = len(cells) > 1 or (len(row) > 1 and first.bold)  # a heading may stand in a row of its own
    item = _headed(first)
    if item is None or not filled:
        return None
    heading = _bold_on(cells[0].blocks, first.text[item.start :]) if len(cells) > 1 else (first,)
    title = " ".join((first.text[item.start :], *(block.text for block in heading[1:])))
    body = (*cells[0].blocks[len(heading) :], *(block for cell in cells[1:] for block in cell.blocks))
    return Node(None, item.number, title, heading, body, row=True)


def _headed(first: Block) -> Marked | None:
    """The number before a heading in its own cell; one that no list gives it must stand before words in bold."""
    if first.kind == "table":
        return None
    if first.marker and NUMBER_ALONE.fullmatch(first.marker):
        return Marked(first.marker, 0)
    return marked(first) if first.bold else None


def _bold_on(blocks: tuple[Block, ...], begun: str) -> tuple[Block, ...]:
    """The paragraphs in which a heading in bold type goes on where its column was too narrow for one line."""
    many = next((at for at, block in enumerate(blocks) if at and not _of_heading(block)), len(blocks))
    return blocks[:many] if blocks[0].bold and not begun.endswith((".", ":")) else blocks[:1]


def _of_heading(block: Block) -> bool:
    return block.bold and not block.marker and len(block.text) <= 60 and not block.text.endswith((".", ":"))


_HEADING = 100  # letters; more is a heading whose text runs on behind it


def _split(marker: str, cells: list[Cell]) -> Node | None:
    """The heading and the text beside a number: two cells, or one whose first paragraph is the heading."""
    inside = cells[0].blocks
    if any(block.kind == "table" for block in inside[:1]):
        return None
    rest = tuple(block for cell in cells[1:] for block in cell.blocks)
    many = _heading_blocks(inside, rest)
    if many == 1 and _runs_on(inside[0]) and (end := heading_end(inside[0])):
        inside = (inside[0].part(0, end), inside[0].part(end), *inside[1:])
    title = " ".join(block.marked_text for block in inside[:many])
    return Node(None, marker, title, inside[:many], (*inside[many:], *rest), row=True)


def _runs_on(block: Block) -> bool:
    """May text run on behind a heading in one paragraph: is it long, or bold at its beginning alone?"""
    return len(block.text) > _HEADING or (not block.bold and bool(block.pieces) and block.pieces[0].bold)


def _heading_blocks(inside: tuple[Block, ...], rest: tuple[Block, ...]) -> int:
    """How many of a cell's paragraphs, up to a list, are heading: the bold at its top, or all by more text."""
    inside = inside[: next((at for at, block in enumerate(inside) if at and block.marker), len(inside))]
    bold = next((at for at, block in enumerate(inside) if not block.bold), len(inside))
    if 0 < bold < len(inside):
        return bold
    alone = sum(len(block.text) for block in inside) < sum(len(block.text) for block in rest)
    return len(inside) if alone and all(len(block.text) <= 150 for block in inside) else 1


def more(row: tuple[Cell, ...], *, stacked: bool) -> Node | None:
    """A row without a number after one with: the heading and the text go on over a page.

    Where headings and text are ``stacked`` in one column, what stands in it is text.
    """
    if _across(row):
        return Node(None, "", "", (), row[0].blocks, row=True, more=True)
    if row[0].blocks or len(row) < 2:
        return None
    cells = list(row[1:])
    heading = () if stacked or len(cells) == 1 or _told(cells[0]) else cells[0].blocks
    body = tuple(block for cell in (cells[1:] if heading else cells) for block in cell.blocks)
    return Node(None, "", " ".join(block.marked_text for block in heading), heading, body, row=True, more=True)


def _told(cell: Cell) -> bool:
    """Is this text rather than the rest of a heading: entries of a list, a decision, or a sentence in plain type?"""
    if any(block.kind == "entry" for block in cell.blocks) or _DECISION.match(cell.text):
        return True
    return cell.text.rstrip().endswith(".") and len(cell.text.split()) >= 6 and not cell.blocks[0].bold


# "RESOLVED: That the report be noted." in bold type
_DECISION = re.compile(r"(?:it was )?(?:resolved|agreed|recommended|decision|decided|noted)\b", re.I)


def goes_on(row: tuple[Cell, ...]) -> bool:
    """Does a row without a number tell more of the item above it?"""
    return _across(row) or (len(row) > 1 and not row[0].blocks and any(cell.blocks for cell in row[1:]))


def _across(row: tuple[Cell, ...]) -> bool:
    """Is this text in one cell over all columns, as it stands below the row with the number and the heading?"""
    return len(row) == 1 and row[0].spans > 1 and len(row[0].text.split()) >= 6
