"""A real Chromium at a real server: what the tests of this folder stand on.

    def test_something(page, sign_in, no_violations):
        sign_in(page, an_officer())
        page.goto("/actions/")
        no_violations(page)

Where no Chromium is installed the tests are skipped, and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from minutes.models import User
from scrutiny.celery import app
from tests.builders import PASSWORD

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROOT = Path(__file__).resolve().parents[2]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 375, "height": 800}

# Playwright's synchronous API runs an event loop in this thread, which Django would take for an asynchronous caller.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
expect.set_options(timeout=20_000)  # a busy machine is slow, and that is no failure


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no Chromium on the path ({', '.join(NAMES)}); install it to run the browser tests")
    if not (ROOT / "static" / "built" / "main.css").is_file():
        pytest.fail("static/built is empty: run `make setup`, which compiles the design system")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context_of(chromium: Browser, live_server: LiveServer) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser window of its own; the keywords are Playwright's (``java_script_enabled=False``)."""
    opened: list[BrowserContext] = []

    def opener(**options: object) -> BrowserContext:
        context = chromium.new_context(**({"base_url": live_server.url, "viewport": WIDE} | options))
        context.set_default_timeout(20_000)
        opened.append(context)
        return context

    yield opener
    for context in opened:
        context.close()


@pytest.fixture
def page(context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A page whose scripts must run without an error, and within the content security policy."""
    wrong: list[str] = []
    page = context_of().new_page()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            wrong.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert wrong == []


@pytest.fixture
def sign_in() -> Callable[[Page, User], None]:
    """Signs in through the form, as people do."""

    def by_form(page: Page, user: User) -> None:
        page.goto("/accounts/login/")
        page.get_by_label("Username or email address").fill(user.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text(str(user), exact=True).first.wait_for()

    return by_form


@pytest.fixture
def no_violations() -> Callable[[Page], None]:
    """Fails with what axe finds on a page that shuts people out."""

    def check(page: Page) -> None:
        found = Axe().run(page).response["violations"]
        told = [(one["id"], one["help"], [node["target"] for node in one["nodes"]]) for one in found]
        assert told == [], page.url

    return check


@pytest.fixture
def worker(
    transactional_db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker in a process of its own, at the test's database and files, and at the tests' queue."""
    base = tmp_path_factory.getbasetemp()
    settings.MEDIA_ROOT = base / "papers"
    environment = os.environ | {
        "VAR_DIR": str(base),
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
    }
    command = [sys.executable, "-m", "tests.browser.worker", json.dumps(app.conf.broker_transport_options)]
    with (base / "worker.log").open("ab") as log:
        running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        yield running
        running.terminate()
        try:
            running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def database_url() -> str:
    """The address of the test's database: that of the installation's, under the test's name."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
