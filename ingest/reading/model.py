"""What travels through reading: from positioned words to records.

Everything here is frozen and plain: no Django, no PDF library, no spaCy. Lengths are points (1/72 inch),
measured from the top left corner of a page; pages count from 1, paragraphs from 1.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


# --- pages and lines: what a PDF's source gives to the layout ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Words that were set together: one font, no gap wide enough to be a column's."""

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Spans that share a baseline, from left to right."""

    page: int
    box: Box
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words, with a space wherever there is white between two spans."""
        text = self.spans[0].text if self.spans else ""
        for last, span in pairwise(self.spans):
            apart = span.box.left - last.box.right > 0.12 * min(last.size, span.size)
            text += (" " if apart else "") + span.text
        return text


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line or the edge of a filled box: what tables are drawn with."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    scanned: bool = False  # shows something, but has no words
    problems: tuple[Problem, ...] = ()


# --- blocks: where PDF, Word and text meet ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """The document's own words and where they stand (W3C TextQuoteSelector with a page fragment).

    ``text`` is verbatim but for white space: lines are joined by a line feed, ligatures are spelt out.
    ``page`` is None for a format without pages; ``paragraph`` is None for a PDF. Words that go on over a page
    break are cut there, and ``rest`` has what stands on the next page.
    """

    text: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    paragraph: int | None = None
    rest: Quote | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one printed line inside a block's text: ``text`` stands there from ``start`` on.

    A hyphen that only broke the word over a line end is the last character of ``text`` and is not in the
    block's text (``hyphenated``).
    """

    text: str
    start: int
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    hyphenated: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table's row; its blocks are paragraphs and entries in reading order."""

    blocks: tuple[Block, ...] = ()
    spans: int = 1

    @property
    def text(self) -> str:
        return " ".join(block.marked_text for block in self.blocks)


BlockKind = Literal["heading", "paragraph", "entry", "table"]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list entry or a table, in reading order.

    ``text`` is for reading: lines joined, broken words mended, the entry's or heading's marker taken off.
    ``marker`` is the marker as printed ("1.", "(a)", "•", "HAC/23/54"), empty where there is none.
    ``indent`` is the left edge of the words after the marker, ``hang`` that of the marker; ``level`` its depth.
    ``gap`` is the white space above, in points (for text: blank lines times 12; for Word: paragraph spacing).
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...] = ()
    marker: str = ""
    level: int = 0
    hang: float = 0.0
    indent: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    align: Align = "left"
    style: str = ""
    gap: float = 0.0
    rows: tuple[tuple[Cell, ...], ...] = ()
    header: bool = False  # a table whose first row is its header

    @property
    def marked_text(self) -> str:
        """The text with its marker in front, as a person reads it."""
        return f"{self.marker} {self.text}".strip()

    @property
    def page(self) -> int | None:
        return self.pieces[0].page if self.pieces else None

    def part(self, start: int, end: int | None = None) -> Block:
        """The block of ``text[start:end]`` alone, as it looks; it keeps the marker where it keeps the beginning."""
        stop = len(self.text) if end is None else end
        cut = tuple(part for piece in self.pieces if (part := _part(piece, start, stop)))
        pieces = tuple(replace(part, start=max(0, part.start - start)) for part in cut)
        kind: BlockKind = "paragraph" if start else self.kind
        return replace(self, kind=kind, text=self.text[start:stop], pieces=pieces, marker="" if start else self.marker)

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The verbatim words behind ``text[start:end]``, with page and boxes.

        Raises ValueError where no words stand behind the range.
        """
        stop = len(self.text) if end is None else end
        parts = [part for piece in self.pieces if (part := _part(piece, start, stop))]
        if not parts:
            raise ValueError(f"no words behind {start}:{stop}")
        return _join(parts)


def _part(piece: Piece, start: int, stop: int) -> Piece | None:
    """The part of a piece inside start:stop of its block's text, with its share of the box."""
    length = len(piece.text) - piece.hyphenated
    low, high = max(0, start - piece.start), min(length, stop - piece.start)
    if low >= high:
        return None
    whole_end = high == length
    words = piece.text[low:] if whole_end else piece.text[low:high]
    box = piece.box
    if box is not None and (low > 0 or not whole_end):
        width = (box.right - box.left) / max(1, len(piece.text))
        right = box.right if whole_end else box.left + width * high
        box = Box(box.left + width * low, box.top, right, box.bottom)
    hyphenated = piece.hyphenated and whole_end
    return Piece(words, piece.start + low, piece.page, box, piece.paragraph, hyphenated, piece.bold, piece.italic)


def _join(parts: list[Piece]) -> Quote:
    """One quote a page (or one in all where there are no pages), chained in order."""
    first = parts[0].page
    here = []
    for part in parts:
        if part.page != first:
            break
        here.append(part)
    after = parts[len(here) :]
    return Quote(
        text=_printed(here),
        page=first,
        boxes=tuple(part.box for part in here if part.box is not None),
        paragraph=here[0].paragraph,
        rest=_join(after) if after else None,
    )


