"""A committee's file looked over before anything of it becomes a row: what it is, and whether it is whole."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from minutes.exchange.kinds import KINDS
from minutes.exchange.writing import FORMAT, RECORDS_NAME, VERSION, name_in_zip, sum_of
from minutes.models.document import EXTENSIONS

LARGEST = 1024**3  # bytes of records, unpacked: what this machine would have to hold at once

SHA256 = re.compile("[0-9a-f]{64}")  # it becomes a file's name

DAMAGED = "This file is damaged: {}. Export the committee again, or copy the file again."


class Refused(Exception):
    """A file that cannot be brought in. The message says why and what to do."""


class Opened:
    """A file that is what it says: its ``head``, its ``users`` and its ``records`` by kind."""

    def __init__(self, whole: dict[str, Any], pack: zipfile.ZipFile | None) -> None:
        self.users: list[dict[str, Any]] = whole["users"]
        self.records: dict[str, list[dict[str, Any]]] = whole["records"]
        self._inside: dict[str, str] = whole.get("papers", {})
        self._pack = pack

    def paper(self, sha256: str, media_type: str, size: int) -> bytes | None:
        """The bytes of a paper; None where the file does not have it. Raises Refused where they are others."""
        if media_type not in EXTENSIONS:
            raise Refused(DAMAGED.format(f"it has a paper of an unknown kind, {media_type!r}"))
        if not SHA256.fullmatch(sha256):
            raise Refused(DAMAGED.format("a paper in it has no sum"))
        content = self._bytes_of(sha256, media_type, size)
        if content is not None and hashlib.sha256(content).hexdigest() != sha256:
            raise Refused(DAMAGED.format("a paper in it is not the one that was exported"))
        return content

    def _bytes_of(self, sha256: str, media_type: str, size: int) -> bytes | None:
        if self._pack is None:
            return base64.b64decode(self._inside[sha256], validate=True) if sha256 in self._inside else None
        name = name_in_zip(sha256, media_type)
        if name not in self._pack.NameToInfo:
            return None
        if self._pack.getinfo(name).file_size != size:
            raise Refused(DAMAGED.format("a paper in it is of another size than it says"))
        return self._pack.read(name)


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Opened]:
    """Opens what ``write`` wrote, in either form. Raises Refused for everything else, and for what comes of it."""
    try:
        file.seek(0)
        if file.read(4) == b"PK\x03\x04":
            with zipfile.ZipFile(file) as pack:
                yield Opened(_checked(_records_in(pack)), pack)
        else:
            file.seek(0)
            yield Opened(_checked(file.read(LARGEST + 1)), None)
    except (zipfile.BadZipFile, binascii.Error, NotImplementedError, EOFError) as error:
        raise Refused(DAMAGED.format("it cannot be unpacked")) from error


def _records_in(pack: zipfile.ZipFile) -> bytes:
    if RECORDS_NAME not in pack.NameToInfo:
        raise Refused(f"This zip has no {RECORDS_NAME} in it, so it is no export of a committee.")
    if pack.getinfo(RECORDS_NAME).file_size > LARGEST:
        raise Refused("The records in this file are too large to be brought in.")
    return pack.read(RECORDS_NAME)


def _checked(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST:
        raise Refused("This file is too large to be brought in. Export the committee as a zip.")
    try:
        whole = json.loads(content)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise Refused(DAMAGED.format("it ends too early, or is no JSON")) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise Refused("This is no export of a committee. Choose a file that was made by exporting one.")
    if whole.get("version") != VERSION:
        raise Refused(
            f"This file is of version {whole.get('version')}, and this installation reads version {VERSION}. "
            "Bring both installations to the same release, and export it again."
        )
    _check_shape(whole)
    return whole


def _check_shape(whole: dict[str, Any]) -> None:
    users, records = whole.get("users"), whole.get("records")
    if not isinstance(users, list) or not isinstance(records, dict) or records.keys() != KINDS.keys():
        raise Refused(DAMAGED.format("parts of it are missing"))
    if whole.get("sha256") != sum_of(whole):
        raise Refused(DAMAGED.format("its records are not as they were exported"))
    if not all(isinstance(rows, list) for rows in records.values()) or len(records["committee"]) != 1:
        raise Refused(DAMAGED.format("it does not have one committee"))
