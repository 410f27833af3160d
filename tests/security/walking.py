"""Every address of the site, asked by everybody: what the table of addresses and the test of exempt records share.

    WRITE_ADDRESSES=1 pytest tests/security/test_addresses.py

writes the table anew, for a person to look over.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from minutes import corrections
from minutes.models import Belonging, Extracted, ItemThread, Joining
from tests.builders import (
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
    with_pages,
)

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
PLAIN = {
    "file": "csv",
    "kind": "action",
    "name": "actions",
    "number": "1",
    "secret": "nobodys-secret",
    "uidb36": "1",
    "key": "a-key",
    "provider_id": "council",
    "format": "json",
    "app_label": "minutes",
    "content_type_id": "1",
    "url": "nowhere/",
    "form": "zip",
    "token": "nobodys-token",
}


@dataclass(frozen=True, slots=True)
class World:
    """A row of each kind to put into addresses, by the word that stands before its number."""

    rows: dict[str, Any]

    def argument(self, before: str, name: str) -> str:
        if name == "mark":
            return f"action-{self.rows['actions'].pk}"
        if name == "record":
            return str(self.rows["actions"].pk)
        if name == "pk" and ":kind>" in before:
            return str(self.rows["actions"].pk)
        if name in ("pk", "id", "object_id"):
            return str(getattr(self.rows.get(_word(before)), "pk", 1))
        return PLAIN[name]


def a_world(words: str, meeting_exempt: bool = False, item_exempt: bool = False) -> World:
    """A meeting with a record of each kind, all of which say ``words``."""
    meeting = a_meeting(
        exempt=meeting_exempt,
        title=words if meeting_exempt else "",
        document=with_pages(a_document(_paper(words)), 1),
    )
    item = an_item(meeting, f"{words} item", text=f"{words} minute", exempt=item_exempt)
    action = an_action(meeting, f"{words} action", item=item, owner=f"{words} owner")
    resolution = a_recommendation(meeting, f"{words} recommendation", item=item, recipient=f"{words} recipient")
    interest = an_interest(meeting, description=f"{words} interest", item=item)
    person = a_person(f"{words} Person") if meeting_exempt else a_person("Siân Prothero")
    attendee = an_attendee(meeting, person.name, person=person)
    indicator = an_indicator(meeting, f"{words} indicator" if meeting_exempt else "Plans in time")
    officer = an_officer(username="walker")
    thread = ItemThread.objects.create(committee=meeting.committee, title=f"{words} thread", made_by=officer)
    thread.links.create(item=item, state=Belonging.CONFIRMED, by=officer)
    joining = Joining.objects.create(act=Joining.Act.APART, origin=person, target=a_person("Tariq Mahmood"), by=officer)
    rows = {
        "meetings": meeting, "meeting": meeting, "items": item, "item": item, "actions": action, "action": action,
        "resolutions": resolution, "recommendations": resolution, "interests": interest, "people": person,
        "attendees": attendee, "indicators": indicator, "papers": meeting.document, "committees": meeting.committee,
        "councils": meeting.council, "threads": thread, "joins": joining,
        "corrections": corrections.confirm(interest, officer),
    }  # fmt: skip
    return World(rows)


def _paper(words: str) -> bytes:
    return f"{words}\n\nMinutes of a meeting about {words}.\n".encode()


def _word(before: str) -> str:
    """The word before a number: "meetings" of "meetings/", "meeting" of "admin/minutes/meeting/"."""
    words = [word.strip("^") for word in before.strip("/^").split("/") if word and "<" not in word]
    return words[-1] if words else "action"


def routes() -> list[str]:
    """The routes of the site as Django has them: "meetings/<int:pk>/"."""
    return sorted(set(_routes(get_resolver().url_patterns, "")))


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def address(route: str, world: World) -> str:
    """The route with the world's rows in it."""
    admin_model = re.match(r"admin/minutes/(\w+)/|admin/\w+/(\w+)/", route)
    plain, end = "", 0
    for found in PARAMETER.finditer(route):
        name = found[1] or found[2]
        before = route[: found.start()]
        value = _of_model(admin_model[1] or admin_model[2]) if admin_model and name in ("id", "object_id") else ""
        plain += route[end : found.start()] + (value or world.argument(before, name))
        end = found.end()
    return "/" + re.sub(r"[\^$\\]|\(\?:.*?\)|\?", "", plain + route[end:])


def _of_model(name: str) -> str:
    model = next(model for model in admin.site._registry if model._meta.model_name == name)
    manager = model.everything if issubclass(model, Extracted) else model._default_manager
    row = manager.order_by("pk").first()
    return str(row.pk) if row else "1"


def told(response: HttpResponseBase) -> str:
    """All that a response says, its headers and packed files included."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"\n".join(packed.read(name) for name in packed.namelist())
    return body.decode(errors="replace") + str(dict(response.headers))


def outcome(client: Client, method: str, path: str) -> str:
    """What became of the request, in a word or two."""
    response = client.get(path) if method == "GET" else client.post(path)
    status, to = response.status_code, response.headers.get("Location", "")
    if response.streaming:
        b"".join(response.streaming_content)  # a file of a paper stays open otherwise
    if status == 401 or (status in (301, 302) and to.startswith("/accounts/login/")):
        return "sign in"
    if to.startswith("/admin/login/"):  # which refuses whoever is signed in and may not
        return "refused"
    return {403: "refused", 404: "not found", 405: "not so", 429: "later"}.get(
        status, "in" if status < 500 else "BROKEN"
    )
