"""The top of a paper: its title lines, its labelled values, and what stands at the edge of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.reading.language import bodies, welsh
from ingest.reading.model import Block, Cell, Paper, Piece, Quote
from ingest.reading.records.passages import is_business

_NAMES = re.compile(
    r"(?:\W*(?:members?|those|councillors?|committee members?|officers?|voting members?|lead member)\s*)*"
    r"(?:(?:members? )?present|in attendance|attendance|attendees|those present|apologies|committee members|"
    r"lead member|visiting members|members|officers|yn bresennol|in the room|membership)\b\s*(?:[:–—-]|$|\()|"
    r"present\b|those present\b|members present\b",
    re.I,
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z /()’']{1,28}?)\s*:\s*(?P<value>\S.*)", re.S)
_LONGEST = 1200  # letters of a title; more is text, in which nothing of the title stands
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

    @property
    def grounded(self) -> bool:
        """Do words of the document stand behind this?"""
        return any(p.start < self.end and p.start + len(p.text) > self.start for p in self.block.pieces)

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
    for block in (part for title in _titles(paper.front) for part in _by_label(title)):
        found = _label(block)
        if found:
            labels.append(found)
        lines.append(block)
    running = tuple(block for block in paper.running if block.kind != "table")
    return Top(tuple(lines), lined(tuple(lines)), tuple(labels), running)


def _titles(front: tuple[Block, ...]) -> Iterator[Block]:
    """Paragraphs of the title; the rows of a table of labels become "Date: 4 March" lines."""
    for count, block in enumerate(front):
        if is_business(block):
            continue
        rows = _lines_of(block) if block.kind == "table" else [block]
        for row in rows:
            if _NAMES.match(row.marked_text) or count >= _MOST:
                return
            if row.text.strip() and len(row.text) <= _LONGEST:
                yield from _as_printed(replace(row, text=row.marked_text, pieces=_shifted(row)) if row.marker else row)


# "LONDON BOROUGH OF EXE HEALTH PANEL": only where the lines end does one see where such a name does
# "PWYLLGOR IECHYD / HEALTH COMMITTEE" over two lines: where the Welsh name ends and the English one begins
_BY_LINES = re.compile(rf"(?:the\s+)?{bodies.BOROUGH_OF}\s|(?:y\s+)?{welsh.BODY}\b", re.I)
_FOLDED = re.compile(r"(?:and|&|of|upon|on|with|the)\b", re.I)


def _as_printed(block: Block) -> Iterator[Block]:
    """The printed lines of a title that begins with a council's name in front, or a body's in Welsh; else the title."""
    starts = [piece.start for piece in block.pieces if piece.start and not _FOLDED.match(block.text, piece.start)]
    if block.kind != "heading" or not starts or not _BY_LINES.match(block.text):
        yield block
        return
    for start, stop in pairwise([0, *starts, len(block.text)]):
        yield block.part(start, start + len(block.text[start:stop].rstrip()))


# Labels that stand several in a line: "Date: 4 March 2025 Time: 6.30 pm Venue: Town Hall"
_KNOWN = re.compile(
    r"(?:(?<=\s)|^)(?:date(?: of meeting)?|time|start(?:ed)?(?: time)?|finish(?:ed)?(?: time)?|end(?: time)?|venue|"
    r"location|place|chair(?:man|person)?|committee)\s*:\s",
    re.I,
)


def _by_label(block: Block) -> list[Block]:
    """The parts of a line that has several labels; else the line."""
    starts = [found.start() for found in _KNOWN.finditer(block.text)]
    if len(starts) < 2:
        return [block]
    edges = [*({0} - {*starts}), *starts, len(block.text)]
    parts = (block.part(start, start + len(block.text[start:stop].rstrip())) for start, stop in pairwise(edges))
    return [part for part in parts if part.text.strip()]


def _shifted(block: Block) -> tuple[Piece, ...]:
    """The pieces of a block whose marker was put back before its words ("19" of "19 JANUARY")."""
    by = len(block.marked_text) - len(block.text)
    return tuple(replace(piece, start=piece.start + by) for piece in block.pieces)


def _lines_of(table: Block) -> list[Block]:
    found: list[Block] = []
    for row in table.rows:
        inside = [block for cell in row for block in cell.blocks if block.kind != "table"]
        if len(row) >= 4 and all(map(_is_label, row[::2])):  # Date: | 4 March | Time: | 6.30 pm
            found.extend(_labelled(*pair) for pair in zip(row[::2], row[1::2], strict=False) if pair[1].text.strip())
        elif all(_labels_itself(cell) for cell in row if cell.blocks):
            found.extend(_labelled(Cell(cell.blocks[:1]), Cell(cell.blocks[1:])) for cell in row if cell.blocks)
        elif len(row) >= 2 and row[0].blocks and len(inside) >= 2 and not _NO_LABEL.match(row[0].text):
            found.append(_labelled(row[0], Cell(tuple(block for cell in row[1:] for block in cell.blocks))))
        else:
            found.extend(inside)
    return found


# A first cell that labels nothing: one with its own value, or a title that stands in Welsh beside English
_NO_LABEL = re.compile(rf"{_LABEL.pattern}|(?:.*\b)?(?:cyngor|{welsh.BODY}|cofnodion|dydd)\b", re.I | re.S)


def _labels_itself(cell: Cell) -> bool:
    """A cell that has its label in a line above the value ("Venue:" over "Town Hall")."""
    return (
        len(cell.blocks) == 2 and cell.blocks[0].text.rstrip().endswith(":") and len(cell.blocks[0].text.split()) <= 5
    )


def _is_label(cell: Cell) -> bool:
    """Could this be the label of the cell beside it: a few words, no figures?"""
    return not cell.blocks or (len(cell.text.split()) <= 4 and not re.search(r"\d", cell.text))


def _labelled(label: Cell, value: Cell) -> Block:
    """A label and its value as one line, with a colon between."""
    inside = [block for block in value.blocks if block.kind != "table" and block.text]
    names = [block for block in label.blocks if block.kind != "table"]
    whole = lined(tuple(inside), " ")
    name = lined(tuple(names), " ")
    printed = name.text.strip().rstrip(": ")
    by = len(printed) + 2
    pieces = tuple(replace(piece, start=piece.start + by) for piece in whole.pieces)
    kept = tuple(piece for piece in name.pieces if piece.start < len(printed))
    return replace(whole, text=f"{printed}: {whole.text}", pieces=(*kept, *pieces))


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
