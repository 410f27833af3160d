"""The work of checking: what needs a look, and what somebody looked at."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.checking import questions
from minutes.models import Meeting
from minutes.permissions import officer_required

MEETINGS = 20  # on a page


@officer_required
def needs_a_look(request: HttpRequest) -> HttpResponse:
    """All open questions and nothing else, by meeting, the latest first."""
    asked = questions.by_meeting(request.user)
    meetings = Meeting.objects.visible_to(request.user).filter(pk__in=asked).latest_first()
    page = Paginator(meetings.select_related("committee", "council"), MEETINGS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "asked": questions.of_meetings(page, request.user),
        "question_count": asked.total(),
        "meeting_count": len(asked),
    }
    return render(request, "minutes/check_questions.html", context)
