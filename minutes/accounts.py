"""How people get an account and sign in: an administrator makes accounts, a council's own sign-on may open them.

What happens at the door stands in the audit log.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import get_pending_stage
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.audit import note
from minutes.models import User
from minutes.models.audit_entry import Event

WRONG = (
    "No account has this username and password. Check both; capital letters count. "
    "If you forgot the password, choose a new one by “Forgot your password?”"
)


class AccountsByInvitation(DefaultAccountAdapter):
    """Signing in works as allauth does it, and is noted; signing up is closed."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is switched off. Ask an administrator of your council to switch it on again.",
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "incorrect_password": "This is not your password. Type it again, or ask for a new one.",
        "enter_current_password": "This is not your password. Type the one that you sign in with now.",
        "too_many_login_attempts": "There were too many wrong passwords. Wait five minutes, then try again.",
        "rate_limited": "That was asked too often. Wait a minute, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        ways = [record["method"] for record in get_authentication_records(request, user)]
        note(Event.SIGNED_IN, request, user=user, detail=", then ".join(ways))
        return super().post_login(request, user, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        tried = credentials.get("username") or credentials.get("email") or ""
        note(Event.NOT_SIGNED_IN, request, name=str(tried))

    def logout(self, request: HttpRequest) -> None:
        note(Event.SIGNED_OUT, request)
        super().logout(request)
        request.signed_out = True

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        note(Event.PASSWORD, context.request, user=user)


class SignOnOfTheCouncil(DefaultSocialAccountAdapter):
    """OpenID Connect opens the account with the same e-mail address, and never makes one.

    There is one provider, the environment's, and what it says must come from it alone.
    """

    def list_apps(self, *args: Any, **named: Any) -> list[Any]:
        """None that stands in the database: two providers could be taken for one another (ASVS 5.0, 10.2.2)."""
        return [app for app in super().list_apps(*args, **named) if app.pk is None]

    def get_requests_session(self) -> Any:
        """Follows nobody to another address (ASVS 5.0, 15.3.2)."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Refuses whom another issuer vouches for, whatever the provider's own document says (ASVS 5.0, 10.5.3)."""
        issuer = sociallogin.account.extra_data.get("id_token", {}).get("iss", "")
        if issuer.rstrip("/") != _expected_issuer(sociallogin.provider):
            note(Event.NOT_SIGNED_IN, request, name=str(sociallogin.user.email or ""), detail="another issuer")
            raise ImmediateHttpResponse(render(request, "socialaccount/authentication_error.html", status=403))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        note(Event.NOT_SIGNED_IN, request, name=str(sociallogin.user.email or ""), detail="no account has this address")
        return False


def _expected_issuer(provider: Any) -> str:
    """The issuer that the environment names, or the one whose document it names (OpenID Connect Discovery 1.0, 4.3)."""
    return (settings.OIDC_ISSUER or provider.server_url.partition("/.well-known/")[0]).rstrip("/")


class SecondFactor(DefaultMFAAdapter):
    """Secrets of authenticator apps are kept encrypted under the installation's secret key (ASVS 5.0, 13.3)."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is not right. Type the one that the app shows now, or an unused recovery code.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Called by the library for what is wrong with a second step; a wrong code is noted."""
        if code.startswith("incorrect"):
            stage = get_pending_stage(context.request)
            user = stage.login.user if stage else None
            note(Event.NOT_SIGNED_IN, context.request, user=user, detail="a wrong code of the second step")
        return super().validation_error(code, *args)

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:
        """Called by the library for every change to somebody's second step."""
        note(Event.SECOND_STEP, context.request, user=user, detail=template_prefix.rpartition("/")[2].replace("_", " "))
        super().send_notification_mail(template_prefix, user, *args, **kwargs)


def _cipher() -> MultiFernet:
    """The first key encrypts; those that the installation had before still decrypt."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derived = hashlib.blake2b(key.encode(), digest_size=32, person=b"second factor").digest()
    return base64.urlsafe_b64encode(derived)
