"""What a person is told: what is due, overdue and answered, of their own; of all committees for officers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from minutes.models import ANSWERED, Action, Correction, Often, Resolution, Response, User

SOON = {Often.DAILY: 7, Often.WEEKLY: 14}  # days ahead that a message looks
MOST = 50  # rows of one kind in a message; the rest is said as a number


@dataclass(frozen=True, slots=True)
class Digest:
    """Each part in the order in which it matters. ``more`` says how many did not fit, by part."""

    overdue: list[Action]
    soon: list[Action]
    late_answers: list[Response]
    answered: list[Response]
    more: dict[str, int]
    days: int

    @property
    def is_empty(self) -> bool:
        return not (self.overdue or self.soon or self.late_answers or self.answered)

    @property
    def subject(self) -> str:
        """In figures, so that it can be read in a list of messages."""
        counted = (
            (len(self.overdue) + self.more["overdue"], "overdue"),
            (len(self.soon) + self.more["soon"], "due soon"),
            (len(self.answered) + self.more["answered"], "answered"),
        )
        told = ", ".join(f"{number} {what}" for number, what in counted if number)
        return f"Scrutiny: {told or 'answers are late'}"


def of(user: User, often: str, since: dt.datetime, today: dt.date | None = None) -> Digest:
    """What there is to tell a person now; ``since`` is when they were told last."""
    day = today or timezone.localdate()
    days = SOON[often]
    actions = Action.objects.visible_to(user).select_related("owner_person", "meeting__committee")
    own = actions if user.is_officer else actions.owned_by(user)
    answers = _answers(user)
    parts: dict[str, Any] = {
        "overdue": own.overdue(day).soonest_first(),
        "soon": own.due_within(days, day).soonest_first(),
        "late_answers": answers.overdue(day).order_by("due", "pk"),
        "answered": answers.filter(state__in=ANSWERED, pk__in=_changed(since)).order_by("pk"),
    }
    taken = {name: list(rows[:MOST]) for name, rows in parts.items()}
    more = {name: max(0, rows.count() - MOST) if len(taken[name]) == MOST else 0 for name, rows in parts.items()}
    return Digest(**taken, more=more, days=days)


def _answers(user: User) -> Any:
    """The answers that concern somebody: all for officers; for others those to what is asked of them."""
    related = ("resolution__meeting__committee", "resolution__recommendation_number")
    every = Response.objects.visible_to(user).of_recommendations().select_related(*related)
    if user.is_officer:
        return every
    asked = Action.objects.visible_to(user).owned_by(user).exclude(resolution=None).values("resolution")
    return every.filter(resolution__in=Resolution.objects.filter(pk__in=asked))


def _changed(since: dt.datetime) -> Any:
    """The answers whose state somebody set after a moment."""
    set_after = Correction.objects.standing().filter(kind="response", field="state", at__gt=since)
    return set_after.values("record_id")
