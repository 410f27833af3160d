"""Pages set in two columns of running text, as newspapers are: the left is read to its end before the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.reading.layout import strips
from ingest.reading.layout.parts import Flow
from ingest.reading.model import Line

_SAME = 2  # points: lines that begin so near each other begin at one edge
_WHITE = 6.0  # points: the least white between the columns
_MIDDLE = (0.35, 0.65)  # where the right column begins, as a share of the text's width
_LINES = 8  # lines that each column has at the least, on one page
_WRAPPED = 0.25  # the share of lines that begin in the middle of a sentence, in each column


def edge(pages: Sequence[Sequence[Line]]) -> int | None:
    """Where the right column begins on the pages of a paper that is set in two; None where none is."""
    found = Counter(place for lines in pages if _may_be(lines) and (place := _edge(_strips(lines))) is not None)
    return found.most_common(1)[0][0] if found else None


def in_order(lines: Sequence[Line], place: int) -> list[list[Line] | Flow] | None:
    """A page's words in reading order: rows over both columns, the left column, the right one, rows below them.

    None where words run across from one column into the other in between.
    """
    parts = _strips(lines)
    right = [part for part in parts if part.box.left >= place - _SAME]
    left = [part for part in parts if part.box.right <= place - _WHITE]
    across = [part for part in parts if part.box.left < place - _SAME and part.box.right > place - _WHITE]
    if len(right) < 2 or not left:
        return None
    top = min(part.box.top for part in right)
    bottom = max(max(part.box.bottom for part in right), max(part.box.bottom for part in left))
    if any(top < (part.box.top + part.box.bottom) / 2 < bottom for part in across):
        return None
    above = [part for part in across if part.box.top < top]
    first = [part for part in left if not above or part.box.top > above[-1].box.top]
    over = sorted([*above, *(part for part in left if part not in first)], key=lambda part: part.box.top)
    below = [part for part in across if part.box.top >= top]
    ends = max(part.box.right for part in left)
    return [*([part] for part in over), Flow(first, ends), Flow(right), *([part] for part in below)]


def _may_be(lines: Sequence[Line]) -> bool:
    """Do many words begin at one edge near the middle? Looked for first, being quicker."""
    if len(lines) < _LINES:
        return False
    low, high = min(line.box.left for line in lines), max(line.box.right for line in lines)
    first, last = (low + share * (high - low) for share in _MIDDLE)
    lefts = Counter(round(line.spans[-1].box.left) for line in lines if first < line.spans[-1].box.left < last)
    return bool(lefts) and lefts.most_common(1)[0][1] >= _LINES


def _strips(lines: Sequence[Line]) -> list[Line]:
    return [part for line in lines for part in strips.strips(line)]


def _edge(parts: Sequence[Line]) -> int | None:
    """Where a page's right column begins, if it has two of running text."""
    if len(parts) < 2 * _LINES:
        return None
    low, high = min(part.box.left for part in parts), max(part.box.right for part in parts)
    between = [low + share * (high - low) for share in _MIDDLE]
    lefts = Counter(round(part.box.left) for part in parts if between[0] < part.box.left < between[1])
    if not lefts:
        return None
    place, _ = lefts.most_common(1)[0]
    right = [part for part in parts if abs(part.box.left - place) <= _SAME]
    top, bottom = min(part.box.top for part in right), max(part.box.bottom for part in right)
    others = [part for part in parts if part.box.left < place - _SAME]
    if any(part.box.right > place - _WHITE and top < part.box.bottom <= bottom + 1 for part in others):
        return None
    left = [part for part in others if part.box.right <= place - _WHITE]
    return place if _running_text(left) and _running_text(right) else None


def _running_text(column: Sequence[Line]) -> bool:
    return len(column) >= _LINES and sum(line.text[:1].islower() for line in column) >= _WRAPPED * len(column)
