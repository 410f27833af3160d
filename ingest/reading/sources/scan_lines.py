"""Words with their boxes to lines: straightened, their size and weight judged by the shape of their letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reading.language.spaced import unspaced
from ingest.reading.model import Box, Line, Page, Span
from ingest.reading.sources.scan_words import Word

# Shares of an em in the faces that councils print in: between Arial's and Times New Roman's.
_TALL, _LOW, _BELOW = 0.71, 0.51, 0.21
_ASCENT, _DESCENT = 0.78, 0.22  # as every line's box is made, whatever its font
_TALL_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhijklt0123456789()[]/“”‘’'\"?!&£%")
_DEEP_LETTERS = frozenset("gjpqy()[],;/Q")
_BOLD = 1.28  # times the usual thickness; a bold face's strokes are 1.5 to 1.7 times its regular one's
_LIKE_TEXT = 0.16  # sizes that differ by so little from the text's are the text's
_SAME_BASE = 0.35  # ems
_WIDE = 0.55  # ems: a gap that may be a column's
_LONG = 0.25  # of a page's width: lines that are long enough to tell how a page leans


class Usual(NamedTuple):
    """What most words of a scan are like: their size in points, and their strokes' thickness in ems."""

    size: float
    stem: float

    @classmethod
    def of(cls, pages: Iterable[tuple[Sequence[Word], float]]) -> Usual:
        """``pages`` are the words of each page and its dots a point."""
        sizes, stems = [], []
        for words, scale in pages:
            for word in words:
                if _telling(word):
                    em = _em(word)
                    sizes += [em / scale] * len(word.text)
                    stems += [word.stem / em] * len(word.text)
        return cls(median(sizes), median(stems)) if sizes else cls(11.0, 0.09)


def _telling(word: Word) -> bool:
    """Whether a word's box tells its size."""
    return sum(letter.isalnum() for letter in word.text) >= 2


def _em(word: Word) -> float:
    """A word's size in dots, by which letters it has: x is lower than X, and p goes below the line."""
    letters = set(word.text)
    share = (_TALL if letters & _TALL_LETTERS else _LOW) + (_BELOW if letters & _DEEP_LETTERS else 0.0)
    return max(1.0, (word.box.bottom - word.box.top) / share)


def _base(word: Word) -> float:
    """Where a word's baseline is, in dots."""
    return word.box.bottom - (_BELOW * _em(word) if set(word.text) & _DEEP_LETTERS else 0.0)


def lines_of(words: Sequence[Word], page: Page, scale: float, usual: Usual) -> tuple[tuple[Line, ...], float]:
    """The lines of a page from top to bottom, in points, and how the page leans: points down for each to the right."""
    found: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        found.setdefault(word.line, []).append(word)
    slope = _slope(found.values(), page.width * scale)
    rows: list[_Row] = []
    for row in sorted((_row(line, page, scale, slope, usual) for line in found.values()), key=lambda row: row.base):
        beside = next((other for other in reversed(rows[-4:]) if _one_line(other, row)), None)
        if beside is None:
            rows.append(row)
        else:
            rows[rows.index(beside)] = _row([*beside.words, *row.words], page, scale, slope, usual)
    return tuple(_line(row, page, scale, usual) for row in rows), slope


def _slope(lines: Iterable[Sequence[Word]], width: float) -> float:
    """How much lower a line ends than it begins, for each dot to the right; by the middle one of the long lines."""
    slopes = []
    for line in lines:
        first, last = line[0], line[-1]
        along = last.box.left - first.box.left
        if along > _LONG * width and _telling(first) and _telling(last):
            slopes.append((_base(last) - _base(first)) / along)
    return median(slopes) if len(slopes) >= 3 else 0.0


def straightened(box: Box, page: Page, scale: float, slope: float) -> Box:
    """A box in points, put where it would be had the page not leant; thin boxes lose what leaning added to them."""
    left, top, right, bottom = (value / scale for value in box)
    lean = slope * ((left + right) / 2 - page.width / 2)
    thick = min(bottom - top, max(0.5, bottom - top - abs(slope) * (right - left)))
    middle = (top + bottom) / 2 - lean
    return Box(left, middle - thick / 2, right, middle + thick / 2)


class _Row(NamedTuple):
    """Words on one baseline, ``base`` in points from the top, as it would be had the page not leant."""

    words: list[Word]
    base: float
    size: float


def _row(words: list[Word], page: Page, scale: float, slope: float, usual: Usual) -> _Row:
    telling = [word for word in words if _telling(word)] or words
    bases = [_base(word) / scale - slope * (word.box.left / scale - page.width / 2) for word in telling]
    return _Row(words, median(bases), _size(telling, scale, usual))


def _size(words: Sequence[Word], scale: float, usual: Usual) -> float:
    """The size of words in points: the text's where it is nearly that, else to the half point."""
    size = median([_em(word) / scale for word in words for _ in word.text])
    return usual.size if abs(size - usual.size) <= _LIKE_TEXT * usual.size else max(4.0, round(size * 2) / 2)


def _one_line(above: _Row, row: _Row) -> bool:
    """Whether two of Tesseract's lines are parts of one: on one baseline, and neither over the other."""
    if abs(above.base - row.base) > _SAME_BASE * min(above.size, row.size):
        return False
    return all(
        word.box.right <= other.box.left or word.box.left >= other.box.right
        for word in row.words
        for other in above.words
    )


def _line(row: _Row, page: Page, scale: float, usual: Usual) -> Line:
    words = sorted(row.words, key=lambda word: word.box.left)
    parts: list[list[tuple[Word, bool]]] = []
    last: tuple[Word, bool] | None = None
    for word, bold in zip(words, _bold(words, usual, row.size * scale), strict=True):
        apart = last is None or (word.box.left - last[0].box.right) / scale > _WIDE * row.size or bold != last[1]
        if apart:
            parts.append([])
        parts[-1].append((word, bold))
        last = word, bold
    spans = tuple(_span([word for word, _ in part], part[0][1], row, scale) for part in parts)
    box = spans[0].box._replace(right=max(span.box.right for span in spans))
    return Line(page.number, box, spans)


def _span(words: Sequence[Word], bold: bool, row: _Row, scale: float) -> Span:
    box = Box(
        words[0].box.left / scale,
        row.base - _ASCENT * row.size,
        max(word.box.right for word in words) / scale,
        row.base + _DESCENT * row.size,
    )
    return Span(unspaced(" ".join(word.text for word in words)), box, row.size, bold)


def _bold(words: Sequence[Word], usual: Usual, em: float) -> list[bool]:
    """Which words of a line are bold. Marks and single letters go with the word before them, or with the next."""
    found: list[bool | None] = [word.stem > _BOLD * usual.stem * em if _telling(word) else None for word in words]
    letters = Counter({True: 0, False: 0})
    for word, bold in zip(words, found, strict=True):
        if bold is not None:
            letters[bold] += len(word.text)
    if letters[True] > 6 * letters[False]:
        return [True] * len(words)
    if letters[False] > 6 * letters[True] and found[0] is not True:
        return [False] * len(words)
    for index, (one, two) in enumerate(pairwise(found), 1):
        found[index] = one if two is None else two
    first = next((bold for bold in found if bold is not None), False)
    return [first if bold is None else bold for bold in found]
