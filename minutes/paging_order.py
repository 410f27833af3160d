"""The order of a list, and the places in it: what stands before and after a row.

What comes after a place is asked for in steps, each an equality on the first fields and a range on the next one,
which an index answers; one comparison of all of them in an OR makes a database read the whole table. Rows without a
value are a step of their own. (django-cursor-pagination compares in one OR, and knows nulls on PostgreSQL alone.)
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.db.models.expressions import OrderBy

LONGEST = 4000  # characters of a place in an address

# A row's values of the order's keys. The last is its primary key, so that no two rows have the same place.
Place = tuple[Any, ...]
Step = tuple[int, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Key:
    """One field of an order: its path from the model, which way it runs, and where rows without a value stand.

    ``kind`` is the field at the path's end.
    """

    path: str
    kind: models.Field[Any, Any]
    descending: bool = False
    nullable: bool = False
    nulls_first: bool = False

    @property
    def reverse(self) -> Key:
        return Key(self.path, self.kind, not self.descending, self.nullable, not self.nulls_first)

    @property
    def alone(self) -> str:
        """For ordering rows that all have a value: as an index has it."""
        return f"-{self.path}" if self.descending else self.path

    @property
    def among_others(self) -> Any:
        """For ordering rows some of which have none."""
        if not self.nullable:
            return self.alone
        nulls = {"nulls_first": True} if self.nulls_first else {"nulls_last": True}
        return OrderBy(F(self.path), descending=self.descending, **nulls)

    def alike(self, value: Any) -> dict[str, Any]:
        return {f"{self.path}__isnull": True} if value is None else {self.path: value}

    def beyond(self, value: Any) -> list[dict[str, Any]]:
        """The conditions for rows further on than one with this value, in their order."""
        further = {f"{self.path}__{'lt' if self.descending else 'gt'}": value}
        valueless = {f"{self.path}__isnull": not self.nulls_first}
        passes_to_other_half = self.nullable and self.nulls_first == (value is None)
        return [*([] if value is None else [further]), *([valueless] if passes_to_other_half else [])]

    def halves(self) -> list[dict[str, Any]]:
        """The conditions for all rows in their order: those with a value and those without, where some can be."""
        if not self.nullable:
            return [{}]
        return [{f"{self.path}__isnull": are} for are in (self.nulls_first, not self.nulls_first)]


@dataclass(frozen=True, slots=True)
class Order:
    keys: tuple[Key, ...]
    is_annotated: bool = False  # a key is no field of the model's, and so is known to the queryset alone

    @classmethod
    def of(cls, rows: models.QuerySet[Any]) -> Order:
        """The order of a queryset, with its primary key at the end. Raises TypeError where it is not by fields."""
        keys = [_key(rows, entry) for entry in rows.query.order_by or rows.model._meta.ordering]
        if not keys or keys[-1].path != "pk":
            keys.append(Key("pk", rows.model._meta.pk, descending=bool(keys) and keys[-1].descending))
        return cls(tuple(keys), any(key.path.partition("__")[0] in rows.query.annotations for key in keys))

    def after(self, rows: models.QuerySet[Any], place: Place | None, most: int) -> list[Place]:
        """The places of the rows that follow on a place, or of the first rows, in order."""
        found: list[Place] = []
        for depth, condition in self._steps(place):
            if len(found) >= most:
                break
            part = rows.filter(**condition).order_by(*self._within(depth, condition))
            found.extend(part.values_list(*(key.path for key in self.keys))[: most - len(found)])
        return found

    def before(self, rows: models.QuerySet[Any], place: Place, most: int) -> list[Place]:
        """The places of the rows before it, in order; where there are more, of those that are nearest."""
        return self.backwards.after(rows, place, most)[::-1]

    @property
    def backwards(self) -> Order:
        return Order(tuple(key.reverse for key in self.keys), self.is_annotated)

    def _steps(self, place: Place | None) -> Iterator[Step]:
        """The parts of the list after a place, in order: in how many keys each is alike, and its condition."""
        if place is None:
            yield from ((0, condition) for condition in self.keys[0].halves())
            return
        for depth in reversed(range(len(self.keys))):
            alike: dict[str, Any] = {}
            for key, value in zip(self.keys[:depth], place, strict=False):
                alike |= key.alike(value)
            yield from ((depth, alike | further) for further in self.keys[depth].beyond(place[depth]))

    def _within(self, depth: int, condition: dict[str, Any]) -> list[Any]:
        """How the rows of a part are ordered: keys in which they are alike need no ordering."""
        first, rest = self.keys[depth], [key.among_others for key in self.keys[depth + 1 :]]
        return rest if condition.get(f"{first.path}__isnull") else [first.alone, *rest]

    # --- in an address ---------------------------------------------------------------------------------------------

    @property
    def mark(self) -> int:
        """Tells this order's places from another's."""
        return crc32(repr([key.alone for key in self.keys]).encode())

    def written(self, place: Place) -> str:
        told = json.dumps([self.mark, *place], default=str, separators=(",", ":"))
        return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")

    def read(self, written: str) -> Place | None:
        """A place as ``written`` says it; None where that is none of this order's."""
        try:
            told = json.loads(base64.urlsafe_b64decode(written[:LONGEST] + "=" * (-len(written) % 4)))
            if not isinstance(told, list) or len(told) != len(self.keys) + 1 or told[0] != self.mark:
                return None
            return tuple(_value(key, value) for key, value in zip(self.keys, told[1:], strict=True))
        except (ValueError, TypeError, OverflowError, ValidationError, RecursionError):
            return None


def _value(key: Key, told: Any) -> Any:
    """A value as the database has it. Raises ValueError or ValidationError for one that no row can have."""
    if told is None and key.nullable:
        return None
    if isinstance(told, bool) or not isinstance(told, str | int) or "\0" in str(told):
        raise ValueError("no value of a key")
    str(told).encode()  # half of a surrogate pair is no character
    return key.kind.to_python(told)


def _key(rows: models.QuerySet[Any], entry: Any) -> Key:
    """An entry of ``order_by``: a name with or without a minus, or an F with asc() or desc()."""
    if isinstance(entry, OrderBy) and isinstance(entry.expression, F):
        return _named(rows, entry.expression.name, entry.descending, bool(entry.nulls_first))
    if not isinstance(entry, str):
        raise TypeError(f"A list that has pages is ordered by fields, and not by {entry!r}: annotate it.")
    return _named(rows, entry.removeprefix("-"), entry.startswith("-"))


def _named(rows: models.QuerySet[Any], path: str, descending: bool, nulls_first: bool = False) -> Key:
    if path == "pk":
        return Key("pk", rows.model._meta.pk, descending)
    if path in rows.query.annotations:
        return Key(path, rows.query.annotations[path].output_field, descending, True, nulls_first)
    model, nullable = rows.model, False
    for name in path.split("__"):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        nullable = nullable or field.null
        model = field.related_model
    if field.is_relation and name != field.attname:
        raise TypeError(f"A list by {path} is in the order of that model: say {path}_id.")
    return Key(path, field.target_field if field.is_relation else field, descending, nullable, nulls_first)
