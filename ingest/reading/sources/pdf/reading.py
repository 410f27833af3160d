"""Opening a PDF and reading its pages one by one."""

from __future__ import annotations

import errno
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSEOF, PSException

from ingest.reading.model import Page, Problem, Progress, Unreadable
from ingest.reading.sources import scan
from ingest.reading.sources.pdf.colours import seen
from ingest.reading.sources.pdf.content import PageReader, TooMuchError
from ingest.reading.sources.pdf.device import RunCollector
from ingest.reading.sources.pdf.dots import with_dots
from ingest.reading.sources.pdf.fonts import UNKNOWN
from ingest.reading.sources.pdf.lines import lines_of, rules_of
from ingest.reading.sources.pdf.sideways import turn_of, turned, turned_strokes
from ingest.reading.sources.pdf.streams import TooLargeError
from ingest.reading.sources.pdf.underlines import underlined

# What pdfminer.six raises on damaged files, which it reads as they come.
DAMAGE = (
    PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError,
    ArithmeticError, EOFError, StopIteration, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
PAGES = 5_000
_LETTERS = 100  # painted shapes
_STRAY = 20  # letters: what is left over from editing
_STAMP = 120  # letters: a line and a half
_MOST = 0.6  # of a page
_SAVE_AGAIN = "Open it in a PDF viewer, save it as a new PDF and upload that."


def pages(path: str | Path, progress: Progress | None = None) -> tuple[Page, ...]:
    """The pages of a PDF with their lines from top to bottom.

    ``progress(done, total)`` is called after each page. A page that shows a picture and no words is ``scanned``, and
    read by Tesseract where that is installed; what could not be read of a page stands in its ``problems``. Raises
    Unreadable: "encrypted" (opening it needs a password), "damaged", "no_text" (a scan that cannot be read, or empty),
    "too_large" (drawn in more steps than a paper needs).
    """
    with Path(path).open("rb") as file, _damage_as_unreadable():
        document = PDFDocument(_Parser(file), password="")
        found = tuple(_read(document, progress))
    if not found:
        raise Unreadable("damaged", f"This PDF has no pages. {_SAVE_AGAIN}")
    if any(page.scanned for page in found):
        found = scan.recognised(Path(path), found, progress)
    if not any(page.lines for page in found):
        raise _wordless(found)
    return found


class _Parser(PDFParser):
    """Takes a place outside the file, which a damaged table of objects may name, for the damage that it is."""

    def seek(self, pos: int) -> None:
        try:
            super().seek(pos)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            raise PSEOF("a place outside the file") from error
        except OverflowError as error:
            raise PSEOF("a place outside the file") from error


def _wordless(found: tuple[Page, ...]) -> Unreadable:
    """Why not a single word could be read."""
    problems = [problem for page in found for problem in page.problems]
    if any(page.scanned for page in found):
        return Unreadable("no_text", scan.refusal())
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


def _read(document: PDFDocument, progress: Progress | None) -> Iterator[Page]:
    resources = PDFResourceManager()
    device = RunCollector(resources)
    reader = PageReader(resources, device)
    total, done, known = _page_count(document), 0, 0
    for number, sheet in enumerate(PDFPage.create_pages(document), 1):
        if number > PAGES:
            break
        page = _page(reader, device, sheet, number)
        yield page
        known = _forget_streams(document, known)
        if progress is not None and not page.scanned:
            done += 1
            progress(done, max(total, number))


def _page(reader: PageReader, device: RunCollector, page: PDFPage, number: int) -> Page:
    width, height, problems = _drawn(reader, page, number)
    runs, hidden = seen(device, width * height)
    if hidden > _STRAY:
        problems.append(Problem(f"Page {number} has words that nobody can see on it; they were not read.", number))
    strokes, dots, shown = device.strokes, device.dots, width * height
    if turn := turn_of(runs):
        runs, strokes = turned(runs, turn, width, height), turned_strokes(strokes, turn, width, height)
        dots = turned_strokes(dots, turn, width, height)
        width, height = (width, height) if turn == 180 else (height, width)
    lines = lines_of(with_dots(runs, dots) if dots else runs, number, width, height)
    text = "".join(span.text for line in lines for span in line.spans)
    unknown = text.count(UNKNOWN)
    if unknown:
        problems.append(Problem(f"Page {number} has words whose letters the PDF does not name.", number))
    if unknown * 2 > len(text):
        lines = ()
    rules = rules_of(strokes, number, width, height)
    scanned = _shows_words(device, unknown) if not lines else _stamped(text, device.pictured / shown)
    return Page(number, width, height, underlined(lines, rules), rules, scanned, tuple(problems), turn)


def _shows_words(device: RunCollector, unknown: int) -> bool:
    """Whether a page without words may show some: in a picture, in letters without names, in letters as outlines."""
    return device.pictured > 0 or unknown > 0 or device.drawings > _LETTERS


def _stamped(text: str, pictured: float) -> bool:
    """Whether a page's few words were put over a scan: a page number, a reference, who scanned it."""
    return pictured > _MOST and sum(map(str.isalnum, text)) < _STAMP and scan.installed()


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


def _forget_streams(document: PDFDocument, known: int) -> int:
    """Let go of the last page's drawings and pictures, which pdfminer.six would keep: a long paper fits in memory.

    ``known`` is how many things it kept before that page; returns how many it keeps now.
    """
    kept = document._cached_objs
    new = list(islice(reversed(kept), max(0, len(kept) - known)))
    for number in new:
        if isinstance(kept[number][0], PDFStream):
            del kept[number]
    return len(kept)
