"""What is usual in a paper: its words, the size of its text, the step from line to line, where lines begin and end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.reading.layout import strips
from ingest.reading.layout.words import Vocabulary
from ingest.reading.model import Line


@dataclass
class Measures:
    """What is usual in a paper: its words, its text's size, the step from line to line by size, where lines end."""

    vocabulary: Vocabulary
    size: float
    steps: dict[int, float] = field(default_factory=dict)
    rights: dict[int, float] = field(default_factory=dict)  # by page
    margins: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measures:
        sizes: Counter[float] = Counter()
        steps: dict[int, Counter[float]] = {}
        for above, line in zip([None, *lines], lines, strict=False):
            size = strips.size(line)
            sizes[round(size, 1)] += sum(len(span.text) for span in line.spans)
            if above is None or above.page != line.page:
                continue
            step = strips.baseline(line) - strips.baseline(above)
            if 0.9 * size < step < 2.3 * size:
                steps.setdefault(round(size), Counter())[round(step * 2) / 2] += 1
        usual = sizes.most_common(1)[0][0] if sizes else 11.0
        common = {size: _least_common(counts) for size, counts in steps.items()}
        return cls(Vocabulary(lines), usual, common)

    def step(self, size: float) -> float:
        """The distance of two baselines inside a paragraph of this size."""
        return self.steps.get(round(size), 1.2 * size)

    def take_margins(self, lines: Sequence[Line]) -> None:
        """Note where the full lines of running text end on each page; a page with few lines goes by the others."""
        by_page: dict[int, list[float]] = {}
        for line in lines:
            by_page.setdefault(line.page, []).append(line.box.right)
        edges = {page: _edge(sorted(found, reverse=True)) for page, found in by_page.items()}
        usual = sorted(edges.values())[len(edges) // 2] if edges else 0.0
        self.rights = {page: max(right, usual) for page, right in edges.items()}
        left = _edge(sorted(-line.box.left for line in lines)[::-1]) if lines else 0.0
        self.margins = (-left, usual)


def _edge(found: Sequence[float]) -> float:
    """The furthest right at which two lines end, or nearly: one alone may stick out."""
    if len(found) < 8:
        return found[0]
    return next((right for right, other in pairwise(found) if right - other < 8), found[0])


def _least_common(counts: Counter[float]) -> float:
    """The smallest step that is usual: paragraphs have space between them, lines have none."""
    often = max(counts.values()) * 0.3
    return min(step for step, count in counts.items() if count >= often)


class Column:
    """Where the full lines of a column begin and end, and where several begin."""

    def __init__(self, lines: Sequence[Line], right: float | None, measures: Measures, names: bool) -> None:
        self.names = names
        self.left = min(line.box.left for line in lines)
        self.lefts = Counter(round(line.box.left) for line in lines)
        self.margins = [(self.left, max(line.box.right for line in lines)), measures.margins]
        self._rights = measures.rights
        self._own = right

    def right(self, page: int) -> float:
        return self._rights.get(page, 0.0) if self._own is None else self._own

    def shared(self, left: float) -> bool:
        """Whether several lines begin at this edge."""
        return sum(self.lefts[round(left) + off] for off in (-1, 0, 1)) >= 3
