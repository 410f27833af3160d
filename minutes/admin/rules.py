"""The administration of the rules by which answers are due."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.following import clock
from minutes.models import Resolution, ResponseRule


@admin.register(ResponseRule)
class ResponseRuleAdmin(admin.ModelAdmin):
    """How long an answer may take: the statutes', and a council's or committee's own from the day it holds."""

    list_display = ("regime", "committee", "period", "starts", "holds_from", "source")
    list_filter = ("regime",)
    list_select_related = ("committee",)
    search_fields = ("source", "committee__name")
    autocomplete_fields = ("committee",)

    def save_model(self, request: HttpRequest, obj: ResponseRule, form: forms.ModelForm, change: bool) -> None:
        """Days that a rule gave follow it; those that the minutes or a person gave stay."""
        super().save_model(request, obj, form, change)
        self._refresh()

    def delete_model(self, request: HttpRequest, obj: ResponseRule) -> None:
        super().delete_model(request, obj)
        self._refresh()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ResponseRule]) -> None:
        super().delete_queryset(request, queryset)
        self._refresh()

    def _refresh(self) -> None:
        clock.refresh(Resolution.objects.recommendations().select_related("meeting__committee").iterator(500))
