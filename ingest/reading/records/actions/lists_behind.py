"""Lists of all that was agreed, before or behind the items: what is new in them, and what the items said before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.reading.model import Paper
from ingest.reading.records.actions import lists, tables
from ingest.reading.records.actions.draft import Draft
from ingest.reading.records.actions.same import points_back_to, same
from ingest.reading.records.actions.subjects import Setting

_ITS_WORD = re.compile(r"\b(?:it|this|that|these|those|them|one)\b", re.IGNORECASE)


def loose(paper: Paper, setting: Setting, numbers: Mapping[str, int]) -> list[Draft]:
    """The entries of the action tables before the first item and after the last; without an item where a row names
    none."""
    return [
        draft
        for place, block in enumerate((*paper.front, *paper.tail))
        for draft in tables.rows(block, setting, place, earlier=False, numbers=numbers)
    ]


def with_entries(drafts: Sequence[Draft], entries: Sequence[Draft]) -> list[Draft]:
    """The actions of the items with a list's entries: an entry that an item tells of is one action with it."""
    given = list(drafts)
    for entry in entries:
        twin = next((place for place, other in enumerate(given) if same(entry, other)), None)
        back = next((place for place, other in enumerate(given) if points_back_to(entry, other)), None)
        if twin is None and back is None:
            twin = _only_one(given, entry, entries)
        if twin is None and back is not None:
            given[back] = replace(entry, place=given[back].place)
        elif twin is None:
            given.append(entry)
        else:
            given[twin] = _in_the_lists_words(given[twin], entry)
    return given


def _only_one(drafts: Sequence[Draft], entry: Draft, entries: Sequence[Draft]) -> int | None:
    """What the same person says in the entry's item that "it" will be done, where that is all that is said and
    listed of him there: "He would obtain it and send it round"."""
    here = [place for place, one in enumerate(drafts) if _of_one(one, entry)]
    if len(here) != 1 or sum(_of_one(one, entry) for one in entries) != 1:
        return None
    spoken = drafts[here[0]]
    return here[0] if spoken.resolution is None and not spoken.row and _ITS_WORD.search(spoken.text) else None


def _of_one(one: Draft, other: Draft) -> bool:
    """Whether two drafts are of one item and one owner."""
    owners = [draft.owner.name for draft in (one, other) if draft.owner and draft.owner.name]
    return one.item == other.item and len(owners) == 2 and owners[0] == owners[1]


def _in_the_lists_words(spoken: Draft, entry: Draft) -> Draft:
    """An action of the discussion in the words of the list at the end; a clause of a decision keeps its own."""
    if spoken.resolution is not None:
        return lists.with_owner(spoken, entry.owner)
    owner = entry.owner or spoken.owner
    words, column = (entry.due_words, True) if entry.column else (spoken.due_words or spoken.text, spoken.column)
    return replace(entry, item=spoken.item, place=spoken.place, owner=owner, due_words=words, column=column)
