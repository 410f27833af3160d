"""Whether the parts that an installation stands on can be reached, each in a sentence."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from celery import current_app
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.utils import timezone
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from ingest.models import Reading, State

LATE = dt.timedelta(minutes=15)  # a queue in which a paper waits that long is not being worked off
ROOM = 1024**3  # bytes that should be free where papers are kept


@dataclass(frozen=True, slots=True)
class Check:
    ok: bool
    sentence: str


def all_checks() -> dict[str, dict[str, Any]]:
    """Every check by its name. None takes longer than some seconds."""
    checks: dict[str, Callable[[], Check]] = {
        "database": database,
        "queue": queue,
        "papers": papers,
        "readings": readings,
    }
    return {name: asdict(check()) for name, check in checks.items()}


def database() -> Check:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Check(False, "The database cannot be reached.")
    return Check(True, "The database answers.")


def queue() -> Check:
    address = current_app.conf.broker_url
    try:
        if address.startswith("filesystem://"):
            _folder(current_app.conf.broker_transport_options["data_folder_out"])
        else:
            with current_app.connection_for_write() as broker:
                broker.ensure_connection(max_retries=1, timeout=3, reraise_as_library_errors=True)
                broker.default_channel.client.ping()
    except (KombuError, OSError, RedisError):
        return Check(False, "The queue cannot be reached. Papers are kept, and are read when it is back.")
    return Check(True, "The queue answers.")


def papers() -> Check:
    try:
        if folder := _as_folder():
            return _room(folder)
        default_storage.exists("readyz")
    except OSError:
        return Check(False, "The place where papers are kept cannot be reached.")
    return Check(True, "The place where papers are kept can be reached.")


def _as_folder() -> Path | None:
    try:
        return Path(default_storage.path(""))
    except NotImplementedError:  # what Django's storages say that keep files elsewhere
        return None


def _room(folder: Path) -> Check:
    folder.mkdir(parents=True, exist_ok=True)
    _folder(folder)
    free = shutil.disk_usage(folder).free
    if free < max(2 * settings.UPLOAD_LIMIT, ROOM):
        return Check(False, f"Only {free // 2**20} MB are free where papers are kept.")
    return Check(True, f"Papers can be kept; {free // 2**30} GB are free.")


def _folder(path: str | Path) -> None:
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(path)


def readings() -> Check:
    try:
        waits = oldest_waiting()
    except DatabaseError:
        return Check(False, "Whether papers wait to be read cannot be told without the database.")
    if waits is None:
        return Check(True, "No paper waits to be read.")
    minutes = int(waits.total_seconds() // 60)
    if waits > LATE:
        return Check(False, f"A paper has waited {minutes} minutes to be read: no worker is taking them.")
    return Check(True, f"The paper that has waited longest has waited {minutes} minutes.")


def oldest_waiting() -> dt.timedelta | None:
    """How long the paper waits that was asked for first; None where none does."""
    asked = Reading.objects.filter(state=State.WAITING).order_by("asked_at").values_list("asked_at", flat=True).first()
    return None if asked is None else timezone.now() - asked
