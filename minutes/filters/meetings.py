from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import django_filters as df
from django import forms
from django.db.models import F, QuerySet

from minutes.checking.questions import by_meeting
from minutes.filters.lists import Choices, ListFilter, committee_filter, words_filter, year_filter
from minutes.models import (
    CheckState,
    Kind,
    Meeting,
)


class MeetingFilter(ListFilter):
    TITLE, ONE, MORE, FILE = "Meetings", "meeting", "meetings", "meetings_file"
    EMPTY = "There are no meetings yet. They appear here when papers have been uploaded and read."
    ORDERS: ClassVar[dict[str, tuple[Any, ...]]] = {
        "-met": (F("date").desc(nulls_last=True), "-pk"),
        "met": (F("date").asc(nulls_last=True), "pk"),
    }

    words = words_filter()
    committee = committee_filter("committee")
    year = year_filter()
    kind = df.ChoiceFilter(label="Kind of paper", empty_label="All kinds", choices=Kind.choices)
    checked = df.ChoiceFilter(
        method="in_check_state", label="Checked or not", empty_label="All meetings", choices=CheckState.choices
    )
    questions = df.BooleanFilter(method="in_question", label="Needs a look only", widget=forms.CheckboxInput)

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ()

    def choices(self) -> dict[str, Callable[[], Choices]]:
        return {"year": self.years}

    def filter_queryset(self, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        """A report is shown with the meeting that it went to, but where somebody looks for what stands in it."""
        found = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        sought = any(asked.get(name) for name in ("words", "kind", "questions"))
        return found if sought else found.in_lists(self.request.user)

    def in_year(self, queryset: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        return queryset.in_municipal_year(int(value))

    def in_check_state(self, queryset: QuerySet[Meeting], name: str, value: str) -> QuerySet[Meeting]:
        return queryset.in_check_state(value)

    def in_question(self, queryset: QuerySet[Meeting], name: str, value: bool) -> QuerySet[Meeting]:
        return queryset.filter(pk__in=by_meeting(self.request.user)) if value else queryset
