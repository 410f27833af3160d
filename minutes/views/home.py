from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from minutes import questions
from minutes.filters import SOON
from minutes.models import Action, Meeting, User
from minutes.models.action import ActionQuerySet
from minutes.permissions import signed_in
from minutes.views.meetings import counted, with_questions

FEW = 8  # rows of a list on the home page


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What is outstanding, overdue and due soon, what needs a look, and the latest meetings."""
    user = request.user
    latest = list(counted(Meeting.objects.visible_to(user).latest_first(), user)[:FEW])
    with_questions(latest, user)
    asked = questions.by_meeting(user) if user.is_officer else {}
    context = {
        "latest": latest,
        "mine": _own(user),
        "urgent": _with_rows(Action.objects.visible_to(user).outstanding().exclude(due=None).soonest_first())[:FEW],
        "figures": figures(Action.objects.visible_to(user)),
        "question_count": sum(asked.values()),
        "question_meetings": len(asked),
        "soon": SOON,
    }
    return render(request, "minutes/home.html", context)


def figures(actions: ActionQuerySet) -> dict[str, int]:
    """How many of the actions are outstanding, overdue, due soon, later and without a date, reckoned from today."""
    today = timezone.localdate()
    return {
        "outstanding": actions.outstanding().count(),
        "overdue": actions.overdue(today).count(),
        "soon": actions.due_within(SOON, today).count(),
        "later": actions.due_after(SOON, today).count(),
        "undated": actions.without_date().count(),
    }


def _own(user: User) -> list[Action]:
    return list(_with_rows(Action.objects.visible_to(user).owned_by(user).outstanding().soonest_first())[:FEW])


def _with_rows(actions: Any) -> Any:
    return actions.select_related("meeting__committee", "meeting__council", "owner_person")
