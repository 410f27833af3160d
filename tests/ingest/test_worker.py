"""A real worker in a process of its own, over the queue of files: what it reads, and what outlives it."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from ingest import uploads
from ingest.models import Reading, State
from minutes.models import Document, Meeting
from scrutiny.celery import app
from tests.builders import an_officer

pytestmark = pytest.mark.django_db(transaction=True)

STARTED: list[subprocess.Popen[bytes]] = []
PATIENCE = 120  # seconds: a machine that builds has other things to do
START = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.MEDIA_ROOT = sys.argv[2]
{before}
import scrutiny.celery
app = scrutiny.celery.app
app.conf.broker_transport_options = {options!r}
app.worker_main(["worker", "--concurrency=1", "--loglevel=INFO", "--without-gossip", "--without-mingle"])
"""
# A reader that takes its time, for a worker that is to be killed in the middle of it.
SLOW = """
import time
import django
django.setup()
from ingest import tasks
read = tasks.read_paper
def slow(path, progress):
    progress(1, 2)
    time.sleep(60)
    return read(path, progress)
tasks.read_paper = slow
"""


@pytest.fixture
def worker() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts workers on the tests' own database, papers and queue."""

    def start(before: str = "") -> subprocess.Popen[bytes]:
        program = START.format(before=before, options=dict(app.conf.broker_transport_options))
        name, papers = str(connection.settings_dict["NAME"]), str(settings.MEDIA_ROOT)
        STARTED.append(
            subprocess.Popen(
                [sys.executable, "-c", program, name, papers],
                cwd=settings.BASE_DIR,
                env=os.environ | {"DJANGO_SETTINGS_MODULE": "scrutiny.settings"},
                start_new_session=True,
            )
        )
        return STARTED[-1]

    yield start
    while STARTED:
        end(STARTED[0])


def end(worker: subprocess.Popen[bytes]) -> None:
    """Kills a worker and its children at once, as a power cut would."""
    if worker in STARTED:
        STARTED.remove(worker)
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert not any(one.poll() for one in STARTED), "a worker stopped by itself"
        assert time.monotonic() < until, list(Reading.objects.values("pk", "state", "problems", "attempts"))
        time.sleep(0.1)


def all_done() -> bool:
    return not Reading.objects.open().exists()


def send(path: Path) -> Reading:
    return uploads.receive(ContentFile(path.read_bytes()), path.name, an_officer()).reading


@pytest.fixture
def paper(demonstration: Path) -> Path:
    return demonstration / "2025-07-09-children-and-families-minutes.pdf"


def test_a_paper_goes_from_upload_to_its_meeting(worker, paper):
    worker()
    reading = send(paper)
    wait_for(all_done)
    reading.refresh_from_db()
    assert reading.state == State.READ
    assert (reading.pages_done, reading.pages_total, reading.attempts) == (4, 4, 1)
    assert reading.meeting.date == dt.date(2025, 7, 9)
    assert reading.meeting.items.exists()
    assert reading.meeting.resolutions.exists()


def test_a_worker_that_is_killed_costs_time_and_files_once(worker, paper):
    first = worker(SLOW)
    reading = send(paper)
    wait_for(lambda: Reading.objects.filter(pages_total=2).exists())
    end(first)
    worker()
    Reading.objects.update(claim_expires_at=timezone.now())  # what waiting for a minute would do
    assert list(Reading.objects.to_wake()) == [reading]
    for waiting in Reading.objects.to_wake():
        uploads.wake(waiting.pk)
        uploads.wake(waiting.pk)
    wait_for(all_done)
    reading.refresh_from_db()
    assert (reading.state, reading.attempts) == (State.READ, 2)
    assert Meeting.objects.count() == 1
    assert len({item.title for item in reading.meeting.items.all()}) == reading.meeting.items.count()


def test_bad_papers_are_told_apart_and_the_next_one_is_read(worker, paper, tmp_path):
    bad = {
        "damaged.pdf": paper.read_bytes()[:300],
        "damaged.docx": b"PK\x03\x04" + b"not a package" * 40,
        "letter.txt": b"Dear all,\n\nThe kettle is broken again.\n\nYours, Sam\n",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
        send(tmp_path / name)
    worker()
    send(paper)
    wait_for(all_done)
    states = {document.filename: document.readings.get() for document in Document.objects.all()}
    assert states["damaged.pdf"].state == State.COULD_NOT_READ
    assert states["damaged.docx"].state == State.COULD_NOT_READ
    assert states["letter.txt"].state == State.READ_WITH_PROBLEMS
    assert all(states[name].sentences for name in bad)
    assert states[paper.name].state == State.READ


def test_thirty_papers_at_once_are_all_read(worker):
    worker()
    officer = an_officer()
    for number in range(30):
        day = f"{number % 28 + 1} May 2025"
        words = f"Roads Scrutiny Committee\n\nMinutes of the meeting held on {day}\n\n1. Roads {number}\n"
        uploads.receive(ContentFile(words.encode()), f"{number}.txt", officer)
    wait_for(all_done)
    states = set(Reading.objects.values_list("state", flat=True))
    assert states <= {State.READ, State.READ_WITH_PROBLEMS}
    assert Document.objects.count() == 30


def test_hostile_papers_end_in_a_state_and_the_worker_lives(worker, hostile, paper):
    files = [path for path in sorted(hostile.iterdir()) if path.suffix in {".pdf", ".docx"}]
    for path in files:
        send(path)
    worker()
    send(paper)
    wait_for(all_done)
    readings = list(Reading.objects.select_related("document"))
    assert len(readings) == len(files) + 1
    for reading in readings:
        if reading.document.filename == paper.name:
            assert reading.state == State.READ
        else:
            assert reading.state in {State.COULD_NOT_READ, State.READ_WITH_PROBLEMS}
            assert reading.sentences
            assert reading.reason != "unexpected"
            assert reading.finished_at - reading.started_at < dt.timedelta(seconds=40)
