"""Opening a PDF and reading its pages one by one."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

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
_SAVE_AGAIN = "Open it in a PDF viewer, save it as a new PDF and upload that."


def pages(path: str | Path, progress: Callable[[int, int], None] | None = None) -> tuple[Page, ...]:
    """The pages of a PDF with their lines from top to bottom.

    ``progress(done, total)`` is called after each page. A page that shows a picture and no words is ``scanned``; what
    could not be read of a page stands in its ``problems``. Raises Unreadable: "encrypted" (opening it needs a
    password), "damaged", "no_text" (a scan, or empty), "too_large" (drawn in more steps than a paper needs).
    """
    with Path(path).open("rb") as file, _damage_as_unreadable():
        document = PDFDocument(PDFParser(file), password="")
        found = tuple(_read(document, progress))
    if not found:
        raise Unreadable("damaged", f"This PDF has no pages. {_SAVE_AGAIN}")
    if not any(page.lines for page in found):
        raise _wordless(found)
    return found


def _wordless(found: tuple[Page, ...]) -> Unreadable:
    """Why not a single word could be read."""
    problems = [problem for page in found for problem in page.problems]
    if any(page.scanned for page in found):
        return Unreadable(
            "no_text",
            "This PDF is a scan without text. Upload a Word version, or a PDF in which text can be selected.",
        )
    if any("steps" in problem.sentence for problem in problems):
        return Unreadable("too_large", f"This PDF is drawn in too many steps to be read. {_SAVE_AGAIN}")
    if problems:
        return Unreadable("damaged", f"This PDF is damaged and cannot be read. {_SAVE_AGAIN}")
    return Unreadable("no_text", "This PDF has no words. Check that it is the right file, then upload it again.")


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
    width, height, problems = _drawn(reader, page, number)
    lines = lines_of(device.runs, number, width, height)
    text = "".join(span.text for line in lines for span in line.spans)
    unknown = text.count(UNKNOWN)
    if unknown:
        problems.append(Problem(f"Page {number} has words whose letters the PDF does not name.", number))
    if unknown * 2 > len(text):
        lines = ()
    scanned = not lines and (device.pictures > 0 or unknown > 0)
    if scanned:
        problems.append(Problem(f"Page {number} is a picture without text and was not read.", number))
    rules = rules_of(device.strokes, number, width, height)
    return Page(number, width, height, lines, rules, scanned, tuple(problems))


def _drawn(reader: PageReader, page: PDFPage, number: int) -> tuple[float, float, list[Problem]]:
    """A page's width and height, once the device has what it draws, and what went wrong."""
    try:
        return *reader.read_page(page), []
    except (TooMuchError, TooLargeError):
        sentence = f"Page {number} is drawn in too many steps to be read whole."
    except DAMAGE:
        sentence = f"Page {number} is damaged and was read only in part."
    return *reader.size, [Problem(sentence, number)]


def _page_count(document: PDFDocument) -> int:
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    return count if isinstance(count, int) and 0 < count < 100_000 else 0


def _forget_streams(document: PDFDocument) -> None:
    """Let go of the pages' drawings and pictures, which pdfminer.six would keep: a long paper fits in memory."""
    kept = document._cached_objs
    for number in [number for number, (found, _) in kept.items() if isinstance(found, PDFStream)]:
        del kept[number]
