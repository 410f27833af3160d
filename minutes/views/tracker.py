"""What goes to committee: its tracker as a page, a Word document and CSV; and the year's impact in figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from minutes.exports import as_csv, file_name
from minutes.following import impact, tracker_document
from minutes.following.forms import TrackerForm
from minutes.following.tracker import HEADER, Tracker, last_met, rows, summary
from minutes.inputs import whole_number
from minutes.models import Committee, Meeting, municipal_year, year_in_words
from minutes.permissions import signed_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
YEAR = dt.timedelta(days=365)


@signed_in
def tracker(request: HttpRequest) -> HttpResponse:
    """Choose a committee and a period, see what the tracker has, and download it."""
    form = TrackerForm(request.GET or None)
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        made = _tracker(form.cleaned_data)
        context |= {"tracker": made, "summary": summary(made), "unanswered": made.unanswered}
    return render(request, "minutes/tracker.html", context, status=422 if form.errors else 200)


@signed_in
def tracker_file(request: HttpRequest, file: str) -> HttpResponseBase:
    """The tracker as a Word document or as CSV; the same for everybody, without what is exempt."""
    form = TrackerForm(request.GET)
    if not form.is_valid():
        return render(request, "minutes/tracker.html", {"form": form}, status=422)
    made = _tracker(form.cleaned_data)
    name = file_name(f"Tracker {made.committee} {made.until.isoformat()}", file)
    if file == "csv":
        return as_csv(name, HEADER, rows(made))
    response = HttpResponse(tracker_document.write(made), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@signed_in
def yearly(request: HttpRequest) -> HttpResponse:
    """The impact of a municipal year in figures, of one committee or of all."""
    years = Meeting.objects.visible_to(request.user).municipal_years()
    asked = whole_number(request.GET.get("year"))
    year = asked if asked in years else next(iter(years), _this_year())
    chosen = whole_number(request.GET.get("committee"))
    committee = get_object_or_404(Committee, pk=chosen) if chosen is not None else None
    context = {
        "impact": impact.of_year(year, committee),
        "year": year,
        "year_in_words": year_in_words(year),
        "years": [(one, year_in_words(one)) for one in years or [year]],
        "committee": committee,
        "committees": Committee.objects.order_by("name"),
    }
    return render(request, "minutes/impact.html", context)


def _tracker(told: dict[str, Any]) -> Tracker:
    until = told["until"] or timezone.localdate()
    since = told["since"] or last_met(told["committee"], until) or until - YEAR
    return Tracker.of(told["committee"], since, until)


def _this_year() -> int:
    return municipal_year(timezone.localdate())
