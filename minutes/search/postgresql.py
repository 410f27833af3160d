"""The index in PostgreSQL: two tsvectors beside each SearchRow, with facets and days in them as words of their own.

GIN gives what it finds in no order, and a common word is in two million rows. So the newest rows are looked
through first: rows carry the spans of days that theirs falls in ("#a1437" for 32 days, "#b359" for 128), and a
search takes in more of them until it has enough.

Of words that must follow one another, GIN knows that they stand in a row and not where, and each row's tsvector would
be taken apart to see. So a row also has its neighbours: a number for each two words that follow one another.

The vectors of long rows are kept beside the table (TOAST), as they are: to be looked at by nobody, or soon.
"""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from minutes.models.meeting import days_of
from minutes.models.search_row import SearchKind
from minutes.search.asking import Term
from minutes.search.postgresql_condition import BRACKET, condition
from minutes.search.postgresql_keeping import SPANS
from minutes.search.sources import EVER, KINDS, RECORDS, day_number, day_of
from minutes.search.wanted import Hit, Wanted

FEW = 5_000  # rows that are looked at one by one
DAYS_KEPT = 7_300  # twenty years, to guess how much falls into a span
PLENTY = 1.2  # times as much is looked for as is needed, by that guess
# Not the key itself: of "bus -bus" PostgreSQL expects thousands, and would go through all rows to find the first.
NEWEST = "id + 0 DESC"
MOST_SPANS = 8  # that are looked in at once: a longer time is in fewer longer spans


def newest(wanted: Wanted, most: int) -> list[Hit]:
    """At most ``most`` rows that match, the newest first: people and what is to come before all."""
    where, given = condition(wanted)
    expected = _estimate(where, given)
    return _within_spans(wanted, most, expected) if expected > FEW else _select(where, given, NEWEST, [], most)


def in_order(tiers: Sequence[Wanted], most: int) -> list[Hit]:
    """At most ``most`` rows: those of the first tier, then those of the next that were not in it; each newest first."""
    if not tiers[0].in_title:
        return newest(tiers[0], most)
    # What is in the title is in the words, and every row that has the words is in one of the tiers.
    where, given = condition(replace(tiers[0], in_title=False))
    if _estimate(where, given) <= FEW:
        titled, given_titled = condition(tiers[0])
        order = f"CASE WHEN s.id IN (SELECT s.id FROM minutes_searchrow s WHERE {titled}) THEN 0 "
        order += f"WHEN kind <> {SearchKind.PAGE} THEN 1 ELSE 2 END, {NEWEST}"
        return _select(where, given, order, given_titled, most)
    found: dict[int, Hit] = {}
    for tier in tiers:
        # Of another kind, it has nothing of an earlier tier.
        missing = most if tier.marks == tiers[0].marks else most - len(found)
        for hit in newest(tier, missing):
            found.setdefault(hit.id, hit)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def _select(where: str, given: Sequence[Any], order: str, order_given: Sequence[Any], most: int) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(Hit._fields)} FROM minutes_searchrow s WHERE {where} ORDER BY {order} LIMIT %s",
            [*given, *order_given, most],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _estimate(where: str, given: Sequence[Any]) -> float:
    """How many rows the planner expects, from what it knows of the frequency of words. It looks at no row."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM minutes_searchrow s WHERE {where}", given)
        plan = cursor.fetchone()[0]
    return float((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"])


def _within_spans(wanted: Wanted, most: int, expected: float) -> list[Hit]:
    """The newest rows that match: in the latest days, and in more days until there are enough."""
    end, kept = _time_of(wanted)
    last = min(_last_day(), end)
    days = int(kept * most * PLENTY / expected)
    while days < kept / 2:
        span, power = next(one for one in SPANS.items() if days >> one[1] < MOST_SPANS)
        ago = [f"{BRACKET}{span}{number}" for number in range((last - days) >> power, (last >> power) + 1)]
        found = _newest_of(wanted, most, [*ago, f"{BRACKET}k{SearchKind.PERSON}"], range(last + 1, end + 1))
        if len(found) >= most:
            return found
        days = 4 * days + 1
    where, given = condition(wanted)
    return _select(where, given, NEWEST, [], most)


def _newest_of(wanted: Wanted, most: int, days: Sequence[str], later: range) -> list[Hit]:
    """The newest that match of some days and of those after; what is to come is little, and found by its keys."""
    columns = ", ".join(Hit._fields)
    where, given = condition(wanted, days)
    matches, given_later = condition(wanted)
    # OFFSET 0 keeps the planner, which expects a hundredth of all rows, from asking the index of words as well.
    to_come = "SELECT * FROM minutes_searchrow WHERE id >= %s AND id < %s OFFSET 0"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM minutes_searchrow s WHERE {where} UNION "
            f"SELECT {columns} FROM ({to_come}) s WHERE {matches} ORDER BY id DESC LIMIT %s",
            [*given, *(day * KINDS * RECORDS for day in (later.start, later.stop)), *given_later, most],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _time_of(wanted: Wanted) -> tuple[int, int]:
    """The last day that what is wanted can be of, and over how many days it may spread."""
    years = [int(mark[1:]) for either in wanted.marks for mark in either if mark.startswith("y")]
    if not years:
        return EVER - 1, DAYS_KEPT
    first, end = (day_number(day) for day in days_of(min(max(1, *years), dt.MAXYEAR - 1)))
    return end, end - first + 1


def _last_day() -> int:
    """The day of the newest row, or today, whichever is earlier: a meeting of 2205 is a slip of somebody's pen."""
    today = day_number(dt.date.today())  # noqa: DTZ011 - any day near now will do
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM minutes_searchrow WHERE id < %s", [EVER * KINDS * RECORDS])
        newest_key = cursor.fetchone()[0]
    return min(today, day_of(newest_key or 0))


