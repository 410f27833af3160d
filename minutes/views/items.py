"""Agenda items: the list of all, one with its records, and the matter that it is part of over the meetings."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from minutes import exports
from minutes.figures import number_of
from minutes.filters import ItemFilter
from minutes.inputs import whole_number
from minutes.models import Action, AgendaItem, Committee, ItemThread, Resolution
from minutes.permissions import officer_required, signed_in
from minutes.proceedings import Entry, Proceedings
from minutes.threads import decisions, proposals
from minutes.threads.timeline import timeline
from minutes.views.listing import MET, downloaded, listed

SHOWN = ("number", "title", "exempt", "doubt_count", "document", "page", *MET)


@signed_in
def items(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """The agenda items, the latest meeting first; as a file where the address is one's."""
    rows = _items(request).annotate(
        resolution_count=number_of(Resolution.objects.visible_to(request.user), "item"),
        action_count=number_of(Action.objects.visible_to(request.user), "item"),
    )
    filtered = ItemFilter(request.GET, queryset=rows, request=request)
    if file:
        return downloaded(request, filtered, exports.ITEMS, file)
    return render(request, "minutes/items.html", listed(request, filtered, only=SHOWN))


@signed_in
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """An item with what was decided, agreed and declared under it, and the same matter at other meetings."""
    found = _item(request, pk)
    thread, entry = proposals.thread_of(found), _entry(request, found)
    context = {
        "item": found,
        "entry": entry,
        "actions": [*(action for decided in entry.decided for action in decided.actions), *entry.actions],
        "thread": thread,
        "steps": timeline(proposals.items_of(thread, request.user), request.user) if thread else [],
        "proposed": proposals.proposed_for(found, request.user) if request.user.is_officer else [],
    }
    return render(request, "minutes/item.html", context)


@officer_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of another item that it is the same matter, or that it is not."""
    found = _item(request, pk)
    chosen = {whole_number(other) for other in request.POST.getlist("other")} - {None}
    others = [_item(request, other) for other in chosen]
    same = request.POST.get("said") == "same"
    try:
        for other in others:
            (decisions.join if same else decisions.part)(found, other, request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        said = "They are followed as one matter." if same else "They are not proposed as one matter again."
        messages.success(request, said if others else "Choose the items that are the same matter.")
    if "next" in request.POST:
        return redirect("committee_threads", pk=found.meeting.committee_id)
    return redirect("item", pk=pk)


@signed_in
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """One matter over the meetings, from its first to its last, with what was decided each time."""
    found = get_object_or_404(ItemThread.objects.select_related("committee", "made_by"), pk=pk)
    joined = proposals.items_of(found, request.user)
    if not joined:
        return redirect("committee_threads", pk=found.committee_id)
    return render(request, "minutes/thread.html", {"thread": found, "steps": timeline(joined, request.user)})


@officer_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an item out of a thread; it may be proposed again."""
    found = get_object_or_404(ItemThread, pk=pk)
    taken = _item(request, whole_number(request.POST.get("item")))
    decisions.take_back(found, taken)
    messages.success(request, "It is taken out again.")
    return redirect("item", pk=taken.pk)


@officer_required
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ItemThread, pk=pk)
    try:
        decisions.rename(found, request.POST.get("title", ""))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("thread", pk=pk)


@signed_in
def threads(request: HttpRequest, pk: int) -> HttpResponse:
    """The matters that a committee came back to, and for officers those that may be one."""
    found = get_object_or_404(Committee.objects.select_related("council"), pk=pk)
    context = {
        "committee": found,
        "followed": proposals.followed_in(found, request.user),
        "proposed": proposals.proposed_in(found, request.user) if request.user.is_officer else [],
    }
    return render(request, "minutes/threads.html", context)


def _items(request: HttpRequest) -> Any:
    visible = AgendaItem.objects.visible_to(request.user).filter(meeting__removed_at=None)
    return visible.select_related("meeting__committee", "meeting__council", "document")


def _item(request: HttpRequest, pk: int | None) -> AgendaItem:
    return get_object_or_404(_items(request).select_related("confirmed_by"), pk=pk)


def _entry(request: HttpRequest, item: AgendaItem) -> Entry:
    entries = Proceedings(item.meeting, request.user).entries()
    return next(entry for entry in entries if entry.item and entry.item.pk == item.pk)
