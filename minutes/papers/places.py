"""Where the words of a record are looked at: the page of its paper."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from minutes.kinds import kind_of


def source_address(record: Any) -> str:
    """Where a record's words stand: its paper, opened at the page, with the words marked. Empty without a paper."""
    if record.document_id is None:
        return ""
    mark = f"{kind_of(record)}-{record.pk}"
    query = {"page": record.page, "mark": mark} if record.page else {"mark": mark}
    fragment = f"page-{record.page}" if record.page else "marked"
    return f"{reverse('paper', args=[record.document_id])}?{urlencode(query)}#{fragment}"
