"""What needs a look: what the reader, or a new reading, is unsure of. Always as one user may see it.

A question is one doubt about one record; a record can have several.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from minutes.kinds import KINDS, kind_of
from minutes.models import Meeting, User
from minutes.permissions import visible

_OF_ONE = "(SELECT COALESCE(SUM(doubt_count), 0) FROM {} WHERE doubt_count > 0)"
_OF_ALL = "SELECT " + " + ".join(_OF_ONE.format(model._meta.db_table) for model in KINDS.values())
_NAMED = {"action": ("owner_person", "item"), "resolution": ("item",), "interest": ("item",), "indicator": ("item",)}


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt about one record, in a sentence."""

    record: Any
    sentence: str

    @property
    def name(self) -> str:
        return str(self.record._meta.verbose_name).capitalize()

    @property
    def mark(self) -> str:
        """The record in an address: "action-12"."""
        return f"{kind_of(self.record)}-{self.record.pk}"


def by_meeting(user: User, meetings: Iterable[int] | None = None) -> Counter[int]:
    """How many questions are open, by the meeting's primary key; of these meetings, or of all. Seven queries."""
    counted: Counter[int] = Counter()
    for model, found in _in_doubt(user, meetings):
        meeting = "pk" if model is Meeting else "meeting"
        # Added up here: asked to group by meeting, SQLite walks every row by its meeting to find the few in doubt.
        for pk, doubts in found.order_by().values_list(meeting, "doubt_count"):
            counted[pk] += doubts
    return counted


def count(user: User) -> int:
    """How many questions are open. One query for officers, from whom nothing is kept: it stands on all their pages.

    What the ORM would ask for them is known, and to have it put together takes longer than the answer.
    """
    if visible(user, "meeting__"):
        return by_meeting(user).total()
    with connection.cursor() as cursor:
        cursor.execute(_OF_ALL)
        return int(cursor.fetchone()[0])


def tell(meetings: Iterable[Any], user: User, asked: Counter[int] | None = None) -> None:
    """Give each meeting of a page ``question_count``: how many of its questions are open, by ``asked`` where known."""
    shown = list(meetings)
    asked = by_meeting(user, [meeting.pk for meeting in shown]) if asked is None else asked
    for meeting in shown:
        meeting.question_count = asked[meeting.pk]


def of_meetings(meetings: Iterable[Meeting], user: User) -> list[tuple[Meeting, list[Question]]]:
    """Each meeting with its open questions, in the order in which their words stand in its paper. Seven queries."""
    shown = list(meetings)
    asked: dict[int, list[Any]] = defaultdict(list)
    for model, found in _in_doubt(user, [meeting.pk for meeting in shown]):
        for record in found.select_related(*_NAMED.get(kind_of(model()), ())):
            asked[record.pk if model is Meeting else record.meeting_id].append(record)
    return [(meeting, list(_questions(asked[meeting.pk]))) for meeting in shown]


def _in_doubt(user: User, meetings: Iterable[int] | None) -> Iterable[tuple[Any, Any]]:
    """Each kind's model, with its records in doubt."""
    wanted = None if meetings is None else list(meetings)
    for model in KINDS.values():
        found = model.everything.visible_to(user).with_questions()  # a removed one asks where a reading finds it again
        if wanted is not None:
            found = found.filter(**{"pk__in" if model is Meeting else "meeting__in": wanted})
        yield model, found


def _questions(records: Iterable[Any]) -> Iterable[Question]:
    for record in sorted(records, key=_place):
        yield from (Question(record, doubt["sentence"]) for doubt in record.doubts)


def _place(record: Any) -> tuple[Any, ...]:
    """Where a record's words stand; the meeting itself comes first."""
    box = record.boxes[0] if record.boxes else (0.0, 0.0)
    first = not isinstance(record, Meeting)
    return (first, record.page or 0, record.paragraph or 0, box[1], box[0], kind_of(record), record.pk)
