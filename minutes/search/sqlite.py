"""The index in SQLite: a table of FTS5, whose row ids are the keys of SearchRow, so that it gives the newest first."""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from minutes.models.search_row import SearchKind
from minutes.search.asking import Term
from minutes.search.sources import DAY_ZERO, EVER, KINDS, RECORDS, Kind, day_of, parts
from minutes.search.wanted import Hit, Wanted
from minutes.search.words import words

LONG_PHRASE = 3  # words
FIRST_DAY = dt.date.fromisoformat(DAY_ZERO)
MOST_BEGINNING = 40  # words with one beginning that are each looked for
LONGEST_TEXT = 200_000  # letters of one record
PREFIX = "minutes_search_"  # of our triggers' names

TABLES = (
    "CREATE VIRTUAL TABLE minutes_searchtext USING fts5"
    "(title, body, marks, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE minutes_searchword USING fts5vocab(minutes_searchtext, instance)",
)
NO_TABLES = ("DROP TABLE IF EXISTS minutes_searchword", "DROP TABLE IF EXISTS minutes_searchtext")
EMPTY = "DELETE FROM minutes_searchrow"
FILLED = ("INSERT INTO minutes_searchtext (minutes_searchtext) VALUES ('optimize')",)
OWN_TRIGGERS = (
    f"CREATE TRIGGER {PREFIX}row_gone AFTER DELETE ON minutes_searchrow BEGIN "
    "DELETE FROM minutes_searchtext WHERE rowid = OLD.id; END",
)


class Sql:
    """What SQLite says in its own way: see minutes.search.sources.Dialect."""

    def days(self, column: str) -> str:
        return f"CAST(julianday({column}) - julianday('{DAY_ZERO}') AS INTEGER)"

    def municipal_year(self, column: str) -> str:
        return f"CAST(strftime('%Y', {column}, '-4 months') AS INTEGER)"

    def paragraphs(self, column: str) -> str:
        return f"(SELECT group_concat(j.value, char(10)) FROM json_each({column}) j)"

    def joined(self, column: str, rest: str) -> str:
        return f"(SELECT group_concat({column}, ' ') {rest})"

    def changed(self, column: str) -> str:
        return f"OLD.{column} IS NOT NEW.{column}"


def fill(kind: Kind, scope: str) -> Iterator[str]:
    """The statements that put the records of a kind into the index that the scope picks out."""
    found = parts(kind, Sql())
    where = f"FROM {found.tables} WHERE {found.where} AND {scope}"
    yield f"INSERT INTO minutes_searchrow ({', '.join(found.row)}) SELECT {', '.join(found.row.values())} {where}"
    marks = " || ' ' || ".join(f"COALESCE('{mark}' || {value}, '')" for mark, value in found.marks.items())
    marks += f" || CASE WHEN {found.row['exempt']} THEN ' x1' ELSE '' END"
    marks += f" || ' ' || {found.listed}" if found.listed else ""
    words = ", ".join(f"substr(COALESCE({text}, ''), 1, {LONGEST_TEXT})" for text in (found.title, found.body))
    values = f"{found.row['id']}, {words}, {marks}"
    yield f"INSERT INTO minutes_searchtext (rowid, title, body, marks) SELECT {values} {where}"


def trigger(name: str, event: str, table: str, condition: str, statements: Iterable[str]) -> Iterator[str]:
    """The statements that make a trigger for each changed row."""
    when = f"WHEN {condition} " if condition else ""
    yield f"CREATE TRIGGER {PREFIX}{name} AFTER {event} ON {table} {when}BEGIN {'; '.join(statements)}; END"


