"""How SQLite's index is made and kept: its tables of FTS5, what fills them, and its triggers.

All words are in one table, and those of titles in another one too: to look for what stands in few titles, a tenth of
the words are gone through.
"""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection

from minutes.search.sources import DAY_ZERO, Kind, kinds, parts

LONGEST_TEXT = 200_000  # letters of one record
PREFIX = "minutes_search_"  # of our triggers' names
TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
NO_TITLE = "''"
INDEXES = ("minutes_searchtext", "minutes_searchtitle")
# Bytes of a page of an index. FTS5 keeps by a common word where its rows are on which page, on one page more; where
# these are too many for one (at a million items on pages of 4,050 bytes), it passes rows over when it goes from the
# newest back to find two words, or leaves rows in that have a mark which they must not have.
PAGE = 32_768

TABLES = (
    f"CREATE VIRTUAL TABLE minutes_searchtext USING fts5(title, body, marks, {TOKENS})",
    "CREATE VIRTUAL TABLE minutes_searchtitle USING fts5"
    f"(title, marks, content = 'minutes_searchtext', columnsize = 0, {TOKENS})",
    "CREATE VIRTUAL TABLE minutes_searchword USING fts5vocab(minutes_searchtext, instance)",
    *(f"INSERT INTO {index} ({index}, rank) VALUES ('pgsz', {PAGE})" for index in INDEXES),
)
NO_TABLES = (
    "DROP TABLE IF EXISTS minutes_searchword",
    "DROP TABLE IF EXISTS minutes_searchtitle",
    "DROP TABLE IF EXISTS minutes_searchtext",
)
EMPTY = "DELETE FROM minutes_searchrow"
FILLED = tuple(f"INSERT INTO {index} ({index}) VALUES ('optimize')" for index in INDEXES)


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


UNTITLED = ", ".join(str(kind.kind.value) for kind in kinds(Sql()).values() if kind.title == NO_TITLE)
# A title is taken out by what the other table still has of it.
OWN_TRIGGERS = (
    f"CREATE TRIGGER {PREFIX}row_gone AFTER DELETE ON minutes_searchrow BEGIN "
    f"DELETE FROM minutes_searchtitle WHERE rowid = OLD.id AND OLD.kind NOT IN ({UNTITLED}); "
    "DELETE FROM minutes_searchtext WHERE rowid = OLD.id; END",
)


def fill(kind: Kind, scope: str) -> Iterator[str]:
    """The statements that put the records of a kind into the index that the scope picks out."""
    found = parts(kind, Sql())
    where = f"FROM {found.tables} WHERE {found.where} AND {scope}"
    yield f"INSERT INTO minutes_searchrow ({', '.join(found.row)}) SELECT {', '.join(found.row.values())} {where}"
    marks = " || ' ' || ".join(f"COALESCE('{mark}' || {value}, '')" for mark, value in found.marks.items())
    marks += f" || CASE WHEN {found.row['exempt']} THEN ' x1' ELSE '' END"
    marks += f" || ' ' || {found.listed}" if found.listed else ""
    title, body = (f"substr(COALESCE({text}, ''), 1, {LONGEST_TEXT})" for text in (found.title, found.body))
    key = found.row["id"]
    yield f"INSERT INTO minutes_searchtext (rowid, title, body, marks) SELECT {key}, {title}, {body}, {marks} {where}"
    if kind.title != NO_TITLE:
        yield f"INSERT INTO minutes_searchtitle (rowid, title, marks) SELECT {key}, {title}, {marks} {where}"


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
