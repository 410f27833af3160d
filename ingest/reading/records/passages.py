"""A section's blocks in one stream, table cells included, with what stands around each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.reading.language.pipeline import sentences
from ingest.reading.model import ACTION_COLUMN, Block, Paper, Quote, Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of words. ``cell`` tells the cells of tables apart (None outside tables)."""

    block: Block
    cell: tuple[int, int, int] | None = None

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def is_entry(self) -> bool:
        return self.block.kind == "entry" or bool(self.block.marker)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one passage: ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def quote(self) -> Quote:
        return self.passage.block.quote(self.start, self.end)

    def trimmed(self, start: int = 0, end: int | None = None) -> Words:
        """A part of these words without white space around it; offsets count from their start."""
        stop = self.end if end is None else self.start + end
        low = self.start + start
        text = self.passage.text
        while low < stop and text[low].isspace():
            low += 1
        while stop > low and text[stop - 1].isspace():
            stop -= 1
        return replace(self, start=low, end=stop)


_BUSINESS = re.compile(
    r"(?:no\.?|(?:agenda\s+)?items?|minute|subject|title|(?:summary\s+of\s+)?(?:key\s+)?decisions?|page|"
    r"actions?(?:\s+(?:by|points?|required|agreed))?|by\s+wh(?:om|en)|due(?:\s+date)?|deadline)",
    re.IGNORECASE,
)


def is_business(block: Block) -> bool:
    """Whether a table is one of items and decisions or of actions ("No | Item | By whom | By when"), by its header."""
    header = [text for cell in block.rows[0] if (text := cell.text.strip())] if block.rows else []
    return len(header) > 1 and sum(bool(_BUSINESS.fullmatch(text)) for text in header) * 2 > len(header)


def parts(paper: Paper) -> list[tuple[int | None, Section]]:
    """The items with their indices; a paper without any is one part, and its records have no item."""
    if paper.sections:
        return list(enumerate(paper.sections))
    return [(None, Section(None, "", (), (*paper.front, *paper.tail)))]


def everything(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every paragraph, those in tables too."""
    for block in blocks:
        if block.kind != "table":
            yield block
        for row in block.rows:
            for cell in row:
                yield from everything(cell.blocks)


def passages(section: Section) -> tuple[Passage, ...]:
    """All words of a section in reading order; a paragraph that goes on in the next block is one again.

    What stands in a column or a margin of names is no part of them.
    """
    whole: list[Passage] = []
    for passage in stream(block for block in section.blocks if block.style != ACTION_COLUMN):
        if whole and _goes_on(whole[-1], passage):
            whole[-1] = replace(whole[-1], block=_joined(whole[-1].block, passage.block))
        else:
            whole.append(passage)
    return tuple(whole)


def _goes_on(last: Passage, passage: Passage) -> bool:
    """Whether a block begins in the middle of the sentence before it, as after a page break."""
    if passage.is_entry or passage.cell != last.cell or "heading" in (passage.block.kind, last.block.kind):
        return False
    if last.text.endswith(",") and passage.cell is None and not passage.text[:1].isdigit():
        return True
    cut = not re.search(r"(?:[.:;!?…”\")\]]|:[-–—])\s*(?:(?<=;)\s*(?:and|or)\s*)?$|;\s*(?:and|or)\s*$", last.text)
    return cut and bool(re.match(r"[a-z]", passage.text) or re.search(r"\b(?:the|of|and|to|a|an|for|by)$", last.text))


def _joined(one: Block, other: Block) -> Block:
    start = len(one.text) + 1
    pieces = tuple(replace(piece, start=piece.start + start) for piece in other.pieces)
    return replace(one, text=f"{one.text} {other.text}", pieces=(*one.pieces, *pieces))


def stream(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The blocks, and in place of each table the blocks of its cells."""
    for place, block in enumerate(blocks):
        if block.kind != "table":
            if block.text.strip():
                yield Passage(block)
            continue
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                for inner in stream(cell.blocks):
                    yield replace(inner, cell=(place, row, column))


def sentences_of(passage: Passage) -> list[Words]:
    """The sentences of a passage."""
    return [Words(passage, start, end) for start, end in _ends(passage.text)]


@lru_cache(maxsize=512)  # several rooms ask for the same paragraph in turn
def _ends(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(part for start, end in sentences(text) for part in _at_markers(text, start, end))


# "… was mended. b. The hedge …": entries of a list that run on in one paragraph
_MARKED = re.compile(
    r"(?<=[.;:!?)*”])\s+(?=\(?(?:[a-z]|[ivx]{1,4})[.)]\s+[A-Z‘“])|"
    # figures have no full stop: "Two rakes £ 45.50 All Members approved it."
    r"(?<=\d)\s+(?=(?:The|All)\s+(?:Councillors|Members|Committee|Panel|Board|Council)\s+(?:agreed|resolved|approved)\b)"
)


def _at_markers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut where an entry of a list begins in the middle of a line."""
    for mark in _MARKED.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


_OPENING, _CLOSING = "“„", "”"


def in_quotation(text: str, place: int) -> bool:
    """Whether a place stands within quotation marks: what is quoted was said or decided elsewhere."""
    before = text[:place]
    opened = max(before.rfind(mark) for mark in _OPENING)
    if opened > max(before.rfind(mark) for mark in _CLOSING):
        return True
    return before.count('"') % 2 == 1 and '"' in text[place:]


_WORD = re.compile(r"[a-z0-9£%']+")


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    left, right = _bag(one), _bag(other)
    total = sum(left.values()) + sum(right.values())
    shared = sum(min(count, right.get(word, 0)) for word, count in left.items())
    return 2 * shared / total if total else 1.0


def covered(one: str, other: str) -> float:
    """The share of the first text's words that the other has too, 0 to 1."""
    left, right = _bag(one), _bag(other)
    shared = sum(min(count, right.get(word, 0)) for word, count in left.items())
    return shared / sum(left.values()) if left else 1.0


def _bag(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.lower().replace("’", "'")):
        counts[word] = counts.get(word, 0) + 1
    return counts