def triggers() -> list[str]:
    """The names of the triggers that there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, %s) = %s", [len(PREFIX), PREFIX]
        )
        return [name for (name,) in cursor.fetchall()]


def drop_triggers() -> Iterator[str]:
    for name in triggers():
        yield f"DROP TRIGGER {name}"


# --- finding --------------------------------------------------------------------------------------------------------


def newest(wanted: Wanted, most: int) -> list[Hit]:
    """At most ``most`` rows that match, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(f's.{column}' for column in Hit._fields)} FROM (SELECT rowid AS id "
            "FROM minutes_searchtext WHERE minutes_searchtext MATCH %s ORDER BY rowid DESC LIMIT %s) t "
            "CROSS JOIN minutes_searchrow s ON s.id = t.id ORDER BY s.id DESC",
            [expression(wanted), most],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def in_order(tiers: Sequence[Wanted], most: int) -> list[Hit]:
    """At most ``most`` rows: those of the first tier, then those of the next that were not in it; each newest first.

    Of more rows with a long phrase, the newest.
    """
    if (whole := _gone_through_once(tiers, most)) is not None:
        return whole
    found: dict[int, Hit] = {}
    for tier in tiers:
        # Of another kind, it has nothing of an earlier tier.
        missing = most if tier.marks == tiers[0].marks else most - len(found)
        for hit in newest(tier, missing):
            found.setdefault(hit.id, hit)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def _gone_through_once(tiers: Sequence[Wanted], most: int) -> list[Hit] | None:
    """The newest ``most`` rows of all tiers, in their order, where a long phrase is asked for; None otherwise.

    To find a phrase takes as long as its words are common, however seldom they follow one another; and as long again
    for each tier. Which tier a row is in is soon told by its title and its kind.
    """
    longest = max(len(form.words) for either in tiers[0].terms for form in either)
    if longest < LONG_PHRASE or not tiers[0].in_title:
        return None
    found = newest(replace(tiers[0], in_title=False), most)
    records = [hit.id for hit in found if hit.kind != SearchKind.PAGE]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT x.rowid, x.title FROM json_each(%s) j CROSS JOIN minutes_searchtext x ON x.rowid = j.value",
            [json.dumps(records)],
        )
        titled = {key for key, title in cursor.fetchall() if _stand_in(title, tiers[0].terms)}
    return sorted(found, key=lambda hit: (hit.kind == SearchKind.PAGE, hit.id not in titled, -hit.id))


def _stand_in(title: str, terms: Sequence[Sequence[Term]]) -> bool:
    """Whether one of each group of terms stands in a title, as FTS5 has it."""
    said = [word.folded for word in words(title)]
    return all(any(_stands_in(said, form) for form in group) for group in terms)


def _stands_in(said: Sequence[str], form: Term) -> bool:
    length, *sought = len(form.words), *form.words
    places = (said[start : start + length] for start in range(len(said) - length + 1))
    if not form.is_prefix:
        return sought in places
    return any(place[:-1] == sought[:-1] and place[-1].startswith(sought[-1]) for place in places)


# What a row of the index is of, worked out from its key where it can be: that spares a look at the row.
OF_A_KEY = {
    "record": f"(t.id & {RECORDS - 1})",
    "kind": f"((t.id / {RECORDS}) & {KINDS - 1})",
    "meeting": "(SELECT s.meeting FROM minutes_searchrow s WHERE s.id = t.id)",
}


def rows(column: str, wanted: Sequence[Wanted], most: int | None = None) -> tuple[str, list[Any]]:
    """A subquery of the rows that match one of some, with its parameters: of the newest ones if ``most`` is told.

    ``column`` is SQL for what is asked of a row, with {record}, {kind} and {meeting} for what these are.
    """
    found = "SELECT rowid AS id FROM minutes_searchtext WHERE minutes_searchtext MATCH %s"
    given: list[Any] = [" OR ".join(f"({expression(one)})" for one in wanted)]
    if most is not None:
        found, given = f"{found} ORDER BY rowid DESC LIMIT %s", [*given, most]
    return f"SELECT {column.format(**OF_A_KEY)} FROM ({found}) t", given


