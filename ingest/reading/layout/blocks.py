"""Pages of lines to headings, paragraphs, list entries and tables in reading order.

Tables: a drawn table, columns of names, and a label with its words beside it ("Present:   Councillor A Barnes")
are all a block of kind "table" with a row of cells a row; the last has two columns and no header. A side
heading (number and heading in a column of their own) is one heading block, followed by the text beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.reading.layout import columns, ruled, running, side, strips
from ingest.reading.layout.paragraphs import Measures, blocks_of
from ingest.reading.layout.parts import Flow, Grid, Label, Part, Slot
from ingest.reading.layout.words import joined
from ingest.reading.model import Block, Cell, Line, Page


def of_pages(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of a paper in reading order, and its running headers, footers and page numbers."""
    flow, out = running.parted(pages)
    measures = Measures.of([line for lines in flow for line in lines])
    parts = _together(_parts(pages, flow))
    blocks: list[Block] = []
    for part in parts:
        blocks.extend(_blocks(part, measures))
    return tuple(blocks), tuple(_running_block(line, measures) for line in out)


Item = list[Line] | Grid


def _parts(pages: Sequence[Page], flow: Sequence[Sequence[Line]]) -> list[Part]:
    """The parts of all pages in order."""
    papers = [_items(page, lines) for page, lines in zip(pages, flow, strict=True)]
    place = side.edge([[item for item in items if not isinstance(item, Grid)] for items in papers])
    if place is not None:
        return _beside(papers, place)
    parts: list[Part] = []
    for items in papers:
        rows: list[list[Line]] = []
        for item in items:
            if isinstance(item, Grid):
                parts.extend(columns.parts_of(rows))
                parts.append(item)
                rows = []
            else:
                rows.append(item)
        parts.extend(columns.parts_of(rows))
    return parts


def _beside(papers: Iterable[Sequence[Item]], place: float) -> list[Part]:
    reading = side.Reading(place)
    for items in papers:
        for item in items:
            if isinstance(item, Grid):
                reading.grid(item)
            else:
                reading.take(item)
        reading.page_ends()
    reading.end()
    return reading.parts


def _items(page: Page, lines: Sequence[Line]) -> list[Item]:
    """A page's drawn tables and its other rows, from top to bottom."""
    frames = ruled.frames(page.rules)
    inside: list[list[Line]] = [[] for _ in frames]
    found: list[tuple[float, Item]] = []
    for line in lines:
        middle = (line.box.top + line.box.bottom) / 2
        for frame, held in zip(frames, inside, strict=True):
            box = frame.box
            if box.top - 1 <= middle <= box.bottom + 1 and line.box.right > box.left and line.box.left < box.right:
                held.append(line)
                break
        else:
            found.append((line.box.bottom, strips.strips(line)))
    for frame, held in zip(frames, inside, strict=True):
        if held:
            found.append((frame.box.top, ruled.grid(frame, held)))
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _together(parts: Iterable[Part]) -> list[Part]:
    """Running text that follows running text is one; a table that goes on over a page break is one."""
    done: list[Part] = []
    for part in parts:
        last = done[-1] if done else None
        if isinstance(part, Flow) and isinstance(last, Flow):
            last.lines.extend(part.lines)
        elif isinstance(part, Grid) and isinstance(last, Grid) and _continues(last, part):
            last.rows.extend(part.rows)
        else:
            done.append(part)
    return done


def _continues(above: Grid, grid: Grid) -> bool:
    """Whether two tables that follow each other have the same columns."""
    return (
        above.ruled == grid.ruled
        and len(above.edges) == len(grid.edges)
        and all(abs(one - two) <= 6 for one, two in zip(above.edges, grid.edges, strict=True))
    )


def _blocks(part: Part, measures: Measures) -> list[Block]:
    if isinstance(part, Flow):
        return blocks_of(part.lines, measures)
    if isinstance(part, Label):
        return [_heading(part, measures)]
    return [_table(part, measures)]


def _heading(label: Label, measures: Measures) -> Block:
    """A side heading as one block, its number the marker."""
    whole = blocks_of([label.lines[0]], measures)[0]
    text, pieces = joined(label.lines, _marker_length(label.lines[0], whole.marker), measures.vocabulary)
    first = label.lines[0]
    return Block(
        "heading", text, pieces, whole.marker, hang=first.box.left, indent=whole.indent, size=whole.size,
        bold=whole.bold, italic=whole.italic,
    )  # fmt: skip


def _marker_length(line: Line, marker: str) -> int:
    return len(marker) if line.spans[0].text.startswith(marker) else 0


def _table(grid: Grid, measures: Measures) -> Block:
    rows = tuple(tuple(_cell(slot, measures) for slot in row) for row in grid.rows)
    lines = [line for row in grid.rows for slot in row for line in slot.lines]
    size = strips.size(lines[0]) if lines else 0.0
    return Block(
        "table", "", hang=grid.edges[0], indent=grid.edges[0], size=size, rows=rows, header=grid.header or _headed(grid)
    )


def _cell(slot: Slot, measures: Measures) -> Cell:
    return Cell(tuple(blocks_of(slot.lines, measures, right=slot.right or None)), slot.spans)


def _headed(grid: Grid) -> bool:
    """Whether a table's first row is its header: all bold, over rows that are not."""
    if len(grid.rows) < 2:
        return False
    first = [line for slot in grid.rows[0] for line in slot.lines]
    rest = [line for row in grid.rows[1:] for slot in row[1:] for line in slot.lines]
    return bool(first) and all(map(strips.bold, first)) and not all(map(strips.bold, rest))


def _running_block(line: Line, measures: Measures) -> Block:
    text, pieces = joined([line], 0, measures.vocabulary)
    return Block("paragraph", text, pieces, hang=line.box.left, indent=line.box.left, size=strips.size(line))
