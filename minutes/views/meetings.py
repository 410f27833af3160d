from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render

from minutes import confirming, exports
from minutes.checking import questions
from minutes.figures import with_counts
from minutes.filters import MeetingFilter
from minutes.kinds import TITLES
from minutes.models import Document, Meeting, Version
from minutes.models.meeting import MeetingQuerySet
from minutes.papers import reports
from minutes.permissions import signed_in
from minutes.proceedings import Proceedings
from minutes.views.listing import MEETING, downloaded, listed


@signed_in
def meetings(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """The meetings, the latest first; as a file where the address is one's."""
    rows = with_counts(Meeting.objects.visible_to(request.user), request.user)
    filtered = MeetingFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.MEETINGS, file)
    context = listed(request, filtered, only=MEETING)
    questions.tell(context["page"], request.user)
    reports.tell(context["page"], request.user)
    return render(request, "minutes/meetings.html", context | {"searched": request.GET.get("words", "")})


@signed_in
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting: who was there, and item by item what was said, decided, asked for and declared."""
    found = _meeting(request, pk)
    proceedings = Proceedings(found, request.user)
    earlier, later = found.neighbours()
    papers = _papers(request, found)
    context = {
        "meeting": found,
        "proceedings": proceedings,
        "attendance": proceedings.attendance(),
        "entries": proceedings.entries(),
        "standing": confirming.standing(found, request.user),
        "papers": papers,
        "versions": any(paper.version == Version.EARLIER for paper in papers),
        "reports": [(report, Proceedings(report, request.user)) for report in reports.of([found], request.user)],
        "reported_to": Meeting.objects.visible_to(request.user).filter(pk=found.reported_to_id or 0).first(),
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


def _papers(request: HttpRequest, found: Meeting) -> list[Document]:
    """Its papers, the one first from which its records are read, then those of its reports."""
    visible = Document.objects.visible_to(request.user)
    own = visible.filter(meeting=found).order_by("version", "-uploaded_at", "-pk")
    return [*own, *visible.filter(meeting__reported_to=found, version="").order_by("pk")]


def _same_day(request: HttpRequest, found: Meeting) -> MeetingQuerySet:
    """What else there is of the committee's day, but for a report and the meeting that it went to."""
    same = Meeting.objects.visible_to(request.user).filter(committee=found.committee_id, date=found.date)
    same = same.exclude(pk=found.reported_to_id).exclude(reported_to=found.pk)
    return same.exclude(pk=found.pk) if found.committee_id and found.date else same.none()