def few(column: str, wanted: Sequence[Wanted], most: int) -> list[int] | None:
    """What ``rows`` finds, where that is ``most`` rows at most; None otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(*rows("t.id", wanted, most + 1))
        found = [key for (key,) in cursor.fetchall()]
        if len(found) > most:
            return None
        given = [json.dumps(found)]
        cursor.execute(f"SELECT {column.format(**OF_A_KEY)} FROM (SELECT value AS id FROM json_each(%s)) t", given)
        return [key for (key,) in cursor.fetchall()]


def reach(
    column: str, wanted: Sequence[Wanted], most: int, day: int | None, descending: bool
) -> tuple[list[int], bool]:
    """What ``rows`` finds among the first ``most`` rows of the index from a day on, or back; and whether that is all.

    Days are numbered from FIRST_DAY; None stands for the first or last one. A day that may have more is left out.
    Rows without a day are none that follow on a day.
    """
    one_day = KINDS * RECORDS
    start = ((EVER if day is None else day) + 1) * one_day - 1 if descending else (1 if day is None else day) * one_day
    where, order = ("rowid <= %s", "DESC") if descending else ("rowid >= %s", "ASC")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.id, {column.format(**OF_A_KEY)} FROM (SELECT rowid AS id FROM minutes_searchtext "
            f"WHERE minutes_searchtext MATCH %s AND {where} ORDER BY rowid {order} LIMIT %s) t",
            [" OR ".join(f"({expression(one)})" for one in wanted), start, most],
        )
        found = cursor.fetchall()
        cursor.execute("SELECT min(id) FROM minutes_searchrow")
        (first,) = cursor.fetchone()
    is_all = len(found) < most and (start > 0 if descending else first >= one_day)
    if is_all:
        return [key for _, key in found], True
    # Dates before FIRST_DAY are slips of a pen; without a date a record is listed after these.
    last = day_of(found[-1][0]) if found else 0
    if min(last, first if not descending else 0) < 0:
        return [], False
    cut = last if len(found) == most else None
    return [key for found_key, key in found if day_of(found_key) != cut], False


def are_more(wanted: Sequence[Wanted], most: int) -> bool:
    """Whether more rows than ``most`` match."""
    told, given = rows("1", wanted, most + 1)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({told})", given)
        return bool(cursor.fetchone()[0] > most)


def stands_in(tables: str, where: str, wanted: Wanted) -> tuple[str, list[Any]]:
    """The condition that one of the rows ``s`` of some tables matches, with its parameters."""
    found = "EXISTS (SELECT 1 FROM minutes_searchtext WHERE rowid = s.id AND minutes_searchtext MATCH %s)"
    return f"EXISTS (SELECT 1 FROM {tables} WHERE {where} AND {found})", [expression(wanted)]


def expression(wanted: Wanted) -> str:
    """A query as FTS5 has it. Every word is quoted, so that nothing in it is an operator."""
    columns = "marks" if wanted.listed else "title" if wanted.in_title else "{title body}"
    needed = [f"{columns} : ({_either(term)})" for term in wanted.terms]
    needed += [f"marks : ({' OR '.join(_quoted(mark) for mark in either)})" for either in wanted.marks]
    unwanted = [f"{'marks' if wanted.listed else '{title body}'} : ({_either(term)})" for term in wanted.unwanted]
    unwanted += [f"marks : {_quoted(mark)}" for mark in wanted.unmarked]
    positive = " AND ".join(needed)
    return f"({positive}) NOT ({' OR '.join(unwanted)})" if unwanted else positive


def _either(term: Sequence[Term]) -> str:
    return " OR ".join(_quoted(" ".join(form.words)) + ("*" if form.is_prefix else "") for form in term)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def beginning(term: Term, after: str) -> Sequence[Term]:
    """What a term that is the beginning of words is looked for as: these words, unless they are many.

    FTS5 collects the rows of all of them before it gives the first one.
    """
    known = known_words(term.words[0], after, MOST_BEGINNING + 1)
    return [Term((word,)) for word in known] if 0 < len(known) <= MOST_BEGINNING else [term]


def known_words(first: str, after: str, most: int) -> list[str]:
    """The words of the index from ``first`` on and before ``after``, at most ``most``, in the order of their letters.

    fts5vocab would count every place of every word in the range; so each word is looked up from the one before it.
    """
    following = "(SELECT term FROM minutes_searchword WHERE term >= {} AND term < %s LIMIT 1)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE known (word, number) AS (SELECT {following.format('%s')}, 1 UNION ALL "
            f"SELECT {following.format('known.word || char(1)')}, number + 1 FROM known "
            "WHERE word IS NOT NULL AND number < %s) SELECT word FROM known WHERE word IS NOT NULL",
            [first, after, after, most],
        )
        return [word for (word,) in cursor.fetchall()]


def which_are_known(words: Iterable[str]) -> set[str]:
    """Those of some words that are in the index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT value FROM json_each(%s) WHERE EXISTS (SELECT 1 FROM minutes_searchword WHERE term = value)",
            [json.dumps(list(words))],
        )
        return {word for (word,) in cursor.fetchall()}
