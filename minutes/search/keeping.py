"""Keeps the index: makes its tables and triggers, fills it, and finds out when it must be made anew.

The index is worked out from the records, so it has no migrations of its own: `manage.py migrate` calls ``settle``.
"""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db import connection, transaction

from minutes.models.search_row import SearchRow
from minutes.search.engines import keeping_engine
from minutes.search.sources import TOUCHES, Kind, kinds


def settle(anew: bool = False) -> None:
    """Make sure that the index is kept by the triggers of this version; fill it where it was made by another.

    ``anew`` fills it in any case: for when rows were written without triggers.
    """
    if SearchRow._meta.db_table not in connection.introspection.table_names():
        return
    if anew or _made_as() != fingerprint():
        rebuild()
    elif not keeping_engine().triggers():
        with transaction.atomic():
            _run(*trigger_statements())


def let_go() -> None:
    """Take the triggers away: what they stand on is about to change."""
    with transaction.atomic():
        _run(*keeping_engine().drop_triggers())


def rebuild() -> None:
    """Make the index from nothing. A million items take minutes, in which nobody can write."""
    with transaction.atomic():
        _run(*keeping_engine().drop_triggers(), *keeping_engine().NO_TABLES, *keeping_engine().TABLES)
        _run(keeping_engine().EMPTY, *_fill_all(), *keeping_engine().FILLED)
        _run(*trigger_statements(), *_note())


def fingerprint() -> str:
    """Differs where another version keeps the index in another way."""
    made_of = [*keeping_engine().TABLES, *keeping_engine().FILLED, *trigger_statements()]
    return hashlib.sha256("\n".join(made_of).encode()).hexdigest()


def trigger_statements() -> Iterator[str]:
    """All triggers of this version."""
    yield from keeping_engine().OWN_TRIGGERS
    for name, event, table, condition, statements in _triggers():
        yield from keeping_engine().trigger(name, event, table, condition, statements)


Trigger = tuple[str, str, str, str, list[str]]


def _triggers() -> Iterator[Trigger]:
    known = kinds(keeping_engine().Sql())
    for kind in known.values():
        yield from _of_its_table(kind)
    for number, touch in enumerate(TOUCHES, 1):
        kind, name = known[touch.kind], f"touch_{number}"
        rows = ["NEW"] if "{row}.id" in touch.scope else ["OLD", "NEW"]
        refreshed = [statement for row in rows for statement in _refresh(kind, touch.scope.format(row=row))]
        yield name, _update_of(touch.columns), touch.table, _changed(touch.columns), refreshed
        for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")) if touch.whole else ():
            when = touch.when.format(row=row)
            yield f"{name}_{event.lower()}", event, touch.table, when, _refresh(kind, touch.scope.format(row=row))


def _of_its_table(kind: Kind) -> Iterator[Trigger]:
    table, name = kind.table, kind.table.removeprefix("minutes_")
    gone = f"DELETE FROM minutes_searchrow WHERE kind = {kind.kind.value} AND record = OLD.id"
    new = list(keeping_engine().fill(kind, "r.id = NEW.id"))
    yield f"{name}_insert", "INSERT", table, "", new
    yield f"{name}_update", _update_of(kind.columns), table, _changed(kind.columns), [gone, *new]
    yield f"{name}_delete", "DELETE", table, "", [gone]


def _refresh(kind: Kind, scope: str) -> list[str]:
    """Take the records of a scope out of the index and put them in as they are now."""
    within = f"SELECT r.id FROM {kind.table} r WHERE {scope}"
    gone = f"DELETE FROM minutes_searchrow WHERE kind = {kind.kind.value} AND record IN ({within})"
    return [gone, *keeping_engine().fill(kind, scope)]


def _update_of(columns: tuple[str, ...]) -> str:
    return f"UPDATE OF {', '.join(columns)}"


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(keeping_engine().Sql().changed(column) for column in columns)


def _fill_all() -> Iterator[str]:
    for kind in kinds(keeping_engine().Sql()).values():
        yield from keeping_engine().fill(kind, "1 = 1")


# --- which version made it --------------------------------------------------------------------------------------------


def _made_as() -> str:
    if "minutes_searchmade" not in connection.introspection.table_names():
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT fingerprint FROM minutes_searchmade")
        row = cursor.fetchone()
    return row[0] if row else ""


def _note() -> Iterator[str]:
    yield "CREATE TABLE IF NOT EXISTS minutes_searchmade (fingerprint varchar(64) NOT NULL)"
    yield "DELETE FROM minutes_searchmade"
    yield f"INSERT INTO minutes_searchmade VALUES ('{fingerprint()}')"


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
