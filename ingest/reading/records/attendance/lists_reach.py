"""How far back a bracket in the plural reaches.

"Councillors A and B, together with Mrs C and Mr D (co-opted members)" says it of Mrs C and Mr D alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.reading.records.attendance.listed import Listed

# What begins a list anew
_BREAK = re.compile(
    r";|\b(?:together|along)\s+with\b|\b(?:and|as\s+well\s+as|plus)\s+also\b|\band\s+also\b|\bas\s+well\s+as\b|,\s+with\s",
    re.IGNORECASE,
)


def begins_anew(text: str, low: int, high: int) -> bool:
    """Whether words between two people begin the list anew: "…, together with Mrs C"."""
    return bool(_BREAK.search(text, low, high))


def back(text: str, people: Sequence[Listed]) -> list[Listed]:
    """Those before the last of ``people`` whom words in the plural beside the last are about as well.

    They reach back to where the list begins anew or the titles change from those of councillors to others.
    """
    last = people[-1]
    found: list[Listed] = []
    behind = last
    for other in reversed(people[:-1]):
        if _BREAK.search(text, other.end, behind.start) or (_is_elected(other) and not _is_elected(last)):
            break
        found.append(other)
        behind = other
    return found


def _is_elected(listed: Listed) -> bool:
    """Whether somebody is printed as a councillor, under a title of their own or one for all ("Councillors")."""
    name = listed.found.name
    return name.civic or (listed.titled and not name.titles)
