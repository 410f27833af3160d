"""Whose words stand in a list: "In reply the Head of Parks –" over what she explained, advised and agreed to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.language import names, posts
from ingest.reading.records.passages import Passage

_LAST_NAMED = re.compile(
    r"(?:^|[\s,])(?P<who>(?:[Tt]he\s+)?[A-Z][\w.’'&-]*(?:,?\s+(?:(?:of|for|and|the)\s+)?[A-Z][\w.’'&-]*){0,8})\s*[:–—-]+\s*$"
)


def speaker_over(stream: Sequence[Passage], place: int) -> str | None:
    """Who is named at the end of the words over the list that a passage stands in, as printed.

    None where nothing stands over it, or a body: what "The Panel:" is over, is what it decided.
    """
    if not stream[place].is_entry:
        return None
    over = next((passage for passage in reversed(stream[:place]) if not passage.is_entry), None)
    match = _LAST_NAMED.search(over.text) if over and over.cell == stream[place].cell else None
    if match is None:
        return None
    who = match["who"].removeprefix("The ").removeprefix("the ")
    name = names.parse(who)
    return match["who"] if posts.is_job(who) or (name and (name.titles or name.civic)) else None
