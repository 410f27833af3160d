"""The administration, for administrators alone: councils, committees, people, users and what papers say."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from minutes.admin import accounts, history, people, records, rules

__all__ = ["accounts", "history", "people", "records", "rules"]

admin.site.site_header = admin.site.site_title = "Scrutiny records: administration"
admin.site.index_title = "What is kept"
admin.site.login = secure_admin_login(admin.site.login)  # one door for all, with its second step
