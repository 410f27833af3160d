"""Sessions that end, and a second step for those who may change records."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

Answer = Callable[[HttpRequest], HttpResponse]
BEGUN, SEEN, STEPPED = "begun", "seen", "stepped"
A_MINUTE = 60.0  # seconds; how exactly the last sign of life is kept


class SessionsEnd:
    """Signs out who was idle for SESSION_IDLE_AGE seconds, and everybody after SESSION_COOKIE_AGE.

    Django moves a session's end with every change to it; here it is reckoned from the signing in (ASVS 5.0, 7.3).
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and _is_over(request, time.time()):
            logout(request)
            request.signed_out = True
            messages.info(request, "You were signed out because you had been away for a while. Sign in again to go on.")
        return self.answer(request)


def _is_over(request: HttpRequest, now: float) -> bool:
    session = request.session
    begun, seen = session.setdefault(BEGUN, now), session.setdefault(SEEN, now)
    if now - begun > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_AGE:
        return True
    if now - seen > A_MINUTE:
        session[SEEN] = now
    return False


class SecondStepFirst:
    """Sends whoever needs a second factor and has none to where they set one up, where it is required."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.second_factor_wanted = settings.MFA_REQUIRED and _is_wanted(request)
        if request.second_factor_wanted and not _may_pass(request.path):
            return redirect("mfa_index")
        return self.answer(request)


def _is_wanted(request: HttpRequest) -> bool:
    user = request.user
    asked = user.is_authenticated and (user.is_officer or settings.MFA_REQUIRED_OF_COUNCILLORS)
    if not asked or request.session.get(STEPPED):
        return False
    methods = {record.get("method") for record in get_authentication_records(request, user)}
    if "socialaccount" in methods and settings.OIDC_HAS_SECOND_STEP:
        return False
    if is_mfa_enabled(user):
        request.session[STEPPED] = True
        return False
    return True


def _may_pass(path: str) -> bool:
    ways = (reverse("mfa_index"), reverse("account_reauthenticate"), reverse("account_logout"), settings.STATIC_URL)
    return path.startswith(ways)
