"""Minutes that stand as a whole in the first column of a table, beside who acts: "Minute | Action by"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.layout.sections_rows_actions import ACTION_BY, DAY, names_beside, notes_last
from ingest.reading.model import ACTION_COLUMN, Block

_TOLD = r"(?:minutes?|discussions?|business|items?|notes?|details?|points?|decisions?|resolutions?|summary|proceedings)"
# "Minute", "Minutes of the meeting", "Discussion and decisions", "Item / discussion", "Summary of discussion"
_TEXT = re.compile(rf"(?:agenda )?{_TOLD}(?:\s*(?:[/,&]|\band\b|\bof(?: the)?\b)\s*(?:{_TOLD}|meeting))*\W*", re.I)
_PARAGRAPHS = 8  # fewer are a list of actions, or one item's


def in_one_flow(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a paper, those of a table that holds all of its minutes as if they stood on the page itself.

    What stands beside a row follows it in the style ACTION_COLUMN.
    """
    if not any(map(_holds_minutes, blocks)):
        return blocks
    found: list[Block] = []
    width = 0  # columns of the table before, which may go on below
    for block in blocks:
        head = _head(block)
        if head is not None and _holds_minutes(block):
            width = len(block.rows[head])
            found.extend(_flowing(block, head))
        elif block.kind == "table" and width and _goes_on(block, width):
            found.extend(_flowing(block, None))
        else:
            width = width if len(block.text) <= _HEADER else 0
            found.append(block)
    return tuple(found)


_HEADER = 100  # letters of what may stand between two pages


def _head(table: Block) -> int | None:
    """The row that heads the columns; a title may stand over it."""
    for at, row in enumerate(table.rows[:3]):
        heads = [cell.text.strip() for cell in row]
        beside = heads[1:]
        who = any(ACTION_BY.fullmatch(head) for head in beside)
        if (
            heads
            and _TEXT.fullmatch(heads[0])
            and who
            and all(ACTION_BY.fullmatch(h) or DAY.fullmatch(h) for h in beside)
        ):
            return at
    return None


def _holds_minutes(table: Block) -> bool:
    """Does a table tell of a meeting at length, with little beside it but names?"""
    head = _head(table)
    if head is None:
        return False
    told = [block for row in table.rows[head + 1 :] for block in (row[0].blocks if row else ())]
    return len(told) >= _PARAGRAPHS and sum(map(_heads, told)) > 1 and names_beside(table.rows[head + 1 :])


def _heads(block: Block) -> bool:
    set_apart = block.bold or block.kind == "heading" or block.text.isupper()
    return set_apart and re.search(r"[^\W\d_]{3}", block.text) is not None


def _goes_on(table: Block, width: int) -> bool:
    """Is this the same table on a further page, whose header is not printed again or is the first of its rows?"""
    return all(len(row) in (1, width) for row in table.rows) and names_beside(table.rows)


def _flowing(table: Block, head: int | None) -> Iterator[Block]:
    for at, row in enumerate(table.rows):
        if at != head and row:
            marked = (replace(block, style=ACTION_COLUMN) for cell in row[1:] for block in cell.blocks)
            yield from notes_last((*row[0].blocks, *marked))
