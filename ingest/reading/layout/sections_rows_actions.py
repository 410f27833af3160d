"""The last columns of a table of items that say who acts, and by when: "Action by", "Who / when", "Deadline"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.reading.layout.markers import NUMBER_ALONE, cell_number
from ingest.reading.layout.sections_rows_words import OF_ITEMS
from ingest.reading.model import ACTION_COLUMN, Block, Cell

_WHO = (
    r"(?:(?:agreed |key )?actions?(?: points?| items?)?(?: (?:by|for|required|owner|who|to|on))?(?: whom| who)?|"
    r"by whom|who|lead(?: officer)?|owner|responsib(?:le|ility)(?: officer| person)?|for action|initials)"
)
_WHEN = r"(?:(?:by )?when|(?:due |by |target )?date|deadline|due|timescale)"
# "Action by", "Who / when", "Owner & date", "Action (by whom and when)"
ACTION_BY = re.compile(rf"{_WHO}(?:\s*(?:[/,&+(–-]|\band\b)\s*(?:{_WHO}|{_WHEN}))*\W*", re.I)
DAY = re.compile(rf"{_WHEN}\W*", re.I)
_FEW = 6  # words beside the text that name somebody, and perhaps a day


def with_headings_apart(table: Block) -> Block:
    """A table of text and of who acts, with the numbered headings that stand in its text in a column before it."""
    if action_columns(table) != {1}:
        return table
    return replace(table, rows=tuple(_with_heading_apart(row) for row in table.rows))


def _with_heading_apart(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    first = row[0].blocks[0] if row and row[0].blocks else None
    notes = row[1] if len(row) > 1 else Cell()
    if first is None or not (first.bold and first.marker and NUMBER_ALONE.fullmatch(first.marker)):
        return (Cell(), replace(row[0], spans=1) if row else Cell(), notes)
    return (Cell((first,)), Cell(row[0].blocks[1:]), notes)


def with_actions_marked(table: Block) -> Block:
    """The table with the cells under last headings such as "Action by" marked as what they are."""
    places = action_columns(table)
    if not places:
        return table
    rows = (
        table.rows[0],
        *(
            tuple(_marked(cell) if place in places else cell for place, cell in enumerate(row))
            for row in table.rows[1:]
        ),
    )
    return replace(table, rows=rows)


def notes_last(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """What a row says, its notes after it, each with how many blocks it stands beside."""
    told = tuple(block for block in body if block.style != ACTION_COLUMN)
    notes = (block for block in body if block.style == ACTION_COLUMN)
    return (*told, *(replace(note, beside=len(told)) for note in notes))


def action_columns(table: Block) -> set[int]:
    """Which columns beside the minutes say who acts, and by when; none where the table is itself a log of actions."""
    heads = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    last = len(heads) - 1
    day = last > 2 and bool(DAY.fullmatch(heads[last]))
    who = last - day
    if who < 1 or not ACTION_BY.fullmatch(heads[who]) or any(ACTION_BY.fullmatch(head) for head in heads[:who]):
        return set()
    if who > 1 or heads[0].lower().rstrip(".:") in OF_ITEMS:
        return {who, last}
    return set()


def names_beside(rows: Iterable[tuple[Cell, ...]]) -> bool:
    """Is there one column of text in rows, with most cells beside it empty or numbers, and hardly one of many words?"""
    count, filled, longer = 0, 0, 0
    for row in rows:
        told = sorted(len(cell.text.split()) for cell in row if not cell_number(cell.text))
        count += 1
        filled += sum(map(bool, told[:-1]))
        longer += sum(words > _FEW for words in told[:-1])
    return filled * 3 <= count * 2 and longer * 4 <= filled


def _marked(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(replace(block, style=ACTION_COLUMN) for block in cell.blocks))
