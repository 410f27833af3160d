from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.extracted import Sourced


class ResponseState(models.TextChoices):
    AWAITING = "awaiting", "Awaiting a response"
    ACCEPTED = "accepted", "Accepted"
    ACCEPTED_IN_PART = "accepted_in_part", "Accepted in part"
    ACCEPTED_IN_PRINCIPLE = "accepted_in_principle", "Accepted in principle"
    NOT_ACCEPTED = "not_accepted", "Not accepted"
    NONE_RECEIVED = "none_received", "None received"


ANSWERED = ("accepted", "accepted_in_part", "accepted_in_principle", "not_accepted")


class Response(Sourced):
    """What became of one recommendation: when it was sent on, what was answered, in which words.

    The source (document, page, quote) is the paper that has the answer. "None received" is a person's judgement
    that no answer will come; a late one is still awaited, and late by today's date.
    """

    CORRECTABLE = ("state", "sent_on", "received_on", "due", "answered_on", "answered_by", "text")

    resolution = models.OneToOneField("minutes.Resolution", on_delete=models.CASCADE, related_name="response")
    state = models.CharField(max_length=24, choices=ResponseState, default=ResponseState.AWAITING)
    sent_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(blank=True)
    text = models.TextField(blank=True)

    class Meta(Sourced.Meta):
        ordering = ["resolution"]
        indexes = [models.Index(fields=["state", "due"], name="response_by_state_and_due")]
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=ResponseState.values), name="response_state_known"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(state__in=ANSWERED), name="response_answered_has_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
