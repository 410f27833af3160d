"""Paragraphs that a bare number counts, as the list that they are: for formats whose paragraphs are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.reading.language.counts import counted
from ingest.reading.model import Block


def with_counts(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; paragraphs behind a lead-in that begin "1 The …", "2 The …" are entries with that marker.

    A heading, or another lead-in with a first clause, ends the count.
    """
    above, last = "", ""
    for block in blocks:
        plain = block.kind == "paragraph" and not block.marker
        number = (counted(block.text, above, last) or counted(block.text, above, "")) if plain else ""
        if number:
            block = replace(block.part(len(number) + 1), kind="entry", marker=number)
        if number or block.kind == "heading":
            last = number
        elif block.kind == "entry" and block.marker.isdigit():
            last = block.marker
        above = block.text
        yield block
