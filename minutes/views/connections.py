"""Tokens for other programs and private addresses of feeds: everybody makes and revokes their own."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from minutes.api.described import lists
from minutes.audit import note
from minutes.connections.forms import AddressForm, TokenForm
from minutes.inputs import whole_number
from minutes.models import ApiToken, Event, FeedAddress, FeedKind, Person
from minutes.people.seen import seen_by
from minutes.permissions import signed_in

FILES = {FeedKind.CALENDAR: "feed_calendar", FeedKind.TASKS: "feed_calendar"}
LASTING = {"token": ApiToken, "address": FeedAddress}


@signed_in
def connections(request: HttpRequest) -> HttpResponse:
    """What the user made and did not revoke, newest first, those that are over too."""
    mine = {"user": request.user, "revoked_at": None}
    context = {
        "tokens": ApiToken.objects.filter(**mine),
        "addresses": FeedAddress.objects.filter(**mine).select_related("committee", "person"),
        "interface": request.build_absolute_uri(reverse("api:api-root")),
    }
    return render(request, "minutes/connections.html", context)


@signed_in
@never_cache
def make_token(request: HttpRequest) -> HttpResponse:
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token, secret = ApiToken.make(request.user, form.cleaned_data["name"], ends_on=form.last_day)
        note(Event.ADDRESSES, request, detail=f"made the token {token.name}")
        return _shown_once(request, token, secret)
    return render(request, "minutes/connections_token.html", {"form": form})


@signed_in
@never_cache
def make_address(request: HttpRequest) -> HttpResponse:
    form = AddressForm(request.POST or None, user=request.user, person=_person(request))
    if request.method == "POST" and form.is_valid():
        address, secret = FeedAddress.make(request.user, form.cleaned_data["name"], **form.values)
        note(Event.ADDRESSES, request, detail=f"made the private address {address.name}")
        path = reverse(FILES.get(FeedKind(address.kind), "feed_news"), args=[secret])
        return _shown_once(request, address, request.build_absolute_uri(path))
    return render(request, "minutes/connections_address.html", {"form": form})


@signed_in
def try_it(request: HttpRequest) -> HttpResponse:
    """What other programs can ask, for people: each list with its parameters and an example to follow."""
    context = {"lists": lists(), "most": settings.API_REQUESTS_A_MINUTE}
    return render(request, "minutes/connections_api.html", context)


@signed_in
@require_POST
def revoke(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take back one's own: it opens nothing from now on."""
    if kind not in LASTING:
        raise Http404
    found = get_object_or_404(LASTING[kind], pk=pk, user=request.user)
    found.revoke()
    note(Event.ADDRESSES, request, detail=f"revoked {found.name}")
    messages.success(request, f"“{found.name}” is revoked. It opens nothing any more.")
    return redirect("connections")


def _shown_once(request: HttpRequest, made: Any, secret: str) -> HttpResponse:
    """The only answer that ever has the secret; it is no redirect, as that would have to keep it in between."""
    context = {
        "made": made,
        "secret": secret,
        "is_token": isinstance(made, ApiToken),
        "is_calendar": getattr(made, "kind", "") in FILES,
        "interface": request.build_absolute_uri(reverse("api:api-root")),
    }
    return render(request, "minutes/connections_made.html", context)


def _person(request: HttpRequest) -> Person | None:
    """Somebody on whose page the form was opened, if the user may see that page at all."""
    return seen_by(request.user).filter(pk=whole_number(request.GET.get("person"))).first()
