"""Whether two drafts are one action, said in two places of a paper."""

from __future__ import annotations

import re

from ingest.reading.language.undertakings import gives_it, points_back
from ingest.reading.records.actions.draft import Draft
from ingest.reading.records.passages import covered, likeness

_SMALL = re.compile(
    r"\b(?:the|a|an|of|to|and|that|be|by|for|in|on|at|with|was|were|is|it|its|this|each|all|any)\b", re.IGNORECASE
)
_TELLING = 5  # words


def bare(text: str) -> str:
    """Words without the small ones, which are no sign that two texts say the same."""
    return _SMALL.sub(" ", text)


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts are one action: nearly the same words, or the words of the shorter within the longer."""
    if one.quote == other.quote or (one.place == other.place and _within(one.text, other.text)):
        return True
    if one.row and other.row and one.place == other.place:
        return False
    left, right = bare(one.text), bare(other.text)
    if max(len(left.split()), len(right.split())) < _TELLING and not (one.column or other.column):
        return False  # "Clerk to chase", said of one thing and of the next
    if likeness(left, right) >= 0.66:
        return True
    short, long = sorted((left, right), key=len)
    return len(short.split()) >= 4 and covered(short, long) >= 0.8


def _within(one: str, other: str) -> bool:
    """Whether a short text is another without its brackets and its tag: "[Action: WM to check]"."""
    short, long = sorted((one.strip(" .[]()"), other.strip(" .[]()")), key=len)
    return short != long and long.endswith(short) and len(long) - len(short) <= _TAG


_TAG = 12  # letters of a tag


def points_back_to(entry: Draft, spoken: Draft) -> bool:
    """Whether an undertaking of an item only points back ("to find out") at what its entry gives to the same person."""
    if spoken.item != entry.item or not (spoken.owner and entry.owner and spoken.owner.name):
        return False
    in_full = (points_back(spoken.text) or gives_it(spoken.text)) and not points_back(entry.text)
    return in_full and spoken.owner.name == entry.owner.name
