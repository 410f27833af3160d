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

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from minutes.models.search_row import SearchKind
from minutes.search.asking import Term
from minutes.search.patience import Patience, Span
from minutes.search.postgresql_condition import BRACKET, begins_words, condition
from minutes.search.postgresql_keeping import SPANS
from minutes.search.sources import KINDS, RECORDS
from minutes.search.wanted import Hit, Wanted

FEW = 5_000  # rows that are looked at one by one
DAYS_KEPT = 7_300  # twenty years, to guess how much falls into a span
PLENTY = 1.2  # times as much is looked for as is needed, by that guess
# Not the key itself: of "bus -bus" PostgreSQL expects thousands, and would go through all rows to find the first.
NEWEST = "id + 0 DESC"
MOST_SPANS = 8  # that are looked in at once: a longer time is in fewer longer spans
LONGEST = list(SPANS.items())[-1]
EASY_TERMS, EASY_WORDS = 5, 8  # that are looked for at once, and of a phrase
MUCH = 300_000  # rows that are gathered for all words that begin so: longer than to look at the newest
FIRST = 20  # days that are looked at first, where that may take long
TITLES_SHARE = 0.5  # of the time that a search takes
THROUGH = 0.03  # of all rows: where more match, the newest are found soon by looking at each
EVERY = 2**62  # above all keys
# OFFSET 0 keeps the planner, which expects a hundredth of all rows, from asking the index of words as well.
BY_KEY = "SELECT * FROM minutes_searchrow WHERE id >= %s AND id < %s OR id >= %s AND id < %s OFFSET 0"

Look = Callable[[Wanted, int, Span], list[Hit]]


def newest(wanted: Wanted, most: int, patience: Patience, share: float = 1.0) -> list[Hit]:
    """At most ``most`` rows that match, the newest first: people and what is to come before all."""
    expected = _estimate(*condition(wanted))
    look = _way(wanted, expected)
    if look is None:
        return _select(*condition(wanted, aside=_has_rarer_words(wanted)), NEWEST, [], most)
    found: dict[int, Hit] = {}
    days = int(DAYS_KEPT * most * PLENTY / max(expected, 1))
    for span in patience.spans(wanted, min(days, FIRST) if _is_hard(wanted) else days, _span_begins, share):
        for hit in look(wanted, most - len(found), span):
            found.setdefault(hit.id, hit)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def in_order(tiers: Sequence[Wanted], most: int, patience: Patience) -> list[Hit]:
    """At most ``most`` rows: those of the first tier, then those of the next that were not in it; each newest first."""
    if not tiers[0].in_title:
        return newest(tiers[0], most, patience)
    # What is in the title is in the words, and every row that has the words is in one of the tiers.
    where, given = condition(replace(tiers[0], in_title=False))
    if _way(replace(tiers[0], in_title=False), _estimate(where, given)) is None and not _is_hard(tiers[0]):
        titled, given_titled = condition(tiers[0], in_rows=True)
        order = f"CASE WHEN {titled} THEN 0 WHEN kind <> {SearchKind.PAGE} THEN 1 ELSE 2 END, {NEWEST}"
        return _select(where, given, order, given_titled, most)
    found: dict[int, Hit] = {}
    for tier in tiers:
        # Of another kind, it has nothing of an earlier tier.
        missing = most if tier.marks == tiers[0].marks else most - len(found)
        for hit in newest(tier, missing, patience, TITLES_SHARE if tier.in_title else 1.0):
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


def _way(wanted: Wanted, expected: float) -> Look | None:
    """How the newest rows are found, span by span; None where all that match are soon gathered."""
    begun = [term for term in (*wanted.terms, *wanted.unwanted) if begins_words(term)]
    if begun and _has_rarer_words(wanted):
        return None
    if begun:
        gathered = sum(_estimate(*condition(Wanted((term,), in_title=wanted.in_title))) for term in begun)
        if gathered > MUCH:
            return _look_through
    if begun or not _is_hard(wanted):
        return None if expected <= FEW else _newest_of
    # How often words follow one another, the planner does not know.
    if any(len(form.words) > 1 for either in wanted.terms for form in either):
        return _newest_of
    if len(wanted.terms) > EASY_TERMS:
        rarest = min(_estimate(*condition(Wanted((term,)))) for term in wanted.terms)
        return _look_through if rarest > MUCH else _newest_of
    return _look_through if expected > THROUGH * _estimate("TRUE", []) else _newest_of


