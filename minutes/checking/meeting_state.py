"""How far a meeting is checked: by whom, what was confirmed at once, and when it is done.

A meeting is unchecked, being checked by somebody, or checked. Confirming many records goes through
minutes.corrections one by one, so that each has its row in the history and can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from minutes import corrections
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.kinds import kind_of
from minutes.models import CheckStep, Meeting, Step, User


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What became of many records: how many were confirmed, and how many left for their questions or a change."""

    done: int
    in_question: int
    changed: int


def token(record: Any) -> str:
    """A record as somebody saw it: kind, primary key and version, "action-12-3"."""
    return f"{kind_of(record)}-{record.pk}-{record.version}"


@transaction.atomic
def begin(meeting: Meeting, by: User) -> None:
    """Somebody does something to an unchecked meeting, and so is checking it; another's checking is left alone."""
    if Meeting.everything.filter(pk=meeting.pk, checker=None).update(checker=by):
        _step(meeting, Step.TAKEN_ON, by)


@transaction.atomic
def take_on(meeting: Meeting, by: User) -> None:
    """This person checks the meeting from now on, also where it was checked already or is in another's hands."""
    now = Meeting.everything.select_for_update().get(pk=meeting.pk)
    if now.checker_id == by.pk and not now.checked_at:
        return
    Meeting.everything.filter(pk=meeting.pk).update(checker=by, checked_at=None)
    _step(meeting, Step.OPENED if now.checked_at else Step.TAKEN_ON, by)


@transaction.atomic
def leave(meeting: Meeting, by: User) -> None:
    """Nobody checks it for now. What was confirmed and corrected stays."""
    if Meeting.everything.filter(pk=meeting.pk).exclude(checker=None).update(checker=None, checked_at=None):
        _step(meeting, Step.LEFT, by)


def _step(meeting: Meeting, act: Step, by: User) -> None:
    CheckStep.objects.create(meeting=meeting, act=act, by=by)


@transaction.atomic
def confirm_clear(records: Iterable[Any], by: User, seen: Iterable[str] | None = None) -> Confirmed:
    """Confirm those of the records that have no question and that nobody confirmed yet.

    ``seen`` are the tokens of what the person had in view: what changed since is left, so that nothing is
    confirmed unseen. None stands for the records as they are given.
    """
    had_in_view = None if seen is None else set(seen)
    counted = {"done": 0, "in_question": 0, "changed": 0}
    for record in records:
        if record.is_confirmed:
            continue
        counted[_confirm_one(record, by, had_in_view)] += 1
    return Confirmed(**counted)


@transaction.atomic
def finish(meeting: Meeting, records: Iterable[Any], by: User, seen: Iterable[str] | None = None) -> Confirmed:
    """The meeting is checked: all its records are confirmed, and this person says so.

    Raises NotPossible while a question is open, or where a record changed since the person looked; nothing is
    confirmed then.
    """
    everything = [meeting, *records]
    Meeting.everything.select_for_update().get(pk=meeting.pk)
    if asked := sum(record.doubt_count for record in everything):
        raise NotPossible(f"Answer the {'question' if asked == 1 else f'{asked} questions'} first.")
    told = confirm_clear(everything, by, seen)
    if told.changed:
        raise NotPossible("Somebody changed a record while you were looking. Look it over, then finish again.")
    Meeting.everything.filter(pk=meeting.pk).update(checker=by, checked_at=timezone.now())
    _step(meeting, Step.FINISHED, by)
    return told


def _confirm_one(record: Any, by: User, seen: set[str] | None) -> str:
    if record.doubt_count:
        return "in_question"
    if seen is not None and token(record) not in seen:
        return "changed"
    try:
        corrections.confirm(record, by, expected_version=record.version)
    except ChangedMeanwhile:
        return "changed"
    return "done"
