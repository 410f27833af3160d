"""The index in SQLite: tables of FTS5, whose row ids are the keys of SearchRow, so that they give the newest first."""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from minutes.models.meeting import days_of, municipal_year
from minutes.models.search_row import SearchKind
from minutes.search.asking import Term
from minutes.search.patience import Patience, Span, date_of
from minutes.search.sources import EVER, KINDS, RECORDS, day_number, day_of, kind_of
from minutes.search.wanted import Hit, Wanted

TEXTS, TITLES = "minutes_searchtext", "minutes_searchtitle"
MOST_BEGINNING = 2_000  # words with one beginning that are each looked for
TITLES_SHARE = 0.5  # of the time that a search takes
EASY_TERMS, EASY_FORMS = 3, 40  # that are looked for at once
NO_KEY = 2**62  # above all
FIRST = 120  # days that are looked at first: with all of their municipal year
PAGES_GONE_THROUGH = 3_000  # before it is sooner to have the index leave pages out

LIKE_A_MARK = re.compile(r"[kcypx]\d*")  # "k4", or the beginning of it
# Meetings and papers are found by their lists alone, and the words for these stand among their marks.
IS_SEARCHED = f"(rowid >> {RECORDS.bit_length() - 1}) & {KINDS - 1} NOT IN ({SearchKind.MEETING}, {SearchKind.PAPER})"


def newest(wanted: Wanted, most: int, patience: Patience) -> list[Hit]:
    """At most ``most`` rows that match, the newest first."""
    return _hits(itertools.islice(_keys(wanted, patience), most), wanted)


def in_order(tiers: Sequence[Wanted], most: int, patience: Patience) -> list[Hit]:
    """At most ``most`` rows: those of the first tier, then those of the next that were not in it; each newest first.

    Beyond the titles, all that match are gone through once, pages and others, until there are enough. Pages may be
    most of them: after many, the index is asked for the others alone.
    """
    if not tiers[0].in_title:
        return newest(tiers[0], most, patience)
    found = dict.fromkeys(itertools.islice(_keys(tiers[0], patience, share=TITLES_SHARE), most))
    pages: list[int] = []
    everything = _keys(replace(tiers[0], in_title=False), patience)
    while len(found) < most and (key := next(everything, None)) is not None:
        if kind_of(key) != SearchKind.PAGE:
            found.setdefault(key)
        elif len(pages) < most + PAGES_GONE_THROUGH:
            pages.append(key)
        else:
            found |= dict.fromkeys(itertools.islice(_keys(tiers[1], patience, before=key), most))
            break
    return _hits([*found, *pages][:most], tiers[0])


def _keys(wanted: Wanted, patience: Patience, share: float = 1.0, before: int | None = None) -> Iterator[int]:
    """The keys of rows that match, the newest first, and each when it is asked for; below the key ``before``."""
    table = _table(wanted)
    last = None if before is None else day_of(before)
    spans = patience.spans(wanted, FIRST, _year_begins, share, last)
    queries = (_within(wanted, span) for span in spans) if _is_hard(wanted) else [[(expression(wanted), NO_KEY)]]
    with connection.cursor() as cursor:
        for several in queries:
            for told, end in several:
                cursor.execute(
                    f"SELECT rowid FROM {table} WHERE {table} MATCH %s AND {IS_SEARCHED} AND rowid < %s "
                    "ORDER BY rowid DESC",
                    [told, end if before is None else min(end, before)],
                )
                for (key,) in cursor:
                    yield key


def _is_hard(wanted: Wanted) -> bool:
    """Whether it may take long to find rows, or that there are none. What is not is sooner found without spans."""
    terms = (*wanted.terms, *wanted.unwanted)
    forms = [form for either in terms for form in either[:1]]
    many = len(terms) > EASY_TERMS or any(len(either) > EASY_FORMS for either in terms)
    return many or bool(wanted.unwanted) or any(len(form.words) > 2 or form.is_prefix for form in forms)


