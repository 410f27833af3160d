"""Making several records of one, or one of two, while checking."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from minutes.checking import dividing, meeting_state
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.inputs import whole_number
from minutes.kinds import KINDS, TITLES, kind_of
from minutes.models import Action, Meeting, Resolution
from minutes.permissions import officer_required

Divisible = Action | Resolution
BLANK_LINE = re.compile(r"\n\s*\n")


@officer_required
def divide(request: HttpRequest, pk: int, kind: str, record: int) -> HttpResponse:
    """The page on which a record is split or joined, and the act itself."""
    found = _record(request, pk, kind, record)
    typed = request.POST.get("text", "").replace("\r\n", "\n")
    if request.method == "POST":
        try:
            said = _act(request, found, typed)
        except (ChangedMeanwhile, NotPossible) as refusal:
            messages.warning(request, str(refusal))
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            meeting_state.begin(found.meeting, request.user)
            messages.success(request, said)
            return _to(found)
    others = type(found).objects.filter(meeting=pk, item=found.item_id).exclude(pk=found.pk).order_by("order", "pk")
    context = {
        "meeting": found.meeting, "record": found, "kind": kind, "title": TITLES[kind], "others": others,
        "text": typed or found.text, "mark": f"{kind}-{found.pk}",
    }  # fmt: skip
    return render(request, "minutes/check_divide.html", context)


def _act(request: HttpRequest, record: Divisible, typed: str) -> str:
    """Split or join as the form says; gives a sentence that says what was done."""
    expected = whole_number(request.POST.get("version"))
    if request.POST.get("act") == "join":
        other = type(record).objects.filter(pk=whole_number(request.POST.get("other"))).first()
        if other is None:
            raise NotPossible("Choose what it is to be joined with.")
        dividing.join(record, other, request.user, expected)
        return "The two are one now. The other is removed, and can be brought back."
    texts = [" ".join(part.split()) for part in BLANK_LINE.split(typed) if part.strip()]
    made = dividing.split(record, texts, request.user, expected)
    return f"It is {len(made)} now. Look at the owner, the date and the words of each."


def _record(request: HttpRequest, meeting: int, kind: str, pk: int) -> Divisible:
    model = KINDS.get(kind)
    if model not in dividing.KINDS:
        raise Http404
    get_object_or_404(Meeting.objects.visible_to(request.user), pk=meeting)
    visible = model.objects.visible_to(request.user).select_related("meeting__committee", "meeting__council", "item")
    found: Divisible = get_object_or_404(visible, pk=pk, meeting=meeting)
    return found


def _to(record: Divisible) -> HttpResponseRedirect:
    mark = f"{kind_of(record)}-{record.pk}"
    return redirect(f"{reverse('check', args=[record.meeting_id])}?{urlencode({'at': mark})}#record")
