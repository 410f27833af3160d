"""Lists of performance: "Calls answered within 20 seconds: 84% (target 90%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.model import Block, Cell, Doubt
from ingest.reading.records.indicators.rows import Found
from ingest.reading.records.indicators.words import FIGURE

_ENTRY = re.compile(
    r"(?P<name>[^:;.]{6,120}?)\s*(?::|\s[–—-])\s*(?P<value>[^:;()]{1,40}?)\s*"
    r"(?:[(\[,;–-]\s*)(?:against\s+)?(?:an?\s+|the\s+)?(?:annual\s+)?target(?:\s+(?:of|is|was))?\s*[:=]?\s*"
    r"(?P<target>[^()]{1,40}?)\s*[)\]]?\s*\.?;?",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = re.compile(
    rf"\b(?:(?:Q[1-4]|Quarter\s+(?:[1-4]|one|two|three|four))(?:,?\s+(?:of\s+)?{_YEAR})?|{_MONTH}\s+{_YEAR}|{_YEAR})"
)
_NO_PERIOD = "The paper does not say which period this value is of."


def entry(blocks: Sequence[Block], place: int) -> Iterator[Found]:
    """The indicator that a line gives with its value and target, of the period that the list's lead-in names.

    The period is blank, with a doubt, where the lead-in names none or several.
    """
    block = blocks[place]
    if "arget" not in block.text or not (match := _ENTRY.fullmatch(block.text.strip())):
        return
    if not FIGURE.fullmatch(match["value"].strip()) or not re.match(
        r"\W*\d|\w+ than \d|under \d|over \d", match["target"]
    ):
        return
    offset = len(block.text) - len(block.text.lstrip())
    name = replace(block.part(offset + match.start("name"), offset + match.end("name")), marker="")
    lead = _lead_in(blocks, place)
    when = {found[0] for found in _WHEN.finditer(lead)}
    period = when.pop() if len(when) == 1 else ""
    doubts = () if period else (Doubt(_NO_PERIOD, "values"),)
    yield Found(Cell((name,)), (match["value"].strip(),), (period,), match["target"].strip(), "", doubts)


def _lead_in(blocks: Sequence[Block], place: int) -> str:
    """The paragraph above a list, where it leads in to it."""
    above = next((block for block in reversed(blocks[:place]) if not _ENTRY.fullmatch(block.text.strip())), None)
    return above.text if above is not None and above.text.rstrip().endswith(":") else ""
