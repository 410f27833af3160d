"""The paper as a flat row of nodes: each block, and each row of a table that sets items out in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.reading.model import Block, Cell

# "Item 4: Budget" · "Agenda item 5 – Public forum" · "Minute No. 34 Apologies" · "Eitem 3"
_ITEM = re.compile(
    r"(?i:agenda\s+)?(?i:item|minute|min\.?|eitem)\s*(?i:no\.?\s*)?(?P<number>[A-Z]{0,3}/?\d{1,4}[a-z]?)\s*"
    r"(?:[:.–—-]\s*|\s+(?=[A-Z]))"
)
# "(Item 4)" · "[Item 7]" · "(Agenda No. 12)", alone in its line or after a heading
_NAMED = re.compile(
    r"[(\[]\s*(?:agenda\s+item|agenda|item|eitem)\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,3}[a-z]?)\s*[)\]]\s*$", re.I
)
_LOGGED = {"action", "actions", "owner", "lead", "lead officer", "due", "due date", "deadline", "status", "target"}
_OF_ITEMS = {"item", "minute", "subject", "agenda item"}
_MARK_ALONE = re.compile(r"(?:[A-Z]{0,6}[ /.-]?)?\d{1,4}(?:[./]\d{1,4}){0,3}[a-z]?[.):]?")


@dataclass
class Node:
    """A block in the flow, or a row of side headings.

    ``title`` is what stands beside the marker: the words of the block, or of the row's heading cell. ``block`` is
    None for a row; then ``heading`` has the blocks of its heading cell and ``body`` those of the rest.
    """

    block: Block | None
    marker: str = ""
    title: str = ""
    heading: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    named: bool = False  # the marker is that of "(Item 4)", which gives way to any other numbering
    row: bool = False
    more: bool = False  # a row without a number, which goes on with the one above
    table: Block | None = None  # the table that the row stands in

    @property
    def look(self) -> Block | None:
        """The block that shows how the heading is set."""
        return self.heading[0] if self.heading else self.block


@dataclass
class _Rows:
    """Rows of a table that are no items, kept together as the table they are."""

    table: Block
    rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def node(self) -> Node:
        return Node(replace(self.table, rows=tuple(self.rows)))


def nodes(blocks: tuple[Block, ...], whole: Sequence[Block] = ()) -> list[Node]:
    """All that stands in the paper, in order, tables of side headings taken apart but for those that are ``whole``."""
    found: list[Node] = []
    for block in blocks:
        if any(block is table for table in whole):
            found.append(Node(block))
        elif block.kind == "table":
            found.extend(_of_table(block, whole))
        else:
            _add(found, block)
    return found


def _add(found: list[Node], block: Block) -> None:
    named = _NAMED.search(block.text)
    above = found[-1] if found else None
    if named and not block.text[: named.start()].strip() and above and above.block and above.block.kind != "table":
        _name(above, named["number"], block)
        return
    node = Node(block, block.marker, block.text, (block,))
    if named and not block.marker:
        node.marker, node.named = named["number"], True
        node.title = block.text[: named.start()]
    elif not block.marker and (item := _ITEM.match(block.text)):
        node.marker, node.title = item["number"], block.text[item.end() :]
    found.append(node)


def _name(above: Node, number: str, block: Block) -> None:
    """ "(Item 4)" alone in a line numbers the heading above it, where that has no number of its own."""
    above.heading = (*above.heading, block)
    if not above.marker:
        above.marker, above.named = number, True


# --- tables -----------------------------------------------------------------------------------------------------


def _of_table(table: Block, whole: Sequence[Block]) -> Iterator[Node]:
    rows = table.rows
    if len(rows) == 1 and len(rows[0]) == 1:  # a box around words
        yield from nodes(rows[0][0].blocks, whole)
        return
    if not _sets_items(table):
        yield Node(table)
        return
    kept: _Rows | None = None
    begun = False
    for row in rows:
        node = _item_row(row) or (_more(row) if begun else None)
        if node is None:
            kept = kept or _Rows(table)
            kept.rows.append(row)
            continue
        if kept:
            yield kept.node()
            kept = None
        begun = True
        node.table = table
        yield node
    if kept:
        yield kept.node()


def _sets_items(table: Block) -> bool:
    """Does this table set out items (number | heading | text), rather than figures or a log?"""
    rows = [row for row in map(_item_row, table.rows) if row]
    if not rows:
        return False
    worded = sum(bool(row.body) for row in rows)
    numbers = [re.sub(r"\D", "", row.marker) for row in rows]
    return worded * 2 >= len(rows) and len(set(numbers)) == len(numbers) and not _log(table)


def _log(table: Block) -> bool:
    """Is the first row the header of a log of actions or of figures ("Ref | Action | Owner | Due | Status")?"""
    first = [cell.text.strip().lower() for cell in table.rows[0] if cell.blocks]
    return len(_LOGGED.intersection(first)) >= 2 and not _OF_ITEMS.intersection(first)


def _item_row(row: tuple[Cell, ...]) -> Node | None:
    """A row that begins an item: its number alone in the first cell, or before the heading in it."""
    cells = [cell for cell in row if cell.blocks]
    if not cells or not row[0].blocks:
        return None
    first = cells[0].blocks[0]
    if _MARK_ALONE.fullmatch(cells[0].text.strip()) and len(cells) > 1:
        return _split(cells[0].text.strip(), cells[1:])
    if first.marker and _MARK_ALONE.fullmatch(first.marker) and first.kind != "table" and len(cells) > 1:
        body = (*cells[0].blocks[1:], *(block for cell in cells[1:] for block in cell.blocks))
        return Node(None, first.marker, first.text, (first,), body, row=True)
    return None


def _split(marker: str, cells: list[Cell]) -> Node | None:
    """The heading and the text beside a number: two cells, or one whose first paragraph is the heading."""
    inside = cells[0].blocks
    if any(block.kind == "table" for block in inside[:1]):
        return None
    rest = tuple(block for cell in cells[1:] for block in cell.blocks)
    many = _heading_blocks(inside, rest)
    title = " ".join(block.marked_text for block in inside[:many])
    return Node(None, marker, title, inside[:many], (*inside[many:], *rest), row=True)


def _heading_blocks(inside: tuple[Block, ...], rest: tuple[Block, ...]) -> int:
    """How many of a cell's paragraphs are the heading: those in bold at its top, or all beside a longer text."""
    bold = next((at for at, block in enumerate(inside) if not block.bold), len(inside))
    if 0 < bold < len(inside):
        return bold
    alone = sum(len(block.text) for block in inside) < sum(len(block.text) for block in rest)
    return len(inside) if alone and all(len(block.text) <= 150 for block in inside) else 1


def _more(row: tuple[Cell, ...]) -> Node | None:
    """A row without a number after one with: the heading and the text go on over a page."""
    if row[0].blocks or len(row) < 2:
        return None
    cells = list(row[1:])
    heading = cells[0].blocks if len(cells) > 1 else ()
    body = tuple(block for cell in (cells[1:] if len(cells) > 1 else cells) for block in cell.blocks)
    return Node(None, "", " ".join(block.marked_text for block in heading), heading, body, row=True, more=True)
