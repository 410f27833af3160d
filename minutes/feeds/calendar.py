"""Due dates and meetings as an iCalendar (RFC 5545), which every calendar program can subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from icalendar import Calendar, Component, Event, Timezone, Todo

from minutes.feeds import contents
from minutes.feeds.wording import plainly
from minutes.models import Action, Delivery, FeedAddress, FeedKind, Meeting, Response
from minutes.plain import begun, words

LONDON = ZoneInfo("Europe/London")
LASTS = dt.timedelta(hours=2)  # a meeting whose end nobody wrote down
ASK_AGAIN = dt.timedelta(hours=4)
PRODUCT = "-//Scrutiny records//Due dates and meetings//EN"
STATUS = {
    Delivery.OUTSTANDING: "NEEDS-ACTION",
    Delivery.IN_PROGRESS: "IN-PROCESS",
    Delivery.PAUSED: "NEEDS-ACTION",
    Delivery.COMPLETE: "COMPLETED",
}
CANCELLED = "CANCELLED"  # superseded, withdrawn, closed undelivered


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are: ``host`` makes the identifiers, ``absolute`` turns a path into an address."""

    host: str
    absolute: Callable[[str], str]


def calendar(address: FeedAddress, place: Place) -> bytes:
    """The calendar of a private address: meetings as events; due dates as tasks, or as events that last all day.

    Many programs show no tasks, so an owner chooses between the two. The identifiers stay the same over the years,
    so that a program knows what it has already.
    """
    name, uid = f"Scrutiny: {address.whose}", f"feed-{address.pk}@{place.host}"
    whole = Calendar.new(prodid=PRODUCT, uid=uid, name=name, refresh_interval=ASK_AGAIN)
    whole.add("X-PUBLISHED-TTL", "PT4H")
    whole.add_component(Timezone.from_tzid("Europe/London"))  # a calendar with nothing in it would not be valid
    for part in _parts(address, place):
        whole.add_component(part)
    return whole.to_ical()


def _parts(address: FeedAddress, place: Place) -> Iterator[Component]:
    dues = [*map(_of_action, contents.actions(address)), *map(_of_answer, contents.answers(address))]
    for due in dues:
        if address.kind == FeedKind.TASKS:
            yield _task(due, address, place)
        elif due.is_open:
            yield _all_day(due, address, place)
    for meeting in contents.meetings(address):
        yield _held(meeting, address, place)
    for meeting in contents.announced(address):
        yield _announced(meeting, address, place)


# --- due dates --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due on a day. ``name`` identifies it, ``path`` is its page, ``changed`` when it last did."""

    name: str
    day: dt.date
    summary: str
    lines: tuple[str, ...]
    path: str
    status: str
    version: int
    changed: tuple[dt.datetime | None, ...]
    closed: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.status not in ("COMPLETED", CANCELLED)


def _of_action(action: Action) -> Due:
    owner = action.owner_name
    status = STATUS.get(Delivery(action.status), CANCELLED)
    return Due(
        name=f"action-{action.pk}",
        day=action.due,
        summary=f"{begun(action.text)} ({owner})" if owner else begun(action.text),
        lines=(
            f"Owner: {owner}" if owner else "Nobody is named as its owner.",
            f"State: {action.get_status_display()}",
            _agreed(action.meeting),
        ),
        path=reverse("action", args=[action.pk]),
        status=status,
        version=action.version,
        changed=(action.heard_at, action.confirmed_at, action.document and action.document.uploaded_at),
        closed=action.heard_at if status == "COMPLETED" else None,
    )


def _of_answer(response: Response) -> Due:
    asked = response.resolution
    return Due(
        name=f"answer-{asked.pk}",
        day=response.due,
        summary=f"Answer due: {begun(asked.text)}",
        lines=(f"From: {asked.recipient}" if asked.recipient else "No recipient is named.", _agreed(asked.meeting)),
        path=reverse("recommendation", args=[asked.pk]),
        status="NEEDS-ACTION",
        version=response.version,
        changed=(asked.confirmed_at, asked.document and asked.document.uploaded_at),
    )


