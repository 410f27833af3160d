"""Counting several lists in one statement: to ask for each alone takes longer than to count most of them."""

# ruff: noqa: S608 - the SQL is Django's own; what people chose are parameters

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def at_once(lists: Sequence[QuerySet[Any]], *most: int) -> list[int]:
    """How many rows each list has; of one that has ``most`` or more, ``most``: one number for each, or for all."""
    asked, given = [], []
    for rows, number in zip(lists, most if len(most) > 1 else most * len(lists), strict=True):
        counted, parameters = _to(rows, number)
        asked.append(counted)
        given += parameters
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)}", given)
        return list(cursor.fetchone() or ())


def _to(rows: QuerySet[Any], most: int) -> tuple[str, Sequence[Any]]:
    """An expression for the number of rows, with its parameters. No row can fulfil what Django finds contradictory."""
    try:
        found, parameters = rows.order_by().values("pk")[:most].query.sql_with_params()
    except EmptyResultSet:
        return "0", ()
    return f"(SELECT COUNT(*) FROM ({found}) AS counted)", parameters
