"""The lines of an attendance block: those that a page broke, and those that hold one person and a body each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.model import Block
from ingest.reading.records.attendance.listed import Listed

# "…, Ann Moss, Sarah" and "North, Raj Singh": a name that a line's end breaks
_BROKEN = re.compile(r",\s+[A-Z][\w’'-]+$")
_REST = re.compile(r"[A-Z][\w’'-]+,")
_ENOUGH = 3  # lines of a name, a comma and a body


def mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with a list of names that was broken inside a bracket or a post put together again."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _goes_on(before, block):
            pieces = tuple(replace(piece, start=piece.start + len(before.text) + 1) for piece in block.pieces)
            before = replace(before, text=f"{before.text} {block.text}", pieces=before.pieces + pieces)
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _goes_on(before: Block, block: Block) -> bool:
    if not (before.kind == block.kind == "paragraph") or block.marker or before.text.rstrip().endswith((":", ".")):
        return False
    text = before.text
    open_bracket = text.count("(") > text.count(")") and block.text.count(")") > block.text.count("(")
    broken = _BROKEN.search(text) and _REST.match(block.text)
    return open_bracket or bool(broken) or (block.text.startswith("(") and not text.endswith(")"))


def are_one_each(blocks: Iterable[Block]) -> bool:
    """Whether lines hold one person each and the body that sent them: "Ann Marrow, Ministry of Works"."""
    found = 0
    for block in blocks:
        first, comma, rest = block.text.partition(",")
        if not comma or "," in rest or len(rest.split()) > 8:
            continue
        name = names.parse(first)
        if name and name.first and not name.civic and names.parse(rest) is None and not posts.is_job(rest):
            found += bodies.is_outside(rest) or " of " in rest or rest.endswith("Office")
    return found >= _ENOUGH


def with_body(listed: list[Listed], text: str) -> list[Listed]:
    """The person of such a line, whose body has the shape of a name: "Bob Oakes, Talk Together"."""
    if len(listed) != 2 or text.count(",") != 1 or any(one.found.name.titles or one.brackets for one in listed[1:]):
        return listed
    person, body = listed
    if person.position or body.position or body.found.name.civic or not body.found.name.spelt_out:
        return listed
    person.position, person.end = text[body.start : body.end].strip(" ,."), body.end
    return [person]
