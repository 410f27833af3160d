from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from minutes import exports
from minutes.corrections import ChangedMeanwhile
from minutes.figures import figures, tell_last_heard, with_last_heard
from minutes.filters import ActionFilter
from minutes.following import updates
from minutes.following.forms import FollowUpForm
from minutes.following.reported import in_order, reports
from minutes.models import Action, ActionUpdate, Meeting, Proposal
from minutes.models.action import ActionQuerySet
from minutes.permissions import officer_required, signed_in, visible
from minutes.views.listing import MET, downloaded, listed

# What a row of the list shows of an action.
SHOWN = (
    "meeting", "item__number", "item__title", "document", "page", "text", "owner", "owner_person__name", "due",
    "status", "doubt_count",
)  # fmt: skip

TABS = ("when", "state")  # what the tabs say, each in its way


@signed_in
def actions(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """The actions, what is outstanding unless the filter says otherwise; as a file where the address is one's."""
    filtered = ActionFilter(request.GET, queryset=Action.objects.visible_to(request.user), request=request)
    if file:
        return downloaded(request, filtered, exports.ACTIONS, file)
    told = figures(filtered.besides(*TABS), narrowed=filtered.is_narrowed(*TABS))
    when, state = (filtered.form.cleaned_data.get(name) or "" for name in TABS)
    context = listed(request, filtered, only=(*MET, *SHOWN), known=None if state else told[when or "outstanding"])
    tell_last_heard(context["page"].object_list)
    context |= {"figures": told, "waiting": _waiting(request), "when": when}
    return render(request, "minutes/actions.html", context)


@signed_in
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """One action: what is to be done, by whom and when, where it was agreed, and what was heard of it since."""
    found = _action(request, pk)
    return _page(request, found, _form(request, found))


@officer_required
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was heard of an action, and what it became."""
    found = _action(request, pk)
    form = _form(request, found)
    if form.is_valid():
        told = form.cleaned_data
        try:
            _report(request, found, told)
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


def _form(request: HttpRequest, found: Action) -> FollowUpForm:
    """The form of an update; meetings of the committee that may have heard of it are offered, the latest first."""
    form = FollowUpForm(request.POST or None, initial={"version": found.version})
    form.offer(Meeting.objects.visible_to(request.user).that_may_have_heard_of(found))
    return form


def _report(request: HttpRequest, found: Action, told: dict[str, Any]) -> None:
    """Append the update: of the meeting's day where it was reported at one and no other day is given."""
    meeting = told["meeting"]
    on = told["on"] or (meeting.date if meeting else None)
    updates.report(
        found,
        request.user,
        told["text"] or (told["evidence"].get("quote", "")),
        told["status"],
        on,
        meeting=meeting,
        evidence=told["evidence"],
        expected_version=told["version"],
    )


def _page(request: HttpRequest, found: Action, form: FollowUpForm, status: int = 200) -> HttpResponse:
    heard = ActionUpdate.objects.visible_to(request.user).filter(action=found)
    waiting = Proposal.objects.visible_to(request.user).waiting().filter(action=found)
    context = {
        "action": found,
        "updates": heard.select_related("by", "meeting__committee", "document"),
        "judgements": found.judgements.filter(visible(request.user, "meeting__")).select_related("by", "meeting"),
        "form": form,
        "reports": reports(in_order(waiting)) if request.user.is_officer else [],
    }
    return render(request, "minutes/action.html", context, status=status)


def _action(request: HttpRequest, pk: int) -> Action:
    return get_object_or_404(_rows(request).select_related("resolution", "confirmed_by", "added_by"), pk=pk)


def _waiting(request: HttpRequest) -> int:
    """How many reports of later papers wait for an officer."""
    return Proposal.objects.visible_to(request.user).waiting().count() if request.user.is_officer else 0


def _rows(request: HttpRequest) -> ActionQuerySet:
    rows = with_last_heard(Action.objects.visible_to(request.user))
    return rows.select_related("meeting__committee", "meeting__council", "item", "owner_person", "document")
