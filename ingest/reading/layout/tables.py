"""Tables over all pages: which lines stand in a drawn one, and what goes on over a page break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.reading.layout import ruled, strips
from ingest.reading.layout.markers import NUMBER_ALONE
from ingest.reading.layout.parts import Flow, Grid, Part, Slot
from ingest.reading.model import Line, Page

_SAME = 6.0  # points


def drawn(page: Page, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The drawn tables of a page, and the lines that stand in none."""
    frames = ruled.frames(page.rules)  # the largest first
    inside: list[list[Line]] = [[] for _ in frames]
    rest: list[Line] = []
    for line in lines:
        holder = next((index for index in reversed(range(len(frames))) if _holds(frames[index], line)), None)
        (rest if holder is None else inside[holder]).append(line)
    inner: list[list[Grid]] = [[] for _ in frames]
    outer: list[Grid] = []
    for index in reversed(range(len(frames))):
        if not inside[index] and not inner[index]:
            continue
        grid = ruled.grid(frames[index], inside[index], sorted(inner[index], key=lambda table: table.top))
        holder = next((other for other in reversed(range(index)) if _around(frames[other], frames[index])), None)
        if holder is None and _in_one_column(grid):
            rest = sorted((*rest, *inside[index]), key=lines.index)
            continue
        (outer if holder is None else inner[holder]).append(grid)
    for grid in outer:
        if head := next((line for line in rest if _heads(line, grid)), None):
            rest.remove(head)
            grid.rows.insert(0, _header_row(head, grid))
            grid.top = head.box.top
    return outer, rest


def _in_one_column(grid: Grid) -> bool:
    """Whether nothing stands beside anything else: a bar or a band beside a heading, rules around a notice."""
    filled = {column for row in grid.rows for column, slot in enumerate(row) if slot.lines or slot.grids}
    return len(filled) == 1 and not any(slot.grids for row in grid.rows for slot in row)


def _heads(line: Line, grid: Grid) -> bool:
    """Whether a line is the header of the drawn table right below it, printed over its topmost rule."""
    if not -_OVER <= grid.top - line.box.bottom <= _OVER or not strips.bold(line) or len(grid.edges) < 2:
        return False
    parts = strips.strips(line)
    places = [_edge_of(part, grid) for part in parts]
    return len(parts) > 1 and None not in places and len(set(places)) == len(parts)


_OVER = 4.0  # points
_PADDING = 14.0  # points


def _edge_of(part: Line, grid: Grid) -> int | None:
    """The column at whose left edge a part of a line begins."""
    return next((at for at, edge in enumerate(grid.edges) if -1 <= part.box.left - edge <= _PADDING), None)


def _header_row(line: Line, grid: Grid) -> list[Slot]:
    row = [Slot() for _ in grid.edges]
    for part in strips.strips(line):
        at = _edge_of(part, grid)
        row[at or 0].lines.append(part)
    return row


def _holds(frame: ruled.Frame, line: Line) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    box = frame.box
    if not box.top - 1 <= middle <= box.bottom + 1:
        return False
    return line.box.left > box.left - 4 and line.box.left < box.right - 2


def _around(outer: ruled.Frame, inner: ruled.Frame) -> bool:
    one, two = outer.box, inner.box
    return one.left <= two.left and one.right >= two.right and one.top <= two.top and one.bottom >= two.bottom


def together(parts: Iterable[Part]) -> tuple[list[Part], list[Line]]:
    """Parts that go on: text after text, a table after a page break. And the lines of headers that tables repeat."""
    done: list[Part] = []
    repeated: list[Line] = []
    for part in parts:
        last = done[-1] if done else None
        if isinstance(part, Flow) and isinstance(last, Flow) and part.right == last.right == 0:
            last.lines.extend(part.lines)
        elif isinstance(part, Grid) and isinstance(last, Grid) and _continues(last, part):
            repeated.extend(_append(last, part))
        else:
            done.append(part)
    return done, repeated


def _continues(above: Grid, grid: Grid) -> bool:
    """Whether a table that follows another has the same columns."""
    return (
        above.ruled == grid.ruled
        and len(above.edges) == len(grid.edges)
        and all(abs(one - two) <= _SAME for one, two in zip(above.edges, grid.edges, strict=True))
    )


def _append(above: Grid, grid: Grid) -> list[Line]:
    """Add a table's rows to those of the page before; returns the lines of a header that is there already."""
    rows = grid.rows
    repeated: list[Line] = []
    over = grid.page != _page_of(above)
    if over and rows and above.rows and _text(rows[0]) == _text(above.rows[0]):
        repeated = [line for slot in rows[0] for line in slot.lines]
        rows = rows[1:]
    if over and rows and _goes_on(above, rows[0]):
        for slot, more in zip(above.rows[-1], rows[0], strict=True):
            slot.lines.extend(more.lines)
            slot.grids.extend(more.grids)
        rows = rows[1:]
    above.rows.extend(rows)
    return repeated


def _page_of(grid: Grid) -> int:
    """The page on which a table ends."""
    return max((line.page for slot in grid.rows[-1] for line in slot.lines), default=grid.page)


def _text(row: Sequence[Slot]) -> str:
    return " ".join(line.text for slot in row for line in slot.lines)


def _goes_on(above: Grid, row: Sequence[Slot]) -> bool:
    """Whether a page's first row is the rest of the row above the page break.

    It is where a cell goes on in the middle of a sentence, or where one is empty that no other row leaves empty; never
    where it begins with a number as the row above does.
    """
    if len(row) != len(above.rows[-1]) or not grid_rows(above) or (_numbered(row) and _numbered(above.rows[-1])):
        return False
    for index, slot in enumerate(row):
        if slot.lines and slot.lines[0].text[:1].islower():
            return True
        others = [other[index] for other in grid_rows(above) if index < len(other)]
        if not slot.lines and not slot.grids and others and all(other.lines or other.grids for other in others):
            return True
    return False


def _numbered(row: Sequence[Slot]) -> bool:
    """Whether a row's first cell is a number and nothing else."""
    words = " ".join(line.text for line in row[0].lines) if row else ""
    return bool(NUMBER_ALONE.fullmatch(words.strip()))


def grid_rows(grid: Grid) -> list[list[Slot]]:
    """The rows under a table's header."""
    return grid.rows[1:] if headed(grid) else grid.rows


def headed(grid: Grid) -> bool:
    """Whether a table's first row is its header: all bold, over rows that are not."""
    if len(grid.rows) < 2:
        return False
    first = [line for slot in grid.rows[0] for line in slot.lines]
    rest = [line for row in grid.rows[1:] for slot in row[1:] for line in slot.lines]
    return bool(first) and all(map(strips.bold, first)) and not all(map(strips.bold, rest))
