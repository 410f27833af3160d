"""Adding a record that the reader missed: its words are chosen on the page, and become its source."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from minutes import corrections
from minutes.checking import chosen_words, meeting_state
from minutes.checking.chosen_words import Line
from minutes.forms import FORMS, CorrectionForm
from minutes.inputs import whole_number
from minutes.kinds import ADDABLE, KINDS, TITLES
from minutes.models import Document, Meeting
from minutes.papers.page_images import PDF
from minutes.permissions import officer_required

SAYS = {"action": "text", "resolution": "text", "item": "title", "attendee": "name", "indicator": "name"}
SAYS["interest"] = "description"
WITH_AN_ITEM = ("action", "resolution", "interest", "indicator")


@officer_required
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of a page to choose from, and what kind of record they are."""
    meeting, document = _paper(request, pk)
    page = _page(request, document)
    sheet = document.pages.filter(number=page).first()
    context = {
        "meeting": meeting,
        "document": document,
        "page": page,
        "sheet": sheet if page and document.media_type == PDF else None,
        "lines": chosen_words.lines(document, page),
        "kinds": ADDABLE,
        "kind": request.GET.get("kind", "action"),
    }
    return render(request, "minutes/check_choose.html", context)


@officer_required
def add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The form of a new record, filled in with the chosen words."""
    meeting, document = _paper(request, pk)
    if kind not in ADDABLE:
        raise Http404
    page = _page(request, document)
    told = request.POST or request.GET
    chosen = _chosen(told, page, chosen_words.lines(document, page))
    if not chosen and request.method == "GET":
        messages.warning(request, "Choose the words first, or add the record by typing.")
        return redirect(f"{reverse('check_choose', args=[pk])}?{urlencode({'page': page or '', 'kind': kind})}")
    form = _form(request, meeting, kind, chosen)
    if request.method == "POST" and form.is_valid():
        try:
            record = corrections.add(
                KINDS[kind], meeting, form.values, request.user, form.cleaned_data["why"], source=chosen
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            meeting_state.begin(meeting, request.user)
            messages.success(request, f"The {TITLES[kind]} is added.")
            return redirect(f"{reverse('check', args=[pk])}?{urlencode({'at': f'{kind}-{record.pk}'})}#record")
    context = {
        "meeting": meeting, "kind": kind, "title": TITLES[kind], "form": form, "chosen": chosen, "page": page,
        "first": told.get("first", ""), "last": told.get("last", ""), "ticked": told.getlist("line"),
    }  # fmt: skip
    return render(request, "minutes/check_add.html", context)


def _paper(request: HttpRequest, pk: int) -> tuple[Meeting, Document]:
    visible = Meeting.objects.visible_to(request.user).select_related("committee", "council", "document")
    meeting = get_object_or_404(visible, pk=pk)
    if meeting.document is None:
        raise Http404("This meeting has no paper.")
    return meeting, meeting.document


def _page(request: HttpRequest, document: Document) -> int | None:
    """The page that is asked for, inside the paper; None for a paper without pages."""
    if not document.page_count:
        return None
    asked = whole_number((request.POST or request.GET).get("page"))
    return min(max(asked or 1, 1), document.page_count)


def _chosen(told: Any, page: int | None, found: list[Line]) -> dict[str, Any]:
    """The source that a person chose: from one word to another, or whole lines; empty where none was."""
    first, last = (whole_number(told.get(end)) for end in ("first", "last"))
    if first is not None and last is not None:
        return chosen_words.source(page, found, *sorted((first, last)))
    lines = (whole_number(line) for line in told.getlist("line"))
    ticked = [line for line in lines if line is not None and line < len(found)]
    if not ticked:
        return {}
    return chosen_words.source(page, found, found[min(ticked)].first, found[max(ticked)].last)


def _form(request: HttpRequest, meeting: Meeting, kind: str, chosen: dict[str, Any]) -> CorrectionForm:
    record = KINDS[kind](meeting=meeting)
    initial: dict[str, Any] = {SAYS[kind]: " ".join(chosen.get("quote", "").split())}
    if kind in WITH_AN_ITEM:
        initial["item"] = chosen_words.item_at(meeting, chosen)
    return FORMS[kind](request.POST or None, instance=record, initial=initial)
