"""Opening a PDF and reading its pages one by one."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from ingest.reading.model import Page, Problem, Unreadable
from ingest.reading.sources.pdf.content import PageReader, TooMuchError
from ingest.reading.sources.pdf.device import RunCollector
from ingest.reading.sources.pdf.fonts import UNKNOWN
from ingest.reading.sources.pdf.lines import lines_of, rules_of
from ingest.reading.sources.pdf.streams import TooLargeError

# What pdfminer.six raises on damaged files, which it reads as they come.
DAMAGE = (
    PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError,
    ArithmeticError, EOFError, StopIteration, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
PAGES = 5_000


def pages(path: str | Path, progress: Callable[[int, int], None] | None = None) -> tuple[Page, ...]:
    """The pages of a PDF with their lines from top to bottom.

    ``progress(done, total)`` is called after each page. A page without words is ``scanned`` where it shows
    anything at all. Raises Unreadable: "encrypted", "damaged", "no_text".
    """
    with Path(path).open("rb") as file, _damage_as_unreadable():
        document = _opened(file)
        found = tuple(_read(document, progress))
    if not found:
        raise Unreadable("damaged", "This PDF has no pages. Open it in a PDF viewer and save it again, then upload it.")
    if not any(page.lines for page in found):
        raise Unreadable(
            "no_text",
            "This PDF is a scan without text. Upload a Word version, or a PDF in which text can be selected.",
        )
    return found


@contextmanager
def _damage_as_unreadable() -> Iterator[None]:
    try:
        yield
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Unreadable("encrypted", "This PDF needs a password. Save a copy without one and upload that.") from error
    except DAMAGE as error:
        raise Unreadable(
            "damaged",
            "This PDF is damaged and cannot be read. Open it in a PDF viewer and save it again, then upload it.",
        ) from error


def _opened(file: BinaryIO) -> PDFDocument:
    return PDFDocument(PDFParser(file), password="", caching=True)


def _read(document: PDFDocument, progress: Callable[[int, int], None] | None) -> Iterator[Page]:
    resources = PDFResourceManager()
    device = RunCollector(resources)
    reader = PageReader(resources, device)
    total = _page_count(document)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > PAGES:
            break
        yield _page(reader, device, page, number)
        _forget_streams(document)
        if progress is not None:
            progress(number, max(total, number))


def _page(reader: PageReader, device: RunCollector, page: PDFPage, number: int) -> Page:
    problems: list[Problem] = []
    width, height = 595.0, 842.0
    try:
        width, height = reader.read_page(page)
    except (TooMuchError, TooLargeError):
        problems.append(Problem(f"Page {number} is drawn in too many steps to be read whole.", number))
    except DAMAGE:
        problems.append(Problem(f"Page {number} is damaged and was read only in part.", number))
    lines = lines_of(device.runs, number, width, height)
    unknown = sum(span.text.count(UNKNOWN) for line in lines for span in line.spans)
    letters = sum(len(span.text) for line in lines for span in line.spans)
    if unknown * 2 > letters:
        lines = ()
    if unknown:
        problems.append(
            Problem(f"Page {number} has text whose letters the PDF does not name; it cannot be read.", number)
        )
    return Page(
        number, width, height, lines, rules_of(device.strokes, number, width, height), not lines, tuple(problems)
    )


def _page_count(document: PDFDocument) -> int:
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    return count if isinstance(count, int) and 0 < count < 100_000 else 0


def _forget_streams(document: PDFDocument) -> None:
    """Let go of the pages' drawings and pictures, which pdfminer.six would keep: a long paper fits in memory."""
    kept = document._cached_objs
    for number in [number for number, (found, _) in kept.items() if isinstance(found, PDFStream)]:
        del kept[number]
