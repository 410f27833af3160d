"""The audit log, for administrators."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from minutes.audit.filters import AuditFilter
from minutes.exports import Column, Sheet
from minutes.models import AuditEntry
from minutes.permissions import administrator_required
from minutes.views.listing import downloaded, listed

SHEET = Sheet(
    "Audit log",
    (
        Column("When", lambda entry: timezone.localtime(entry.at).isoformat(timespec="seconds"), 24),
        Column("Account", lambda entry: entry.username, 24),
        Column("What happened", lambda entry: entry.get_event_display(), 28),
        Column("Detail", lambda entry: entry.detail, 36),
        Column("Page", lambda entry: entry.address, 36),
        Column("From", lambda entry: entry.remote),
    ),
    lambda entry: reverse("audit"),
    lambda entries: entries,
)


@administrator_required
def audit(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """Who was let in, who was refused, what was downloaded and whose role changed, the latest first."""
    filtered = AuditFilter(request.GET, queryset=AuditEntry.objects.all(), request=request)
    if file:
        return downloaded(request, filtered, SHEET, file)
    return render(request, "minutes/audit.html", listed(request, filtered))
