"""Numbers in addresses and forms that are no numbers of the database: they are told apart, and break nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from minutes.inputs import whole_number
from tests.builders import an_action, an_officer
from tests.looking import as_
from tests.security.walking import World, a_world

pytestmark = pytest.mark.django_db
NO_NUMBERS = {"30 digits": "1" * 30, "5,000 digits": "1" * 5_000, "a power": "²", "a sign": "-1", "nothing": ""}
ASKED = {
    "committee": ("year",),
    "impact": ("year", "committee"),
    "search": ("committee", "year", "person"),
    "paper": ("page", "mark"),
    "check": ("page", "at"),
    "check_choose": ("page",),
    "check_add": ("page", "first", "last", "line"),
    "make_address": ("person",),
    "upload_rows": ("open",),
    "join": ("other",),
    "proposals": ("page",),
    "joins": ("page",),
    "needs_a_look": ("page",),
    "tracker": ("committee",),
    "actions": ("committee", "owner", "page"),
    "meetings": ("committee", "year", "page"),
    "recommendations": ("committee", "year", "words", "page"),
    "people": ("page",),
    "person": ("page",),
    "add": ("item",),
}
SENT = {
    "decide_proposals": ("proposal",),
    "decide_join": ("origin", "target"),
    "join": ("other",),
    "item_decide": ("other",),
    "check_confirm": ("version",),
    "check_remove": ("version",),
    "check_answer": ("version", "answer"),
    "check_correct": ("version",),
    "check_divide": ("version", "other"),
    "check_add": ("page", "first", "last", "line", "item"),
    "edit": ("version", "item"),
    "confirm": ("version",),
    "remove": ("version",),
    "restore": ("version",),
    "report": ("version", "meeting"),
    "recommendation_clock": ("version",),
    "recommendation_answer": ("version", "meeting"),
    "tie": ("account",),
    "split": ("attendances",),
}
TOGETHER = {"act": "join", "answer": "one", "why": "a reason", "q": "ordinary", "correct": "all"}


def place(name: str, world: World) -> str:
    """The address of a page, of the world's own rows."""
    meeting, action = world.rows["meeting"].pk, world.rows["action"].pk
    given = {
        "committee": [world.rows["committees"].pk],
        "paper": [world.rows["papers"].pk],
        "person": [world.rows["people"].pk],
        "item_decide": [world.rows["item"].pk],
        "report": [action],
        "check_add": [meeting, "action"],
        "add": [meeting, "action"],
        "check_divide": [meeting, "action", action],
        "recommendation_clock": [world.rows["resolutions"].pk],
        "recommendation_answer": [world.rows["resolutions"].pk],
    }
    given |= dict.fromkeys(("join", "tie", "split"), given["person"])
    given |= {key: [meeting] for key in ("check", "check_choose")}
    given |= {key: ["action", action] for key in ("edit", "confirm", "remove", "restore")}
    given |= {name: [meeting, f"action-{action}"] for name in SENT if name.startswith("check_") and name not in given}
    return reverse(name, args=given.get(name, []))


@pytest.fixture
def world() -> World:
    made = a_world("Ordinary")
    an_action(made.rows["meeting"], "Another one", item=made.rows["item"])
    return made


@pytest.fixture
def officer() -> Client:
    return as_(an_officer())


@pytest.mark.parametrize("typed", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_no_address_breaks_on_what_is_no_number(typed: str, world: World, officer: Client) -> None:
    for name, parameters in ASKED.items():
        for parameter in parameters:
            response = officer.get(place(name, world), TOGETHER | {parameter: typed})
            assert response.status_code < 500, (name, parameter)


@pytest.mark.parametrize("typed", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_no_form_breaks_on_what_is_no_number(typed: str, world: World, officer: Client) -> None:
    for name, fields in SENT.items():
        for field in fields:
            response = officer.post(place(name, world), TOGETHER | {field: typed})
            assert response.status_code < 500, (name, field)


def test_the_largest_number_that_is_taken_fits_into_every_database() -> None:
    assert whole_number("9" * 18) == 10**18 - 1 < 2**63
    assert whole_number("9" * 19) is None
