"""The interface tried by schemathesis against its own description: made-up requests of every kind, in this process."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.cache import caches
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer
from hypothesis import HealthCheck, given, settings
from pytest_django import Settings
from schemathesis import GenerationMode

from minutes.models import ApiToken
from scrutiny.wsgi import application
from tests.builders import a_meeting, an_officer
from tests.looking import in_days
from tests.minutes.test_api import LISTS, fill

pytestmark = pytest.mark.django_db

# Of each operation, always the same ones: enough for every parameter to be right and to be wrong at some time.
bounded = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """A request ends by closing its connection, which is the test's own here; Django's own client does as this does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def headers(settings: Settings) -> dict[str, str]:
    settings.API_REQUESTS_A_MINUTE = 100_000
    caches["default"].clear()
    return {"Authorization": f"Bearer {ApiToken.make(an_officer(), 'schemathesis', ends_on=in_days(1))[1]}"}


@pytest.fixture(scope="module")
def described() -> Any:
    document = json.loads(OpenApiJsonRenderer().render(SchemaGenerator().get_schema(request=None, public=True)))
    schema = schemathesis.openapi.from_dict(document)
    schema.app = application
    return schema


@pytest.fixture
def filled() -> None:
    """Two meetings with a record of every kind in them, and one that has little."""
    fill(a_meeting(venue="County Hall", end_time=dt.time(12), sources={"venue": {"text": "County Hall", "page": 1}}))
    fill(a_meeting(date=dt.date(2026, 1, 14), next_date=dt.date(2026, 3, 18)), 1)
    a_meeting(date=None)


def test_every_address_is_described_and_nothing_else_can_be_done(described: Any) -> None:
    operations = {(found.ok().method, found.ok().path) for found in described.get_all_operations()}
    lists = {("get", f"/api/{kind}/") for kind in LISTS}
    singles = {("get", f"/api/{kind}/{{id}}/") for kind in LISTS}
    assert lists | singles | {("get", "/api/search/")} <= operations
    assert {method for method, _ in operations} == {"get"}


def test_the_description_is_had_with_a_token(described: Any, headers: dict[str, str]) -> None:
    asked = Client().get("/api/schema/", headers=headers | {"accept": "application/vnd.oai.openapi+json"})
    assert asked.json()["paths"] == described.raw_schema["paths"]
    assert Client().get("/api/schema/").status_code == 401


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
@pytest.mark.parametrize("kind", [*LISTS, "search"])
def test_lists_answer_as_they_are_described(described: Any, headers: dict[str, str], kind: str, mode: Any) -> None:
    @bounded
    @given(case=described[f"/api/{kind}/"]["GET"].as_strategy(generation_mode=mode))
    def each(case: Any) -> None:
        if mode is GenerationMode.POSITIVE and case.query:
            case.query.pop("cursor", None)  # nobody writes one: it is part of an address to follow
        case.call_and_validate(headers=headers)

    each()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("kind", LISTS)
def test_single_records_answer_as_they_are_described(described: Any, headers: dict[str, str], kind: str) -> None:
    operation = described[f"/api/{kind}/{{id}}/"]["GET"]
    found = described[f"/api/{kind}/"]["GET"].Case(query={}).call(headers=headers).json()["results"]
    assert found
    for key in [one["id"] for one in found] + [0, 10**30]:
        operation.Case(path_parameters={"id": key}).call_and_validate(headers=headers)
