"""Lists that name posts, and in brackets or right behind them who holds each.

"Head of Roads and Parks (Ann Marrow), Area Manager – Coast (Bob Oakes)"; "Clerk C Pike".
"""

from __future__ import annotations

import re

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName

_PAIR = re.compile(
    r"(?:[,;.]?\s*(?:\band\s+)?(?:[Tt]he\s+)?)(?P<post>[A-Z][^();:]{3,90}?)\s*\((?P<holder>[^()]{4,50})\)"
)
_CLERK = re.compile(
    r"(?:the\s+)?(?P<post>(?:(?:Parish|Town|Community|Deputy|Assistant|Acting|Locum)\s+)*Clerk),?\s+(?=[A-Z])"
)


def holders(text: str, start: int, stop: int) -> list[tuple[str, FoundName, int, int]]:
    """The posts of a list with their holders, and where each pair stands; none where it is any other list."""
    found: list[tuple[str, FoundName, int, int]] = []
    position = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    while match := _PAIR.match(text, position, stop):
        name = names.parse(match["holder"])
        if name is None or not name.first or posts.is_job(match["holder"]) or bodies.is_outside(match["holder"]):
            return []
        if not posts.is_job(match["post"]) or names.parse(match["post"]) is not None:
            return []
        begins = match.start("holder")
        found.append((match["post"], FoundName(name, begins, match.end("holder")), match.start("post"), match.end()))
        position = match.end()
    return found if len(found) > 1 and not text[position:stop].strip(" .,;") else []


def clerk(text: str, low: int, high: int) -> tuple[str, FoundName] | None:
    """The clerk, named behind the post: "Clerk C Pike"."""
    match = _CLERK.match(text, low, high)
    found = names.at(text[:high], match.end(), listed=True) if match else None
    if match is None or found is None or not found.name.first or text[found.end : high].strip(" .,"):
        return None
    return match["post"], found