def _agreed(meeting: Meeting) -> str:
    day = f", {words(meeting.date)}" if meeting.date else ""
    return f"Agreed: {meeting.body}{day}"


def _task(due: Due, address: FeedAddress, place: Place) -> Todo:
    task = Todo.new(**_common(due, address, place))
    task.add("DUE", due.day)
    task.status = due.status
    if due.status == "COMPLETED":
        task.add("PERCENT-COMPLETE", 100)
        task.add("COMPLETED", due.closed or _stamp(due.changed, address))
    return task


def _all_day(due: Due, address: FeedAddress, place: Place) -> Event:
    event = Event.new(**_common(due, address, place), start=due.day, end=due.day + dt.timedelta(days=1))
    event.add("TRANSP", "TRANSPARENT")  # a due date takes nobody's time
    return event


def _common(due: Due, address: FeedAddress, place: Place) -> dict[str, Any]:
    page = place.absolute(due.path)
    return {
        "uid": f"{due.name}@{place.host}",
        "stamp": _stamp(due.changed, address),
        "sequence": due.version,
        "summary": plainly(due.summary),
        "description": plainly("\n".join((*due.lines, page))),
        "url": page,
    }


def _stamp(changed: tuple[dt.datetime | None, ...], address: FeedAddress) -> dt.datetime:
    """When something last changed, as far as anybody wrote it down: the same at each fetch until it changes."""
    latest = max((when for when in changed if when), default=address.made_at)
    return latest.astimezone(dt.UTC).replace(microsecond=0)


# --- meetings ---------------------------------------------------------------------------------------------------------


def _held(meeting: Meeting, address: FeedAddress, place: Place) -> Event:
    page = place.absolute(reverse("meeting", args=[meeting.pk]))
    return _meeting(
        f"meeting-{meeting.pk}", meeting, address, place,
        when=_when(meeting.date, meeting.start_time, meeting.end_time), venue=meeting.venue,
        said=meeting.get_kind_display() or "Paper of a meeting", page=page,
    )  # fmt: skip


def _announced(meeting: Meeting, address: FeedAddress, place: Place) -> Event:
    page = place.absolute(reverse("meeting", args=[meeting.pk]))
    return _meeting(
        f"next-{meeting.committee_id}-{meeting.next_date:%Y%m%d}", meeting, address, place,
        when=_when(meeting.next_date, meeting.next_time, None), venue=meeting.next_venue,
        said=f"Announced in the papers of {words(meeting.date)}" if meeting.date else "Announced", page=page,
    )  # fmt: skip


def _meeting(
    name: str, meeting: Meeting, address: FeedAddress, place: Place, *,
    when: tuple[dt.date, dt.date], venue: str, said: str, page: str,
) -> Event:  # fmt: skip
    start, end = when
    event = Event.new(
        uid=f"{name}@{place.host}",
        stamp=_stamp((meeting.confirmed_at, meeting.document and meeting.document.uploaded_at), address),
        sequence=meeting.version,
        summary=plainly(meeting.body),
        description=plainly(f"{said}\n{page}"),
        location=plainly(venue) or None,
        url=page,
        start=start,
        end=end,
    )
    if not isinstance(start, dt.datetime):
        event.add("TRANSP", "TRANSPARENT")
    return event


def _when(day: Any, start: dt.time | None, end: dt.time | None) -> tuple[dt.date, dt.date]:
    """First and last moment; the whole day where nobody wrote down the time."""
    if start is None:
        return day, day + dt.timedelta(days=1)
    begins = dt.datetime.combine(day, start, LONDON)
    return begins, dt.datetime.combine(day, end, LONDON) if end and end > start else begins + LASTS
