"""Counting several lists in one statement: to ask for each alone takes longer than to count most of them."""

# ruff: noqa: S608 - the SQL is Django's own; what people chose are parameters

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet

Asked = tuple[str, Sequence[Any]]  # SQL and its parameters


@dataclass(frozen=True, slots=True)
class Led:
    """As many rows as there are others that lead to one: the answers in a state, whose recommendations are in a list.

    The others are walked along and what each leads to is looked up, until there are enough. Joined, PostgreSQL would
    first gather all others: it does not know that most lead to a row of the list.
    """

    others: QuerySet[Any]
    by: str
    rows: QuerySet[Any]


def at_once(lists: Sequence[QuerySet[Any] | Led], *most: int) -> list[int]:
    """How many rows each list has; of one that has ``most`` or more, ``most``: one number for each, or for all."""
    asked, given = [], []
    led_to: dict[int, Asked] = {}  # the same rows, put into words once
    for rows, number in zip(lists, most if len(most) > 1 else most * len(lists), strict=True):
        counted, parameters = _to(rows, number, led_to)
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


def _to(rows: QuerySet[Any] | Led, most: int, led_to: dict[int, Asked]) -> Asked:
    """An expression for the number of rows, with its parameters. No row can fulfil what Django finds contradictory."""
    try:
        found, parameters = _led(rows, most, led_to) if isinstance(rows, Led) else _first(rows, most)
    except EmptyResultSet:
        return "0", ()
    return f"(SELECT COUNT(*) FROM ({found}) AS counted)", parameters


def _first(rows: QuerySet[Any], most: int) -> Asked:
    found: Asked = rows.order_by().values("pk")[:most].query.sql_with_params()
    return found


def _led(asked: Led, most: int, led_to: dict[int, Asked]) -> Asked:
    others, of_others = asked.others.order_by().values(led=F(asked.by)).query.sql_with_params()
    if id(asked.rows) not in led_to:
        led_to[id(asked.rows)] = asked.rows.order_by().values("pk").query.sql_with_params()
    rows, of_rows = led_to[id(asked.rows)]
    looked_up = f"(SELECT TRUE FROM ({rows}) AS listed WHERE listed.pk = others.led)"
    return f"SELECT 1 FROM ({others}) AS others WHERE {looked_up} LIMIT {most:d}", (*of_others, *of_rows)
