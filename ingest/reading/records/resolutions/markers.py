"""The marks of lists, "(i)", "2a", "4.1", a bullet: what each may count as, and which may come after which."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.reading.language.bullets import SHAPES

_BULLETS = f"{SHAPES}o–—-"
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
# "4.2" counts within "4"
DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.(\d{1,3})")


def ranks(marker: str) -> frozenset[tuple[str, int]]:
    """What a marker may count as: "(i)" is the first roman numeral and the ninth letter, "2a" the second number."""
    plain = bare(marker).lower()
    found: set[tuple[str, int]] = set()
    if not plain or (len(plain) == 1 and marker.strip() in _BULLETS) or not plain.strip(">"):
        return frozenset({("bullet", 1)})
    if plain in _ROMAN:
        found.add(("roman", _ROMAN[plain]))
    if re.fullmatch(r"[a-z]", plain):
        found.add(("letter", ord(plain) - 96))
    if match := re.fullmatch(r"([a-z]{1,3})[\s.-]?(\d{1,2})", plain):
        found.add((match[1], int(match[2])))  # "R1.", "Rec 2"
    if match := DOTTED.fullmatch(plain):
        found.add((match[1], int(match[2])))  # "4.1"
    if match := re.fullmatch(r"(\d{1,2})([a-z])?", plain):
        found.add(("number", int(match[1])) if not match[2] else ("part", int(match[1]) * 26 + ord(match[2]) - 96))
        if match[2]:
            found.add(("number", int(match[1])))
    return frozenset(found)


def follows(one: str, other: str) -> bool:
    """Whether the second marker can come after the first in one list; gaps of a few are councils' own."""
    return any(
        kind == style
        and (kind == "bullet" or 0 < value - rank <= 4 or (kind == "number" and value == rank and one != other))
        for kind, rank in ranks(one)
        for style, value in ranks(other)
    )


def begins(marker: str) -> bool:
    """Whether a list can begin with a marker: "1.", "(a)", "i", a bullet."""
    return any(value == 1 for _, value in ranks(marker))


def bare(marker: str) -> str:
    """A mark without brackets and stops."""
    return marker.strip().strip("().:;, ")


def joined(numbers: Iterable[str]) -> str | None:
    """The number of a clause of a clause: "2" and "a" are "2a", "a" and "i" are "a(i)"."""
    whole = ""
    for number in numbers:
        alike = bool(whole) and whole[-1].isdigit() == number[0].isdigit()
        whole += f"({number})" if alike else number
    return whole or None


def is_next(one: str, other: str) -> bool:
    return any(kind == style and value == rank + 1 for kind, rank in ranks(one) for style, value in ranks(other))
