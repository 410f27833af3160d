"""What is exempt changes no page of a councillor: it is not counted either, and no date moves because of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from minutes.models import AgendaItem, Document, Meeting, Person, Response
from tests.builders import (
    a_councillor,
    a_meeting,
    a_recommendation,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
)
from tests.looking import as_, in_days
from tests.security.walking import a_world, address, routes, told

pytestmark = pytest.mark.django_db
ASKING = ("", "?q=Plain&words=Plain&search=Plain")
OTHERS = re.compile("accounts/|admin/|connections/|metrics|readyz")  # pages that tell nothing of records
# What is never the same twice: tokens against forgery, and the time and the number of a request.
CHANGING = re.compile(
    r"""csrfmiddlewaretoken" value="[^"]*"|nonce[-=][^ "']*|"X-CSRFToken": "[^"]*"|'X-Request-ID': '[^']*'"""
    r"|'Expires': '[^']*'|DTSTAMP:\w+|<updated>[^<]*"
)


def test_what_is_exempt_changes_no_page_of_a_councillor() -> None:
    world = a_world("Plain")
    meeting, person = world.rows["meetings"], world.rows["people"]
    Response.objects.create(resolution=world.rows["resolutions"], due=dt.date(2025, 12, 1))
    hidden = an_item(meeting, "Plain item", exempt=True)  # by which the paper is hidden already
    Document.objects.filter(meeting=None).delete()
    client = as_(a_councillor())
    before = pages(client, world)
    add_records(meeting, hidden, person)
    closed = a_meeting(exempt=True, date=dt.date(2026, 1, 14), committee=meeting.committee)
    Document.objects.filter(meeting=None).delete()  # which builders leave
    an_attendee(closed, person.name, person=person)
    add_records(closed, an_item(closed, "Plain item"), person)
    after = pages(client, world)
    assert len(before) > 50
    assert [path for path in before if after[path] != before[path]] == []


def pages(client: Client, world: Any) -> dict[str, str]:
    """What a councillor is told at each address of a record or list."""
    found = [address(route, world) for route in routes() if not OTHERS.match(route)]
    return {path + asking: page(client, path + asking) for path in found for asking in ASKING}


def page(client: Client, path: str) -> str:
    cache.clear()  # of how often this user has asked for something
    response = client.get(path)
    return CHANGING.sub("", told(response)) if response.status_code == 200 else str(response.status_code)


def add_records(meeting: Meeting, item: AgendaItem, person: Person) -> None:
    """A record of each kind under an item, with the words that the walk asks for."""
    for days in (-3, 3, 90):
        an_action(meeting, "Plain action", item=item, due=in_days(days), owner_person=person, owner=person.name)
        asked = a_recommendation(meeting, "Plain recommendation", item=item)
        Response.objects.create(resolution=asked, due=in_days(days))
    an_interest(meeting, item=item, description="Plain interest", person=person)
    an_indicator(meeting, "Plans in time", item=item)
