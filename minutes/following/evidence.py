"""Where the words stand that an update, an answer or a proposal rests on."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from minutes.models import Document, Meeting
from minutes.models.extracted import Sourced
from minutes.papers.page_images import page_words
from minutes.wording import key


def of(record: Sourced) -> dict[str, Any]:
    """The source of a record, as another keeps it."""
    names = ("document", "page", "paragraph", "quote", "quote_rest", "boxes")
    return {name: getattr(record, name) for name in names}


def find(meeting: Meeting, words: str) -> dict[str, Any]:
    """The document and page of a meeting on which some words stand, as an update keeps its evidence.

    Empty without words: the meeting alone is named. Raises ValidationError where its paper does not have them.
    """
    sought = " ".join(words.split())
    if not sought:
        return {}
    folded = _folded(sought)
    for page in meeting.document.pages.order_by("number") if meeting.document else ():
        if folded.strip() and folded in _folded(page.text):
            return {"document": meeting.document, "page": page.number, "quote": sought}
    raise ValidationError(
        "These words do not stand in the paper of that meeting. Copy them from its page, or leave this empty."
    )


def _folded(words: str) -> str:
    """Words as they are compared, whole ones, a page of them too: ``key`` alone cuts long words short."""
    return " ".join(["", *filter(None, map(key, words.split())), ""])


def boxes(document: Document, page: int, quote: str) -> list[list[float]]:
    """Where a quote stands on a page of a PDF, a box for each of its lines; none where it is not found there."""
    lines = page_words(document, page)
    every = [(number, word) for number, line in enumerate(lines) for word in line]
    sought = [folded for word in quote.split() if (folded := key(word))]
    spelt = [(number, word["box"], key(word["text"])) for number, word in every]
    spelt = [one for one in spelt if one[2]]
    for start in range(len(spelt) - len(sought) + 1):
        if sought and all(spelt[start + at][2] == word for at, word in enumerate(sought)):
            return _by_line(spelt[start : start + len(sought)])
    return []


def _by_line(words: list[tuple[int, list[float], str]]) -> list[list[float]]:
    found: dict[int, list[list[float]]] = {}
    for number, box, _ in words:
        found.setdefault(number, []).append(box)
    joined = []
    for own in found.values():
        left, top, right, bottom = zip(*own, strict=True)
        joined.append([min(left), min(top), max(right), max(bottom)])
    return joined
