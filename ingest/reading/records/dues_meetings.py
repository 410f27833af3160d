"""The days of the meetings to come that a paper lists, beside the next one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ingest.reading.language.dates import dates
from ingest.reading.model import Block, Paper
from ingest.reading.records.passages import everything

# "Dates of future meetings", "Meetings for the rest of the civic year: 4 May 2031, 6 July 2031"
_LISTED = re.compile(
    r"(?:(?:the\s+)?(?:dates?|schedule|programme|calendar)\s+(?:of|for)\s+(?:the\s+)?(?:next|future|forthcoming|further|remaining)?\s*"
    r"meetings?|(?:next|future|forthcoming|further|remaining)\s+meetings?(?:\s+dates)?|"
    r"meetings\s+for\s+the\s+(?:rest|remainder)\s+of)\b",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r"\b(?:cabinet|council\b(?!\s+(?:chamber|house|offices)))\b|\bboards?\b", re.IGNORECASE)
_LINES = 8  # under the heading


def meetings_listed(paper: Paper, day: dt.date | None) -> tuple[dt.date, ...]:
    """The days after ``day`` that stand under or behind words that say that they are those of later meetings."""
    found = {one.date for block in _lists(paper) for one in dates(block.text, day) if one.exact}
    return tuple(sorted(one for one in found if day is None or one > day))


def _lists(paper: Paper) -> Iterator[Block]:
    """The lines that list meetings; of a table, which may be the dates of several bodies, nothing."""
    for section in paper.sections:
        if _LISTED.match(section.title):
            yield from [block for block in section.blocks if block.kind != "table"][:_LINES]
    last = list(everything((*(paper.sections[-1].blocks if paper.sections else ()), *paper.tail)))
    for place, block in enumerate(last):
        if _LISTED.match(block.text) and not _ANOTHERS.search(block.text):
            yield from last[place : place + _LINES]
