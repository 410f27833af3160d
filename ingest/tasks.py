"""What a worker does. A task has a primary key and nothing else: the row says what is to be done.

Workers alone import this module, and the reader with it; web processes send for tasks by name.
"""

from __future__ import annotations

import errno
import gc
import logging
import tempfile
import time
from pathlib import Path

import structlog
from celery import shared_task
from celery.signals import worker_init
from django.contrib.sessions.backends.db import SessionStore
from django.db import InterfaceError, OperationalError, connection, transaction

from ingest import filing, limits, unclaimed, uploads
from ingest.models import ATTEMPTS, Reading, State
from ingest.reading import read as read_paper
from ingest.reading.model import MinutesRead, Problem, Unreadable
from minutes.papers import awaited
from minutes.papers.originals import local_copy
from scrutiny.away import StorageAway

logger = logging.getLogger(__name__)

BETWEEN_WRITES = 0.2  # seconds: progress is written to the row no more often
SWEEP_AT_ONCE = 100  # what waits longer is woken by a later sweep
WARMING = (
    "Scrutiny Committee\n\nMinutes of the meeting held on 8 November 2013 at 10.30am\n\n"
    "Present: Councillor A Smith (Chair), Councillor B Jones\n\n1. Disclosure of interests\n\n"
    "Councillor B Jones declared a non-pecuniary interest in item 2.\n\n2. Roads\n\n"
    "Resolved: that the officer be asked to report back in six months.\n\n3. Date of next meeting\n\nNone.\n"
)
NO_ROOM = "The server’s disk is full, so this paper waits to be read. It is kept. Tell your administrator."
AWAY = "The place where papers are kept cannot be reached, so this paper waits to be read."
KILLED = "The server stopped the reading of this paper, as it does when its memory runs out. It will be tried again."
GONE = "The file of this paper is not where it is kept. Tell your administrator, and upload the paper again."


class ClaimLost(Exception):
    """Another worker has taken the reading over, because this one was not heard of for too long."""


@worker_init.connect
def warm(**_: object) -> None:
    """Reads a paper before any work comes: the children are forked with all modules and rules already there.

    What stays for good is not looked over by the collector, which would give each child a copy of its own.
    """
    with tempfile.TemporaryDirectory(prefix="warm-") as folder:
        paper = Path(folder) / "paper.txt"
        paper.write_text(WARMING)
        read_paper(paper)
    gc.collect()
    gc.freeze()


@shared_task
def read(pk: int) -> None:
    """Reads one document, if it is still to be read and nobody else has it."""
    reading = Reading.objects.claim(pk)
    if reading is None:
        return
    structlog.contextvars.bind_contextvars(reading=pk)
    try:
        _carry_out(reading)
    except Unreadable as refusal:
        reading.finish(State.COULD_NOT_READ, (Problem(refusal.sentence),), reason=refusal.code)
    except ClaimLost:
        logger.warning("Reading %s went on elsewhere", pk)
    except Exception as problem:
        logger.exception("Reading %s failed", pk)
        _fail_or_wait(reading, problem)
    finally:
        structlog.contextvars.unbind_contextvars("reading")


@shared_task
def sweep() -> None:
    """Wakes workers for what nobody finished: a lost message, a dead worker, a queue that was away."""
    for reading in Reading.objects.to_wake()[:SWEEP_AT_ONCE]:
        if not uploads.wake(reading.pk):
            return


@shared_task
def tidy() -> None:
    """Removes what uploads left behind that were cut off, and the rows of sessions that have ended."""
    unclaimed.remove()
    SessionStore.clear_expired()


def _fail_or_wait(reading: Reading, problem: Exception) -> None:
    """What passes by itself is waited for; anything else is the outcome."""
    match problem:
        case limits.Killed():
            reading.put_off(Problem(KILLED), counted=True)
        case OperationalError() | InterfaceError():
            _give_back(reading)
        case StorageAway():
            reading.put_off(Problem(AWAY))
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            reading.put_off(Problem(NO_ROOM))
        case _:
            problems = (Problem(limits.SENTENCES["unexpected"]),)
            reading.finish(State.COULD_NOT_READ, problems, reason="unexpected")


def _give_back(reading: Reading) -> None:
    """The database was away; where it still is, the claim runs out, and the sweep asks again."""
    try:
        reading.put_off()
    except (OperationalError, InterfaceError):
        connection.close()


def _carry_out(reading: Reading) -> None:
    if reading.attempts > ATTEMPTS:
        raise Unreadable("stopped", limits.SENTENCES["stopped"])
    read = _read(reading)
    with transaction.atomic():
        if not reading.page_done(reading.pages_total, reading.pages_total):
            raise ClaimLost
        meeting = filing.file(reading, read)
        state = State.READ_WITH_PROBLEMS if read.problems else State.READ
        reading.finish(state, read.problems, meeting=meeting)
    awaited.send_for(reading.document, range(1, min(len(read.pages), awaited.AHEAD) + 1))


def _read(reading: Reading) -> MinutesRead:
    try:
        with local_copy(reading.document) as path:
            return limits.read(path, _Progress(reading), read_paper)
    except FileNotFoundError as missing:
        logger.exception("Document %s has no file", reading.document_id)
        raise Unreadable("missing", GONE) from missing


class _Progress:
    """Called for each page and at least once a second; writes to the row as often as a person can follow.

    Raises ClaimLost.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.written = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.written < BETWEEN_WRITES:
            return
        self.written = now
        if not self.reading.page_done(done, total):
            raise ClaimLost
