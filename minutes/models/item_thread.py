from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class Belonging(models.TextChoices):
    """What an officer said of an item and a thread. What nobody said anything of is a proposal, worked out anew."""

    CONFIRMED = "confirmed", "Confirmed"
    REFUSED = "refused", "Said to be another matter"


class ItemThread(models.Model):
    """One matter that a committee came back to: agenda items of several meetings that an officer joined.

    Made by minutes.threads.decisions alone. Reading a paper again changes items and never takes one away, so what
    was joined stays joined.
    """

    committee = models.ForeignKey("minutes.Committee", on_delete=models.PROTECT, related_name="threads")
    title = models.CharField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="thread_has_a_title")]

    def __str__(self) -> str:
        return self.title


class ThreadItemQuerySet(models.QuerySet["ThreadItem"]):
    def confirmed(self) -> ThreadItemQuerySet:
        return self.filter(state=Belonging.CONFIRMED, item__removed_at=None)

    def visible_to(self, user: User) -> ThreadItemQuerySet:
        """Without exempt items where the user may not see them."""
        return self.filter(visible(user, "item__", "item__meeting__"))

    def oldest_first(self) -> ThreadItemQuerySet:
        return self.order_by("item__meeting__date", "item__meeting_id", "item__order")


class ThreadItem(models.Model):
    """An item and a thread, and what an officer said of the two."""

    thread = models.ForeignKey(ItemThread, on_delete=models.CASCADE, related_name="links")
    item = models.ForeignKey("minutes.AgendaItem", on_delete=models.CASCADE, related_name="thread_links")
    state = models.CharField(max_length=10, choices=Belonging)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    objects: Any = ThreadItemQuerySet.as_manager()

    class Meta:
        ordering = ["thread", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "item"], name="thread_item_once"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state=Belonging.CONFIRMED), name="thread_item_in_one_thread"
            ),
            models.CheckConstraint(condition=Q(state__in=Belonging.values), name="thread_item_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_state_display()}"
