"""Primary keys that stand in JSON: values as read, doubts, what people changed, and who was joined with whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from minutes.exchange.kinds import KINDS, name_of
from minutes.models import Extracted

# The kind of a row and its primary key there; gives its primary key here, None where there is no such row.
Renumber = Callable[[str, int], int | None]

DOUBTS = ("doubts", "settled")


def renumbered(kind: str, row: dict[str, Any], renumber: Renumber) -> dict[str, Any]:
    """The JSON fields of a row in which rows are pointed to, with their numbers exchanged."""
    if issubclass(KINDS[kind], Extracted):
        return {
            "as_read": _values(kind, row["as_read"], renumber),
            **{name: [_doubt(kind, doubt, renumber) for doubt in row[name]] for name in DOUBTS},
        }
    if kind == "correction":
        return _correction(row, renumber)
    if kind == "joining":
        return {"moved": _moved(row["moved"], renumber)}
    return {}


def _values(kind: str, values: dict[str, Any], renumber: Renumber) -> dict[str, Any]:
    """Plain values by field."""
    return {field: _value(kind, field, value, renumber) for field, value in values.items()}


def _value(kind: str, field: str, value: Any, renumber: Renumber) -> Any:
    """A plain value: a record's is its primary key, or a list of them (see minutes.plain)."""
    try:
        model_field = KINDS[kind]._meta.get_field(field)
    except FieldDoesNotExist:
        return value
    if value is None or not model_field.is_relation:
        return value
    other = name_of(model_field.related_model)
    if isinstance(value, list):
        return _all(other, value, renumber)
    return renumber(other, value)


def _all(kind: str, keys: list[int], renumber: Renumber) -> list[int]:
    return [key for key in (renumber(kind, key) for key in keys) if key is not None]


def _doubt(kind: str, doubt: dict[str, Any], renumber: Renumber) -> dict[str, Any]:
    changed = {name: _value(kind, doubt["field"], doubt[name], renumber)
               for name in ("read", "before") if name in doubt and doubt["field"]}  # fmt: skip
    if "people" in doubt:
        changed["people"] = _all("person", doubt["people"], renumber)
    return doubt | changed


def _correction(row: dict[str, Any], renumber: Renumber) -> dict[str, Any]:
    kind, field = row["kind"], row["field"]
    told = {}
    for name in ("was", "now"):
        if field:
            told[name] = _value(kind, field, row[name], renumber)
        elif isinstance(row[name], dict):  # of a record that a person added: all its values
            told[name] = _values(kind, row[name], renumber)
    answered = [_doubt(kind, doubt, renumber) for doubt in row["answered"]]
    return told | {"answered": answered, "record_id": renumber(kind, row["record_id"])}


def _moved(moved: dict[str, Any], renumber: Renumber) -> dict[str, Any]:
    told: dict[str, Any] = {kind: _all(kind, keys, renumber) for kind, keys in moved.items() if kind != "questions"}
    if "questions" in moved:
        asked = {renumber("attendee", int(key)): was for key, was in moved["questions"].items()}
        told["questions"] = {
            str(key): was | {"doubts": [_doubt("attendee", doubt, renumber) for doubt in was["doubts"]]}
            for key, was in asked.items()
            if key is not None
        }
    return told
