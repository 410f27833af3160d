from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from minutes.models.append_only import AppendOnly, AppendOnlyQuerySet
from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet, Sourced
from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class Delivery(models.TextChoices):
    OUTSTANDING = "outstanding", "Outstanding"
    IN_PROGRESS = "in_progress", "In progress"
    PAUSED = "paused", "Paused"
    COMPLETE = "complete", "Complete"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CLOSED_UNDELIVERED = "closed_undelivered", "Closed, not delivered"


OPEN = (Delivery.OUTSTANDING, Delivery.IN_PROGRESS, Delivery.PAUSED)


class ActionQuerySet(ExtractedQuerySet):
    EXEMPT = ("meeting__", "item__")

    def outstanding(self) -> ActionQuerySet:
        """What is still to be done, begun, paused or neither."""
        return self.filter(status__in=OPEN)

    def closed(self) -> ActionQuerySet:
        return self.exclude(status__in=OPEN)

    def overdue(self, today: dt.date | None = None) -> ActionQuerySet:
        """Outstanding, and due before today."""
        return self.outstanding().filter(due__lt=today or timezone.localdate())

    def due_within(self, days: int, today: dt.date | None = None) -> ActionQuerySet:
        """Outstanding, and due today or in the next ``days`` days."""
        start = today or timezone.localdate()
        return self.outstanding().filter(due__gte=start, due__lte=start + dt.timedelta(days=days))

    def due_after(self, days: int, today: dt.date | None = None) -> ActionQuerySet:
        """Outstanding, and due later than in ``days`` days."""
        start = today or timezone.localdate()
        return self.outstanding().filter(due__gt=start + dt.timedelta(days=days))

    def without_date(self) -> ActionQuerySet:
        """Outstanding, and no paper says until when."""
        return self.outstanding().filter(due=None)

    def owned_by(self, user: User) -> ActionQuerySet:
        """The actions of the person that an account belongs to; none where it belongs to nobody."""
        return self.filter(owner_person=user.person_id) if user.person_id else self.none()

    def soonest_first(self) -> ActionQuerySet:
        """By due date, those without one last."""
        return self.order_by(F("due").asc(nulls_last=True), "pk")


class Action(Extracted):
    """What somebody is to do after a meeting.

    ``owner`` is a name, a post or a body as the reader understood it, ``owner_printed`` as it stands in the
    paper, ``owner_person`` the person where it is one we know. ``due`` is the last day, ``due_printed`` the words
    that it was worked out from. ``status`` is that of the newest update; whether an action is overdue is asked
    of today's date and never stored.
    """

    WORDS = "text"
    READ = ("item", "resolution", "text", "owner", "owner_printed", "owner_person", "due", "due_printed")
    WITHIN = ("item", "resolution")

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="actions")
    item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    resolution = models.ForeignKey(
        "minutes.Resolution", on_delete=models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    order = models.PositiveIntegerField(default=0)
    text = models.TextField()
    owner = models.CharField(blank=True)
    owner_printed = models.CharField(blank=True)
    owner_person = models.ForeignKey(
        "minutes.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="actions"
    )
    due = models.DateField(null=True, blank=True)
    due_printed = models.CharField(blank=True)
    status = models.CharField(max_length=20, choices=Delivery, default=Delivery.OUTSTANDING, editable=False)

    objects = CurrentManager.from_queryset(ActionQuerySet)()
    everything = ActionQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        indexes = [
            *Extracted.Meta.indexes,
            # With removed_at and what can be exempt, what counts them reads the index and none of their long rows.
            models.Index(fields=["status", "due", "removed_at", "meeting", "item"], name="action_by_status_and_due"),
            models.Index(fields=["due", "id"], name="action_by_due"),
            models.Index(fields=["owner_person", "status", "removed_at"], name="action_by_owner"),
        ]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=Q(status__in=Delivery.values), name="action_status_known"),
            models.CheckConstraint(condition=~Q(text=""), name="action_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def owner_name(self) -> str:
        """Who owns it: the person where it is one we know, else as it was read; empty where nobody is named."""
        return self.owner_person.name if self.owner_person else self.owner

    @property
    def is_outstanding(self) -> bool:
        return self.status in OPEN

    def days_overdue(self, today: dt.date | None = None) -> int:
        """Days since it was due, 0 where it is not overdue."""
        if not self.is_outstanding or self.due is None:
            return 0
        return max(0, ((today or timezone.localdate()) - self.due).days)


class ActionUpdateQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user: User) -> ActionUpdateQuerySet:
        """Without those of exempt actions, or heard at exempt meetings, where the user may not see them."""
        return self.filter(visible(user, "action__meeting__", "action__item__", "meeting__"))


class ActionUpdate(AppendOnly, Sourced):
    """What was said or done about an action, by whom and when; its source is the evidence, if there is a paper.

    ``status`` is what the action became, empty for mere words; ``meeting`` the one that heard or closed it.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="updates")
    on = models.DateField(default=timezone.localdate)
    text = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=Delivery, blank=True)
    was = models.CharField(max_length=20, choices=Delivery, blank=True, editable=False)
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="action_updates"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ActionUpdateQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["action", "-on"], name="action_update_newest")]
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=Q(status__in=["", *Delivery.values]), name="action_update_status_known"),
            models.CheckConstraint(
                condition=~Q(text="", status=""),
                name="action_update_says_something",
                violation_error_message="Say what happened, or choose what became of the action.",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.get_status_display()
