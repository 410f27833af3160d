"""What became of one recommendation, step by step: made, sent, due, answered, done, judged, closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from minutes.following import clock
from minutes.following.sheets import response_of
from minutes.models import OPEN, Action, ActionUpdate, Judgement, Resolution, Response, ResponseState, User
from minutes.permissions import visible
from minutes.plain import counted


@dataclass(slots=True)
class Step:
    """``evidence`` is the record whose words stand in a paper, if there is one; ``late`` says that it shall stand out.

    ``day`` is empty for what has no day, or has not come; ``to_come`` that this is to be said.
    """

    title: str
    day: dt.date | None = None
    text: str = ""
    quote: str = ""
    evidence: Any = None
    meeting: Any = None
    by: str = ""
    late: bool = False
    was_late: bool = False
    to_come: bool = False
    links: list[tuple[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation with all that is known of it, as one user may see it."""

    resolution: Resolution
    response: Response
    actions: list[Action]
    updates: list[ActionUpdate]
    judgements: list[Judgement]

    @classmethod
    def of(cls, resolution: Resolution, user: User) -> Followed:
        """In three queries."""
        actions = (
            Action.objects.visible_to(user).filter(resolution=resolution).select_related("owner_person", "meeting")
        )
        updates = ActionUpdate.objects.visible_to(user).filter(action__in=actions)
        updates = updates.select_related("by", "meeting__committee", "document", "action").order_by("on", "pk")
        judged = (
            resolution.judgements.filter(visible(user, "meeting__"))
            .select_related("by", "meeting__committee")
            .order_by("on", "pk")
        )
        return cls(resolution, response_of(resolution), list(actions), list(updates), list(judged))

    @property
    def next_step(self) -> str:
        """What an officer does next: "send", "answer", "deliver", "judge", or nothing (empty)."""
        response = self.response
        if not response.is_answered and response.state != ResponseState.NONE_RECEIVED:
            if response.sent_on is None and response.received_on is None and response.due is None:
                return "send"
            return "answer"
        if any(action.status in OPEN for action in self.actions):
            return "deliver"
        return "" if self.judgements else "judge"

    def steps(self) -> list[Step]:
        """From what was recommended to what closed it, by day; what has no day yet stands behind what it follows."""
        told = [self._made(), *self._sent(), self._due()]
        later = [
            *([self._answer()] if self.response.is_answered else []),
            *[_update(update) for update in self.updates if not self._is_the_answer(update)],
            *[_judged(judgement) for judgement in self.judgements],
        ]
        in_order = _by_day([*told, *later])
        return in_order if self.response.is_answered else [*in_order, self._answer()]

    def _made(self) -> Step:
        resolution = self.resolution
        return Step("Recommended", resolution.meeting.date, evidence=resolution, meeting=resolution.meeting)

    def _sent(self) -> list[Step]:
        response = self.response
        told = [
            Step(title, day)
            for title, day in (
                ("Sent on", response.sent_on),
                ("Response asked for", response.notice_on),
                ("Received", response.received_on),
            )
            if day
        ]
        return told or [Step("Sent on", text="Nobody has recorded when it was sent.", to_come=True)]

    def _due(self) -> Step:
        response = self.response
        return Step("Answer due", response.due, clock.in_words(self.resolution, response), to_come=response.due is None)

    def _answer(self) -> Step:
        response = self.response
        late = response.days_late()
        said = clock.standing(response)
        if not response.is_answered:
            return Step(said, late=bool(late))
        return Step(
            response.get_state_display(),
            response.answered_on,
            f"{counted(late, 'day')} late" if late else "",
            quote=response.text,
            evidence=response if response.document_id else None,
            meeting=response.answered_in,
            by=f"by {response.answered_by}" if response.answered_by else "",
            was_late=bool(late),
        )

    def _is_the_answer(self, update: ActionUpdate) -> bool:
        """Whether an update says no more than the answer that stands above it."""
        same = bool(update.quote) and update.quoted_words == self.response.quoted_words
        return same and update.meeting_id == self.response.answered_in_id and not update.status


def _by_day(steps: list[Step]) -> list[Step]:
    """By day; a step without one goes with the step before it."""
    placed, last = [], dt.date.min
    for number, step in enumerate(steps):
        last = step.day or last
        placed.append((last, number, step))
    return [step for _, _, step in sorted(placed, key=lambda one: one[:2])]


def _update(update: ActionUpdate) -> Step:
    became = update.get_status_display() if update.status and update.status != update.was else "Update"
    quoted = bool(update.quote) and update.quoted_words == update.text
    return Step(
        became,
        update.on,
        "" if quoted else update.text,
        quote=update.quoted_words,
        evidence=update if update.document_id else None,
        meeting=update.meeting,
        by=f"recorded by {update.by}",
    )


def _judged(judgement: Judgement) -> Step:
    title = f"Committee’s judgement: {judgement.get_rating_display()}"
    return Step(title, judgement.on, judgement.text, meeting=judgement.meeting, by=f"recorded by {judgement.by}")
