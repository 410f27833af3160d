"""Finds where the words of one page of a PDF stand: python -m minutes.papers.locating FILE PAGE WORDS

Writes JSON: the lines of the page in reading order, each a list of words, each an object with its text and its box
[left, top, right, bottom] in points from the page's top left corner. A process of its own for the same reasons as
minutes.drawing. Exit status 0 when the words are there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutes.papers.drawing import accept_limits

MOST_LETTERS = 60_000  # on one page; a page of small print has 8,000
HYPHEN = "\x02"  # how pdfium gives a hyphen at the end of a line


def locate(paper: Path, number: int) -> list[list[dict[str, Any]]]:
    """The lines of page ``number`` (from 1). A turned page has none: its picture has other axes than its words.

    Raises PdfiumError for a file or page that cannot be read, IndexError for a page that is not there.
    """
    with pdfium.PdfDocument(paper) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(number)
        page = pdf[number - 1]
        if page.get_rotation():
            return []
        left, _, _, top = page.get_mediabox()
        text = page.get_textpage()
        lines: list[list[dict[str, Any]]] = [[]]
        word: list[tuple[str, tuple[float, ...]]] = []
        for index in range(min(text.count_chars(), MOST_LETTERS)):
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            if letter.strip() and letter != "\x00":
                word.append(("-" if letter == HYPHEN else letter, text.get_charbox(index, loose=True)))
                continue
            _end_word(lines, word, left, top)
            if letter in "\r\n" and lines[-1]:
                lines.append([])
        _end_word(lines, word, left, top)
    return [line for line in lines if line]


def _end_word(
    lines: list[list[dict[str, Any]]], word: list[tuple[str, tuple[float, ...]]], left: float, top: float
) -> None:
    """Put a finished word on its line, in points from the top left corner."""
    if word:
        boxes = [box for _, box in word]
        box = [
            min(box[0] for box in boxes) - left,
            top - max(box[3] for box in boxes),
            max(box[2] for box in boxes) - left,
            top - min(box[1] for box in boxes),
        ]
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
