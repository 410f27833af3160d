"""Paragraphs that a bare number counts, as the list that they are: for formats whose paragraphs are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.reading.language.counts import counted
from ingest.reading.model import Block


def with_counts(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; paragraphs behind a lead-in that begin "1 The …", "2 The …" are entries with that marker.

    The number may stand in a paragraph of its own above the words. A heading, or another lead-in with a first clause,
    ends the count.
    """
    above, last = "", ""
    for apart, block in _with_numbers(blocks):
        number = _count(apart, block, above, last)
        if number:
            block = replace(block if apart else block.part(len(number) + 1), kind="entry", marker=number)
        elif apart:
            yield apart
        if number or block.kind == "heading":
            last = number
        elif block.kind == "entry" and block.marker.isdigit():
            last = block.marker
        above = block.text
        yield block


def _with_numbers(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, Block]]:
    """The blocks, with a number alone in a paragraph beside the block that it stands above."""
    apart = None
    for block in blocks:
        if apart is None and _is_plain(block) and block.text.isdigit():
            apart = block
            continue
        yield apart, block
        apart = None
    if apart:
        yield None, apart


def _count(apart: Block | None, block: Block, above: str, last: str) -> str:
    if not _is_plain(block):
        return ""
    words = f"{apart.text} {block.text}" if apart else block.text
    return counted(words, above, last) or counted(words, above, "")


def _is_plain(block: Block) -> bool:
    return block.kind == "paragraph" and not block.marker
