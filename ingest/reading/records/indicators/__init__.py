"""Performance tables: an indicator a row, its target, and its values under their periods.

A table is one of performance where its header names a column of indicators or measures, or sets a target or standard
beside figures. Ratings ("Green"), directions of travel and what others achieved are no values. Tables that have
their periods in rows, and lists ("Calls answered: 84% (target 90%)"), say the same in other forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.reading.model import Block, Doubt, IndicatorRead, Paper
from ingest.reading.records.indicators import lists, periods
from ingest.reading.records.indicators.columns import Columns, columns_of
from ingest.reading.records.indicators.rows import Found, Row, at, figures, lettered, level, spread, tables_in
from ingest.reading.records.indicators.words import is_period, times

_TWO_TARGETS = "The table gives more than one target ({}), and does not say which of them this value is held against."


def indicators(paper: Paper) -> tuple[IndicatorRead, ...]:
    """Every row of every performance table, in order; values as printed, under the periods of their columns."""
    found: list[IndicatorRead] = []
    for item, section in enumerate(paper.sections):
        found += (one.record(item) for one in _in_blocks(section.blocks))
    front = (one.record(None) for one in _in_blocks(paper.front))
    return (*front, *found, *(one.record(None) for one in _in_blocks(paper.tail)))


def _in_blocks(blocks: Sequence[Block]) -> Iterator[Found]:
    last: Columns | None = None
    for place, block in enumerate(blocks):
        if block.kind != "table":
            last = None if block.text.strip() and block.kind == "heading" else last
            yield from lists.entry(blocks, place)
            continue
        yield from _in_blocks(tables_in(block))
        for rows in _alike(block.rows):
            if other := periods.down_the_side(rows):
                yield from other
                last = None
                continue
            columns = columns_of(rows)
            first = columns.first if columns else 0
            if columns is None and last and len(spread(rows[0])) == last.width:
                columns = last  # a table that goes on over a page, its header not printed again
            if columns:
                yield from _rows([spread(row) for row in rows[first:]], columns)
            last = columns


def _alike(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows in one; where their numbers of cells say that tables were drawn against each other, each by itself."""
    if not rows or columns_of(rows) or len({len(row) for row in rows}) == 1:
        return [level(rows)] if rows else []
    return [level(list(run)) for _, run in groupby(rows, key=len)]


def _rows(rows: Sequence[Row], columns: Columns) -> Iterator[Found]:
    if labelled := periods.labelled(rows, columns):
        yield from labelled
        return
    for row in rows:
        name = at(row, columns.name)
        values = tuple(at(row, place) for place in columns.values)
        if not lettered(name) or is_period(name) or not figures(values) or values == columns.periods:
            continue
        target, doubts = _target(row, columns)
        comment = at(row, columns.commentary) if columns.commentary is not None else ""
        yield Found(row[columns.name], values, columns.periods, target, comment, doubts)


def _target(row: Row, columns: Columns) -> tuple[str, tuple[Doubt, ...]]:
    """The target that the last value is held against: of its period where there are several, else the same of all."""
    said = {place: words for place in columns.targets if (words := at(row, place))}
    if len(set(said.values())) <= 1:
        return next(iter(said.values()), ""), ()
    last = times(columns.periods[-1])
    own = [place for place in said if (when := times(columns.heads[place])) and when <= last]
    nearest = max((len(times(columns.heads[place])) for place in own), default=0)
    own = [place for place in own if len(times(columns.heads[place])) == nearest]
    undated = [place for place in said if not times(columns.heads[place])]
    chosen = own or (undated if len(undated) < len(said) else [])
    if len(chosen) == 1:
        return said[chosen[0]], ()
    listed = ", ".join(f"{columns.heads[place]}: {words}" for place, words in said.items())
    return "", (Doubt(_TWO_TARGETS.format(listed), "target"),)