def _printed(parts: list[Piece]) -> str:
    """The words of pieces, a line feed between printed lines."""
    text = parts[0].text.strip()
    for last, part in pairwise(parts):
        same = last.box is not None and part.box is not None and abs(last.box.bottom - part.box.bottom) < 3
        apart = " " if part.start > last.start + len(last.text) - last.hyphenated else ""
        text += (apart if same else "\n") + part.text.strip()
    return text


# --- sections: the paper taken apart ----------------------------------------------------------------------------

Kind = Literal["minutes", "briefing_notes", "portfolio_report"]


@dataclass(frozen=True, slots=True)
class Section:
    """An agenda item (or a numbered section of a report, or a heading of notes) with what stands under it.

    ``number`` is as printed without a final stop; None in papers without numbers.
    """

    number: str | None
    title: str
    heading: tuple[Block, ...]  # the blocks the title was read from; more than one for a side heading over a page
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document taken apart: what stands before the first item, the items, what stands after the last.

    ``running`` are headers and footers that repeat, out of the flow. ``kind`` is None where the document is
    none of the three kinds.
    """

    kind: Kind | None
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    tail: tuple[Block, ...] = ()
    running: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- records ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader is unsure of, in a sentence for an officer; ``field`` names the value, None the whole record."""

    sentence: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the document or with its reading, in a sentence for an officer."""

    sentence: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    date: dt.date | None = None
    time: dt.time | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRead:
    """The meeting itself. ``quotes`` has the source of each value by the name of its field."""

    kind: Kind | None = None
    council: str | None = None
    committee: str | None = None
    title: str | None = None
    date: dt.date | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    next_meeting: NextMeeting | None = None
    signatory: str | None = None
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


Role = Literal["chair", "vice_chair", "member", "substitute", "co_opted", "cabinet_member", "officer", "guest"]
Status = Literal["present", "apologies", "absent"]


@dataclass(frozen=True, slots=True)
class AttendeeRead:
    """One person under the fullest name of the paper. ``forms`` are the other names it is printed under.

    ``items`` are the indices of the items that the person came for; ``note`` is what the paper says of arrival,
    departure or remote attendance, verbatim.
    """

    name: str
    role: Role | None
    status: Status
    quote: Quote
    position: str | None = None
    replaces: str | None = None
    forms: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    note: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItemRead:
    """``text`` is what stands under the heading, paragraphs joined by a blank line."""

    number: str | None
    title: str
    quote: Quote
    text: str = ""
    doubts: tuple[Doubt, ...] = ()


Decision = Literal["approved", "noted", "recommended", "requested", "agreed"]


@dataclass(frozen=True, slots=True)
class ResolutionRead:
    """One clause of a decision. ``item`` is an index into the items; ``recipient`` whom a recommendation is made to.

    ``stem`` are the words that the clause shares with those beside it ("That the Head of Parks be asked to").
    """

    item: int | None
    number: str | None
    text: str
    decision: Decision | None
    quote: Quote
    recipient: str | None = None
    doubts: tuple[Doubt, ...] = ()
    stem: str = ""


@dataclass(frozen=True, slots=True)
class ActionRead:
    """Something to be done after the meeting. ``resolution`` is an index into the resolutions.

    ``owner`` is a full name where the paper allows, else a post or a body; ``due_printed`` the words that ``due``
    was worked out from.
    """

    item: int | None
    text: str
    quote: Quote
    owner: str | None = None
    owner_printed: str | None = None
    due: dt.date | None = None
    due_printed: str | None = None
    resolution: int | None = None
    doubts: tuple[Doubt, ...] = ()


InterestKind = Literal["pecuniary", "non_pecuniary", "unspecified", "party_whip"]


@dataclass(frozen=True, slots=True)
class InterestRead:
    """A declaration. ``item`` is the item that it concerns; ``declared_under`` the one it is printed under."""

    name: str
    kind: InterestKind
    item: int | None
    description: str | None
    quote: Quote
    kind_printed: str | None = None
    declared_under: int | None = None
    left_the_room: bool | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRead:
    """A row of a performance table: ``values`` stand under ``periods``, both as printed, in the columns' order."""

    name: str
    target: str | None
    values: tuple[str, ...]
    quote: Quote
    periods: tuple[str, ...] = ()
    commentary: str | None = None
    item: int | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page's words for search and for looking at; for a Word or text file the paragraphs, ``number`` None."""

    number: int | None
    paragraphs: tuple[str, ...]
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class MinutesRead:
    """All that was read in one document."""

    meeting: MeetingRead
    attendees: tuple[AttendeeRead, ...] = ()
    items: tuple[AgendaItemRead, ...] = ()
    resolutions: tuple[ResolutionRead, ...] = ()
    actions: tuple[ActionRead, ...] = ()
    interests: tuple[InterestRead, ...] = ()
    indicators: tuple[IndicatorRead, ...] = ()
    pages: tuple[PageRead, ...] = ()
    problems: tuple[Problem, ...] = ()
    media_type: str = ""
    scanned: bool = False


class Unreadable(Exception):
    """A document that cannot be read. ``sentence`` tells an officer why and what to do; ``code`` names the reason."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Progress(Protocol):
    """Is told how a reading comes on: pages done, pages in all, and how many of them are read from pictures.

    ``scanned`` is given, by its name, for papers that have such pages alone: they take a hundred times as long.
    """

    def __call__(self, done: int, total: int, *, scanned: int = 0) -> None: ...
