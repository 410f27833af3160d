"""Where a list of people ends, and what the sentence says behind it."""

from __future__ import annotations

import re

# Where a sentence goes on after its list: "... to the meeting", "... attended for this item", "who had been invited".
_CUT = re.compile(
    r"\s+(?:for\s+whom\b|substitut|attending\b|deputi[sz]ing\b|to\s+(?:the|this|its|their|our)\s+(?:meeting|committee|panel|commission"
    r"|session|board|group)\b|who\s|which\s"
    r"|for\s+(?:this|the|their|his|her|item|items|minute|minutes|agenda|attending|part)\b|(?:also\s+)?attended\b"
    r"|(?:were|was|are|is)\s+(?:also\s+)?(?:present|in\s+attendance|in\s+the\s+chair|welcomed|introduced"
    r"|substitut|unable|not"
    r"|absent|(?:an?\s+|the\s+|his\s+|her\s+|their\s+)substitut|(?:duly\s+)?(?:appointed|nominated|named)|acting|sitting|serving)|joined\b|ha[ds]\s|have\s|during\s|before\s|until\s|from\s+\d|at\s+\d|via\s|by\s+(?:video|tele|teams)"
    r"|in\s+attendance\s+(?:as|in|on)\b|stood\s+in\b|standing\s+in\b"
    r"|as\s+(?:substitut|observ|the|a\s)|respectively|virtually|remotely|in\s+(?:person|respect|relation"
    r"|accordance|place)\b"
    r"|due\s+to\b|owing\b|because\b|on\s+(?:behalf|\d)|and\s+(?:were|was|noted|it|thanked|invited|asked|said|spoke|expressed"
    r"|paid|congratulated|reminded|wished|explained|reported)\s)",
    re.IGNORECASE,
)
# "... and seven residents, of whom Mrs Oakes asked a question", "... There were no visitors."
_PUBLIC = re.compile(
    r"[,.;]?\s+(?:(?:and|with|plus)\s+)?(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|no)"
    r"\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?public|parishioners?|residents?|electors?|villagers?|visitors?)\b"
    r"|there\s+(?:was|were)\s)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"[^.;]{0,90}?\b(?:(?:of\s+whom|including|among\s+them)\s+|(?:public|parishioners?|residents?|electors?)\s*[,:(–-]\s*)(?=[A-Z])"
)
_SPOKE = re.compile(r",?\s+(?:who|spoke|asked|addressed|was|were|had)\b|[;)]|\.\s+(?=There\b|The\b)|(?<=[a-z]{2})\.")


def people_end(text: str, low: int, high: int) -> int:
    """Where in ``text[low:high]`` the list of people gives way to a count of the public."""
    found = _PUBLIC.search(text, low, high)
    return found.start() if found else high


def named_public(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Where, behind the people, members of the public are named: "of whom Mrs Oakes spoke", "one resident, Mr Pike"."""
    lead = _OF_WHOM.match(text, low, high)
    if lead is None:
        return None
    spoke = _SPOKE.search(text, lead.end(), high)
    return lead.end(), spoke.start() if spoke else high


def cut(text: str) -> str:
    """A list without what the sentence goes on to say: "A and B to the meeting" is "A and B"."""
    depth = 0
    for match in re.finditer(r"[(\[]|[)\]]|" + _CUT.pattern, text, re.IGNORECASE):
        if match.group() in "([":
            depth += 1
        elif match.group() in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            return text[: match.start()]
    return text
