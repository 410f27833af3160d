"""Pages and lines: what a PDF's source gives to the layout."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.model.said import Problem


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


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
    """Spans that share a baseline, from left to right.

    ``artifact`` is True where the document itself says that they are no part of its text: a header, a page number.
    """

    page: int
    box: Box
    spans: tuple[Span, ...]
    artifact: bool = False

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
    """A page as it is read. ``turn`` is the direction in degrees in which its words run on the page as it is shown:
    where that is not 0, the page was turned to be read, its width, height, lines and rules with it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    scanned: bool = False  # shows something, but has no words
    problems: tuple[Problem, ...] = ()
    turn: int = 0
