from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.models.append_only import AppendOnly, AppendOnlyQuerySet


class Act(models.TextChoices):
    CORRECTED = "corrected", "Corrected"
    CONFIRMED = "confirmed", "Confirmed"
    KEPT = "kept", "Kept, though a new reading does not find it"
    ADDED = "added", "Added"
    REMOVED = "removed", "Removed"
    RESTORED = "restored", "Restored"
    TAKEN_BACK = "taken_back", "Taken back"


class CorrectionQuerySet(AppendOnlyQuerySet):
    def about(self, record: models.Model) -> CorrectionQuerySet:
        """What was done to one record, newest first."""
        return self.filter(kind=record._meta.model_name, record_id=record.pk).order_by("-pk")

    def standing(self) -> CorrectionQuerySet:
        """Without what was taken back, and without the taking back."""
        return self.filter(taken_back=None).exclude(act=Act.TAKEN_BACK)


class Correction(AppendOnly):
    """What a person did to a record: the audit row of each correction and confirmation.

    ``kind`` is the model's name ("action"), ``record_id`` the record's primary key. ``was`` and ``now`` are plain
    values (see minutes.plain); ``was_shown`` and ``now_shown`` the same in words, as they read on that day.
    ``field`` is empty where the whole record is meant; ``now`` of an added record are the values it was given.
    ``answered`` are the doubts that an act settled.
    ``takes_back`` is the correction that this one undoes.
    """

    kind = models.CharField(max_length=40)
    record_id = models.PositiveBigIntegerField()
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="corrections_made"
    )
    act = models.CharField(max_length=12, choices=Act, default=Act.CORRECTED)
    field = models.CharField(max_length=40, blank=True)
    was = models.JSONField(null=True, blank=True)
    now = models.JSONField(null=True, blank=True)
    was_shown = models.TextField(blank=True)
    now_shown = models.TextField(blank=True)
    answered = models.JSONField(default=list, blank=True)
    why = models.TextField(blank=True)
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "record_id", "-id"], name="correction_of_a_record")]
        constraints = [
            models.CheckConstraint(condition=Q(act__in=Act.values), name="correction_act_known"),
            models.CheckConstraint(
                condition=~Q(act=Act.CORRECTED) | ~Q(field=""), name="correction_of_a_field_names_it"
            ),
            models.CheckConstraint(
                condition=Q(act=Act.TAKEN_BACK, takes_back__isnull=False)
                | (~Q(act=Act.TAKEN_BACK) & Q(takes_back__isnull=True)),
                name="correction_taken_back_names_which",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.field or self.kind} by {self.by}"

    @property
    def record(self) -> Any:
        """The record as it is now, removed or not; None where it is gone."""
        return apps.get_model("minutes", self.kind)._base_manager.filter(pk=self.record_id).first()
