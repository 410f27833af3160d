"""Committees with their figures, for lists; always as one user may see them."""

from __future__ import annotations

from typing import Any

from django.db.models import DateField, OuterRef, QuerySet, Subquery

from minutes.figures import number_of
from minutes.models import Committee, Meeting, User


def with_figures(committees: QuerySet[Committee], user: User) -> QuerySet[Committee]:
    """Committees with ``meeting_count``, and ``first_met`` and ``last_met``, which are dates."""
    meetings = Meeting.objects.visible_to(user).in_lists(user)
    return committees.select_related("council").annotate(
        meeting_count=number_of(meetings, "committee"),
        first_met=_day(meetings, "date"),
        last_met=_day(meetings, "-date"),
    )


def _day(meetings: Any, order: str) -> Subquery:
    own = meetings.filter(committee=OuterRef("pk")).exclude(date=None)
    return Subquery(own.order_by(order).values("date")[:1], output_field=DateField())
