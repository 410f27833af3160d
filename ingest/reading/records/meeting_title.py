"""The title of a report: what it is called, beside the body that it goes to."""

from __future__ import annotations

import re

from ingest.reading.language.dates import dates
from ingest.reading.records.meeting_top import Claim, Top

_LABELS = ("title", "subject", "report title", "title of report", "report on")
_REPORT = re.compile(
    r"\b(?:report|attendance|update|portfolio|review|statement|response|briefing|held to account)\b", re.I
)
_NO_TITLE = re.compile(
    r"^(?:report (?:from|of|by|to|author)|from|to|date|classification|wards?|summary|agenda item|appendix|item)\b|"
    r"\bcouncil$|\bcommittee$|\bpanel$",
    re.I,
)
# "Report of the Portfolio Holder for Leisure: Councillor A Smith", where no other line is a title
_OF_A_HOLDER = re.compile(
    r"(?:annual |quarterly )?report (?:of|from|by) (?:the )?(?:portfolio holder|cabinet member|executive member|"
    r"lead member|leader)\b",
    re.I,
)


def title_of(top: Top) -> Claim | None:
    """The report's title, by its label or as the title line that speaks of a report or an attendance."""
    for claim in top.labelled(*_LABELS):
        return claim
    for block in top.lines:
        text = block.text.strip()
        named = _REPORT.search(text) and not _NO_TITLE.search(text) and not dates(text)
        if named and len(text.split()) <= (12 if text.endswith(".") else 25):
            return Claim(block, 0, len(block.text))
    held = (block for block in top.lines if _OF_A_HOLDER.match(block.text.strip()) and len(block.text.split()) <= 25)
    return next((Claim(block, 0, len(block.text)) for block in held), None)
