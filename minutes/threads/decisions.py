"""What an officer says of items that may be one matter: it is, it is not, and neither after all."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from minutes.models import AgendaItem, User
from minutes.models.item_thread import Belonging, ItemThread, ThreadItem
from minutes.threads.proposals import thread_of


@transaction.atomic
def join(item: AgendaItem, other: AgendaItem, by: User) -> ItemThread:
    """Say that two items are one matter; the threads that they are in become one. Gives the thread.

    Raises ValidationError where they are not of one committee.
    """
    thread = _thread_for(item, other, by)
    theirs = thread_of(other)
    if theirs is not None and theirs != thread:
        _move(theirs, thread)
    _say(thread, other, Belonging.CONFIRMED, by)
    return thread


@transaction.atomic
def part(item: AgendaItem, other: AgendaItem, by: User) -> ItemThread:
    """Say that another item is not this one's matter: it is not proposed again. Gives the item's thread."""
    thread = _thread_for(item, other, by)
    _say(thread, other, Belonging.REFUSED, by)
    return thread


@transaction.atomic
def take_back(thread: ItemThread, item: AgendaItem) -> None:
    """Forget what was said of an item and a thread. A thread that joins nothing and refuses nothing goes away."""
    ThreadItem.objects.filter(thread=thread, item=item).delete()
    left = list(thread.links.values_list("state", flat=True))
    if Belonging.CONFIRMED not in left or len(left) == 1:
        thread.delete()


def rename(thread: ItemThread, title: str) -> None:
    """Give a thread another title. Raises ValidationError for one that is empty."""
    if not title.strip():
        raise ValidationError("Enter a title for these items")
    thread.title = title.strip()
    thread.save(update_fields=["title"])


def _thread_for(item: AgendaItem, other: AgendaItem, by: User) -> ItemThread:
    """The thread that an item is in, or a new one that begins with it."""
    committee = item.meeting.committee
    if committee is None or committee.pk != other.meeting.committee_id or item.pk == other.pk:
        raise ValidationError("Only two items of one committee can be one matter.")
    thread = thread_of(item)
    if thread is None:
        thread = ItemThread.objects.create(committee=committee, title=item.title, made_by=by)
        _say(thread, item, Belonging.CONFIRMED, by)
    return thread


def _say(thread: ItemThread, item: AgendaItem, state: Belonging, by: User) -> None:
    ThreadItem.objects.update_or_create(thread=thread, item=item, defaults={"state": state, "by": by})


def _move(theirs: ItemThread, thread: ItemThread) -> None:
    """All that was said of one thread is said of the other, where that has nothing said of the item yet."""
    theirs.links.filter(item__in=thread.links.values("item")).delete()
    theirs.links.update(thread=thread)
    theirs.delete()
