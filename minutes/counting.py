"""Counting several lists in one statement: to ask for each alone takes longer than to count most of them."""

# ruff: noqa: S608 - the SQL is Django's own; what people chose are parameters

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Asked = tuple[str, Sequence[Any]]  # SQL and its parameters
Known = dict[tuple[int, tuple[str, ...]], Asked]  # of rows with some of their fields


@dataclass(frozen=True, slots=True)
class Part:
    """Those of some rows whose fields are as told: {"due__lt": today}. Parts of the same rows are put into SQL once."""

    rows: QuerySet[Any]
    told: dict[str, Any]

    def all(self) -> QuerySet[Any]:
        return self.rows.filter(**self.told)


@dataclass(frozen=True, slots=True)
class Led:
    """As many rows as there are others that lead to one: the answers in a state, whose recommendations are in a list.

    The others are walked along and what each leads to is looked up, until there are enough. Joined, PostgreSQL would
    first gather all others: it does not know that most lead to a row of the list.
    """

    others: Part
    by: str
    rows: QuerySet[Any]


List = QuerySet[Any] | Led | Part
COMPARED = {"": "= {}", "lt": "< {}", "lte": "<= {}", "gt": "> {}", "gte": ">= {}", "in": "IN ({})"}


def at_once(lists: Sequence[List], *most: int) -> list[int]:
    """How many rows each list has; of one that has ``most`` or more, ``most``: one number for each, or for all."""
    asked, given = [], []
    known: Known = {}  # the same rows, put into SQL once
    for rows, number in zip(lists, most if len(most) > 1 else most * len(lists), strict=True):
        counted, parameters = _to(rows, number, known)
        asked.append(counted)
        given += parameters
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)}", given)
        return list(cursor.fetchone() or ())


def ends(rows: QuerySet[Any], field: str) -> tuple[Any, Any]:
    """The least and the greatest value of a field, as the database has it; None of no rows.

    Each is a look into an index: asked for the minimum and the maximum at once, SQLite would go through all rows.
    """
    try:
        sql, given = rows.order_by().values(field).query.sql_with_params()
    except EmptyResultSet:
        return None, None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({sql} ORDER BY 1 LIMIT 1), ({sql} ORDER BY 1 DESC LIMIT 1)", [*given, *given])
        least, greatest = cursor.fetchone()
        return least, greatest


def _to(rows: List, most: int, known: Known) -> Asked:
    """An expression for the number of rows, with its parameters. No row can fulfil what Django finds contradictory."""
    try:
        if isinstance(rows, Led):
            found, parameters = _led(rows, most, known)
        else:
            found, parameters = _part(rows, most, known) if isinstance(rows, Part) else _first(rows, most)
    except EmptyResultSet:
        return "0", ()
    return f"(SELECT COUNT(*) FROM ({found}) AS counted)", parameters


def _first(rows: QuerySet[Any], most: int) -> Asked:
    found: Asked = rows.order_by().values("pk")[:most].query.sql_with_params()
    return found


def _part(asked: Part, most: int, known: Known) -> Asked:
    rows, conditions, given = _told(asked, (), known)
    return f"SELECT 1 FROM ({rows}) AS whole WHERE {conditions} LIMIT {most:d}", given


def _led(asked: Led, most: int, known: Known) -> Asked:
    others, conditions, of_others = _told(asked.others, (asked.by,), known)
    rows, of_rows = _once(asked.rows, ("pk",), known)
    looked_up = f"(SELECT TRUE FROM ({rows}) AS listed WHERE listed.pk = whole.{asked.by})"
    given = [*of_others, *of_rows]
    return f"SELECT 1 FROM ({others}) AS whole WHERE {conditions} AND {looked_up} LIMIT {most:d}", given


def _told(asked: Part, more: tuple[str, ...], known: Known) -> tuple[str, str, list[Any]]:
    """The rows that a part is of, with these fields and the ones that it is told by; the conditions; the parameters."""
    conditions, given, names = [], [], set(more)
    for told, value in asked.told.items():
        name, _, comparison = told.partition("__")
        names.add(name)
        if comparison == "isnull":
            conditions.append(f"whole.{name} IS {'' if value else 'NOT '}NULL")
            continue
        values = value if comparison == "in" else [value]
        field = asked.rows.model._meta.get_field(name)
        given += [field.get_db_prep_value(one, connection) for one in values]
        conditions.append(f"whole.{name} {COMPARED[comparison].format(', '.join(['%s'] * len(values)))}")
    rows, of_rows = _once(asked.rows, tuple(sorted(names)), known)
    return rows, " AND ".join(conditions), [*of_rows, *given]


def _once(rows: QuerySet[Any], names: tuple[str, ...], known: Known) -> Asked:
    if (id(rows), names) not in known:
        known[id(rows), names] = rows.order_by().values(*names).query.sql_with_params()
    return known[id(rows), names]
