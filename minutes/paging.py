"""Pages of a list by keys in place of numbers: page 10,000 costs what the first costs, on every database.

    shown = page_of(queryset.order_by(F("due").asc(nulls_last=True), "pk"), request.GET.get("page", ""))
    for action in shown: ...
    shown.count, shown.first, shown.next, shown.previous

A key is a row's place in the order, so a page begins after it however many rows were added or taken away before it.
Only the keys are asked for in order; the rows themselves, with what is joined and annotated, are fetched after that,
for one page. A list of up to MANY rows is counted and says where in it one is; of a longer one it is said that it is
longer: "1,000+".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.sql.where import WhereNode

from minutes.paging_along import along
from minutes.paging_order import Order, Place
from minutes.search.walking import first_keys, places_after, places_before, without_words

ROWS = 30  # on a page
MANY = 1000  # rows: what is more is not counted
AFTER, BEFORE = "after", "before"


class Count(int):
    """How many rows there are. Where ``more`` is true, more than that: "1,000+"."""

    more: bool = False

    @classmethod
    def of(cls, found: int) -> Count:
        return cls.saying(found, more=False)

    @classmethod
    def saying(cls, found: int, more: bool) -> Count:
        """So many; ``more`` where it is known that there are more."""
        count = cls(min(found, MANY))
        count.more = more or found > MANY
        return count

    def __str__(self) -> str:
        return f"{int(self):,}{'+' if self.more else ''}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list in its order. ``next`` and ``previous`` go into the address; empty where there is none.

    ``first`` is the place of the page's first row in the whole list, from 1; 0 where it is not known.
    """

    object_list: list[Any]
    count: Count
    first: int = 0
    next: str = ""
    previous: str = ""

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    @property
    def last(self) -> int:
        return self.first + len(self.object_list) - 1 if self.first else 0

    @property
    def is_whole(self) -> bool:
        return not (self.next or self.previous)


def page_of(rows: models.QuerySet[Any], asked: str = "", size: int = ROWS, known: Count | None = None) -> Page:
    """The page of ``rows`` that ``asked`` says (what an earlier page gave), or the first one.

    The queryset is ordered by fields; rows without a value stand last unless an F says otherwise. ``asked`` is a
    stranger's word: what is no key of this order gives the first page. Three to nine queries, however long the list,
    and some more for one with common words.
    Of a list with common words it may be known of less than MANY rows alone that there are more: "400+".
    ``known`` is how many there are, where somebody has counted: what has more than was counted is not counted again.
    """
    order, found = Order.of(rows), []
    if known is not None and known.more:
        count = known
    else:
        found, are_more = first_keys(rows, MANY)
        count = Count.saying(_known_of(len(found)) if are_more else len(found), are_more)
    if count.more:
        first, places, has_next = _of_many(order, along(order, rows), asked, size)
    else:
        first, places, has_next = _of_few(order, _these(order, rows, found), asked, size)
    return Page(
        _fetched(rows, places),
        count,
        first=first,
        next=f"{AFTER}-{order.written(places[-1])}" if has_next else "",
        previous=f"{BEFORE}-{order.written(places[0])}" if places and first != 1 else "",
    )


def _known_of(found: int) -> int:
    """A round number of rows that there are more of: all that is known of a list of which so many were found.

    >>> _known_of(1000), _known_of(316), _known_of(100), _known_of(51)
    (1000, 300, 90, 50)
    """
    if found >= MANY:
        return found
    return (found - 1) // 100 * 100 or (found - 1) // 10 * 10 or found - 1


def walked(rows: models.QuerySet[Any], at_once: int = 500) -> Iterator[Any]:
    """All rows in order, some at a time, in little memory and without holding the database: for downloads."""
    order, place = Order.of(rows), None
    while places := places_after(order, rows, place, at_once):
        yield from _fetched(rows, places)
        if len(places) < at_once:
            return
        place = places[-1]


def _of_many(order: Order, rows: models.QuerySet[Any], asked: str, size: int) -> tuple[int, list[Place], bool]:
    """A page of a list too long to count: its first row's place, which is known of the first page alone."""
    way, place = _read(order, asked)
    if place is not None and way == BEFORE:
        found = places_before(order, rows, place, size + 1)
        if len(found) > size:
            return 0, found[1:], True
    elif place is not None and (found := places_after(order, rows, place, size + 1)):
        return 0, found[:size], len(found) > size
    found = places_after(order, rows, None, size + 1)
    return 1, found[:size], len(found) > size


def _of_few(order: Order, rows: models.QuerySet[Any], asked: str, size: int) -> tuple[int, list[Place], bool]:
    """A page of a list of which every row's place is known."""
    places = order.after(rows, None, MANY)
    way, place = _read(order, asked)
    start = 0
    if place is not None:
        start = _start(order, rows, places, place, inclusive=way == BEFORE)
        start = max(0, start - size) if way == BEFORE else start
    if start >= len(places):
        start = 0
    shown = places[start : start + size]
    return start + 1 if shown else 0, shown, start + size < len(places)


def _start(order: Order, rows: models.QuerySet[Any], places: list[Place], place: Place, *, inclusive: bool) -> int:
    """How many rows stand before a place, and at it unless ``inclusive``, whether or not its row is still there."""
    if place in places:
        return places.index(place) + (not inclusive)
    following = order.after(rows, place, 1)
    return places.index(following[0]) if following else len(places)


def _read(order: Order, asked: str) -> tuple[str, Place | None]:
    way, _, written = asked.partition("-")
    return way, order.read(written) if way in (AFTER, BEFORE) else None


def _these(order: Order, rows: models.QuerySet[Any], pks: list[Any]) -> models.QuerySet[Any]:
    """The rows with these keys, without asking again what filtered them, where their order needs none of it."""
    known = rows if order.is_annotated else rows.model._base_manager.all()
    return known.filter(pk__in=pks)


def _unfiltered(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """The rows without what filtered them, for those of which that is known; joined to several each, it may choose."""
    joined = (getattr(join, "join_field", None) for join in rows.query.alias_map.values())
    if any(field is not None and (field.one_to_many or field.many_to_many) for field in joined):
        return rows
    found = rows.all()
    found.query.where = WhereNode()
    return found


def _fetched(rows: models.QuerySet[Any], places: list[Place]) -> list[Any]:
    """The rows at these places, with what their queryset joins and annotates."""
    if not places:
        return []
    found = _unfiltered(without_words(rows)).order_by().filter(pk__in=[place[-1] for place in places])
    by_pk = {row.pk: row for row in found}
    return [by_pk[place[-1]] for place in places if place[-1] in by_pk]
