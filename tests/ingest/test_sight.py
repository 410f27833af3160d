"""What programs that watch over an installation are told, and what they are not."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import brotli
import pytest
import structlog
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from ingest.models import Reading, State
from ingest.sight import checks
from minutes.models import User
from scrutiny import logs

pytestmark = pytest.mark.django_db


# --- probes -------------------------------------------------------------------------------------------------------


def test_a_process_that_lives_says_so_and_asks_the_database_nothing(
    client: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"alive\n")


def test_probes_are_answered_without_https_too(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code in (200, 503)


def test_an_installation_that_is_ready_says_so_of_each_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "ROOM", 0)
    told = client.get("/readyz").json()
    assert told["ready"]
    assert list(told["checks"]) == ["database", "queue", "papers", "readings"]
    assert all(check["ok"] and check["sentence"].endswith(".") for check in told["checks"].values())


def test_a_queue_that_is_not_worked_off_is_said(client: Client, upload: Callable[..., Any]) -> None:
    upload()
    Reading.objects.update(asked_at=timezone.now() - dt.timedelta(minutes=40))
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["readings"] == {
        "ok": False,
        "sentence": "A paper has waited 40 minutes to be read: no worker is taking them.",
    }


def test_a_disk_that_fills_up_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "ROOM", 2**60)
    assert re.fullmatch(r"Only \d+ MB are free where papers are kept\.", checks.papers().sentence)
    assert client.get("/readyz").status_code == 503


def test_a_place_of_papers_that_is_gone_is_said(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file" / "papers"
    assert checks.papers() == checks.Check(False, "The place where papers are kept cannot be reached.")


# --- figures ------------------------------------------------------------------------------------------------------


def figures(client: Client) -> str:
    response = client.get("/metrics", headers={"Authorization": "Bearer sesame"})
    assert response.status_code == 200
    return str(response.content.decode())


def value(exposition: str, name: str) -> float:
    (line,) = [line for line in exposition.splitlines() if line.startswith(f"{name} ")]
    return float(line.rpartition(" ")[2])


@pytest.mark.parametrize(("setting", "given"), [("", "Bearer "), ("sesame", ""), ("sesame", "Bearer open"), ("", "")])
def test_figures_are_for_whoever_has_the_token(client: Client, settings: Settings, setting: str, given: str) -> None:
    settings.METRICS_TOKEN = setting
    assert client.get("/metrics", headers={"Authorization": given}).status_code == 404


def test_figures_tell_of_readings(client: Client, settings: Settings, upload: Callable[..., Any]) -> None:
    settings.METRICS_TOKEN = "sesame"
    read, waits = upload(b"Minutes of one").reading, upload(b"Minutes of another").reading
    claimed = Reading.objects.claim(read.pk)
    claimed.page_done(4, 4)
    claimed.finish(State.READ)
    Reading.objects.filter(pk=read.pk).update(started_at=timezone.now() - dt.timedelta(seconds=3))
    Reading.objects.filter(pk=waits.pk).update(asked_at=timezone.now() - dt.timedelta(seconds=90))
    told = figures(client)
    assert value(told, 'scrutiny_readings{state="read"}') == 1
    assert value(told, 'scrutiny_readings{state="waiting"}') == 1
    assert value(told, "scrutiny_pages_read_total") == 4
    assert value(told, "scrutiny_reading_seconds_count") == 1
    assert 2.9 < value(told, "scrutiny_reading_seconds_sum") < 60
    assert 89 < value(told, "scrutiny_oldest_waiting_seconds") < 150
    assert value(told, "scrutiny_papers") == 2


def test_figures_tell_of_requests_by_view(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = "sesame"
    client.get("/healthz")
    assert 'django_http_requests_total_by_view_transport_method_total{method="GET",transport="http",view="alive"}' in (
        figures(client)
    )


# --- the log ------------------------------------------------------------------------------------------------------


@pytest.fixture
def log() -> Iterator[list[dict[str, Any]]]:
    """What a program that reads the log as JSON gets."""
    lines: list[dict[str, Any]] = []
    chosen = logs.configuration("json", "INFO")["formatters"]["chosen"]
    make = chosen.pop("()")
    formatter = make(**chosen)

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(json.loads(formatter.format(record)))

    handler = Kept()
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def test_each_request_has_a_line_with_an_id_and_nothing_that_the_visitor_wrote(
    client: Client, log: list[dict[str, Any]], officer: User
) -> None:
    client.force_login(officer)
    client.get("/actions/?owner=Anneliese+Crook", headers={"User-Agent": "Crook's browser"})
    (line,) = [line for line in log if line["event"] == "request_finished"]
    assert (line["request"], line["code"]) == ("GET /actions/", 200)
    assert re.fullmatch(r"[0-9a-f-]{36}", line["request_id"])
    assert "Crook" not in json.dumps(log)
    assert "127.0.0.1" not in json.dumps(log)


def test_a_number_in_an_address_is_told(client: Client, log: list[dict[str, Any]], officer: User) -> None:
    client.force_login(officer)
    client.get("/papers/77/")
    (line,) = [line for line in log if line["event"] == "request_finished"]
    assert (line["request"], line["code"]) == ("GET /papers/<int:pk>/ pk=77", 404)


def test_lines_of_libraries_are_json_too_and_belong_to_the_request(log: list[dict[str, Any]]) -> None:
    with structlog.contextvars.bound_contextvars(request_id="r1", reading=7):
        logging.getLogger("kombu").warning("the queue is %s", "away")
    assert log[-1]["event"] == "the queue is away"
    assert (log[-1]["level"], log[-1]["logger"], log[-1]["reading"]) == ("warning", "kombu", 7)


def test_private_addresses_are_not_written_down(log: list[dict[str, Any]]) -> None:
    logging.getLogger("django.request").error("Internal Server Error: /feeds/s3cr3t/actions.ics")
    assert log[-1]["event"] == "Internal Server Error: /feeds/…/actions.ics"


def test_an_error_is_one_line_with_its_trace(log: list[dict[str, Any]]) -> None:
    try:
        raise KeyError("FontDescriptor")
    except KeyError:
        logging.getLogger("ingest.tasks").exception("Reading %s failed", 7)
    assert log[-1]["event"] == "Reading 7 failed"
    assert log[-1]["exception"][0]["exc_type"] == "KeyError"


# --- Sentry -------------------------------------------------------------------------------------------------------


UNPACKED = {"gzip": gzip.decompress, "br": lambda body: brotli.decompress(body), "": lambda body: body}


@pytest.fixture
def sentry() -> Iterator[tuple[str, list[bytes]]]:
    """A server that takes what Sentry's library sends: its address, and what came."""
    came: list[bytes] = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append(UNPACKED[self.headers.get("Content-Encoding", "")](body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Takes)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://public@127.0.0.1:{server.server_port}/1", came
    server.shutdown()
    server.server_close()


BREAKS = """
import logging
import django
django.setup()
import sentry_sdk
name = "".join(["Anne", "liese", " ", "Cr", "ook"])
sentry_sdk.set_user({"id": 5, "email": name + "@wyreshire.example"})
sentry_sdk.add_breadcrumb(message=name)
try:
    raise ValueError("no such owner: " + name)
except ValueError:
    logging.getLogger("ingest").exception("Filing %s failed", name)
sentry_sdk.flush(20)
"""


def test_errors_go_to_sentry_without_what_papers_and_people_said(
    sentry: tuple[str, list[bytes]], tmp_path: Path, settings: Settings
) -> None:
    address, came = sentry
    environment = os.environ | {
        "SENTRY_DSN": address,
        "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
    }
    subprocess.run([sys.executable, "-c", BREAKS], env=environment, cwd=settings.BASE_DIR, check=True)
    sent = b"".join(came).decode()
    assert '"ValueError"' in sent
    assert "Filing %s failed" in sent
    assert "Anneliese" not in sent
    assert "Crook" not in sent


def test_the_database_away_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    assert checks.database() == checks.Check(False, "The database cannot be reached.")
