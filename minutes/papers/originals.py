"""The files of documents as they were uploaded."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes.models import Document


@contextmanager
def local_copy(document: Document) -> Iterator[Path]:
    """The document as a file of this machine, which a storage elsewhere has to be asked for.

    Raises FileNotFoundError where the storage does not have it.
    """
    with document.file.storage.open(document.file.name, "rb") as stored:
        if path := path_of(document):
            yield path
            return
        with tempfile.NamedTemporaryFile(prefix="paper-") as copy:
            copyfileobj(stored, copy)
            copy.flush()
            yield Path(copy.name)


def path_of(document: Document) -> Path | None:
    """Where the file lies on this machine; None where papers are kept elsewhere."""
    try:
        return Path(document.file.path)
    except NotImplementedError:  # what Django's storages say that keep files elsewhere
        return None
