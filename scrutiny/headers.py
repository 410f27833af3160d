"""Headers that tell browsers what a page may do and who may keep it (ASVS 5.0, 3.4 and 14.3)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
NOTHING_OF = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
PERMISSIONS = ", ".join([*(f"{power}=()" for power in NOTHING_OF), "publickey-credentials-get=(self)"])


class Headers:
    """Stands outside the middleware that knows who asks, so that it sees every answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if _is_of_somebody(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
        if getattr(request, "signed_out", False):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def _is_of_somebody(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated)
