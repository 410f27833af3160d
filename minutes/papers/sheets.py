"""The pages of a PDF as they are shown: a picture, the marked words on it, the records beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from minutes.checking.cards import Card
from minutes.models import Document, DocumentPage

AT_ONCE = 20  # pages on one web page

A4 = (595.0, 842.0)  # points
AROUND = 1.5  # points that a mark stands out around its words


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle in points from the page's top left corner, as SVG has it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Sheet:
    """One page. ``paragraphs`` are its words for those who do not see the picture."""

    number: int
    width: float
    height: float
    paragraphs: list[str]
    cards: list[Card] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def screen_of(page: int, count: int) -> range:
    """The pages that are shown together with ``page``, of ``count``.

    >>> screen_of(23, 30), screen_of(99, 30)
    (range(21, 31), range(21, 31))
    """
    inside = min(max(page, 1), max(count, 1))
    first = (inside - 1) // AT_ONCE * AT_ONCE + 1
    return range(first, min(first + AT_ONCE, count + 1))


def sheets(document: Document, screen: range, cards: Iterable[Card]) -> list[Sheet]:
    """The pages of a screen, with the records that begin on them. One query."""
    found = {page.number: _sheet(page) for page in document.pages.filter(number__in=screen)}
    for card in cards:
        if card.record.page in found:
            found[card.record.page].cards.append(card)
    return [found[number] for number in sorted(found)]


def mark(shown: Iterable[Sheet], card: Card) -> None:
    """Marks a record's words on the pages on which they stand."""
    by_number = {sheet.number: sheet for sheet in shown}
    for part in card.parts:
        if sheet := by_number.get(part["page"]):
            sheet.marks.extend(around(box) for box in part["boxes"])


def _sheet(page: DocumentPage) -> Sheet:
    return Sheet(page.number or 1, page.width or A4[0], page.height or A4[1], page.paragraphs)


def around(box: list[float]) -> Mark:
    """The mark of a box [left, top, right, bottom] in points."""
    left, top, right, bottom = box
    x, y = left - AROUND, top - AROUND
    return Mark(round(x, 2), round(y, 2), round(right - left + 2 * AROUND, 2), round(bottom - top + 2 * AROUND, 2))
