"""Numbers that stand on pages: how many actions are late, how much a meeting has. Always as one user may see them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from minutes.models import Action, ActionUpdate, AgendaItem, User
from minutes.models.action import ActionQuerySet
from minutes.models.meeting import MeetingQuerySet

SOON = 30  # days: what is due in this time is due soon


def figures(actions: ActionQuerySet) -> dict[str, int]:
    """How many of the actions are outstanding, overdue, due soon, later and without a date, reckoned from today."""
    today = timezone.localdate()
    return {
        "outstanding": actions.outstanding().count(),
        "overdue": actions.overdue(today).count(),
        "soon": actions.due_within(SOON, today).count(),
        "later": actions.due_after(SOON, today).count(),
        "undated": actions.without_date().count(),
    }


def with_counts(meetings: MeetingQuerySet, user: User) -> MeetingQuerySet:
    """Meetings with what their rows name, and ``item_count`` and ``action_count`` as the user may see them."""
    return meetings.select_related("committee", "council", "checker").annotate(
        item_count=number_of(AgendaItem.objects.visible_to(user), "meeting"),
        action_count=number_of(Action.objects.visible_to(user), "meeting"),
    )


def number_of(records: Any, key: str) -> Coalesce:
    """For annotating: how many of the records point with ``key`` to the row; 0 where none does."""
    own = records.filter(**{key: OuterRef("pk")}).order_by().values(key)
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)


def with_last_heard(actions: ActionQuerySet) -> ActionQuerySet:
    """Actions with ``heard_on`` and ``heard_text`` of their newest update; empty where nothing was heard."""
    newest = ActionUpdate.objects.filter(action=OuterRef("pk")).order_by("-on", "-pk")
    return actions.annotate(heard_on=Subquery(newest.values("on")[:1]), heard_text=Subquery(newest.values("text")[:1]))
