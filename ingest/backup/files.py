"""The papers and what is kept beside them, out of the storage and back into it, whatever it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from ingest.backup.manifest import PIECE, NotWhole, sha256
from scrutiny.papers_in_folder import DRAFT


def names(folder: str = "") -> Iterator[str]:
    """The names of all files, those that are being written left out."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever kept
        return
    for name in sorted(files):
        if not name.startswith(DRAFT):
            yield f"{folder}/{name}" if folder else name
    for inner in sorted(folders):
        yield from names(f"{folder}/{inner}" if folder else inner)


def copy_out(name: str, folder: Path) -> dict[str, Any]:
    """Copies a file into a folder and returns its sha-256 and its size in bytes."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with default_storage.open(name, "rb") as source, target.open("wb") as copy:
        while piece := source.read(PIECE):
            digest.update(piece)
            size += copy.write(piece)
    return {"sha256": digest.hexdigest(), "size": size}


def copy_in(name: str, path: Path) -> None:
    """Keeps a file under its name. Raises NotWhole where another file has it."""
    if not default_storage.exists(name):
        with path.open("rb") as file:
            kept = default_storage.save(name, File(file))
        if kept != name:
            raise NotWhole(f"{name} could not be kept under its name.")
    with default_storage.open(name, "rb") as stored:
        if hashlib.file_digest(stored.file, "sha256").hexdigest() != sha256(path):
            raise NotWhole(f"Where papers are kept there is another file called {name}.")
