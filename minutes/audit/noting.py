"""Writes the audit log; the only writer of it."""

from __future__ import annotations

from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest

from minutes.models.audit_entry import AuditEntry, Event

LONGEST = 500  # characters of what a stranger may have typed


def note(
    event: Event, request: HttpRequest | None = None, *, user: Any = None, name: str = "", detail: str = ""
) -> None:
    """Keeps that something happened.

    ``user`` is who did it, the request's own unless another is given; ``name`` stands for somebody without an
    account; ``detail`` is a few words, never a password, a token or what stands in a record.
    """
    who = user or getattr(request, "user", None)
    known = who is not None and who.is_authenticated
    AuditEntry.objects.create(
        event=event,
        username=(who.get_username() if known else name)[:LONGEST],
        user_number=who.pk if known else None,
        address=request.path[:LONGEST] if request else "",
        detail=detail[:LONGEST],
        remote=(get_client_ip(request) or "") if request else "",
    )
