"""What was done to a record: who, when, what it was before, and why; each act can be taken back here."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from minutes.checking import history
from minutes.kinds import KINDS, TITLES
from minutes.models import CheckStep, Meeting, Person
from minutes.permissions import officer_required


@officer_required
def of_record(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The history of a record, a person, a committee or a council; of a meeting also who checked it and when."""
    record = history.record_of(kind, pk, request.user)
    if record is None:
        raise Http404
    steps = CheckStep.objects.filter(meeting=record).select_related("by") if isinstance(record, Meeting) else []
    context = {
        "record": record,
        "title": TITLES.get(kind, kind),
        "history": history.of(record),
        "steps": steps,
        "back": _back(kind, record),
    }
    return render(request, "minutes/history_page.html", context)


def _back(kind: str, record: Any) -> str:
    """Where the record is looked at."""
    if isinstance(record, Meeting | Person):
        return reverse(kind, args=[record.pk])
    return reverse("edit", args=[kind, record.pk]) if kind in KINDS else reverse("meetings")
