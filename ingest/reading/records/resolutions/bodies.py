"""What minutes call the body that met: "the Panel", "Members", its whole name."""

from __future__ import annotations

import re

from ingest.reading.model import MeetingRead
from ingest.reading.records.resolutions.behind import BODIES

# "Members", "Maintained primary members": those of one kind may decide alone in a schools forum
_MEMBERS = r"(?:(?:maintained|primary|secondary|special|academy|nursery|school)\s+){0,3}(?:school\s+)?members"
_UNNAMED = ("committee", "panel", "commission", "board", "forum", "sub-committee")
# "Marl Fire Authority", "Executive Member for Roads Decision Session": what such bodies are called besides
_AT_END = re.compile(r"\bauthority$|^(?:executive|cabinet)\s+member\b", re.IGNORECASE)
# Bodies whose members are called governors or trustees
_GOVERNED = re.compile(r"\b(?:school|academy|college|governors|governing|trust|trustees|charity)\b", re.IGNORECASE)


def bodies_of(meeting: MeetingRead) -> re.Pattern[str]:
    """A pattern of the words that minutes call the body that met by: "the Panel", "Members", its whole name."""
    name = meeting.committee or meeting.council or ""
    words = [re.escape(word) for word in re.findall(r"[\w’'&-]+", name)]
    heads = [word for word in re.findall(r"[\w-]+", name.lower()) if word in BODIES] or list(_UNNAMED)
    heads.extend(last.lower() for last in _AT_END.findall(name))
    own = "|".join([*words, "and", "for", "of", "the", "joint"])
    inner = rf"(?:(?:{own}),?\s+)*"
    own_words = _GOVERNED.search(f"{meeting.committee} {meeting.council}")
    called = "|".join({*heads, _MEMBERS, "meeting", "councillors", *(("governors", "trustees") if own_words else ())})
    return re.compile(rf"(?:the\s+)?{inner}(?:{called})(?:\s+(?:for|on)(?:\s+(?:{own}))+)?", re.IGNORECASE)
