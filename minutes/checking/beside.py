"""A meeting's records beside its paper: in sections, in the paper's order, with what people did to each."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from minutes.checking.cards import Card
from minutes.checking.meeting_state import token
from minutes.kinds import KINDS, kind_of
from minutes.models import Correction, Meeting, User
from minutes.models.extracted import Extracted
from minutes.proceedings import Entry, Proceedings

MODEL_NAMES = {kind: str(model._meta.model_name) for kind, model in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Row(Card):
    """A record in the list; ``last`` is the newest of what people did to it that still stands."""

    last: Correction | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do: a question to answer, or nobody confirmed it."""
        return bool(self.record.doubt_count) or not (self.record.is_confirmed or self.record.is_removed)


@dataclass(slots=True)
class Section:
    """Records that are confirmed together: the meeting's particulars, the attendance, the interests, an item."""

    name: str
    title: str
    rows: list[Row] = field(default_factory=list)

    @property
    def clear(self) -> list[Row]:
        """What can be confirmed at once: nobody did yet, and nothing is asked about it."""
        return [row for row in self.rows if not row.record.doubt_count and row.is_open]

    @property
    def tokens(self) -> str:
        """The section as it is in view; see minutes.checking.meeting_state.token."""
        return " ".join(token(row.record) for row in self.clear)


class Beside:
    """All sections of one meeting as a user sees them, and a way through their records. Nine queries."""

    def __init__(self, meeting: Meeting, user: User) -> None:
        self.meeting = meeting
        self._last = _last_acts(meeting)
        proceedings = Proceedings(meeting, user)
        sections = [
            Section("meeting", "The meeting", self._rows([meeting])),
            Section("attendance", "Attendance", self._rows(proceedings.attendees)),
            Section("interests", "Interests", self._rows(proceedings.interests)),
            *(self._of_entry(entry) for entry in proceedings.entries()),
            Section("removed", "Removed, and read again", self._rows(proceedings.removed_in_question)),
        ]
        self.sections = [section for section in sections if section.rows]

    @property
    def rows(self) -> list[Row]:
        return [row for section in self.sections for row in section.rows]

    @property
    def question_count(self) -> int:
        return sum(row.record.doubt_count for row in self.rows)

    @property
    def clear_count(self) -> int:
        return sum(len(section.clear) for section in self.sections)

    @property
    def confirmed_count(self) -> int:
        return sum(1 for row in self.rows if row.record.is_confirmed)

    @property
    def tokens(self) -> str:
        return " ".join(section.tokens for section in self.sections if section.clear)

    def section(self, name: str) -> Section | None:
        return next((section for section in self.sections if section.name == name), None)

    def at(self, mark: str) -> Row | None:
        """The row that an address names ("action-12"); else the first question, the first open one, the first."""
        rows = self.rows
        named = next((row for row in rows if row.mark == mark), None)
        in_question = (row for row in rows if row.record.doubt_count)
        return named or next(in_question, None) or next((row for row in rows if row.is_open), None) or rows[0]

    def before(self, row: Row) -> Row | None:
        place = self.rows.index(row)
        return self.rows[place - 1] if place else None

    def after(self, row: Row) -> Row | None:
        place = self.rows.index(row)
        return self.rows[place + 1] if place + 1 < len(self.rows) else None

    def next_question(self, row: Row) -> Row | None:
        """The next row that asks something, round the end; not the row itself."""
        return next((other for other in self._round(row) if other.record.doubt_count), None)

    def next_open(self, row: Row) -> Row | None:
        """The next row with something to do, round the end; not the row itself."""
        return next((other for other in self._round(row) if other.is_open), None)

    def _round(self, row: Row) -> list[Row]:
        place = self.rows.index(row)
        return [*self.rows[place + 1 :], *self.rows[:place]]

    def _rows(self, records: Iterable[Extracted]) -> list[Row]:
        return [self._row(record) for record in records]

    def _row(self, record: Extracted) -> Row:
        kind = kind_of(record)
        return Row(kind, record, False, self._last.get((MODEL_NAMES[kind], record.pk)))

    def _of_entry(self, entry: Entry) -> Section:
        decided = [one.resolution for one in entry.decided]
        following = [action for one in entry.decided for action in one.actions]
        records = sorted([*decided, *following, *entry.actions, *entry.indicators], key=_place)
        if entry.item is None:
            return Section("rest", "Under no item", self._rows(records))
        return Section(f"item-{entry.item.pk}", str(entry.item), self._rows([entry.item, *records]))


def _last_acts(meeting: Meeting) -> dict[tuple[str, int], Correction]:
    acts = Correction.objects.filter(meeting=meeting).standing().select_related("by").order_by("pk")
    return {(act.kind, act.record_id): act for act in acts}


def _place(record: Extracted) -> tuple[Any, ...]:
    """Where a record's words stand on the paper; what somebody typed stands last."""
    box = record.boxes[0] if record.boxes else (0.0, 0.0)
    return (record.page or math.inf, record.paragraph or 0, box[1], box[0], getattr(record, "order", 0), record.pk)
