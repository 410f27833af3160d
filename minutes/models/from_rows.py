from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState


class FromRows(models.Model):
    """What is soon made from a row of which few fields were asked for, as lists do.

    Django goes through all fields that a model has, forty of a meeting, to find those that were not asked for, and
    tells whoever listens of each record that it begins and ends. Nobody here does, and of a list's thirty rows, each
    of which leads to five other records, that took longer than the database.
    """

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Sequence[Any]) -> Self:
        if len(values) == len(cls._meta.concrete_fields):
            return super().from_db(db, field_names, values)
        new = cls.__new__(cls)
        new.__dict__.update(zip(field_names, values, strict=True))
        new._state = ModelState()
        new._state.adding, new._state.db = False, db
        return new
