"""A council's own sign-on by OpenID Connect, where the environment names it."""

from __future__ import annotations

from typing import Any

from scrutiny.secret import Environment


def providers(env: Environment) -> dict[str, dict[str, Any]]:
    """allauth's SOCIALACCOUNT_PROVIDERS: the council's server where OIDC_SERVER has its address, else none."""
    server = env.str("OIDC_SERVER", default="")
    return {"openid_connect": {"APPS": [_council(env, server)] if server else [], "OAUTH_PKCE_ENABLED": True}}


def _council(env: Environment, server: str) -> dict[str, Any]:
    return {
        "provider_id": "council",
        "name": env.str("OIDC_NAME", default="your council"),
        "client_id": env.str("OIDC_CLIENT_ID"),
        "secret": env.str("OIDC_SECRET"),
        "settings": {"server_url": server},
    }