OF_A_ROW = {"record": "s.record", "kind": "s.kind", "meeting": "s.meeting"}


def rows(column: str, wanted: Sequence[Wanted]) -> tuple[str, list[Any]]:
    """A subquery of the rows that match one of some, with its parameters.

    ``column`` is SQL for what is asked of a row, with {record}, {kind} and {meeting} for what these are.
    """
    where, given = _any_of(wanted)
    return f"SELECT {column.format(**OF_A_ROW)} FROM minutes_searchrow s WHERE {where}", given


def few(column: str, wanted: Sequence[Wanted], most: int) -> list[int] | None:
    """What ``rows`` finds, where that is ``most`` rows at most; None otherwise."""
    where, given = _any_of(wanted)
    if _estimate(where, given) > 2 * most:
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column.format(**OF_A_ROW)} FROM minutes_searchrow s WHERE {where} LIMIT %s", [*given, most + 1]
        )
        found = [key for (key,) in cursor.fetchall()]
    return found if len(found) <= most else None


def _any_of(wanted: Sequence[Wanted]) -> tuple[str, list[Any]]:
    conditions = [condition(one) for one in wanted]
    return " OR ".join(f"({told})" for told, _ in conditions), [value for _, given in conditions for value in given]


def stands_in(tables: str, where: str, wanted: Wanted) -> tuple[str, list[Any]]:
    """The condition that one of the rows ``s`` of some tables matches, with its parameters.

    These rows are looked up for themselves: OFFSET 0 keeps the planner from gathering all that match. It does not
    reckon with what it takes to fetch their vectors, which stand elsewhere.
    """
    matches, given = condition(wanted)
    return f"EXISTS (SELECT 1 FROM {tables} WHERE {where} AND {matches} OFFSET 0)", given


def beginning(term: Term, after: str) -> Sequence[Term]:
    """What a term that is the beginning of words is looked for as: GIN finds all of them at once."""
    return [term]


def known_words(first: str, after: str, most: int) -> list[str]:
    """The words of the index from ``first`` on and before ``after``, at most ``most``, by their letters."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT word FROM minutes_searchword WHERE word >= %s AND word < %s ORDER BY word LIMIT %s",
            [first, after, most],
        )
        return [word for (word,) in cursor.fetchall()]


def which_are_known(words: Iterable[str]) -> set[str]:
    """Those of some words that are in the index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT word FROM minutes_searchword WHERE word = ANY(%s)", [list(words)])
        return {word for (word,) in cursor.fetchall()}
