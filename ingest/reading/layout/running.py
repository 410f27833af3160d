"""Headers, footers and page numbers: what stands at the same place at the edge of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.reading.layout import strips
from ingest.reading.model import Line, Page

_EDGE = 0.14
"""Running lines stand within this share of a page's height from its top or bottom."""
_DEEP = 5
_FOLIO = re.compile(r"[-–—]?\s*(?:page|tudalen|p\.?)?\s*\d{1,4}\s*(?:(?:of|o|/)\s*\d{1,4})?\s*[-–—]?$", re.IGNORECASE)

Key = tuple[str, int]


def parted(pages: Sequence[Page]) -> tuple[list[list[Line]], list[Line]]:
    """The lines of each page without the running ones, and the running ones of all pages."""
    repeated = _repeated(pages)
    flow: list[list[Line]] = []
    running: list[Line] = []
    for page in pages:
        edges = _running(page, repeated, 2 if len(pages) <= 6 else 3)
        turned = {id(line) for line in page.lines if strips.turned(line)}
        out = edges | turned | (_artifacts(page) if page.number > pages[0].number else set())
        flow.append([line for line in page.lines if id(line) not in out])
        running.extend(line for line in page.lines if id(line) in out)
    return flow, running


def _artifacts(page: Page) -> set[int]:
    """The lines at a page's edge that the document itself says are no part of its text.

    On the first page such lines may be the letterhead, which tells who met.
    """
    low, high = _EDGE * page.height, (1 - _EDGE) * page.height
    return {id(line) for line in page.lines if line.artifact and (line.box.top < low or line.box.bottom > high)}


def _key(line: Line) -> tuple[str, float]:
    return re.sub(r"\d+", "#", line.text).casefold(), line.box.bottom


def _edges(page: Page) -> Iterator[list[Line]]:
    """The lines near the top edge from the top down, and those near the bottom edge from the bottom up."""
    lines = [line for line in page.lines if not strips.turned(line)]
    yield [line for line in lines[:_DEEP] if line.box.top < _EDGE * page.height]
    yield [line for line in reversed(lines[-_DEEP:]) if line.box.bottom > (1 - _EDGE) * page.height]


def _repeated(pages: Sequence[Page]) -> Counter[Key]:
    """How many pages have a line with these words at this height (in steps of 4 points, each counted twice)."""
    counts: Counter[Key] = Counter()
    for page in pages:
        keys: set[Key] = set()
        for edge in _edges(page):
            for line in edge:
                text, bottom = _key(line)
                keys.update(((text, round(bottom / 4)), (text, round(bottom / 4 + 0.5))))
        counts.update(keys)
    return counts


def _running(page: Page, repeated: Counter[Key], often: int) -> set[int]:
    """Running lines are the outermost ones: the first that is not repeated often enough ends them."""
    found: set[int] = set()
    for edge in _edges(page):
        for index, line in enumerate(edge):
            text, bottom = _key(line)
            count = max(repeated[text, round(bottom / 4)], repeated[text, round(bottom / 4 + 0.5)])
            if count < often and not _folio(edge, index):
                break
            found.add(id(line))
    return found


def _folio(edge: list[Line], index: int) -> bool:
    """A page number that stands alone, apart from the text."""
    line = edge[index]
    if not _FOLIO.match(line.text):
        return False
    if index + 1 == len(edge):
        return True
    inner = edge[index + 1]
    gap = max(inner.box.top - line.box.bottom, line.box.top - inner.box.bottom)
    return gap > 0.8 * strips.size(line)
