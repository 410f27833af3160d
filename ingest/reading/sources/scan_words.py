"""Tesseract's table to words: what is dirt on the paper goes, and bullets are bullets again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ingest.reading.model import Box

CERTAIN = 50.0
"""Words of which Tesseract is less sure than this many in a hundred are said to be doubtful."""
_DIRT = 25.0  # so little is a speckle, a punched hole, the edge of the sheet; or a word nobody could read
_SEEN = 70.0  # what a second look must be sure of
_NEAR = 20  # heights of a word: how far a paragraph's number may stand from words whose box is good
_WORD_LEVEL = "5"
_COLUMNS = 12
# Tesseract may give both letters where the large and the small one look alike.
_BOTH = {f"({letter.upper()}{letter})": f"({letter})" for letter in "cosvwxz"}


class Word(NamedTuple):
    """A word and its box in dots from the top left corner; ``line`` names the line that Tesseract found it in.

    ``stem`` is how thick its strokes are, in dots.
    """

    text: str
    box: Box
    certainty: float
    line: tuple[int, int, int]
    stem: float = 0.0


def of_table(table: str) -> list[Word]:
    """The words of Tesseract's TSV in its order, without dirt."""
    return [word for word in _words(table) if not _dirt(word)]


def with_missed(words: Sequence[Word], missed: Iterable[Word]) -> list[Word]:
    """Words, and those of a second look that stand in a line with some of them: the number before a paragraph."""
    found = list(words)
    for index, word in enumerate(missed):
        if word.certainty < _SEEN or not any(map(str.isalnum, word.text)):
            continue
        beside = [other for other in words if _in_line(word, other)]
        if beside and not _squeezed(word, beside):
            found.append(word._replace(line=(-1, index, 0)))
    return found


def _squeezed(word: Word, beside: Iterable[Word]) -> bool:
    """Whether words stand close before and behind a word: it is the rest of one of them."""
    height = word.box.bottom - word.box.top
    before = any(abs(word.box.left - other.box.right) < height for other in beside)
    return before and any(abs(other.box.left - word.box.right) < height for other in beside)


def _in_line(word: Word, other: Word) -> bool:
    """Whether two words are about as high, beside each other and near: a page may lean."""
    height, others = word.box.bottom - word.box.top, other.box.bottom - other.box.top
    shared = min(word.box.bottom, other.box.bottom) - max(word.box.top, other.box.top)
    near = max(word.box.left - other.box.right, other.box.left - word.box.right) < _NEAR * others
    return near and shared > 0.7 * min(height, others) and 0.6 < height / others < 1.6


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines():
        values = row.split("\t")
        if len(values) != _COLUMNS or values[0] != _WORD_LEVEL or not values[11].strip():
            continue
        left, top, width, height = map(float, values[6:10])
        line = (int(values[2]), int(values[3]), int(values[4]))
        box = Box(left, top, left + width, top + height)
        text = values[11].strip()
        yield Word(_BOTH.get(text, text), box, float(values[10]), line)


def _dirt(word: Word) -> bool:
    """Whether this is no word: marks without a letter or digit, or one or two letters read in next to nothing."""
    letters = sum(letter.isalnum() for letter in word.text)
    if letters == 0:
        return word.certainty < CERTAIN or set(word.text) <= set("_|~=^`´")
    return letters <= 2 and word.certainty < _DIRT


# What Tesseract takes a filled or hollow dot for.
_DOTS = frozenset("e©®¢«»°·*¤o•●■▪▫+")


def with_bullets(words: Sequence[Word], dot_before: Callable[[Box], Box | None]) -> list[Word]:
    """Words with a dot for each that stands before a line: taken for a letter, or not seen at all.

    ``dot_before`` tells where the picture has a dot before a word's box.
    """
    heights: dict[tuple[int, int, int], float] = {}
    for word in words:
        heights[word.line] = max(heights.get(word.line, 0.0), word.box.bottom - word.box.top)
    found: list[Word] = []
    seen: set[tuple[int, int, int]] = set()
    for word, after in zip_longest(words, words[1:]):
        first = word.line not in seen
        seen.add(word.line)
        if first and _dot(word, after, heights[word.line]):
            word = word._replace(text="•", certainty=100.0)
        elif first and word.text != "•" and (dot := dot_before(word.box)) and not _taken(dot, words):
            found.append(Word("•", dot, 100.0, word.line))
        found.append(word)
    return found


def _dot(word: Word, after: Word | None, height: float) -> bool:
    """Whether a line's first word is a dot, in a line whose letters reach to ``height``."""
    if after is None or after.line != word.line or len(word.text) != 1 or word.text not in _DOTS:
        return False
    width = word.box.right - word.box.left
    apart = after.box.left - word.box.right > 0.5 * height
    return apart and word.box.bottom - word.box.top < 0.55 * height and width < 0.65 * height


def _taken(dot: Box, words: Iterable[Word]) -> bool:
    """Whether a dot is part of a word."""
    across, down = (dot.left + dot.right) / 2, (dot.top + dot.bottom) / 2
    return any(box.left <= across <= box.right and box.top <= down <= box.bottom for box in (w.box for w in words))


def letters(words: Iterable[Word]) -> int:
    """How many letters and digits words have."""
    return sum(letter.isalnum() for word in words for letter in word.text)


def doubted(words: Iterable[Word]) -> list[str]:
    """The words with letters or digits that are not certain, in order, each once."""
    unsure = (word.text for word in words if word.certainty < CERTAIN and any(letter.isalnum() for letter in word.text))
    return list(dict.fromkeys(unsure))
