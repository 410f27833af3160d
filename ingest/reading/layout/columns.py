"""Tables, lists of names and columns of text that are set beside each other without lines drawn between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.reading.layout import strips
from ingest.reading.layout.parts import Flow, Grid, Part, Slot
from ingest.reading.model import Line

_SAME = 3.0  # points: edges so near each other are one
_NARROW = 0.6  # ems: the least white between two columns
_FAR = 4.5  # ems: the most white between two rows of one table
_LONE = 2.5  # ems: the least white in a table of a single row
_PADDING = 6.0  # points: the least white that a cell keeps from the next

Row = list[Line]
Gutter = tuple[float, float]


def parts_of(printed: Sequence[Row], right: float = 0.0) -> list[Part]:
    """Rows of strips, top to bottom, as running text and as tables, in order. Full lines end at ``right``."""
    rows = list(printed)
    right = right or max((part.box.right for row in rows for part in row), default=0.0)
    parts: list[Part] = []
    index = 0
    while index < len(rows):
        rows[index] = _heads_apart(rows, index)
        group = _group(rows, index)
        if group is None:
            _flow(parts).lines.extend(_single(rows, index, right))
            index += 1
            continue
        parts.extend(_set_out(*group, right))
        index += len(group[0])
    return parts


def _flow(parts: list[Part]) -> Flow:
    """The running text at the end of the parts, begun where there is none."""
    last = parts[-1] if parts else None
    if not isinstance(last, Flow):
        last = Flow()
        parts.append(last)
    return last


def _single(rows: Sequence[Row], index: int, right: float) -> list[Line]:
    """A row that belongs to no table: one line, or a line with a note at the right margin ("ACTION: JB")."""
    row = rows[index]
    if len(row) == 2 and _note(row, right):
        return row
    return [strips.whole(row)]


def _note(row: Row, right: float) -> bool:
    size = strips.size(row[1])
    gap, width = row[1].box.left - row[0].box.right, row[1].box.right - row[1].box.left
    return gap > 3 * size and row[1].box.right > right - 1.5 * size and width < gap + 8 * size


def _group(rows: Sequence[Row], start: int) -> tuple[list[Row], list[Gutter]] | None:
    """The rows from ``start`` on that keep the same white between their columns, and that white; or None."""
    first = rows[start]
    if len(first) < 2:
        return None
    gutters = [(left.box.right, right.box.left) for left, right in pairwise(first)]
    group = [first]
    for row in rows[start + 1 :]:
        narrowed = _kept(gutters, row)
        if narrowed is None or not _belongs(group, row, narrowed):
            break
        gutters = narrowed
        group.append(row)
    while len(group) > 1 and _trails(group, gutters):
        group.pop()
    above = rows[start - 1] if start else None
    return (group, gutters) if _convinces(group, gutters, above) else None


def _heads_apart(rows: Sequence[Row], index: int) -> Row:
    """A row of headings set so close that their gaps tell no columns, parted where the two rows below it are.

    Headings over figures are wider than these: "2021/22 2022/23 2023/24" over "388   471   402".
    """
    row, below = rows[index], rows[index + 1 : index + 3]
    width = len(below[0]) if len(below) == 2 else 0
    if not 2 <= len(row) < width or len(below[1]) != width or any(part[0].page != row[0].page for part in below):
        return row
    gutters = list(_white(below))
    spans = [span for part in row for span in part.spans]
    parts = [[spans[0]]]
    for last, span in pairwise(spans):
        if any(low < span.box.left and last.box.right < high for low, high in gutters):
            parts.append([span])
        else:
            parts[-1].append(span)
    heads = [strips.strip(part, row[0].page) for part in parts]
    return heads if len(heads) == width and _kept(gutters, heads) is not None else row


def _white(rows: Sequence[Row]) -> Iterator[Gutter]:
    """The white between the columns of rows that have the same number of cells."""
    columns = list(zip(*rows, strict=True))
    for left, right in pairwise(columns):
        yield max(part.box.right for part in left), min(part.box.left for part in right)


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
    """Whether a row goes on with a table: near enough, and no paragraph that merely fits one of its columns."""
    size = strips.size(row[0])
    if row[0].page != group[-1][0].page or row[0].box.top - group[-1][0].box.bottom > _FAR * size:
        return False
    if len(row) > 1:
        return True
    column = _column(gutters, row[0])
    others = [part for other in group for part in other if _column(gutters, part) == column]
    if not others or abs(size - strips.size(others[-1])) > 0.08 * size:
        return False
    if strips.bold(row[0]) and not any(strips.bold(other) for other in others):
        # A heading inside the second column stands at its edge.
        return bool(column) and min(abs(row[0].box.left - other.box.left) for other in others) <= _SAME
    if column == 0 and not strips.bold(row[0]) and all(strips.bold(other) for other in others):
        return False
    reach = 2.5 * size if column else _SAME
    return min(abs(row[0].box.left - other.box.left) for other in others) <= reach


def _trails(group: list[Row], gutters: list[Gutter]) -> bool:
    """Whether the last row is a line of its own under the table: in the first column alone, and set apart."""
    last, above = group[-1], group[-2]
    if len(last) > 1 or _column(gutters, last[0]) > 0:
        return False
    size = strips.size(last[0])
    own = [
        row[0] for row in group[:-1] if _column(gutters, row[0]) == 0 and abs(row[0].box.left - last[0].box.left) < 1
    ]
    if len(above) == 1 and _column(gutters, above[0]) and own and last[0].box.bottom - own[-1].box.bottom < 1.6 * size:
        return False  # it goes on with a list whose lines stand between those of the list beside it
    steps = [row[0].box.bottom - other[0].box.bottom for other, row in pairwise(group[:-1])]
    step = last[0].box.bottom - above[0].box.bottom
    usual = min(steps, default=1.5 * strips.size(last[0]))
    return step > 1.15 * usual + 1 or abs(above[0].box.left - last[0].box.left) > _SAME


def _convinces(group: list[Row], gutters: list[Gutter], above: Row | None) -> bool:
    """Whether rows are a table and not running text with some wide gaps."""
    if len(group) == 1:
        return _lone(group[0], above)
    for _, high in gutters:
        starts = [part.box.left for row in group for part in row if abs(part.box.left - high) <= _SAME]
        if len(starts) >= 2:
            return True
    return sum(len(row) > 1 for row in group) >= 3


def _lone(row: Row, above: Row | None) -> bool:
    """Whether a single row is set in columns: wide gaps, short words, and not the last line of a paragraph."""
    size = strips.size(row[0])
    if any(right.box.left - left.box.right < _LONE * size for left, right in pairwise(row)):
        return False
    return not row[0].text.endswith((".", ";")) and not (above is not None and _last_of(above, row))


def _last_of(above: Row, row: Row) -> bool:
    """Whether a row looks like the last line of the paragraph above it."""
    first, size = row[0], strips.size(row[0])
    if above[0].page != first.page or abs(above[0].box.left - first.box.left) > _SAME:
        return False
    return first.box.top - above[0].box.bottom < 0.4 * size and above[-1].box.right > row[-1].box.left


def _set_out(group: list[Row], gutters: list[Gutter], right: float) -> list[Part]:
    """A group of rows as a table, or as columns of text one after the other."""
    room = 0.6 * strips.size(group[0][0])  # a column's words may reach right up to the next column's
    limits = [*(high - _PADDING + room for _, high in gutters), right]
    columns = [
        [part for row in group for part in row if _column(gutters, part) == index] for index in range(len(limits))
    ]
    edges = tuple(min(part.box.left for part in column) if column else limits[0] for column in columns)
    if len(columns) == 2 and (all(map(_prose, columns)) or _out_of_step(group, columns)):
        return [Flow(column, limit) for column, limit in zip(columns, limits, strict=True)]
    starts = _starts(group, gutters)
    names = len(columns) == 2 and len(starts) == len(group) and _uneven(group, columns, limits)
    rows: list[list[Slot]] = []
    for index, row in enumerate(group):
        if index == 0 or (index in starts and not names):
            rows.append([Slot(right=limit, names=names) for limit in limits])
        for part in row:
            rows[-1][_column(gutters, part)].lines.append(part)
    return [Grid(rows, edges, page=group[0][0].page)]


def _uneven(group: list[Row], columns: list[list[Line]], limits: list[float]) -> bool:
    """Whether two columns are lists that have nothing to do with each other's lines.

    One is longer, and in one a line goes on in the next, as its first word had no room any more.
    """
    if all(len(row) == len(columns) for row in group):
        return False
    return any(
        strips.full(above, line, limit)
        for column, limit in zip(columns, limits, strict=True)
        for above, line in pairwise(column)
    )


def _out_of_step(group: list[Row], columns: list[list[Line]]) -> bool:
    """Whether two columns are lists under headings of their own, whose lines do not stand beside each other.

    The rows of a table do; a cell in several lines has others beside it in one column alone.
    """
    return all(
        sum(strips.bold(line) for line in column) in range(1, len(column) // 2 + 1)
        and sum(len(row) == 1 and row[0] in column for row in group) >= max(3, 0.3 * len(column))
        for column in columns
    )


def _prose(column: list[Line]) -> bool:
    """Whether a column is running text: many of its lines begin in the middle of a sentence."""
    return len(column) >= 6 and sum(line.text[:1].islower() for line in column) > 0.3 * len(column)


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
