"""Recommendations: what was recommended to whom, when an answer is due, what was answered, and what became of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from minutes.corrections import ChangedMeanwhile
from minutes.figures import recommendation_figures
from minutes.filters import RecommendationFilter
from minutes.following import judgements, responses
from minutes.following.forms import AnswerForm, ClockForm, JudgementForm
from minutes.following.reported import in_order, reports
from minutes.following.sheets import RECOMMENDATIONS, response_of
from minutes.following.timeline import Followed
from minutes.models import Action, Correction, Meeting, Proposal, Resolution, Response
from minutes.permissions import officer_required, signed_in
from minutes.views.listing import MET, downloaded, listed

ROW = (
    "meeting__committee", "meeting__council", "item", "document", "response__rule", "response__answered_in",
    "recommendation_number",
)  # fmt: skip
SHOWN = (
    "text", "number", "recipient", "item__number", "item__title", "document", "page", *MET,
    "response__state", "response__due", "response__answered_on",
    "recommendation_number__prefix", "recommendation_number__year", "recommendation_number__running",
)  # fmt: skip
MEANWHILE = "Someone else changed this meanwhile. Look at it, then send yours again."


@signed_in
def recommendations(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """The recommendations, the latest first, each with how its answer stands; as a file where the address is one's."""
    filtered = RecommendationFilter(request.GET, queryset=_visible(request), request=request)
    if file:
        return downloaded(request, filtered, RECOMMENDATIONS, file)
    told = recommendation_figures(filtered.besides("when"), narrowed=filtered.is_narrowed("when"))
    when = filtered.form.cleaned_data.get("when") or ""
    context = listed(request, filtered, only=SHOWN, known=told[when or "all"])
    context |= {"figures": told, "when": when}
    return render(request, "minutes/recommendations.html", context)


@signed_in
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of one recommendation, from top to bottom, with the next thing to do."""
    found = _found(request, pk)
    followed = Followed.of(found, request.user)
    waiting = Proposal.objects.visible_to(request.user).waiting()
    about = waiting.filter(action__in=followed.actions) | waiting.filter(resolution=found)
    context = {
        "resolution": found,
        "followed": followed,
        "steps": followed.steps(),
        "next_step": followed.next_step,
        "reports": reports(in_order(about)) if request.user.is_officer else [],
        "history": Correction.objects.about(followed.response).select_related("by") if followed.response.pk else [],
    }
    return render(request, "minutes/recommendation.html", context)


@officer_required
def clock(request: HttpRequest, pk: int) -> HttpResponse:
    """Record when it was sent and received, and by which rule an answer is owed."""
    found = _found(request, pk)
    response = response_of(found)
    names = ("sent_on", "notice_on", "received_on", "regime", "due")
    form = ClockForm(request.POST or None, initial=_now(response, names))

    def keep(told: dict[str, Any]) -> None:
        values = {name: told[name] for name in names}
        responses.record(found, request.user, values, expected_version=told["version"])

    return _answered(request, found, form, "When it was sent and received", keep)


@officer_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was answered, in which words, and which meeting was told."""
    found = _found(request, pk)
    response = response_of(found)
    names = ("state", "answered_on", "answered_by", "text")
    start = {"answered_by": found.recipient, "meeting": response.answered_in_id}
    form = AnswerForm(request.POST or None, initial=start | _now(response, names))
    form.offer(Meeting.objects.visible_to(request.user).that_may_have_heard_of(found))

    def keep(told: dict[str, Any]) -> None:
        values = {name: told[name] for name in names} | {"answered_in": told["meeting"]}
        source = told["evidence"] or None
        responses.record(found, request.user, values, expected_version=told["version"], source=source)

    return _answered(request, found, form, "The answer", keep)


@officer_required
def judgement(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the committee thinks of how it was followed up."""
    found = _found(request, pk)
    return _judged(request, found, found, "recommendation")


@officer_required
def action_judgement(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Action.objects.visible_to(request.user).select_related("meeting__committee"), pk=pk)
    return _judged(request, found, found, "action")


def _judged(request: HttpRequest, record: Any, found: Any, back: str) -> HttpResponse:
    form = JudgementForm(request.POST or None)
    form.offer(Meeting.objects.visible_to(request.user).that_may_have_heard_of(found))

    def keep(told: dict[str, Any]) -> None:
        judgements.judge(record, request.user, told["rating"], told["text"], told["meeting"], told["on"])

    return _answered(request, found, form, "The committee’s judgement", keep, back)


def _answered(
    request: HttpRequest, found: Any, form: forms.Form, title: str, keep: Any, back: str = "recommendation"
) -> HttpResponse:
    """Show a form, or keep what it says and go back; what is wrong stands beside it, and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            keep(form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        except ChangedMeanwhile as meanwhile:
            form.data = form.data.copy()
            form.data["version"] = meanwhile.record.version
            form.add_error(None, MEANWHILE)
        else:
            messages.success(request, f"Saved: {title[0].lower()}{title[1:]}.")
            return redirect(back, pk=found.pk)
    context = {"record": found, "form": form, "title": title, "back": back}
    return render(request, "minutes/follow_form.html", context, status=422 if form.errors else 200)


def _now(response: Response, names: tuple[str, ...]) -> dict[str, Any]:
    """What is known now, for a form; nothing but the version where nobody wrote anything down."""
    if response.pk is None:
        return {"version": 1}
    return {"version": response.version} | {name: getattr(response, name) for name in names}


def _visible(request: HttpRequest) -> Any:
    return Resolution.objects.visible_to(request.user).recommendations().select_related(*ROW)


def _found(request: HttpRequest, pk: int) -> Resolution:
    found: Resolution = get_object_or_404(_visible(request).select_related("confirmed_by", "added_by"), pk=pk)
    return found
