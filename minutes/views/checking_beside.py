"""Checking a meeting beside its paper: a record, its words on the page, its question, and what may be done to it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from minutes import corrections
from minutes.checking import answers, history, meeting_state
from minutes.checking.beside import Beside, Row
from minutes.checking.facts import facts
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.forms import FORMS, CorrectionForm, ReasonForm
from minutes.inputs import whole_number
from minutes.kinds import ADDABLE, TITLES
from minutes.models import Meeting
from minutes.papers.leaves import Leaf, leaf
from minutes.permissions import officer_required
from minutes.plain import counted

ALL = "all"  # stands for a record's whole form
LATE = (
    "Someone else changed this while you were working on it. Look at the newest change below, "
    "then save again if yours is still right."
)


@officer_required
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    """``?at=action-12`` chooses a record, ``correct=owner`` opens its form at a field, ``page=3`` turns the paper."""
    meeting = _meeting(request, pk)
    found = Beside(meeting, request.user)
    row = found.at(request.GET.get("at", ""))
    return _shown(request, found, row, _form(row, request.GET.get("correct", "")))


@officer_required
@require_POST
def correct(request: HttpRequest, pk: int, mark: str) -> HttpResponse:
    """Save a record's form, or the one field of it that was open; a late or wrong one is shown again."""
    found, row = _found(request, pk, mark)
    form = _form(row, request.POST.get("correct", ALL), request.POST)
    if form is None:
        return HttpResponseBadRequest("There is no such field.")
    if form.is_valid():
        try:
            return _saved(request, found, row, form)
        except ChangedMeanwhile as late:
            form.data = form.data.copy()
            form.data["version"] = late.record.version
            form.add_error(None, LATE)
            # htmx shows what came back with a success alone; anybody else is told what became of the form.
            found = Beside(found.meeting, request.user)
            return _shown(request, found, found.at(mark), form, 200 if request.htmx else 409)
        except ValidationError as error:
            form.add_error(None, error)
    return _shown(request, found, row, form)


@officer_required
@require_POST
def confirm(request: HttpRequest, pk: int, mark: str) -> HttpResponse:
    """The record is right; on to the next with something to do."""
    found, row = _found(request, pk, mark)
    onward = found.next_open(row) or row
    done = _done(
        request, found, lambda: corrections.confirm(row.record, request.user, expected_version=_version(request))
    )
    return _to(found.meeting, onward if done else row)


@officer_required
@require_POST
def remove(request: HttpRequest, pk: int, mark: str) -> HttpResponse:
    """It is no record: out of all lists, with a reason; on to the next with something to do."""
    found, row = _found(request, pk, mark)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.warning(request, f"Say why this {TITLES[row.kind]} is no record, then remove it.")
        return _to(found.meeting, row)
    told = form.cleaned_data
    onward = found.next_open(row) or found.rows[0]
    done = _done(
        request,
        found,
        lambda: corrections.remove(row.record, request.user, told["why"], expected_version=told["version"]),
    )
    return _to(found.meeting, onward if done else row)


@officer_required
@require_POST
def answer(request: HttpRequest, pk: int, mark: str) -> HttpResponse:
    """Answer a record's question; on to its next one, or to the next record with one."""
    found, row = _found(request, pk, mark)
    field, value = request.POST.get("field", ""), request.POST.get("answer", "")
    try:
        done = _done(request, found, lambda: answers.answer(row.record, field, value, request.user, _version(request)))
    except ValueError:
        messages.warning(request, "That question is answered already.")
        done = False
    asks_more = type(row.record).objects.filter(pk=row.record.pk, doubt_count__gt=0).exists()
    return _to(found.meeting, row if asks_more or not done else found.next_question(row) or row)


@officer_required
@require_POST
def confirm_section(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Confirm a section, or all of the meeting, as it was in view; what has a question is left."""
    meeting = _meeting(request, pk)
    found = Beside(meeting, request.user)
    section = found.section(name)
    if section is None and name != ALL:
        raise Http404
    rows = section.rows if section else found.rows
    told = meeting_state.confirm_clear([row.record for row in rows], request.user, request.POST.get("seen", "").split())
    if told.done:
        meeting_state.begin(meeting, request.user)
    messages.success(request, _in_words(told))
    return _to(meeting, Beside(meeting, request.user).at(request.POST.get("at", "")))


@officer_required
@require_POST
def check_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the meeting on, leave it, or say that it is checked."""
    meeting = _meeting(request, pk)
    act, user = request.POST.get("act"), request.user
    if act == "take_on":
        meeting_state.take_on(meeting, user)
    elif act == "leave":
        meeting_state.leave(meeting, user)
    elif act == "finish":
        return _finished(request, meeting)
    return redirect("check", pk=pk)


# --- parts ------------------------------------------------------------------------------------------------------------


def _meeting(request: HttpRequest, pk: int) -> Meeting:
    visible = Meeting.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("committee", "council", "document", "checker"), pk=pk)


