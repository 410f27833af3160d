"""What papers say, for administrators to look at and correct: each record, and the answers to recommendations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from minutes.admin.correcting import CorrectingAdmin, OnlyShown, ReadOnlyAdmin, RecordAdmin
from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Document,
    Indicator,
    Interest,
    Meeting,
    Resolution,
    Response,
)


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ("filename", "kind", "meeting", "page_count", "uploaded_by", "uploaded_at")
    list_filter = ("kind", "scanned", "media_type")
    list_select_related = ("meeting__committee", "meeting__council", "uploaded_by")
    search_fields = ("filename", "sha256")
    date_hierarchy = "uploaded_at"


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    list_display = ("__str__", "kind", "status", "exempt", "doubt_count")
    list_filter = ("kind", "status", "exempt", "committee")
    list_select_related = ("committee", "council")
    search_fields = ("title", "venue", "committee__name", "date")
    autocomplete_fields = ("council", "committee", "confirmed_in", "reported_to")
    date_hierarchy = "date"
    actions = ("confirm_them",)


class OfMeeting(RecordAdmin):
    list_select_related = ("meeting__committee", "meeting__council")
    list_filter = (("removed_at", admin.EmptyFieldListFilter), "meeting__committee")


@admin.register(AgendaItem)
class AgendaItemAdmin(OfMeeting):
    list_display = ("number", "title", "meeting", "exempt", "doubt_count", "removed")
    search_fields = ("number", "title")


@admin.register(Attendee)
class AttendeeAdmin(OfMeeting):
    list_display = ("name", "role", "status", "person", "meeting", "doubt_count", "removed")
    list_filter = ("role", "status", *OfMeeting.list_filter)
    list_select_related = (*OfMeeting.list_select_related, "person")
    search_fields = ("name", "position", "person__name")
    autocomplete_fields = ("person",)


@admin.register(Resolution)
class ResolutionAdmin(OfMeeting):
    list_display = ("number", "text", "decision", "recipient", "meeting", "doubt_count", "removed")
    list_filter = ("decision", *OfMeeting.list_filter)
    search_fields = ("text", "recipient")


class ActionUpdateInline(OnlyShown, admin.StackedInline):
    model = ActionUpdate
    fields = ("on", "status", "text", "meeting", "document", "page", "quote", "by")
    extra = 0


@admin.register(Action)
class ActionAdmin(OfMeeting):
    list_display = ("text", "owner", "owner_person", "due", "status", "meeting", "doubt_count", "removed")
    list_filter = ("status", *OfMeeting.list_filter)
    list_select_related = (*OfMeeting.list_select_related, "owner_person")
    search_fields = ("text", "owner", "owner_person__name")
    autocomplete_fields = ("owner_person",)
    date_hierarchy = "due"
    inlines = (ActionUpdateInline,)


@admin.register(Interest)
class InterestAdmin(OfMeeting):
    list_display = ("name", "kind", "item", "person", "meeting", "doubt_count", "removed")
    list_filter = ("kind", *OfMeeting.list_filter)
    list_select_related = (*OfMeeting.list_select_related, "person", "item")
    search_fields = ("name", "description", "person__name")
    autocomplete_fields = ("person",)


@admin.register(Indicator)
class IndicatorAdmin(OfMeeting):
    list_display = ("name", "target", "meeting", "doubt_count", "removed")
    search_fields = ("name", "commentary")


@admin.register(Response)
class ResponseAdmin(CorrectingAdmin):
    list_display = ("resolution", "state", "sent_on", "due", "answered_on")
    list_filter = ("state",)
    list_select_related = ("resolution",)
    search_fields = ("resolution__text", "text", "answered_by")
    autocomplete_fields = ("resolution",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["resolution", *super().get_fields(request, obj)]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["resolution"] if obj else []

    def save_model(self, request: HttpRequest, obj: Response, form: forms.ModelForm, change: bool) -> None:
        """A new one is awaited first and then answered, so that the answer has its audit row."""
        if not change:
            obj.pk = Response.objects.create(resolution=obj.resolution).pk
        super().save_model(request, obj, form, change=True)
