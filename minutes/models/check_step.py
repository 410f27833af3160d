from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.models.append_only import AppendOnly, AppendOnlyQuerySet


class Step(models.TextChoices):
    TAKEN_ON = "taken_on", "Taken on"
    LEFT = "left", "Left"
    FINISHED = "finished", "Finished"
    OPENED = "opened", "Opened again"


class CheckStep(AppendOnly):
    """What somebody did with the checking of a meeting, and when. Only minutes.checking.meeting_state writes it."""

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="check_steps")
    act = models.CharField(max_length=10, choices=Step)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(act__in=Step.values), name="check_step_known")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} by {self.by}"
