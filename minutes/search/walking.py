"""Finding a page of a list whose filter asks for common words, without looking at all rows that have them.

SQLite's index gives what it finds by the day of the meeting, as most lists are ordered, so that a page stands in a
reach of it. A list in another order is walked along, and each row is looked up; on PostgreSQL every list, since its
index gives all that it finds or nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.where import WhereNode

from minutes.paging_order import Order, Place
from minutes.search.engines import engine
from minutes.search.in_lists import Told, tolds

REACHES = (600, 6_000)  # rows of the index, to find a page among
COUNTED = (3_000, 30_000)  # rows of the index, to see among whether there are too many to count
COUNTED_ALONG = 50  # rows that are counted beside a list
NEWEST_ALONG = 1_000  # rows of the index, to count so many among
OTHERS_FEW = 1_000  # rows that a list's other filters leave, to look up each of
DAYS = ("meeting__date", "date")


def first_keys(rows: QuerySet[Any], most: int) -> list[Any]:
    """The primary keys of ``most`` rows of a list, whichever are found soonest; of all, where there are fewer."""
    told = _common(rows)
    if told is None:
        return _keys(rows, most)
    if _has_no_order():
        return _keys(_instead(rows, told, told.another(told.sought.way)), most)
    several = 2 * len(told.sought.listed.within) or 1  # of the index's rows, at a guess, are of one of the list
    for reach in (several * rows_of_index for rows_of_index in COUNTED):
        found = _keys(_instead(rows, told, told.another("newest", reach=reach)), most)
        if len(found) >= most or not engine().are_more(told.sought.parts(), reach):
            return found
        if len(others := _keys(_instead(rows, told), OTHERS_FEW + 1)) <= OTHERS_FEW:
            way = "each" if told.sought.is_soon_looked_up else "beside"
            return _keys(_instead(rows, told, told.another(way)).filter(pk__in=others), most)
    return _keys(rows, most)


def number_along(rows: QuerySet[Any], most: int) -> tuple[int, bool]:
    """How many rows there are, to ``most``, and whether there are more; of those with common words, to fifty."""
    told = _common(rows)
    if told is None:
        found = rows[: most + 1].count()
        return min(found, most), found > most
    ways = [told.another(told.sought.way)]
    for another in ways if _has_no_order() else [told.another("newest", reach=NEWEST_ALONG), *ways]:
        found = len(_keys(_instead(rows, told, another), COUNTED_ALONG + 1))
        if found > COUNTED_ALONG:
            return COUNTED_ALONG, True
    return found, False


def places_after(order: Order, rows: QuerySet[Any], place: Place | None, most: int) -> list[Place]:
    """As ``Order.after``: the places of the rows that follow on a place, or of the first rows, in order."""
    told = _common(rows)
    if told is None:
        return order.after(rows, place, most)
    for reach in REACHES if _is_by_day(order, place) and not _has_no_order() else ():
        day = _day(place[0]) if place else None
        given, is_all = engine().reach(
            told.sought.listed.row, told.sought.parts(), reach, day, order.keys[0].descending
        )
        found = order.after(_instead(rows, told, told.another("keys", given)), place, most)
        if is_all or len(found) >= most:
            return found
    return order.after(_instead(rows, told, told.another(told.sought.way)), place, most)


def places_before(order: Order, rows: QuerySet[Any], place: Place, most: int) -> list[Place]:
    """As ``Order.before``: the places of the rows before it, in order; of more than ``most``, of the nearest."""
    return places_after(order.backwards, rows, place, most)[::-1]


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


def _keys(rows: QuerySet[Any], most: int) -> list[Any]:
    return list(rows.order_by().values_list("pk", flat=True)[:most])


def _has_no_order() -> bool:
    """Whether the index gives what it finds in no order, and all at once."""
    return connection.vendor == "postgresql"


def _is_by_day(order: Order, place: Place | None) -> bool:
    return order.keys[0].path in DAYS and not order.is_annotated and (place is None or place[0] is not None)


def _day(date: dt.date) -> int:
    return (date - engine().FIRST_DAY).days
