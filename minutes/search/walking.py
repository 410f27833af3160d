"""Finding a page of a list whose filter asks for common words, without looking at all rows that have them.

SQLite's index gives what it finds by the day of the meeting, as most lists are ordered, so that a page stands in a
reach of it. A list in another order is walked along, and its rows are read through; on PostgreSQL, whose index gives
all that it finds or nothing, each row of every list is looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.where import WhereNode

from minutes.counting import Part, at_once
from minutes.paging_order import Order, Place
from minutes.search.engines import engine
from minutes.search.in_lists import Told, tolds
from minutes.search.reading_through import having
from minutes.search.sources import day_number

REACHES = (600, 6_000)  # rows of the index, to find a page among
ALONG = (150, 450, 1_500)  # rows of the index that are read through along a list, to find a page among
COUNTED = (200, 1_000)  # rows that are read through to count those with the words
ENOUGH = 50  # rows: where so many are found soon, it is not looked for all of them
SEVERAL = 10  # rows of a part of a list: the same
PLENTY = 200  # rows: nor whether there are so few others that they could all be read, or how many more of them
FEW_NEWEST = 150  # rows of the index, to find so many among
DAYS = ("meeting__date", "date")
Found = Callable[[QuerySet[Any]], QuerySet[Any]]  # what is found of some rows


def first_keys(rows: QuerySet[Any], most: int) -> tuple[list[Any], bool]:
    """The primary keys of ``most`` rows of a list, whichever are found soonest, and whether there may be more.

    Of fewer, all; but of those with common words it may be more than ENOUGH alone.
    """
    told = _common(rows)
    if told is None:
        return _first(rows, most)
    if _has_no_order():
        # To look up each of a thousand takes longer than all that the page asks beside.
        return _first(_each(rows), min(most, PLENTY + 1))
    newest, are_more = _first(_among(rows, told, told.sought.newest), min(most, PLENTY + 1))
    if are_more or len(newest) > PLENTY:
        return newest, True
    others = _keys(_instead(rows, told), COUNTED[-1] + 1)
    if len(others) <= COUNTED[-1]:
        return list(having(told.sought, others)), False
    if len(newest) <= ENOUGH:
        newest = list(having(told.sought, others))
    return (newest, True) if len(newest) > ENOUGH else _first(rows, most)


def number_along(rows: QuerySet[Any], most: int) -> tuple[int, bool]:
    """How many rows there are, to ``most``, and whether there are more; of those with common words, to fifty."""
    told = _common(rows)
    if told is None or _has_no_order():
        found, are_more = first_keys(rows, most if told is None else ENOUGH)
    else:
        found, are_more = _enough(rows, told)
    return len(found), are_more


def numbers_along(rows: QuerySet[Any], parts: Sequence[QuerySet[Any] | Part]) -> list[tuple[int, bool]]:
    """The same of several parts of some rows with common words, looked for at once among what is found soonest."""
    told = _common(rows)
    if told is None or _has_no_order():
        counted = at_once(_parts(rows, parts, _each), ENOUGH + 1)
        return [(min(number, ENOUGH), number > ENOUGH) for number in counted]
    known = _keys(_among(rows, told, told.sought.newest), FEW_NEWEST)
    counted = at_once(_parts(rows, parts, lambda some: _among(some, _common(some) or told, known)), ENOUGH + 1)
    return [
        ((number - 1) // 10 * 10, True) if number > SEVERAL else _by_reading(part.all(), told)
        for part, number in zip(parts, counted, strict=True)
    ]


def _parts(rows: QuerySet[Any], parts: Sequence[QuerySet[Any] | Part], found: Found) -> list[QuerySet[Any] | Part]:
    """The parts of what is found of the rows, which is asked for once."""
    whole = found(rows)
    return [replace(part, rows=whole) if isinstance(part, Part) else found(part) for part in parts]


def _each(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows, each looked up for itself where common words narrow them down."""
    told = _common(rows)
    return rows if told is None else _instead(rows, told, told.another("each"))


def _enough(rows: QuerySet[Any], told: Told) -> tuple[list[Any], bool]:
    """The keys of ENOUGH rows, or of all where these are fewer, and whether there are more."""
    found, are_more = _first(_among(rows, told, told.sought.newest[:FEW_NEWEST]), ENOUGH)
    return (found, True) if are_more else _read_for_enough(rows, told)


