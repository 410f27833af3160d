"""Requests that are turned away before anything looks at them."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

Answer = Callable[[HttpRequest], HttpResponse]
OF_PROGRAMS = ("/api/", "/feeds/")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class KnownMethods:
    """Refuses TRACE and what nobody has heard of, which Django would answer as it does GET (ASVS 5.0, 13.4.4)."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)


class NoSecretsInTheClear:
    """Refuses programs that come without HTTPS where there is HTTPS (ASVS 5.0, 4.1.2).

    A browser is led to HTTPS. A program that was led there would send its secret in the clear each time, and nobody
    would notice.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and request.path.startswith(OF_PROGRAMS) and not request.is_secure():
            sentence = "Ask by https://. What was sent may have been read on its way: make a new token or address.\n"
            return HttpResponse(sentence, status=403, content_type="text/plain; charset=utf-8")
        return self.answer(request)


class SignOnFromHere:
    """A council's sign-on begins with a click on our own page, never by another site's link or picture (7.6.2).

    Browsers say where a request comes from in Sec-Fetch-Site; "none" is an address that somebody typed or kept.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begins = request.path.startswith("/accounts/oidc/") and request.path.endswith("/login/")
        if begins and request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return redirect(reverse("account_login"))
        return self.answer(request)
