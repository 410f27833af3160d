"""What later papers report of earlier actions and recommendations, for an officer to say yes or no to."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from minutes.corrections import NotPossible
from minutes.following import proposals as saying
from minutes.following.reported import in_order, reports
from minutes.inputs import whole_number
from minutes.models import Proposal
from minutes.permissions import officer_required
from minutes.plain import counted

ROWS = 40  # proposals on a page


@officer_required
def proposals(request: HttpRequest) -> HttpResponse:
    """The proposals that wait, the oldest paper first, each with the words that it rests on."""
    visible = Proposal.objects.visible_to(request.user)
    tab = "refused" if request.GET.get("tab") == "refused" else ""
    wanted = visible.refused() if tab else visible.waiting()
    page = Paginator(in_order(wanted), ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "reports": reports(page),
        "tab": tab,
        "waiting": visible.waiting().count(),
        "refused": visible.refused().count(),
    }
    return render(request, "minutes/proposals.html", context)


@officer_required
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Confirm or refuse the chosen proposals; what somebody else decided meanwhile is said."""
    act = request.POST.get("act", "")
    chosen = {whole_number(pk) for pk in request.POST.getlist("proposal")} - {None}
    rows = in_order(Proposal.objects.visible_to(request.user).filter(pk__in=chosen))
    if not chosen:
        messages.warning(request, "Choose at least one.")
    done = [row for row in rows if _say(request, row, act)]
    if done:
        messages.success(request, _said(act, len(done)))
    return redirect(_back(request))


def _say(request: HttpRequest, row: Proposal, act: str) -> bool:
    try:
        if act == "confirm":
            saying.confirm(row, request.user)
        elif act == "refuse":
            saying.refuse(row, request.user, request.POST.get("why", "").strip())
        elif act == "again":
            saying.ask_again(row)
        else:
            return False
    except (NotPossible, ValidationError) as refusal:
        told = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
        messages.warning(request, f"{row.record}: {told}")
        return False
    return True


def _said(act: str, number: int) -> str:
    what = counted(number, "report")
    words = {
        "confirm": f"Confirmed {what}. What became of it is kept with each action.",
        "refuse": f"Refused {what}, not to be proposed again.",
        "again": f"{what} waiting again.",
    }
    return words[act]


def _back(request: HttpRequest) -> str:
    back: Any = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        return str(back)
    return reverse("proposals")
