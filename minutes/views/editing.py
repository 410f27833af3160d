"""Changing records: every change is a correction with its audit row, and none overwrites somebody else's unseen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from minutes import corrections
from minutes.checking import history
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.forms import FORMS, CorrectionForm, ReasonForm
from minutes.inputs import whole_number
from minutes.kinds import KINDS, NAMES, TITLES
from minutes.models import Correction, Meeting
from minutes.models.extracted import Extracted
from minutes.permissions import officer_required


@officer_required
def edit(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The form of a record, and under it what was done to the record before."""
    record = _record(request, kind, pk)
    if record.is_removed:
        return _shown(request, kind, record, None)
    form = FORMS[kind](request.POST or None, instance=record)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, kind, _record(request, kind, pk), form)
        except ChangedMeanwhile as late:
            return _somebody_was_faster(request, kind, late, form)
        except ValidationError as error:
            form.add_error(None, error)
    return _shown(request, kind, record, form)


@officer_required
def add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A record that the reader missed, into a meeting."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    model = KINDS[kind]
    if model is Meeting:
        raise Http404
    initial = {"item": request.GET.get("item")} if request.method == "GET" else {}
    form = FORMS[kind](request.POST or None, instance=model(meeting=meeting), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            record = corrections.add(model, meeting, form.values, request.user, form.cleaned_data["why"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, f"The {TITLES[kind]} is added.")
            return redirect(home_of(record))
    context = {"kind": kind, "title": TITLES[kind], "meeting": meeting, "form": form}
    return render(request, "minutes/add.html", context)


@officer_required
@require_POST
def confirm(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The record is right as it stands."""
    record = _record(request, kind, pk)
    try:
        corrections.confirm(record, request.user, expected_version=_version(request))
    except (ChangedMeanwhile, NotPossible) as refusal:
        messages.warning(request, str(refusal))
        return redirect("edit", kind=kind, pk=pk)
    messages.success(request, f"You confirmed this {TITLES[kind]}. A new reading will not change it.")
    return redirect(_back(request) or home_of(record))


@officer_required
def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take out what is no record, saying why."""
    record = _record(request, kind, pk)
    form = ReasonForm(request.POST or None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            told = form.cleaned_data
            corrections.remove(record, request.user, told["why"], expected_version=told["version"])
        except (ChangedMeanwhile, NotPossible) as refusal:
            messages.warning(request, str(refusal))
            return redirect("edit", kind=kind, pk=pk)
        messages.success(request, f"The {TITLES[kind]} was removed. It is kept, and can be brought back.")
        return redirect("meeting", pk=record.meeting_id)
    return render(request, "minutes/remove.html", _context(kind, record) | {"form": form})


@officer_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Bring a removed record back."""
    record = _record(request, kind, pk)
    try:
        corrections.restore(record, request.user, expected_version=_version(request))
    except (ChangedMeanwhile, NotPossible) as refusal:
        messages.warning(request, str(refusal))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, f"The {TITLES[kind]} is back.")
    return redirect("edit", kind=kind, pk=pk)


@officer_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo one change."""
    correction = get_object_or_404(Correction, pk=pk)
    try:
        corrections.take_back(correction, request.user)
    except NotPossible as refusal:
        messages.warning(request, str(refusal))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, "The change was taken back.")
    kind = history.KIND_OF[correction.kind]
    return redirect(
        _back(request) or reverse("edit" if kind in KINDS else "history", args=[kind, correction.record_id])
    )


def home_of(record: Any) -> str:
    """Where a record is looked at: its own page, or its place on the meeting's page."""
    kind = NAMES[type(record)]
    if kind in ("meeting", "action", "resolution"):
        return reverse(kind, args=[record.pk])
    place = {"attendee": "attendance", "item": f"item-{record.pk}", "interest": "interests"}.get(kind)
    if place is None:
        place = f"item-{record.item_id}" if record.item_id else "rest"
    return f"{reverse('meeting', args=[record.meeting_id])}#{place}"


# --- parts ------------------------------------------------------------------------------------------------------------


def _record(request: HttpRequest, kind: str, pk: int) -> Any:
    """A record that the user may see, removed ones included: they can be brought back."""
    return get_object_or_404(KINDS[kind].everything.visible_to(request.user), pk=pk)


def _back(request: HttpRequest) -> str:
    """Where a form wants to go when it is done; empty where that is not a place of ours."""
    back = request.POST.get("next", "")
    return back if url_has_allowed_host_and_scheme(back, request.get_host()) else ""


def _version(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("version"))


def _saved(request: HttpRequest, kind: str, record: Extracted, form: CorrectionForm) -> HttpResponseRedirect:
    told = form.cleaned_data
    made = corrections.correct(record, form.corrected, request.user, told["why"], expected_version=told["version"])
    if "confirm" in request.POST:
        corrections.confirm(record, request.user)
        messages.success(request, f"The {TITLES[kind]} is saved and confirmed. A new reading will not change it.")
    elif made:
        messages.success(request, f"The {TITLES[kind]} is saved. The change is kept in its history.")
    else:
        messages.info(request, "Nothing was changed.")
    return redirect(home_of(record))


def _somebody_was_faster(request: HttpRequest, kind: str, late: ChangedMeanwhile, form: CorrectionForm) -> HttpResponse:
    """The form again with what this person typed, beside what somebody else did; saving again then counts."""
    form.data = form.data.copy()
    form.data["version"] = late.record.version
    form.add_error(
        None,
        "Someone else changed this while you were working on it. Look at the newest change below, "
        "then save again if yours is still right.",
    )
    return _shown(request, kind, late.record, form, status=409)


def _shown(
    request: HttpRequest, kind: str, record: Any, form: CorrectionForm | None, status: int = 200
) -> HttpResponse:
    context = _context(kind, record) | {"form": form, "history": history.of(record)}
    return render(request, "minutes/edit.html", context, status=status)


def _context(kind: str, record: Any) -> dict[str, Any]:
    meeting = record if kind == "meeting" else record.meeting
    return {"kind": kind, "title": TITLES[kind], "record": record, "meeting": meeting, "back": home_of(record)}
