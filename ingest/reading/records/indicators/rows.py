"""The rows of a table with every cell in its own column, and what is read from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.reading.model import Block, Cell, Doubt, IndicatorRead
from ingest.reading.records.indicators.words import CODE, FIGURE

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator before it is of an item: the cell that names it, and the words of the others."""

    name: Cell
    values: tuple[str, ...]
    periods: tuple[str, ...]
    target: str = ""
    comment: str = ""
    doubts: tuple[Doubt, ...] = ()

    def record(self, item: int | None) -> IndicatorRead:
        block = next(block for block in self.name.blocks if block.text.strip())
        return IndicatorRead(
            text(self.name),
            self.target or None,
            self.values,
            block.quote(),
            self.periods,
            self.comment or None,
            item,
            self.doubts,
        )


def spread(row: Row) -> list[Cell]:
    """A row in which a cell over several columns is followed by empty ones, so that columns stand under each other."""
    return [part for cell in row for part in (cell, *[Cell()] * (cell.spans - 1))]


def level(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; where all of them merge the same cells, a column each, which is how they stand on the next page."""
    if len({tuple(cell.spans for cell in row) for row in rows}) > 1:
        return rows
    return [[replace(cell, spans=1) for cell in row] for row in rows]


def text(cell: Cell) -> str:
    return " ".join(cell.text.split())


def at(row: Row, place: int) -> str:
    return text(row[place]) if place < len(row) else ""


def column(rows: Sequence[Row], place: int) -> list[str]:
    """What stands in a column, without its empty cells."""
    return [words for row in rows if (words := at(row, place))]


def figures(texts: Sequence[str]) -> int:
    return sum(bool(FIGURE.fullmatch(words)) for words in texts)


def lettered(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", words))


def worded(texts: Sequence[str]) -> bool:
    """Whether a column holds names: words in most of its cells, and no codes ("KPI 12")."""
    return sum(bool(re.search(r"[^\W\d_]{3}", words)) and not CODE.fullmatch(words) for words in texts) > len(texts) / 2


def tables_in(block: Block) -> list[Block]:
    """The tables that stand inside a table's cells."""
    return [inner for row in block.rows for cell in row for inner in cell.blocks if inner.kind == "table"]
