from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from minutes import exports, questions
from minutes.figures import with_counts
from minutes.filters import MeetingFilter
from minutes.kinds import TITLES
from minutes.models import Document, Meeting
from minutes.models.meeting import MeetingQuerySet
from minutes.permissions import signed_in
from minutes.proceedings import Proceedings
from minutes.views.listing import listed


@signed_in
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings, the latest first."""
    visible = Meeting.objects.visible_to(request.user)
    rows = with_counts(visible.latest_first(), request.user)
    context = listed(request, MeetingFilter(request.GET, queryset=rows, request=request))
    questions.tell(context["page"], request.user)
    return render(request, "minutes/meetings.html", context | {"searched": request.GET.get("words", "")})


@signed_in
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting: who was there, and item by item what was said, decided, asked for and declared."""
    found = _meeting(request, pk)
    proceedings = Proceedings(found, request.user)
    earlier, later = found.neighbours()
    context = {
        "meeting": found,
        "proceedings": proceedings,
        "attendance": proceedings.attendance(),
        "entries": proceedings.entries(),
        "papers": Document.objects.visible_to(request.user).filter(meeting=found),
        "kinds": [(kind, title) for kind, title in TITLES.items() if kind != "meeting"],
        "same_day": _same_day(request, found),
        "earlier": earlier,
        "later": later,
    }
    return render(request, "minutes/meeting.html", context)


@signed_in
def meeting_csv(request: HttpRequest, pk: int) -> HttpResponse:
    return exports.meeting_csv(Proceedings(_meeting(request, pk), request.user))


@signed_in
def meeting_json(request: HttpRequest, pk: int) -> HttpResponse:
    told = exports.meeting_json(Proceedings(_meeting(request, pk), request.user))
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _meeting(request: HttpRequest, pk: int) -> Meeting:
    visible = Meeting.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("committee", "council", "document", "checker"), pk=pk)


def _same_day(request: HttpRequest, found: Meeting) -> MeetingQuerySet:
    """The committee's other papers of the day: a portfolio holder's report beside the minutes."""
    same = Meeting.objects.visible_to(request.user).filter(committee=found.committee_id, date=found.date)
    return same.exclude(pk=found.pk) if found.committee_id and found.date else same.none()
