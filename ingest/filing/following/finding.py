"""The rules by which a later paper is found to report on what was asked for earlier.

Each rule gives findings and changes nothing; what becomes of them is for a person to say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.filing.following import grounds, wording
from ingest.filing.following.matters import Matter
from ingest.filing.following.passages import Later, Sentence
from ingest.filing.following.subjects import Weights, subject, without_days
from ingest.filing.following.wording import Said, Told
from ingest.reading.language.dates import MONTH_NAMES, month_number
from minutes.models import Delivery
from minutes.plain import words as in_words
from minutes.wording import key

_NEAR_BEST = 0.8  # of the best record's score: the same words may answer two records that ask for the same
_PARTS = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_NAMED = re.compile(r"(?:that\s+)?(?:the|an?|its)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """``status`` and ``response`` are what it would make of the record, both empty for mere word of it.

    ``on`` is the day that the paper names, if it does; ``says`` and ``grounds`` make the sentence why.
    """

    matter: Matter
    sentence: Sentence
    says: str
    grounds: tuple[str, ...]
    status: str = ""
    response: str = ""
    on: dt.date | None = None
    score: float = 1.0


def reported(later: Later, matters: Sequence[Matter], weights: Weights) -> Iterator[Finding]:
    """What sentences say was delivered, was not, or is under way."""
    for sentence in later.sentences:
        for told in wording.told(sentence.text):
            yield from _of_clause(sentence, told, later, matters, weights)


def _of_clause(
    sentence: Sentence, told: Told, later: Later, matters: Sequence[Matter], weights: Weights
) -> Iterator[Finding]:
    if found := list(_written(sentence, told, later, matters)):
        yield from found
        return
    for part in _things(told):
        thing = grounds.thing_of(sentence, part)
        scored = [
            (alike.score, matter, alike)
            for matter in matters
            if _may_say(matter, told) and (alike := grounds.likeness(matter, thing, sentence, part, later, weights))
        ]
        best = max((score for score, _, _ in scored), default=0.0)
        for score, matter, alike in scored:
            if score >= _NEAR_BEST * best:
                found = _as_told(matter, sentence, told, later, alike)
                yield found
                yield from _asked_meanwhile(found, matters, weights)


_REPEATS = re.compile(r"\b(?:outstanding|overdue|missing|awaited|delayed)\b", re.IGNORECASE)
_SAME = 0.6  # of the weight of the shorter of the two


def _asked_meanwhile(found: Finding, matters: Sequence[Matter], weights: Weights) -> Iterator[Finding]:
    """What came was asked for once more in the meantime ("the outstanding report"): that is done with it."""
    first = found.matter
    for matter in matters if found.status == Delivery.COMPLETE else ():
        if matter.day <= first.day or not _REPEATS.search(matter.text):
            continue
        shared = matter.thing & first.whole
        if weights.of(shared) >= _SAME * min(weights.of(matter.thing), weights.of(first.thing)):
            ground = f"it asks again for what was asked for on {in_words(first.day)}"
            yield replace(found, matter=matter, grounds=(ground,), score=found.score - 0.1)


def _things(told: Told) -> list[Told]:
    """The clause whole; or in its parts, where it tells of several things: "the list, the chart and the diagram"."""
    parts = [part for part in _PARTS.split(told.thing) if _NAMED.match(part.strip())]
    if len(parts) < 2 or told.delivers is False:
        return [told]
    return [replace(told, thing=part) for part in parts]


def _may_say(matter: Matter, told: Told) -> bool:
    """Only words of sending say that a paper was sent; that something opened does not bring the report on it."""
    if told.said is not Said.DONE:
        return True
    return matter.wants_paper if told.presents else told.delivers or not matter.wants_paper


def _as_told(matter: Matter, sentence: Sentence, told: Told, later: Later, alike: grounds.Likeness) -> Finding:
    on = _day_of(told, later)
    if told.said is Said.DONE:
        return Finding(
            matter, sentence, "says that this was done", alike.grounds, Delivery.COMPLETE, on=on, score=alike.score
        )
    says = "says that this had not come" if told.said is Said.NOT_DONE else "has word of this"
    return Finding(matter, sentence, says, alike.grounds, on=None, score=alike.score)


def _day_of(told: Told, later: Later) -> dt.date | None:
    """The day on which it was done: the first that stands behind the verb and is not yet to come."""
    days = [day.date for day in later.days(re.split(r"\bdue\b", told.after)[0]) if day.date <= later.day]
    return days[0] if days else None


# --- a letter: "she had written to the Secretary of State" -----------------------------------------------------------

_WROTE = re.compile(r"\b(?:written|wrote)\b", re.IGNORECASE)
_WRITE_TO = re.compile(r"\bwrite\s+to\s+(?P<whom>.+)", re.IGNORECASE | re.DOTALL)
_TO_WHOM = re.compile(
    r"^\s*to\s+(?:the\s+)?(?P<whom>.+?)(?:\s+(?:on|in|and|about|regarding|to)\b|[,.;]|$)", re.IGNORECASE
)


def _written(sentence: Sentence, told: Told, later: Later, matters: Sequence[Matter]) -> Iterator[Finding]:
    to = _TO_WHOM.match(told.after) if _WROTE.search(told.verb) else None
    whom = set(key(to["whom"]).split()) if to else set()
    for matter in matters if whom else ():
        asked = _WRITE_TO.search(matter.text)
        if asked and whom <= set(key(asked["whom"]).split()[:14]):
            ground = f"a letter to the {to['whom'] if to else ''} was asked for"
            on = _day_of(told, later)
            yield Finding(matter, sentence, "says that this was done", (ground,), Delivery.COMPLETE, on=on)


# --- all at once: "No action from the June meeting was now outstanding" ----------------------------------------------


def all_done(later: Later, matters: Sequence[Matter]) -> Iterator[Finding]:
    """A sentence that calls all actions of a named meeting done."""
    for sentence in later.sentences:
        of = wording.all_done(sentence.text)
        months = {month_number(one) for one in re.findall(rf"\b({MONTH_NAMES})\b", of or "", re.IGNORECASE)}
        for matter in matters:
            if matter.action and matter.day.month in months and (later.day - matter.day).days <= 366:
                ground = f"it was agreed at the meeting of {in_words(matter.day)}"
                says = "says that no action of its meeting is outstanding"
                yield Finding(matter, sentence, says, (ground,), Delivery.COMPLETE, score=0.5)


# --- asked for again -------------------------------------------------------------------------------------------------

_RARE = 0.75  # the weight of a word that about one record in seven has
_CHASES = re.compile(
    r"\b(?:remind(?:ed)?|write\s+to|raise\s+the|chase|press|escalate|asked\s+to\s+respond|request\s+a\s+response|absence)\b",
    re.IGNORECASE,
)


def asked_again(later: Later, late: Sequence[Finding], weights: Weights) -> Iterator[Finding]:
    """What had not come, where the same was asked for anew under the same item: the new action takes its place.

    A reminder takes nobody's place: what it reminds of is still owed.
    """
    for finding in late:
        if finding.status or finding.response or finding.matter.action is None or finding.matter.is_recommendation:
            continue
        for action in later.asked:
            if action.item_id != (finding.sentence.item.pk if finding.sentence.item else None):
                continue
            if _CHASES.search(action.text) or finding.matter.asks_for_answer:
                continue
            shared = subject(without_days(action.text)) & finding.matter.thing
            if shared.telling and weights.of(shared) >= _RARE:
                ground = f"“{action.text.strip()}” asks for it again"
                yield Finding(
                    finding.matter, finding.sentence, "says that this had not come, and asks for it again",
                    (*finding.grounds, ground), Delivery.SUPERSEDED, on=later.day, score=0.9,
                )  # fmt: skip
                break


def best_of(findings: Sequence[Finding]) -> list[Finding]:
    """One finding a record and effect: the likeliest, and no word of delay where a better one says that it is done."""
    by: dict[tuple[str, int, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        record = one.matter.record
        by[record._meta.model_name, record.pk, one.status, one.response].append(one)
    kept = [max(same, key=lambda one: (one.score, one.sentence.reviews)) for same in by.values()]
    ends = {one.matter.record for one in kept if one.status not in ("", Delivery.SUPERSEDED) or one.response}
    return [one for one in kept if one.status or one.response or one.matter.record not in ends]
