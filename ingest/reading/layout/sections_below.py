"""Numbers of items that stand below their headings, at the first paragraph of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reading.model import Block, Section

_FEWEST = 3  # headings that a way of numbering shows in
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4})[.)]?")
_POINT = re.compile(r"(?P<number>\d{1,3})\.(?P<point>\d{1,3})[.)]?")  # "2.1", "2.2" under the second heading


def numbered_below(sections: Sequence[Section]) -> list[Section]:
    """The sections with the numbers of their first paragraphs, where each has one such, and these run on by one.

    "BUS SHELTERS" over "3. The Committee had before it …" is item 3. Two numbers under a heading are those of
    paragraphs, and the sections come back as they were.
    """
    if len(sections) < _FEWEST or any(section.number for section in sections):
        return list(sections)
    if pointed := _pointed(sections):
        return pointed
    numbers = [_numbers(section.blocks) for section in sections]
    first = [found[0] for found in numbers if found]
    alone = all(len(found) <= 1 for found in numbers)
    led = all(_number(section.blocks[0]) is not None for section, found in zip(sections, numbers, strict=True) if found)
    running = all(after == before + 1 for before, after in pairwise(first))
    if len(first) < max(_FEWEST, len(sections) - 1) or not (alone and led and running):
        return list(sections)
    return [
        replace(section, number=str(found[0])) if found else section
        for section, found in zip(sections, numbers, strict=True)
    ]


def _pointed(sections: Sequence[Section]) -> list[Section]:
    """The sections numbered by their paragraphs 2.1, 2.2 …; none where these do not all belong to one heading each."""
    found: list[str] = []
    for section in sections:
        points = [point for block in section.blocks if (point := _POINT.fullmatch(block.marker))]
        numbers = {point["number"] for point in points}
        if len(numbers) != 1 or int(points[0]["point"]) != 1:
            return []
        found.append(points[0]["number"])
    running = all(int(after) == int(before) + 1 for before, after in pairwise(found))
    return [replace(one, number=number) for one, number in zip(sections, found, strict=True)] if running else []


def _numbers(blocks: Sequence[Block]) -> list[int]:
    return [number for block in blocks if (number := _number(block)) is not None]


def _number(block: Block) -> int | None:
    found = _NUMBER.fullmatch(block.marker)
    return int(found["number"]) if found else None
