"""The part of a paper that stands beside a record: a page's picture with all records' words marked, or paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes.checking.beside import Row
from minutes.checking.cards import Card
from minutes.models import Document
from minutes.papers import awaited, passages, sheets
from minutes.papers.page_images import PDF
from minutes.papers.passages import Passage
from minutes.papers.sheets import Mark


@dataclass(frozen=True, slots=True)
class Highlight:
    """A record's words on one page; ``name`` stands for the record in addresses."""

    name: str
    chosen: bool
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Leaf:
    """``number`` and ``count`` are of pages, 0 for a paper without; ``pictured`` says whether the page can be drawn.

    ``words`` are the page's paragraphs, those of the chosen record marked.
    """

    document: Document
    words: list[Passage]
    number: int = 0
    count: int = 0
    width: float = 0
    height: float = 0
    pictured: bool = False
    highlights: list[Highlight] = field(default_factory=list)

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1 if self.number < self.count else 0


def leaf(document: Document, rows: Sequence[Row], chosen: Card, number: int | None) -> Leaf | None:
    """Page ``number`` (otherwise the chosen record's) of a paper; None where nothing of it can be shown. One query."""
    if not document.page_count:
        return _of_paragraphs(document, rows, chosen)
    wanted = min(max(number or chosen.record.page or 1, 1), document.page_count)
    awaited.send_for(document, [one for one in (wanted, wanted + 1) if one <= document.page_count])
    shown = sheets.sheets(document, range(wanted, wanted + 1), ())
    if not shown:
        return None
    here = shown[0]
    return Leaf(
        document,
        passages.with_words_marked(here.paragraphs, [part for part in chosen.parts if part["page"] == wanted]),
        wanted,
        document.page_count,
        here.width,
        here.height,
        document.media_type == PDF,
        _highlights(rows, chosen, wanted),
    )


def _of_paragraphs(document: Document, rows: Sequence[Row], chosen: Card) -> Leaf | None:
    whole = document.pages.first()
    if whole is None or not whole.paragraphs:
        return None
    cards = sorted(_marked(rows, chosen), key=lambda card: not card.marked)
    shown, _ = passages.passages(whole.paragraphs, cards, name_all=True)
    marked_at = next((passage.number for passage in shown if passage.is_marked), 1)
    return Leaf(document, passages.screen_of(shown, marked_at))


def _highlights(rows: Sequence[Row], chosen: Card, number: int) -> list[Highlight]:
    """The words of all records on a page; the chosen one's last, so that they lie on top."""
    return [
        Highlight(card.mark, card.marked, marks)
        for card in sorted(_marked(rows, chosen), key=lambda card: card.marked)
        if (marks := [sheets.around(box) for part in card.parts if part["page"] == number for box in part["boxes"]])
    ]


def _marked(rows: Sequence[Row], chosen: Card) -> list[Row]:
    return [replace(row, marked=row.mark == chosen.mark) for row in rows]
