"""An attendance block, in front of the first item or under one: everybody it lists, and what its marks mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.reading.model import Block
from ingest.reading.records.attendance import initials, labels, legends, lines
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.attendance.walk import Walk


def read(
    blocks: Iterable[Block],
    *,
    item: int | None = None,
    group: Group | None = None,
    date: dt.date | None = None,
    partners: bool = False,
) -> list[Sighting]:
    """Everybody whom these blocks list, in the order of the paper.

    ``date`` is the meeting's, for grids of meetings. ``partners``: those present sit on the body, whoever sent them.
    """
    listed = tuple(initials.restored(blocks))
    legend = legends.find(listed)
    listed = tuple(legends.lettered(listed, legend))
    walk = Walk(item, group, legend, date, partners=partners)
    walk.one_each = lines.are_one_each(listed)
    for block in lines.mended(listed):
        for part in legends.apart(block, legend):
            walk.take(part)
    return _of_body(list(_explained(walk.seen, walk.lists, legend)), walk.lists)


def _of_body(seen: list[Sighting], lists_of: list[int]) -> list[Sighting]:
    """Whoever stands bare "In attendance" beside the chair is a member, where no list of members stands anywhere."""
    if any(one.role == "member" and one.status == "present" for one in seen):
        return seen
    chaired = {place for one, place in zip(seen, lists_of, strict=True) if one.role in {"chair", "vice_chair"}}
    return [
        replace(one, role="member") if place in chaired and _is_bare(one) else one
        for one, place in zip(seen, lists_of, strict=True)
    ]


def _is_bare(one: Sighting) -> bool:
    return one.role == "officer" and not one.own and one.position is None and one.status == "present"


def is_block(blocks: Iterable[Block]) -> bool:
    """Whether an attendance block stands here, though a heading above it ("5 February 2020") looked like an item's."""
    for block in blocks:
        if block.kind == "table":
            firsts = [row[0].text for row in block.rows if row]
        else:
            firsts = [label for label, low, _ in labels.run_in(block.text) if low == 0]
            firsts += [block.text] if block.kind == "heading" or block.bold else []
        if any((group := labels.group(first)) and group.role == "member" for first in firsts):
            return True
    return False


def _explained(seen: list[Sighting], lists_of: list[int], legend: Legend) -> Iterator[Sighting]:
    """The sightings with what their marks mean; in a list where some are marked as present, the others were not."""
    meanings = [legends.meaning(legend, one.marks) if one.marks else None for one in seen]
    ticked = {place for place, meaning in zip(lists_of, meanings, strict=True) if meaning and meaning.plain}
    for one, place, meaning in zip(seen, lists_of, meanings, strict=True):
        if meaning is not None:
            note = one.note if meaning.plain or meaning.status != "present" or meaning.role else meaning.words
            role, own = (meaning.role, True) if meaning.role else (one.role, one.own)
            status = meaning.status if one.status == "present" and meaning.status else one.status
            yield replace(one, status=status, role=role, own=own, note=note)
        elif place in ticked and one.status == "present":
            yield replace(one, status="absent")
        else:
            yield one
