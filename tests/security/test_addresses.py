"""Who may ask for what: every address of the site, compared with the table beside this test."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from tests.builders import a_councillor, an_administrator, an_officer
from tests.looking import as_
from tests.security.walking import World, a_world, address, outcome, routes

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).with_name("addresses.csv")
ROLES = ("nobody", "councillor", "officer", "administrator")
MAKE = {"councillor": a_councillor, "officer": an_officer, "administrator": an_administrator}


@pytest.fixture(autouse=True)
def _in_no_hurry(settings: Settings) -> None:
    """Everything is asked for within a minute or two, which for one person would be too much."""
    settings.API_REQUESTS_A_MINUTE, settings.ACCOUNT_RATE_LIMITS = 10_000, False


def table() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {(row["route"], row["method"]): row for row in csv.DictReader(lines)}


def asked(role: str, world: World) -> dict[tuple[str, str], str]:
    """What becomes of a GET and of an empty POST to each address; nothing that they do stays."""
    user = MAKE[role]() if role in MAKE else None
    found = {}
    for route in routes():
        for method in ("GET", "POST"):
            with transaction.atomic():
                client = as_(user) if user else Client()
                found[route, method] = outcome(client, method, address(route, world))
                transaction.set_rollback(True)
    return found


def test_the_table_has_every_address_and_no_other() -> None:
    if "WRITE_ADDRESSES" in os.environ:
        write()
    assert sorted({route for route, _ in table()}) == routes()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says(role: str) -> None:
    expected = {key: row[role] for key, row in table().items()}
    found = asked(role, a_world("Ordinary"))
    assert {key: word for key, word in found.items() if expected.get(key) != word} == {}


def write() -> None:
    """Writes the table as the site is, for a person to look over before it is committed."""
    world = a_world("Ordinary")
    found = {role: asked(role, world) for role in ROLES}
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, lineterminator="\n")
        rows.writerow(["route", "method", *ROLES])
        for route, method in found["nobody"]:
            rows.writerow([route, method, *(found[role][route, method] for role in ROLES)])
