"""Resolutions and declarations of interest: what was decided, and who had a stake in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from minutes import exports
from minutes.filters import InterestFilter, ResolutionFilter
from minutes.models import Action, Interest, Resolution
from minutes.permissions import signed_in
from minutes.views.listing import MET, downloaded, listed

ROW = ("meeting__committee", "meeting__council", "item", "document")
SHOWN = ("item__number", "item__title", "document", "page", "doubt_count", *MET)
RESOLVED = ("text", "number", "decision", "recipient", *SHOWN)
DECLARED = ("name", "description", "kind", "left_the_room", "person__name", *SHOWN)


@signed_in
def resolutions(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """What was decided, the latest meeting first; as a file where the address is one's."""
    filtered = ResolutionFilter(request.GET, queryset=_of(request, Resolution), request=request)
    if file:
        return downloaded(request, filtered, exports.RESOLUTIONS, file)
    return render(request, "minutes/resolutions.html", listed(request, filtered, only=RESOLVED))


@signed_in
def resolution(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision, and the actions that follow from it."""
    found = get_object_or_404(_of(request, Resolution).select_related("confirmed_by"), pk=pk)
    follow = Action.objects.visible_to(request.user).filter(resolution=found)
    context = {"resolution": found, "actions": follow.select_related("owner_person", "document").order_by("order")}
    return render(request, "minutes/resolution.html", context)


@signed_in
def interests(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """Who declared what, the latest meeting first; as a file where the address is one's."""
    rows = _of(request, Interest).select_related("person")
    filtered = InterestFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.INTERESTS, file)
    return render(request, "minutes/interests.html", listed(request, filtered, only=DECLARED))


def _of(request: HttpRequest, model: Any) -> Any:
    return model.objects.visible_to(request.user).select_related(*ROW)
