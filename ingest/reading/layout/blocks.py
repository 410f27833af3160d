"""Pages of lines to headings, paragraphs, list entries and tables in reading order.

Tables: a drawn table, columns of names, and a label with its words beside it ("Present:   Councillor A Barnes")
are all a block of kind "table" with a row of cells a row; the last has two columns and no header. A side
heading (number and heading in a column of their own) is one heading block, followed by the text beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.reading.layout import columns, margin, markers, newspaper, numbered_lines, running, side, strips, tables
from ingest.reading.layout.measures import Measures
from ingest.reading.layout.paragraphs import blocks_of
from ingest.reading.layout.parts import Flow, Grid, Label, Part, Slot
from ingest.reading.layout.words import joined
from ingest.reading.model import Block, Cell, Line, Page


def of_pages(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of a paper in reading order, and its running headers, footers and page numbers.

    A header row that a table repeats on its next page is among the latter.
    """
    pages = numbered_lines.without(pages)
    flow, out = running.parted(pages)
    measures = Measures.of([line for lines in flow for line in lines])
    papers = [_items(page, lines) for page, lines in zip(pages, flow, strict=True)]
    place = newspaper.edge(flow)
    if place is None:
        papers, notes = margin.taken_out(papers)
        parts, repeated = tables.together(_parts(papers))
    else:
        notes, ordered = [], (_in_columns(*page, place) for page in zip(papers, flow, strict=True))
        parts, repeated = tables.together([part for page in ordered for part in page])
    measures.take_margins([line for part in parts if isinstance(part, Flow) for line in part.lines])
    blocks: list[Block] = []
    for part in parts:
        blocks.extend(_blocks(part, measures))
    whole = margin.put_back(list(_with_gaps(blocks)), margin.blocks(notes, measures))
    return tuple(whole), tuple(_running_block(line, measures) for line in (*out, *repeated))


def _with_gaps(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with the white space above each, whatever stands above it: text, a table or a column beside."""
    page, bottom = 0, 0.0
    for block in blocks:
        boxes = [(piece.page, piece.box) for piece in block.all_pieces() if piece.page and piece.box]
        if not boxes:
            yield block
            continue
        first, last = boxes[0], boxes[-1]
        yield replace(block, gap=max(0.0, first[1].top - bottom) if first[0] == page else 0.0)
        page, bottom = last[0], max(box.bottom for number, box in boxes if number == last[0])


Item = list[Line] | Grid


def _parts(papers: Sequence[Sequence[Item]]) -> list[Part]:
    """The parts of all pages in order."""
    place = side.edge([[item for item in items if not isinstance(item, Grid)] for items in papers])
    if place is not None:
        return _beside(papers, place)
    return [part for items in papers for part in _page_parts(items)]


def _page_parts(items: Sequence[Item | Flow]) -> Iterator[Part]:
    """A page's parts: what is known already, and the rows between taken apart."""
    rows: list[list[Line]] = []
    for item in items:
        if isinstance(item, Grid | Flow):
            yield from columns.parts_of(rows)
            yield item
            rows = []
        else:
            rows.append(item)
    yield from columns.parts_of(rows)


def _in_columns(items: Sequence[Item], lines: Sequence[Line], place: int) -> Iterator[Part]:
    """The parts of a page of a paper in two columns; a page with drawn tables is read from top to bottom."""
    tabled = any(isinstance(item, Grid) for item in items)
    ordered = None if tabled else newspaper.in_order(lines, place)
    return _page_parts(items if ordered is None else ordered)


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
    grids, rest = tables.drawn(page, lines)
    found: list[tuple[float, Item]] = [(grid.top, grid) for grid in grids]
    found.extend(((row[0].box.top + row[0].box.bottom) / 2, row) for row in _rows(rest))
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines as rows of strips; lines that stand beside each other, a little higher or lower, are one row."""
    rows: list[list[Line]] = []
    for line in lines:
        parts = strips.strips(line)
        above = rows[-1] if rows else None
        if above is not None and _beside_each_other(above, line):
            rows[-1] = sorted([*above, *parts], key=lambda part: part.box.left)
        else:
            rows.append(parts)
    return rows


def _beside_each_other(row: list[Line], line: Line) -> bool:
    if line.box.top > row[0].box.bottom - 0.55 * strips.size(line):
        return False
    return all(part.box.right < line.box.left - 4 or part.box.left > line.box.right + 4 for part in row)


def _blocks(part: Part, measures: Measures) -> list[Block]:
    if isinstance(part, Flow):
        return blocks_of(part.lines, measures, right=part.right or None)
    if isinstance(part, Label):
        return [_heading(part, measures)]
    return [_table(part, measures)]


def _heading(label: Label, measures: Measures) -> Block:
    """A side heading as one block, its number the marker."""
    first = label.lines[0]
    whole = blocks_of([first], measures)[0]
    above = len(label.lines) > 1 and markers.alone(first.text)  # the number stands over the heading
    marker = first.text if above else whole.marker
    text, pieces = joined(label.lines, _marker_length(first, marker), measures.vocabulary)
    return Block(
        "heading", text, pieces, marker, hang=first.box.left, indent=whole.indent, size=whole.size,
        bold=whole.bold, italic=whole.italic,
    )  # fmt: skip


def _marker_length(line: Line, marker: str) -> int:
    return len(marker) if line.spans[0].text.startswith(marker) else 0


def _table(grid: Grid, measures: Measures) -> Block:
    rows = tuple(tuple(_cell(slot, measures) for slot in row) for row in grid.rows)
    lines = [line for row in grid.rows for slot in row for line in slot.lines]
    size = strips.size(lines[0]) if lines else 0.0
    return Block(
        "table", "", hang=grid.edges[0], indent=grid.edges[0], size=size, rows=rows, header=tables.headed(grid)
    )


def _cell(slot: Slot, measures: Measures) -> Cell:
    """A cell's blocks; a table that is drawn inside it stands among them as a block."""
    blocks: list[Block] = []
    lines = list(slot.lines)
    for grid in slot.grids:
        above = [
            line for line in lines if line.page < grid.page or (line.page == grid.page and line.box.top < grid.top)
        ]
        lines = lines[len(above) :]
        blocks.extend(blocks_of(above, measures, right=slot.right or None, cell=True))
        blocks.append(_table(grid, measures))
    blocks.extend(blocks_of(lines, measures, slot.right or None, cell=True, names=slot.names))
    return Cell(tuple(blocks), slot.spans)


def _running_block(line: Line, measures: Measures) -> Block:
    text, pieces = joined([line], 0, measures.vocabulary)
    return Block("paragraph", text, pieces, hang=line.box.left, indent=line.box.left, size=strips.size(line))
