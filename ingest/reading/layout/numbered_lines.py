"""Numbers at the margin that count the lines of a page: no words of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reading.layout import strips
from ingest.reading.model import Line, Page

_FEWEST = 4  # numbers on a page that show that its lines are counted
_MOST = 4  # digits
_SHARE = 0.7  # how many of a page's lines the count runs over
_APART = 3.0  # points between a number and the text that it stands beside
_ALIKE = 4.0  # points: numbers so near above each other stand in one column


def without(pages: Sequence[Page]) -> list[Page]:
    """The pages without the numbers that count their lines, one by one or by fives, at the left edge."""
    found: list[Page] = []
    fewest = _FEWEST
    for page in pages:
        found.append(_without(page, fewest))
        if found[-1] is not page:
            fewest = 1  # a last page may be short
    return found


def _without(page: Page, fewest: int) -> Page:
    lines = [line for line in page.lines if not strips.turned(line)]
    counted = {place: int(line.spans[0].text) for place, line in enumerate(lines) if _may_count(line)}
    if len(counted) < fewest or not _counts(lines, counted):
        return page
    numbers = {id(lines[place]) for place in counted}
    kept = (line if id(line) not in numbers else _bare(line) for line in page.lines)
    return replace(page, lines=tuple(line for line in kept if line is not None))


def _may_count(line: Line) -> bool:
    first = line.spans[0]
    if not first.text.isdecimal() or len(first.text) > _MOST:
        return False
    return len(line.spans) == 1 or line.spans[1].box.left - first.box.right > _APART


def _counts(lines: Sequence[Line], counted: dict[int, int]) -> bool:
    """Do the numbers rise as the lines do, in a column left of all other words?"""
    places = sorted(counted)
    steps = [(after - before, counted[after] - counted[before]) for before, after in pairwise(places)]
    if sum(step == rise for step, rise in steps) < 0.9 * len(steps):
        return False
    if len(places) >= _FEWEST and counted[places[-1]] - counted[places[0]] < _SHARE * len(lines):
        return False  # a numbered list among other lines
    firsts = [lines[place].spans[0].box for place in places]
    aligned = min(
        max(box.right for box in firsts) - min(box.right for box in firsts),
        max(box.left for box in firsts) - min(box.left for box in firsts),
    )
    edge = max(box.right for box in firsts)
    others = [line.spans[0].box.left for place, line in enumerate(lines) if place not in counted]
    others += [lines[place].spans[1].box.left for place in places if len(lines[place].spans) > 1]
    return aligned <= _ALIKE and bool(others) and min(others) > edge


def _bare(line: Line) -> Line | None:
    """The line without its number; None where it had no words."""
    return strips.strip(line.spans[1:], line.page) if len(line.spans) > 1 else None
