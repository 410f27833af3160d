"""Records of one kind in the order of their paper, those that people added among those that were read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Place = tuple[float, float, float]


def in_paper_order(records: Iterable[Any]) -> list[Any]:
    """``records`` come in the order in which they were read, which is the paper's, also of columns side by side.

    One that a person added goes before the first one that was read and stands further on, by its words; one without
    words of the paper goes last.
    """
    found = list(records)
    added = [record for record in found if record.added_by_id is not None]
    if not added:
        return found
    ordered = [record for record in found if record.added_by_id is None]
    for record in added:
        place = _place(record)
        further = (at for at, other in enumerate(ordered) if place and _place(other) and place < _place(other))
        ordered.insert(next(further, len(ordered)), record)
    return ordered


def _place(record: Any) -> Place | None:
    """Page and height of a record's first words, or its paragraph; None where it has none."""
    if record.boxes and record.page:
        left, top, *_ = record.boxes[0]
        return (record.page, top, left)
    return (0, record.paragraph, 0) if record.paragraph else None
