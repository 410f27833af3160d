"""A row as plain JSON, and back: every field, nothing rounded, numbers of other rows as they are."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from django.db import models

from minutes.exchange.kinds import fields_of

AT_ONCE = 500  # keys in a query: databases take so many


def row_of(record: models.Model) -> dict[str, Any]:
    """A record's values by field under the names of the model; ``id`` is its primary key."""
    values = {field.name: _plain(field.value_from_object(record)) for field in fields_of(type(record))}
    return {"id": record.pk} | values


def lists_of(model: type[models.Model], keys: Collection[int]) -> dict[str, dict[int, list[int]]]:
    """The many-to-many fields: by field and primary key, the keys of the others, in order."""
    found: dict[str, dict[int, list[int]]] = {}
    for field in model._meta.many_to_many:
        found[field.name] = defaultdict(list)
        own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
        for some in in_parts(keys):
            rows = getattr(model, field.name).through._base_manager.filter(**{f"{own}__in": some})
            for key, pointed in rows.order_by(f"{other}_id").values_list(f"{own}_id", f"{other}_id"):
                found[field.name][key].append(pointed)
    return found


def in_parts(keys: Collection[int]) -> Iterator[list[int]]:
    """Keys in their order, some at a time."""
    left = iter(sorted(keys))
    while some := list(islice(left, AT_ONCE)):
        yield some


def record_of(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    """A record with the row's values, not saved and without a primary key; what it points to is left for others.

    Raises KeyError where the row lacks a field, ValueError or ValidationError for a value that a field cannot have.
    """
    values = {field.attname: _value(field, row[field.name]) for field in fields_of(model) if not field.is_relation}
    return model(**values)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _value(field: models.Field, value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return value
    if value is None and not field.null:
        raise ValueError(f"{field.name} is missing")
    return field.to_python(value)
