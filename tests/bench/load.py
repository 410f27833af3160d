"""Many people at once while papers are read, on an installation of its own: errors, times, and what it costs.

    python tests/bench/load.py                       30 minutes, 50 people, 100,000 items, 100 papers
    python tests/bench/load.py --short               one minute, 10 people, 2,000 items, 10 papers: for errors alone

Web server, worker and beat run as they do for a council. With a PostgreSQL in DATABASE_URL and a Redis in
CELERY_BROKER_URL they stand on those, otherwise on SQLite and a folder. Ends with status 1 for any error, for a paper
that is lost or not read, and, unless short, where browsing's p95 is over 500 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.load_report import FIRST, Samples, tell  # noqa: E402
from tests.reliability.papers import minutes  # noqa: E402
from tests.reliability.servers import answers, free_port, wait_for  # noqa: E402
from tests.reliability.town import SECRET  # noqa: E402

EVERY = 5.0  # seconds between samples
SIGN_IN = """
import json, os
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Max
from minutes import models
officer = models.User.objects.get(username="officer")
sessions = []
for _ in range(int(os.environ["PEOPLE"])):
    session = SessionStore()
    session[SESSION_KEY] = str(officer.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    session.create()
    sessions.append(session.session_key)
kinds = {"meetings": models.Meeting, "actions": models.Action, "resolutions": models.Resolution,
         "items": models.AgendaItem, "people": models.Person}
highest = {name: model._base_manager.aggregate(pk=Max("pk"))["pk"] for name, model in kinds.items()}
print(json.dumps({"sessions": sessions, "highest": highest}))
"""
STATES = """
import json
import django
django.setup()
from ingest.models import Reading
from minutes.models import Document
uploaded = Document.objects.filter(filename__startswith="minutes-", filename__endswith=".txt")
names = list(uploaded.values_list("filename", flat=True))
states = list(Reading.objects.filter(document__in=uploaded).values_list("state", flat=True))
print(json.dumps({"names": names, "states": states}))
"""


class Installation:
    """Web server, worker and beat on a copy of the records, in a folder that goes away."""

    def __init__(self, folder: Path, items: int, people: int) -> None:
        self.folder, self.port = folder, free_port()
        self.environment = os.environ | {
            "VAR_DIR": str(folder),
            "SECRET_KEY": SECRET,
            "MFA_REQUIRED": "0",
            "LOG_LEVEL": "WARNING",
            "METRICS_TOKEN": "load",
            "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
            "QUEUE_PREFIX": folder.name,
        }
        self.environment["DATABASE_URL"] = self._records(items)
        self._run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        told = json.loads(self._run("-c", SIGN_IN, PEOPLE=str(people)))
        self.sessions, self.highest = told["sessions"], told["highest"]
        self.programs: dict[str, subprocess.Popen[bytes]] = {}

    def _records(self, items: int) -> str:
        made = [sys.executable, "tests/bench/records_at_scale.py", str(items)]
        done = subprocess.run(made, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ)
        address = done.stdout.strip().splitlines()[-1]
        if address.startswith("sqlite"):
            shutil.copy(address.removeprefix("sqlite:///"), self.folder / "scrutiny.sqlite3")
            return f"sqlite:///{self.folder / 'scrutiny.sqlite3'}"
        return address

    def _run(self, *words: str, **environment: str) -> str:
        command = [sys.executable, *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment | environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout

    def start(self) -> None:
        bind, schedule = f"--bind=127.0.0.1:{self.port}", f"--schedule={self.folder / 'beat-schedule'}"
        served = ["-m", "gunicorn", "scrutiny.wsgi", bind, "--workers=2", "--threads=4", "--preload"]
        self._start("web", *served, "--no-control-socket", "--log-level=warning")
        wait_for(lambda: answers(self.port))
        celery = ["-W", "ignore", "-m", "celery", "--quiet", "--app=scrutiny"]
        self._start("worker", *celery, "worker", "--beat", "--concurrency=2", schedule, "--loglevel=WARNING")

    def _start(self, name: str, *words: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self.programs[name] = subprocess.Popen(
                [sys.executable, *words], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )

    def stop(self) -> None:
        for program in self.programs.values():
            program.terminate()
        for program in self.programs.values():
            try:
                program.wait(30)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def megabytes(self, name: str) -> float:
        """What a program and its children have to themselves; what they share is counted in part (PSS)."""
        main = self.programs[name].pid
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return sum(_megabytes(int(process)) for process in (main, *children))

    def papers(self) -> dict[str, list[str]]:
        return dict(json.loads(self._run("-c", STATES)))


def _megabytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def run(asked: argparse.Namespace, folder: Path) -> int:
    town = Installation(folder, asked.items, asked.people)
    town.start()
    try:
        people = _people(town, asked)
        samples = _upload_and_watch(town, asked, people)
        told, complaints = ((folder / name).read_bytes() for name in ("people.json", "people.log"))
        seconds = _wait_until_read(town, samples)
        kept = town.papers()
    finally:
        town.stop()
    complaints += (folder / "web.log").read_bytes()[-3000:]
    return tell(asked, json.loads(told or b"[]"), complaints, samples, kept, seconds)


def _people(town: Installation, asked: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Locust in a process of its own, as it changes how Python waits."""
    environment = town.environment | {
        "LOAD_SESSIONS": json.dumps(town.sessions),
        "LOAD_HIGHEST": json.dumps(town.highest),
    }
    words = ["-f", "tests/bench/people_at_once.py", "--headless", "--json", "--skip-log", "--host", town.url("")]
    words += ["--users", str(asked.people), "--spawn-rate", "5", "--run-time", f"{round(asked.minutes * 60)}s"]
    command = [sys.executable, "-m", "locust", *words]
    # In files: what half an hour tells is more than a pipe holds, and nobody reads it before the end.
    with (town.folder / "people.json").open("wb") as told, (town.folder / "people.log").open("wb") as complaints:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=told, stderr=complaints)


