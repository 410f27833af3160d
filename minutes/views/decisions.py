"""Resolutions and declarations of interest: what was decided, and who had a stake in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from minutes.filters import InterestFilter, ResolutionFilter
from minutes.models import Action, Interest, Resolution
from minutes.permissions import signed_in
from minutes.views.listing import listed

ROW = ("meeting__committee", "meeting__council", "item", "document")
LATEST = ("-meeting__date", "-meeting", "order", "pk")


@signed_in
def resolutions(request: HttpRequest) -> HttpResponse:
    """What was decided, the latest meeting first."""
    rows = _of(request, Resolution).order_by(*LATEST)
    return render(
        request,
        "minutes/resolutions.html",
        listed(request, ResolutionFilter(request.GET, queryset=rows, request=request)),
    )


@signed_in
def resolution(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision, and the actions that follow from it."""
    found = get_object_or_404(_of(request, Resolution).select_related("confirmed_by"), pk=pk)
    follow = Action.objects.visible_to(request.user).filter(resolution=found)
    context = {"resolution": found, "actions": follow.select_related("owner_person", "document").order_by("order")}
    return render(request, "minutes/resolution.html", context)


@signed_in
def interests(request: HttpRequest) -> HttpResponse:
    """Who declared what, the latest meeting first."""
    rows = _of(request, Interest).select_related("person").order_by(*LATEST)
    return render(
        request, "minutes/interests.html", listed(request, InterestFilter(request.GET, queryset=rows, request=request))
    )


def _of(request: HttpRequest, model: Any) -> Any:
    return model.objects.visible_to(request.user).select_related(*ROW)
