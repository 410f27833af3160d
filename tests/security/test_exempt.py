"""What is exempt reaches nobody who may not see it, by whatever way."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.builders import a_councillor, an_officer
from tests.looking import as_
from tests.security.walking import a_world, address, routes, told

pytestmark = pytest.mark.django_db
WORDS = "Quixotic"
ASKING = ("", "?q=Quixotic", "?words=Quixotic&q=Quixotic&search=Quixotic&state=all")


@pytest.mark.parametrize("exempt", [{"meeting_exempt": True}, {"item_exempt": True}], ids=["meeting", "item"])
def test_no_address_tells_a_councillor_of_what_is_exempt(exempt: dict[str, bool]) -> None:
    world = a_world(WORDS, **exempt)
    client = as_(a_councillor())
    tellers = [path for path in paths(world) if tells(client, path)]
    assert tellers == []


def test_the_walk_would_see_it() -> None:
    """An officer, who may see it, meets the words on many pages: the walk above looks where they are."""
    world = a_world(WORDS, meeting_exempt=True)
    client = as_(an_officer())
    assert sum(tells(client, path) for path in paths(world)) > 20


def paths(world) -> list[str]:
    found = [address(route, world) for route in routes() if not route.startswith("accounts/logout")]
    return [path + asking for path in found for asking in ASKING]


def tells(client: Client, path: str) -> bool:
    """Whether the answer says the words; a page may repeat those that it was asked for in a box."""
    response = client.get(path)
    if response.status_code == 404:
        return False
    said = told(response)
    return any(f"{WORDS} {kind}" in said for kind in KINDS)


KINDS = (
    "item",
    "minute",
    "action",
    "owner",
    "recommendation",
    "recipient",
    "interest",
    "Person",
    "indicator",
    "thread",
)
