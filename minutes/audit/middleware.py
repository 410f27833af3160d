"""Notes what answers show of themselves: refusals, downloads, and changes in the administration."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from minutes.audit.noting import note
from minutes.models.audit_entry import Event

Answer = Callable[[HttpRequest], HttpResponse]
REFUSALS = (403, 429)


class Audited:
    """Stands inside the middleware that knows who asks."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        event = _event(request, response)
        if event:
            note(event, request, detail=_detail(event, request, response))
        return response


def _event(request: HttpRequest, response: HttpResponse) -> Event | None:
    if response.status_code in REFUSALS:
        return Event.REFUSED
    if response.headers.get("Content-Disposition", "").startswith("attachment") and response.status_code == 200:
        return Event.DOWNLOADED
    changed = request.method == "POST" and response.status_code == 302
    if changed and request.resolver_match and request.resolver_match.app_name == "admin":
        deleted = str(request.resolver_match.url_name).endswith("_delete") or "delete" in request.POST.get("action", "")
        return Event.DELETED if deleted else Event.ADMINISTERED
    return None


def _detail(event: Event, request: HttpRequest, response: HttpResponse) -> str:
    if event == Event.DOWNLOADED:
        return response.headers["Content-Disposition"].partition("filename")[2].strip('*="')
    return str(request.method)
