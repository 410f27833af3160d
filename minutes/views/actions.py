from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from minutes import exports
from minutes.filters import ActionFilter
from minutes.models import Action
from minutes.models.action import ActionQuerySet
from minutes.permissions import signed_in
from minutes.views.home import figures
from minutes.views.listing import listed


@signed_in
def actions(request: HttpRequest) -> HttpResponse:
    """The actions, as the filter in the address has them; without one, what is outstanding."""
    filtered = ActionFilter(request.GET, queryset=_rows(request), request=request)
    context = listed(request, filtered) | {"figures": figures(_of_all_dates_and_states(request))}
    context["when"] = filtered.form.cleaned_data.get("when") or ""
    context["sort"] = filtered.form.cleaned_data.get("sort") or "due"
    return render(request, "minutes/actions.html", context)


@signed_in
def actions_csv(request: HttpRequest) -> HttpResponse:
    """The same list as a file, all its pages."""
    filtered = ActionFilter(request.GET, queryset=_rows(request), request=request)
    return exports.actions_csv(filtered.qs.iterator(chunk_size=500), request)


@signed_in
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action: what is to be done, by whom and when, where it was agreed, and what was heard of it since."""
    found = get_object_or_404(_rows(request).select_related("resolution", "confirmed_by"), pk=pk)
    updates = found.updates.select_related("by", "meeting__committee", "document")
    return render(request, "minutes/action.html", {"action": found, "updates": updates})


def _of_all_dates_and_states(request: HttpRequest) -> ActionQuerySet:
    """What the rest of the filter leaves: the tabs' figures count in it."""
    query = request.GET.copy()
    for name in ("when", "sort"):
        query.pop(name, None)
    query["state"] = "all"
    visible = Action.objects.visible_to(request.user)
    return ActionFilter(query, queryset=visible, request=request).qs


def _rows(request: HttpRequest) -> ActionQuerySet:
    visible = Action.objects.visible_to(request.user)
    return visible.select_related("meeting__committee", "meeting__council", "item", "owner_person", "document")
