"""Errors told to Sentry, where an installation has an address of one: what broke and where, and nothing of whom."""

from __future__ import annotations

from typing import Any

import sentry_sdk


def start(address: str, environment: str) -> None:
    """Tells Sentry of errors from now on. ``address`` is its DSN."""
    sentry_sdk.init(
        dsn=address,
        environment=environment,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        traces_sample_rate=0,
        before_send=impersonal,
    )


def impersonal(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The event without what a visitor or a paper said: an error's message may quote either."""
    asked = event.get("request", {})
    event["request"] = {"method": asked["method"]} if "method" in asked else {}
    for name in ("user", "extra", "breadcrumbs", "message", "server_name"):
        event.pop(name, None)
    if "logentry" in event:
        event["logentry"] = {"message": event["logentry"].get("message", "")}
    for exception in event.get("exception", {}).get("values", []):
        exception["value"] = ""
    return event
