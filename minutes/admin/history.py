"""What people did, to look at: it is written once."""

from __future__ import annotations

from django.contrib import admin

from minutes.admin.correcting import ReadOnlyAdmin
from minutes.models import ActionUpdate, Correction


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "act", "kind", "record_id", "field", "was_shown", "now_shown")
    list_filter = ("act", "kind", "field")
    list_select_related = ("by",)
    search_fields = ("was_shown", "now_shown", "why", "by__username")
    date_hierarchy = "at"


@admin.register(ActionUpdate)
class ActionUpdateAdmin(ReadOnlyAdmin):
    list_display = ("on", "action", "status", "text", "by")
    list_filter = ("status",)
    list_select_related = ("action", "by")
    search_fields = ("text", "action__text")
