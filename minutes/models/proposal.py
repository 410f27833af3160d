from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from minutes.models.action import OPEN, Delivery
from minutes.models.extracted import Sourced
from minutes.models.response import NO_ANSWER, ResponseState
from minutes.permissions import visible

if TYPE_CHECKING:
    from minutes.models.user import User


class Decided(models.TextChoices):
    WAITING = "waiting", "Waiting"
    CONFIRMED = "confirmed", "Confirmed"
    REFUSED = "refused", "Refused"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, user: User) -> ProposalQuerySet:
        """Without what stands in something exempt, or is about it, where the user may not see that."""
        paths = (
            "meeting__",
            "item__",
            "action__meeting__",
            "action__item__",
            "resolution__meeting__",
            "resolution__item__",
        )
        return self.filter(visible(user, *paths))

    def waiting(self) -> ProposalQuerySet:
        """What a person is still to say yes or no to.

        Without what has been overtaken: a better proposal stands before it, the action is closed, or the record was
        removed.
        """
        standing = Q(action__removed_at=None) & Q(resolution__removed_at=None)
        unanswered = Q(resolution__response=None) | Q(resolution__response__state__in=NO_ANSWER)
        open_still = Q(response="") & (Q(action=None) | Q(action__status__in=OPEN)) | ~Q(response="") & unanswered
        return self.filter(standing & open_still, decided=Decided.WAITING, spare=False)

    def refused(self) -> ProposalQuerySet:
        return self.filter(decided=Decided.REFUSED)


class Proposal(Sourced):
    """That a later paper reports on an earlier action or recommendation. It changes nothing until a person confirms.

    The source is the evidence: document, page and words of the later paper, of which ``meeting`` and ``item`` are.
    ``status`` is what the action would become and ``response`` what the recommendation's answer is; both are empty
    for mere word of it. ``on`` is the day that the words name, if they do. ``why`` is a sentence. ``spare`` says that
    another proposal about the same record goes before it (the first paper that says it is done).
    ``decided`` is remembered over readings of the paper: what somebody refused is not proposed again.
    """

    action = models.ForeignKey("minutes.Action", on_delete=models.CASCADE, null=True, related_name="proposals")
    resolution = models.ForeignKey("minutes.Resolution", on_delete=models.CASCADE, null=True, related_name="proposals")
    meeting = models.ForeignKey("minutes.Meeting", on_delete=models.CASCADE, related_name="proposals")
    item = models.ForeignKey("minutes.AgendaItem", on_delete=models.SET_NULL, null=True, related_name="proposals")
    status = models.CharField(max_length=20, choices=Delivery, blank=True)
    response = models.CharField(max_length=24, choices=ResponseState, blank=True)
    on = models.DateField(null=True, blank=True)
    why = models.TextField()
    spare = models.BooleanField(default=False)
    decided = models.CharField(max_length=10, choices=Decided, default=Decided.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_why = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ["meeting", "pk"]
        indexes = [models.Index(fields=["decided", "spare"], name="proposal_by_decision")]
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["action", "meeting", "status", "response"],
                condition=~Q(action=None),
                name="proposal_once_for_an_action",
            ),
            models.UniqueConstraint(
                fields=["resolution", "meeting", "response"],
                condition=Q(action=None),
                name="proposal_once_for_a_resolution",
            ),
            models.CheckConstraint(
                condition=~Q(action=None) | ~Q(resolution=None), name="proposal_about_an_action_or_a_resolution"
            ),
            models.CheckConstraint(condition=Q(status__in=["", *Delivery.values]), name="proposal_status_known"),
            models.CheckConstraint(
                condition=Q(response__in=["", *ResponseState.values]), name="proposal_response_known"
            ),
            models.CheckConstraint(condition=Q(decided__in=Decided.values), name="proposal_decision_known"),
            models.CheckConstraint(
                condition=Q(decided=Decided.WAITING, decided_by=None, decided_at=None)
                | (~Q(decided=Decided.WAITING) & ~Q(decided_by=None) & ~Q(decided_at=None)),
                name="proposal_decided_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.effect}: {self.record}"

    @property
    def record(self) -> models.Model:
        """What it is about: the action, else the recommendation. A constraint has it be about one of them."""
        return self.action or self.resolution

    @property
    def effect(self) -> str:
        """What confirming it would do, in words."""
        parts = [f"answer: {self.get_response_display().lower()}"] if self.response else []
        if self.status:
            parts.append(f"action: {self.get_status_display().lower()}")
        return "; ".join(parts).capitalize() or "Note what was said; nothing changes"

    @property
    def closes(self) -> bool:
        return bool(self.status) and self.status not in OPEN
