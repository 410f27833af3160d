"""Pages that are pictures, read by Tesseract.

Tesseract is a program of its own, started with one thread: it inherits the limits of the process that reads the
paper, and a page that crashes it costs that page alone. Nothing is written to disk: the picture goes in through a
pipe, and the words come out as a table with their places (TSV).
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL.Image import Image, Transpose

from ingest.reading.model import Line, Page, Progress, Rule
from ingest.reading.sources import scan_ink, scan_lines, scan_problems, scan_words
from ingest.reading.sources.scan_words import Word

RESOLUTION = 300  # dots per inch: what Tesseract was trained on; less loses full stops and thin letters
MOST_PIXELS = 20_000_000  # an A4 page has 8.7 million, an A3 page 17.4 million
SECONDS = 60  # for one look at a page; dense pages take three
MOST_PAGES = 200  # of one paper: what a committee's minutes never reach
_POINT = 72.0


class _Reading(NamedTuple):
    """What was found on one page, measured in dots of its picture; ``scale`` is dots a point.

    ``words`` is None where Tesseract failed. ``turn`` is the direction in which the words run in the picture as the
    page shows it; everything else is measured in the picture turned upright.
    """

    words: list[Word] | None
    rules: list[scan_ink.Stroke]
    scale: float
    blank: bool = False
    turn: int = 0


_FAILED = _Reading(None, [], 1.0)


def installed() -> bool:
    """Whether this machine has Tesseract."""
    return shutil.which("tesseract") is not None


def refusal() -> str:
    """Why a paper without any words was not read, and what to do."""
    return scan_problems.NO_WORDS if installed() else scan_problems.NOT_INSTALLED


def recognised(path: Path, pages: Sequence[Page], progress: Progress | None) -> tuple[Page, ...]:
    """The pages, those that are ``scanned`` with the words that Tesseract reads in their pictures.

    ``progress(done, total, scanned=…)`` is called before the first of those and after each. What was read from a scan,
    not at all, or without certainty stands in pages' problems. Sizes and weights of words are judged over all pages
    together. A page that shows no more than the words it has already stays as it is, no longer ``scanned``.
    """
    scanned = [page for page in pages if page.scanned]
    if not installed():
        return scan_problems.unread_for_want_of_tesseract(pages)
    readings: dict[int, _Reading] = {}
    for place, page in enumerate(scanned[:MOST_PAGES]):
        _tell(progress, len(pages) - len(scanned) + place, len(pages), len(scanned))
        readings[page.number] = _read(path, page)
    _tell(progress, len(pages), len(pages), len(scanned))
    usual = scan_lines.Usual.of([(reading.words or [], reading.scale) for reading in readings.values()])
    found = [_page(page, readings[page.number], usual) if page.number in readings else page for page in pages]
    return scan_problems.with_problems(found, _outcomes(found, readings))


def _tell(progress: Progress | None, done: int, total: int, scanned: int) -> None:
    if progress is not None:
        progress(done, total, scanned=scanned)


def _outcomes(pages: Sequence[Page], readings: dict[int, _Reading]) -> dict[int, scan_problems.Outcome]:
    """What became of each page that is still a scan."""
    found: dict[int, scan_problems.Outcome] = {}
    for page in pages:
        reading = readings.get(page.number)
        if page.scanned and reading is None:
            found[page.number] = scan_problems.Outcome("too many")
        elif page.scanned and reading is not None and not reading.blank:
            doubted = scan_words.doubted(reading.words or [])
            found[page.number] = scan_problems.Outcome("read" if page.lines else "unread", tuple(doubted))
    return found


def _read(path: Path, page: Page) -> _Reading:
    """The words and ruling lines in a page's picture."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            sheet = document[page.number - 1]
            scale = _scale(*sheet.get_size())
            drawn = sheet.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    except (pypdfium2.PdfiumError, IndexError, ValueError):
        return _FAILED
    image = scan_ink.cleaned(drawn)
    ink = scan_ink.Ink(image)
    if ink.blank():
        return _Reading([], [], scale, blank=True)
    words = _words(image)
    if words is None:
        return _FAILED
    turn, words = _upright(image, words)
    if turn:
        ink = scan_ink.Ink(_turned(image, turn))
    words = [word._replace(stem=ink.stem(word.box)) for word in words]
    return _Reading(scan_words.with_bullets(words, ink.dot_before), ink.rules(), scale, turn=turn)


