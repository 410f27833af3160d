from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet


class InterestKind(models.TextChoices):
    PECUNIARY = "pecuniary", "Pecuniary"
    NON_PECUNIARY = "non_pecuniary", "Non-pecuniary"
    UNSPECIFIED = "unspecified", "Not said"
    PARTY_WHIP = "party_whip", "Party whip"


class InterestQuerySet(ExtractedQuerySet):
    EXEMPT = ("meeting__", "item__")


class Interest(Extracted):
    """A declaration: who, of what kind, about which item.

    ``kind`` is as classed, ``kind_printed`` as printed. ``item`` is the item that it concerns, ``declared_under``
    the one that it is printed under. ``left_the_room`` is empty where the paper does not say.
    """

    WORDS = "name"
    READ = (
        "name", "attendee", "person", "kind", "kind_printed", "item", "declared_under", "description", "left_the_room",
    )  # fmt: skip
    WITHIN = ("attendee", "item", "declared_under")

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="interests")
    item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="interests"
    )
    declared_under = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="declarations"
    )
    attendee = models.ForeignKey(
        "minutes.Attendee", on_delete=models.SET_NULL, null=True, blank=True, related_name="interests"
    )
    person = models.ForeignKey(
        "minutes.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="interests"
    )
    order = models.PositiveIntegerField(default=0)
    name = models.CharField()
    kind = models.CharField(max_length=20, choices=InterestKind, default=InterestKind.UNSPECIFIED)
    kind_printed = models.CharField(blank=True)
    description = models.TextField(blank=True)
    left_the_room = models.BooleanField(null=True, blank=True)

    objects = CurrentManager.from_queryset(InterestQuerySet)()
    everything = InterestQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        indexes = [*Extracted.Meta.indexes, models.Index(fields=["kind"], name="interest_by_kind")]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=InterestKind.values), name="interest_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="interest_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.description or self.get_kind_display()}"
