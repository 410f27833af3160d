from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.checking import questions
from minutes.figures import SOON, awaited_figures, figures, with_counts, with_day_last_heard
from minutes.models import Action, Meeting, Proposal, Resolution, User
from minutes.models.action import ActionQuerySet
from minutes.papers import reports
from minutes.permissions import signed_in
from minutes.views.listing import MEETING

FEW = 8  # rows of a list on the home page
ACTION = ("text", "due", "status", "owner", "owner_person__name")  # what a row shows of it


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What is outstanding, overdue and due soon, what needs a look, and the latest meetings."""
    user = request.user
    meetings = with_counts(Meeting.objects.visible_to(user).in_lists(user), user)
    latest = meetings.only(*MEETING).newest(FEW)
    asked = questions.by_meeting(user) if user.is_officer else None
    questions.tell(latest, user, asked)
    reports.tell(latest, user, asked)
    context = {
        "latest": latest,
        "mine": _own(user),
        "urgent": _few(Action.objects.visible_to(user).outstanding().exclude(due=None).soonest_first()),
        "figures": figures(Action.objects.visible_to(user)),
        "question_count": sum((asked or {}).values()),
        "question_meetings": len(asked or ()),
        "answers": awaited_figures(Resolution.objects.visible_to(user).recommendations()),
        "waiting": Proposal.objects.visible_to(user).waiting().count() if user.is_officer else 0,
        "soon": SOON,
    }
    return render(request, "minutes/home.html", context)


def _own(user: User) -> list[Action]:
    if not user.person_id:
        return []
    return _few(Action.objects.visible_to(user).owned_by(user).outstanding().soonest_first())


def _few(actions: ActionQuerySet) -> list[Action]:
    """The first of some actions with what their rows say; looked up for these few alone, however many there are."""
    keys = list(actions.values_list("pk", flat=True)[:FEW])
    rows = with_day_last_heard(Action.objects.filter(pk__in=keys)) if keys else Action.objects.none()
    return list(rows.select_related("owner_person").only(*ACTION).soonest_first())
