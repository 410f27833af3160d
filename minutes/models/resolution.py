from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet
from minutes.models.response import ResponseState

UNANSWERED = Q(response=None) | Q(response__state=ResponseState.AWAITING)


class Decision(models.TextChoices):
    APPROVED = "approved", "Approved"
    NOTED = "noted", "Noted"
    RECOMMENDED = "recommended", "Recommended"
    REQUESTED = "requested", "Requested"
    AGREED = "agreed", "Agreed"


class ResolutionQuerySet(ExtractedQuerySet):
    EXEMPT = ("meeting__", "item__")

    def recommendations(self) -> ResolutionQuerySet:
        """What was recommended to the executive or another body, and so is owed an answer."""
        return self.filter(decision=Decision.RECOMMENDED)

    def awaiting_response(self) -> ResolutionQuerySet:
        """Recommendations that nobody answered yet, or whose missing answer was not given up."""
        return self.recommendations().filter(UNANSWERED)


class Resolution(Extracted):
    """One clause of what the body decided. ``recipient`` is whom a recommendation is made to."""

    WORDS = "text"
    READ = ("item", "number", "text", "decision", "recipient")
    WITHIN = ("item",)

    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="resolutions")
    item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="resolutions"
    )
    order = models.PositiveIntegerField(default=0)
    number = models.CharField(blank=True)
    text = models.TextField()
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    recipient = models.CharField(blank=True)

    objects = CurrentManager.from_queryset(ResolutionQuerySet)()
    everything = ResolutionQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = ["meeting", "order", "pk"]
        indexes = [
            *Extracted.Meta.indexes,
            # In the order of their answers, with what can be exempt: what counts recommendations reads it alone.
            models.Index(fields=["decision", "removed_at", "id", "meeting", "item"], name="resolution_by_decision"),
        ]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=Q(decision__in=["", *Decision.values]), name="resolution_decision_known"),
            models.CheckConstraint(condition=~Q(text=""), name="resolution_has_a_text"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_recommendation(self) -> bool:
        return self.decision == Decision.RECOMMENDED

    @property
    def response_state(self) -> str:
        """What the executive answered; awaiting as long as nobody wrote an answer down. Empty for other decisions."""
        if not self.is_recommendation:
            return ""
        response = getattr(self, "response", None)
        return response.state if response else ResponseState.AWAITING
