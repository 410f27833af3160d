"""The paragraphs of a paper without pages as they are shown: the marked words in them, the records beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from minutes.checking.cards import Card

AT_ONCE = 300  # paragraphs on one web page


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words; ``name`` is that of the record whose words they are ("action-12"), where that is told."""

    text: str
    marked: bool = False
    name: str = ""


@dataclass(slots=True)
class Passage:
    """One paragraph; ``number`` counts from 1, ``first`` is the number of its first word, from 0."""

    number: int
    segments: list[Segment]
    first: int = 0
    cards: list[Card] = field(default_factory=list)

    @property
    def is_marked(self) -> bool:
        return any(segment.marked for segment in self.segments)

    def mark(self, words: str, marked: bool = True, name: str = "") -> None:
        """Marks the words, or names them, where they first stand without that."""
        for index, segment in enumerate(self.segments):
            if not segment.marked and not segment.name and words in segment.text:
                before, after = segment.text.split(words, 1)
                cut = [Segment(before), Segment(words, marked, name), Segment(after)]
                self.segments[index : index + 1] = [piece for piece in cut if piece.text]
                return


class Places:
    """Finds the paragraph in which a quote stands.

    A quote counts the paragraphs of the file, empty ones too; we have those with words. Quotes that stand in one
    paragraph alone tell how the two counts go together, and so which one is meant by a quote that stands in many.
    """

    def __init__(self, paragraphs: Sequence[str], parts: Iterable[dict[str, Any]]) -> None:
        self.paragraphs = paragraphs
        known = {0: 0}
        for part in parts:
            found = self._candidates(part)
            if len(found) == 1 and part["paragraph"]:
                known[part["paragraph"]] = found[0] + 1
        self.known = sorted(known.items())

    def of(self, part: dict[str, Any]) -> int | None:
        """The index of the paragraph in which a part of a quote begins; None where its words are nowhere."""
        expected = self._expected(part["paragraph"] or 0)
        return min(self._candidates(part), key=lambda index: abs(index - expected), default=None)

    def _expected(self, counted: int) -> float:
        """Where between the two nearest known places the paragraph must be."""
        after = bisect_right(self.known, (counted, len(self.paragraphs)))
        there, here = self.known[after - 1]
        if after == len(self.known):
            return here - 1 + counted - there
        there_after, here_after = self.known[after]
        return here - 1 + (counted - there) * (here_after - here) / (there_after - there)

    def _candidates(self, part: dict[str, Any]) -> list[int]:
        first = next(iter(lines(part)), "")
        return [index for index, paragraph in enumerate(self.paragraphs) if first and first in paragraph]


def lines(part: dict[str, Any]) -> list[str]:
    return [line.strip() for line in part["text"].split("\n") if line.strip()]


def passages(
    paragraphs: Sequence[str], cards: Sequence[Card], name_all: bool = False
) -> tuple[list[Passage], list[Card]]:
    """The paragraphs with the records that begin in them and the marked words; and the records that stand nowhere.

    With ``name_all`` the words of every record carry its name; those of earlier cards where they overlap.
    """
    shown = _unmarked(paragraphs)
    places = Places(paragraphs, [part for card in cards for part in card.parts[:1]])
    elsewhere = []
    for card in cards:
        parts = card.parts
        place = places.of(parts[0]) if parts else None
        if place is None:
            elsewhere.append(card)
            continue
        shown[place].cards.append(card)
        if card.marked or name_all:
            _mark(shown, places, parts, card.marked, card.mark if name_all else "")
    return shown, elsewhere


def _unmarked(paragraphs: Sequence[str]) -> list[Passage]:
    before = accumulate((len(text.split()) for text in paragraphs), initial=0)
    words = zip(paragraphs, before, strict=False)
    return [Passage(number, [Segment(text)], first) for number, (text, first) in enumerate(words, 1)]


def with_words_marked(paragraphs: Sequence[str], parts: list[dict[str, Any]]) -> list[Passage]:
    """A page's paragraphs with the words of these parts of a quote marked."""
    shown = _unmarked(paragraphs)
    _mark(shown, Places(paragraphs, parts), parts)
    return shown


def _mark(
    shown: list[Passage], places: Places, parts: list[dict[str, Any]], marked: bool = True, name: str = ""
) -> None:
    for index, line in _lines_with_places(places, parts):
        following = shown[index : index + 40]  # a quote's lines stand close together
        if passage := next((one for one in following if any(line in part.text for part in one.segments)), None):
            passage.mark(line, marked, name)


def _lines_with_places(places: Places, parts: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    for part in parts:
        if (place := places.of(part)) is not None:
            yield from ((place, line) for line in lines(part))


def screen_of(shown: Sequence[Passage], number: int) -> list[Passage]:
    """The paragraphs that are shown together with paragraph ``number``."""
    first = (min(max(number, 1), max(len(shown), 1)) - 1) // AT_ONCE * AT_ONCE
    return list(shown[first : first + AT_ONCE])
