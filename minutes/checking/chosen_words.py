"""Words of a paper that a person chose, as the source of a record that the reader missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from minutes.models import AgendaItem, Document, Meeting
from minutes.papers.page_images import page_words


LETTERS, BELOW = 0.85, 0.22  # of a line's height: the size of its letters, and what is below their baseline


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a word's baseline begins, the size of its letters and its length, in points; ``turned`` runs down."""

    x: float
    y: float
    size: float
    length: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """``number`` counts the words of a page from 0; ``box`` is empty where only the words are known."""

    number: int
    text: str
    box: list[float]

    @property
    def set(self) -> Setting | None:
        """How the word is set over the picture; None where only the words are known."""
        if not self.box:
            return None
        left, top, right, bottom = self.box
        width, height = right - left, bottom - top
        if height > 1.5 * width and len(self.text) > 1:  # a word that runs down the page
            return Setting(left + BELOW * width, top, width * LETTERS, height, turned=True)
        return Setting(left, bottom - BELOW * height, height * LETTERS, width)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or a paragraph of a paper whose lines are not known."""

    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def first(self) -> int:
        return self.words[0].number

    @property
    def last(self) -> int:
        return self.words[-1].number


def lines(document: Document, page: int | None) -> list[Line]:
    """The lines of a page, or the paragraphs of a paper without pages: all that words can be chosen from."""
    found = page_words(document, page) if page else []
    if not found:
        kept = document.pages.filter(number=page).first()
        found = [[{"text": paragraph, "box": []}] for paragraph in (kept.paragraphs if kept else []) if paragraph]
    numbered, count = [], 0
    for line in found:
        numbered.append(Line([Word(count + at, word["text"], word["box"]) for at, word in enumerate(line)]))
        count += len(line)
    return numbered


def source(page: int | None, found: Sequence[Line], first: int, last: int) -> dict[str, Any]:
    """The words from ``first`` to ``last`` as a record keeps its source: a line of the quote and a box for each line.

    Empty where there are no such words.
    """
    parts = [[word for word in line.words if first <= word.number <= last] for line in found]
    parts = [words for words in parts if words]
    if not parts:
        return {}
    quote = "\n".join(" ".join(word.text for word in words) for words in parts)
    boxes = [_around([word.box for word in words]) for words in parts if words[0].box]
    return {"page": page, "quote": quote, "boxes": boxes}


def item_at(meeting: Meeting, chosen: dict[str, Any]) -> AgendaItem | None:
    """The item under which chosen words stand: the last one that begins before them."""
    if not chosen.get("boxes"):
        return None
    here = (chosen["page"], chosen["boxes"][0][1])
    items = AgendaItem.objects.filter(meeting=meeting).exclude(page=None)
    before = [(item.page, item.boxes[0][1], item) for item in items if item.boxes]
    return max((place for place in before if place[:2] <= here), key=lambda place: place[:2], default=(0, 0, None))[2]


def _around(boxes: list[list[float]]) -> list[float]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return [min(left), min(top), max(right), max(bottom)]