def _upload_and_watch(town: Installation, asked: argparse.Namespace, people: subprocess.Popen[bytes]) -> Samples:
    """Uploads the papers over the first half of the time, and looks at the installation meanwhile."""
    import requests

    officer = requests.Session()
    officer.cookies.set("sessionid", town.sessions[0])
    officer.cookies.set("csrftoken", "t" * 32)
    officer.headers.update({"X-CSRFToken": "t" * 32, "HX-Request": "true"})
    samples, began, sent = Samples(), time.monotonic(), 0
    apart = asked.minutes * 60 / 2 / asked.papers
    while people.poll() is None:
        while sent < asked.papers and time.monotonic() - began >= sent * apart:
            files = {"files": minutes(FIRST + sent)}
            officer.post(town.url("/papers/upload/"), files=files, timeout=60).raise_for_status()
            sent += 1
        _sample(town, samples)
        time.sleep(min(EVERY, apart))
    return samples


def _sample(town: Installation, samples: Samples) -> None:
    import requests

    told = requests.get(town.url("/metrics"), headers={"Authorization": "Bearer load"}, timeout=60).text
    line = next(line for line in told.splitlines() if line.startswith("scrutiny_oldest_waiting_seconds "))
    samples.ages.append(float(line.split()[1]))
    for name in town.programs:
        samples.memory.setdefault(name, []).append(town.megabytes(name))


def _wait_until_read(town: Installation, samples: Samples) -> float:
    """Seconds after the last visitor left until every paper was read."""
    began = time.monotonic()
    while set(town.papers()["states"]) & {"waiting", "reading"} and time.monotonic() - began < 600:
        _sample(town, samples)
        time.sleep(1)
    return time.monotonic() - began


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures an installation with many people at once.")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--papers", type=int, default=100)
    parser.add_argument("--short", action="store_true", help="a minute, for errors alone")
    asked = parser.parse_args()
    if asked.short:
        asked.minutes, asked.people, asked.items, asked.papers = 1.0, 10, 2_000, 10
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        return run(asked, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
