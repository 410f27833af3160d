"""Which words have a line drawn under them: a PDF draws it apart, as a thin rule just below the baseline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.reading.model import Box, Line, Rule, Span
from ingest.reading.sources.pdf.lines import DESCENT

_THICKEST = 2.0  # points
_HIGHEST, _LOWEST = 0.02, 0.3  # ems below the baseline
_MOST = 0.85  # so much of the words is covered
_BEYOND = 4.0  # points: a rule that reaches further than its line's words parts sections or rows


def underlined(lines: Iterable[Line], rules: Iterable[Rule]) -> tuple[Line, ...]:
    """The lines, their spans marked where a rule is drawn under all their words."""
    level = sorted((rule.box.top, rule.box) for rule in rules if _thin(rule.box))
    if not level:
        return tuple(lines)
    tops = [top for top, _ in level]
    found: list[Line] = []
    for line in lines:
        size = max(span.size for span in line.spans)
        base = line.box.bottom - DESCENT * size
        low, high = bisect_left(tops, base + _HIGHEST * size), bisect_left(tops, base + _LOWEST * size)
        near = [box for _, box in level[low:high] if _within(box, line.box)]
        found.append(replace(line, spans=tuple(_marked(span, near) for span in line.spans)) if near else line)
    return tuple(found)


def _thin(box: Box) -> bool:
    return box.bottom - box.top <= _THICKEST < box.right - box.left


def _within(box: Box, line: Box) -> bool:
    return box.left > line.left - _BEYOND and box.right < line.right + _BEYOND


def _marked(span: Span, rules: Sequence[Box]) -> Span:
    left, right = span.box.left, span.box.right
    covered = sum(max(0.0, min(box.right, right) - max(box.left, left)) for box in rules)
    return replace(span, underlined=True) if covered >= _MOST * (right - left) else span
