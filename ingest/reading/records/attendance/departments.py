"""Whether words behind a post name a part of a council, or somebody else whom nothing else tells.

"Assistant Director, Early Help" works for the council; "Contract Manager, Tidemark Leisure" may not.
"""

from __future__ import annotations

import re

from ingest.reading.language import bodies, posts, subjects

# What tells one post from the label of several who hold it: "Cabinet Member for Education"
SUBJECT = re.compile(r"\b(?:for|of|to|and|&)\s+(?:the\s+)?[A-Z]|[:,(]")
_PARTS = re.compile(r",\s+|\s+[-–—]\s+|\s*\(|\)|\s*;\s*|\s+(?:at|from)\s+(?=[A-Z])")


def is_one(words: str) -> bool:
    """Whether words may name a part of a council: its services, and what services are about.

    >>> is_one("Early Help and Fostering"), is_one("Tidemark Leisure")
    (True, False)
    """
    return bool(bodies.SERVICE.search(words)) or bodies.is_council(words) or _is_of_subjects(words)


def _is_of_subjects(words: str) -> bool:
    return subjects.are_all(bodies.SERVICE.sub(" ", words))


def is_team(words: str) -> bool:
    """Whether words name a part of a council by what it is: "Committee Services", "Highways Directorate"."""
    return bool(bodies.SERVICE.search(words)) and _is_of_subjects(words) and not bodies.is_outside(words)


def is_service_name(words: str) -> bool:
    """Whether words are the name of a council's service and nothing else: "Scrutiny", "Democratic Services"."""
    return subjects.names_one(words) and subjects.are_all(bodies.SERVICE.sub(" ", words))


def is_named(label: str) -> bool:
    """Whether a label names a part of a council: "Legal", "Planning Policy", "Democratic Services"."""
    return (is_service_name(label) or is_team(label)) and not posts.is_job(label)


def stranger(position: str) -> str | None:
    """The words at the end of a printed post that may name a body of its own, None where they can be the council's.

    >>> stranger("Contract Manager, Tidemark Leisure"), stranger("Head of Service, Front Door")
    ('Tidemark Leisure', None)
    """
    parts = [part.strip() for part in _PARTS.split(position) if part.strip()]
    last = parts[-1] if len(parts) > 1 else ""
    return last if _is_named(last) and not is_one(last) else None


def _is_named(part: str) -> bool:
    """Whether a part is a name in capitals of two words or more, and no post."""
    named = re.fullmatch(bodies.IN_CAPITALS, part)
    return bool(named) and " " in part and not posts.is_job(part)
