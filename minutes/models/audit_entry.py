from __future__ import annotations

from django.db import models
from django.utils import timezone

from minutes.models.append_only import AppendOnly, AppendOnlyQuerySet


class Event(models.TextChoices):
    SIGNED_IN = "signed_in", "Signed in"
    NOT_SIGNED_IN = "not_signed_in", "Was not let in"
    SIGNED_OUT = "signed_out", "Signed out"
    PASSWORD = "password", "Changed a password"
    SECOND_STEP = "second_step", "Changed a second step"
    REFUSED = "refused", "Was refused"
    DOWNLOADED = "downloaded", "Downloaded"
    ADDRESSES = "addresses", "Changed a token or a private address"
    ADMINISTERED = "administered", "Changed in the administration"
    ROLE = "role", "Changed a role"
    DELETED = "deleted", "Deleted"


class AuditEntry(AppendOnly):
    """What somebody did that bears on who sees and changes what, written once (ASVS 5.0, 16.2 and 16.3).

    The database itself refuses to change or delete a row: see the migration. So the account is named by its number
    and its name as they were, not by a reference that would have to change with it. ``address`` is the path asked
    for, without what was typed into forms; ``remote`` where the request came from.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    event = models.CharField(max_length=20, choices=Event)
    username = models.CharField(blank=True)
    user_number = models.BigIntegerField(null=True, blank=True)
    address = models.CharField(blank=True)
    detail = models.TextField(blank=True)
    remote = models.CharField(max_length=45, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["event", "-at"], name="audit_by_event"),
            models.Index(fields=["username", "-at"], name="audit_by_name"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(event__in=Event.values), name="audit_event_known"),
        ]

    def __str__(self) -> str:
        return f"{self.username or 'Somebody'}: {self.get_event_display().lower()}"
