"""The fastest way of each database to take many rows in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

Row = dict[str, Any]


def write(model: type[models.Model], rows: list[Row]) -> int:
    """Insert rows, given by column, past the ORM; columns that a row does not name have the model's defaults."""
    if not rows:
        return 0
    given = list(rows[0])
    others = {column: value for column, value in _defaults(model).items() if column not in given}
    rest = list(others.values())
    values = ([*(row[column] for column in given), *rest] for row in rows)
    _writer()(model._meta.db_table, [*given, *others], values)
    return len(rows)


def _defaults(model: type[models.Model]) -> Row:
    blank = model()
    return {
        field.column: field.get_db_prep_save(getattr(blank, field.attname), connection)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }


def _writer() -> Callable[[str, list[str], Iterable[list[Any]]], None]:
    return _copy if connection.vendor == "postgresql" else _insert


def _insert(table: str, columns: list[str], rows: Iterable[list[Any]]) -> None:
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    marks = ", ".join("?" * len(columns))
    with connection.cursor() as cursor:
        # The plain cursor of sqlite3: Django's would look for % in every statement.
        plain = cursor.cursor.connection.cursor()
        plain.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)  # noqa: S608 - our own names


def _copy(table: str, columns: list[str], rows: Iterable[list[Any]]) -> None:
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def set_sequences(of: Iterable[type[models.Model]]) -> None:
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(of)):
            cursor.execute(statement)


@contextmanager
def without_indexes(of: Sequence[type[models.Model]]) -> Iterator[None]:
    """On PostgreSQL, rows come in without indexes and checks of foreign keys; the indexes are made of all at once.

    The role must be a superuser, as that of a server of one's own is.
    """
    if connection.vendor != "postgresql":
        yield
        return
    tables = [model._meta.db_table for model in of]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(%s) "
            "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
            [tables],
        )
        indexes = cursor.fetchall()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no index is made while a row waits for its check
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
        for _, definition in indexes:
            cursor.execute(definition)
        cursor.execute("SET LOCAL session_replication_role = origin")
