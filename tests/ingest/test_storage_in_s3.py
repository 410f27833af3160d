"""Papers in S3: kept, read, shown and drawn from a real S3 server of the tests' own."""

from __future__ import annotations

import io
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from ingest import tasks, uploads
from ingest.models import Reading, State
from minutes.models import Document, Meeting, User
from minutes.papers import page_images
from scrutiny.away import StorageAway

pytestmark = pytest.mark.django_db

KEYS = {"access_key": "nobody", "secret_key": "nothing", "region_name": "eu-west-2"}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def bucket(server: str, settings: Settings) -> Any:
    """An empty bucket, in which the papers of this test are kept."""
    name = f"papers-{uuid.uuid4()}"
    client = boto3.client("s3", endpoint_url=server, **_as_boto3(KEYS))
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    options = {"bucket_name": name, "endpoint_url": server, **KEYS}
    kept = {"BACKEND": "scrutiny.papers_in_s3.PapersInS3", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": kept}
    return Bucket(client, name)


def _as_boto3(keys: dict[str, str]) -> dict[str, str]:
    return {
        "aws_access_key_id": keys["access_key"],
        "aws_secret_access_key": keys["secret_key"],
        "region_name": keys["region_name"],
    }


class Bucket:
    def __init__(self, client: Any, name: str) -> None:
        self.client, self.name = client, name

    def names(self) -> list[str]:
        return sorted(one["Key"] for one in self.client.list_objects_v2(Bucket=self.name).get("Contents", []))


@pytest.fixture
def kept(bucket: Bucket, officer: User, demonstration: Path) -> Document:
    """A paper of four pages in the bucket."""
    path = demonstration / "2025-07-09-children-and-families-minutes.pdf"
    return uploads.receive(ContentFile(path.read_bytes()), path.name, officer).document


def test_an_upload_lies_in_the_bucket_under_a_name_of_our_own(bucket: Bucket, kept: Document) -> None:
    assert bucket.names() == [f"{kept.sha256[:2]}/{kept.sha256}.pdf"]


def test_a_paper_is_read_from_the_bucket_and_leaves_no_copy(
    kept: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (working := tmp_path / "working").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(working))
    tasks.read(kept.readings.get().pk)
    assert kept.readings.get().state == State.READ
    assert Meeting.objects.get().resolutions.exists()
    assert list(working.iterdir()) == []


def test_a_page_is_drawn_and_kept_in_the_bucket(bucket: Bucket, kept: Document) -> None:
    with page_images.page_image(kept, 1) as picture:
        assert picture.read(4) == b"RIFF"
    assert f"{kept.sha256[:2]}/{kept.sha256}-pages/1.webp" in bucket.names()
    assert page_images.page_words(kept, 1)


def test_an_original_goes_out_through_our_own_pages(kept: Document, client: Client, officer: User) -> None:
    client.force_login(officer)
    response = client.get(f"/papers/{kept.pk}/original/")
    content = b"".join(response.streaming_content)
    assert response["Content-Disposition"].startswith("attachment")
    with kept.file.open() as file:
        assert content == file.read()


def test_the_same_paper_twice_is_one_file(bucket: Bucket, kept: Document, officer: User, demonstration: Path) -> None:
    again = (demonstration / kept.filename).read_bytes()
    assert uploads.receive(ContentFile(again), "again.pdf", officer).duplicate
    assert len(bucket.names()) == 1


def test_of_two_at_once_the_second_does_not_take_the_first_ones_file_away(
    bucket: Bucket, kept: Document, officer: User, monkeypatch: pytest.MonkeyPatch, demonstration: Path
) -> None:
    content = (demonstration / kept.filename).read_bytes()
    first_look = iter([Document.objects.none()])
    looked = Document.objects.filter
    monkeypatch.setattr(Document.objects, "filter", lambda **by: next(first_look, None) or looked(**by))
    uploads.receive(ContentFile(content), "at-once.pdf", officer)
    assert Document.objects.count() == 1
    assert len(bucket.names()) == 1


def test_a_file_that_vanished_is_told_in_a_sentence(bucket: Bucket, kept: Document) -> None:
    bucket.client.delete_object(Bucket=bucket.name, Key=bucket.names()[0])
    tasks.read(kept.readings.get().pk)
    reading = kept.readings.get()
    assert (reading.state, reading.reason) == (State.COULD_NOT_READ, "missing")
    assert reading.sentences == [tasks.GONE]


def test_while_the_storage_is_away_papers_wait_and_uploads_are_refused_in_words(
    kept: Document, officer: User, settings: Settings, upload: Callable[..., Any]
) -> None:
    options = settings.STORAGES["default"]["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:1"}
    settings.STORAGES = settings.STORAGES | {"default": settings.STORAGES["default"] | {"OPTIONS": options}}
    away = Document.objects.get()
    tasks.read(away.readings.get().pk)
    reading = Reading.objects.get()
    assert (reading.state, reading.attempts, reading.sentences) == (State.WAITING, 0, [tasks.AWAY])
    with pytest.raises(uploads.NotTaken) as refusal:
        upload(b"Minutes of another committee")
    assert refusal.value.sentence == uploads.NO_PLACE
    with pytest.raises(StorageAway):
        default_storage.save("x", io.BytesIO(b"x"))
