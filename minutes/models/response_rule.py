from __future__ import annotations

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


class ResponseRuleQuerySet(models.QuerySet["ResponseRule"]):
    def holding(self, regime: str, committee: Committee | None, day: dt.date) -> ResponseRule | None:
        """The rule for a regime on a day: a committee's own before one for all, the newest before an older one."""
        own = Q(committee=committee) if committee else Q(pk__in=[])
        found = self.filter(own | Q(committee=None), holds_from__lte=day, regime=regime)
        return found.order_by(F("committee").asc(nulls_last=True), "-holds_from").first()


class ResponseRule(models.Model):
    """How long somebody has to answer a recommendation: a statute's rule, or a council's or committee's own.

    The period is in months or in days, one of the two. ``first_day_counts`` for "two months beginning with the date":
    then a period from 17 September ends on 16 November. A rule holds for what was recommended
    from ``holds_from`` on, until a newer one of its kind. ``source`` names the law, or where the council agreed it.
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
    first_day_counts = models.BooleanField(default=False, help_text="As in “two months beginning with the date”.")
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