def _found(request: HttpRequest, pk: int, mark: str) -> tuple[Beside, Row]:
    found = Beside(_meeting(request, pk), request.user)
    row = found.at(mark)
    if row.mark != mark:
        raise Http404
    return found, row


def _finished(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    found = Beside(meeting, request.user)
    records = [row.record for row in found.rows if row.record != meeting]
    try:
        meeting_state.finish(found.meeting, records, request.user, request.POST.get("seen", "").split())
    except NotPossible as refusal:
        messages.warning(request, str(refusal))
        return redirect("check", pk=meeting.pk)
    messages.success(request, "This meeting is checked. All its records are confirmed.")
    return redirect("meeting", pk=meeting.pk)


def _form(row: Row, correcting: str, data: Any = None) -> CorrectionForm | None:
    """The form of a record, or of one field of it; None where none is asked for. It has a copy of its own."""
    if not correcting:
        return None
    form = FORMS[row.kind](data, instance=copy.copy(row.record))
    if correcting != ALL:
        if correcting not in form.Meta.fields:
            return None
        for name in {*form.fields} - {correcting, "version", "why"}:
            del form.fields[name]
    first = form.fields[form.Meta.fields[0] if correcting == ALL else correcting]
    parts = getattr(first.widget, "widgets", [first.widget])
    parts[0].attrs["autofocus"] = True
    return form


def _saved(request: HttpRequest, found: Beside, row: Row, form: CorrectionForm) -> HttpResponseRedirect:
    told = form.cleaned_data
    onward = found.next_open(row) or row
    corrections.correct(row.record, form.corrected, request.user, told["why"], expected_version=told["version"])
    if "confirm" in request.POST:
        corrections.confirm(row.record, request.user)
    meeting_state.begin(found.meeting, request.user)
    return _to(found.meeting, onward if "confirm" in request.POST else row)


def _done(request: HttpRequest, found: Beside, act: Callable[[], object]) -> bool:
    """Whether an act came about; where it did not, the person is told why."""
    try:
        act()
    except (ChangedMeanwhile, NotPossible) as refusal:
        messages.warning(request, str(refusal))
        return False
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return False
    meeting_state.begin(found.meeting, request.user)
    return True


def _version(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("version"))


def _to(meeting: Meeting, row: Row) -> HttpResponseRedirect:
    return redirect(f"{reverse('check', args=[meeting.pk])}?{urlencode({'at': row.mark})}#record")


def _in_words(told: meeting_state.Confirmed) -> str:
    said = [f"{counted(told.done, 'record')} confirmed."]
    if told.in_question:
        said.append(f"{told.in_question} with a question {'is' if told.in_question == 1 else 'are'} left.")
    if told.changed:
        said.append(f"{told.changed} changed while you were looking: look again.")
    return " ".join(said)


def _shown(
    request: HttpRequest, found: Beside, row: Row, form: CorrectionForm | None, status: int = 200
) -> HttpResponse:
    correcting = (request.POST or request.GET).get("correct", "") if form else ""
    context = {
        "meeting": found.meeting,
        "beside": found,
        "row": row,
        "title": TITLES[row.kind],
        "kinds": ADDABLE,
        "asked": answers.asked(row.record, FORMS[row.kind].Meta.fields),
        "facts": facts(row.record),
        "record_form": form,
        "correcting": correcting or (ALL if form else ""),
        "leaf": _leaf(request, found, row),
        "history": history.of(row.record),
        "here": f"{reverse('check', args=[found.meeting.pk])}?{urlencode({'at': row.mark})}",
        "late": bool(form and LATE in form.non_field_errors()),
        # Without htmx the frame of the page shows them.
        "said": list(messages.get_messages(request)) if request.htmx else [],
        "previous": found.before(row),
        "next": found.after(row),
        "next_question": found.next_question(row),
    }
    return render(request, "minutes/check.html", context, status=status)


def _leaf(request: HttpRequest, found: Beside, row: Row) -> Leaf | None:
    document = row.record.document or found.meeting.document
    return leaf(document, found.rows, row, whole_number(request.GET.get("page"))) if document else None
