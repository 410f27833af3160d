"""Short lines behind a decision that say no more than who sees to it: "Clerk to action."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.records.actions.draft import Draft
from ingest.reading.records.actions.lists import with_owner
from ingest.reading.records.passages import Passage

_SEES_TO_IT = re.compile(
    r".{2,40}?\s+to\s+(?:action|arrange|organise|progress|implement|deal\s+with|see\s+to)(?:\s+(?:this|it))?\s*\.?",
    re.IGNORECASE,
)
_ENDING = 60  # letters of a decision that stand right before


def seen_to(
    found: Sequence[Draft], drafts: Sequence[Draft], words: Sequence[Passage]
) -> tuple[list[Draft], list[Draft]]:
    """What was found beside a decision's clauses, and these, with such a line's owner given to the clause before it.

    A clause that nobody is said to do takes the owner, and the line is no action of its own; behind what is no action
    the line stays.
    """
    left, given = [], list(drafts)
    for draft in found:
        place = _clause_before(draft, given, words)
        if place is None:
            left.append(draft)
        else:
            given[place] = with_owner(given[place], draft.owner)
    return left, given


def _clause_before(draft: Draft, drafts: Sequence[Draft], words: Sequence[Passage]) -> int | None:
    if not (draft.owner and draft.owner.name and draft.place < len(words) and _SEES_TO_IT.fullmatch(draft.text)):
        return None
    before = words[draft.place].text.partition(draft.text)[0].rstrip(" .*")
    for place, one in enumerate(drafts):
        if one.resolution is not None and before.endswith(one.text.rstrip(" .")[-_ENDING:]):
            return place if one.owner is None or one.owner.name is None else None
    return None
