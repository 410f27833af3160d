from django.contrib import admin
from django.http import HttpRequest

from ingest.models import Reading


@admin.register(Reading)
class ReadingAdmin(admin.ModelAdmin):
    """To look at: a reading is the worker's account, and only the worker writes it."""

    list_display = ["document", "state", "asked_at", "finished_at", "attempts", "reason"]
    list_filter = ["state", "reason"]
    search_fields = ["document__filename", "document__sha256"]
    list_select_related = ["document"]
    date_hierarchy = "asked_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Reading | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Reading | None = None) -> bool:
        return False
