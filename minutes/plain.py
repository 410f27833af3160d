"""Values of records as plain JSON, to compare and to keep; and in words, for people to read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone


def plain(record: models.Model, field: str) -> Any:
    """A field's value as JSON has it: dates and times in ISO 8601, a record as its primary key.

    A many-to-many field gives the sorted primary keys, none before the record is saved.
    """
    model_field = record._meta.get_field(field)
    if model_field.many_to_many:
        return sorted(getattr(record, field).values_list("pk", flat=True)) if record.pk else []
    return as_plain(getattr(record, model_field.attname))


def as_plain(value: Any) -> Any:
    """A value as JSON has it; records become primary keys.

    >>> as_plain(dt.time(10, 30))
    '10:30:00'
    """
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet | list | tuple | set) and all(isinstance(one, models.Model) for one in value):
        return sorted(one.pk for one in value)
    return value


def put(record: models.Model, field: str, value: Any) -> None:
    """Set a field from its plain value; a many-to-many field is written at once, others when the record is saved.

    Raises ValidationError for a value that the field cannot have.
    """
    model_field = record._meta.get_field(field)
    if model_field.many_to_many:
        getattr(record, field).set(value)
    elif model_field.is_relation:
        setattr(record, model_field.attname, value)
    else:
        setattr(record, field, model_field.to_python(value))


def in_words(model: type[models.Model], field: str, value: Any) -> str:
    """A plain value as a person reads it: a choice's label, a record's name, a date in words; empty if unknown."""
    model_field = model._meta.get_field(field)
    if value in (None, "", []):
        return ""
    if model_field.is_relation:
        keys = value if isinstance(value, list) else [value]
        return ", ".join(str(one) for one in model_field.related_model._base_manager.filter(pk__in=keys))
    if model_field.choices:
        return str(dict(model_field.flatchoices).get(value, value))
    return words(model_field.to_python(value))


def counted(number: int, thing: str) -> str:
    """
    >>> counted(1, "day"), counted(3, "day")
    ('1 day', '3 days')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def begun(text: str) -> str:
    """A text as a sentence begins.

    >>> begun("the report"), begun("")
    ('The report', '')
    """
    return text[:1].upper() + text[1:]


def ago(day: dt.date | None, today: dt.date | None = None) -> str:
    """How long ago a day was, roughly: "10 months ago"; empty without a day, and for what is to come."""
    days = ((today or timezone.localdate()) - day).days if day else -1
    if days < 0:
        return ""
    for length, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= 2 * length or (unit in ("year", "month") and days >= length):
            return f"{counted(days // length, unit)} ago"
    return "yesterday" if days else "today"


def words(value: Any) -> str:
    """A value as it is written for people.

    >>> words(dt.date(2013, 11, 8)), words(dt.time(10, 30)), words(True)
    ('8 November 2013', '10:30am', 'yes')
    >>> words([{"period": "Q1", "value": "41%"}, {"period": "", "value": "44%"}])
    'Q1: 41%; 44%'
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, dt.time):
        return f"{value.hour % 12 or 12}:{value:%M}{'am' if value.hour < 12 else 'pm'}"
    if isinstance(value, list):
        return "; ".join(": ".join(str(part) for part in entry.values() if part) for entry in value)
    return str(value)
