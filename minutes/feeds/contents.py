"""What a private address shows: rows that its owner may see, of the committee or the person that it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from minutes.figures import with_counts
from minutes.models import (
    MEMBERS,
    OPEN,
    Action,
    ActionUpdate,
    Attendee,
    FeedAddress,
    Kind,
    Meeting,
    Resolution,
    Response,
)

BACK = dt.timedelta(days=366)  # what is longer past is in no calendar
NEWEST = 50  # entries of a feed of news


def actions(address: FeedAddress) -> QuerySet[Any]:
    """Actions with a date: those that are open, and as tasks those that were closed in the past year."""
    rows = Action.objects.visible_to(address.user).exclude(due=None)
    rows = rows.filter(Q(status__in=OPEN) | Q(due__gte=timezone.localdate() - BACK))
    if address.is_personal:
        rows = rows.filter(owner_person=address.person_now) if address.person_now else rows.none()
    elif address.committee_id:
        rows = rows.filter(meeting__committee=address.committee_id)
    heard = ActionUpdate.objects.filter(action=OuterRef("pk")).order_by("-at").values("at")[:1]
    related = ("meeting__committee", "meeting__council", "owner_person", "document")
    return rows.select_related(*related).annotate(heard_at=Subquery(heard)).order_by("due", "pk")


def answers(address: FeedAddress) -> QuerySet[Response]:
    """Answers to recommendations that are awaited until a known day; a person's own calendar has none."""
    rows = Response.objects.visible_to(address.user).of_recommendations().awaited().exclude(due=None)
    if address.is_personal:
        rows = rows.none()
    elif address.committee_id:
        rows = rows.filter(resolution__meeting__committee=address.committee_id)
    related = ("resolution__meeting__committee", "resolution__meeting__council", "resolution__document")
    return rows.select_related(*related).order_by("due", "pk")


def meetings(address: FeedAddress) -> QuerySet[Any]:
    """Meetings of the past year and those to come, as minutes and notes have them; reports belong to theirs."""
    rows = _of(address, _seen(address)).filter(date__gte=timezone.localdate() - BACK).in_lists(address.user)
    return rows.select_related("committee", "council", "document").order_by("date", "pk")


def announced(address: FeedAddress) -> list[Meeting]:
    """Meetings whose minutes name the next one, where that is to come and nothing was read of it; one a day."""
    held = Meeting.objects.filter(committee=OuterRef("committee"), date=OuterRef("next_date"))
    coming = _seen(address).filter(~Exists(held), next_date__gte=timezone.localdate()).exclude(committee=None)
    if address.is_personal:
        coming = coming.filter(committee__in=_committees_of(address))
    elif address.committee_id:
        coming = coming.filter(committee=address.committee_id)
    rows = coming.select_related("committee", "council", "document").order_by("next_date", "date", "pk")
    return list({(row.committee_id, row.next_date): row for row in rows}.values())


def newest_meetings(address: FeedAddress) -> QuerySet[Any]:
    """The papers that came in last, with their counts."""
    rows = with_counts(_of(address, _seen(address)), address.user)
    return rows.select_related("committee", "council", "document").order_by("-pk")[:NEWEST]


def newest_decisions(address: FeedAddress) -> QuerySet[Any]:
    """What was decided, the last that came in first."""
    rows = Resolution.objects.visible_to(address.user).filter(meeting__kind=Kind.MINUTES)
    if address.is_personal:
        rows = rows.filter(meeting__in=_of(address, _seen(address)).order_by().values("pk"))
    elif address.committee_id:
        rows = rows.filter(meeting__committee=address.committee_id)
    return rows.select_related("meeting__committee", "meeting__council", "item", "document").order_by("-pk")[:NEWEST]


def _seen(address: FeedAddress) -> Any:
    return Meeting.objects.visible_to(address.user)


def _of(address: FeedAddress, rows: Any) -> Any:
    """Meetings of the committee; of a person those at which the papers name them, whether there or not."""
    if address.is_personal:
        named = Attendee.objects.visible_to(address.user).filter(person=address.person_now, meeting=OuterRef("pk"))
        return rows.filter(Exists(named)) if address.person_now else rows.none()
    return rows.filter(committee=address.committee_id) if address.committee_id else rows


def _committees_of(address: FeedAddress) -> QuerySet[Any]:
    """Committees of which the person was one in the past year."""
    sat = Attendee.objects.visible_to(address.user).filter(person=address.person_now or 0, role__in=MEMBERS)
    return sat.filter(meeting__date__gte=timezone.localdate() - BACK).order_by().values("meeting__committee")
