"""Redis or PostgreSQL away: what can work does, the rest says so, nothing hangs, and nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
import requests

from tests.reliability.papers import ONCE, minutes, recorded
from tests.reliability.servers import Postgres, Redis, wait_for
from tests.reliability.town import Servers, Town

# Seconds a page may take while a server is away, on a machine that has other things to do.
SOON = 20.0


@pytest.fixture(scope="module")
def town(found: Callable[..., Town]) -> Town:
    town = found(DATABASE_PATIENCE="3")
    town.worker()
    town.web()
    return town


@pytest.fixture
def redis(town: Town) -> Iterator[Redis]:
    assert town.redis is not None
    yield town.redis
    town.redis.let_go()


@pytest.fixture
def postgres(servers: Servers) -> Iterator[Postgres]:
    assert servers.postgres is not None
    yield servers.postgres
    servers.postgres.let_go()


def read_in_the_end(town: Town, *numbers: int) -> None:
    town.wait_until_read()
    assert [recorded(town, minutes(number)[0]) for number in numbers] == [ONCE] * len(numbers)


def pages_work(town: Town) -> None:
    for path in ("/", "/actions/", "/papers/", "/papers/upload/", "/accounts/login/", "/healthz"):
        began = time.monotonic()
        assert town.get(path).status_code in (200, 302), path
        assert time.monotonic() - began < SOON, path


def probe(town: Town, path: str) -> requests.Response:
    """What watches over the installation asks, without a session."""
    return requests.get(town.url(path), timeout=SOON)


def test_without_redis_pages_work_and_uploads_are_kept_and_read_afterwards(town: Town, redis: Redis) -> None:
    redis.kill()
    pages_work(town)
    began = time.monotonic()
    town.upload([minutes(number) for number in range(5)]).raise_for_status()
    assert time.monotonic() - began < SOON
    assert town.count("minutes_document") == 5
    told = probe(town, "/readyz")
    assert told.status_code == 503
    assert told.json()["checks"]["queue"]["sentence"].startswith("The queue cannot be reached.")
    redis.start()
    read_in_the_end(town, *range(5))


def test_a_redis_that_answers_nobody_holds_nobody_up(town: Town, redis: Redis) -> None:
    redis.hold()
    pages_work(town)
    began = time.monotonic()
    town.upload([minutes(10), minutes(11)]).raise_for_status()
    assert time.monotonic() - began < SOON
    redis.let_go()
    read_in_the_end(town, 10, 11)


def test_a_message_that_redis_forgot_costs_time(town: Town, redis: Redis) -> None:
    town.upload([minutes(number) for number in range(20, 24)]).raise_for_status()
    redis.kill()
    redis.start()
    read_in_the_end(town, *range(20, 24))


def test_without_the_database_every_page_says_so_in_a_sentence(town: Town, postgres: Postgres) -> None:
    postgres.stop()
    try:
        for path in ("/", "/actions/", "/papers/upload/"):
            began = time.monotonic()
            response = town.get(path)
            assert time.monotonic() - began < SOON
            assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
            assert "Sorry, the service is away for a moment" in response.text
            assert "govuk-heading-l" in response.text
        assert town.upload([minutes(30)]).status_code == 503
        assert probe(town, "/healthz").status_code == 200
        told = probe(town, "/readyz").json()["checks"]
        assert told["database"] == {"ok": False, "sentence": "The database cannot be reached."}
    finally:
        postgres.start()
    wait_for(lambda: town.get("/").status_code == 200, what=town.said)
    town.keeps_uploading(*minutes(30))
    read_in_the_end(town, 30)


def test_a_database_that_answers_nobody_holds_nobody_up(town: Town, postgres: Postgres) -> None:
    for _ in range(8):  # each thread of the web server has its connection
        assert town.get("/").status_code == 200
    postgres.hold()
    for path in ("/", "/actions/", "/papers/upload/", "/"):
        began = time.monotonic()
        response = town.get(path)
        assert time.monotonic() - began < SOON, path
        assert (response.status_code, response.headers["Retry-After"]) == (503, "30"), path
    assert town.upload([minutes(60)]).status_code == 503
    assert probe(town, "/healthz").status_code == 200
    assert not probe(town, "/readyz").json()["checks"]["database"]["ok"]
    postgres.let_go()
    assert town.get("/").status_code == 200
    town.keeps_uploading(*minutes(60))
    read_in_the_end(town, 60)


def test_a_database_that_stops_answering_while_papers_are_read_costs_time(town: Town, postgres: Postgres) -> None:
    town.upload([minutes(number) for number in range(61, 67)]).raise_for_status()
    postgres.hold()
    time.sleep(12.0)  # longer than anybody waits for it
    assert town.get("/").status_code == 503
    postgres.let_go()
    read_in_the_end(town, *range(61, 67))


def test_a_database_that_goes_away_while_papers_are_read_costs_time(town: Town, postgres: Postgres) -> None:
    town.upload([minutes(number) for number in range(40, 46)]).raise_for_status()
    for _ in range(2):
        postgres.stop()
        time.sleep(1.0)
        postgres.start()
    wait_for(lambda: _answers(town), what=town.said)
    read_in_the_end(town, *range(40, 46))


def _answers(town: Town) -> bool:
    try:
        return town.get("/").status_code == 200
    except requests.RequestException:
        return False
