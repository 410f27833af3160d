"""Which words of a record's source are those of a part of it; and one source of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from minutes.wording import key

Part = dict[str, Any]  # of a quote: text, page, boxes, paragraph; see minutes.models.Sourced.quote_parts
ENOUGH = 0.6  # of a text's words must stand in the source, in their order
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a quote: which part and line it stands in, and between which letters of the line."""

    part: int
    line: int
    begin: int
    end: int
    key: str


def as_source(parts: Sequence[Part]) -> dict[str, Any]:
    """The parts of a quote as the fields of a record's source."""
    first, *rest = parts
    fields = {"page": first["page"], "paragraph": first["paragraph"], "quote": first["text"], "boxes": first["boxes"]}
    return fields | {"quote_rest": rest}


def of_both(one: Sequence[Part], other: Sequence[Part]) -> list[Part]:
    """The parts of two quotes of one paper in its order, without those that both have."""
    both = [*one, *(part for part in other if part not in one)]
    return sorted(both, key=_where)


def within(parts: Sequence[Part], text: str) -> list[Part]:
    """The words of a quote that say ``text``, verbatim, with their boxes; empty where they do not."""
    places = list(_places(parts))
    wanted = [found for word in _WORD.findall(text) if (found := key(word))]
    if not places or not wanted:
        return []
    matcher = SequenceMatcher(None, [place.key for place in places], wanted, autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in same) < ENOUGH * len(wanted):
        return []
    chosen = places[same[0].a : same[-1].a + same[-1].size]
    return [_cut(parts[at], [place for place in chosen if place.part == at]) for at in sorted({p.part for p in chosen})]


def _places(parts: Sequence[Part]) -> Any:
    for at, part in enumerate(parts):
        for number, line in enumerate(part["text"].split("\n")):
            for word in _WORD.finditer(line):
                if found := key(word[0]):
                    yield _Place(at, number, *word.span(), found)


def _cut(part: Part, chosen: Sequence[_Place]) -> Part:
    """A part of a quote from one word to another."""
    first, last = chosen[0], chosen[-1]
    lines = part["text"].split("\n")
    kept = lines[first.line : last.line + 1]
    kept[-1] = kept[-1][: last.end]
    kept[0] = kept[0][first.begin :]
    boxes = part["boxes"]
    if len(boxes) == len(lines):
        boxes = [list(box) for box in boxes[first.line : last.line + 1]]
        begin, end = (_along(part, place.line, at) for place, at in ((first, first.begin), (last, last.end)))
        boxes[0][0], boxes[-1][2] = begin, end
    return part | {"text": "\n".join(kept), "boxes": boxes}


def _along(part: Part, line: int, letter: int) -> float:
    """How far along its line's box a letter stands, by its share of the letters."""
    left, _, right, _ = part["boxes"][line]
    length = len(part["text"].split("\n")[line])
    return round(left + (right - left) * letter / max(1, length), 2)


def _where(part: Part) -> tuple[float, ...]:
    box = part["boxes"][0] if part["boxes"] else (0.0, 0.0)
    return (part["page"] or 0, part["paragraph"] or 0, box[1], box[0])
