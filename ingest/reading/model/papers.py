"""Sections: the paper taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.reading.model.blocks import Block
from ingest.reading.model.said import Problem

Kind = Literal["minutes", "briefing_notes", "portfolio_report"]


@dataclass(frozen=True, slots=True)
class Section:
    """An agenda item (or a numbered section of a report, or a heading of notes) with what stands under it.

    ``number`` is as printed without a final stop; None in papers without numbers.
    """

    number: str | None
    title: str
    heading: tuple[Block, ...]  # the blocks the title was read from; more than one for a side heading over a page
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document taken apart: what stands before the first item, the items, what stands after the last.

    ``running`` are headers and footers that repeat, out of the flow. ``kind`` is None where the document is
    none of the three kinds.
    """

    kind: Kind | None
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    tail: tuple[Block, ...] = ()
    running: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
