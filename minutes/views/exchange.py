"""Taking a committee from one installation to another, for administrators."""

from __future__ import annotations

import tempfile

from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from minutes.connections.forms import BringInForm
from minutes.exchange.bringing_in import BroughtIn, bring_in
from minutes.exchange.opening import Refused
from minutes.exchange.writing import write
from minutes.exports import file_name
from minutes.models import Committee
from minutes.permissions import administrator_required
from minutes.plain import counted

FORMS = {"zip": "application/zip", "json": "application/json"}
IN_MEMORY = 16 * 1024 * 1024  # bytes; a larger file is written to disk while it is made


@administrator_required
def committees(request: HttpRequest) -> HttpResponse:
    """Every committee to download, and a form to bring another in."""
    form = BringInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            done = bring_in(form.cleaned_data["file"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            _tell(request, done)
            return redirect("exchange")
    rows = Committee.objects.select_related("council").annotate(meeting_count=Count("meetings"))
    context = {"committees": rows.order_by("name", "pk"), "form": form}
    return render(request, "minutes/connections_committees.html", context, status=422 if form.errors else 200)


@administrator_required
def take_along(request: HttpRequest, pk: int, form: str) -> FileResponse:
    """A committee as a file: a zip with the papers beside the records, or JSON with the papers in it."""
    if form not in FORMS:
        raise Http404
    committee = get_object_or_404(Committee, pk=pk)
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (the response closes it, when it is sent)
    write(committee, file, beside=form == "zip")
    file.seek(0)
    name = file_name(committee.name, form)
    return FileResponse(file, as_attachment=True, filename=name, content_type=FORMS[form])


def _tell(request: HttpRequest, done: BroughtIn) -> None:
    meetings = counted(len(done.numbers["meeting"]), "meeting")
    messages.success(request, f"The {done.committee} is here, with {meetings}.")
    if done.placeholders:
        names = ", ".join(done.placeholders)
        messages.info(request, f"Closed accounts stand in its history for people who have none here: {names}.")
    if done.without_file:
        messages.warning(request, f"These papers came without their files: {', '.join(done.without_file)}.")