def _within(wanted: Wanted, span: Span) -> Iterator[tuple[str, int]]:
    """A query for what is wanted of some days, and the key that it is to stay below.

    Where words do not follow one another in any row, FTS5 goes on beyond the days that are asked for: it has to be told
    by a mark where to end.
    """
    years = range(municipal_year(date_of(span.low)), municipal_year(date_of(span.end)) + 1)
    marks = (*(f"y{year}" for year in years), *([f"k{SearchKind.PERSON}"] if span.is_first else []))
    yield expression(replace(wanted, marks=(*wanted.marks, marks))), NO_KEY
    if span.is_last:
        yield expression(wanted), KINDS * RECORDS


def _year_begins(day: int) -> int:
    """The day with which the municipal year of a day begins."""
    return day_number(days_of(municipal_year(date_of(day)))[0])


def _hits(keys: Iterable[int], wanted: Wanted) -> list[Hit]:
    """The rows with some keys, in their order. What is exempt is left out by the row too, not by its words alone."""
    shown = "AND NOT s.exempt " if "x1" in wanted.unmarked else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(f's.{column}' for column in Hit._fields)} FROM json_each(%s) j "
            f"CROSS JOIN minutes_searchrow s ON s.id = j.value {shown}ORDER BY j.key",
            [json.dumps(list(keys))],
        )
        return [Hit(*row) for row in cursor.fetchall()]


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


def reach(
    column: str, wanted: Sequence[Wanted], most: int, day: int | None, descending: bool
) -> tuple[list[int], bool]:
    """What ``rows`` finds among the first ``most`` rows of the index from a day on, or back; and whether that is all.

    Days are numbered from DAY_ZERO; None stands for the first or last one. A day that may have more is left out.
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
    # Dates before DAY_ZERO are slips of a pen; without a date a record is listed after these.
    last = day_of(found[-1][0]) if found else 0
    if min(last, first if not descending else 0) < 0:
        return [], False
    cut = last if len(found) == most else None
    return [key for found_key, key in found if day_of(found_key) != cut], False


def expression(wanted: Wanted) -> str:
    """A query as FTS5 has it. Every word is quoted, so that nothing in it is an operator."""
    needed = [f"{_column(wanted, wanted.in_title)}({_either(term)})" for term in wanted.terms]
    needed += [f"marks : ({' OR '.join(_quoted(mark) for mark in either)})" for either in wanted.marks]
    unwanted = [f"{_column(wanted)}({_either(term)})" for term in wanted.unwanted]
    unwanted += [f"marks : {_quoted(mark)}" for mark in wanted.unmarked]
    positive = " AND ".join(needed)
    return f"({positive}) NOT ({' OR '.join(unwanted)})" if unwanted else positive


def _column(wanted: Wanted, in_title: bool = False) -> str:
    """Where words must stand, for an expression: nothing where they may stand anywhere, which is sooner found.

    Words stand among the marks of meetings and papers alone, which no search asks for. What might be a mark itself is
    kept to the texts.
    """
    if wanted.listed:
        return "marks : "
    every = (form for group in (*wanted.terms, *wanted.unwanted) for form in group)
    if any(LIKE_A_MARK.fullmatch(word) for form in every for word in form.words):
        return "title : " if in_title else "{title body} : "
    return "title : " if in_title and _table(wanted) != TITLES else ""


def _table(wanted: Wanted) -> str:
    """The table to look in: that of titles, unless there is something that must not stand in the text either."""
    return TITLES if wanted.in_title and not wanted.unwanted else TEXTS


def _either(term: Sequence[Term]) -> str:
    return " OR ".join(_quoted(" ".join(form.words)) + ("*" if form.is_prefix else "") for form in term)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def beginning(term: Term, after: str) -> Sequence[Term]:
    """What a term that is the beginning of words is looked for as: these words, unless they are many.

    FTS5 collects the rows of all of them before it gives the first one.
    """
    known = known_words(term.words[-1], after, MOST_BEGINNING + 1)
    before = term.words[:-1]
    return [Term((*before, word)) for word in known] if 0 < len(known) <= MOST_BEGINNING else [term]


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
