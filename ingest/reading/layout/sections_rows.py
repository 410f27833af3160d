"""Rows of tables that set items out in columns: number | heading | text | action by, or heading | text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from ingest.reading.layout.markers import cell_number
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_rows_actions import (
    notes_last,
    with_actions_marked,
    with_headings_apart,
)
from ingest.reading.layout.sections_rows_one import goes_on, more, of_business, of_item
from ingest.reading.layout.sections_rows_words import OF_ITEMS, OF_PEOPLE
from ingest.reading.model import ACTION_COLUMN, Block, Cell

_LOGGED = {"action", "actions", "owner", "lead", "lead officer", "due", "due date", "deadline", "status", "target"}
_OF_TALKS = {"subject", "topic", "notes", "heading"}  # what a question or a statement has too
# Lists of people and what they ask, of payments, of sites: "Ref | Name | Title", "No | Questioner | Subject"
_PEOPLE = re.compile(
    r"(?:full )?names?(?: of .{3,40})?|(?:public )?(?:speakers?|questioners?|petitioners?|objectors?|applicants?|"
    r"respondents?|residents?|witness(?:es)?)(?: names?)?|"
    r"(?:question|statement|petition|submitted|raised|received|asked) (?:from|by)|"
    r"councillors?|members?|governors?|payees?|suppliers?|site|address|ward|amount|cost|value|score|rating",
    re.I,
)
# First cells of a table without numbers that sets out the business of a meeting
_BUSINESS = re.compile(
    r"(?:\w+ ){0,3}(?:declarations?|disclosures?|minutes|notes of (?:the )?(?:last|previous)|matters arising|"
    r"any other business|a\.?o\.?b|urgent (?:business|items)|work programme|forward (?:plan|work)|"
    r"(?:date|time) of (?:the )?next|next meeting|next steps|public (?:questions|participation|forum)|welcome)\b",
    re.I,
)
_FIGURE = re.compile(r"[<>≤≥~£+-]{0,2}\s?\d[\d,]*(?:[.:]\d+)?\s?(?:%|[a-z]{1,7})?|n/?a", re.I)


@dataclass
class _Rows:
    """Rows of a table that are no items, kept together as the table they are."""

    table: Block
    rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def node(self) -> Node:
        return Node(replace(self.table, rows=tuple(self.rows)))


def of_table(table: Block) -> Iterator[Node]:
    """A table's rows as items, where it sets out items; else the table itself, and so the rows that are none.

    The cells of the last columns, headed "Action by" and perhaps "When", are blocks of the style ACTION_COLUMN.
    """
    origin, table = table, with_headings_apart(table)
    read: Callable[[tuple[Cell, ...]], Node | None]
    if _sets_items(table):
        read = of_item
    elif _sets_business(table):
        read = partial(of_business, rolled=any(row and OF_PEOPLE.match(row[0].text.strip()) for row in table.rows))
    else:
        yield Node(origin)
        return
    table = with_actions_marked(table)
    stacked = _stacked(table)
    kept: _Rows | None = None
    begun = False
    for row in table.rows:
        node = read(row) or (more(row, stacked=stacked) if begun else None)
        if node is None:
            kept = kept or _Rows(table)
            kept.rows.append(row)
            continue
        if kept:
            yield kept.node()
            kept = None
        begun = True
        node.table, node.body = origin, notes_last(node.body)
        yield node
    if kept:
        yield kept.node()


def _sets_items(table: Block) -> bool:
    """Does this table set out items (number | heading | text), rather than figures or a log?"""
    found = [of_item(row) for row in table.rows]
    rows = [row for row in found if row]
    if not rows or _log(table) or _of_people(table) or _of_figures(table):
        return False
    below = [goes_on(row) for row in [*table.rows[1:], ()]]
    worded = sum(bool(row.body) or longer for row, longer in zip(found, below, strict=True) if row)
    return worded * 2 >= len(rows) and _counted([row.marker for row in rows])


def _counted(markers: list[str]) -> bool:
    """Do the numbers tell the rows apart? Of those that only rise, a few may stand twice by a slip."""
    numbers = [re.sub(r"\D", "", marker) for marker in markers]
    twice = len(numbers) - len(set(numbers))
    return not twice or (twice * 8 <= len(numbers) and sorted(numbers, key=lambda number: int(number or 0)) == numbers)


def _of_people(table: Block) -> bool:
    """Is the first row the header of a list of people or of figures ("Ref | Name | Title"), which has no business?"""
    heads = [cell.text.strip().rstrip(":").lower() for cell in table.rows[0]]
    return any(_PEOPLE.fullmatch(head) for head in heads) and not (OF_ITEMS - _OF_TALKS).intersection(heads)


def _of_figures(table: Block) -> bool:
    """Do figures stand beside the titles ("KPI 4 | Calls answered | 90% | 84% | 88%"), two of them in most rows, or in
    their stead ("Item 4 | 7 | 2" under "For | Against")?"""
    rows = [row[2:] if len(row) > 3 else row[1:] for row in table.rows if len(row) > 2 and row[0].text.strip()]
    return sum(sum(bool(_FIGURE.fullmatch(cell.text.strip())) for cell in row) > 1 for row in rows) * 2 > len(rows)


def _stacked(table: Block) -> bool:
    """Do headings stand over their text, in rows and in a column together, rather than beside it in one between?"""
    found = [of_item(row) for row in table.rows]
    titled = [not cell_number(row[0].text) for row, one in zip(table.rows, found, strict=True) if one]
    if sum(titled) * 2 > len(titled):
        return True  # "4. Flood works | …": heading and number in the first column
    told = [bool([one for one in row.body if one.style != ACTION_COLUMN]) if row else None for row in found]
    over = sum(one is False and goes_on(below) for one, below in zip(told, [*table.rows[1:], ()], strict=True))
    return over > 0 and over >= sum(one is True for one in told)


def _log(table: Block) -> bool:
    """Is the first row the header of a log of actions or of figures ("Ref | Action | Owner | Due | Status")?"""
    first = [cell.text.strip().lower() for cell in table.rows[0] if cell.blocks]
    return len(_LOGGED.intersection(first)) >= 2 and not OF_ITEMS.intersection(first)


def _sets_business(table: Block) -> bool:
    """Is this "Declarations of interest | None were made." row by row, without numbers?"""
    rows = [row for row in map(of_business, table.rows) if row]
    if len(rows) < 3 or len(rows) * 2 < len(table.rows) or _log(table):
        return False
    told = sum(len(" ".join(block.text for block in row.body).split()) >= 4 for row in rows)
    return told * 2 >= len(rows) and sum(bool(_BUSINESS.match(row.title)) for row in rows) >= 2
