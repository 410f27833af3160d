from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet


class AgendaItemQuerySet(ExtractedQuerySet):
    EXEMPT = ("", "meeting__")


class AgendaItem(Extracted):
    """An item of business, with the number as printed (empty in papers without numbers) and what stands under it.

    ``text`` has a blank line between paragraphs.
    """

    WORDS = "title"
    READ = ("number", "title", "text")
    CORRECTABLE = ("exempt",)

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="items")
    order = models.PositiveIntegerField(default=0)
    number = models.CharField(blank=True)
    title = models.CharField()
    text = models.TextField(blank=True)
    exempt = models.BooleanField(default=False, help_text="Only officers and administrators may see it.")

    objects = CurrentManager.from_queryset(AgendaItemQuerySet)()
    everything = AgendaItemQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        indexes = [
            *Extracted.Meta.indexes,
            # What asks whether a record's item is exempt, or any item of a paper's meeting, looks among these few.
            models.Index(fields=["id"], condition=Q(exempt=True), name="item_exempt"),
            models.Index(fields=["meeting"], condition=Q(exempt=True), name="item_exempt_by_meeting"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()
