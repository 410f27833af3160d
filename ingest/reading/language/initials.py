"""An initial that begins a list of people, which looks like the letter of an entry."""

from __future__ import annotations

import re

_TITLE = r"(?:(?:Mrs|Mr|Ms|Miss|Mx|Dr|Rev|Prof)\.?\s+)?"
# What follows the first initial: "Marl-Thorp, D.T. Kemble and", "Sorrel (Head of Quays), Mrs P. Lisk"
_NAMES = re.compile(
    r"(?:[A-Z]\.\s*)*[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:\s*\([^()]*\))?\s*[,;]\s*"
    rf"{_TITLE}(?:[A-Z]\.\s?)+[A-Z]"
)


def begins_names(rest: str) -> bool:
    """Whether the words after a lone capital with a stop go on as a list of people with initials."""
    return bool(_NAMES.match(rest))
