"""Bullets that are drawn as shapes: browsers that print a page draw them so, and no text stands for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ingest.reading.sources.pdf.device import Run, Stroke

_LOW, _HIGH = 0.1, 0.6  # ems above the baseline: where a bullet's middle is
_NEAR, _FAR = 0.3, 3.0  # ems: how far a bullet stands from its words


def with_dots(runs: Sequence[Run], dots: Iterable[Stroke]) -> list[Run]:
    """The runs, and a bullet for each dot that stands before the first words of a line."""
    upright = sorted((run for run in runs if not run.turn), key=lambda run: run.base)
    bases = [run.base for run in upright]
    found = list(runs)
    for dot in dots:
        middle = (dot.bottom + dot.top) / 2
        near = upright[bisect_left(bases, middle - 20) : bisect_right(bases, middle)]
        beside = [run for run in near if _LOW * run.size <= middle - run.base <= _HIGH * run.size]
        words = min((run for run in beside if run.start >= dot.right), key=lambda run: run.start, default=None)
        if words is None or not _NEAR * words.size <= words.start - dot.right <= _FAR * words.size:
            continue
        if all(run.end < dot.left - _FAR * words.size for run in beside if run.start < dot.right):
            found.append(words._replace(start=dot.left, end=dot.right, text="•", bold=False, italic=False))
    return found
