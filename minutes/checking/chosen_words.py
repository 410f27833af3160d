"""Words of a paper that a person chose, as the source of a record that the reader missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from minutes.models import AgendaItem, Document, Meeting
from minutes.papers.page_images import page_words

LETTERS, BELOW = 0.85, 0.22  # of a line's height: the size of its letters, and what is below their baseline
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a word's baseline begins, the size of its letters and its length, in points; ``turned`` runs down.

    As numbers are written in SVG: a page has five hundred words, and templates format slowly.
    """

    x: str
    y: str
    size: str
    length: str
    turned: bool = False

    @classmethod
    def of(cls, x: float, y: float, size: float, length: float, turned: bool = False) -> Setting:
        return cls(f"{x:.2f}", f"{y:.2f}", f"{size:.2f}", f"{length:.2f}", turned)


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
            return Setting.of(left + BELOW * width, top, width * LETTERS, height, turned=True)
        return Setting.of(left, bottom - BELOW * height, height * LETTERS, width)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or a paragraph of a paper whose lines are not known.

    A paragraph has its ``whole`` text as it is printed, and its ``number`` in the file, None where that is not known.
    """

    words: list[Word]
    whole: str = ""
    number: int | None = None

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def first(self) -> int:
        return self.words[0].number

    @property
    def last(self) -> int:
        return self.words[-1].number

    def between(self, first: int, last: int) -> list[Word]:
        return [word for word in self.words if first <= word.number <= last]

    def verbatim(self, words: Sequence[Word]) -> str:
        """Some of its words that follow each other, with what stands between them."""
        if not self.whole:
            return " ".join(word.text for word in words)
        places = [found.span() for found in _WORD.finditer(self.whole)]
        begin, end = words[0].number - self.first, words[-1].number - self.first
        return self.whole[places[begin][0] : places[end][1]]


def lines(document: Document, page: int | None) -> list[Line]:
    """The lines of a page, or the paragraphs of a paper without pages: all that words can be chosen from."""
    found = page_words(document, page) if page else []
    if found:
        return list(_numbered(Line([Word(0, word["text"], word["box"]) for word in line]) for line in found))
    kept = document.pages.filter(number=page).first()
    if kept is None:
        return []
    numbers = [*kept.numbers, *[None] * (len(kept.paragraphs) - len(kept.numbers))]
    paragraphs = zip(kept.paragraphs, numbers, strict=False)
    return list(_numbered(_paragraph(text, number) for text, number in paragraphs if text.strip()))


def _paragraph(text: str, number: int | None) -> Line:
    return Line([Word(0, word, []) for word in _WORD.findall(text)], text, number)


def _numbered(found: Iterable[Line]) -> Iterator[Line]:
    """The lines with their words numbered through."""
    count = 0
    for line in found:
        words = [replace(word, number=count + at) for at, word in enumerate(line.words)]
        count += len(words)
        yield replace(line, words=words)


def source(page: int | None, found: Sequence[Line], first: int, last: int) -> dict[str, Any]:
    """The words from ``first`` to ``last`` as a record keeps its source: a line of the quote and a box for each line.

    Empty where there are no such words.
    """
    parts = [(line, words) for line in found if (words := line.between(first, last))]
    if not parts:
        return {}
    quote = "\n".join(line.verbatim(words) for line, words in parts)
    boxes = [_around([word.box for word in words]) for _, words in parts if words[0].box]
    return {"page": page, "paragraph": parts[0][0].number, "quote": quote, "boxes": boxes, "quote_rest": []}


def item_at(meeting: Meeting, chosen: dict[str, Any]) -> AgendaItem | None:
    """The item under which chosen words stand: the last one that begins before them."""
    here = _place(chosen)
    if here is None:
        return None
    items = [(place, item) for item in AgendaItem.objects.filter(meeting=meeting) if (place := _place(vars(item)))]
    return max((one for one in items if one[0] <= here), key=lambda one: one[0], default=(None, None))[1]


def _place(source: Mapping[str, Any]) -> tuple[float, float] | None:
    """Where words stand in a paper; None where that is not known."""
    if source.get("boxes"):
        return source["page"] or 0, source["boxes"][0][1]
    return (0, source["paragraph"]) if source.get("paragraph") else None


def _around(boxes: list[list[float]]) -> list[float]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return [min(left), min(top), max(right), max(bottom)]
