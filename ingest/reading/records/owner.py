"""Who is to do something, as one place of a paper says it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.reading.model import Doubt


@dataclass(frozen=True, slots=True)
class Owner:
    """``name`` is a full name, a post or a body, None where the paper does not say; ``printed`` the paper's words.

    ``person`` tells people, known or not, from posts and bodies that answer for themselves.
    """

    name: str | None = None
    printed: str | None = None
    doubt: Doubt | None = None
    person: bool = False


def unsure(printed: str, sentence: str) -> Owner:
    """Somebody, and a sentence that says why nobody can tell who: the owner is left blank."""
    return Owner(None, printed, Doubt(sentence, "owner"), person=True)
