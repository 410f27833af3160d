"""Where the words of pages that are pictures stand: read once, by a program that takes seconds for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ingest.filing.values import tidy
from ingest.reading.model import Line, PageRead, Span
from minutes.models import Document
from minutes.papers.page_images import keep_words


def keep(document: Document, pages: Iterable[PageRead]) -> None:
    """Keep the words of scanned pages with their boxes, in the form of minutes.papers.page_images.page_words."""
    for page in pages:
        if page.lines and page.number is not None:
            keep_words(document, page.number, [words_of(line) for line in page.lines])


def words_of(line: Line) -> list[dict[str, Any]]:
    return [word for span in line.spans for word in _words(span)]


def _words(span: Span) -> Iterator[dict[str, Any]]:
    """The words of a span, each with its share of the span's width: objects with text and box."""
    left, top, right, bottom = span.box
    letter = (right - left) / max(1, len(span.text))
    end = 0
    for word in span.text.split():
        begin = span.text.index(word, end)
        end = begin + len(word)
        box = [left + begin * letter, top, left + end * letter, bottom]
        yield {"text": tidy(word), "box": [round(edge, 2) for edge in box]}
