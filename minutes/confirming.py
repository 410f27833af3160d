"""What a meeting's page says of the standing of its minutes: who confirmed them, and whose it confirmed itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse

from minutes.models import AgendaItem, Kind, Meeting, MinutesStatus, User
from minutes.plain import words

IN_WORDS = {MinutesStatus.CONFIRMED: "Confirmed", MinutesStatus.AMENDED: "Confirmed with an amendment"}


@dataclass(frozen=True, slots=True)
class Standing:
    """``day`` and ``address`` are those of the meeting that confirmed the minutes; empty where nobody may see it."""

    words: str
    day: str = ""
    address: str = ""


def standing(meeting: Meeting, user: User) -> Standing | None:
    """How the minutes of a meeting stand; None for papers that are no minutes."""
    if meeting.kind != Kind.MINUTES:
        return None
    said = IN_WORDS.get(MinutesStatus(meeting.status))
    if said is None:
        return Standing("Draft, not confirmed yet")
    by = Meeting.objects.visible_to(user).filter(pk=meeting.confirmed_in_id or 0).first()
    if by is None:
        return Standing(said)
    item = AgendaItem.objects.visible_to(user).filter(pk=meeting.confirmed_under_id or 0).first()
    address = reverse("meeting", args=[by.pk]) + (f"#item-{item.pk}" if item else "")
    return Standing(said, words(by.date) if by.date else "a later day", address)


def confirmed_by_items(meeting: Meeting, user: User) -> dict[int, list[Meeting]]:
    """The earlier meetings whose minutes were confirmed at this one, by the primary key of the item."""
    found: dict[int, list[Meeting]] = defaultdict(list)
    for earlier in Meeting.objects.visible_to(user).filter(confirmed_under__meeting=meeting).order_by("date"):
        found[earlier.confirmed_under_id].append(earlier)
    return found
