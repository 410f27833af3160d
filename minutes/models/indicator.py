from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet


class IndicatorQuerySet(ExtractedQuerySet):
    EXEMPT = ("meeting__", "item__")


class Indicator(Extracted):
    """A row of a performance table.

    ``values`` are objects with ``period`` and ``value``, both as printed, in the order of the table's columns; a
    period is empty where its column has no heading.
    """

    WORDS = "name"
    READ = ("item", "name", "target", "values", "commentary")
    WITHIN = ("item",)

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="indicators")
    item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="indicators"
    )
    order = models.PositiveIntegerField(default=0)
    name = models.CharField()
    target = models.CharField(blank=True)
    values = models.JSONField(default=list, blank=True)
    commentary = models.TextField(blank=True)

    objects = CurrentManager.from_queryset(IndicatorQuerySet)()
    everything = IndicatorQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="indicator_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
