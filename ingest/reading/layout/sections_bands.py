"""Tables whose headings are rows of their own across all columns, with the text of each in the rows below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.layout.markers import number
from ingest.reading.layout.sections_rows_actions import ACTION_BY, names_beside, notes_last
from ingest.reading.layout.sections_titles import USUAL, set_apart
from ingest.reading.model import ACTION_COLUMN, Block, Cell

_FEWEST = 3  # headings that show that a table is set out so
_USUAL = 2  # of them say what most agendas say: a log of actions has headings of its own
_LONGEST = 150  # letters of a heading

Row = tuple[Cell, ...]


def without_bands(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a paper, those of a table with headings across its columns as if they stood on the page itself.

    The rows before the first heading stay a table. What stands beside the text under "Action by" follows it in the
    style ACTION_COLUMN.
    """
    if not any(map(_banded, blocks)):
        return blocks
    return tuple(one for block in blocks for one in (_flowing(block) if _banded(block) else (block,)))


def _banded(table: Block) -> bool:
    """Do headings stand across a table, the usual ones of an agenda among them, each over a row of text?"""
    heads = [at for at, row in enumerate(table.rows) if _heading(row)]
    if len(heads) < _FEWEST:
        return False
    titles = [table.rows[at][0].text for at in heads]
    under = [row for at, row in enumerate(table.rows) if at > heads[0] and at not in heads]
    return (
        sum(bool(USUAL.search(title)) for title in titles) >= _USUAL
        and sum(at + 1 in heads for at in heads) * 3 <= len(heads)
        and names_beside(under)
    )


def _heading(row: Row) -> bool:
    """Is this one short paragraph across the table that is set as a heading or numbered as one?"""
    if len(row) != 1 or len(row[0].blocks) != 1 or (only := row[0].blocks[0]).kind == "table":
        return False
    words = only.text.rstrip()
    return (
        (set_apart(only, words) or number(only.marker))
        and 0 < len(words) <= _LONGEST
        and not words.endswith((".", ";"))
    )


def _flowing(table: Block) -> Iterator[Block]:
    first = next(at for at, row in enumerate(table.rows) if _heading(row))
    above, rows = table.rows[:first], table.rows[first:]
    if above:
        yield replace(table, rows=above)
    acted = any(len(row) > 1 and ACTION_BY.fullmatch(row[-1].text.strip()) for row in above)
    for row in rows:
        beside = row[-1].blocks if acted and len(row) > 1 else ()
        told = (block for cell in (row[:-1] if beside else row) for block in cell.blocks)
        yield from notes_last((*told, *(replace(block, style=ACTION_COLUMN) for block in beside)))
