"""The names of bodies as people write them: in one line, and in ordinary letters."""

from __future__ import annotations

import re

_LITTLE = "a an and at by for from in of on or the to with upon under y yr a’r o"
_SHORTENED = "NHS SEND HOSC ICB ICS UK EU II III IV IT ICT HR PCC CCG LGPS SACRE ASB MASH"
SMALL = frozenset(_LITTLE.split())
_CAPITALS = frozenset(_SHORTENED.split())


def plain(name: str) -> str:
    """A body's name in one line and, where it was printed in capitals, in ordinary letters."""
    name = re.sub(r"\s+", " ", name).strip(" ,.:;–—-")
    if name.upper() != name:
        return name
    words = name.split(" ")
    return " ".join(_cased(word, first=not place) for place, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    bare = word.strip("(),.&'’")
    if bare in _CAPITALS or (len(bare) > 1 and not re.search(r"[AEIOUY]", bare)):
        return word
    if word.lower() in SMALL and not first:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", lambda match: match[0].capitalize(), word)
