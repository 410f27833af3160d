"""Where the words of a record are looked at: the page of its paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutes.addresses import address_of
from minutes.kinds import kind_of


def source_address(record: Any, paper: Callable[[int], str] | None = None) -> str:
    """Where a record's words stand: its paper, opened at the page, with the words marked. Empty without a paper.

    ``paper`` is where papers are (``address_of("paper")``), for who asks for many records.
    """
    if record.document_id is None:
        return ""
    place = (paper or address_of("paper"))(record.document_id)
    mark = f"mark={kind_of(record)}-{record.pk}"
    return f"{place}?page={record.page}&{mark}#page-{record.page}" if record.page else f"{place}?{mark}#marked"
