"""What a page falls into before its lines become paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.model import Line


@dataclass(slots=True)
class Flow:
    """Lines of running text in reading order. ``right`` is where full lines end."""

    lines: list[Line] = field(default_factory=list)
    right: float = 0.0


@dataclass(slots=True)
class Label:
    """A heading beside the text that follows it, in a column of its own; it may go on over a page break."""

    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Slot:
    """A cell: its lines, how many columns it spans, where its full lines end, and the tables drawn inside it."""

    lines: list[Line] = field(default_factory=list)
    spans: int = 1
    right: float = 0.0
    grids: list[Grid] = field(default_factory=list)
    names: bool = False  # a list of names, one a line


@dataclass(slots=True)
class Grid:
    """A table's cells, row by row. ``edges`` are the columns' left edges; ``ruled`` says whether it is drawn."""

    rows: list[list[Slot]]
    edges: tuple[float, ...]
    ruled: bool = False
    header: bool = False
    page: int = 0
    top: float = 0.0


Part = Flow | Label | Grid
