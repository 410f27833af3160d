"""The way through a table of the attendance block: labels beside lists, over columns, or names with marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.reading.language import posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import (
    entries,
    legends,
    lines,
    side_by_side,
    tables,
    tables_kinds,
    walk_words,
)
from ingest.reading.records.attendance.overhead import Overhead
from ingest.reading.records.attendance.sighting import Group
from ingest.reading.records.passages import is_business

if TYPE_CHECKING:
    from ingest.reading.records.attendance.walk import Walk

_COUNCILLORS = re.compile(r"\s*(?:county\s+|borough\s+|city\s+)?(?:councillor|cllr)s?\b", re.IGNORECASE)


def read(walk: Walk, block: Block) -> None:
    """Gives the people of a table to the walk, by the way in which it is set out."""
    if is_business(block):
        return
    group = walk.under.listing or Group(default="member")  # below a title alone
    if walk.under.partners and walk.under.listing is None and tables.tells_presence(block):
        group = Group(role="member", seats=True)
    if (found := tables_kinds.read(block, group, walk.legend, walk.date)) is not None:
        walk.add(found)
    elif side_by_side.are_columns(block):
        _beside(walk, block)
    elif side_by_side.are_beside(block):
        walk.add(side_by_side.beside(block))
    elif tables.has_labels_above(block):
        _columns(walk, block)
    else:
        _rows(walk, block)


def _rows(walk: Walk, block: Block) -> None:
    """Rows of labels beside lists, or of names, with marks in columns of their own."""
    labelled = tables.has_labels_beside(block, walk.legend)
    before = all(not row or row[0].text.strip() in ("", *walk.legend) for row in block.rows)
    for row in block.rows:
        walk.under.past_office(in_table=walk.in_table)
        if labelled and _several(walk, row):
            continue
        row = _unlabelled(walk, row)
        told = len(row) > 1 and (posts.is_job(row[1].text) or posts.kind_of(row[1].text) is not None)
        group = walk.under.listing
        if group and (told or not walk.legend) and entries.is_entry(row, sure=not labelled):
            walk.add(entries.entry(row, group))
            continue
        if labelled and walk_words.runs_on(row):
            _cell(walk, row[0])
            continue
        if labelled and row[0].text.strip() and not walk_words.names_council(row[0].text):
            label = row[0].text.strip()
            known = walk.under.enter(label) or walk.under.narrow_alone(label)
            if not known and walk.under.group is None and _COUNCILLORS.match(" ".join(cell.text for cell in row[1:])):
                walk.under.group = Group(role="member")  # "Group: | Cllr A Marrow; Cllr B Oakes"
        for cell, mark in legends.cells(row[1:] if labelled else row, walk.legend, before=before):
            _cell(walk, cell, mark)


def _several(walk: Walk, row: tuple[Cell, ...]) -> bool:
    """A row whose first cell has several labels, each beside its own list in the cell behind it."""
    front = row[0].blocks
    if len(front) < 2 or not all(tables.is_label(block.text) for block in front):
        return False
    places = Overhead()
    groups = [walk.under.group if walk.under.enter(block.text.strip()) else None for block in front]
    for block, group in zip(front, groups, strict=False):
        if group is not None:
            places.note(block, group)
    lists_of = [block for cell in row[1:] for block in cell.blocks]
    for number, block in enumerate(lists_of):
        paired = groups[number] if len(groups) == len(lists_of) else None
        walk.under.group = places.in_front(block) or paired or walk.under.group
        walk.take(block)
    return True


def _unlabelled(walk: Walk, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row without a label that stands above the names in its first cell: "Apologies", "Cllr B Oakes"."""
    blocks = row[0].blocks if row else ()
    if len(blocks) < 2 or not tables.is_label(blocks[0].text) or not walk.under.enter(blocks[0].text):
        return row
    return (replace(row[0], blocks=blocks[1:]), *row[1:])


def _beside(walk: Walk, block: Block) -> None:
    """Columns under their labels, nothing beside the names: what a line's end broke is put together."""
    for label, below in side_by_side.columns(block):
        walk.under.enter(label.text.strip(), label.blocks[0])
        for inner in lines.mended(below):
            walk.take(inner)


def _columns(walk: Walk, block: Block) -> None:
    """Columns that each have their label on top, or go on with the column before."""
    for place in range(max(len(row) for row in block.rows)):
        for number, row in enumerate(block.rows):
            if place < len(row) and (number or not walk.under.enter(row[place].text.strip())):
                _cell(walk, row[place])


def _cell(walk: Walk, cell: Cell, mark: str = "") -> None:
    walk.in_table = True  # a party over a column ("LABOUR") ends no list
    for block in lines.mended(cell.blocks):
        walk.take(block, mark)
    walk.in_table = False
