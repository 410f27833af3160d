"""The rows of the lists, as their pages ask for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from minutes.addresses import address_of
from minutes.models import User
from minutes.rows import browsed, followed, meetings
from minutes.rows.cells import joined

register = template.Library()


def _rows_of(
    row: Callable[..., SafeString], *names: str, by_today: bool = False
) -> Callable[[Iterable[Any]], SafeString]:
    """What writes the rows of a list by a function that is given a record, and the addresses of these names.

    And where a row says how it stands today, the day: to look at the clock for each takes long.
    """

    def rows(records: Iterable[Any]) -> SafeString:
        told = [address_of(name) for name in names] + ([timezone.localdate()] if by_today else [])
        return joined(row(record, *told) for record in records)

    return rows


register.simple_tag(_rows_of(browsed.item, "item", "meeting", "paper"), name="item_rows")
register.simple_tag(_rows_of(browsed.resolution, "resolution", "meeting", "paper"), name="resolution_rows")
register.simple_tag(_rows_of(browsed.person, "person"), name="person_rows")
register.simple_tag(_rows_of(browsed.member, "person"), name="member_rows")
register.simple_tag(_rows_of(followed.action, "action", "meeting", "paper", by_today=True), name="action_rows")
register.simple_tag(meetings.facts, name="meeting_facts")
register.simple_tag(
    _rows_of(followed.recommendation, "recommendation", "meeting", "paper", by_today=True), name="recommendation_rows"
)


@register.simple_tag
def interest_rows(records: Iterable[Any], user: User) -> SafeString:
    """With a way to change each, for who may."""
    addresses = [address_of(name) for name in ("person", "meeting", "paper")]
    edit = address_of("edit", "interest") if user.is_officer else None
    return joined(browsed.interest(record, *addresses, edit) for record in records)


@register.simple_tag
def committee_rows(records: Iterable[Any]) -> SafeString:
    page, actions = address_of("committee"), reverse("actions")
    return joined(browsed.committee(record, page, actions) for record in records)


@register.simple_tag
def meeting_rows(records: Iterable[Any], user: User) -> SafeString:
    """With how far each is checked, for officers."""
    page = address_of("meeting")
    return joined(meetings.meeting(record, user, page) for record in records)


@register.simple_tag
def reports_of(meeting: Any) -> SafeString:
    """The reports that went to a meeting."""
    return meetings.its_reports(meeting, address_of("meeting"))
