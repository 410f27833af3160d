from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from minutes.counting import ends
from minutes.models.committee import Committee
from minutes.models.document import Kind
from minutes.models.extracted import CurrentManager, Extracted, ExtractedQuerySet
from minutes.plain import words

if TYPE_CHECKING:
    from minutes.models.user import User

FIRST_MONTH = 5  # a municipal year runs from May to April


def municipal_year(day: dt.date) -> int:
    """The year in which the municipal year of a day begins.

    >>> municipal_year(dt.date(2026, 4, 30)), municipal_year(dt.date(2026, 5, 1))
    (2025, 2026)
    """
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def year_in_words(year: int) -> str:
    """
    >>> year_in_words(2025)
    '2025/26'
    """
    return f"{year}/{(year + 1) % 100:02}"


def days_of(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a municipal year.

    >>> days_of(2025)
    (datetime.date(2025, 5, 1), datetime.date(2026, 4, 30))
    """
    return dt.date(year, FIRST_MONTH, 1), dt.date(year + 1, FIRST_MONTH, 1) - dt.timedelta(days=1)


class MinutesStatus(models.TextChoices):
    DRAFT = "draft", "Draft"
    CONFIRMED = "confirmed", "Confirmed"
    AMENDED = "amended", "Confirmed as amended"


class CheckState(models.TextChoices):
    """How far somebody has looked a meeting's records over."""

    UNCHECKED = "unchecked", "Unchecked"
    BEING_CHECKED = "being_checked", "Being checked"
    CHECKED = "checked", "Checked"


class MeetingQuerySet(ExtractedQuerySet):
    EXEMPT = ("",)

    def in_check_state(self, state: str) -> MeetingQuerySet:
        conditions = {
            CheckState.UNCHECKED: Q(checker=None),
            CheckState.BEING_CHECKED: Q(checker__isnull=False, checked_at__isnull=True),
            CheckState.CHECKED: Q(checked_at__isnull=False),
        }
        return self.filter(conditions[CheckState(state)])

    def in_municipal_year(self, year: int) -> MeetingQuerySet:
        """Meetings from 1 May of ``year`` to 30 April of the next."""
        first, last = days_of(year)
        return self.filter(date__gte=first, date__lte=last)

    def municipal_years(self) -> list[int]:
        """The years in which these meetings' municipal years begin, newest first.

        A look into the index for each year, however many meetings there are.
        """
        years: list[int] = []
        days = self.order_by("-date").values_list("date", flat=True)
        day = days.exclude(date=None).first()
        while day is not None:
            years.append(municipal_year(day))
            day = days.filter(date__lt=days_of(years[-1])[0]).first()
        return years

    def years_spanned(self) -> list[int]:
        """The municipal years from the first of these meetings to the last, newest first, with those between."""
        day = self.model._meta.get_field("date").to_python  # SQLite knows no days
        first, last = map(day, ends(self.exclude(date=None), "date"))
        return list(range(municipal_year(last), municipal_year(first) - 1, -1)) if first else []

    def in_lists(self, user: User) -> MeetingQuerySet:
        """Without reports that went to a meeting which the user may see: they are shown as papers of it."""
        # Few are reports. Asked for the others too, PostgreSQL would first go through every meeting there is.
        seen = Exists(Meeting.objects.visible_to(user).filter(pk=OuterRef("reported_to")))
        return self.filter(Q(reported_to=None) | ~seen)

    def that_may_have_heard_of(self, record: Any) -> MeetingQuerySet:
        """Of the committee that agreed a record: its own meeting and those after it, the latest first."""
        meeting = record.meeting
        same = self.filter(committee=meeting.committee_id)
        return (same.filter(date__gte=meeting.date) if meeting.date else same).latest_first()

    def latest_first(self) -> MeetingQuerySet:
        return self.order_by(F("date").desc(nulls_last=True), "-pk")

    def newest(self, count: int) -> list[Meeting]:
        """The first of them, latest first. PostgreSQL has no index that ends with the days that are not known."""
        dated, undated = self.exclude(date=None).order_by("-date", "-pk"), self.filter(date=None).order_by("-pk")
        return [*dated[:count], *undated[:count]][:count]


class Meeting(Extracted):
    """A meeting, or what a briefing note or a portfolio holder's report says of one.

    ``committee`` and ``date`` may be unknown, but not both: such a paper could not be told from any other, and
    no list could show it. ``sources`` has, by field, where its value was read: text, page, boxes, paragraph, rest.
    ``confirmed_in`` is the meeting that confirmed these minutes, ``confirmed_under`` the item of it that did.
    ``reported_to`` is, for a report, the meeting that it went to: lists show it as a paper of that one. All three
    and ``status`` are worked out from the committee's papers after each filing, but where a person said otherwise.
    ``checker`` looks its records over, or did: then ``checked_at`` says when. Only ``minutes.checking.meeting_state``
    writes these two.
    """

    READ = (
        "council",
        "committee",
        "kind",
        "title",
        "date",
        "start_time",
        "end_time",
        "venue",
        "next_date",
        "next_time",
        "next_venue",
        "signatory",
    )
    CORRECTABLE = ("status", "confirmed_in", "reported_to", "exempt")

    council = models.ForeignKey(
        "minutes.Council", on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    committee = models.ForeignKey(
        "minutes.Committee", on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    title = models.CharField(blank=True)
    date = models.DateField(null=True, blank=True)
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    venue = models.CharField(blank=True)
    next_date = models.DateField("date of the next meeting", null=True, blank=True)
    next_time = models.TimeField("time of the next meeting", null=True, blank=True)
    next_venue = models.CharField("venue of the next meeting", blank=True)
    signatory = models.CharField(blank=True)
    status = models.CharField(max_length=10, choices=MinutesStatus, default=MinutesStatus.DRAFT)
    confirmed_in = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="confirmed_minutes"
    )
    confirmed_under = models.ForeignKey(
        "minutes.AgendaItem",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="confirmed_minutes",
    )
    reported_to = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        help_text="For a report: the meeting that it went to.",
    )
    exempt = models.BooleanField(default=False, help_text="Only officers and administrators may see it.")
    sources = models.JSONField(default=dict, blank=True, editable=False)
    checker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CurrentManager.from_queryset(MeetingQuerySet)()
    everything = MeetingQuerySet.as_manager()

    class Meta(Extracted.Meta):
        ordering = [F("date").desc(nulls_last=True), "-pk"]
        indexes = [
            *Extracted.Meta.indexes,
            models.Index(fields=["-date", "-id"], name="meeting_by_date"),
            models.Index(fields=["committee", "-date"], name="meeting_by_committee"),
            # With what else each must be: SQLite goes through all meetings otherwise, to see that none is of a kind.
            models.Index(fields=["kind", "date", "id", "removed_at", "exempt"], name="meeting_by_kind"),
            # What counts the meetings that a committee has held reads it, and none of their long rows.
            models.Index(fields=["committee", "kind", "removed_at", "date", "exempt"], name="meeting_held"),
            # Of those that have one alone: SQLite takes an index most of whose rows are empty for one of no use.
            models.Index(fields=["reported_to"], name="meeting_by_report", condition=Q(reported_to__isnull=False)),
            models.Index(fields=["date", "id"], name="meeting_checked", condition=Q(checked_at__isnull=False)),
            models.Index(
                fields=["date", "id"],
                name="meeting_being_checked",
                condition=Q(checker__isnull=False, checked_at__isnull=True),
            ),
            models.Index(fields=["id", "reported_to"], name="meeting_report", condition=Q(reported_to__isnull=False)),
            # What counts a committee's meetings reads it alone.
            models.Index(fields=["committee", "removed_at", "exempt", "reported_to"], name="meeting_counted"),
            # What asks whether a record's meeting is exempt looks among these few.
            models.Index(fields=["id"], name="meeting_exempt", condition=Q(exempt=True)),
        ]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=["", *Kind.values]), name="meeting_kind_known"),
            models.CheckConstraint(condition=Q(status__in=MinutesStatus.values), name="meeting_status_known"),
            models.CheckConstraint(
                condition=~Q(committee=None) | ~Q(council=None) | ~Q(date=None),
                name="meeting_has_a_body_or_a_date",
                violation_error_message="Give the committee, the council or the date: a meeting needs one of them.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_in=None) | ~Q(confirmed_in=F("id")), name="meeting_not_confirmed_in_itself"
            ),
            models.CheckConstraint(
                condition=Q(reported_to=None) | ~Q(reported_to=F("id")), name="meeting_not_reported_to_itself"
            ),
            models.CheckConstraint(condition=Q(checked_at=None) | ~Q(checker=None), name="meeting_checked_by_someone"),
        ]

    def __str__(self) -> str:
        body = self.body or "Meeting of an unknown committee"
        day = words(self.date) if self.date else "no date"
        return f"{body}, {day}"

    def implied(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """A meeting of another committee is one of that committee's council."""
        if wanted.get("committee") in (None, self.committee_id) or "council" in wanted:
            return {}
        council = Committee.objects.filter(pk=wanted["committee"]).values_list("council", flat=True).first()
        return {"council": council} if council else {}

    @property
    def body(self) -> str:
        """Who met: the committee, else the council, else what the paper is called; empty where nothing is known."""
        return str(self.committee or self.council or self.title)

    @property
    def municipal_year(self) -> str:
        """
        The municipal year in words, "2025/26"; empty without a date.
        """
        return year_in_words(municipal_year(self.date)) if self.date else ""

    @property
    def check_state(self) -> CheckState:
        if self.checked_at:
            return CheckState.CHECKED
        return CheckState.BEING_CHECKED if self.checker_id else CheckState.UNCHECKED

    def neighbours(self) -> tuple[Any, Any]:
        """The meetings of the same committee before and after this one, or None."""
        if self.committee_id is None or self.date is None:
            return None, None
        same = Meeting.objects.filter(committee=self.committee_id, kind=self.kind, exempt__in={False, self.exempt})
        return (
            same.filter(date__lt=self.date).order_by("-date", "-pk").first(),
            same.filter(date__gt=self.date).order_by("date", "pk").first(),
        )
