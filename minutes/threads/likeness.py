"""Whether the titles of two agenda items name one matter.

A title is compared by the words that name its subject: without its date and quarter, without what kind of paper it
was ("update", "annual report", "response of the cabinet member"), and without the committee's own name. Like are
titles of the same words, or of two words or more that all stand in the other, or with most of their words in common.
It is a proposal and no more: a person confirms it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from minutes.wording import key

MOST_IN_COMMON = 0.6  # of the words of both
SHARED = 3  # words at least, where neither title has all of the other's
ENOUGH = 2  # words name a subject that may be part of a longer title

# Items that every agenda has: the business of the meeting itself.
ROUTINE = (
    "apologies", "welcome", "declaration", "declarations", "disclosure", "disclosures", "urgent business",
    "other business", "date of next", "date of the next", "next meeting", "next steps", "public participation",
    "public question", "public questions", "exclusion of", "minutes of", "confirmation of", "chairs announcements",
    "chairman s announcements", "announcements", "work programme", "forward plan", "forward work",
    "actions from previous", "action tracker", "matters arising", "membership", "appointment of", "election of",
    "introductions", "glossary", "any other", "substitutions", "substitutes", "attendance of", "petitions",
    "review of the year and work programme", "notes of", "dispensations", "party whip", "webcasting", "filming",
)  # fmt: skip
# What kind of paper it was, and when: not its subject.
_FORM_WORDS = """
    a about across against all an and annual at business by cabinet executive member members leader response
    responses reply report reports reporting update updates updated progress position statement briefing note
    presentation overview summary review reviews reviewing six month months monthly quarter quarterly quarters half
    year years yearly end mid midyear first second third fourth final interim draft phase part stage findings
    recommendations recommendation task group working panel verbal item items paper papers plan performance
    monitoring for from in into it its of on or our s the their to was with within next previous since january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec q1 q2 q3 q4 one two three four week weeks meeting held follow up following
"""
FORM = frozenset(_FORM_WORDS.split())


@lru_cache(maxsize=20_000)
def subject(title: str, committee: str = "") -> frozenset[str]:
    """The words that name what an item is about; none for the business of the meeting itself.

    >>> sorted(subject("Family Safeguarding Update – Quarter 2 2025/26"))
    ['family', 'safeguarding']
    >>> subject("Minutes of the Meeting held on 9 July 2025")
    frozenset()
    """
    plain = key(title)
    if plain.startswith(ROUTINE):
        return frozenset()
    own = FORM | set(key(committee).split())
    return frozenset(word for word in plain.split() if word not in own and not word[0].isdigit())


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two subjects are likely one matter.

    >>> alike(frozenset({"nhs", "dentistry"}), frozenset({"nhs", "dentistry", "rural"}))
    True
    >>> alike(frozenset({"home", "care", "market"}), frozenset({"home", "care", "zones"}))
    False
    """
    if not one or not other:
        return False
    if one == other:
        return True
    shared = one & other
    if len(shared) >= ENOUGH and shared in (one, other):
        return True
    return len(shared) >= SHARED and len(shared) / len(one | other) >= MOST_IN_COMMON


def groups(subjects: dict[int, frozenset[str]]) -> list[list[int]]:
    """The keys whose subjects are alike, in groups of two and more, each key in one group at most.

    The shortest subjects begin a group, so that what is alike to a general title does not join two particular ones.
    """
    having: dict[str, set[int]] = defaultdict(set)
    for one, words in subjects.items():
        for word in words:
            having[word].add(one)
    found, taken = [], set[int]()
    for one in sorted(subjects, key=lambda this: (len(subjects[this]), this)):
        if one in taken or not subjects[one]:
            continue
        near = _sharing(subjects[one], having) - taken
        group = sorted(other for other in near if alike(subjects[one], subjects[other]))
        if len(group) > 1:
            taken.update(group)
            found.append(group)
    return found


def _sharing(words: Iterable[str], having: dict[str, set[int]]) -> set[int]:
    return set().union(*(having[word] for word in words))
