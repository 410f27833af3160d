"""The door: what is kept, under which name, and what is refused in which words."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier
from zipfile import ZipFile

import pytest
from celery import Celery
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from ingest import uploads
from ingest.models import Reading, State
from ingest.uploads import NotTaken
from minutes.models import Document
from scrutiny.celery import app

WORDS = b"Minutes of the Scrutiny Committee\n\nResolved: that the report be noted.\n"

pytestmark = pytest.mark.django_db


def stored():
    return sorted(path for path in Path(default_storage.location).rglob("*") if path.is_file())


def sent():
    """The messages that wait for a worker."""
    with app.connection_for_read() as connection_, connection_.channel() as channel:
        return channel._size("celery")


def refusal(upload, content, name="minutes.pdf"):
    with pytest.raises(NotTaken) as caught:
        upload(content, name)
    assert not Document.objects.exists()
    assert not stored()
    return caught.value.sentence


def test_a_paper_becomes_a_document_and_a_reading(upload, officer):
    received = upload(WORDS, "Minutes 8 November.txt")
    document = received.document
    assert (document.filename, document.media_type, document.size) == (
        "Minutes 8 November.txt",
        "text/plain",
        len(WORDS),
    )
    assert document.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert document.uploaded_by == officer
    with document.file.open() as file:
        assert file.read() == WORDS
    assert (received.reading.state, received.reading.asked_by) == (State.WAITING, officer)
    assert not received.duplicate


def test_the_file_is_stored_under_a_name_of_our_own(upload):
    upload(WORDS, "../../etc/cron.d/evil.sh")
    (path,) = stored()
    sha256 = hashlib.sha256(WORDS).hexdigest()
    assert path == Path(default_storage.location) / sha256[:2] / f"{sha256}.txt"
    assert Document.objects.get().filename == "evil.sh"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\Papers\\minutes.txt", "minutes.txt"),
        ("min\x00ut\nes\u202e.txt", "minutes.txt"),
        ("", "Paper without a name"),
        ("x" * 500, "x" * 200),
        ("Cofnodion – tŷ.txt", "Cofnodion – tŷ.txt"),
    ],
)
def test_names_are_only_shown(name, shown):
    assert uploads.shown_name(name) == shown


def test_a_worker_is_woken_after_the_commit_alone(upload, django_capture_on_commit_callbacks):
    before = sent()
    with django_capture_on_commit_callbacks(execute=True):
        reading = upload().reading
        assert sent() == before
    assert sent() == before + 1
    reading.refresh_from_db()
    assert reading.woken_at is not None


@pytest.fixture(params=["redis://127.0.0.1:1/0", "filesystem://"])
def queue_away(request, tmp_path, monkeypatch):
    """A queue that cannot be reached: no Redis on that port; no folder where a file lies."""
    monkeypatch.delenv("CELERY_BROKER_URL", raising=False)  # Celery would take it before ``broker``
    (tmp_path / "no-folder").touch()
    away = Celery("away", broker=request.param)
    away.conf.task_publish_retry_policy = {"max_retries": 1, "interval_start": 0}
    if request.param == "filesystem://":
        away.conf.broker_transport_options = dict.fromkeys(
            ("data_folder_in", "data_folder_out", "control_folder"), str(tmp_path / "no-folder" / "queue")
        )
    away.set_current()
    yield
    app.set_current()


@pytest.mark.usefixtures("queue_away")
def test_a_queue_that_is_away_costs_time_and_no_paper(upload, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        reading = upload().reading
    reading.refresh_from_db()
    assert reading.woken_at is None
    assert list(Reading.objects.to_wake()) == [reading]


def test_the_same_file_again_leads_to_the_document_there_is(upload):
    first = upload(WORDS, "minutes.txt")
    again = upload(WORDS, "copy of minutes.txt")
    assert again.duplicate
    assert (again.document, again.reading) == (first.document, first.reading)
    assert again.document.filename == "minutes.txt"
    assert len(stored()) == 1


def test_an_empty_file_is_refused(upload):
    assert refusal(upload, b"") == "The file is empty. Check that it was saved, and upload it again."


def test_a_file_over_the_limit_is_refused(upload, settings):
    settings.UPLOAD_LIMIT = 1024
    assert refusal(upload, b"x" * 1025).startswith("The file is larger than 1 KB. ")


def test_a_huge_upload_fills_no_disk_and_is_still_known_to_be_huge(settings):
    settings.UPLOAD_LIMIT = 1000
    handler = uploads.UpToTheLimit()
    handler.new_file("files", "large.txt", "text/plain", None)
    for start in range(0, 100_000, 100):
        handler.receive_data_chunk(b"x" * 100, start)
    with handler.file_complete(100_000) as file:
        assert file.size == 100_000
        assert Path(file.temporary_file_path()).stat().st_size <= 1100


def test_a_file_of_the_limit_is_taken(upload, settings):
    settings.UPLOAD_LIMIT = len(WORDS)
    assert upload(WORDS).document


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG picture"),
        (b"MZ" + bytes(50), "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Save it as .docx"),
        (b"<!DOCTYPE html><p>Minutes", "a web page"),
        (bytes(range(256)) * 4, "not a document that can be read"),
    ],
)
def test_another_kind_of_file_is_refused_whatever_its_name(upload, content, words):
    assert words in refusal(upload, content, "minutes.pdf")


def test_a_workbook_is_refused_in_words(upload):
    package = BytesIO()
    with ZipFile(package, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<workbook/>")
    assert "Excel workbook" in refusal(upload, package.getvalue(), "minutes.docx")


def test_a_damaged_document_is_kept_and_its_reading_will_say_so(upload):
    received = upload(b"PK\x03\x04" + b"damaged" * 50, "minutes.docx")
    assert received.document.media_type == ""
    assert received.reading.state == State.WAITING


def test_a_refused_row_leaves_no_file_behind(upload, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(Reading.objects, "create", broken)
    with pytest.raises(RuntimeError):
        upload(WORDS)
    assert not stored()


def test_reading_again_is_asked_once(upload, officer):
    first = upload(WORDS).reading
    assert uploads.read_again(first.document, officer) == first
    Reading.objects.claim(first.pk).finish(State.READ)
    second = uploads.read_again(first.document, officer)
    assert second != first
    assert uploads.read_again(first.document, officer) == second


@pytest.mark.django_db(transaction=True)
def test_thirty_papers_at_once_are_all_kept_and_copies_once(officer):
    barrier = Barrier(30)

    def upload(number):
        barrier.wait()
        try:
            return uploads.receive(ContentFile(b"Minutes, copy %d" % (number % 20)), f"{number}.txt", officer)
        finally:
            connection.close()

    with ThreadPoolExecutor(30) as pool:
        received = list(pool.map(upload, range(30)))
    assert sum(one.duplicate for one in received) == 10
    assert Document.objects.count() == Reading.objects.count() == len(stored()) == 20
