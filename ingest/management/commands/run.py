"""`manage.py run`: the whole application in one foreground command, for one machine."""

from __future__ import annotations

import os
import socket
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from ingest import demonstration
from ingest.running import Program, StoppedEarly, run_until_stopped

HOST = "127.0.0.1"
TO_START = 60.0  # seconds the web server may take to answer
TO_READ = 180.0  # seconds we wait to say that the demonstration's papers are read


class Command(BaseCommand):
    help = "Prepares the database and runs the web server and the worker until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--without-demonstration", action="store_true")

    def handle(self, *, port: int, without_demonstration: bool, **options: Any) -> None:
        _refuse_taken(port)
        os.environ.setdefault("SITE_ADDRESS", f"http://localhost:{port}")  # links in mails lead where people are
        call_command("migrate", verbosity=0, interactive=False)
        _collect_static()
        with_demonstration = not without_demonstration and demonstration.may_be_loaded()

        def meanwhile() -> None:
            self.stdout.write(f"\nScrutiny records is running at http://localhost:{port}/\n\n")
            if with_demonstration:
                self.demonstrate()
            else:
                self.stdout.write(_about_accounts(asked_for=not without_demonstration))
            self.stdout.write("Stop it with Ctrl-C.\n")

        try:
            run_until_stopped([_web(port, lambda: _wait_for_answer(port)), _worker()], self.stdout.write, meanwhile)
        except StoppedEarly as early:
            raise CommandError(str(early)) from early

    def demonstrate(self) -> None:
        """Loads the demonstration year, which the worker reads, and says how to sign in."""
        new = demonstration.load()
        self.stdout.write("The demonstration year of Wyreshire County Council. Sign in as\n\n")
        for account in demonstration.ACCOUNTS:
            self.stdout.write(f"  {account.username:<14} password {demonstration.PASSWORD}   {account.may}\n")
        self.stdout.write("\n")
        if not new:
            return
        self.stdout.write(f"Reading {new} papers ...\n")
        unread = demonstration.wait_until_read(TO_READ)
        self.stdout.write(f"{unread} papers are still being read.\n" if unread else "All papers are read.\n")


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(f"Port {port} is in use. Choose another: make run PORT={port + 123}") from error


def _collect_static() -> None:
    """Collects static files where one of them, or a package, is newer than what was collected."""
    collected = settings.STATIC_ROOT / "staticfiles.json"
    if collected.exists():
        folders = [folder for _, folder in settings.STATICFILES_DIRS]
        sources = [Path(django.__file__).parents[1], *folders, *(path for one in folders for path in one.rglob("*"))]
        if all(source.stat().st_mtime < collected.stat().st_mtime for source in sources):
            return
    call_command("collectstatic", verbosity=0, interactive=False)


def _wait_for_answer(port: int) -> None:
    until = time.monotonic() + TO_START
    while time.monotonic() < until:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return


def _web(port: int, ready: Callable[[], None]) -> Program:
    command = [*_program("gunicorn"), "scrutiny.wsgi", f"--bind={HOST}:{port}", "--workers=2", "--threads=4"]
    quietly = ["--preload", "--no-control-socket", "--log-level=warning"]
    # It has both cores until it answers; the worker takes longer to start, and nobody waits for that.
    return Program("The web server", [*command, *quietly], ready)


def _worker() -> Program:
    command = [*_program("celery"), "--quiet", "--app=scrutiny", "worker", "--beat", "--concurrency=2"]
    schedule = f"--schedule={settings.CELERY_BEAT_SCHEDULE_FILENAME}"
    alone = ["--without-mingle", "--without-gossip", "--without-heartbeat"]
    return Program("The worker", [*command, schedule, *alone, "--loglevel=WARNING"])


def _program(name: str) -> list[str]:
    """The program of that name in this Python's own environment, whatever the PATH says."""
    # Celery advises against root, which a container or a trial on a spare machine may well be.
    return [sys.executable, "-W", "ignore:You're running the worker", str(Path(sys.executable).parent / name)]


def _about_accounts(asked_for: bool) -> str:
    lines = []
    if asked_for:
        lines.append("This installation has accounts of its own, so the demonstration was not loaded into it.")
    elif demonstration.is_loaded():
        lines.append("This installation holds the demonstration already. Remove the folder var to start empty.")
    if not get_user_model().objects.exists():
        lines += [
            "There are no accounts yet. Make the first administrator in another terminal:",
            "",
            "  .venv/bin/python manage.py createsuperuser",
            "",
            "and sign in; the administrator makes the accounts of everybody else.",
        ]
    return "\n".join([*lines, ""]) if lines else ""
