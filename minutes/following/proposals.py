"""What a person says to proposals: nothing that a later paper reports changes a record before somebody confirms it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from minutes.corrections import NotPossible
from minutes.following import evidence, responses, updates
from minutes.models import OPEN, Action, Decided, Delivery, Kind, Proposal, Resolution, User

ENDS = (Delivery.COMPLETE, Delivery.CLOSED_UNDELIVERED, Delivery.WITHDRAWN)


@transaction.atomic
def confirm(proposal: Proposal, by: User) -> Proposal:
    """It is so: the action gets its update and the recommendation its answer, with the paper's words as evidence.

    Raises NotPossible where somebody decided it already, or where what it would change is settled.
    """
    now = _locked(proposal)
    words, source = _shown(now)
    if now.action is not None:
        if now.closes and now.action.status not in OPEN:
            raise NotPossible("The action is closed already.")
        updates.report(
            now.action,
            by,
            text=words,
            status=now.status,
            on=now.on or now.meeting.date,
            meeting=now.meeting,
            evidence=source,
        )
    if now.response and now.resolution is not None:
        responses.answer(
            now.resolution,
            by,
            state=now.response,
            answered_on=now.on,
            text=words,
            meeting=now.meeting,
            source=source,
        )
    return _decide(now, Decided.CONFIRMED, by)


@transaction.atomic
def refuse(proposal: Proposal, by: User, why: str = "") -> Proposal:
    """It is not so. It is remembered: reading the paper again does not propose it anew."""
    now = _decide(_locked(proposal), Decided.REFUSED, by, why)
    order(*_records([now]))
    return now


@transaction.atomic
def ask_again(proposal: Proposal) -> Proposal:
    """A refusal was a mistake: the proposal waits again."""
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if now.decided != Decided.REFUSED:
        raise NotPossible("This proposal was not refused.")
    now.decided, now.decided_by, now.decided_at, now.decided_why = Decided.WAITING, None, None, ""
    now.save()
    order(*_records([now]))
    return now


def _shown(now: Proposal) -> tuple[str, dict[str, Any]]:
    """The words and the source that become part of the record: those of an exempt item are for officers alone."""
    if now.meeting.exempt or (now.item is not None and now.item.exempt):
        return "Reported in an exempt item.", {}
    return now.quoted_words, evidence.of(now)


def order(actions: Iterable[int], resolutions: Iterable[int]) -> None:
    """Say of the proposals about some records which go before the others, by primary keys.

    The first paper that says a thing is done closes it: what later papers say of it is spare. That the same was asked
    for again closes it only where nothing says that it was done after all.
    """
    rows = Proposal.objects.exclude(decided=Decided.REFUSED).select_related("meeting")
    for own in _by(rows.filter(action__in=actions), "action_id"):
        _spare(own, _of_deliveries(own) | _of_answers(own))
    for own in _by(rows.filter(action=None, resolution__in=resolutions), "resolution_id"):
        _spare(own, _of_answers(own))


def _of_deliveries(rows: list[Proposal]) -> set[int]:
    """The spare ones of an action's proposals, which are in the order of their papers."""
    ends = [row for row in rows if row.status in ENDS]
    again = [row for row in rows if row.status == Delivery.SUPERSEDED]
    first = next(iter(ends or again), None)
    if first is None:
        return set()
    closings = {row.pk for row in (*ends, *again) if row.pk != first.pk}
    after = {row.pk for row in rows if not (row.status or row.response) and _place(row) >= _place(first)}
    return closings | after


def _of_answers(rows: list[Proposal]) -> set[int]:
    """Later answers to what is answered, but for those that close the action: they are its own matter."""
    answers = [row for row in rows if row.response]
    return {row.pk for row in answers[1:] if not row.status}


def _spare(rows: list[Proposal], spare: set[int]) -> None:
    for row in rows:
        wanted = row.pk in spare and row.decided == Decided.WAITING
        if row.spare != wanted:
            row.spare = wanted
            row.save(update_fields=["spare"])


def _by(rows: Iterable[Proposal], name: str) -> list[list[Proposal]]:
    """The rows by record, each record's in the order of the papers; minutes before a report of the same day."""
    found: dict[int, list[Proposal]] = defaultdict(list)
    for row in sorted(rows, key=_place):
        found[getattr(row, name)].append(row)
    return list(found.values())


def _place(row: Proposal) -> tuple[object, bool]:
    return row.meeting.date, row.meeting.kind != Kind.MINUTES


def _records(rows: Iterable[Proposal]) -> tuple[set[int], set[int]]:
    every = list(rows)
    return {row.action_id for row in every if row.action_id}, {row.resolution_id for row in every if row.resolution_id}


def _locked(proposal: Proposal) -> Proposal:
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if now.decided != Decided.WAITING:
        raise NotPossible("Somebody has said yes or no to this already.")
    # The manager leaves removed records out; a proposal about one changes nothing.
    if (now.action_id and not Action.objects.filter(pk=now.action_id).exists()) or (
        now.resolution_id and not Resolution.objects.filter(pk=now.resolution_id).exists()
    ):
        raise NotPossible("What it is about was removed. Restore that first.")
    return now


def _decide(now: Proposal, decided: str, by: User, why: str = "") -> Proposal:
    now.decided, now.decided_by, now.decided_at, now.decided_why = decided, by, timezone.now(), why
    now.save()
    return now
