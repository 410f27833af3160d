"""When an answer is due: what the minutes name, else what a rule gives; and how that stands to today, in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from minutes.following.regimes import regime_of
from minutes.models import Action, DueBy, Resolution, Response, ResponseRule, ResponseState, Starts
from minutes.plain import counted, words

# "Request a response from the Cabinet Member to recommendations 2 to 4 within two months", "be requested to respond"
_ASKS = re.compile(r"\b(?:respond|response|reply)\b", re.IGNORECASE)
_OF_CLAUSES = re.compile(
    r"\brecommendations?\s+(?P<first>\d{1,3})(?:\s*(?:to|-|–)\s*(?P<last>\d{1,3}))?(?P<more>[^.;]*)"
)


def refresh(resolutions: Iterable[Resolution]) -> None:
    """Work out anew when answers are due, but for what a person entered."""
    for resolution in resolutions:
        response = Response.objects.filter(resolution=resolution).first()
        if response is None or response.due_by == DueBy.PERSON:
            continue
        due = worked_out(resolution, response)
        if (response.due, response.due_by, response.rule_id) != (due.day, due.by, due.rule and due.rule.pk):
            response.due, response.due_by, response.rule = due.day, due.by, due.rule
            response.save(update_fields=["due", "due_by", "rule"])


@dataclass(frozen=True, slots=True)
class Due:
    day: dt.date | None = None
    by: str = ""
    rule: ResponseRule | None = None


def worked_out(resolution: Resolution, response: Response) -> Due:
    """The last day to answer: as the minutes name it, else by the rule that holds."""
    if day := _printed(resolution):
        return Due(day, DueBy.PRINTED)
    rule = rule_for(resolution, response)
    start = start_of(rule, resolution, response) if rule else None
    return Due(rule.last_day(start), DueBy.RULE, rule) if rule and start else Due()


def rule_for(resolution: Resolution, response: Response) -> ResponseRule | None:
    """The rule that holds for a recommendation; None where its regime or its day is not known."""
    regime = response.regime or regime_of(resolution.recipient)
    meeting = resolution.meeting
    if not regime or meeting.date is None:
        return None
    return ResponseRule.objects.holding(regime, meeting.committee, meeting.date)


def start_of(rule: ResponseRule, resolution: Resolution, response: Response) -> dt.date | None:
    """The day from which a period runs; None as long as nobody wrote it down.

    A notice is taken to be received on the day it was given, and an answer to be asked for on the day that the
    recommendation was sent, where no other day is written down.
    """
    if rule.starts == Starts.MADE:
        return resolution.meeting.date
    if rule.starts == Starts.NOTICE:
        return response.notice_on or response.sent_on
    if response.received_on is None:
        return None
    return max(response.received_on, response.notice_on or response.received_on)


def _printed(resolution: Resolution) -> dt.date | None:
    """The day by which the minutes ask for an answer: in the clause itself, or in one that asks it for all of them."""
    same = Action.objects.filter(meeting=resolution.meeting_id, item=resolution.item_id).exclude(due=None)
    for action in same.order_by("order", "pk"):
        if not _ASKS.search(action.text):
            continue
        if action.resolution_id == resolution.pk:
            return action.due
        if _is_about(action, resolution):
            return action.due
    return None


def _is_about(action: Action, resolution: Resolution) -> bool:
    """Whether a request for an answer is about this clause: by its number, else by whom it asks."""
    named = _OF_CLAUSES.search(action.text)
    if named is None:
        return bool(resolution.recipient) and resolution.recipient.lower() in action.text.lower()
    number = re.sub(r"\D", "", resolution.number)
    if not number:
        return False
    first, last = int(named["first"]), int(named["last"] or named["first"])
    also = {int(one) for one in re.findall(r"\b\d{1,3}\b", (named["more"] or "").split(" within ")[0])}
    return first <= int(number) <= last or int(number) in also


# --- in words --------------------------------------------------------------------------------------------------------


def in_words(resolution: Resolution, response: Response) -> str:
    """What makes the day the last one, as a sentence; where none is known, what is missing to know it."""
    if response.due_by == DueBy.PERSON:
        return "An officer entered this day."
    if response.due_by == DueBy.PRINTED:
        return "The minutes name this day."
    rule = response.rule or rule_for(resolution, response)
    if rule is None:
        return "No rule is known for this recipient. Choose by which rule an answer is owed, or enter the day."
    if response.due_by == DueBy.RULE:
        return f"{rule.period} {rule.counted_from} {words(start_of(rule, resolution, response))}: {rule.source}."
    return f"{rule.period} {rule.counted_from} {rule.get_starts_display()}: {rule.source}. {_missing(rule)}"


def _missing(rule: ResponseRule) -> str:
    if rule.starts == Starts.NOTICE:
        return "Enter the day on which a response was asked for, and the last day is worked out."
    return "Enter the day on which it was received, and the last day is worked out."


def standing(response: Response, today: dt.date | None = None) -> str:
    """How the answer stands, plainly: "no answer, 314 days late", "answered on 22 December 2025, 35 days late"."""
    late = response.days_late(today)
    lateness = f", {counted(late, 'day')} late" if late else ""
    if response.is_answered:
        when = f" on {words(response.answered_on)}" if response.answered_on else ""
        return f"{response.get_state_display()}{when}{lateness}"
    if response.state == ResponseState.NONE_RECEIVED:
        return "No answer was received"
    if late:
        return f"No answer{lateness}"
    if response.due is None:
        return "No answer yet, no date"
    left = (response.due - (today or timezone.localdate())).days
    return "Answer due today" if left == 0 else f"Answer due in {counted(left, 'day')}"
