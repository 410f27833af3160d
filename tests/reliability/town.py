"""A whole installation of a test's own: database, queue, web server and workers, each in processes of its own.

On the servers that the suite runs with: SQLite and the queue in a folder, or PostgreSQL and Redis.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import requests

from tests.reliability.servers import PATIENCE, Postgres, Redis, answers, free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]
ON_SERVERS = os.environ.get("DATABASE_URL", "").startswith("postgres")
SECRET = "a key for tests alone, and long enough for that"
MADE = "template.json"

# Makes the template of a database: migrated, with an officer who is signed in.
FURNISH = """
import json, sys
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connections
from minutes.models import Role, User
call_command("migrate", verbosity=0, interactive=False)
officer = User.objects.create_user("signed-in", "signed-in@wyreshire.example", None, role=Role.OFFICER)
session = SessionStore()
session[SESSION_KEY] = str(officer.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = officer.get_session_auth_hash()
session.create()
print(json.dumps({"session": session.session_key}))
connections.close_all()
"""


@dataclass
class Servers:
    """What stands beside the programs: of one test session, each installation with a database of its own."""

    folder: Path
    postgres: Postgres | None = None
    session: str = ""
    made: int = 0

    def start(self) -> Servers:
        self.folder.mkdir(parents=True, exist_ok=True)
        if ON_SERVERS:
            self.postgres = Postgres()
            self.sql("postgres", "CREATE DATABASE template_of_towns")
        self.session = furnished(self.folder / "template", self.template)
        return self

    @property
    def template(self) -> str:
        return (
            self.postgres.url("template_of_towns") if self.postgres else f"sqlite:///{self.folder / 'template.sqlite3'}"
        )

    def new_database(self) -> str:
        """The address of a database that nobody has used yet."""
        self.made += 1
        name = f"town{self.made}_{uuid4().hex[:8]}"
        if self.postgres:
            self.sql("postgres", f"CREATE DATABASE {name} TEMPLATE template_of_towns")
            return self.postgres.url(name)
        shutil.copy(self.folder / "template.sqlite3", self.folder / f"{name}.sqlite3")
        return f"sqlite:///{self.folder / name}.sqlite3"

    def sql(self, database: str, words: str) -> None:
        assert self.postgres is not None
        with psycopg.connect(self.postgres.url(database), autocommit=True) as connection:
            connection.execute(words)

    def stop(self) -> None:
        if self.postgres:
            self.postgres.remove()


def furnished(folder: Path, url: str) -> str:
    """Gives a database its tables and an officer, and returns the number of the officer's session."""
    environment = basis(folder) | {"DATABASE_URL": url}
    done = subprocess.run([sys.executable, "-c", FURNISH], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return str(json.loads(done.stdout)["session"])


def basis(folder: Path) -> dict[str, str]:
    """The environment of an installation in a folder, without what the suite itself runs with."""
    folder.mkdir(parents=True, exist_ok=True)
    ours = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    return ours | {
        "DJANGO_SETTINGS_MODULE": "scrutiny.settings",
        "VAR_DIR": str(folder),
        "SECRET_KEY": SECRET,
        "MFA_REQUIRED": "0",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
    }


@dataclass
class Town:
    """One installation. Its programs write what they say to ``log`` in its folder."""

    folder: Path
    servers: Servers
    settings: dict[str, str] = field(default_factory=dict)
    redis: Redis | None = None
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = basis(self.folder) | {"DATABASE_URL": self.servers.new_database()}
        if ON_SERVERS:
            self.redis = self.redis or Redis(self.folder)
            self.environment |= {
                "CELERY_BROKER_URL": self.redis.url(0),
                "CACHE_URL": self.redis.url(1).replace("redis:", "rediscache:"),
            }
        self.environment |= self.settings
        self.port = free_port()
        self.web_process: subprocess.Popen[bytes] | None = None

    # --- programs -------------------------------------------------------------------------------------------------

    def start(self, command: Sequence[str], **environment: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            program = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.environment | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.running.append(program)
        return program

    def web(self, workers: int = 1) -> subprocess.Popen[bytes]:
        address = f"--bind=127.0.0.1:{self.port}"
        served = ["tests.reliability.site:application", address, f"--workers={workers}", "--threads=4"]
        self.web_process = self.start(["-m", "gunicorn", *served, "--preload", "--no-control-socket", "--timeout=60"])
        wait_for(lambda: answers(self.port), what=self.said)
        return self.web_process

    def worker(self, beat: bool = True, **environment: str) -> subprocess.Popen[bytes]:
        return self.start(["-m", "tests.reliability.worker", *(["--beat"] if beat else [])], **environment)

    def manage(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment | environment, capture_output=True, text=True)

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """Kills a program and its children at once, as a power cut would."""
        if program in self.running:
            self.running.remove(program)
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()

    def start_again(self) -> None:
        """Ends whatever still runs, and starts the worker and the web process anew."""
        for program in list(self.running):
            self.end(program)
        self.worker()
        self.web()

    def stop(self) -> None:
        while self.running:
            self.end(self.running[0])
        if self.redis:
            self.redis.kill()

    def said(self) -> str:
        return (self.folder / "log").read_text(errors="replace")[-6000:]

    # --- what people do -------------------------------------------------------------------------------------------

    def visitor(self) -> requests.Session:
        """The officer's browser, signed in."""
        browser = requests.Session()
        for name in ("sessionid", "__Host-sessionid"):
            browser.cookies.set(name, self.servers.session)
        browser.headers["X-CSRFToken"] = token = "t" * 32
        browser.cookies.set("csrftoken", token)
        return browser

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path: str, timeout: float = 60, **options: Any) -> requests.Response:
        return self.visitor().get(self.url(path), timeout=timeout, allow_redirects=False, **options)

    def upload(self, papers: Sequence[tuple[str, bytes]], timeout: float = 60) -> requests.Response:
        """Uploads papers as the page's own script does."""
        files = [("files", (name, content, "application/octet-stream")) for name, content in papers]
        headers = {"HX-Request": "true"}
        browser = self.visitor()
        return browser.post(self.url("/papers/upload/"), files=files, headers=headers, timeout=timeout)

    def keeps_uploading(self, name: str, content: bytes, seconds: float = PATIENCE) -> requests.Response:
        """Uploads a paper, and again where the connection was lost, as an officer would."""
        until = time.monotonic() + seconds
        while True:
            try:
                response = self.upload([(name, content)])
                if response.status_code == 200:
                    return response
            except requests.RequestException:
                pass
            assert time.monotonic() < until, self.said()
            time.sleep(0.1)

    # --- what is in its database ----------------------------------------------------------------------------------

    def rows(self, words: str) -> list[tuple[Any, ...]]:
        url = self.environment["DATABASE_URL"]
        if url.startswith("postgres"):
            with psycopg.connect(url) as postgres:
                return postgres.execute(words).fetchall()
        sqlite = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20)
        try:
            return sqlite.execute(words).fetchall()
        finally:
            sqlite.close()

    def migrate_slowly(self, statement: str, seconds: float) -> None:
        """Changes a table in a transaction that takes its time, as a migration of many rows does."""
        url = self.environment["DATABASE_URL"]
        if url.startswith("postgres"):
            with psycopg.connect(url) as postgres:
                postgres.execute(statement)
                time.sleep(seconds)
            return
        sqlite = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20, isolation_level=None)
        try:
            sqlite.execute("BEGIN EXCLUSIVE")
            sqlite.execute(statement)
            time.sleep(seconds)
            sqlite.execute("COMMIT")
        finally:
            sqlite.close()

    def count(self, table: str, condition: str = "1 = 1") -> int:
        return int(self.rows(f"SELECT count(*) FROM {table} WHERE {condition}")[0][0])  # noqa: S608 (a test's own words)

    def all_read(self) -> bool:
        return not self.count("ingest_reading", "state IN ('waiting', 'reading')")

    def wait_until_read(self, seconds: float = PATIENCE) -> None:
        wait_for(self.all_read, seconds, lambda: f"{self.readings()} {self.said()}")

    def readings(self) -> list[tuple[Any, ...]]:
        return self.rows("SELECT id, state, attempts, problems, reason FROM ingest_reading ORDER BY id")
