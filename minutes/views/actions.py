from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from minutes import exports
from minutes.corrections import ChangedMeanwhile
from minutes.figures import figures, with_last_heard
from minutes.filters import ActionFilter
from minutes.following import updates
from minutes.forms import UpdateForm
from minutes.models import Action
from minutes.models.action import ActionQuerySet
from minutes.permissions import officer_required, signed_in
from minutes.views.listing import downloaded, listed


@signed_in
def actions(request: HttpRequest) -> HttpResponse:
    """The actions, as the filter in the address has them; without one, what is outstanding."""
    filtered = ActionFilter(request.GET, queryset=_rows(request), request=request)
    context = listed(request, filtered) | {"figures": figures(_of_all_dates_and_states(request))}
    context["when"] = filtered.form.cleaned_data.get("when") or ""
    context["sort"] = filtered.form.cleaned_data.get("sort") or "due"
    return render(request, "minutes/actions.html", context)


@signed_in
def actions_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list as a file, all its pages."""
    return actions_file(request, "csv")


@signed_in
def actions_file(request: HttpRequest, file: str) -> HttpResponseBase:
    filtered = ActionFilter(request.GET, queryset=_rows(request), request=request)
    return downloaded(request, filtered, exports.ACTIONS, file)


@signed_in
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action: what is to be done, by whom and when, where it was agreed, and what was heard of it since."""
    found = _action(request, pk)
    return _page(request, found, UpdateForm(initial={"version": found.version}))


@officer_required
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was heard of an action, and what it became."""
    found = _action(request, pk)
    form = UpdateForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            updates.report(
                found, request.user, told["text"], told["status"], told["on"], expected_version=told["version"]
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        except ChangedMeanwhile:
            form.data = form.data.copy()
            form.data["version"] = found.version
            form.add_error(None, "Someone else changed this action meanwhile. Look at it below, then send yours again.")
        else:
            messages.success(request, "The update is kept with the action.")
            return redirect("action", pk=pk)
    return _page(request, found, form, status=422)


def _page(request: HttpRequest, found: Action, form: UpdateForm, status: int = 200) -> HttpResponse:
    updates = found.updates.select_related("by", "meeting__committee", "document")
    context = {"action": found, "updates": updates, "form": form}
    return render(request, "minutes/action.html", context, status=status)


def _action(request: HttpRequest, pk: int) -> Action:
    return get_object_or_404(_rows(request).select_related("resolution", "confirmed_by", "added_by"), pk=pk)


def _of_all_dates_and_states(request: HttpRequest) -> ActionQuerySet:
    """What the rest of the filter leaves: the tabs' figures count in it."""
    query = request.GET.copy()
    for name in ("when", "sort"):
        query.pop(name, None)
    query["state"] = "all"
    visible = Action.objects.visible_to(request.user)
    return ActionFilter(query, queryset=visible, request=request).qs


def _rows(request: HttpRequest) -> ActionQuerySet:
    visible = with_last_heard(Action.objects.visible_to(request.user))
    return visible.select_related("meeting__committee", "meeting__council", "item", "owner_person", "document")
