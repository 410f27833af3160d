from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from minutes import exports
from minutes.figures import number_of
from minutes.filters import LATEST, PersonFilter
from minutes.models import Action, Attendee, AttendeeRole, Interest, Person
from minutes.paging import page_of
from minutes.people import joins, person_facts
from minutes.people.seen import seen_by
from minutes.permissions import signed_in
from minutes.views.listing import downloaded, listed

SHOWN = ("name", "side")
MANY = 20  # of a person's actions or interests; the lists have all of them


@signed_in
def people(request: HttpRequest, file: str = "") -> HttpResponseBase:
    """Everybody whom the papers name, by surname; as a file where the address is one's."""
    filtered = PersonFilter(request.GET, queryset=_rows(request), request=request)
    if file:
        return downloaded(request, filtered, exports.PEOPLE, file)
    return render(request, "minutes/people.html", listed(request, filtered, rows=50, only=SHOWN))


@signed_in
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the names printed, meetings and roles, interests declared, actions owned."""
    found = get_object_or_404(Person.objects.select_related("council"), pk=pk)
    if found.merged_into_id:
        return redirect("person", pk=found.merged_into_id)
    user = request.user
    if not (user.is_officer or found.pk == user.person_id or seen_by(user).filter(pk=pk).exists()):
        raise Http404
    attended = _seen(request, Attendee).filter(person=found).at_meetings()
    owned = Action.objects.visible_to(request.user).filter(owner_person=found)
    context = {
        "person": found,
        "forms": person_facts.printed_forms(found, request.user),
        "history": joins.of(found) if request.user.is_officer else [],
        "page": page_of(attended.order_by(*LATEST), request.GET.get("page", "")),
        "attendance": person_facts.attendance(attended),
        "percentage": person_facts.percentage(attended),
        "substitutions": person_facts.substitutions(attended),
        "posts": attended.exclude(position="").order_by("position").values_list("position", flat=True).distinct(),
        "roles": _roles(attended),
        "outstanding": owned.outstanding().soonest_first().select_related("meeting__committee", "owner_person")[:MANY],
        "outstanding_count": owned.outstanding().count(),
        "closed_count": owned.closed().count(),
        "interests": _seen(request, Interest, "item").filter(person=found).order_by("-meeting__date", "-pk")[:MANY],
        "interest_count": Interest.objects.visible_to(request.user).filter(person=found).count(),
    }
    return render(request, "minutes/person.html", context)


def _rows(request: HttpRequest) -> Any:
    """People with the number of meetings attended and of actions outstanding that the user may see."""
    seen, owned = Attendee.objects.visible_to(request.user), Action.objects.visible_to(request.user)
    return (
        seen_by(request.user)
        .select_related("council")
        .annotate(
            meeting_count=number_of(seen.present().at_meetings(), "person"),
            action_count=number_of(owned.outstanding(), "owner_person"),
        )
    )


def _seen(request: HttpRequest, model: Any, *related: str) -> Any:
    rows = model.objects.visible_to(request.user)
    return rows.select_related("meeting__committee", "meeting__council", "document", *related)


def _roles(attended: Any) -> list[tuple[str, str, int]]:
    """The roles that the person had: in words, in which committee, at how many meetings; the most frequent first."""
    counted = attended.exclude(role="").order_by().values_list("role", "meeting__committee__name")
    labels = dict(AttendeeRole.choices)
    found = [(str(labels[role]), body or "", times) for role, body, times in counted.annotate(Count("pk"))]
    return sorted(found, key=lambda one: (-one[2], one))
