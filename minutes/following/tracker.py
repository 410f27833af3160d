"""What goes to a committee: its recommendations and actions, what was answered and closed since it last met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Prefetch, Q
from django.utils import timezone

from minutes.figures import with_last_heard
from minutes.following.sheets import reference_of, response_of
from minutes.models import (
    ANSWERED,
    OPEN,
    Action,
    ActionUpdate,
    Committee,
    Correction,
    Decision,
    Judgement,
    Kind,
    Meeting,
    Resolution,
    municipal_year,
)
from minutes.models.meeting import days_of
from minutes.permissions import public
from minutes.plain import counted, words

HEADER = (
    "Kind", "Number", "What", "To or owner", "Agreed on", "Item", "Due", "Days late", "Answer", "Answered on",
    "Words of the answer", "Delivery", "Last heard on", "Last heard", "Committee’s judgement", "Judged on",
    "In this period",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tracker:
    """A committee's tracker of a period: after ``since``, up to and with ``until``.

    Exempt records are left out whoever asks: it is made to be published.
    """

    committee: Committee
    since: dt.date
    until: dt.date
    recommendations: list[Resolution]
    answered: list[Resolution]
    actions: list[Action]
    closed: list[Action]

    @classmethod
    def of(cls, committee: Committee, since: dt.date, until: dt.date) -> Tracker:
        """In ten queries, however much there is."""
        made = list(_recommendations(committee, until))
        agreed = list(_actions(committee, until))
        written = _written_down(made)
        answered = [one for one in made if since < (_answered_day(one, written) or dt.date.min) <= until]
        closed = [one for one in agreed if one.status not in OPEN and since < (one.closed_on or dt.date.min) <= until]
        return cls(
            committee,
            since,
            until,
            [one for one in made if _is_open(one) or one in answered],
            answered,
            [one for one in agreed if one.status in OPEN],
            closed,
        )

    @property
    def unanswered(self) -> list[Resolution]:
        return [one for one in self.recommendations if not response_of(one).is_answered]

    def years(self) -> list[int]:
        """The municipal years of the period in which the committee met, the latest first; without, that of its end."""
        first, _ = days_of(municipal_year(self.since + dt.timedelta(days=1)))
        _, last = days_of(municipal_year(self.until))
        met = Meeting.objects.filter(committee=self.committee, exempt=False, date__range=(first, last))
        return met.municipal_years() or [municipal_year(self.until)]


def last_met(committee: Committee, before: dt.date) -> dt.date | None:
    """The day of the committee's last meeting before a day, by its minutes; None where there is none."""
    held = Meeting.objects.filter(committee=committee, kind=Kind.MINUTES, date__lt=before, exempt=False)
    last: dt.date | None = held.aggregate(last=Max("date"))["last"]
    return last


def _recommendations(committee: Committee, until: dt.date) -> Any:
    made = Resolution.objects.recommendations().filter(meeting__committee=committee, meeting__date__lte=until)
    return (
        public(made)
        .select_related("meeting", "item", "response__answered_in", "recommendation_number")
        .prefetch_related(
            Prefetch("actions", Action.objects.order_by("order", "pk")),
            Prefetch("judgements", Judgement.objects.exclude(meeting__exempt=True)),
        )
        .order_by("meeting__date", "meeting", "order", "pk")
    )


def _actions(committee: Committee, until: dt.date) -> Any:
    """The committee's actions that are no recommendation: those are told with their answers."""
    agreed = Action.objects.filter(meeting__committee=committee, meeting__date__lte=until)
    agreed = public(agreed).exclude(resolution__decision=Decision.RECOMMENDED, resolution__removed_at=None)
    closing = Q(updates__status__gt="") & ~Q(updates__status__in=OPEN)
    return (
        with_last_heard(agreed)
        .annotate(closed_on=Max("updates__on", filter=closing))
        .select_related("meeting", "item", "owner_person")
        .prefetch_related(
            Prefetch("updates", ActionUpdate.objects.exclude(meeting__exempt=True).select_related("meeting")),
            Prefetch("judgements", Judgement.objects.exclude(meeting__exempt=True)),
        )
        .soonest_first()
    )


