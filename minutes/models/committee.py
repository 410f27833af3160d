from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from minutes.models.from_rows import FromRows
from minutes.wording import key


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def named(self, name: str) -> CommitteeQuerySet:
        """Committees of this name, however it is spelt."""
        return self.filter(key=key(name))


class Committee(FromRows):
    """A body that meets. The council is empty where no paper named it.

    ``prefix`` begins the numbers of its recommendations ("CF" in "CF 25/26 03").
    """

    CORRECTABLE = ("council", "name", "short_name", "prefix")

    council = models.ForeignKey(
        "minutes.Council", on_delete=models.PROTECT, null=True, blank=True, related_name="committees"
    )
    name = models.CharField()
    short_name = models.CharField(blank=True, help_text="As people call it: Children and Families.")
    prefix = models.CharField(blank=True, max_length=12, help_text="Begins the numbers of its recommendations: CF.")
    key = models.CharField(editable=False)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "key"], name="committee_once_in_a_council"),
            models.UniqueConstraint(fields=["key"], condition=Q(council=None), name="committee_once_without_a_council"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.key = key(self.name)
        super().save(**kwargs)
