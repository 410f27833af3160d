from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from minutes.filters import PersonFilter
from minutes.models import Action, Attendance, Attendee, AttendeeRole, Interest, Person
from minutes.permissions import signed_in
from minutes.views.listing import listed


@signed_in
def people(request: HttpRequest) -> HttpResponse:
    """Everybody whom the papers name, by surname."""
    context = listed(request, PersonFilter(request.GET, queryset=_rows(request), request=request), rows=50)
    return render(request, "minutes/people.html", context)


@signed_in
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the names printed, meetings and roles, interests declared, actions owned."""
    found = get_object_or_404(Person.objects.select_related("council"), pk=pk)
    if found.merged_into_id:
        return redirect("person", pk=found.merged_into_id)
    if not (request.user.is_officer or found.pk == request.user.person_id or _named(request).filter(pk=pk).exists()):
        raise Http404
    attended = list(_attended(request).filter(person=found).order_by("-meeting__date", "-meeting"))
    actions = Action.objects.visible_to(request.user).filter(owner_person=found)
    context = {
        "person": found,
        "printed": [form.printed for form in found.forms.all()],
        "attended": attended,
        "attendance": _in_figures(attended),
        "posts": sorted({one.position for one in attended if one.position}),
        "roles": Counter((one.meeting.committee, one.get_role_display()) for one in attended if one.role).most_common(),
        "outstanding": actions.outstanding().soonest_first().select_related("meeting__committee", "document"),
        "closed": actions.closed().order_by("-due").select_related("meeting__committee", "document"),
        "interests": _interests(request).filter(person=found).order_by("-meeting__date", "-meeting", "order"),
    }
    return render(request, "minutes/person.html", context)


def _named(request: HttpRequest) -> Any:
    """People whom records name that the user may see: who is named in exempt ones alone is nobody to the others."""
    named = Person.objects.current().filter(
        Exists(_own(request, Attendee, "person"))
        | Exists(_own(request, Action, "owner_person"))
        | Exists(_own(request, Interest, "person"))
    )
    return named.select_related("council")


def _rows(request: HttpRequest) -> Any:
    """People with the number of meetings attended and of actions outstanding that the user may see."""
    seen, owned = _own(request, Attendee, "person"), _own(request, Action, "owner_person")
    return _named(request).annotate(
        meeting_count=_number(seen.present(), "person"), action_count=_number(owned.outstanding(), "owner_person")
    )


def _own(request: HttpRequest, model: Any, key: str) -> Any:
    return model.objects.visible_to(request.user).filter(**{key: OuterRef("pk")}).order_by()


def _number(rows: Any, key: str) -> Coalesce:
    grouped = rows.values(key).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(grouped, output_field=IntegerField()), 0)


def _attended(request: HttpRequest) -> Any:
    return Attendee.objects.visible_to(request.user).select_related(
        "meeting__committee", "meeting__council", "document"
    )


def _interests(request: HttpRequest) -> Any:
    return Interest.objects.visible_to(request.user).select_related("meeting__committee", "item", "document")


def _in_figures(attended: list[Attendee]) -> list[tuple[str, int]]:
    """How often present, apologies, absent, substitute; never a percentage, which an administrator must allow."""
    told = Counter(one.status for one in attended)
    substitute = sum(1 for one in attended if one.role == AttendeeRole.SUBSTITUTE)
    figures = [(str(label), told[value]) for value, label in Attendance.choices]
    return [(label, times) for label, times in (*figures, ("Substitute", substitute)) if times]
