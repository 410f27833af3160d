"""The decisions found in a section, each once however often the section prints it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.language.decisions import is_minutes
from ingest.reading.model import Decision
from ingest.reading.records.passages import covered, likeness
from ingest.reading.records.resolutions.clauses import Clause
from ingest.reading.records.resolutions.leads import LeadIn
from ingest.reading.records.resolutions.plain import plain


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with the lead-in it stands under; no lead-in where the sentence itself decides."""

    item: int | None
    clause: Clause
    lead: LeadIn | None
    decision: Decision | None = None
    again: bool = False  # under the heading of a list of all decisions


# "moved the recommendation in the report", beside the recommendation's own words
_ONLY_NAMED = re.compile(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:recommendations?\s+(?:in|of|as|to)\b"
    r"(?!.*\bwas\b)|approval\s+of\s+the\s+recommendations?\b)",
    re.IGNORECASE,
)


def once(found: Sequence[Found]) -> list[Found]:
    """Each decision once: printed clause by clause and again in a summary it is one, in its formal words."""
    kept: list[Found] = []
    told = any(one.lead for one in found)
    for one in found:
        if told and one.lead is None and _ONLY_NAMED.match(one.clause.words.text):
            continue
        twin = next((place for place, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            kept.append(one)
        elif _formal(one) and not _formal(kept[twin]):
            kept[twin] = one
    return kept


def _formal(one: Found) -> bool:
    return one.lead is not None and one.lead.strength == "formal"


def _same(one: Found, other: Found) -> bool:
    if _of_one_list(one, other):
        return False
    left, right = one.clause.words.text, other.clause.words.text
    if likeness(left, right) >= 0.8 or (_of_minutes(one) and _of_minutes(other) and _same_days(left, right)):
        return True
    short, long = sorted((left, right), key=len)
    return len(short.split()) >= 6 and covered(short, long) >= 0.9


def _of_one_list(one: Found, other: Found) -> bool:
    """Whether two are clauses of one list, alike as they may be: "1. Elect A chair", "2. Elect B vice-chair"."""
    numbers = (one.clause.number, other.clause.number)
    return one.lead is other.lead and None not in numbers and numbers[0] != numbers[1]


def _of_minutes(one: Found) -> bool:
    """Whether minutes were confirmed: said in the discussion and again in a box it is one decision."""
    text = one.clause.words.text
    return is_minutes(text) or plain(text) == "approved"


def _same_days(one: str, other: str) -> bool:
    """Whether two texts name the same days, or one of them none ("The minutes were signed")."""
    left, right = (set(re.findall(r"\d{1,4}", text)) for text in (one, other))
    return left == right or not left or not right
