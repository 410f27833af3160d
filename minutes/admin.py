"""The administration, for administrators alone: councils, committees, people, users and what papers say."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.socialaccount.admin import SocialApp, SocialToken  # registered there, before what is said below
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from minutes.admin_correcting import WHY, CorrectingAdmin, ReadOnlyAdmin, RecordAdmin
from minutes.admin_rules import ResponseRuleAdmin
from minutes.audit import note
from minutes.corrections import NotPossible
from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Committee,
    Correction,
    Council,
    Document,
    Event,
    Indicator,
    Interest,
    Joining,
    Meeting,
    NameForm,
    Person,
    Resolution,
    Response,
    ResponseRule,
    User,
)
from minutes.people import identity

admin.site.site_header = admin.site.site_title = "Scrutiny records: administration"
admin.site.index_title = "What is kept"
admin.site.login = secure_admin_login(admin.site.login)  # one door for all, with its second step
admin.site.unregister(Group)  # roles decide, and nothing else
admin.site.unregister((SocialApp, SocialToken))  # the environment alone names the council's sign-on

# --- whose papers they are ----------------------------------------------------------------------------------------


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


class NameFormInline(admin.TabularInline):
    model = NameForm
    verbose_name, verbose_name_plural = "printed name", "names as they were printed"
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


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


@admin.register(User)
class AccountAdmin(UserAdmin):
    """An account has one role, and no other rights."""

    list_display = ("username", "email", "first_name", "last_name", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("username", "email", "first_name", "last_name")
    autocomplete_fields = ("person",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Who it is", {"fields": ("first_name", "last_name", "email", "person")}),
        ("What the account may do", {"fields": ("role", "is_active")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "email", "role", "usable_password")}),
        ("Password", {"classes": ("wide",), "fields": ("password1", "password2")}),
    )

    actions = ("sign_out",)

    @admin.action(description="Sign out everywhere")
    def sign_out(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            for session in UserSession.objects.filter(user=user):
                session.end()
            note(Event.ADMINISTERED, request, detail=f"{user.username}: signed out everywhere")
            messages.success(request, f"{user.username} is signed out everywhere.")

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if {"role", "is_active"} & set(form.changed_data) or not change:
            active = "active" if obj.is_active else "closed"
            note(Event.ROLE, request, detail=f"{obj.username}: {obj.get_role_display().lower()}, {active}")


# --- papers and what they say -------------------------------------------------------------------------------------


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


class ActionUpdateInline(admin.StackedInline):
    model = ActionUpdate
    fields = ("on", "status", "text", "meeting", "document", "page", "quote", "by")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


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


admin.site.register(ResponseRule, ResponseRuleAdmin)


# --- what people did ----------------------------------------------------------------------------------------------


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
