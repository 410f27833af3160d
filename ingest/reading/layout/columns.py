"""Tables and lists of names that are set in columns without lines drawn between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.reading.layout import strips
from ingest.reading.layout.parts import Flow, Grid, Part, Slot
from ingest.reading.model import Line

_SAME = 3.0  # points: edges so near each other are one
_NARROW = 0.6  # ems: the least white between two columns
_FAR = 4.5  # ems: the most white between two rows of one table

Row = list[Line]
Gutter = tuple[float, float]


def parts_of(rows: Sequence[Row]) -> list[Part]:
    """Rows of strips, top to bottom, as running text and as tables, in order."""
    parts: list[Part] = []
    index = 0
    while index < len(rows):
        group = _group(rows, index)
        if group is not None:
            parts.append(_grid(group[0], group[1]))
            index += len(group[0])
            continue
        if not parts or not isinstance(parts[-1], Flow):
            parts.append(Flow())
        flow = parts[-1]
        if isinstance(flow, Flow):
            flow.lines.append(strips.whole(rows[index]))
        index += 1
    return parts


def _group(rows: Sequence[Row], start: int) -> tuple[list[Row], list[Gutter]] | None:
    """The rows from ``start`` on that keep the same white between their columns, and that white; or None."""
    first = rows[start]
    if len(first) < 2:
        return None
    gutters = _gutters(first)
    group = [first]
    for row in rows[start + 1 :]:
        narrowed = _kept(gutters, row)
        if narrowed is None or not _belongs(group, row, narrowed):
            break
        gutters = narrowed
        group.append(row)
    while len(group) > 1 and _trails(group, gutters):
        group.pop()
    return (group, gutters) if _convinces(group, gutters) else None


def _gutters(row: Row) -> list[Gutter]:
    return [(left.box.right, right.box.left) for left, right in pairwise(row)]


def _kept(gutters: list[Gutter], row: Row) -> list[Gutter] | None:
    """The gutters that this row leaves, narrowed; None where its words run across one."""
    kept: list[Gutter] = []
    least = _NARROW * strips.size(row[0])
    for low, high in gutters:
        for part in row:
            left, right = part.box.left, part.box.right
            if right <= low or left >= high:
                continue
            if left <= low:
                low = right
            else:
                high = left
        if high - low < least:
            return None
        kept.append((low, high))
    return kept


def _column(gutters: Sequence[Gutter], part: Line) -> int:
    return sum(part.box.left >= high - 0.5 for _, high in gutters)


def _belongs(group: list[Row], row: Row, gutters: list[Gutter]) -> bool:
    """Whether a row goes on with a table: near enough, and no paragraph that merely fits its first column."""
    size = strips.size(row[0])
    white = row[0].box.top - group[-1][0].box.bottom
    if white > _FAR * size or row[0].page != group[-1][0].page:
        return False
    if len(row) > 1:
        return True
    column = _column(gutters, row[0])
    if column:
        return abs(row[0].box.left - gutters[column - 1][1]) <= 2.5 * size
    labels = [other[0] for other in group if _column(gutters, other[0]) == 0]
    if any(strips.bold(label) for label in labels) != strips.bold(row[0]):
        return False
    return abs(row[0].box.left - labels[0].box.left) <= _SAME if labels else False


def _trails(group: list[Row], gutters: list[Gutter]) -> bool:
    """Whether the last row is a line of its own under the table: in the first column alone, and set apart."""
    last, above = group[-1], group[-2]
    if len(last) > 1 or _column(gutters, last[0]) > 0:
        return False
    return last[0].box.top - above[0].box.bottom > 0.35 * strips.size(last[0]) or not _wraps(above, last)


def _wraps(above: Row, row: Row) -> bool:
    """Whether a row's first words may go on from the row above."""
    return abs(above[0].box.left - row[0].box.left) <= _SAME and strips.bold(row[0]) == strips.bold(above[0])


def _convinces(group: list[Row], gutters: list[Gutter]) -> bool:
    """Whether rows are a table and not running text with some wide gaps."""
    full = [row for row in group if len(row) > 1]
    for _, high in gutters:
        starts = [part.box.left for row in group for part in row if abs(part.box.left - high) <= _SAME]
        if len(starts) >= 2:
            return True
    return len(full) >= 3


def _grid(group: list[Row], gutters: list[Gutter]) -> Grid:
    edges = (min(row[0].box.left for row in group), *(high for _, high in gutters))
    rights = [max((part.box.right for row in group for part in row if _column(gutters, part) == column), default=0.0)
              for column in range(len(edges))]  # fmt: skip
    starts = _starts(group, gutters)
    rows: list[list[Slot]] = []
    for index, row in enumerate(group):
        if index in starts:
            rows.append([Slot(right=right) for right in rights])
        for part in row:
            rows[-1][_column(gutters, part)].lines.append(part)
    return Grid(rows, edges, page=group[0][0].page)


def _starts(group: list[Row], gutters: list[Gutter]) -> set[int]:
    """The indices at which a table's rows begin; the others go on in the cells above them.

    Rows of a table stand further apart than the lines of a cell. Where all lines are equally far apart, every
    line that has a first column begins a row.
    """
    steps = [strips.baseline(row[0]) - strips.baseline(above[0]) for above, row in pairwise(group)]
    tight = min(steps, default=0.0) * 1.06 + 0.3
    loose = any(step > tight for step in steps)
    starts = {0}
    for index, step in enumerate(steps, 1):
        labelled = _column(gutters, group[index][0]) == 0
        if step > tight:
            if labelled or len(gutters) > 1:
                starts.add(index)
        elif labelled and (not loose or len(group[index]) == len(gutters) + 1 > 2):
            starts.add(index)
    return starts
