"""Finds where the words of one page of a PDF stand: python -m minutes.papers.locating FILE PAGE WORDS

Writes JSON: the lines of the page in reading order, each a list of words, each an object with its text and its box
[left, top, right, bottom] in points from the page's top left corner. A process of its own for the same reasons as
minutes.papers.drawing. Exit status 0 when the words are there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutes.papers.drawing import accept_limits

MOST_LETTERS = 60_000  # on one page; a page of small print has 8,000
Box = tuple[float, float, float, float]
HYPHEN = "\x02"  # how pdfium gives a hyphen at the end of a line


def locate(paper: Path, number: int) -> list[list[dict[str, Any]]]:
    """The lines of page ``number`` (from 1), where they stand on the page as it is shown, turned pages too.

    Raises PdfiumError for a file or page that cannot be read, IndexError for a page that is not there.
    """
    with pdfium.PdfDocument(paper) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(number)
        page = pdf[number - 1]
        place = placing(page.get_rotation(), page.get_mediabox(), page.get_cropbox())
        text = page.get_textpage()
        lines: list[list[dict[str, Any]]] = [[]]
        word: list[tuple[str, Box]] = []
        for index in range(min(text.count_chars(), MOST_LETTERS)):
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            if letter.strip() and letter != "\x00":
                word.append(("-" if letter == HYPHEN else letter, text.get_charbox(index, loose=True)))
                continue
            _end_word(lines, word, place)
            if letter in "\r\n" and lines[-1]:
                lines.append([])
        _end_word(lines, word, place)
    return [line for line in lines if line]


def placing(turned: int, media: Box, crop: Box) -> Callable[[Box], Box]:
    """How a box [left, bottom, right, top] of a page becomes [left, top, right, bottom] of the page as it is shown.

    ``turned`` is how far a viewer turns the page, in degrees clockwise; what is shown is what media and crop share.
    """
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right - left < 1 or top - bottom < 1:
        left, bottom, right, top = media
    return {
        0: lambda box: (box[0] - left, top - box[3], box[2] - left, top - box[1]),
        90: lambda box: (box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left),
        180: lambda box: (right - box[2], box[1] - bottom, right - box[0], box[3] - bottom),
        270: lambda box: (top - box[3], right - box[2], top - box[1], right - box[0]),
    }[turned]


def _end_word(lines: list[list[dict[str, Any]]], word: list[tuple[str, Box]], place: Callable[[Box], Box]) -> None:
    """Put a finished word on its line."""
    if word:
        left, bottom, right, top = zip(*(box for _, box in word), strict=True)
        box = place((min(left), min(bottom), max(right), max(top)))
        lines[-1].append({"text": "".join(letter for letter, _ in word), "box": [round(edge, 2) for edge in box]})
        word.clear()


def main(paper: str, number: str, words: str) -> int:
    accept_limits()
    try:
        Path(words).write_text(json.dumps(locate(Path(paper), int(number))))
    except (pdfium.PdfiumError, IndexError, ValueError, MemoryError, OSError) as problem:
        print(f"page {number}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