def _answered_day(one: Resolution, written: dict[int, dt.date]) -> dt.date | None:
    """The day on which an answer came to the committee's notice: that of the answer, or of the meeting it was told.

    Of an answer that has neither, the day on which somebody wrote it down.
    """
    response = response_of(one)
    if response.state not in ANSWERED:
        return None
    told = response.answered_in.date if response.answered_in else None
    return max(filter(None, (response.answered_on, told)), default=written.get(response.pk))


def _written_down(made: list[Resolution]) -> dict[int, dt.date]:
    """The days on which the answers were written down, by the primary key of the answer."""
    keys = [response.pk for one in made if (response := response_of(one)).is_answered]
    rows = Correction.objects.standing().filter(kind="response", field="state", record_id__in=keys)
    return {key: timezone.localdate(at) for key, at in rows.order_by("pk").values_list("record_id", "at")}


def _is_open(one: Resolution) -> bool:
    return not response_of(one).is_answered or any(action.status in OPEN for action in one.actions.all())


# --- rows, for the document and for CSV ------------------------------------------------------------------------------


def judgement_of(record: Any) -> tuple[str, dt.date | None]:
    """The newest judgement of a record, in words, and its day."""
    newest = next(iter(sorted(record.judgements.all(), key=lambda one: (one.on, one.pk), reverse=True)), None)
    return (newest.get_rating_display(), newest.on) if newest else ("", None)


def delivery_of(one: Resolution) -> str:
    """How far a recommendation is delivered, by its actions; empty where none is kept."""
    return "; ".join(dict.fromkeys(action.get_status_display() for action in one.actions.all()))


def lateness(due: dt.date | None, today: dt.date) -> str:
    """ "overdue by 314 days", in words; empty for what is not late."""
    days = (today - due).days if due else 0
    return f"overdue by {counted(days, 'day')}" if days > 0 else ""


def heard(action: Action) -> str:
    """What was last said of an action, with its day."""
    if not action.heard_on:
        return "Nothing since it was agreed" + (f", {silence(action)}" if silence(action) else "")
    return f"{words(action.heard_on)}: {action.heard_text}" if action.heard_text else words(action.heard_on)


def silence(action: Action) -> str:
    """ "three meetings ago", counted by the committee's own meetings."""
    number: int = action.silent_for
    return f"{counted(number, 'meeting')} ago" if number else ""


def rows(tracker: Tracker) -> Iterator[list[Any]]:
    """The tracker as one table: recommendations, then actions; dates stay dates."""
    for one in tracker.recommendations:
        response, (judged, day) = response_of(one), judgement_of(one)
        yield [
            "Recommendation", reference_of(one), one.text, one.recipient, one.meeting.date, str(one.item or ""),
            response.due, response.days_late(tracker.until) or None, response.get_state_display(), response.answered_on,
            response.text, delivery_of(one), None, "", judged, day, "answered" if one in tracker.answered else "",
        ]  # fmt: skip
    for action in (*tracker.actions, *tracker.closed):
        judged, day = judgement_of(action)
        yield [
            "Action", "", action.text, action.owner_name, action.meeting.date, str(action.item or ""), action.due,
            action.days_overdue(tracker.until) or None, "", None, "", action.get_status_display(), action.heard_on,
            action.heard_text or "", judged, day, "closed" if action in tracker.closed else "",
        ]  # fmt: skip


def summary(tracker: Tracker) -> list[str]:
    """What the tracker says, in sentences, for its beginning."""
    overdue = [one for one in tracker.actions if one.due and one.due < tracker.until]
    late = sum(response_of(one).days_late(tracker.until) > 0 for one in tracker.unanswered)
    return [
        f"Recommendations that await an answer: {len(tracker.unanswered)}, of which late: {late}.",
        f"Recommendations answered in this period: {len(tracker.answered)}.",
        f"Outstanding actions: {len(tracker.actions)}, of which overdue: {len(overdue)}. "
        "What was recommended is not counted among them.",
        f"Actions closed in this period: {len(tracker.closed)}.",
    ]
