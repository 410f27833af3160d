"""Tables that are drawn with ruling lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.reading.layout import nested, strips
from ingest.reading.layout.parts import Grid, Slot
from ingest.reading.model import Box, Line, Rule, Span

_THIN = 3.5  # points: the thickest line that is a line
_NEAR = 3.0  # points: lines so near each other are one
_TOUCH = 1.6  # points: lines so near each other belong to one table
_MANY = 2_500  # lines; a page with more is a drawing


class Frame(NamedTuple):
    """The ruling lines of one table: where its columns and rows part."""

    box: Box
    across: tuple[float, ...]
    down: tuple[float, ...]
    upright: tuple[Box, ...]
    level: tuple[Box, ...]


def frames(rules: Iterable[Rule]) -> list[Frame]:
    """The drawn tables of a page, those that stand inside another's cell after it: two columns and a row at least."""
    boxes = sorted({rule.box for rule in rules if not _blob(rule.box)})
    if len(boxes) > _MANY:
        return []
    found: list[Frame] = []
    for group in _joined(boxes):
        own, inner = nested.parted(group, strips.around(group))
        found.extend(frame for part in (own, *inner) if part and (frame := _frame(part)) is not None)
    return sorted(found, key=lambda frame: -_area(frame.box))


def _blob(box: Box) -> bool:
    """A dot or a filled patch: no line."""
    width, height = box.right - box.left, box.bottom - box.top
    return max(width, height) < 5 or min(width, height) > _THIN


def _upright(box: Box) -> bool:
    return box.bottom - box.top > box.right - box.left


def _joined(boxes: Sequence[Box]) -> list[list[Box]]:
    """Lines that touch one another, together; boxes come sorted by their left edges."""
    root = list(range(len(boxes)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    open_: list[int] = []
    for index, box in enumerate(boxes):
        open_ = [other for other in open_ if boxes[other].right >= box.left - _TOUCH]
        for other in open_:
            if boxes[other].top - _TOUCH <= box.bottom and box.top <= boxes[other].bottom + _TOUCH:
                root[find(other)] = find(index)
        open_.append(index)
    groups: dict[int, list[Box]] = {}
    for index, box in enumerate(boxes):
        groups.setdefault(find(index), []).append(box)
    return list(groups.values())


def _frame(boxes: Sequence[Box]) -> Frame | None:
    upright = tuple(box for box in boxes if _upright(box))
    level = tuple(box for box in boxes if not _upright(box))
    if not upright or not level:
        return None
    around = strips.around(boxes)
    across = _places([*(box.left for box in upright)])
    down = _places([around.top, around.bottom, *(box.top for box in level)])
    if len(across) < 3 or len(down) < 2:
        return None
    return Frame(around, across, down, upright, level)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Distinct places, those near each other taken together."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def grid(frame: Frame, lines: Sequence[Line], inner: Sequence[Grid] = ()) -> Grid:
    """The cells of a drawn table. Cells without a line between them are one; empty rows are left out.

    ``inner`` are the tables that are drawn inside its cells.
    """
    columns, rows = len(frame.across) - 1, len(frame.down) - 1
    cells: list[list[list[Line]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    for line in lines:
        row = _place(frame.down, (line.box.top + line.box.bottom) / 2)
        for column, spans in _by_column(frame, line, row).items():
            cells[_upper(frame, row, column)][column].append(strips.strip(spans, line.page))
    slots = [_slots(frame, row, cells[row]) for row in range(rows)]
    for table in inner:
        row = _place(frame.down, table.top + 2)
        _slot_at(slots[row], _leftmost(frame, row, _place(frame.across, table.edges[0] + 2))).grids.append(table)
    kept = [row for row in slots if any(slot.lines or slot.grids for slot in row)]
    page = lines[0].page if lines else 0
    return Grid(kept, frame.across[:-1], ruled=True, page=page, top=frame.box.top)


def _slot_at(slots: Sequence[Slot], column: int) -> Slot:
    at = 0
    for slot in slots:
        at += slot.spans
        if column < at:
            return slot
    return slots[-1]


def _place(places: Sequence[float], value: float) -> int:
    """The index of the interval that a value lies in, the nearest where it lies outside."""
    index = sum(value >= place for place in places) - 1
    return min(max(index, 0), len(places) - 2)


def _by_column(frame: Frame, line: Line, row: int) -> dict[int, list[Span]]:
    """A line's spans by the column that they begin in; a span that crosses a drawn line is cut there."""
    found: dict[int, list[Span]] = {}
    for span in line.spans:
        for part in _cut(frame, span, row):
            column = _place(frame.across, part.box.left + 1.5)
            found.setdefault(_leftmost(frame, row, column), []).append(part)
    return found


def _cut(frame: Frame, span: Span, row: int) -> list[Span]:
    for place in range(1, len(frame.across) - 1):
        edge = frame.across[place]
        if span.box.left + 2 < edge < span.box.right - 2 and _parted(frame, row, place):
            share = (edge - span.box.left) / (span.box.right - span.box.left)
            spaces = [index for index, letter in enumerate(span.text) if letter == " "]
            if not spaces:
                return [span]
            at = min(spaces, key=lambda index: abs(index - share * len(span.text)))
            left = replace(span, text=span.text[:at], box=span.box._replace(right=edge - 1))
            right = replace(span, text=span.text[at + 1 :], box=span.box._replace(left=edge + 1))
            return [left, *_cut(frame, right, row)]
    return [span]


def _parted(frame: Frame, row: int, place: int) -> bool:
    """Whether an upright line stands at this place in this row."""
    middle = (frame.down[row] + frame.down[row + 1]) / 2
    edge = frame.across[place]
    return any(abs(box.left - edge) <= _NEAR and box.top <= middle <= box.bottom for box in frame.upright)


def _leftmost(frame: Frame, row: int, column: int) -> int:
    while column > 0 and not _parted(frame, row, column):
        column -= 1
    return column


def _upper(frame: Frame, row: int, column: int) -> int:
    """The row in which a cell begins that reaches down over several."""
    middle = (frame.across[column] + frame.across[column + 1]) / 2
    while row > 0:
        edge = frame.down[row]
        if any(abs(box.top - edge) <= _NEAR and box.left <= middle <= box.right for box in frame.level):
            break
        row -= 1
    return row


def _slots(frame: Frame, row: int, cells: list[list[Line]]) -> list[Slot]:
    slots: list[Slot] = []
    for column, lines in enumerate(cells):
        right = frame.across[column + 1] - 2
        if column and not _parted(frame, row, column):
            slots[-1].spans += 1
            slots[-1].right = right
            slots[-1].lines.extend(lines)
        else:
            slots.append(Slot(lines, right=right))
    return slots
