"""What a file is told by, and what an officer is told about the ones that cannot be read."""

import zipfile
from pathlib import Path

import docx
import pytest

from ingest.reading.model import Unreadable
from ingest.reading.sources import kinds

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def written(folder: Path, content: bytes, name: str = "paper.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        kinds.kind_of(path)
    return refused.value


def zipped(folder: Path, **entries: str) -> Path:
    path = folder / "paper.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in entries.items():
            package.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return path


def test_a_pdf_is_known_under_any_name(tmp_path: Path) -> None:
    assert kinds.kind_of(written(tmp_path, b"%PDF-1.7\n...", "minutes.docx")) == kinds.PDF


def test_a_pdf_after_stray_bytes_is_still_a_pdf(tmp_path: Path) -> None:
    assert kinds.kind_of(written(tmp_path, b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n")) == kinds.PDF


def test_a_word_document_is_known_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    docx.Document().save(str(path))
    assert kinds.kind_of(path) == kinds.WORD


@pytest.mark.parametrize(
    "content",
    [b"Minutes of the meeting", "Cofnodion – Llŷr".encode("utf-16"), "Café – £5".encode("cp1252")],
)
def test_plain_text_is_known_in_the_encodings_that_people_save(tmp_path: Path, content: bytes) -> None:
    assert kinds.kind_of(written(tmp_path, content)) == kinds.TEXT


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty", "empty"),
        (b"   \n\n  ", "empty", "no words"),
        (b"\x89PNG\r\n\x1a\n....", "kind", "PNG picture"),
        (b"\xff\xd8\xff\xe0....", "kind", "JPEG picture"),
        (b"{\\rtf1\\ansi Minutes}", "kind", "Save it as .docx"),
        (b"<!DOCTYPE html><html><body>Minutes</body></html>", "kind", "web page"),
        (b"\x00\x01\x02\x03" * 50, "kind", "PDF, a Word document (.docx) or plain text"),
        (_OLE + "WordDocument".encode("utf-16-le"), "old_word", "Save it as .docx and upload that."),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (_OLE + "Workbook".encode("utf-16-le"), "kind", "Excel"),
        (b"PK\x03\x04 and then nothing", "damaged", "damaged"),
    ],
)
def test_other_files_are_refused_with_what_to_do(tmp_path: Path, content: bytes, code: str, words: str) -> None:
    refused = refusal(written(tmp_path, content))
    assert refused.code == code
    assert words in refused.sentence
    assert refused.sentence.endswith(".")


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"xl__workbook_DOT_xml": "<a/>"}, "Excel"),
        ({"ppt__presentation_DOT_xml": "<a/>"}, "PowerPoint"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"minutes_DOT_pdf": "%PDF"}, "Unpack it"),
    ],
)
def test_other_packages_are_named(tmp_path: Path, entries: dict[str, str], words: str) -> None:
    assert words in refusal(zipped(tmp_path, **entries)).sentence


def test_a_file_that_is_gone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert "Upload it again" in refusal(tmp_path / "gone.pdf").sentence
