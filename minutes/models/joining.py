from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Joining(models.Model):
    """Two people found to be one (merged), or one found to be two (split), so that it can be undone.

    ``apart`` says that two people are two indeed, so that nobody proposes to join them again.

    ``moved`` has, by kind of record, the primary keys that went from ``origin`` to ``target``.
    """

    class Act(models.TextChoices):
        MERGED = "merged", "Merged"
        SPLIT = "split", "Split"
        APART = "apart", "Said to be two people"

    act = models.CharField(max_length=10, choices=Act)
    origin = models.ForeignKey("minutes.Person", on_delete=models.PROTECT, related_name="joinings_from")
    target = models.ForeignKey("minutes.Person", on_delete=models.PROTECT, related_name="joinings_to")
    moved = models.JSONField(default=dict)
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(origin=F("target")), name="joining_of_two_people"),
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None) | (~Q(undone_by=None) & ~Q(undone_at=None)),
                name="joining_undone_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.origin}, {self.target}"
