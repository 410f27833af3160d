"""The committees, and one: its year, its members, what is outstanding and what it came back to."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from minutes import exports
from minutes.committees.figures import with_figures
from minutes.committees.interests import standing_interests
from minutes.committees.members import members
from minutes.committees.year import year_of
from minutes.figures import figures
from minutes.filters import CommitteeFilter
from minutes.indicators.series import has_series
from minutes.models import Action, Committee, Document, Resolution
from minutes.models.resolution import UNANSWERED
from minutes.permissions import signed_in
from minutes.threads.proposals import followed_in
from minutes.views.listing import downloaded, listed

FEW = 6  # rows of what has a list of its own
# What a row shows of an action, and of a paper.
ACTION = ("text", "due", "status", "owner", "owner_person__name")
PAPER = ("filename", "kind", "meeting__date")


@signed_in
def committees(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """The committees by name; as a file where the address is one's."""
    rows = with_figures(Committee.objects.all(), request.user)
    filtered = CommitteeFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.COMMITTEES, file)
    return render(request, "minutes/committees.html", listed(request, filtered, only=("name", "council__name")))


@signed_in
def committee(request: HttpRequest, pk: int) -> HttpResponse:
    """A committee in one municipal year, ``?year=2025``, and what is left to do whenever it was agreed."""
    found = get_object_or_404(Committee.objects.select_related("council"), pk=pk)
    year = year_of(found, request.user, request.GET.get("year", ""))
    now, earlier = members(found, year.year, request.user)
    context = {
        "committee": found,
        "year": year,
        "members": now,
        "earlier_members": earlier,
        "interests": standing_interests(found, request.user),
        "followed": followed_in(found, request.user),
        "has_indicators": has_series(found, request.user),
        **_actions(request, found),
        **_recommendations(request, found),
        **_papers(request, found),
    }
    return render(request, "minutes/committee.html", context)


def _actions(request: HttpRequest, found: Committee) -> dict[str, Any]:
    actions = Action.objects.visible_to(request.user).filter(meeting__committee=found)
    rows = actions.outstanding().soonest_first().select_related("owner_person").only(*ACTION)
    return {"figures": figures(actions, narrowed=True), "actions": rows[:FEW]}


def _recommendations(request: HttpRequest, found: Committee) -> dict[str, Any]:
    made = Resolution.objects.visible_to(request.user).filter(meeting__committee=found).recommendations()
    counted: dict[str, int] = made.aggregate(
        recommendation_count=Count("pk"), unanswered_count=Count("pk", filter=UNANSWERED)
    )
    return counted


def _papers(request: HttpRequest, found: Committee) -> dict[str, Any]:
    papers = Document.objects.visible_to(request.user).filter(meeting__committee=found, version="")
    rows = papers.select_related("meeting").only(*PAPER).order_by("-meeting__date", "-pk")
    return {"papers": rows[:FEW], "paper_count": papers.count()}
