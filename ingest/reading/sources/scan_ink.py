"""What a page's picture shows beside its words: how thick letters are, and ruling lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from ingest.reading.model import Box

Stroke = Box
"""A ruling line, in dots from the top left corner."""

_PAPER = 170  # of 255: lighter is paper, however grey the scanner made it
_DARK = 140  # of 255: darker is ink; a scanner's paper is above 200
_WORDLESS = 0.0001  # of a page's dots; a line of text has five times as many
_LONGEST_LETTER = 80  # dots: an em dash at 14 points has some 60
_THICKEST = 14  # dots: a ruling line of 3 points
_CELL = 4  # dots: lines are looked for in steps of a point
_LEAST = 120  # dots: half an inch
_BREAK = 24  # dots: so far apart, the parts of a broken line are one


def cleaned(image: Image.Image) -> Image.Image:
    """A grey picture with white paper."""
    return image.point([255 if level > _PAPER else level for level in range(256)])


def without(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A picture with some boxes painted over, and without specks."""
    rest = image.copy()
    brush = ImageDraw.Draw(rest)
    for left, top, right, bottom in boxes:
        brush.rectangle((left - 4, top - 4, right + 4, bottom + 4), fill=255)
    return rest.filter(ImageFilter.MedianFilter(3))


class Ink:
    """The dark dots of a page."""

    def __init__(self, image: Image.Image) -> None:
        """``image`` is grey, dark on light."""
        self._ink = image.point([255 if level < _DARK else 0 for level in range(256)])
        self._core = self._ink
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            self._core = ImageChops.darker(self._core, ImageChops.offset(self._ink, across, down))

    def stem(self, box: Box) -> float:
        """How thick the strokes in a box are, in dots: taking a dot off all around takes two off each stroke."""
        corners = tuple(map(round, box))
        ink = _count(self._ink.crop(corners))  # type: ignore[arg-type]
        core = _count(self._core.crop(corners))  # type: ignore[arg-type]
        return 2.0 * ink / (ink - core) if ink > core else 0.0

    def blank(self) -> bool:
        """Whether a page shows next to nothing: the back of a sheet, with specks and punched holes."""
        width, height = self._core.size
        inner = self._core.crop((width // 10, height // 20, width - width // 20, height - height // 20))
        return _count(inner) < _WORDLESS * width * height

    def dot_before(self, box: Box) -> Box | None:
        """The filled dot or square that stands alone before a line's first word, no further than four ems away."""
        em = (box.bottom - box.top) / 0.75
        left = max(0, round(box.left - 4 * em))
        corners = (left, round(box.top), round(box.left - 0.3 * em), round(box.bottom))
        part = self._core.crop(corners)
        found = part.getbbox()
        if found is None:
            return None
        width, height = found[2] - found[0], found[3] - found[1]
        filled = _count(part.crop(found)) / (width * height)
        if not (0.1 * em < width < 0.5 * em and 0.6 < width / height < 1.6 and filled > 0.6):
            return None
        dot = Box(left + found[0], corners[1] + found[1], left + found[2], corners[1] + found[3])
        return dot if box.left - dot.right > 0.5 * em and box.bottom - dot.bottom > 0.1 * em else None

    def rules(self) -> list[Stroke]:
        """Level and upright lines longer than any letter's stroke."""
        level = _long(self._ink)
        upright = [
            Box(box.top, box.left, box.bottom, box.right)
            for box in _long(self._ink.transpose(Image.Transpose.TRANSPOSE))
        ]
        return [*level, *upright]


def _count(part: Image.Image) -> int:
    return part.histogram()[255]


def _long(ink: Image.Image) -> list[Stroke]:
    """Lines from left to right: runs of ink, put together where a line is thick, leans or is broken."""
    cells = ink.reduce((_CELL, 1))
    width, _ = cells.size
    runs = []
    for match in re.finditer(rb"\xff{%d,}" % (_LONGEST_LETTER // _CELL), cells.tobytes()):
        row, left = divmod(match.start(), width)
        right = min(width, left + match.end() - match.start())
        runs.append(Box(left * _CELL, row, right * _CELL, row + 1))
    return [
        box
        for box in _joined(runs)
        if box.right - box.left >= _LEAST and box.bottom - box.top <= _THICKEST + 0.02 * (box.right - box.left)
    ]


def _joined(runs: Iterable[Box]) -> list[Box]:
    """Runs, from the top down, that touch or nearly touch in the same row or the next, as boxes around them."""
    done: list[Box] = []
    open_: list[tuple[Box, Box]] = []  # what was put together, and its last run
    for run in runs:
        still = []
        whole = run
        for box, last in open_:
            if run.top - last.bottom > 2:
                done.append(box)
            elif run.left - _BREAK <= last.right and last.left <= run.right + _BREAK:
                whole = Box(min(whole.left, box.left), min(whole.top, box.top), max(whole.right, box.right), run.bottom)
            else:
                still.append((box, last))
        open_ = [*still, (whole, run)]
    return [*done, *(box for box, _ in open_)]
