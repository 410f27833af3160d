"""Uploading papers, and watching them being read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ingest import uploads
from ingest.forms import UploadForm
from ingest.models import OPEN, Reading
from minutes.inputs import whole_number
from minutes.models import Document, User
from minutes.permissions import officer_required

RECENT = dt.timedelta(days=7)
ROWS = 50  # of one's own uploads; the list of papers has all


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in."""

    name: str
    sentence: str


@officer_required
def upload(request: HttpRequest) -> HttpResponse:
    """The page that takes papers in, with the rows of one's own recent ones."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        outcomes = [_take_in(file, request.user) for file in form.cleaned_data["files"]]
        if request.htmx:
            return render(request, "ingest/taken.html", {"outcomes": outcomes})
        refused = [one for one in outcomes if isinstance(one, Refusal)]
        _tell(request, [one for one in outcomes if one not in refused])
        if not refused:
            return redirect("upload")
        for refusal in refused:
            form.add_error("files", f"{refusal.name}: {refusal.sentence}")
    status = 422 if form.errors else 200
    context = _watched(_recent(request.user)) | {
        "form": form,
        "limit": uploads.limit_in_words(),
        "limit_in_bytes": settings.UPLOAD_LIMIT,
        "too_large": uploads.too_large(),
    }
    return render(request, "ingest/upload.html", context, status=status)


@officer_required
@require_GET
def rows(request: HttpRequest) -> HttpResponse:
    """The rows that a page still shows as open, as they are now: what the page asks for every second."""
    asked = {whole_number(pk) for pk in request.GET.getlist("open")[:ROWS]} - {None}
    readings = list(Reading.objects.for_rows().filter(pk__in=asked))
    watched = _watched(readings)
    # Said again only when it is something else: a screen reader reads it out.
    changed = request.GET.get("said") != str(watched["waiting"])
    return render(request, "ingest/rows.html", watched | {"changed": changed})


@officer_required
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for a document to be read once more, and goes back to where that was asked."""
    document = get_object_or_404(Document, pk=pk)
    uploads.read_again(document, request.user)
    messages.success(request, f"{document} will be read again. What people corrected or confirmed stays as it is.")
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, request.get_host()) else "upload")


def _take_in(file: UploadedFile, user: User) -> uploads.Received | Refusal:
    name = file.name or ""
    try:
        return uploads.receive(file, name, user)
    except uploads.NotTaken as refusal:
        return Refusal(uploads.shown_name(name), refusal.sentence)


def _recent(user: User) -> list[Reading]:
    """The user's own: what was asked for lately, and whatever is still open; the newest of each document."""
    lately = Q(asked_at__gte=timezone.now() - RECENT) | Q(state__in=OPEN)
    return list(Reading.objects.for_rows().latest().filter(lately, asked_by=user).order_by("-pk")[:ROWS])


def _watched(readings: list[Reading]) -> dict[str, Any]:
    waiting = sum(reading.is_open for reading in readings)
    return {"readings": readings, "waiting": waiting, "finished": len(readings) - waiting}


def _tell(request: HttpRequest, received: list[uploads.Received]) -> None:
    new = sum(not one.duplicate for one in received)
    if new:
        messages.success(request, f"{new} {'paper was' if new == 1 else 'papers were'} uploaded.")
    for one in received:
        if one.duplicate:
            called = f", as {one.document}" if one.name != one.document.filename else ""
            messages.info(request, f"{one.name} was here already{called}.")
