"""When an answer is due: what the minutes name, else what a rule gives; and how that stands to today, in words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from minutes.models import Action, DueBy, Regime, Resolution, Response, ResponseRule, ResponseState, Starts
from minutes.plain import counted, words

# To whom something is recommended tells by which law an answer is owed, where it tells at all
_RECIPIENTS = (
    (Regime.CRIME, re.compile(r"\b(?:police|crime|community\s+safety|probation|fire\s+and\s+rescue)\b", re.IGNORECASE)),
    (
        Regime.HEALTH,
        re.compile(
            r"\b(?:NHS|integrated\s+care|ICB|hospitals?|ambulance|clinical|health\s*care\s+(?:trust|provider)s?|"
            r"foundation\s+trust|NHS\s+trust|general\s+practi\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Regime.EXECUTIVE,
        re.compile(
            r"\b(?:cabinet|executive|portfolio\s+holder|lead\s+member|leader|mayor|full\s+council)\b", re.IGNORECASE
        ),
    ),
)  # fmt: skip
# "Request a response from the Cabinet Member to recommendations 2 to 4 within two months", "be requested to respond"
_ASKS = re.compile(r"\b(?:respond|response|reply)\b", re.IGNORECASE)
_OF_CLAUSES = re.compile(
    r"\brecommendations?\s+(?P<first>\d{1,3})(?:\s*(?:to|-|–)\s*(?P<last>\d{1,3}))?(?P<more>[^.;]*)"
)


def regime_of(recipient: str) -> str:
    """By which law a recipient owes an answer; empty where its name does not tell.

    >>> regime_of("Cabinet Member for Highways"), regime_of("Wyreshire Integrated Care Board"), regime_of("Wyre Rail")
    (Regime.EXECUTIVE, Regime.HEALTH, '')
    """
    return next((regime for regime, pattern in _RECIPIENTS if pattern.search(recipient)), "")


def add(day: dt.date, rule: ResponseRule) -> dt.date:
    """The last day of a rule's period that runs from a day.

    Two months from 31 December end on the last of February. Where the first day counts, it ends a day earlier.
    """
    end = _months_later(day, rule.months) if rule.months else day + dt.timedelta(days=rule.days or 0)
    return end - dt.timedelta(days=1) if rule.first_day_counts else end


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


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
    return Due(add(start, rule), DueBy.RULE, rule) if rule and start else Due()


def rule_for(resolution: Resolution, response: Response) -> ResponseRule | None:
    """The rule that holds for a recommendation; None where its regime or its day is not known."""
    regime = response.regime or regime_of(resolution.recipient)
    meeting = resolution.meeting
    if not regime or meeting.date is None:
        return None
    return ResponseRule.objects.holding(regime, meeting.committee, meeting.date)


def start_of(rule: ResponseRule, resolution: Resolution, response: Response) -> dt.date | None:
    """The day from which a period runs; None as long as nobody wrote it down."""
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
    rule = rule_for(resolution, response)
    if rule is None:
        return "No rule is known for this recipient. Choose by which rule an answer is owed, or enter the day."
    if response.due_by == DueBy.RULE:
        start = start_of(rule, resolution, response)
        return f"{rule.period.capitalize()} from {words(start)}: {rule.source}."
    return f"{rule.period.capitalize()} from {rule.get_starts_display()}: {rule.source}. {_missing(rule)}"


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
