"""Opening a Word file safely: what its zip directory says is checked before anything is inflated."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from lxml import etree

from ingest.reading.model import Unreadable

# A four-hundred-page paper with pictures stays well under these; a zip bomb does not.
_MOST_ENTRIES = 5_000
_MOST_BYTES = 200 * 1024 * 1024
_MOST_XML = 40 * 1024 * 1024
_MOST_RATIO = 200  # Word's XML compresses 10 to 40 times
_RATIO_FROM = 4 * 1024 * 1024  # small parts may compress better

_DAMAGED = "The Word file is damaged and cannot be opened. Open it in Word, save it again and upload the new file."
_TOO_LARGE = "The Word file unpacks to far more than a paper holds, so it was not opened. Upload it as a PDF."
_UNSAFE = "The Word file holds declarations that Word does not write, so it was not opened. Save it again from Word."


def opened(path: str | Path) -> Document:
    """The document, by python-docx. Raises Unreadable where it is damaged, too large or unsafe."""
    try:
        _check(Path(path))
        return docx.Document(str(path))
    except etree.XMLSyntaxError as problem:
        raise Unreadable("damaged", _DAMAGED) from problem
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as problem:
        raise Unreadable("damaged", _DAMAGED) from problem
    except (OpcError, KeyError, ValueError, AttributeError, IndexError, TypeError) as problem:
        # python-docx meets a package without the parts or relations it needs.
        raise Unreadable("damaged", _DAMAGED) from problem


def _check(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        entries = package.infolist()
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise Unreadable("too_large", _TOO_LARGE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("encrypted", "The document is protected with a password. Save a copy without a password.")
        xml = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
        if sum(entry.file_size for entry in xml) > _MOST_XML or any(_bomb(entry) for entry in xml):
            raise Unreadable("too_large", _TOO_LARGE)
        for entry in xml:
            with package.open(entry) as part:
                if _declares(part.read(4096)):
                    raise Unreadable("unsafe", _UNSAFE)


def _bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > _MOST_RATIO * max(1, entry.compress_size)


def _declares(start: bytes) -> bool:
    """A document type has to stand before the first element; Word never writes one."""
    flat = start.replace(b"\x00", b"")
    return b"<!DOCTYPE" in flat or b"<!ENTITY" in flat
