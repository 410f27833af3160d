"""What a paper reports of what was asked for before, as proposals that a person confirms or refuses.

Worked out whenever a paper is filed: what it says of earlier meetings of its body, and what later ones say of it. The
proposals come out the same in whatever order papers come in, and what somebody decided stays decided.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from ingest.filing.following import answering, finding, logs, this_meeting
from ingest.filing.following.finding import Finding
from ingest.filing.following.matters import Matter, asked_before
from ingest.filing.following.passages import Later, later
from ingest.filing.following.subjects import Weights
from minutes.following import clock, numbers, proposals
from minutes.models import Decided, Meeting, Proposal, Resolution
from minutes.plain import words as in_words

REACH = dt.timedelta(days=2 * 366)  # how long after it was agreed a thing is looked for
MOST_LATER = 8  # meetings after a paper that comes in late


def propose(meeting: Meeting) -> None:
    """Look for reports in a meeting's paper, and for reports on it in the papers of the meetings that followed."""
    recommended = Resolution.objects.recommendations().filter(meeting=meeting).order_by("order", "pk")
    numbers.number(recommended.select_related("meeting"))
    clock.refresh(recommended.select_related("meeting__committee"))
    if meeting.date is None or meeting.is_removed:
        return
    after = _same_body(meeting).filter(date__gt=meeting.date, date__lte=meeting.date + REACH).order_by("date", "pk")
    for one in (meeting, *after[:MOST_LATER]):
        if paper := later(one):
            _keep(paper, findings(paper, _earlier(paper)))


def findings(paper: Later, earlier: list[Matter]) -> list[Finding]:
    """All that a paper reports of some earlier matters, one finding a record and effect."""
    weights = Weights([matter.whole for matter in earlier])
    told = list(finding.reported(paper, earlier, weights))
    answered = list(answering.answered(paper, earlier))
    return finding.best_of(
        [
            *told,
            *finding.asked_again(paper, told, weights),
            *finding.all_done(paper, earlier),
            *this_meeting.scheduled(paper, earlier, weights),
            *this_meeting.invited(paper, earlier),
            *logs.logged(paper, earlier, weights),
            *answered,
            *answering.requests_met(paper, earlier, answered),
            *answering.missing(paper, earlier),
        ]
    )


def _same_body(meeting: Meeting) -> Any:
    if meeting.committee_id is not None:
        return Meeting.objects.filter(committee=meeting.committee_id)
    if meeting.council_id is not None:
        return Meeting.objects.filter(committee=None, council=meeting.council_id)
    return Meeting.objects.none()


def _earlier(paper: Later) -> list[Matter]:
    before = _same_body(paper.meeting).filter(date__lt=paper.day, date__gte=paper.day - REACH)
    return asked_before({one.pk: one for one in before})


def _keep(paper: Later, found: list[Finding]) -> None:
    """Bring the proposals from a paper up to what was found in it; what somebody decided is left alone."""
    had = {_key(row): row for row in Proposal.objects.filter(meeting=paper.meeting)}
    for one in found:
        row = had.pop(_key_of(one), None) or Proposal(meeting=paper.meeting)
        if row.decided == Decided.WAITING:
            _write(row, one, paper)
    waiting = [row for row in had.values() if row.decided == Decided.WAITING]
    Proposal.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    touched = [*(one.matter for one in found)]
    actions = {one.action.pk for one in touched if one.action} | {row.action_id for row in waiting if row.action_id}
    clauses = {one.clause.pk for one in touched if one.clause} | {
        row.resolution_id for row in waiting if row.resolution_id
    }
    proposals.order(actions, clauses)


def _key(row: Proposal) -> tuple[Any, ...]:
    return (row.action_id, None if row.action_id else row.resolution_id, row.status, row.response)


def _key_of(one: Finding) -> tuple[Any, ...]:
    action, clause = one.matter.action, one.matter.clause
    return (action.pk if action else None, None if action or clause is None else clause.pk, one.status, one.response)


def _write(row: Proposal, one: Finding, paper: Later) -> None:
    about = one.matter.clause if one.response or one.matter.action is None else None
    values = {
        "action": one.matter.action,
        "resolution": about,
        "item": one.sentence.item,
        "document": paper.meeting.document,
        "page": one.sentence.page,
        "quote": one.sentence.quote,
        "quote_rest": list(one.sentence.quote_rest),
        "status": one.status,
        "response": one.response,
        "on": one.on,
        "why": _why(one, paper),
    }
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _why(one: Finding, paper: Later) -> str:
    """A sentence: what the paper says, and why it is taken to be about this record."""
    return f"The paper of {in_words(paper.day)} {one.says}: {'; '.join(one.grounds)}."
