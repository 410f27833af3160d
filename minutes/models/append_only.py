"""Rows that are written once: what was said and done stays as it was said and done."""

from __future__ import annotations

from typing import Any

from django.db import models


class WrittenOnce(TypeError):
    """Somebody tried to change or delete a row that is only ever appended."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> int:
        raise WrittenOnce(f"{self.model.__name__} rows are not changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(f"{self.model.__name__} rows are not deleted")


class AppendOnly(models.Model):
    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenOnce(f"{type(self).__name__} rows are not changed")
        super().save(**kwargs)

    def delete(self, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(f"{type(self).__name__} rows are not deleted")
