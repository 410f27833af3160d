"""Pictures of a PDF's pages, and where their words stand: made once, and kept beside the paper."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from minutes.papers.originals import local_copy

if TYPE_CHECKING:
    from minutes.models import Document

logger = logging.getLogger(__name__)

PDF = "application/pdf"
PICTURE, WORDS = "webp", "json"
LONGEST = 15  # seconds for a page
_AT_ONCE = BoundedSemaphore(2)  # a browser asks for many pages at a time; the machine has other things to do


def is_drawn(document: Document, number: int) -> bool:
    """Whether the picture of a page was made before, or is known not to be possible."""
    return document.media_type != PDF or document.file.storage.exists(_name(document, number, PICTURE))


def page_image(document: Document, number: int) -> File | None:
    """The WebP picture of page ``number`` (from 1), open for reading; None where it cannot be drawn.

    Drawing takes up to a second, and LONGEST at most: see minutes.papers.awaited for requests.
    """
    return _made(document, number, PICTURE, "minutes.papers.drawing")


def page_words(document: Document, number: int) -> list[list[dict[str, Any]]]:
    """The lines of page ``number``, each a list of words: objects with text and box. See minutes.papers.locating.

    Empty where the page has no words of its own, as a scan that nobody could read, or where they cannot be found.
    """
    file = _made(document, number, WORDS, "minutes.papers.locating")
    if file is None:
        return []
    with file:
        lines: list[list[dict[str, Any]]] = json.load(file)
    return lines


def keep_words(document: Document, number: int, lines: list[list[dict[str, Any]]]) -> None:
    """Keep where the words of a page stand that is a picture, as a reading found them. The newest reading counts."""
    _put(document.file.storage, _name(document, number, WORDS), json.dumps(lines).encode())


def _name(document: Document, number: int, kind: str) -> str:
    return f"{document.sha256[:2]}/{document.sha256}-pages/{number}.{kind}"


def _made(document: Document, number: int, kind: str, program: str) -> File | None:
    """What a program makes of a page, from where it is kept; None where it could make nothing."""
    if document.media_type != PDF:
        return None
    storage, name = document.file.storage, _name(document, number, kind)
    if not storage.exists(name):
        with _AT_ONCE:
            if not storage.exists(name):
                _keep(document, number, name, program)
    # A page of which nothing could be made is kept as an empty file, so that it is not tried at every look.
    return storage.open(name) if storage.size(name) else None


def _keep(document: Document, number: int, name: str, program: str) -> None:
    _put(document.file.storage, name, _run(document, number, program))


def _put(storage: Storage, name: str, content: bytes) -> None:
    """Keep a file, whole or not at all: others look for it meanwhile."""
    try:
        path = Path(storage.path(name))
    except NotImplementedError:  # a storage elsewhere shows what is whole alone
        storage.delete(name)
        storage.save(name, ContentFile(content))
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="making-", delete=False) as making:
        making.write(content)
    Path(making.name).replace(path)


def _run(document: Document, number: int, program: str) -> bytes:
    """What a program wrote about a page, in a process of its own; empty where it could not."""
    with local_copy(document) as paper, tempfile.TemporaryDirectory(prefix="page-") as folder:
        picture = Path(folder) / "page"
        command = [sys.executable, "-m", program, str(paper), str(number), str(picture)]
        try:
            run = subprocess.run(  # noqa: S603 (our own program; the path is of our own naming)
                command, cwd=settings.BASE_DIR, capture_output=True, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            logger.warning("Page %s of document %s took too long to draw", number, document.pk)
            return b""
        if run.returncode:
            logger.warning("Page %s of document %s cannot be drawn: %s", number, document.pk, _last_line(run.stderr))
            return b""
        return picture.read_bytes()


def _last_line(words: bytes) -> str:
    return words.decode(errors="replace").strip().rsplit("\n", 1)[-1]