def _is_hard(wanted: Wanted) -> bool:
    """Whether the index may have to gather much to find few, which the planner does not see."""
    terms = (*wanted.terms, *wanted.unwanted)
    longest = max(len(term[0].words) for term in terms)
    return bool(wanted.unwanted) or len(terms) > EASY_TERMS or longest > EASY_WORDS or any(map(begins_words, terms))


def _has_rarer_words(wanted: Wanted) -> bool:
    """Whether it is sooner to find rows by other words, and see in each whether it has those that begin so."""
    terms = (*wanted.terms, *wanted.unwanted)
    others = tuple(term for term in wanted.terms if len(term[0].words) == 1 and not begins_words(term))
    return any(map(begins_words, terms)) and bool(others) and _estimate(*condition(Wanted(others))) <= 2 * FEW


def _span_begins(day: int) -> int:
    """The day with which a span begins that has a day in it: of the shortest spans."""
    power = min(SPANS.values())
    return day >> power << power


def _marks_of(span: Span) -> list[str]:
    """The marks of spans that have all of some days, in few; and where these are the first, of people."""
    days = span.high - span.low
    mark, power = next((one for one in SPANS.items() if days >> one[1] < MOST_SPANS), LONGEST)
    spans = [f"{BRACKET}{mark}{number}" for number in range(span.low >> power, (span.high >> power) + 1)]
    return [*spans, *([f"{BRACKET}k{SearchKind.PERSON}"] if span.is_first else [])]


def _newest_of(wanted: Wanted, most: int, span: Span) -> list[Hit]:
    """The newest that match of some days, by the index; what is to come is little, and found by its keys."""
    columns = ", ".join(Hit._fields)
    where, given = condition(wanted, _marks_of(span))
    low, high = _keys_of(span)
    matches, given_beside = condition(wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM minutes_searchrow s WHERE {where} AND id + 0 >= %s AND id + 0 < %s UNION "
            f"SELECT {columns} FROM ({BY_KEY}) s WHERE {matches} ORDER BY id DESC LIMIT %s",
            [*given, low, EVERY if span.is_first else high, *_beside(span), *given_beside, most],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _look_through(wanted: Wanted, most: int, span: Span) -> list[Hit]:
    """The newest that match of some days, each looked at: where most match, and the index would gather them all."""
    matches, given = condition(wanted)
    low, high = _keys_of(span)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(Hit._fields)} FROM (SELECT * FROM minutes_searchrow WHERE id >= %s AND id < %s "
            f"ORDER BY id DESC OFFSET 0) s WHERE {matches} LIMIT %s",
            [-EVERY if span.is_last else low, _farthest(wanted, span) if span.is_first else high, *given, most],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _farthest(wanted: Wanted, span: Span) -> int:
    """The key that what is looked at stays below: people are left out where they cannot be, or have been, found."""
    page = f"k{SearchKind.PAGE}"
    has_people = page not in wanted.unmarked and (page,) not in wanted.marks
    return EVERY if has_people else (span.end + 1) * KINDS * RECORDS


def _keys_of(span: Span) -> tuple[int, int]:
    """The key with which some days begin, and that with which they are over."""
    return span.low * KINDS * RECORDS, (span.high + 1) * KINDS * RECORDS


def _beside(span: Span) -> tuple[int, int, int, int]:
    """Between which keys is what is of no span with a mark, in the first days or the last: to come, or undated."""
    day = KINDS * RECORDS
    to_come = ((span.high + 1) * day, (span.end + 1) * day) if span.is_first else (0, 0)
    undated = (-EVERY, day) if span.is_last else (0, 0)
    return *to_come, *undated


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