def _upright(image: Image, words: list[Word]) -> tuple[int, list[Word]]:
    """The direction in which a picture's words run, and these, read again where they make no sense upright."""
    best, found, letters = 0, words, _certain(words)
    if letters >= max(_SENSE, 0.5 * scan_words.letters(words)):
        return 0, words
    for turn in (90, 270, 180):
        other = _words(_turned(image, turn)) or []
        if _certain(other) > max(2 * letters, _SENSE):
            best, found, letters = turn, other, _certain(other)
    return best, found


_SENSE = 40  # letters that are certain: with fewer, a page may lie on its side


def _certain(words: Sequence[Word]) -> int:
    """How many letters are certain in words of three letters and more that do not stand on end."""
    return scan_words.letters(
        [word for word in words if word.certainty >= scan_words.CERTAIN and len(word.text) > 2 and not _on_end(word)]
    )


def _on_end(word: Word) -> bool:
    """Whether a word is higher than wide: Tesseract reads columns of words that lie on their side, in no order."""
    return word.box.bottom - word.box.top > 1.2 * (word.box.right - word.box.left)


def _turned(image: Image, turn: int) -> Image:
    """A picture turned so that words in this direction are upright."""
    return image.transpose({90: Transpose.ROTATE_270, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_90}[turn])


def _scale(width: float, height: float) -> float:
    """Dots a point, less where a page (in points) is too large for RESOLUTION."""
    return min(RESOLUTION / _POINT, math.sqrt(MOST_PIXELS / max(1.0, width * height)))


def _words(image: Image) -> list[Word] | None:
    """The words of a picture after a second look at what the first passed over; None where the first failed."""
    table = _tesseract(image, "3")
    if table is None:
        return None
    words = scan_words.of_table(table)
    missed = _tesseract(scan_ink.without(image, [word.box for word in words]), "6")
    return scan_words.with_missed(words, scan_words.of_table(missed or ""))


def _tesseract(image: Image, segmentation: str) -> str | None:
    """The table of words in a picture; None where Tesseract is killed, takes too long or cannot read it.

    ``segmentation`` is Tesseract's page segmentation mode: "3" finds columns and blocks and passes over what stands
    alone beside them, such as the numbers of paragraphs; "6" takes the whole page for one block and reads those.
    """
    picture = b"P5 %d %d 255\n" % image.size + image.tobytes()
    command = ["tesseract", "stdin", "stdout", "--dpi", str(RESOLUTION), "--psm", segmentation, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # more threads make one page slower, not faster
    try:
        done = subprocess.run(  # noqa: S603 (the command has nothing of the paper's in it)
            command, input=picture, capture_output=True, timeout=SECONDS, env=environment, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _page(page: Page, reading: _Reading, usual: scan_lines.Usual) -> Page:
    """A scanned page with its words where they stand on it, turned where they do not run from left to right."""
    if reading.turn:
        width, height = (page.width, page.height) if reading.turn == 180 else (page.height, page.width)
        page = replace(page, width=width, height=height, turn=reading.turn)
    lines, slope = scan_lines.lines_of(reading.words or [], page, reading.scale, usual)
    if page.lines and _letters(lines) < 2 * _letters(page.lines):
        return replace(page, scanned=False)
    straight = (scan_lines.straightened(stroke, page, reading.scale, slope) for stroke in reading.rules)
    return replace(page, lines=lines, rules=tuple(Rule(page.number, box) for box in straight))


def _letters(lines: Sequence[Line]) -> int:
    return sum(map(str.isalnum, "".join(span.text for line in lines for span in line.spans)))
