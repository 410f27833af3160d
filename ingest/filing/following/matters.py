"""What was asked for earlier, as it is looked for in later papers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from ingest.filing.following.subjects import Subject, subject, without_days
from minutes.models import Action, Meeting, Resolution
from minutes.wording import key

# "The breakdown of vacancies be included in the report": the thing stands before the verb
_SUBJUNCTIVE = re.compile(
    r"\s(?:be|to\s+be|should\s+be|would\s+be|will\s+be)\s+(?:\w+ly\s+)?(?=(?:included|presented|provided|brought|"
    r"supplied|sent|circulated|submitted|shared|added|reported|given|arranged|made|e-?mailed|established|introduced|"
    r"reviewed|published|prepared|produced|invited)\b)",
    re.IGNORECASE,
)
# What is to be delivered to somebody, and not merely brought about
_PAPERS = re.compile(
    r"\b(?:report|reports|figures|list|breakdown|leaflet|note|notes|findings|presentation|information|update|link|"
    r"chart|diagram|data|details|statistics|copy|summary|briefing|paper|protocol|addresses|numbers?|cost|costs)\b",
    re.IGNORECASE,
)
_DELIVER = re.compile(
    r"\b(?:provide|circulate|send|supply|share|e-?mail|present|bring|submit|report\s+back|informed?|forward|"
    r"distribute|publish|provided|circulated|sent|supplied|presented|brought|submitted)\b",
    re.IGNORECASE,
)
_MAKES = re.compile(r"\b(?:rewrite|write|visit|arrange|establish|introduce|extend|invite|meet|raise)\b", re.IGNORECASE)
ASKS_FOR_ANSWER = re.compile(r"\b(?:respond|response|reply)\b(?!\s+(?:of|to\s+the\s+consultation))", re.IGNORECASE)
_RECIPIENT_WORDS = frozenset(
    {"member", "members", "responsibility", "with", "for", "of", "the", "and", "to", "board", "portfolio", "holder"}
)


@dataclass(frozen=True)
class Matter:
    """An action or a recommendation; ``clause`` is the latter, or the one that the action comes of.

    ``day`` is that of its meeting.
    """

    record: Action | Resolution
    clause: Resolution | None
    meeting: Meeting
    day: dt.date

    @property
    def action(self) -> Action | None:
        return self.record if isinstance(self.record, Action) else None

    @property
    def text(self) -> str:
        return str(self.record.text)

    @property
    def due(self) -> dt.date | None:
        return self.action.due if self.action else None

    @property
    def is_recommendation(self) -> bool:
        return self.clause is not None and self.clause.is_recommendation

    @cached_property
    def owner(self) -> str:
        """Who is to act, in as many words as the paper has for it."""
        if self.clause is not None and self.clause.recipient:
            return str(self.clause.recipient)
        return " ".join(filter(None, (self.action.owner, self.action.owner_printed))) if self.action else ""

    @property
    def named(self) -> str:
        """Who is to act, in one form."""
        return str(
            self.clause.recipient if self.clause and self.clause.recipient else self.action and self.action.owner
        )

    @cached_property
    def owner_key(self) -> frozenset[str]:
        """The words by which an owner is told from others: "highways", "transport"."""
        return frozenset(key(self.owner).split()) - _RECIPIENT_WORDS

    @cached_property
    def thing(self) -> Subject:
        """What is to come about, without whom it is asked of and when."""
        words = without_days(self.text)
        before = _SUBJUNCTIVE.split(words, maxsplit=1)[0]
        told = subject(before)
        told = told if told.telling else subject(words)
        owner = subject(self.owner).telling
        return Subject(told.telling - owner or told.telling, told.routine)

    @cached_property
    def whole(self) -> Subject:
        """All that the record and the title of its item say."""
        title = self.record.item.title if self.record.item else ""
        own, more = subject(without_days(self.text)), subject(title)
        return Subject(own.telling | more.telling, own.routine | more.routine)

    @cached_property
    def wants_paper(self) -> bool:
        """Whether something is to be sent or shown: only words of sending and showing say that this was done."""
        words = re.sub(r"\b[A-Z]{2,}\b", " ", self.text)  # SEND is no sending
        if _MAKES.search(words) and not _DELIVER.search(words):
            return False
        return bool(_DELIVER.search(words) or _PAPERS.search(" ".join(self.text.split()[:8])))

    @cached_property
    def asks_for_answer(self) -> bool:
        return self.action is not None and bool(ASKS_FOR_ANSWER.search(self.text))

    @cached_property
    def number(self) -> str:
        """The clause's number without brackets and stops: "3", "b"."""
        return re.sub(r"[^\w]", "", self.clause.number).lower() if self.clause else ""


def asked_before(meetings: dict[int, Meeting]) -> list[Matter]:
    """All actions of some meetings that have a day, and the recommendations that no action stands for."""
    actions = Action.objects.filter(meeting__in=meetings).select_related("resolution", "item", "owner_person")
    found = [_of_action(action, meetings[action.meeting_id]) for action in actions.order_by("meeting", "order", "pk")]
    covered = {one.clause.pk for one in found if one.clause}
    alone = Resolution.objects.recommendations().filter(meeting__in=meetings).exclude(pk__in=covered)
    found += [_of(clause, clause, meetings[clause.meeting_id]) for clause in alone.select_related("item")]
    return [one for one in found if one is not None]


def _of_action(action: Action, meeting: Meeting) -> Matter | None:
    clause = action.resolution
    return _of(action, clause if clause and not clause.is_removed else None, meeting)


def _of(record: Action | Resolution, clause: Resolution | None, meeting: Meeting) -> Matter | None:
    return Matter(record, clause, meeting, meeting.date) if meeting.date else None
