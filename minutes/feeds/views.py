"""The private addresses. Whoever has one needs no password, so an address that is over is as though it never was."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

from minutes.feeds.calendar import Place, calendar
from minutes.feeds.news import DecisionNews, MeetingNews
from minutes.models import FeedAddress, FeedKind

NEWS = {FeedKind.MEETINGS: MeetingNews, FeedKind.DECISIONS: DecisionNews}


@login_not_required
@require_safe
@conditional_page
def ical(request: HttpRequest, secret: str) -> HttpResponse:
    """A calendar of due dates and meetings."""
    address = _opened(secret, (FeedKind.CALENDAR, FeedKind.TASKS))
    whole = calendar(address, Place(request.get_host(), request.build_absolute_uri))
    response = HttpResponse(whole, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="scrutiny.ics"'
    return _kept_private(response)


@login_not_required
@require_safe
@conditional_page
def atom(request: HttpRequest, secret: str) -> HttpResponse:
    """A feed of new meetings or decisions."""
    address = _opened(secret, tuple(NEWS))
    return _kept_private(NEWS[FeedKind(address.kind)]()(request, address=address))


def _opened(secret: str, kinds: tuple[FeedKind, ...]) -> FeedAddress:
    address: FeedAddress | None = FeedAddress.objects.opened_by(secret)
    if address is None or address.kind not in kinds:
        raise Http404("This address is not, or no longer, one of a feed.")
    address.note_use()
    return address


def _kept_private(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, asked for again each time (so that revoking works at once), found by no search."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
