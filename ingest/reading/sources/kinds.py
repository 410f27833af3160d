"""What kind of file this is, told by its content and never by its name."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from ingest.reading.model import Unreadable

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"

_HEAD = 4096
_WHAT_TO_DO = "Upload the paper as a PDF, a Word document (.docx) or plain text."

# The first bytes of kinds that people upload by mistake.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, film or picture file"),
    (b"ID3", "a sound recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, OSError, RuntimeError, ValueError, NotImplementedError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: str | Path) -> str:
    """The media type of the file: PDF, WORD or TEXT.

    Raises Unreadable, with a sentence that says what the file is and what to do, for anything else.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as problem:
        raise Unreadable("missing", "The file is not there or cannot be opened. Upload it again.") from problem
    if size == 0:
        raise Unreadable("empty", "The file is empty. Check that it was saved, and upload it again.")
    return _by_signature(path, head)


def _by_signature(path: Path, head: bytes) -> str:
    # Mail gateways and web pages put stray bytes before the header; readers accept it in the first kilobyte.
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK"):
        return _of_zip(path)
    if head.startswith(_OLE):
        raise _of_ole(path)
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            raise Unreadable("kind", f"This is {name}, not a document with text. {_WHAT_TO_DO}")
    return _of_text(head)


def _of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            first = package.read("mimetype")[:100] if "mimetype" in names and _small(package, "mimetype") else b""
    except _DAMAGE as problem:
        raise Unreadable(
            "damaged", "The file is damaged and cannot be opened. Save the document again and upload the new file."
        ) from problem
    if "word/document.xml" in names:
        return WORD
    if "[Content_Types].xml" in names and any(name.endswith("document.xml") for name in names):
        return WORD
    raise Unreadable("kind", _zip_sentence(names, first))


def _small(package: zipfile.ZipFile, name: str) -> bool:
    return package.getinfo(name).file_size < _HEAD


def _zip_sentence(names: set[str], mimetype: bytes) -> str:
    if any(name.startswith("xl/") for name in names):
        return f"This is an Excel workbook, not a document. {_WHAT_TO_DO}"
    if any(name.startswith("ppt/") for name in names):
        return f"This is a PowerPoint presentation, not a document. {_WHAT_TO_DO}"
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return "This is an OpenDocument file (.odt). Save it as .docx or PDF and upload that."
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return f"This is an OpenDocument spreadsheet or presentation, not a document. {_WHAT_TO_DO}"
    if mimetype.startswith(b"application/epub"):
        return f"This is an e-book, not a committee paper. {_WHAT_TO_DO}"
    return "This is a zip file. Unpack it and upload the documents in it."


def _of_ole(path: Path) -> Unreadable:
    """The refusal of an old Office file; the names of its streams stand in it as UTF-16."""
    content = path.read_bytes()

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        return Unreadable(
            "encrypted", "The document is protected with a password. Save a copy without a password and upload that."
        )
    if has("WordDocument"):
        return Unreadable("old_word", "This is an old Word document (.doc). Save it as .docx and upload that.")
    if has("Workbook"):
        return Unreadable("kind", f"This is an old Excel workbook, not a document. {_WHAT_TO_DO}")
    if has("PowerPoint Document"):
        return Unreadable("kind", f"This is an old PowerPoint presentation, not a document. {_WHAT_TO_DO}")
    if has("__properties_version1.0"):
        return Unreadable("kind", "This is an e-mail message. Save the paper attached to it and upload that.")
    return Unreadable("kind", f"This is not a document that can be read. {_WHAT_TO_DO}")


def _of_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return TEXT
    start = head.lstrip()[:200].lower()
    if start.startswith(b"{\\rtf"):
        raise Unreadable("kind", "This is a Rich Text file (.rtf). Save it as .docx or PDF and upload that.")
    if start.startswith((b"<!doctype html", b"<html")):
        raise Unreadable("kind", f"This is a web page. {_WHAT_TO_DO}")
    if start.startswith(b"<?xml"):
        raise Unreadable("kind", f"This is an XML file. {_WHAT_TO_DO}")
    if b"\x00" in head or _odd_bytes(head) > len(head) // 20:
        raise Unreadable("kind", f"This is not a document that can be read. {_WHAT_TO_DO}")
    if not head.strip():
        raise Unreadable("empty", "The file has no words in it. Check that it was saved, and upload it again.")
    return TEXT


def _odd_bytes(head: bytes) -> int:
    """How many bytes no text has: control characters but tab, line ends, form feed and escape."""
    return sum(byte < 32 and byte not in (8, 9, 10, 11, 12, 13, 27) for byte in head)
