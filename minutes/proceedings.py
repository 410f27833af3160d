"""A meeting's records in the order in which a person reads them: who was there, then item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from minutes.confirming import confirmed_by_items
from minutes.models import (
    Action,
    AgendaItem,
    Attendance,
    Attendee,
    AttendeeRole,
    Indicator,
    Interest,
    Meeting,
    Resolution,
    User,
)
from minutes.paper_order import in_paper_order

GROUPS = (
    ("Chair", AttendeeRole.CHAIR),
    ("Vice-chair", AttendeeRole.VICE_CHAIR),
    ("Members", AttendeeRole.MEMBER),
    ("Substitutes", AttendeeRole.SUBSTITUTE),
    ("Co-opted members", AttendeeRole.CO_OPTED),
    ("Cabinet members", AttendeeRole.CABINET_MEMBER),
    ("Officers", AttendeeRole.OFFICER),
    ("Others there", AttendeeRole.GUEST),
    ("Role not said", ""),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """A clause with the actions that follow from it. ``is_the_action``: one of them says the same words."""

    resolution: Resolution
    actions: tuple[Action, ...] = ()


@dataclass(slots=True)
class Entry:
    """An item with what belongs to it; ``item`` is None for what belongs to none."""

    item: AgendaItem | None
    decided: list[Decided] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    interests: list[Interest] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    confirms: list[Meeting] = field(default_factory=list)  # the meetings whose minutes were confirmed under the item

    @property
    def is_empty(self) -> bool:
        return not (self.decided or self.actions or self.interests or self.indicators)

    @property
    def periods(self) -> list[str]:
        """The headings of the indicators' columns; the longest row decides."""
        longest = max((row.values for row in self.indicators), key=len, default=[])
        return [value.get("period") or f"Value {place}" for place, value in enumerate(longest, 1)]


class Proceedings:
    """All records of one meeting that a user may see, in seven queries whatever their number."""

    def __init__(self, meeting: Meeting, user: User) -> None:
        self.removed_in_question: list[Any] = []  # what a new reading finds again in other words

        def mine(model: Any, *related: str) -> list[Any]:
            found = model.everything.visible_to(user).filter(Q(removed_at=None) | Q(doubt_count__gt=0), meeting=meeting)
            every = list(found.select_related("document", *related).order_by("order", "pk"))
            for record in every:
                record.meeting = meeting  # known, so that nobody looks it up again
            self.removed_in_question += [record for record in every if record.is_removed]
            return in_paper_order(record for record in every if not record.is_removed)

        self.meeting, self.user = meeting, user
        self.attendees: list[Attendee] = mine(Attendee, "person")
        self.items: list[AgendaItem] = mine(AgendaItem)
        self.resolutions: list[Resolution] = mine(Resolution, "item")
        self.actions: list[Action] = mine(Action, "owner_person", "item")
        self.interests: list[Interest] = mine(Interest, "item", "person")
        self.indicators: list[Indicator] = mine(Indicator, "item")

    @property
    def records(self) -> list[Any]:
        return [
            *self.attendees, *self.items, *self.resolutions, *self.actions, *self.interests, *self.indicators,
        ]  # fmt: skip

    @property
    def questions(self) -> int:
        """How many questions are open, about the meeting itself and about its records."""
        return sum(record.doubt_count for record in (self.meeting, *self.records, *self.removed_in_question))

    def attendance(self) -> list[tuple[str, list[Attendee]]]:
        """Those present by role, then apologies, absences and whom the paper leaves open; no group without anybody."""
        present = [one for one in self.attendees if one.status == Attendance.PRESENT]
        groups = [(label, [one for one in present if one.role == role]) for label, role in GROUPS]
        away = [
            ("Apologies", [one for one in self.attendees if one.status == Attendance.APOLOGIES]),
            ("Absent", [one for one in self.attendees if one.status == Attendance.ABSENT]),
            ("Not told whether there", [one for one in self.attendees if not one.status]),
        ]
        return [(label, people) for label, people in (*groups, *away) if people]

    def with_indicators(self) -> list[Entry]:
        """The entries that have a performance table."""
        return [entry for entry in self.entries() if entry.indicators]

    def entries(self) -> list[Entry]:
        """The items in order; at the end what belongs to no item, where there is such."""
        confirmed = confirmed_by_items(self.meeting, self.user) if self.items else {}
        by_item = {item.pk: Entry(item, confirms=confirmed.get(item.pk, [])) for item in self.items}
        rest = Entry(None)
        of_clause = _by(self.actions, "resolution_id")
        for resolution in self.resolutions:
            entry = by_item.get(resolution.item_id, rest)
            entry.decided.append(Decided(resolution, tuple(of_clause.get(resolution.pk, ()))))
        shown = {resolution.pk for resolution in self.resolutions}
        for action in self.actions:
            if action.resolution_id not in shown:
                by_item.get(action.item_id, rest).actions.append(action)
        for interest in self.interests:
            if interest.item_id in by_item:  # all of them stand together before the items as well
                by_item[interest.item_id].interests.append(interest)
        for indicator in self.indicators:
            by_item.get(indicator.item_id, rest).indicators.append(indicator)
        return [*by_item.values(), *([] if rest.is_empty else [rest])]


def _by(records: Iterable[Any], name: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        found[getattr(record, name)].append(record)
    return found
