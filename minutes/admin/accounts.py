"""Who may sign in: accounts with one role each, and nothing else that gives rights."""

from __future__ import annotations

from allauth.socialaccount.admin import SocialApp, SocialToken  # registered there, before what is said below
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from minutes.audit import note
from minutes.models import Event, User

admin.site.unregister(Group)  # roles decide, and nothing else
admin.site.unregister((SocialApp, SocialToken))  # the environment alone names the council's sign-on


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
