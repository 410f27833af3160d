"""What people do while `make load` measures: they look at lists, open what they find, search, and read for a while.

Run by tests/bench/load.py through locust, with the address of the installation and their sessions.
"""

from __future__ import annotations

import itertools
import json
import os
import random

from locust import HttpUser, between, task

SESSIONS = json.loads(os.environ["LOAD_SESSIONS"])
HIGHEST = json.loads(os.environ["LOAD_HIGHEST"])  # primary keys, by what they are of
LISTS = ("/meetings/", "/actions/", "/resolutions/", "/interests/", "/people/", "/items/", "/papers/")
WORDS = ("roads", "school transport", "budget", "care plans", "gritting", "safeguarding", '"be noted"', "library")
_turn = itertools.cycle(SESSIONS)


class Person(HttpUser):
    """One person, who looks at a page for some seconds before the next."""

    wait_time = between(2, 8)

    def on_start(self) -> None:
        self.client.cookies.set("sessionid", next(_turn))
        self.chance = random.Random(id(self))  # noqa: S311 (which page is opened is no secret)

    def look(self, path: str, name: str) -> None:
        with self.client.get(path, name=name, allow_redirects=False, catch_response=True) as response:
            if response.status_code == 302:
                response.failure("was asked to sign in")

    @task(4)
    def home(self) -> None:
        self.look("/", "/")

    @task(8)
    def a_list(self) -> None:
        path = self.chance.choice(LISTS)
        self.look(path, path)

    @task(8)
    def one_of_a_list(self) -> None:
        kind = self.chance.choice(["meetings", "actions", "resolutions", "items", "people"])
        pk = self.chance.randint(1, HIGHEST[kind])
        with self.client.get(f"/{kind}/{pk}/", name=f"/{kind}/…/", catch_response=True) as response:
            if response.status_code == 404:  # joined with another, or removed
                response.success()

    @task(6)
    def a_search(self) -> None:
        self.look(f"/search/?q={self.chance.choice(WORDS)}", "/search/?q=…")

    @task(2)
    def uploads(self) -> None:
        self.look("/papers/upload/", "/papers/upload/")
