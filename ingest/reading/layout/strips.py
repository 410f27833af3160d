"""Lines and their parts: strips are what remains of a line between gaps that may be a column's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.reading.layout import markers
from ingest.reading.model import Box, Line, Span

GAP = 1.0
"""A gap of this many ems may part two columns."""
DESCENT = 0.22
"""How far a line's box reaches below its baseline, in ems; the source makes boxes so for every font."""


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def strip(spans: Sequence[Span], page: int) -> Line:
    """A line of these spans alone."""
    return Line(page, around(span.box for span in spans), tuple(spans))


def strips(line: Line) -> list[Line]:
    """The parts of a line between wide gaps; a marker stays with the words that it stands before."""
    parts: list[list[Span]] = [[line.spans[0]]]
    for last, span in pairwise(line.spans):
        if span.box.left - last.box.right >= GAP * max(last.size, span.size):
            parts.append([span])
        else:
            parts[-1].append(span)
    while len(parts) > 1 and markers.alone(strip(parts[0], line.page).text):
        parts[:2] = [parts[0] + parts[1]]
        if not markers.alone(parts[0][-1].text):
            break
    return [strip(part, line.page) for part in parts]


def whole(parts: Sequence[Line]) -> Line:
    """Strips of one line put together again."""
    if len(parts) == 1:
        return parts[0]
    return strip([span for part in parts for span in part.spans], parts[0].page)


def apart(last: Span, span: Span) -> bool:
    """Whether white space lies between two neighbours on a line."""
    return span.box.left - last.box.right > 0.12 * min(last.size, span.size)


def baseline(line: Line) -> float:
    return line.box.bottom - DESCENT * size(line)


def size(line: Line) -> float:
    """The size of a line's longest span."""
    if len(line.spans) == 1:
        return line.spans[0].size
    return max(line.spans, key=lambda span: len(span.text)).size


def bold(line: Line) -> bool:
    """Whether all words of a line are bold; what has no letters or digits does not count."""
    lettered = [span for span in line.spans if any(letter.isalnum() for letter in span.text)]
    return bool(lettered) and all(span.bold for span in lettered)


def turned(line: Line) -> bool:
    """Whether a line does not run from left to right."""
    return line.box.bottom - line.box.top > 1.6 * size(line)


def full(above: Line, line: Line, right: float) -> bool:
    """Whether a line's first word had no room at the end of the line above, which could reach to ``right``."""
    span = line.spans[0]
    word = span.text.split(" ", 1)[0]
    width = (span.box.right - span.box.left) * len(word) / max(1, len(span.text))
    return above.box.right + 0.25 * span.size + width > right
