from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.models.append_only import AppendOnly, AppendOnlyQuerySet


class Rating(models.TextChoices):
    """What a committee thinks of how something was followed up."""

    GREEN = "green", "Green: achieved"
    AMBER = "amber", "Amber: acceptable so far"
    RED = "red", "Red: not acceptable"


class Judgement(AppendOnly):
    """A committee's own judgement of a recommendation or an action, at a meeting: said, dated, never edited.

    It stands apart from what the executive answered and from what was delivered.
    """

    resolution = models.ForeignKey(
        "minutes.Resolution", on_delete=models.CASCADE, null=True, blank=True, related_name="judgements"
    )
    action = models.ForeignKey(
        "minutes.Action", on_delete=models.CASCADE, null=True, blank=True, related_name="judgements"
    )
    rating = models.CharField(max_length=5, choices=Rating)
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="judgements"
    )
    on = models.DateField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(rating__in=Rating.values), name="judgement_rating_known"),
            models.CheckConstraint(
                condition=Q(action=None, resolution__isnull=False) | Q(resolution=None, action__isnull=False),
                name="judgement_of_one_record",
            ),
        ]

    def __str__(self) -> str:
        return self.get_rating_display()
