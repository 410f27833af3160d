from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ingest.reading.model import Problem
from ingest.reading.version import version

CLAIM = dt.timedelta(minutes=1)  # renewed while the child is at work, so a dead worker is noticed after this
WAKE_AGAIN = dt.timedelta(minutes=2)  # a message that long unanswered is taken as lost
KEPT_WAITING = dt.timedelta(minutes=5)
ATTEMPTS = 3  # a paper that a worker died over that often is not tried again by itself


class State(models.TextChoices):
    WAITING = "waiting", "Waiting"
    READING = "reading", "Being read"
    READ = "read", "Read"
    READ_WITH_PROBLEMS = "read_with_problems", "Read with problems"
    COULD_NOT_READ = "could_not_read", "Could not be read"


OPEN = (State.WAITING, State.READING)


class ReadingQuerySet(models.QuerySet["Reading"]):
    def open(self) -> ReadingQuerySet:
        return self.filter(state__in=OPEN)

    def claimable(self) -> ReadingQuerySet:
        """Waiting, or claimed by a worker that has not been heard of since its claim ran out."""
        return self.filter(Q(state=State.WAITING) | Q(state=State.READING, claim_expires_at__lt=timezone.now()))

    def to_wake(self) -> ReadingQuerySet:
        """Claimable ones that no message is on its way for, as far as can be known; the oldest first."""
        asked_before = timezone.now() - WAKE_AGAIN
        quiet = Q(woken_at=None) | Q(woken_at__lt=asked_before) | Q(state=State.READING)
        return self.claimable().filter(quiet).order_by("pk")

    def claim(self, pk: int) -> Reading | None:
        """The reading, now this caller's alone; None where somebody else has it or nothing is left to do.

        One UPDATE decides between two callers, on every database.
        """
        token, now = uuid.uuid4(), timezone.now()
        won = (
            self.claimable()
            .filter(pk=pk)
            .update(
                state=State.READING,
                claimed_by=token,
                claim_expires_at=now + CLAIM,
                attempts=F("attempts") + 1,
                started_at=now,
                pages_done=0,
                pages_total=0,
                problems=[],
            )
        )
        return self.select_related("document").get(pk=pk) if won else None

    def woken(self, pk: int) -> None:
        self.filter(pk=pk).update(woken_at=timezone.now())

    def latest(self) -> ReadingQuerySet:
        """The newest reading of each document."""
        newer = Reading.objects.filter(document=models.OuterRef("document"), pk__gt=models.OuterRef("pk"))
        return self.filter(~models.Exists(newer))

    def by_earlier_readers(self) -> ReadingQuerySet:
        """Those that are over, by another version of the reader than this one; what it was may not be known."""
        return self.exclude(state__in=OPEN).exclude(reader_version=version())

    def for_rows(self) -> ReadingQuerySet:
        """With what a row shows, in one query."""
        return self.select_related("document", "meeting__committee", "asked_by")


class Reading(models.Model):
    """One attempt at one document, and the truth about what is still to be read: the broker only wakes a worker."""

    document = models.ForeignKey("minutes.Document", on_delete=models.CASCADE, related_name="readings")
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    pages_done = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(default=0, help_text="0 until the reader knows.")
    problems = models.JSONField(default=list, blank=True, help_text="[{sentence, page}] in an officer's words.")
    reason = models.CharField(max_length=40, blank=True, help_text="Why it could not be read, in one word.")
    reader_version = models.CharField(max_length=40, blank=True)
    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="readings"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    woken_at = models.DateTimeField(null=True, blank=True, help_text="When a worker was last sent for.")
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.UUIDField(null=True, blank=True, editable=False)
    claim_expires_at = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "claim_expires_at"], name="reading_by_claim")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="reading_state_known"),
            models.CheckConstraint(condition=Q(pages_done__lte=F("pages_total")), name="reading_pages_in_range"),
            models.CheckConstraint(
                condition=(
                    Q(state=State.READING, claimed_by__isnull=False, claim_expires_at__isnull=False)
                    | (~Q(state=State.READING) & Q(claimed_by=None, claim_expires_at=None))
                ),
                name="reading_claimed_while_read",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, finished_at=None) | (~Q(state__in=OPEN) & Q(finished_at__isnull=False)),
                name="reading_finished_or_open",
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(state__in=OPEN), name="reading_one_open_a_document"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_by_earlier_reader(self) -> bool:
        return not self.is_open and self.reader_version != version()

    @property
    def is_kept_waiting(self) -> bool:
        """Longer than a worker that is there leaves a paper waiting."""
        return self.state == State.WAITING and self.asked_at < timezone.now() - KEPT_WAITING

    @property
    def sentences(self) -> list[str]:
        """What is wrong, in an officer's words."""
        return [problem["sentence"] for problem in self.problems]

    def _mine(self) -> ReadingQuerySet:
        return Reading.objects.filter(pk=self.pk, state=State.READING, claimed_by=self.claimed_by)

    def page_done(self, done: int, total: int) -> bool:
        """Writes how far the reader is and renews the claim; False where the claim was lost to another worker."""
        self.pages_done, self.pages_total = min(done, total), total
        self.claim_expires_at = timezone.now() + CLAIM
        return bool(
            self._mine().update(pages_done=self.pages_done, pages_total=total, claim_expires_at=self.claim_expires_at)
        )

    def put_off(self, problem: Problem | None = None, *, counted: bool = False) -> bool:
        """Gives the reading back for another try, and says why it waits; False where the claim was lost.

        ``counted`` says that the try was one of ATTEMPTS: it ended over this paper, and not because the database or
        a disk was away.
        """
        said = [{"sentence": problem.sentence, "page": problem.page}] if problem else []
        tried = self.attempts if counted else self.attempts - 1
        waiting = {"state": State.WAITING, "claimed_by": None, "claim_expires_at": None, "problems": said}
        return bool(self._mine().update(**waiting, attempts=tried, woken_at=timezone.now()))

    def finish(self, state: State, problems: tuple[Problem, ...] = (), **values: Any) -> bool:
        """Records the outcome; False, and nothing recorded, where the claim was lost to another worker."""
        outcome = values | {
            "state": state,
            "problems": [{"sentence": problem.sentence, "page": problem.page} for problem in problems],
            "reader_version": version(),
            "finished_at": timezone.now(),
            "claimed_by": None,
            "claim_expires_at": None,
        }
        if not self._mine().update(**outcome):
            return False
        for name, value in outcome.items():
            setattr(self, name, value)
        return True
