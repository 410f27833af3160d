"""Rows of tables that set items out in columns: number | heading | text | action by, or heading | text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from ingest.reading.layout.markers import NUMBER_ALONE
from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import heading_end
from ingest.reading.model import ACTION_COLUMN, Block, Cell

_LOGGED = {"action", "actions", "owner", "lead", "lead officer", "due", "due date", "deadline", "status", "target"}
_OF_ITEMS = {
    "item", "minute", "minutes", "subject", "agenda item", "discussion", "topic", "item no", "item no.", "minute no",
    "minute no.", "notes", "heading", "item/subject", "business", "agenda", "items", "agenda items",
    "discussion points",
}  # fmt: skip
_OF_TALKS = {"subject", "topic", "notes", "heading"}  # what a question or a statement has too
_WHO = (
    r"(?:(?:agreed |key )?actions?(?: points?| items?)?(?: (?:by|for|required|owner|who|to|on))?(?: whom| who)?|"
    r"by whom|who|lead(?: officer)?|owner|responsib(?:le|ility)(?: officer| person)?|for action|initials)"
)
_WHEN = r"(?:(?:by )?when|(?:due |by |target )?date|deadline|due|timescale)"
# "Action by", "Who / when", "Owner & date", "Action (by whom and when)"
_ACTION_BY = re.compile(rf"{_WHO}(?:\s*(?:[/,&+(–-]|\band\b)\s*(?:{_WHO}|{_WHEN}))*\W*", re.I)
_DAY = re.compile(rf"{_WHEN}\W*", re.I)
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
_NAMES = re.compile(
    r"(?:(?:members?|officers?|councillors?|others?|those|also|committee) )*(?:present|in attendance|attending|"
    r"attendees|attendance|chair(?:man|person)?|officers?|members?|date|time|venue|location|place|from|to|subject)\W*$",
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
    origin, table = table, _widened(table)
    read: Callable[[tuple[Cell, ...]], Node | None]
    if _sets_items(table):
        read = _item_row
    elif _sets_business(table):
        read = partial(_business_row, rolled=any(row and _NAMES.match(row[0].text.strip()) for row in table.rows))
    else:
        yield Node(origin)
        return
    table = _action_column_marked(table)
    stacked = _stacked(table)
    kept: _Rows | None = None
    begun = False
    for row in table.rows:
        node = read(row) or (_more(row, stacked=stacked) if begun else None)
        if node is None:
            kept = kept or _Rows(table)
            kept.rows.append(row)
            continue
        if kept:
            yield kept.node()
            kept = None
        begun = True
        node.table, node.body = origin, _beside(node.body)
        yield node
    if kept:
        yield kept.node()


def _widened(table: Block) -> Block:
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


def _action_column_marked(table: Block) -> Block:
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


def _beside(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """What a row says, its notes after it, each with how many blocks it stands beside."""
    told = tuple(block for block in body if block.style != ACTION_COLUMN)
    notes = (block for block in body if block.style == ACTION_COLUMN)
    return (*told, *(replace(note, beside=len(told)) for note in notes))


def action_columns(table: Block) -> set[int]:
    """Which columns beside the minutes say who acts, and by when; none where the table is itself a log of actions."""
    heads = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    last = len(heads) - 1
    day = last > 2 and bool(_DAY.fullmatch(heads[last]))
    who = last - day
    if who < 1 or not _ACTION_BY.fullmatch(heads[who]) or any(_ACTION_BY.fullmatch(head) for head in heads[:who]):
        return set()
    if who > 1 or heads[0].lower().rstrip(".:") in _OF_ITEMS:
        return {who, last}
    return set()


def _marked(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(replace(block, style=ACTION_COLUMN) for block in cell.blocks))


def _sets_items(table: Block) -> bool:
    """Does this table set out items (number | heading | text), rather than figures or a log?"""
    found = [_item_row(row) for row in table.rows]
    rows = [row for row in found if row]
    if not rows or _log(table) or _of_people(table) or _of_figures(table):
        return False
    below = [_goes_on(row) for row in [*table.rows[1:], ()]]
    worded = sum(bool(row.body) or more for row, more in zip(found, below, strict=True) if row)
    return worded * 2 >= len(rows) and _counted([row.marker for row in rows])


def _counted(markers: list[str]) -> bool:
    """Do the numbers tell the rows apart? Of those that only rise, a few may stand twice by a slip."""
    numbers = [re.sub(r"\D", "", marker) for marker in markers]
    twice = len(numbers) - len(set(numbers))
    return not twice or (twice * 8 <= len(numbers) and sorted(numbers, key=lambda number: int(number or 0)) == numbers)


def _of_people(table: Block) -> bool:
    """Is the first row the header of a list of people or of figures ("Ref | Name | Title"), which has no business?"""
    heads = [cell.text.strip().rstrip(":").lower() for cell in table.rows[0]]
    return any(_PEOPLE.fullmatch(head) for head in heads) and not (_OF_ITEMS - _OF_TALKS).intersection(heads)


def _of_figures(table: Block) -> bool:
    """Do figures stand beside the titles ("KPI 4 | Calls answered | 90% | 84% | 88%"), two of them in most rows?"""
    rows = [row[2:] for row in table.rows if len(row) > 3 and row[0].text.strip()]
    return sum(sum(bool(_FIGURE.fullmatch(cell.text.strip())) for cell in row) > 1 for row in rows) * 2 > len(rows)


def _goes_on(row: tuple[Cell, ...]) -> bool:
    """Does a row without a number tell more of the item above it?"""
    return _across(row) or (len(row) > 1 and not row[0].blocks and any(cell.blocks for cell in row[1:]))


def _across(row: tuple[Cell, ...]) -> bool:
    """Is this text in one cell over all columns, as it stands below the row with the number and the heading?"""
    return len(row) == 1 and row[0].spans > 1 and len(row[0].text.split()) >= 6


def _stacked(table: Block) -> bool:
    """Do headings stand over their text, in rows and in a column together, rather than beside it in one between?"""
    found = [_item_row(row) for row in table.rows]
    titled = [
        not NUMBER_ALONE.fullmatch(row[0].text.strip()) for row, one in zip(table.rows, found, strict=True) if one
    ]
    if sum(titled) * 2 > len(titled):
        return True  # "4. Flood works | …": heading and number in the first column
    told = [bool([one for one in row.body if one.style != ACTION_COLUMN]) if row else None for row in found]
    over = sum(one is False and _goes_on(below) for one, below in zip(told, [*table.rows[1:], ()], strict=True))
    return over > 0 and over >= sum(one is True for one in told)


def _log(table: Block) -> bool:
    """Is the first row the header of a log of actions or of figures ("Ref | Action | Owner | Due | Status")?"""
    first = [cell.text.strip().lower() for cell in table.rows[0] if cell.blocks]
    return len(_LOGGED.intersection(first)) >= 2 and not _OF_ITEMS.intersection(first)


def _sets_business(table: Block) -> bool:
    """Is this "Declarations of interest | None were made." row by row, without numbers?"""
    rows = [row for row in map(_business_row, table.rows) if row]
    if len(rows) < 3 or len(rows) * 2 < len(table.rows) or _log(table):
        return False
    told = sum(len(" ".join(block.text for block in row.body).split()) >= 4 for row in rows)
    return told * 2 >= len(rows) and sum(bool(_BUSINESS.match(row.title)) for row in rows) >= 2


def _business_row(row: tuple[Cell, ...], *, rolled: bool = False) -> Node | None:
    """A row whose first cell is a heading in a few words, with the text beside it.

    Where the table is ``rolled``, it has those present too, and apologies belong to them.
    """
    if len(row) < 2 or not row[0].blocks or not row[1].blocks:
        return None
    heading, title = row[0].blocks, row[0].text.strip().rstrip(":")
    if len(title.split()) > 14 or title.endswith((".", ";")) or _NAMES.match(title) or title.lower() in _OF_ITEMS:
        return None
    if any(block.kind == "table" for block in heading) or (rolled and title.lower().startswith("apolog")):
        return None
    return Node(None, "", title, heading, tuple(block for cell in row[1:] for block in cell.blocks), row=True)


def _item_row(row: tuple[Cell, ...]) -> Node | None:
    """A row that begins an item: its number alone in the first cell, or before the heading in it."""
    cells = [cell for cell in row if cell.blocks]
    if not cells or not row[0].blocks:
        return None
    first = cells[0].blocks[0]
    if NUMBER_ALONE.fullmatch(cells[0].text.strip()) and len(cells) > 1:
        return _split(cells[0].text.strip(), cells[1:])
    filled = len(cells) > 1 or (len(row) > 1 and first.bold)  # a heading may stand in a row of its own
    if first.marker and NUMBER_ALONE.fullmatch(first.marker) and first.kind != "table" and filled:
        body = (*cells[0].blocks[1:], *(block for cell in cells[1:] for block in cell.blocks))
        return Node(None, first.marker, first.text, (first,), body, row=True)
    return None


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


def _more(row: tuple[Cell, ...], *, stacked: bool) -> Node | None:
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
    """Is this text rather than the rest of a heading: entries of a list, or a sentence in plain type?"""
    if any(block.kind == "entry" for block in cell.blocks):
        return True
    return cell.text.rstrip().endswith(".") and len(cell.text.split()) >= 6 and not cell.blocks[0].bold
