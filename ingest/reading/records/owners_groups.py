"""The groups, boards and panels that a paper speaks of by their whole names, and for short."""

from __future__ import annotations

import re

_WITHIN = r"(?:[^\S\n]|\n(?!\n))+"  # space inside a paragraph; a name goes on over a line's end, not into the next
_GROUPS = re.compile(
    rf"\b(?:[A-Z][\w’'&-]*{_WITHIN}(?:(?:to|and|of|for|the|on){_WITHIN})?){{1,8}}(?:Group|Board|Trust|Panel|Party|Forum)\b"
)
_LEADING_WORDS = re.compile(r"^(?:(?:That|THAT|The|A|An|This|Of|To|TO|On|(?i:resolved|agreed))\s+(?:the\s+)?)+")


def groups_of(words: str) -> frozenset[str]:
    """The names of the groups that a paper's words speak of."""
    return frozenset(_LEADING_WORDS.sub("", " ".join(match[0].split())) for match in _GROUPS.finditer(words))


def fullest(bare: str, groups: frozenset[str]) -> str:
    """ "Task Group" is the "Parks Task Group" where the paper speaks of that one alone; else the words themselves."""
    if not re.search(r"\b(?:Group|Board|Trust|Party)$", bare):
        return bare
    longer = {group for group in groups if group.endswith(f" {bare}")}
    shortest = min(longer, key=len) if longer else bare
    return shortest if all(group.endswith(shortest) for group in longer) else bare
