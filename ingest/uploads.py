"""The door: an uploaded file becomes a document and a reading, or is refused in a sentence."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.core.files import File
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import IntegrityError, transaction
from django.template.defaultfilters import filesizeformat
from kombu.exceptions import ChannelError, KombuError

from ingest.models import Reading
from ingest.reading.model import Unreadable
from ingest.reading.sources.kinds import kind_of
from minutes.models import Document, User
from minutes.papers.originals import path_of

logger = logging.getLogger(__name__)

LONGEST_NAME = 200  # characters that are kept of an uploader's file name
QUIET = 5.0  # seconds
_quiet_until: dict[str, float] = {}  # by queue, on the monotonic clock
NO_ROOM = "There is no room for it on the server. Tell your administrator, and upload it again when there is."
NO_PLACE = "The place where papers are kept cannot be reached. Upload it again in a few minutes."


class NotTaken(Exception):
    """A file that is refused at the door; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Received:
    """``duplicate`` says that the document was there already; ``reading`` is its newest one.

    ``name`` is what this uploader calls the file, which may not be what the document is called.
    """

    document: Document
    reading: Reading
    duplicate: bool
    name: str = ""


def receive(file: File, filename: str, user: User | None) -> Received:
    """Keeps an uploaded file and asks for it to be read.

    ``file`` is open for reading in binary; ``filename`` is what the uploader calls it and is only ever shown.
    Document and reading are made in one transaction, and a worker is woken after it; a queue that is away is no
    reason to refuse, as the sweep finds what waits. Raises NotTaken for an empty file, one over
    ``settings.UPLOAD_LIMIT`` bytes, one that is no PDF, Word document or text, and one that there is no room for.
    """
    if getattr(file, "is_cut", False):
        raise NotTaken(NO_ROOM)
    if not file.size:
        raise NotTaken("The file is empty. Check that it was saved, and upload it again.")
    if file.size > settings.UPLOAD_LIMIT:
        raise NotTaken(too_large())
    try:
        return replace(_received(file, filename, user), name=shown_name(filename))
    except OSError as problem:
        logger.exception("An upload could not be kept")
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        raise NotTaken(NO_ROOM if full else NO_PLACE) from problem


def _received(file: File, filename: str, user: User | None) -> Received:
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        sha256 = _copied(file, copy)
        if known := Document.objects.filter(sha256=sha256).first():
            return _known(known, user)
        document = Document(
            sha256=sha256,
            filename=shown_name(filename),
            media_type=_media_type(Path(copy.name)),
            size=file.size,
            uploaded_by=user,
        )
        return _keep(document, File(copy), user)


def limit_in_words() -> str:
    """The largest size of a file, such as 50 MB."""
    return filesizeformat(settings.UPLOAD_LIMIT).replace("\xa0", " ").replace(".0 ", " ")


def too_large() -> str:
    return f"The file is larger than {limit_in_words()}. Save it with smaller pictures, or in parts, and upload that."


def shown_name(filename: str) -> str:
    """The uploader's name for a file without folders and control characters."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in name if letter.isprintable()).strip()[:LONGEST_NAME] or "Paper without a name"


def _copied(file: File, copy: tempfile._TemporaryFileWrapper) -> str:
    """Writes the upload to ``copy``, a chunk at a time, and returns its sha-256."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    copy.seek(0)
    return digest.hexdigest()


def _media_type(path: Path) -> str:
    """By content. A damaged document is kept all the same, without a type: its reading says what is wrong."""
    try:
        return kind_of(path)
    except Unreadable as refusal:
        if refusal.code == "damaged":
            return ""
        raise NotTaken(refusal.sentence) from refusal


def _known(document: Document, user: User | None) -> Received:
    """The document there is, with its newest reading (asked for now if it has none)."""
    reading = document.readings.first() or read_again(document, user)
    return Received(document, reading, duplicate=True)


def _keep(document: Document, file: File, user: User | None) -> Received:
    document.file.save("", file, save=False)
    try:
        with transaction.atomic():
            document.save()
            return Received(document, _ask(document, user), duplicate=False)
    except IntegrityError:
        # The same file came twice at once, and the other was first.
        _discard(document)
        if known := Document.objects.filter(sha256=document.sha256).first():
            return _known(known, user)
        raise
    except BaseException:
        _discard(document)
        raise


def _discard(document: Document) -> None:
    """Removes a file that was stored for nothing, where its name is its own.

    A storage elsewhere keeps one file of a name, which may by now be another upload's of the same paper; what nobody
    needs is removed a day later (see ingest.unclaimed).
    """
    if path := path_of(document):
        path.unlink(missing_ok=True)


def read_again(document: Document, user: User | None) -> Reading:
    """A new reading of a document; the one that is under way, where there is one."""
    try:
        with transaction.atomic():
            return _ask(document, user)
    except IntegrityError:
        return document.readings.open().get()


def _ask(document: Document, user: User | None) -> Reading:
    reading = Reading.objects.create(document=document, asked_by=user)
    transaction.on_commit(partial(wake, reading.pk))
    return reading


def wake(pk: int) -> bool:
    """Sends for a worker to read; False where the queue is away, and then the sweep asks again.

    A queue that was away is left alone for QUIET: of two hundred papers uploaded at once, one waits for it.
    """
    queue = current_app.conf.broker_url
    if time.monotonic() < _quiet_until.get(queue, 0.0):
        return False
    try:
        current_app.send_task("ingest.tasks.read", [pk])
    except (KombuError, ChannelError, OSError) as problem:  # the last two: the folder of the filesystem's queue
        logger.warning("No worker could be woken for reading %s: %s", pk, problem)
        _quiet_until[queue] = time.monotonic() + QUIET
        return False
    Reading.objects.woken(pk)
    return True


class UpToTheLimit(TemporaryFileUploadHandler):
    """Writes no more than ``settings.UPLOAD_LIMIT`` bytes to disk; the size still counts, so the file is refused.

    A file that the disk has no room for is cut short and says so: ``is_cut``.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= settings.UPLOAD_LIMIT and not self._cut:
            try:
                self._write(memoryview(raw_data))
            except OSError:
                self._cut_off()

    @property
    def _cut(self) -> bool:
        return getattr(self.file, "is_cut", False)

    def _cut_off(self) -> None:
        """Gives the room back at once: other uploads may fit."""
        logger.exception("An upload could not be written to disk")
        self.file.is_cut = True
        os.ftruncate(self.file.fileno(), 0)

    def _write(self, left: memoryview) -> None:
        """Past Python's buffer, which would meet a full disk again when it is closed."""
        while left:
            left = left[os.write(self.file.fileno(), left) :]
