from __future__ import annotations

from typing import Any

import django_filters as df
from django import forms
from django.db.models import F, Q, QuerySet

from minutes.figures import SOON, answer_due
from minutes.filters.lists import (
    OF_MEETINGS,
    RecordFilter,
    committee_filter,
    words_filter,
    year_filter,
)
from minutes.models import Regime, Resolution, ResponseState


class RecommendationFilter(RecordFilter):
    """``when`` is the tab: what is awaited by its last day, reckoned from today, and what is answered."""

    TITLE, ONE, MORE = "Recommendations", "recommendation", "recommendations"
    FILE = "recommendations_file"
    EMPTY = "No recommendation has been found. They appear here when minutes that make them have been read."
    ORDERS = {
        **OF_MEETINGS,
        "due": (F("response__due").asc(nulls_last=True), "pk"),
        "-due": (F("response__due").desc(nulls_last=True), "-pk"),
        "recipient": ("recipient", "pk"),
        "-recipient": ("-recipient", "-pk"),
    }
    WHEN = (
        ("overdue", "No answer, late"),
        ("soon", f"Answer due in {SOON} days"),
        ("later", "Answer due later"),
        ("undated", "Awaited, no date"),
        ("answered", "Answered"),
    )

    words = words_filter("Number or words")
    committee = committee_filter("meeting__committee")
    year = year_filter()
    answer = df.ChoiceFilter(
        field_name="response__state", label="Answer", empty_label="Any answer", choices=ResponseState.choices
    )
    regime = df.ChoiceFilter(
        field_name="response__regime", label="Rule", empty_label="Any rule", choices=Regime.choices
    )
    when = df.ChoiceFilter(method="due_when", choices=WHEN, widget=forms.HiddenInput)

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()

    def with_words(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Its words, or its number as it is written: "CF 25/26 03"."""
        found = self.told(queryset.model, value)
        parts = value.upper().split()
        if len(parts) == 3 and parts[2].isdecimal() and "/" in parts[1] and parts[1][:2].isdecimal():
            numbered = {"prefix": parts[0], "year": 2000 + int(parts[1][:2]), "running": int(parts[2][:6])}
            found |= Q(**{f"recommendation_number__{name}": part for name, part in numbered.items()})
        return queryset.filter(found)

    def due_when(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(answer_due(value))
