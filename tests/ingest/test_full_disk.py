"""A disk without room: a sentence, nothing half-kept, and everything as before when there is room again."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from ingest import tasks, uploads
from ingest.models import Reading, State
from minutes.models import Document, User
from scrutiny.papers_in_folder import PapersInFolder

pytestmark = pytest.mark.django_db

SIZE = 4 * 2**20  # bytes of the disk
LARGE = b"Minutes of the Roads Scrutiny Committee\n\n" + b"1. Roads\n\n" * 500_000


class Elsewhere(FileSystemStorage):
    """A storage whose files are fetched, as S3's are."""

    def path(self, name: str) -> str:
        raise NotImplementedError

    def _open(self, name: str, mode: str = "rb") -> Any:
        return (Path(self.location) / name).open(mode)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A real disk of SIZE."""
    folder = tmp_path / "small"
    folder.mkdir()
    if (
        sys.platform != "linux"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "small", str(folder)], capture_output=True
        ).returncode
    ):
        pytest.skip("a small disk can be mounted by root alone, on Linux")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_paper_that_does_not_fit_is_refused_and_leaves_nothing(
    small: Path, settings: Settings, upload: Callable[..., Any]
) -> None:
    settings.MEDIA_ROOT = small
    with pytest.raises(uploads.NotTaken) as refusal:
        upload(LARGE)
    assert refusal.value.sentence == uploads.NO_ROOM
    assert not Document.objects.exists()
    assert files(small) == []
    assert upload(b"Minutes of a shorter meeting").document.file.size == 28


def test_an_upload_that_does_not_fit_on_its_way_is_refused_by_the_page(
    small: Path, settings: Settings, client: Client, officer: User
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(small)
    client.force_login(officer)
    sent = [SimpleUploadedFile("long.txt", LARGE), SimpleUploadedFile("short.txt", b"Minutes of a shorter meeting")]
    response = client.post("/papers/upload/", {"files": sent}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert uploads.NO_ROOM in response.content.decode()
    assert list(Document.objects.values_list("filename", flat=True)) == ["short.txt"]
    response.close()
    assert files(small) == []


def test_a_paper_that_cannot_be_fetched_for_want_of_room_waits_and_says_why(
    small: Path, settings: Settings, upload: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "others").write_bytes(bytes(SIZE - 4096))
    reading = upload(b"Minutes of the Roads Scrutiny Committee\n\n" + b"Roads were discussed. " * 500).reading
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.Elsewhere"}}
    monkeypatch.setattr(Document._meta.get_field("file"), "storage", Elsewhere())
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", str(small))
        for _ in range(5):  # as often as it takes: a full disk is no fault of the paper
            tasks.read(reading.pk)
    reading.refresh_from_db()
    assert (reading.state, reading.attempts, reading.sentences) == (State.WAITING, 0, [tasks.NO_ROOM])
    tasks.read(reading.pk)
    reading.refresh_from_db()
    assert (reading.state in (State.READ, State.READ_WITH_PROBLEMS), reading.attempts) == (True, 1)


def test_the_row_of_a_paper_that_waits_for_room_says_so(
    client: Client, officer: User, upload: Callable[..., Any]
) -> None:
    reading = upload().reading
    Reading.objects.claim(reading.pk).put_off(tasks.Problem(tasks.NO_ROOM))
    client.force_login(officer)
    assert tasks.NO_ROOM in client.get("/papers/upload/").content.decode()


def test_a_file_that_vanished_is_told_in_a_sentence_and_the_paper_stays(
    upload: Callable[..., Any], client: Client, officer: User
) -> None:
    received = upload()
    default_storage.delete(received.document.file.name)
    tasks.read(received.reading.pk)
    received.reading.refresh_from_db()
    assert (received.reading.state, received.reading.sentences) == (State.COULD_NOT_READ, [tasks.GONE])
    client.force_login(officer)
    assert client.get(f"/papers/{received.document.pk}/original/").status_code == 404
    assert client.get(f"/papers/{received.document.pk}/").status_code == 200


def test_a_reading_that_the_system_killed_is_tried_again_and_then_given_up(
    upload: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = upload().reading

    def killed(*_: object) -> None:
        raise tasks.limits.Killed

    monkeypatch.setattr(tasks.limits, "read", killed)
    for attempt in range(1, 4):
        tasks.read(reading.pk)
        reading.refresh_from_db()
        assert (reading.state, reading.attempts, reading.sentences) == (State.WAITING, attempt, [tasks.KILLED])
    tasks.read(reading.pk)
    reading.refresh_from_db()
    assert (reading.state, reading.reason) == (State.COULD_NOT_READ, "stopped")


def test_a_stored_file_is_whole_or_not_there(tmp_path: Path) -> None:
    class Breaks(BytesIO):
        size = 8

        def chunks(self) -> Iterator[bytes]:
            yield b"half"
            raise OSError("the connection was lost")

    storage = PapersInFolder(location=tmp_path)
    with pytest.raises(OSError, match="the connection was lost"):
        storage.save("ab/paper.txt", Breaks())
    assert files(tmp_path) == []


def test_a_name_that_is_taken_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    storage = PapersInFolder(location=tmp_path)
    first = storage.save("ab/paper.txt", ContentFile(b"first"))
    second = storage._save("ab/paper.txt", ContentFile(b"second"))  # as one who looked before the first was there
    assert first != second
    assert (tmp_path / first).read_bytes() == b"first"
    assert (tmp_path / second).read_bytes() == b"second"
