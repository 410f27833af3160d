from django.contrib import admin

from ingest.models import Reading
from minutes.admin.correcting import ReadOnlyAdmin


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    """To look at: a reading is the worker's account, and only the worker writes it."""

    list_display = ["document", "state", "asked_at", "finished_at", "attempts", "reason"]
    list_filter = ["state", "reason"]
    search_fields = ["document__filename", "document__sha256"]
    list_select_related = ["document"]
    date_hierarchy = "asked_at"
