"""Attendance told in sentences: apologies, substitutes, who was welcomed and who was there for an item."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.reading.language import pipeline
from ingest.reading.model import Block
from ingest.reading.records.attendance import said_away, said_came, said_instead
from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.said_sentence import SENT_APOLOGIES, Sentence
from ingest.reading.records.attendance.sighting import SEATED, Group, Sighting, Where


def read(
    block: Block,
    item: int | None,
    low: int = 0,
    high: int | None = None,
    *,
    group: Group | None = None,
    front: bool = False,
    seated: bool = True,
) -> list[Sighting]:
    """Everybody whom the sentences of ``block.text[low:high]`` say to have come, sent apologies or been replaced.

    ``front``: they stand in front of the items. Where no members are ``seated`` yet, councillors told of are those.
    """
    stop = len(block.text) if high is None else high
    seen: list[Sighting] = []
    for start, end in pipeline.sentences(block.text[low:stop]):
        members = seated or any(one.role in SEATED for one in seen)
        where = Where(block, item, group, front, "guest" if members else "member")
        sentence = Sentence(where, low + start, low + end)
        under = words.RECEIVED.match(sentence.text) if group is not None and group.status == "apologies" else None
        if under and group is not None and not words.TRIGGER.search(sentence.text, under.end()):
            seen.extend(sentence.listed(sentence.start + under.end(), sentence.end, group))
        elif words.TRIGGER.search(sentence.whole):
            seen.extend(_told(sentence, seen))
        elif group is not None and front and not words.PROSE.search(sentence.text):
            seen.extend(sentence.listed(sentence.start, sentence.end, group))
    return seen


def _told(sentence: Sentence, before: list[Sighting]) -> list[Sighting]:
    """The people of one sentence, by the first way that finds some; ``before`` are those of earlier sentences."""
    if words.NEGATIVE.search(sentence.text) or (words.EARLIER.search(sentence.text) and not sentence.front):
        return []
    if beside := words.SENT_BESIDE.search(sentence.text):
        return _sent_beside(sentence, beside, before)
    chair = said_came.chair_named(sentence)
    for way in _WAYS:
        if seen := way(sentence, before):
            return [*chair, *seen, *said_came.moved(sentence)]
    return [*chair, *said_came.moved(sentence)]


def _alone(way: Callable[[Sentence], list[Sighting]]) -> Callable[[Sentence, list[Sighting]], list[Sighting]]:
    """A way that looks at no sentence but its own."""
    return lambda sentence, _: way(sentence)


# In this order, for one sentence may be read in several ways
_WAYS: tuple[Callable[[Sentence, list[Sighting]], list[Sighting]], ...] = (
    _alone(said_away.away),
    _alone(said_instead.dashed),
    _alone(said_instead.instead),
    _alone(said_away.apologies),
    _alone(said_instead.paired),
    said_instead.as_substitute,
    _alone(said_came.welcomed),
    _alone(said_came.chaired),
    _alone(said_came.there),
)


def _sent_beside(sentence: Sentence, match: re.Match[str], before: list[Sighting]) -> list[Sighting]:
    """ "A came in place of B, who had sent his apologies, as had C": what is said of B, and of C beside him."""
    seen = _told(Sentence(sentence.where, sentence.start, sentence.start + match.start()), before)
    if seen and seen[-1].status != "present":
        seen[-1] = replace(seen[-1], status="apologies", role=seen[-1].role or "member")
    if match["also"] is None:
        return seen
    low, high = sentence.start + match.start("also"), sentence.start + match.end("also")
    return [*seen, *sentence.listed(low, high, SENT_APOLOGIES)]
