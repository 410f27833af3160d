"""Several tasks behind one tag: "Action: Fix the day. Order the rope. Boats to be moored (AL)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.named import named_first
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.passages import Passage, Words, sentences_of

# "Order the rope", "Ask the harbour master"
_VERB = re.compile(
    r"(?:add|advertise|advise|agree|amend|apply|appoint|arrange|ask|attend|book|bring|buy|call|chase|check|circulate|"
    r"clarify|collate|complete|confirm|consider|contact|continue|develop|discuss|distribute|draft|e-?mail|establish|"
    r"explore|feed|find|fix|follow|forward|get|give|identify|implement|include|inform|install|invite|investigate|issue|"
    r"let|liaise|look|make|meet|monitor|move|need|nominate|notify|obtain|order|organise|pay|phone|place|post|prepare|"
    r"produce|provide|publish|purchase|put|raise|recruit|remind|remove|repair|replace|report|request|review|ring|"
    r"schedule|seek|send|set|share|speak|submit|take|update|upload|write)\s+\w",
    re.IGNORECASE,
)
# "Boats to be moored", "Clerk to speak to the ferry"
_TO_DO = re.compile(r"(?:[\w’'/&-]+\s+){1,12}?to\s+(?:be\s+\w+|[a-z]+\s+\w)")
_TOLD = re.compile(
    r"(?:(?:it|he|she|they|this|that|these|those|there|we|i)\b|.*\b(?:was|were|is|are|had|has|have|would|could|should|said|"
    r"noted|agreed|hoped|expected|able|due|likely)\b)",
    re.IGNORECASE | re.DOTALL,
)
_OWNER_ALONE = re.compile(r"[\s(\[]*[A-Z][\w.’' /&,-]{1,40}[\])]\s*\.?")


def apart(draft: Draft, passage: Passage, start: int, setting: Setting) -> Iterator[Draft]:
    """The draft of a tag whose words begin at ``start``, one for each sentence where all of them are tasks."""
    told = [words for words in sentences_of(passage) if words.end > start]
    tasks = [_from(words, start) for words in told if not _OWNER_ALONE.fullmatch(words.text.strip())]
    if draft.due_words is not None or len(tasks) < 2 or not all(_is_task(words.text) for words in tasks):
        yield draft
        return
    for words in tasks:
        owner = named_first(words.text, setting) or draft.owner
        yield replace(draft, text=words.text, quote=words.quote, owner=owner, doubts=doubts_of(owner))


def _from(words: Words, start: int) -> Words:
    return words.trimmed(max(0, start - words.start), words.end - words.start)


def _is_task(text: str) -> bool:
    """Does a sentence say what to do, in the imperative or as something to be done, rather than tell of something?"""
    words = text.strip()
    named = bool(_TO_DO.match(words) or _IMPLIED.match(words))
    return bool(_VERB.match(words)) or (named and not _TOLD.match(words))


# "Implementation of the plan": a noun of doing, in place of its verb
_IMPLIED = re.compile(
    r"(?:implementation|preparation|completion|publication|submission|review|circulation)\s+of\b", re.I
)
