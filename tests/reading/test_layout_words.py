"""Every word of every page of the corpus is in the blocks or in the running lines: none lost, none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTItem

from ingest.reading.layout.blocks import of_pages
from ingest.reading.model import Block, Page, Piece
from ingest.reading.sources.pdf import pages

_SHARED = Path(__file__).parents[3] / "shared"
PAPERS = [
    path
    for folder in ("corpus/documents", "demo")
    for path in sorted((_SHARED / folder).rglob("*.pdf"))
    if "scanned" not in path.name
]
on_each_paper = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
pytestmark = pytest.mark.skipif(not PAPERS, reason="the corpus is not beside the repository (../shared/corpus)")


@cache
def laid_out(path: Path) -> tuple[tuple[Page, ...], tuple[Block, ...], tuple[Block, ...]]:
    found = pages(path)
    return found, *of_pages(found)


def all_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for row in block.rows:
            for cell in row:
                yield from all_blocks(cell.blocks)


def letters(text: str) -> Counter[str]:
    """Letters and digits alone: bullets have other codes, spaces and hyphens are the layout's affair."""
    spelt = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi").replace("ﬄ", "ffl")
    return Counter(letter for letter in spelt if letter.isalnum())


def drawn(item: LTItem) -> Iterator[str]:
    if isinstance(item, LTChar):
        yield item.get_text()
    else:
        for inner in getattr(item, "_objs", ()):
            yield from drawn(inner)


@on_each_paper
def test_every_letter_of_a_page_is_read_once(path: Path) -> None:
    read, _, _ = laid_out(path)
    for page, other in zip(read, extract_pages(path), strict=True):
        ours = letters("".join(span.text for line in page.lines for span in line.spans))
        assert ours == letters("".join(drawn(other))), f"page {page.number}"


@on_each_paper
def test_every_word_is_in_a_block_once(path: Path) -> None:
    read, blocks, running = laid_out(path)
    printed = Counter(word for page in read for line in page.lines for word in _bare(line.text))
    kept = Counter(word for block in all_blocks((*blocks, *running)) for word in _bare(_marked(block)))
    assert letters("".join(printed.elements())) == letters("".join(kept.elements()))
    split = (printed - kept) + (kept - printed)
    assert sum(split.values()) <= 0.02 * sum(printed.values()), split.most_common(12)


def _marked(block: Block) -> str:
    return block.marker + " " + _printed(block)


def _printed(block: Block) -> str:
    """What the block's pieces print, in order."""
    text = ""
    for piece in block.pieces:
        text += ("" if len(text) and piece.start == _end(block.pieces, piece) else " ") + piece.text
    return text


def _end(pieces: tuple[Piece, ...], piece: Piece) -> int:
    before = pieces[pieces.index(piece) - 1]
    return before.start + len(before.text) - before.hyphenated


def _bare(text: str) -> list[str]:
    return ["".join(letter for letter in word if letter.isalnum()) for word in text.split()]


@on_each_paper
def test_pieces_are_the_blocks_text(path: Path) -> None:
    _, blocks, running = laid_out(path)
    for block in all_blocks((*blocks, *running)):
        rebuilt = [" "] * len(block.text)
        for piece in block.pieces:
            shown = piece.text[:-1] if piece.hyphenated else piece.text
            rebuilt[piece.start : piece.start + len(shown)] = shown
        assert "".join(rebuilt) == block.text


@on_each_paper
def test_boxes_lie_on_their_page(path: Path) -> None:
    read, blocks, running = laid_out(path)
    sizes = {page.number: (page.width, page.height) for page in read}
    for block in all_blocks((*blocks, *running)):
        for piece in block.pieces:
            assert piece.box is not None
            assert piece.page is not None
            width, height = sizes[piece.page]
            assert -2 <= piece.box.left <= piece.box.right <= width + 2, piece
            assert -2 <= piece.box.top <= piece.box.bottom <= height + 2, piece


@on_each_paper
def test_any_part_of_a_block_can_be_quoted(path: Path) -> None:
    _, blocks, _ = laid_out(path)
    for block in all_blocks(blocks):
        if block.text:
            middle = len(block.text) // 2
            quote = block.quote(0, middle + 1)
            assert quote.text.split()[0] == block.text.split()[0][: middle + 1]
            assert quote.boxes
            assert quote.page == block.page
