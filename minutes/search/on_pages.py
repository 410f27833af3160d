"""Marks the words of a search in a paper: on the picture of a page, or in its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from minutes.models import Document
from minutes.papers.page_images import page_words
from minutes.papers.passages import Passage
from minutes.papers.sheets import Sheet, around
from minutes.search.asking import Asked
from minutes.search.marking import spans


def mark_sheet(document: Document, sheet: Sheet, asked: Asked) -> None:
    """Mark the words on a page's picture, where it is known where they stand on it."""
    printed: list[dict[str, Any]] = list(chain.from_iterable(page_words(document, sheet.number)))
    starts, at = [], 0
    for word in printed:
        starts.append(at)
        at += len(word["text"]) + 1
    text = " ".join(word["text"] for word in printed)
    for _, begins, ends in spans(text, asked.terms):
        sheet.marks.extend(
            around(word["box"])
            for start, word in zip(starts, printed, strict=True)
            if start < ends and begins < start + len(word["text"])
        )


def mark_passages(shown: Iterable[Passage], asked: Asked) -> int | None:
    """Mark the words in paragraphs. Gives the number of the first paragraph that has any, None without."""
    first = None
    for passage in shown:
        text = "".join(segment.text for segment in passage.segments)
        for _, begins, ends in spans(text, asked.terms):
            passage.mark(text[begins:ends])
            first = first or passage.number
    return first
