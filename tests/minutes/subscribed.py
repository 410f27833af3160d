"""What calendar programs and feed readers fetch at private addresses."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from django.test import Client
from icalendar import Calendar, Component

from minutes.models import FeedAddress, User

ATOM = "{http://www.w3.org/2005/Atom}"


def an_address(user: User, kind: str = "calendar", **whose) -> tuple[FeedAddress, str]:
    """An address and where it is fetched."""
    address, secret = FeedAddress.make(user, "phone", kind=kind, **whose)
    file = "calendar.ics" if kind in ("calendar", "tasks") else "news.atom"
    return address, f"/feeds/{secret}/{file}"


def fetched(user: User, kind: str = "calendar", **whose) -> bytes:
    response = Client().get(an_address(user, kind, **whose)[1])
    assert response.status_code == 200
    return response.content


def parts(content: bytes, name: str) -> dict[str, Component]:
    """The parts of a calendar by identifier, without its host."""
    return {str(part["UID"]).partition("@")[0]: part for part in Calendar.from_ical(content).walk(name)}


def entries(content: bytes) -> list[dict[str, str]]:
    root = ET.fromstring(content)  # noqa: S314 (our own)
    return [{part.tag.removeprefix(ATOM): part.text or part.get("href", "") for part in entry}
            for entry in root.findall(f"{ATOM}entry")]  # fmt: skip
