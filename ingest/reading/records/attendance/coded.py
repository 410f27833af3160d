"""Registers of names with a code each, in one pair of columns or in several side by side.

"Councillor | Code | Councillor | Code"; "✓ | Cllr A Marrow | AP | Cllr B Oakes"; "Ann Marrow | Lab | P".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.reading.language import posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import codes, labels, lists, tables
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.sighting import Group, Sighting

_FEWEST = 2  # people under one another
# Over a column whose ticks and letters tell something else: "Interest declared (Y/N)", "Voted for"
_OTHER_CODES = re.compile(
    r"\b(?:interests?|declar|vot(?:e|ed|ing)\b|train|dispensation|gifts?|for|against)", re.IGNORECASE
)
_LONGEST = 8  # words beside a name that may tell a place: "Parent governor representative"


@dataclass(frozen=True, slots=True)
class Pair:
    """A column of names and the column of their codes; those in ``more`` hold groups, wards or posts."""

    names: int
    codes: int
    more: tuple[int, ...]


def register(block: Block, group: Group, legend: Legend) -> list[Sighting]:
    """The people of a table of names and codes, or of one whose header names its columns; none for other tables."""
    found, columns = pairs(block, legend), tables.is_roll(block)
    if len(found) > 1 or (found and not columns):
        return [seen for pair in found for seen in _down(block, pair, group, legend)]
    if found and columns:
        columns = _with_codes(columns, found[0])
    return list(tables.roll(block, columns, group, legend)) if columns else []


def _with_codes(columns: dict[int, str], pair: Pair) -> dict[int, str]:
    """The columns of a header, and the one of codes where its header ("Code", "Mark") does not say what it holds."""
    told = {"status", "present", "apologies", "absent"} & set(columns.values())
    known = told or columns.get(pair.names) != "name" or columns.get(pair.codes, "body") != "body"
    return columns if known else {**columns, pair.codes: "status"}


def pairs(block: Block, legend: Legend) -> list[Pair]:
    """The pairs of columns, from left to right; none where any column of names has no or several columns of codes."""
    width = max((len(row) for row in block.rows), default=0)
    full = [place for place in range(width) if _are_names(block, place)]
    named = sorted({*full, *(at for at in range(width) for other in full if _goes_on(block, other, at))})
    fewest = _FEWEST if len(named) < _FEWEST else 1  # the last of several columns is often short
    coded = [place for place in range(width) if place not in named and _are_codes(block, place, legend, fewest)]
    if not named or len(coded) != len(named):
        return []
    first = coded[0] < named[0]  # the codes stand before the names
    found = []
    for number, place in enumerate(named):
        low = (named[number - 1] + 1 if number else 0) if first else place
        high = place if first else (named[number + 1] if number + 1 < len(named) else width)
        code = [at for at in coded if low <= at < high]
        if len(code) != 1:
            return []
        found.append(Pair(place, code[0], tuple(at for at in range(low, high) if at not in (place, code[0]))))
    return found


def _goes_on(block: Block, full: int, place: int) -> bool:
    """Whether a column with somebody in it has the header of a column of names."""
    texts = [row[at].text.strip() if at < len(row) else "" for row in block.rows[:1] for at in (full, place)]
    below = [row[place] for row in block.rows[1:] if place < len(row)]
    return bool(texts[0]) and texts[0] == texts[1] and any(map(_people, below))


def _people(cell: Cell) -> bool:
    return any(lists.people(block.text) for block in cell.blocks)


def _are_names(block: Block, place: int) -> bool:
    """Whether a column holds one person a row; its first rows may be headers, and labels may stand between."""
    cells = [row[place] for row in block.rows if place < len(row) and row[place].text.strip()]
    held = [len(lists.people(cell.text)) for cell in cells if _people(cell)]
    one_each = sum(number > 1 for number in held) * 3 <= len(held)
    return one_each and len(held) >= _FEWEST and len(held) * 2 >= len(cells)


def _are_codes(block: Block, place: int, legend: Legend, fewest: int) -> bool:
    """Whether a column holds codes in the rows of people, most of them known, and none longer than a code."""
    if place < len(block.rows[0]) and _OTHER_CODES.search(block.rows[0][place].text):
        return False
    rows = [row for row in block.rows if place < len(row) and any(_people(cell) for cell in row)]
    texts = [row[place].text.strip() for row in rows]
    filled = [text for text in texts if text]
    known = [text for text in filled if codes.is_code(text, legend)]
    short = all(text in known or len(text) <= codes.LONGEST for text in filled)
    return len(filled) >= fewest and short and len(known) * 3 >= len(filled) * 2


def _down(block: Block, pair: Pair, group: Group, legend: Legend) -> Iterator[Sighting]:
    base = _seated(group)
    if block.rows and pair.names < len(block.rows[0]) and tables.are_members(block.rows[0][pair.names].text):
        base = replace(base, role="member", seats=True)
    rows = [row for row in block.rows if pair.names < len(row)]
    texts = [row[pair.codes].text.strip() if pair.codes < len(row) else "" for row in rows]
    held = [text for row, text in zip(rows, texts, strict=True) if _people(row[pair.names])]
    lettered = any(said.status == "absent" for said in legend.values())
    for row, text in zip(rows, texts, strict=True):
        if not _people(row[pair.names]):
            under = labels.group(row[pair.names].text.strip())
            base = _seated(under) if under and not under.ignored and not text else base  # "Co-opted members" between
            continue
        if not text and lettered:
            continue  # with a letter for the absent, a blank is that of no member
        said = codes.read(text, legend, crossed_out=codes.ticked(held), any_code=any(held))
        more = [row[at].text.strip() for at in pair.more if at < len(row)]
        yield from _row(row[pair.names], said, more, replace(base, status=said.status))


def _seated(group: Group) -> Group:
    return group if group.role or group.default else replace(group, default="member")


def _row(cell: Cell, said: codes.Said, more: list[str], group: Group) -> Iterator[Sighting]:
    places = [text for text in more if len(text.split()) <= _LONGEST and posts.kind_of(text) in _PLACES]
    for block in cell.blocks:
        for listed in lists.people(block.text):
            listed.brackets += [*places, *said.brackets()]
            if not (places or listed.found.name.civic or listed.position):
                listed.position = next((text for text in more if posts.is_job(text)), "")
            for seen in sightings(listed, block, group, roll=True):
                yield said.of(seen)


_PLACES = frozenset({"chair", "vice_chair", "co_opted", "substitute"})
