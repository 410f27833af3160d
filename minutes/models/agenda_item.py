from __future__ import annotations

from django.db import models

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

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()
