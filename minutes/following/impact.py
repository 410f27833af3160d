"""What a year of scrutiny brought about, in figures: recommended, accepted, delivered, late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from minutes.models import ANSWERED, OPEN, Action, Committee, Delivery, Resolution, ResponseState
from minutes.models.meeting import days_of
from minutes.permissions import public


@dataclass(frozen=True, slots=True)
class Impact:
    """Figures of a committee, or of all, in a municipal year. Each is named as it is said."""

    recommendations: list[tuple[str, int]]
    actions: list[tuple[str, int]]


def of_year(year: int, committee: Committee | None = None) -> Impact:
    """What was recommended and agreed at the meetings of the municipal year that begins in ``year``.

    Exempt records are left out: these figures are for the public.
    """
    first, last = days_of(year)
    when = {"meeting__date__gte": first, "meeting__date__lte": last}
    where = when | ({"meeting__committee": committee} if committee else {})
    made = public(Resolution.objects.recommendations().filter(**where))
    agreed = public(Action.objects.filter(**where))
    return Impact(_of_recommendations(made), _of_actions(agreed))


def _of_recommendations(made: Any) -> list[tuple[str, int]]:
    today = timezone.localdate()
    state = "response__state"
    awaited = Q(response=None) | Q(response__state=ResponseState.AWAITING)
    late = Q(response__answered_on__gt=F("response__due")) | (awaited & Q(response__due__lt=today))
    part = [ResponseState.ACCEPTED_IN_PART, ResponseState.ACCEPTED_IN_PRINCIPLE]
    counted = made.order_by().aggregate(
        made=Count("pk", distinct=True),
        answered=Count("pk", distinct=True, filter=Q(**{f"{state}__in": ANSWERED})),
        accepted=Count("pk", distinct=True, filter=Q(**{state: ResponseState.ACCEPTED})),
        part=Count("pk", distinct=True, filter=Q(**{f"{state}__in": part})),
        refused=Count("pk", distinct=True, filter=Q(**{state: ResponseState.NOT_ACCEPTED})),
        awaited=Count("pk", distinct=True, filter=awaited),
        late=Count("pk", distinct=True, filter=late),
        delivered=Count("pk", distinct=True, filter=Q(actions__status=Delivery.COMPLETE, actions__removed_at=None)),
    )
    names = (
        ("Recommended", "made"),
        ("Answered", "answered"),
        ("Accepted", "accepted"),
        ("Accepted in part or in principle", "part"),
        ("Not accepted", "refused"),
        ("Awaiting an answer", "awaited"),
        ("Answered late, or late now", "late"),
        ("Delivered", "delivered"),
    )
    return [(name, counted[key]) for name, key in names]


def _of_actions(agreed: Any) -> list[tuple[str, int]]:
    today = timezone.localdate()
    counted = agreed.order_by().aggregate(
        agreed=Count("pk"),
        complete=Count("pk", filter=Q(status=Delivery.COMPLETE)),
        other=Count("pk", filter=~Q(status__in=[*OPEN, Delivery.COMPLETE])),
        open=Count("pk", filter=Q(status__in=OPEN)),
        overdue=Count("pk", filter=Q(status__in=OPEN, due__lt=today)),
        undated=Count("pk", filter=Q(status__in=OPEN, due=None)),
    )
    names = (
        ("Agreed", "agreed"),
        ("Complete", "complete"),
        ("Closed otherwise", "other"),
        ("Outstanding", "open"),
        ("Overdue", "overdue"),
        ("Outstanding without a date", "undated"),
    )
    return [(name, counted[key]) for name, key in names]
