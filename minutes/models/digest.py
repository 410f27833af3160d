from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Often(models.TextChoices):
    NEVER = "never", "Never"
    DAILY = "daily", "Every working day"
    WEEKLY = "weekly", "Every Monday"


class DigestChoice(models.Model):
    """How often somebody is told by e-mail what is due, overdue and answered. Nobody is told who did not choose it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_choice")
    often = models.CharField(max_length=10, choices=Often, default=Often.NEVER)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(often__in=Often.values), name="digest_choice_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_often_display()}"


class DigestState(models.TextChoices):
    """How far a message is. ``sending`` is written before the mail server is spoken to, and ``sent`` after."""

    CLAIMED = "claimed", "Being written"
    SENDING = "sending", "Given to the mail server"
    SENT = "sent", "Sent"
    NOTHING = "nothing", "There was nothing to say"


class Digest(models.Model):
    """The one message of a person and a day: the row is the truth of whether it was sent.

    ``day`` is the one that begins its period; there is one row for a person and a day, whoever makes it first.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()
    often = models.CharField(max_length=10, choices=Often)
    state = models.CharField(max_length=10, choices=DigestState, default=DigestState.CLAIMED)
    attempts = models.PositiveSmallIntegerField(default=1)
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["state", "claimed_at"], name="digest_to_take_over")]
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="digest_once_a_day"),
            models.CheckConstraint(condition=Q(state__in=DigestState.values), name="digest_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.day}: {self.get_state_display()}"