def _read_for_enough(rows: QuerySet[Any], told: Told) -> tuple[list[Any], bool]:
    """The same, of rows that are read through."""
    for number in COUNTED:
        others = _keys(_instead(rows, told), number + 1)
        found = list(having(told.sought, others[:number]))
        if len(others) <= number or len(found) > ENOUGH:
            return found[:ENOUGH], len(found) > ENOUGH
    return _first(rows, ENOUGH)


def _by_reading(rows: QuerySet[Any], told: Told) -> tuple[int, bool]:
    found, are_more = _read_for_enough(rows, _common(rows) or told)
    return len(found), are_more


def places_after(order: Order, rows: QuerySet[Any], place: Place | None, most: int) -> list[Place]:
    """As ``Order.after``: the places of the rows that follow on a place, or of the first rows, in order."""
    told = _common(rows)
    if told is None:
        return order.after(rows, place, most)
    if _has_no_order():
        return order.after(_each(rows), place, most)
    for reach in REACHES if _is_by_day(order, place) else ():
        day = day_number(place[0]) if place else None
        given, is_all = engine().reach(
            told.sought.listed.row, told.sought.parts(), reach, day, order.keys[0].descending
        )
        found = order.after(_among(rows, told, given), place, most)
        if is_all or len(found) >= most:
            return found
    return _read_along(order, rows, told, place, most)


def _read_along(order: Order, rows: QuerySet[Any], told: Told, place: Place | None, most: int) -> list[Place]:
    """The places that follow, of rows that are read one after another; of words that are rare in them, by the index."""
    others, found, at = _instead(rows, told), list[Place](), place
    several = 2 * len(told.sought.listed.within) or 1  # of the index's rows, at a guess, are of one of the list
    for number in (rows_of_index // several for rows_of_index in ALONG):
        places = order.after(others, at, number)
        having_them = having(told.sought, (one[-1] for one in places))
        found += [one for one in places if one[-1] in having_them]
        if len(found) >= most or len(places) < number:
            return found[:most]
        at = places[-1]
    return order.after(_instead(rows, told, told.another("beside")), place, most)


def places_before(order: Order, rows: QuerySet[Any], place: Place, most: int) -> list[Place]:
    """As ``Order.before``: the places of the rows before it, in order; of more than ``most``, of the nearest."""
    return places_after(order.backwards, rows, place, most)[::-1]


def has_common_words(rows: QuerySet[Any]) -> bool:
    """Whether the rows are narrowed down by words that are in so many that these are not known."""
    return _common(rows) is not None


def without_words(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows, whether or not they have the words: for those of which that is known already."""
    for told in list(tolds(rows.query.where)):
        rows = _instead(rows, told)
    return rows


def _common(rows: QuerySet[Any]) -> Told | None:
    """The condition by words, where the words are common."""
    return next((told for told in tolds(rows.query.where) if not told.is_few), None)


def _instead(rows: QuerySet[Any], told: Told, another: Told | None = None) -> QuerySet[Any]:
    """The rows that fulfil another condition in place of one, or without it."""
    found = rows.all()
    kept = [one for one in found.query.where.children if one is not told]
    found.query.where = WhereNode([*kept, *([another] if another else [])], "AND")
    return found


def _among(rows: QuerySet[Any], told: Told, keys: Collection[int]) -> QuerySet[Any]:
    """Those of some rows with the words that are in the list."""
    return _instead(rows, told, told.another("keys", tuple(keys)))


def _first(rows: QuerySet[Any], most: int) -> tuple[list[Any], bool]:
    """The keys of ``most`` rows, and whether there are more."""
    found = _keys(rows, most + 1)
    return found[:most], len(found) > most


def _keys(rows: QuerySet[Any], most: int) -> list[Any]:
    return list(rows.order_by().values_list("pk", flat=True)[:most])


def _has_no_order() -> bool:
    """Whether the index gives what it finds in no order, and all at once."""
    return connection.vendor == "postgresql"


def _is_by_day(order: Order, place: Place | None) -> bool:
    return order.keys[0].path in DAYS and not order.is_annotated and (place is None or place[0] is not None)
