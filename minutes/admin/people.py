"""Whose papers they are: councils, committees and people, and which people are one."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from minutes.admin.correcting import WHY, CorrectingAdmin, OnlyShown, ReadOnlyAdmin
from minutes.corrections import NotPossible
from minutes.models import Committee, Council, Joining, NameForm, Person
from minutes.people import identity


@admin.register(Council)
class CouncilAdmin(CorrectingAdmin):
    list_display = ("name",)
    search_fields = ("name",)


@admin.register(Committee)
class CommitteeAdmin(CorrectingAdmin):
    list_display = ("name", "short_name", "prefix", "council")
    list_filter = ("council",)
    list_select_related = ("council",)
    search_fields = ("name", "short_name", "prefix")
    autocomplete_fields = ("council",)


class NameFormInline(OnlyShown, admin.TabularInline):
    model = NameForm
    verbose_name, verbose_name_plural = "printed name", "names as they were printed"
    extra = 0


@admin.register(Person)
class PersonAdmin(CorrectingAdmin):
    list_display = ("name", "side", "council", "attended", "merged_into")
    list_filter = ("side", "council")
    list_select_related = ("council", "merged_into")
    search_fields = ("name", "forms__printed")
    autocomplete_fields = ("council",)
    inlines = (NameFormInline,)
    actions = ("merge_them",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return super().get_queryset(request).annotate(attendance_count=Count("attendances", distinct=True))

    @admin.display(description="Named in meetings", ordering="attendance_count")
    def attended(self, person: Person) -> int:
        return person.attendance_count

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        return False

    @admin.action(description="Merge two people into the one who is named more often")
    def merge_them(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        pair = list(queryset.order_by("attendance_count", "-pk")[:3])
        if len(pair) != 2:
            messages.error(request, "Choose two people to merge.")
            return
        try:
            identity.merge(pair[0], pair[1], request.user, WHY)
            messages.success(request, f"{pair[0]} is now part of {pair[1]}. This can be undone under Joinings.")
        except NotPossible as refusal:
            messages.error(request, str(refusal))


@admin.register(Joining)
class JoiningAdmin(ReadOnlyAdmin):
    list_display = ("act", "origin", "target", "by", "at", "undone_by", "undone_at")
    list_filter = ("act",)
    list_select_related = ("origin", "target", "by", "undone_by")
    actions = ("undo_them",)

    @admin.action(description="Undo")
    def undo_them(self, request: HttpRequest, queryset: QuerySet[Joining]) -> None:
        for joining in queryset.order_by("-pk"):
            try:
                identity.undo(joining, request.user)
                messages.success(request, f"{joining}: undone.")
            except NotPossible as refusal:
                messages.error(request, f"{joining}: {refusal}")
