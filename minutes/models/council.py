from __future__ import annotations

from django.db import models

from minutes.models.from_rows import FromRows
from minutes.wording import key


class Council(FromRows):
    """An authority whose papers are kept. ``key`` is the name as it is compared: case, accents and stops aside."""

    CORRECTABLE = ("name",)

    name = models.CharField()
    key = models.CharField(editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["key"], name="council_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: object) -> None:
        self.key = key(self.name)
        super().save(**kwargs)
