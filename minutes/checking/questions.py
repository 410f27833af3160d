"""What needs a look: what the reader, or a new reading, is unsure of. Always as one user may see it.

A question is one doubt about one record; a record can have several.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from minutes.kinds import KINDS, kind_of
from minutes.models import Meeting, User
from minutes.permissions import visible

_OF_ONE = "(SELECT COALESCE(SUM(doubt_count), 0) FROM {} WHERE doubt_count > 0)"
_OF_ALL = "SELECT " + " + ".join(_OF_ONE.format(model._meta.db_table) for model in KINDS.values())
# Each kind's records in doubt, and the column with their meeting.
_OF_EACH = "SELECT '{}', {}, doubt_count FROM {} WHERE doubt_count > 0"
_MEETINGS = {kind: "id" if model is Meeting else "meeting_id" for kind, model in KINDS.items()}
_IN_DOUBT = {kind: _OF_EACH.format(kind, _MEETINGS[kind], model._meta.db_table) for kind, model in KINDS.items()}
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
    """How many questions are open, by the meeting's primary key; of these meetings, or of all.

    One query for officers, from whom nothing is kept; for others one more for each kind with records in doubt.
    """
    counted: Counter[int] = Counter()
    wanted = None if meetings is None else list(meetings)
    asked = _asked(wanted)
    sees_all = not visible(user, "meeting__")
    for _, meeting, doubts in asked if sees_all else _seen(user, wanted, {kind for kind, _, _ in asked}):
        counted[meeting] += doubts
    return counted


def _asked(meetings: list[int] | None) -> list[tuple[str, int, int]]:
    """The kind, the meeting and the number of doubts of each record in doubt, whoever may see it.

    In plain SQL: to have seven questions put together takes ten times as long as the answers. Added up by who asks
    for them: asked to group by meeting, SQLite walks every row by its meeting to find the few in doubt.
    """
    if meetings == []:
        return []
    places = ", ".join(["%s"] * len(meetings or ()))
    of_these = {kind: f" AND {column} IN ({places})" if meetings else "" for kind, column in _MEETINGS.items()}
    sql = " UNION ALL ".join(_IN_DOUBT[kind] + of_these[kind] for kind in KINDS)
    with connection.cursor() as cursor:
        cursor.execute(sql, (meetings or []) * len(KINDS))
        return list(cursor.fetchall())


def _seen(user: User, meetings: list[int] | None, kinds: set[str]) -> Iterator[tuple[str, int, int]]:
    """The same of these kinds, of records that the user may see."""
    for model, found in _in_doubt(user, meetings, kinds):
        meeting = "pk" if model is Meeting else "meeting"
        for pk, doubts in found.order_by().values_list(meeting, "doubt_count"):
            yield kind_of(model()), pk, doubts


def count(user: User) -> int:
    """How many questions are open. One query for officers: it stands on all their pages."""
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


def _in_doubt(user: User, wanted: list[int] | None, kinds: Collection[str] = KINDS.keys()) -> Iterator[tuple[Any, Any]]:
    """The model of each of these kinds, with its records in doubt."""
    for model in (KINDS[kind] for kind in kinds):
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
