"""What is said to an officer of a paper or of one of its records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader is unsure of, in a sentence for an officer; ``field`` names the value, None the whole record."""

    sentence: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the document or with its reading, in a sentence for an officer."""

    sentence: str
    page: int | None = None
