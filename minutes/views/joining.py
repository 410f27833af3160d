"""Joining people who are one and parting those who are two. What was printed stays, and all of it can be undone."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from minutes import corrections
from minutes.checking import history
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.inputs import whole_number
from minutes.models import Joining, Person, User
from minutes.people import identity
from minutes.people import joins as proposed
from minutes.people.joining_forms import AccountForm, JoinForm, SplitForm
from minutes.people.person_form import PersonForm
from minutes.permissions import administrator_required, officer_required

AT_ONCE = 20  # proposals on a page
LATELY = 10  # of what was done
LATE = (
    "Someone else changed this while you were working on it. Look at the newest change, "
    "then save again if yours is still right."
)


@officer_required
def joins(request: HttpRequest) -> HttpResponse:
    """Pairs of people who may be one, with what speaks for it; under them what was done lately."""
    page = Paginator(proposed.proposals(request.user), AT_ONCE).get_page(request.GET.get("page"))
    done = Joining.objects.select_related("origin", "target", "by", "undone_by")[:LATELY]
    return render(request, "minutes/joins.html", {"page": page, "history": done})


@officer_required
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """One person, or two: the answer to a proposal."""
    origin, target = (_person(whole_number(request.POST.get(name))) for name in ("origin", "target"))
    try:
        if request.POST.get("answer") == "one":
            _join_as_proposed(request, origin, target)
        else:
            identity.keep_apart(origin, target, request.user)
            messages.success(request, f"{origin} and {target} stay two people. They are not proposed again.")
    except NotPossible as refusal:
        messages.warning(request, str(refusal))
    return redirect("joins")


@officer_required
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody else is this person too."""
    person = _person(pk)
    form = JoinForm(request.POST or None, person=person, initial={"other": request.GET.get("other")})
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        try:
            identity.merge(other, person, request.user, form.cleaned_data["why"])
        except NotPossible as refusal:
            form.add_error("other", str(refusal))
        else:
            messages.success(request, f"{other} and {person} are one person now. You can undo this.")
            return redirect("person", pk=person.pk)
    return render(request, "minutes/join.html", {"person": person, "form": form})


@officer_required
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Some of this person's meetings were somebody else's."""
    person = _person(pk)
    form = SplitForm(request.POST or None, person=person, user=request.user)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made = identity.split(
                person, told["attendances"], told["forenames"], told["surname"], request.user, told["why"]
            )
        except NotPossible as refusal:
            form.add_error("attendances", str(refusal))
        else:
            messages.success(request, f"{made.target} is a person of their own now. You can undo this.")
            return redirect("person", pk=made.target_id)
    return render(request, "minutes/split.html", {"person": person, "form": form})


@officer_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a person's name, or which side of the table they sit on."""
    person = _person(pk)
    form = PersonForm(request.POST or None, instance=_person(pk))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            corrections.correct(person, form.corrected, request.user, told["why"], expected_version=told["version"])
        except ChangedMeanwhile as late:
            form.data = form.data.copy()
            form.data["version"] = late.record.version
            form.add_error(None, LATE)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "That is saved, and kept in the history.")
            return redirect("person", pk=pk)
    return render(request, "minutes/person_edit.html", {"person": person, "form": form, "history": history.of(person)})


@administrator_required
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    """An account belongs to this person: its holder's own actions and page are this person's from now on."""
    person = _person(pk)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = form.cleaned_data["account"]
        if User.objects.filter(person=person).exists():
            form.add_error("account", f"{person} has an account already. Take it away under Users first.")
        else:
            User.objects.filter(pk=account.pk, person=None).update(person=person)
            messages.success(request, f"The account {account.username} is {person}’s now.")
            return redirect("person", pk=person.pk)
    return render(request, "minutes/tie.html", {"person": person, "form": form})


@officer_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was joined, split or said."""
    joining = get_object_or_404(Joining, pk=pk)
    try:
        identity.undo(joining, request.user)
        messages.success(request, "That is undone.")
    except NotPossible as refusal:
        messages.warning(request, str(refusal))
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, request.get_host()) else "joins")


# --- parts ------------------------------------------------------------------------------------------------------------


def _join_as_proposed(request: HttpRequest, origin: Person, target: Person) -> None:
    """Join two people, unless something has come to speak against it since it was proposed. Raises NotPossible."""
    if against := proposed.contradiction(origin, target, request.user):
        raise NotPossible(f"{against} Look at both people before you join them.")
    identity.merge(origin, target, request.user, "Proposed by the papers")
    messages.success(request, f"{origin} and {target} are one person now. You can undo this.")


def _person(pk: int | None) -> Person:
    return get_object_or_404(Person.objects.current().select_related("council"), pk=pk)
