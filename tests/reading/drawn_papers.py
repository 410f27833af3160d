"""Papers that tests draw, as the layout reads them: paragraphs to draw, and blocks to look at."""

from __future__ import annotations

from pathlib import Path

from ingest.reading.layout.blocks import of_pages
from ingest.reading.model import Block
from ingest.reading.sources.pdf import pages
from tests.reading.pdf_writer import Paper, column, wrapped

LONG = (
    "The Panel received a report on the painting of harbour railings, which ran to 318 yards, and was told that a yard "
    "took half a morning and that the crew of seven painters had been hired before the storms of that autumn."
)
OTHER = (
    "Members discussed with the officer the price of a second barge, the storing of rope in dry lofts and how soon "
    "the old west quay could be counted among the moorings that were opened first when gales were on their way."
)
WELSH = (
    "Derbyniodd y Panel adroddiad ar beintio muriau yr harbwr, sef 318 o lathenni, a chlywodd fod pob mur yn cymryd "
    "hanner bore a bod y criw o saith peintiwr wedi ei gyflogi cyn stormydd yr hydref hwnnw yn yr hen sir."
)


def laid_out(folder: Path, *contents: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    paper = Paper()
    for content in contents:
        paper.page(content)
    return of_pages(pages(paper.save(folder / "paper.pdf")))


def blocks(folder: Path, *contents: str) -> list[Block]:
    return list(laid_out(folder, *contents)[0])


def shown(block: Block) -> str:
    return f"{block.kind}: {block.marked_text}"


def cells(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def paragraphs(*wholes: str, top: float = 700, left: float = 72, room: float = 450) -> str:
    """Paragraphs with space between them."""
    drawn = ""
    for whole in wholes:
        lines = wrapped(whole, room)
        drawn += column(left, top, lines)
        top -= 13.5 * len(lines) + 8
    return drawn
