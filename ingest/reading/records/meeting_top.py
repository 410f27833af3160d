"""The top of a paper: its title lines, its labelled values, and what stands at the edge of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.reading.model import Block, Cell, Paper, Piece, Quote

_NAMES = re.compile(
    r"(?:\W*(?:members?|those|councillors?|committee members?|officers?|voting members?|lead member)\s*)*"
    r"(?:(?:members? )?present|in attendance|attendance|attendees|those present|apologies|committee members|"
    r"lead member|visiting members|members|officers|yn bresennol|in the room|membership)\b\s*(?:[:–—-]|$|\()|"
    r"present\b|those present\b|members present\b",
    re.I,
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z /()’']{1,28}?)\s*:\s*(?P<value>\S.*)", re.S)
_MOST = 14  # blocks that a title takes at most


@dataclass(frozen=True)
class Claim:
    """Words of the paper that say something of the meeting: ``block.text[start:end]``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    def quote(self) -> Quote:
        return self.block.quote(self.start, self.end)

    def part(self, start: int, end: int) -> Claim:
        """The claim of a part of these words."""
        return Claim(self.block, self.start + start, self.start + end)


@dataclass(frozen=True)
class Top:
    """``lines`` are the title's blocks, ``whole`` all of them as one, "\\n" between; ``labels`` what has a label."""

    lines: tuple[Block, ...]
    whole: Block
    labels: tuple[tuple[str, Claim], ...]
    running: tuple[Block, ...]

    def labelled(self, *names: str) -> list[Claim]:
        """The values under these labels, in the paper's order."""
        return [claim for label, claim in self.labels if label in names]


def top_of(paper: Paper) -> Top:
    """The top of the paper, up to the first word on who was there."""
    lines: list[Block] = []
    labels: list[tuple[str, Claim]] = []
    for block in _titles(paper.front):
        found = _label(block)
        if found:
            labels.append(found)
        lines.append(block)
    running = tuple(block for block in paper.running if block.kind != "table")
    return Top(tuple(lines), lined(tuple(lines)), tuple(labels), running)


def _titles(front: tuple[Block, ...]) -> Iterator[Block]:
    """Paragraphs of the title; the rows of a table of labels become "Date: 4 March" lines."""
    for count, block in enumerate(front):
        rows = _lines_of(block) if block.kind == "table" else [block]
        for row in rows:
            if _NAMES.match(row.marked_text) or count >= _MOST:
                return
            if row.text.strip():
                yield replace(row, text=row.marked_text, pieces=_shifted(row)) if row.marker else row


def _shifted(block: Block) -> tuple[Piece, ...]:
    """The pieces of a block whose marker was put back before its words ("19" of "19 JANUARY")."""
    by = len(block.marked_text) - len(block.text)
    return tuple(replace(piece, start=piece.start + by) for piece in block.pieces)


def _lines_of(table: Block) -> list[Block]:
    found = []
    for row in table.rows:
        inside = [block for cell in row for block in cell.blocks if block.kind != "table"]
        if len(row) >= 2 and row[0].blocks and len(inside) >= 2:
            found.append(_labelled(row[0], inside))
        else:
            found.extend(inside)
    return found


def _labelled(label: Cell, inside: list[Block]) -> Block:
    """A label and its value as one line, with a colon between."""
    value = [block for block in inside if block not in label.blocks]
    whole = lined(tuple(value), " ")
    name = label.text.strip().rstrip(":")
    by = len(name) + 2
    pieces = tuple(replace(piece, start=piece.start + by) for piece in whole.pieces)
    return replace(whole, text=f"{name}: {whole.text}", pieces=pieces)


def _label(block: Block) -> tuple[str, Claim] | None:
    found = _LABEL.match(block.text)
    if not found:
        return None
    return found["label"].strip().lower(), Claim(block, found.start("value"), len(block.text))


def lined(blocks: tuple[Block, ...], between: str = "\n") -> Block:
    """Several blocks as one, so that a sentence set over them can be matched and quoted."""
    whole = ""
    pieces: list[Piece] = []
    for block in blocks:
        whole += between if whole else ""
        pieces.extend(replace(piece, start=piece.start + len(whole)) for piece in block.pieces)
        whole += block.text
    return Block(kind="paragraph", text=whole, pieces=tuple(pieces))


def everything(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every paragraph, those in tables too."""
    for block in blocks:
        if block.kind != "table":
            yield block
        for row in block.rows:
            for cell in row:
                yield from everything(cell.blocks)
