"""kill -9 at each step of a paper's way: one document and one set of records come of it, or it waits and is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
import requests

from tests.reliability import steps
from tests.reliability.killing import run
from tests.reliability.papers import ONCE, minutes, recorded
from tests.reliability.servers import wait_for
from tests.reliability.town import Town


@pytest.fixture(scope="module")
def town(found: Callable[..., Town]) -> Town:
    """An installation whose processes die one by one; those that keep them going do not."""
    town = found()
    town.worker()
    town.web()
    return town


def number_of(step: str) -> int:
    return (*steps.OF_UPLOAD, *steps.OF_READING, steps.OF_THE_CHILD).index(step)


@pytest.mark.parametrize("step", steps.OF_UPLOAD)
def test_a_web_process_that_is_killed_leaves_one_paper_or_none(town: Town, step: str) -> None:
    name, content = minutes(number_of(step))
    steps.order(town.folder, step)
    with pytest.raises(requests.ConnectionError):
        town.upload([(name, content)])
    assert steps.was_carried_out(town.folder)
    assert town.count("minutes_document", f"filename = '{name}'") == (step not in steps.OF_UPLOAD[:2])
    town.keeps_uploading(name, content)
    town.wait_until_read()
    assert recorded(town, name) == ONCE


@pytest.mark.parametrize("step", [*steps.OF_READING, steps.OF_THE_CHILD])
def test_a_worker_that_is_killed_costs_time_and_files_once(town: Town, step: str) -> None:
    name, content = minutes(number_of(step))
    steps.order(town.folder, step)
    town.upload([(name, content)]).raise_for_status()
    wait_for(lambda: steps.was_carried_out(town.folder), what=town.said)
    town.wait_until_read()
    assert recorded(town, name) == ONCE
    tries = 1 if step == steps.OF_READING[-1] else 2
    assert town.rows("SELECT attempts FROM ingest_reading ORDER BY id DESC LIMIT 1") == [(tries,)]


def test_a_migration_in_the_middle_of_readings_costs_time(town: Town) -> None:
    numbers = range(70, 76)
    town.upload([minutes(number) for number in numbers]).raise_for_status()
    town.migrate_slowly("ALTER TABLE minutes_resolution ADD COLUMN of_tomorrow integer NULL", seconds=3)
    town.wait_until_read()
    assert [recorded(town, minutes(number)[0]) for number in numbers] == [ONCE] * len(numbers)


def test_a_power_cut_costs_time_and_files_once(town: Town) -> None:
    for number, step in ((50, "row, before the commit"), (51, "filed, before the outcome")):
        steps.order(town.folder, step, everything=True)
        with suppress(requests.ConnectionError):
            town.upload([minutes(number)])
        wait_for(lambda: steps.was_carried_out(town.folder), what=town.said)
        town.start_again()
        town.keeps_uploading(*minutes(number))
    town.wait_until_read()
    assert [recorded(town, minutes(number)[0]) for number in (50, 51)] == [ONCE] * 2


def test_many_uploads_while_processes_are_killed_lose_nothing_and_double_nothing(found: Callable[..., Town]) -> None:
    outcome = run(found(), papers=16, every=1.0, at_most=4)
    assert outcome.kills >= 1
    assert (outcome.lost, outcome.doubled, outcome.unread) == (0, 0, 0)


def test_two_hundred_papers_at_once_are_all_kept(town: Town) -> None:
    before = town.count("minutes_document")
    names = [minutes(number) for number in range(200, 400)]
    response = town.upload(names, timeout=300)
    assert response.status_code == 200
    assert response.text.count("app-upload__file") == 200
    assert town.count("minutes_document") == before + 200
    assert town.count("ingest_reading") == before + 200
