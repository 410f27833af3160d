"""The threads of items, and which items may belong to one. Always as one user may see them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from minutes.models import AgendaItem, Committee, Kind, User
from minutes.models.item_thread import ItemThread, ThreadItem
from minutes.threads.likeness import alike, groups, subject

MOST = 20  # proposals for one item


@dataclass(frozen=True, slots=True)
class Followed:
    """A thread with its items, the oldest first."""

    thread: ItemThread
    items: list[AgendaItem]


def thread_of(item: AgendaItem) -> ItemThread | None:
    """The thread that an officer put an item into."""
    link = ThreadItem.objects.confirmed().filter(item=item).select_related("thread").first()
    return link.thread if link else None


def items_of(thread: ItemThread, user: User) -> list[AgendaItem]:
    """The items of a thread that the user may see, the oldest first, each with ``link``: who joined it and when."""
    links = ThreadItem.objects.confirmed().visible_to(user).filter(thread=thread).oldest_first()
    found = []
    for link in links.select_related("by", "item__meeting__committee", "item__document"):
        link.item.link = link
        found.append(link.item)
    return found


def proposed_for(item: AgendaItem, user: User) -> list[AgendaItem]:
    """Items of the same committee that may be the same matter: alike, at another meeting, and not refused.

    The newest first. An item is alike when it is like this one or like one that is joined with it.
    """
    if item.meeting.committee_id is None:
        return []
    committee, thread = item.meeting.committee, thread_of(item)
    joined = items_of(thread, user) if thread else [item]
    known = {one.pk for one in joined} | {item.pk}
    sought = {subject(one.title, committee.name) for one in [item, *joined]} - {frozenset()}
    if not sought:
        return []
    apart = set(thread.links.values_list("item", flat=True)) if thread else set()
    rows = _comparable(committee, user).exclude(meeting=item.meeting_id).values_list("pk", "title")
    found = [
        pk
        for pk, title in rows
        if pk not in known | apart and any(alike(subject(title, committee.name), words) for words in sought)
    ]
    newest = AgendaItem.objects.filter(pk__in=found).select_related("meeting__committee", "document")
    return list(newest.order_by("-meeting__date", "-meeting_id", "order")[:MOST])


def followed_in(committee: Committee, user: User) -> list[Followed]:
    """The threads of a committee that have two items and more, the one that was on an agenda last first."""
    links = ThreadItem.objects.confirmed().visible_to(user).filter(thread__committee=committee).oldest_first()
    by_thread: dict[ItemThread, list[AgendaItem]] = defaultdict(list)
    for link in links.select_related("thread", "item__meeting"):
        by_thread[link.thread].append(link.item)
    found = [Followed(thread, items) for thread, items in by_thread.items() if len(items) > 1]
    return sorted(found, key=lambda one: str(one.items[-1].meeting.date or ""), reverse=True)


def proposed_in(committee: Committee, user: User) -> list[list[AgendaItem]]:
    """Groups of a committee's items that may be one matter each, and are in no thread yet; the newest first."""
    settled = ThreadItem.objects.filter(thread__committee=committee).values_list("item", flat=True)
    rows = _comparable(committee, user).exclude(pk__in=settled)
    titles = dict(rows.values_list("pk", "title"))
    grouped = groups({pk: subject(title, committee.name) for pk, title in titles.items()})
    wanted = [pk for group in grouped for pk in group]
    items = AgendaItem.objects.select_related("meeting").in_bulk(wanted)
    found = [sorted((items[pk] for pk in group), key=_day) for group in grouped]
    several = [group for group in found if len({item.meeting_id for item in group}) > 1]
    return sorted(several, key=lambda group: _day(group[-1]), reverse=True)


def _comparable(committee: Committee, user: User) -> Any:
    """Items that can be of a thread: those of a committee's meetings, and not the sections of a report."""
    visible = AgendaItem.objects.visible_to(user).filter(meeting__committee=committee, meeting__removed_at=None)
    return visible.exclude(meeting__kind=Kind.PORTFOLIO_REPORT).order_by()


def _day(item: AgendaItem) -> tuple[str, int]:
    return str(item.meeting.date or ""), item.pk
