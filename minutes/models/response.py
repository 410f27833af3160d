from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from minutes.models.extracted import Sourced
from minutes.models.response_rule import Regime
from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class ResponseState(models.TextChoices):
    AWAITING = "awaiting", "Awaiting a response"
    ACCEPTED = "accepted", "Accepted"
    ACCEPTED_IN_PART = "accepted_in_part", "Accepted in part"
    ACCEPTED_IN_PRINCIPLE = "accepted_in_principle", "Accepted in principle"
    NOT_ACCEPTED = "not_accepted", "Not accepted"
    NONE_RECEIVED = "none_received", "None received"


class DueBy(models.TextChoices):
    """What makes a day the last one to answer."""

    PRINTED = "printed", "the minutes name it"
    RULE = "rule", "a rule gives it"
    PERSON = "person", "an officer entered it"


ANSWERED = (
    ResponseState.ACCEPTED,
    ResponseState.ACCEPTED_IN_PART,
    ResponseState.ACCEPTED_IN_PRINCIPLE,
    ResponseState.NOT_ACCEPTED,
)
NO_ANSWER = tuple(state for state in ResponseState if state not in ANSWERED)


class ResponseQuerySet(models.QuerySet["Response"]):
    def visible_to(self, user: User) -> ResponseQuerySet:
        """Without those to exempt recommendations, where the user may not see them."""
        return self.filter(visible(user, "resolution__meeting__", "resolution__item__"))

    def of_recommendations(self) -> ResponseQuerySet:
        """Without those of clauses that were removed, or that somebody found to be no recommendation."""
        from minutes.models.resolution import Decision

        return self.filter(resolution__removed_at=None, resolution__decision=Decision.RECOMMENDED)

    def awaited(self) -> ResponseQuerySet:
        return self.filter(state=ResponseState.AWAITING)

    def overdue(self, today: dt.date | None = None) -> ResponseQuerySet:
        """Awaited, and due before today."""
        return self.awaited().filter(due__lt=today or timezone.localdate())


class Response(Sourced):
    """What became of one recommendation: when it was sent on, what was answered, in which words.

    The source (document, page, quote) is the paper that has the answer. "None received" is a person's judgement
    that no answer will come; a late one is still awaited, and late by today's date.

    ``due`` is the last day to answer, and ``due_by`` says what makes it so: the minutes' own words, a rule (``rule``)
    or a person. Only minutes.following.clock writes these three, but for a day that a person gives.
    ``answered_in`` is the meeting to which the answer was reported.
    """

    CORRECTABLE = (
        "state", "regime", "sent_on", "notice_on", "received_on", "due", "due_by", "answered_on", "answered_by",
        "answered_in", "text",
    )  # fmt: skip

    resolution = models.OneToOneField("minutes.Resolution", on_delete=models.CASCADE, related_name="response")
    state = models.CharField(max_length=24, choices=ResponseState, default=ResponseState.AWAITING)
    sent_on = models.DateField(null=True, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    regime = models.CharField(max_length=10, choices=Regime, blank=True)
    due = models.DateField(null=True, blank=True)
    due_by = models.CharField(max_length=10, choices=DueBy, blank=True)
    rule = models.ForeignKey(
        "minutes.ResponseRule",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="responses",
    )
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(blank=True)
    answered_in = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="answers"
    )
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ResponseQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ["resolution"]
        indexes = [
            models.Index(fields=["state", "due", "resolution"], name="response_by_state_and_due"),
            models.Index(fields=["due", "resolution"], name="response_by_due"),
        ]
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=ResponseState.values), name="response_state_known"),
            models.CheckConstraint(condition=Q(regime__in=["", *Regime.values]), name="response_regime_known"),
            models.CheckConstraint(condition=Q(due_by__in=["", *DueBy.values]), name="response_due_by_known"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(state__in=ANSWERED), name="response_answered_has_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def is_answered(self) -> bool:
        return self.state in ANSWERED

    def days_late(self, today: dt.date | None = None) -> int:
        """Days that an answer is late, or was; 0 where it is not, was not, or no last day is known."""
        if self.due is None or self.state == ResponseState.NONE_RECEIVED:
            return 0
        until = self.answered_on if self.is_answered else today or timezone.localdate()
        return max(0, (until - self.due).days) if until else 0
