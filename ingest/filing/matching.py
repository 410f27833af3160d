"""Which record of a new reading is which row of an earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Any

from minutes.models import Extracted
from minutes.plain import plain

Values = dict[str, Any]
Level = Callable[[Values], Hashable]  # None: this record cannot be told by that
Alike = Callable[[Values, Values], float]  # 0 to 1

LIKELY = 0.6  # of the words in common, in the same order; less is another record
MOST_PAIRS = 10_000  # comparing words is slow; where more is left over than that, nothing was alike anyway


def match(rows: Sequence[Extracted], read: Sequence[Values], levels: Sequence[Level], alike: Alike) -> list[Any]:
    """For each record read, its row or None; no row twice.

    ``levels`` are from the surest key to the weakest. A row is known by what an earlier reading said and by
    what a person made of it. What no key finds is told by its likeness.
    """
    found: dict[int, Extracted] = {}
    known = {id(row): _known_by(row) for row in rows}
    for level in levels:
        _by_key(rows, read, level, known, found)
    _by_likeness(rows, read, alike, known, found)
    return [found.get(index) for index in range(len(read))]


def _known_by(row: Extracted) -> list[Values]:
    now = {field: plain(row, field) for field in row.READ if not row._meta.get_field(field).many_to_many}
    return [row.as_read, now] if row.as_read else [now]


def _by_key(
    rows: Sequence[Extracted],
    read: Sequence[Values],
    level: Level,
    known: dict[int, list[Values]],
    found: dict[int, Extracted],
) -> None:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index, values in enumerate(read):
        if index not in found and (key := level(values)) is not None:
            waiting[key].append(index)
    for row in _left(rows, found):
        for values in known[id(row)]:
            if same := waiting.get(_safely(level, values)):
                found[same.pop(0)] = row
                break


def _safely(level: Level, values: Values) -> Hashable:
    """The key of a row; None where an older reader left out a field."""
    try:
        return level(values)
    except KeyError:
        return None


def _left(rows: Sequence[Extracted], found: dict[int, Extracted]) -> list[Extracted]:
    taken = {id(row) for row in found.values()}
    return [row for row in rows if id(row) not in taken]


def _by_likeness(
    rows: Sequence[Extracted],
    read: Sequence[Values],
    alike: Alike,
    known: dict[int, list[Values]],
    found: dict[int, Extracted],
) -> None:
    left = _left(rows, found)
    new = [index for index in range(len(read)) if index not in found]
    if not left or not new or len(left) * len(new) > MOST_PAIRS:
        return
    pairs = [
        (max(alike(values, read[index]) for values in known[id(row)]), -index, -place)
        for place, row in enumerate(left)
        for index in new
    ]
    taken = set()
    for score, minus_index, minus_place in sorted(pairs, reverse=True):
        if score < LIKELY:
            return
        if -minus_index not in found and -minus_place not in taken:
            found[-minus_index] = left[-minus_place]
            taken.add(-minus_place)


def words_alike(a: str, b: str) -> float:
    """
    >>> words_alike("That the report be noted", "That the report be received")
    0.8
    """
    return SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
