"""What needs a look: records that the reader, or a new reading, is unsure of. Always as one user may see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from minutes.kinds import KINDS
from minutes.models import Meeting, User


def by_meeting(user: User, meetings: Iterable[int] | None = None) -> Counter[int]:
    """How many records are in doubt, by the meeting's primary key; of these meetings, or of all. Seven queries."""
    counted: Counter[int] = Counter()
    wanted = None if meetings is None else list(meetings)
    for model in KINDS.values():
        meeting = "pk" if model is Meeting else "meeting"
        found = model.objects.visible_to(user).with_questions().order_by()
        if wanted is not None:
            found = found.filter(**{f"{meeting}__in": wanted})
        counted.update(dict(found.values_list(meeting).annotate(Count("pk"))))
    return counted


def tell(meetings: Iterable[Any], user: User) -> None:
    """Give each meeting of a page ``question_count``: how many of its records need a look."""
    shown = list(meetings)
    asked = by_meeting(user, [meeting.pk for meeting in shown])
    for meeting in shown:
        meeting.question_count = asked[meeting.pk]
