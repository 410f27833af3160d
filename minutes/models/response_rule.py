from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from minutes.plain import counted

if TYPE_CHECKING:
    from minutes.models.committee import Committee


class Regime(models.TextChoices):
    """By which law or agreement a recommendation is owed an answer."""

    EXECUTIVE = "executive", "To the council’s executive"
    HEALTH = "health", "To a health body"
    CRIME = "crime", "To a crime and disorder partner"
    LOCAL = "local", "By a local agreement"


class Starts(models.TextChoices):
    """From which day a period runs."""

    RECEIVED = "received", "the day it was received, or notice was given if that is later"
    NOTICE = "notice", "the day a response was asked for"
    MADE = "made", "the day it was recommended"


def last_day(start: dt.date, months: int | None, days: int | None, first_day_counts: bool) -> dt.date:
    """The last day of a period of calendar months or of days that runs from ``start``.

    A period "beginning with" a day counts that day, and ends on the one before the day of the same number. A period
    of some days or months "after" or "of" a day does not count it, and ends on the day of the same number. Where the
    last month has no day of that number, either ends with that month (Dodds v Walker [1981] 1 WLR 1027; Halsbury's
    Laws of England, Time). Weekends and bank holidays count, and a last day that is one stays the last.

    >>> last_day(dt.date(2025, 9, 17), 2, None, True), last_day(dt.date(2025, 12, 31), 2, None, True)
    (datetime.date(2025, 11, 16), datetime.date(2026, 2, 28))
    """
    if months is None:
        end = start + dt.timedelta(days=days or 0)
    else:
        years, month = divmod(start.month - 1 + months, 12)
        length = calendar.monthrange(start.year + years, month + 1)[1]
        if start.day > length:
            return dt.date(start.year + years, month + 1, length)
        end = start.replace(year=start.year + years, month=month + 1)
    return end - dt.timedelta(days=1) if first_day_counts else end


class ResponseRuleQuerySet(models.QuerySet["ResponseRule"]):
    def holding(self, regime: str, committee: Committee | None, day: dt.date) -> ResponseRule | None:
        """The rule for a regime on a day: a committee's own before one for all, the newest before an older one."""
        own = Q(committee=committee) if committee else Q(pk__in=[])
        found = self.filter(own | Q(committee=None), holds_from__lte=day, regime=regime)
        return found.order_by(F("committee").asc(nulls_last=True), "-holds_from").first()


class ResponseRule(models.Model):
    """How long somebody has to answer a recommendation: a statute's rule, or a council's or committee's own.

    The period is in months or in days, one of the two; ``first_day_counts`` as ``last_day`` says. A rule holds for
    what was recommended from ``holds_from`` on, until a newer one of its kind; a committee's own goes before one for
    all. ``source`` names the law, or where the council agreed it.

    What the statutes' three rules take for granted, and what no rule can know, is in docs/decisions/0017.
    """

    regime = models.CharField(max_length=10, choices=Regime)
    committee = models.ForeignKey(
        "minutes.Committee",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="response_rules",
        help_text="Empty for all committees.",
    )
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    starts = models.CharField("the period runs from", max_length=10, choices=Starts, default=Starts.RECEIVED)
    first_day_counts = models.BooleanField(
        default=False,
        help_text=(
            "Tick it for “two months beginning with the date”. "
            "Leave it for “within 28 days of the request”: counting begins on the day after."
        ),
    )
    holds_from = models.DateField(help_text="It is for what was recommended on this day or later.")
    source = models.CharField(help_text="The law, or where it was agreed: Council, 14 May 2026, minute 12.")

    objects = ResponseRuleQuerySet.as_manager()

    class Meta:
        ordering = ["regime", "committee", "holds_from"]
        constraints = [
            models.CheckConstraint(condition=Q(regime__in=Regime.values), name="response_rule_regime_known"),
            models.CheckConstraint(condition=Q(starts__in=Starts.values), name="response_rule_start_known"),
            models.CheckConstraint(
                condition=Q(months=None, days__gte=1) | Q(days=None, months__gte=1),
                name="response_rule_has_one_period",
                violation_error_message="Give the period in months or in days, one of the two.",
            ),
            models.UniqueConstraint(fields=["regime", "committee", "holds_from"], name="response_rule_once_from_a_day"),
            models.UniqueConstraint(
                fields=["regime", "holds_from"],
                condition=Q(committee=None),
                name="response_rule_for_all_once_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}: {self.source}"

    @property
    def period(self) -> str:
        """In words: "2 months", "28 days"."""
        return counted(self.months, "month") if self.months else counted(self.days or 0, "day")

    @property
    def counted_from(self) -> str:
        """The words between the period and the day it runs from, as a law would have them."""
        return "beginning with" if self.first_day_counts else "after"

    def last_day(self, start: dt.date) -> dt.date:
        """The last day to answer, of a period that runs from ``start``."""
        return last_day(start, self.months, self.days, self.first_day_counts)
