"""The rules by which a later meeting is found to be the one that something was asked for.

An item of its agenda is what was to come to it; somebody who was to be invited came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.filing.following.finding import Finding
from ingest.filing.following.matters import Matter
from ingest.filing.following.passages import Later, Sentence
from ingest.filing.following.subjects import Weights, subject, without_days
from ingest.reading.language.dates import MONTH_NAMES, month_number
from minutes.models import Delivery
from minutes.wording import key

_TITLE_ALIKE, _TITLE_ALIKE_ON_THE_DAY = 0.3, 0.2  # of the weight of the title's words
_FOR_MONTH = re.compile(
    rf"\b(?:for|in|to)\s+(?:the\s+)?(?:agenda\s+for\s+)?(?:the\s+)?(?P<month>{MONTH_NAMES})(?:\s+(?P<year>\d{{4}}))?"
    r"(?:\s+meeting|\s*[.;]?\s*$)",
    re.IGNORECASE,
)
_TO_COMMITTEE = re.compile(
    r"\b(?:report|item|presented|bring|brought|agenda|findings|proposals|presentation)\b", re.IGNORECASE
)


def scheduled(later: Later, matters: Sequence[Matter], weights: Weights) -> Iterator[Finding]:
    """What was to come to this meeting, where an item of it is about the same."""
    for matter in matters:
        if not (_TO_COMMITTEE.search(matter.text) and _meant(matter, later)):
            continue
        least = _TITLE_ALIKE_ON_THE_DAY if matter.due == later.day else _TITLE_ALIKE
        rated = [(_title_alike(matter, one, weights, least), one) for one in _first_sentences(later)]
        score, sentence = max(rated, key=lambda one: one[0], default=(0.0, None))
        if sentence is not None and score > 0:
            number = sentence.item.number if sentence.item else ""
            ground = f"it was asked for this meeting, whose item {number} is “{sentence.title}”".replace("  ", " ")
            says = "has the item that was asked for"
            yield Finding(matter, sentence, says, (ground,), Delivery.COMPLETE, on=later.day, score=score)


def _meant(matter: Matter, later: Later) -> bool:
    """Whether a record was for this meeting: by its day, or by the month and no other meeting's."""
    if matter.due == later.day:
        return True
    found = _FOR_MONTH.search(matter.text)
    if found is None or not 0 < (later.day - matter.day).days <= 366:
        return False
    same_year = found["year"] is None or int(found["year"]) == later.day.year
    return same_year and month_number(found["month"]) == later.day.month


_SHOWS = re.compile(
    r"\b(?:report|presented|presentation|considered|introduced|findings|proposals|draft)\b", re.IGNORECASE
)


def _first_sentences(later: Later) -> list[Sentence]:
    """Of each item, the sentence by which it is shown: the first that names a report, else the first."""
    first: dict[int, Sentence] = {}
    for sentence in later.sentences:
        if sentence.item is not None:
            had = first.setdefault(sentence.item.pk, sentence)
            if not _SHOWS.search(had.text) and _SHOWS.search(sentence.text):
                first[sentence.item.pk] = sentence
    return list(first.values())


def _title_alike(matter: Matter, sentence: Sentence, weights: Weights, least: float) -> float:
    title = subject(without_days(sentence.title))
    shared = title & matter.thing
    if not shared.telling:
        return 0.0
    part = weights.of(shared) / (min(weights.of(title), weights.of(matter.thing)) or 1.0)
    return part if part >= least else 0.0


# --- somebody was to be invited, and was welcomed --------------------------------------------------------------------

_INVITE = re.compile(r"\binvite\s+(?:the\s+)?(?P<whom>.+?)\s+to\s+(?:the\s+)?(?:next\s+)?meeting\b", re.IGNORECASE)
_CAME = re.compile(r"\b(?:welcomed|attended|was\s+present|were\s+present|joined\s+the\s+meeting)\b", re.IGNORECASE)


def invited(later: Later, matters: Sequence[Matter]) -> Iterator[Finding]:
    """Whoever was to be invited to this meeting came to it."""
    for matter in matters:
        invite = _INVITE.search(matter.text)
        if invite is None or matter.due != later.day:
            continue
        whom = set(key(invite["whom"]).split())
        for sentence in later.sentences:
            if _CAME.search(sentence.text) and whom <= set(key(sentence.text).split()):
                ground = f"{invite['whom']} was to be invited to this meeting"
                yield Finding(matter, sentence, "says who came", (ground,), Delivery.COMPLETE, on=later.day)
                break
