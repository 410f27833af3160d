"""Papers of invented lines for tests of what a paper is divided into: headings, bold words and plain ones."""

from __future__ import annotations

from ingest.reading.layout.sections import paper
from ingest.reading.model import Block, Cell, Paper, Piece
from ingest.reading.sources.markers import marked

TOP = """
# Exford Borough Council
# Housing Scrutiny Committee
Minutes of the meeting held on Tuesday, 4 March 2025 at 6.30 pm in the Town Hall, Exford
* Present
Councillors A Smith (Chair), B Jones and C Brown
"""
SAID = "The Director presented the report and answered questions from Members."


def line(text: str) -> Block:
    """A heading ("# "), a paragraph in bold ("* ") or a plain one, with its marker taken off as the sources do."""
    look, words = (text[0], text[2:]) if text[:2] in {"# ", "* "} else ("", text)
    mark = marked(words)
    rest = words[mark.start :]
    pieces = (Piece(rest, 0, paragraph=1, bold=bool(look)),) if rest else ()
    kind = "heading" if look == "#" else "entry" if mark.marker else "paragraph"
    return Block(kind=kind, text=rest, marker=mark.marker, bold=bool(look), size=11, pieces=pieces)  # type: ignore[arg-type]


def table(*rows: tuple[str, ...]) -> Block:
    return Block(
        kind="table",
        text="",
        rows=tuple(tuple(Cell(tuple(map(line, filter(None, cell.split("\n"))))) for cell in row) for row in rows),
    )


def read(*body: str | Block, top: str = TOP) -> Paper:
    parts = [part for part in (top, *body) if part]
    blocks: list[Block] = []
    for part in parts:
        blocks.extend([part] if isinstance(part, Block) else map(line, part.strip().split("\n")))
    return paper(tuple(blocks))


def items(found: Paper) -> list[tuple[str | None, str]]:
    return [(section.number, section.title) for section in found.sections]
