"""Rows of every model as lines of JSON, and back: no model needs to know of it."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils.duration import duration_string

AT_ONCE = 1000
# Who is signed in; and the search index, which is worked out from the rest.
LEFT_OUT = ("sessions.session", "minutes.searchrow")


def kept_models(registry: Any = apps) -> list[type[models.Model]]:
    """Every model whose rows are kept, those between two models included, by their labels."""
    found = registry.get_models(include_auto_created=True)
    kept = [one for one in found if one._meta.managed and not one._meta.proxy and one._meta.label_lower not in LEFT_OUT]
    return sorted(kept, key=lambda one: one._meta.label_lower)


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read within is of one moment, and nobody who writes waits for it."""
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode


def write(model: type[models.Model], path: Path) -> int:
    """Writes the rows of a model, by primary key, and returns how many there were."""
    names = [field.attname for field in _fields(model)]
    number = 0
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        file.write(json.dumps(names).encode() + b"\n")
        for row in model._base_manager.order_by("pk").values_list(*names).iterator(AT_ONCE):
            file.write(json.dumps(row, default=_plain, ensure_ascii=False).encode() + b"\n")
            number += 1
    return number


def load(model: type[models.Model], path: Path) -> int:
    """Adds the rows that ``write`` wrote; returns how many. Keys between rows are looked at when all are there."""
    by_name = {field.attname: field for field in _fields(model)}
    for field in by_name.values():
        field.auto_now = field.auto_now_add = False  # the day is the one that was kept, not today
    number = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        fields = [by_name[name] for name in json.loads(next(file))]
        for lines in _in_parts(file):
            rows = [model(**_values(fields, json.loads(line))) for line in lines]
            model._base_manager.bulk_create(rows)
            number += len(rows)
    return number


def go_on_counting(kept: list[type[models.Model]]) -> None:
    """New rows get numbers after the highest there is, which PostgreSQL does not see for itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept):
            cursor.execute(statement)


def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.generated]


def _values(fields: list[Any], row: list[Any]) -> dict[str, Any]:
    return {field.attname: _of(field, value) for field, value in zip(fields, row, strict=True)}


def _of(field: Any, value: Any) -> Any:
    return value if value is None or isinstance(field, models.JSONField) else field.to_python(value)


def _in_parts(lines: Iterator[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in lines:
        part.append(line)
        if len(part) == AT_ONCE:
            yield part
            part = []
    yield part


def _plain(value: object) -> object:
    match value:
        case dt.timedelta():
            return duration_string(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case UUID() | Decimal():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"no way to keep a {type(value).__name__}")
