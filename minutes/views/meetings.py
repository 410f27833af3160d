from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from minutes import exports, questions
from minutes.filters import MeetingFilter
from minutes.kinds import TITLES
from minutes.models import Action, AgendaItem, Document, Meeting, User
from minutes.models.meeting import MeetingQuerySet
from minutes.permissions import signed_in
from minutes.proceedings import Proceedings
from minutes.views.listing import listed


@signed_in
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings, the latest first."""
    visible = Meeting.objects.visible_to(request.user)
    rows = counted(visible.latest_first(), request.user)
    context = listed(request, MeetingFilter(request.GET, queryset=rows, request=request))
    with_questions(context["page"], request.user)
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
    return get_object_or_404(visible.select_related("committee", "council", "document", "confirmed_by"), pk=pk)


def _same_day(request: HttpRequest, found: Meeting) -> MeetingQuerySet:
    """The committee's other papers of the day: a portfolio holder's report beside the minutes."""
    same = Meeting.objects.visible_to(request.user).filter(committee=found.committee_id, date=found.date)
    return same.exclude(pk=found.pk) if found.committee_id and found.date else same.none()


def counted(found: MeetingQuerySet, user: User) -> MeetingQuerySet:
    """Meetings with what their rows name, and with the number of items and actions that the user may see."""
    return found.select_related("committee", "council").annotate(
        item_count=_number_of(AgendaItem, user), action_count=_number_of(Action, user)
    )


def with_questions(rows: Any, user: User) -> None:
    """Tell each meeting of a page how many of its records need a look."""
    asked = questions.by_meeting(user, [row.pk for row in rows])
    for row in rows:
        row.question_count = asked[row.pk]


def _number_of(model: Any, user: User) -> Coalesce:
    mine = model.objects.visible_to(user).filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)
