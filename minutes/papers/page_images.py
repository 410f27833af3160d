"""Pictures of a PDF's pages, and where their words stand: made when first looked at, and kept beside the paper."""

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

from minutes.papers.originals import local_copy

if TYPE_CHECKING:
    from minutes.models import Document

logger = logging.getLogger(__name__)

PDF = "application/pdf"
LONGEST = 15  # seconds for a page
_AT_ONCE = BoundedSemaphore(2)  # a browser asks for many pages at a time; the machine has other things to do


def page_image(document: Document, number: int) -> File | None:
    """The WebP picture of page ``number`` (from 1), open for reading; None where it cannot be drawn."""
    return _made(document, number, f"{number}.webp", "minutes.papers.drawing")


def page_words(document: Document, number: int) -> list[list[dict[str, Any]]]:
    """The lines of page ``number``, each a list of words: objects with text and box. See minutes.papers.locating.

    Empty where the page has no words of its own, as a scan, or where they cannot be found.
    """
    file = _made(document, number, f"{number}.json", "minutes.papers.locating")
    if file is None:
        return []
    with file:
        lines: list[list[dict[str, Any]]] = json.load(file)
    return lines


def _made(document: Document, number: int, name: str, program: str) -> File | None:
    """What a program makes of a page, from where it is kept; None where it could make nothing."""
    if document.media_type != PDF:
        return None
    storage, name = document.file.storage, f"{document.sha256[:2]}/{document.sha256}-pages/{name}"
    if not storage.exists(name):
        with _AT_ONCE:
            if not storage.exists(name):
                _keep(document, number, name, program)
    # A page of which nothing could be made is kept as an empty file, so that it is not tried at every look.
    return storage.open(name) if storage.size(name) else None


def _keep(document: Document, number: int, name: str, program: str) -> None:
    picture = _run(document, number, program)
    saved = document.file.storage.save(name, ContentFile(picture))
    if saved != name:
        document.file.storage.delete(saved)  # another process was first


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
