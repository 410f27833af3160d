"""Ruling lines of a table that is drawn inside another's cell, where both touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.reading.model import Box

_INSET = 2.0  # points: an inner table keeps so far from its cell's edges
_MOST = 0.97  # a line that covers so much of a width or height covers all of it


def parted(boxes: Sequence[Box], around: Box) -> tuple[list[Box], list[list[Box]]]:
    """A table's own lines, and those of the tables inside its cells, one list for each."""
    level = [box for box in boxes if box.right - box.left >= box.bottom - box.top]
    upright = [box for box in boxes if box.right - box.left < box.bottom - box.top]
    inner: list[list[Box]] = []
    for cell in _cells(level, upright, around):
        across = [box for box in level if _inside(box, cell)]
        down = [box for box in upright if _inside(box, cell)]
        if len({round(box.left / 3) for box in down}) >= 3 and across:
            inner.append(across + down)
    taken = {box for group in inner for box in group}
    return [box for box in boxes if box not in taken], inner


def _inside(box: Box, cell: Box) -> bool:
    """Whether a line keeps away from both sides of a cell."""
    return (
        cell.left + _INSET < box.left
        and box.right < cell.right - _INSET
        and cell.top - 1 <= box.top
        and box.bottom <= cell.bottom + 1
    )


def _cells(level: Sequence[Box], upright: Sequence[Box], around: Box) -> Iterator[Box]:
    """The cells between lines that run all the way across, and then all the way down between two of those."""
    wide = _full({round(box.top) for box in level}, level, around)
    for top, bottom in pairwise(sorted({*wide, around.top, around.bottom})):
        if bottom - top < 12:
            continue
        edges = _high(upright, top, bottom)
        for left, right in pairwise(sorted({*edges, around.left, around.right})):
            if right - left > 40:
                yield Box(left, top, right, bottom)


def _full(heights: Iterable[int], level: Sequence[Box], around: Box) -> list[float]:
    """The heights at which lines, end to end, cover a table's width."""
    found: list[float] = []
    for height in heights:
        spans = sorted((box.left, box.right) for box in level if abs(box.top - height) <= 1.5)
        if _covered(spans) > _MOST * (around.right - around.left):
            found.append(float(height))
    return found


def _high(upright: Sequence[Box], top: float, bottom: float) -> list[float]:
    """The places at which lines, end to end, cover the height between two others."""
    found: list[float] = []
    for place in {round(box.left) for box in upright}:
        spans = sorted(
            (max(box.top, top), min(box.bottom, bottom))
            for box in upright
            if abs(box.left - place) <= 1.5 and box.bottom > top and box.top < bottom
        )
        if _covered(spans) > _MOST * (bottom - top) - 2:
            found.append(float(place))
    return found


def _covered(spans: Iterable[tuple[float, float]]) -> float:
    """How much stretches that come sorted cover together."""
    total, reach = 0.0, float("-inf")
    for low, high in spans:
        total += max(0.0, high - max(low, reach))
        reach = max(reach, high)
    return total
