"""Who asks: a program with a token of somebody's, or somebody signed in who tries it in a browser.

The tokens are our own: of the kept libraries Django REST framework's keeps the key readable, and knox, which
hashes, has neither a name nor the last use, and no second kind of secret such as the addresses of feeds.
"""

from __future__ import annotations

from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from minutes.api.throttles import count
from minutes.audit import note
from minutes.models import ApiToken, Event, User

SCHEME = "Bearer"
NOTED_A_MINUTE = 10  # refusals of one address
NOT_VALID = (
    "This token is not valid: it was mistyped or revoked, its last day has passed, or its account is closed. "
    "Make a new one under Connections."
)


class TokenAuthentication(BaseAuthentication):
    """``Authorization: Bearer scrutiny_…`` (RFC 6750)."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _, secret = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        token = ApiToken.objects.opened_by(secret.strip())
        if token is None:
            _note_refusal(request._request)
            raise AuthenticationFailed(NOT_VALID)
        token.note_use()
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return f'{SCHEME} realm="Scrutiny records"'


def _note_refusal(request: HttpRequest) -> None:
    """In the audit log, but not without end for a program that goes on asking."""
    if count(f"refused-{get_client_ip(request)}") <= NOTED_A_MINUTE:
        note(Event.NOT_SIGNED_IN, request, detail="a token that opens nothing")


class TokenScheme(OpenApiAuthenticationExtension):
    """How the token stands in the schema."""

    target_class = "minutes.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A token made under Connections."}
