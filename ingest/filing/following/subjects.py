"""What a record or a sentence is about: its telling words, cut to their stems and weighed by how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.reading.language.dates import MONTHS
from minutes.wording import key

# What stands in every request and every report of one, and so tells none from another
_ROUTINE_WORDS = """
    action actions agenda agree agreed annual answer arrange ask asked attend attended board breakdown brief
    briefing bring cabinet chair chairman circulate circulated commission committee copy council councillor
    councillors county data date detail details director draft early executive figure figures first following
    forward full further group head held inform information invite item items last late leader letter link
    list manager meeting member members month months new next note noted number officer officers outcome
    outstanding paper panel people plan position present presentation presented previous progress proposal
    proposals provide provided question receive received recommend recommendation recommendations recommended
    reply report reported reports request requested respond response review send sent service services set
    share six submit supply supplied team time two update visit week weeks work write writing written year
    years
"""
ROUTINE = frozenset(_ROUTINE_WORDS.split())
_STOP_WORDS = """
    a about after again all also am an and any are as at be because been before being between both but by can
    cllr could did do does done each for from had has have he her here him his how i if in into is it its just
    like may me might more most mr mrs ms must my no nor not now of off on once one only or other our out over
    own same shall she should since so some still such than that the their them then there these they this
    those through to too under until up upon us very was we were what when where which while who whom whose
    why will with within without would yet you your monday tuesday wednesday thursday friday saturday sunday
"""
STOP = frozenset(_STOP_WORDS.split()) | frozenset(MONTHS)
_ENDINGS = (
    "ations", "ation", "istry", "ments", "ment", "ities", "ively", "ive", "ings", "ing", "ions", "ion", "ies", "ated",
    "ate", "ity", "als", "al", "ers", "er", "ed", "es", "ly", "s", "y", "e",
)  # fmt: skip
_ALIKE = {"children": "child", "homes": "home", "seen": "see", "women": "woman", "men": "man", "families": "famil"}
_SHORTEST = 4  # letters of a stem
_ROUTINE_WEIGHT = 0.2


def stem(word: str) -> str:
    """A word without its ending, so that forms of it are alike.

    >>> stem("fostering"), stem("education"), stem("educated"), stem("vacancies"), stem("dental"), stem("dentistry")
    ('fost', 'educ', 'educ', 'vacanc', 'dent', 'dent')
    """
    if word in _ALIKE:
        return _ALIKE[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return stem(word[: -len(ending)])
    return word


_ROUTINE_STEMS = frozenset(stem(word) for word in ROUTINE)


def is_routine(word: str) -> bool:
    return stem(word) in _ROUTINE_STEMS


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems of some words; ``routine`` are those that tell nothing by themselves."""

    telling: frozenset[str]
    routine: frozenset[str] = frozenset()

    def __and__(self, other: Subject) -> Subject:
        return Subject(self.telling & other.telling, self.routine & other.routine)


def subject(words: str) -> Subject:
    """What some words are about. Numbers and dates are left out: they are compared as such elsewhere."""
    found = [word for word in key(words).split() if word not in STOP and not word.isdecimal() and len(word) > 1]
    stems = {stem(word) for word in found}
    return Subject(frozenset(stems - _ROUTINE_STEMS), frozenset(stems & _ROUTINE_STEMS))


class Weights:
    """How much a stem tells, by how many of a body's records have it."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        every = list(subjects)
        self._many = max(len(every), 1)
        self._having: Mapping[str, int] = Counter(word for one in every for word in one.telling | one.routine)

    def of(self, one: Subject) -> float:
        telling = sum(self._rarity(word) for word in one.telling)
        return telling + _ROUTINE_WEIGHT * sum(self._rarity(word) for word in one.routine)

    def _rarity(self, word: str) -> float:
        """0.4 for what every record has, about 1 for what one in a dozen has, never more than 1.6.

        >>> Weights([])._rarity("reablement")
        1.0
        """
        share = (self._having.get(word, 0) + 0.5) / (self._many + 0.5)
        return min(1.6, max(0.4, math.log(1 / share) / math.log(12))) if self._having else 1.0


_DAYS = re.compile(
    r"\b(?:by|on|in|from|before|of)?\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{4})?\b",
    re.IGNORECASE,
)


def without_days(words: str) -> str:
    """Words without the days in them.

    >>> without_days("send the link to members by 31 October 2025.")
    'send the link to members.'
    """
    return re.sub(r"\s+([.,;])", r"\1", _DAYS.sub(" ", words)).replace("  ", " ")
