"""Labels that name an office of one person: "Vice Chairman:" over its holder, with the members below it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.records.attendance.sighting import Group

_SEVERAL = re.compile(r"(?:chairs|chairmen|chairwomen|chairpersons|conven[eo]rs)\b", re.IGNORECASE)


def is_of_one(label: str, group: Group) -> bool:
    """Whether a label gives its office to one person: "Chairman:" does, "Vice-Chairs:" does not."""
    return group.role in {"chair", "vice_chair"} and not _SEVERAL.search(label)


def others(group: Group) -> Group:
    """Those below the holder of an office, under no label of their own: members of the body, of the same presence."""
    return replace(group, role="member", position=None)
