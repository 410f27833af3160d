"""A printed value as a number. What is not plainly one number stays without: it is in the table and not drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "41%", "1,212", "£1.2m", "-3.5", "16.8 days", "23 (provisional)"
NUMBER = re.compile(r"(?P<sign>[-−–]?)\s*(?P<pound>£?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?")
SCALES = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
UNIT = re.compile(r"\s*(%|per cent|percent|k\b|m\b|million|bn\b|billion)?", re.IGNORECASE)
MOST_WORDS = 3  # after a number, as in "16.8 days"
COMPARED = re.compile(r"\b(?:fewer|less|lower|more|higher|than|up|down|below|above|under|over)\b", re.IGNORECASE)
MOST = re.compile(
    r"\b(?:or|and)\s+(?:fewer|less|lower|below|under)\b|\bat most\b|\bno more than\b|\bmaximum\b|[<≤]", re.I
)
LEAST = re.compile(r"\b(?:or|and)\s+(?:more|higher|above|over|better)\b|\bat least\b|\bminimum\b|[>≥]", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """``unit`` is "%", "£" or empty; ``value`` is in single units: "£1.2m" is 1200000."""

    value: float
    unit: str = ""


def number(printed: str) -> Number | None:
    """The one number that a printed value is; None for words, for several numbers, ranges and bounds.

    >>> number("1,212"), number("41%"), number("N/A"), number("8-10"), number("<5")
    (Number(value=1212.0, unit=''), Number(value=41.0, unit='%'), None, None, None)
    """
    found = NUMBER.match(printed.strip())
    if found is None:
        return None
    rest = re.sub(r"\([^)]*\)", "", printed.strip()[found.end() :])
    unit = UNIT.match(rest)
    said = (unit.group(1) or "").lower() if unit else ""
    after = rest[unit.end() :] if unit else rest
    if re.search(r"[\d<>≤≥]", after) or len(after.split()) > MOST_WORDS or COMPARED.search(after):
        return None
    value = float(found["digits"].replace(",", "") + (found["part"] or "")) * SCALES.get(said, 1)
    kind = "%" if said in ("%", "per cent", "percent") else found["pound"]
    return Number(-value if found["sign"] else value, kind)


def target(printed: str) -> Number | None:
    """The number that a target names: "60% or higher", "16 or fewer", "420"; None where it names none.

    >>> target("≥ 85%"), target("at most 12%"), target("N/A")
    (Number(value=85.0, unit='%'), Number(value=12.0, unit='%'), None)
    """
    plain = LEAST.sub(" ", MOST.sub(" ", printed))
    return number(re.sub(r"(?i)^\s*(?:target)?\s*(?:of|:)?\s*", "", plain))


def direction(printed: str) -> int:
    """1 where more is better, -1 where less is, 0 where the target does not say."""
    return 1 if LEAST.search(printed) else -1 if MOST.search(printed) else 0
