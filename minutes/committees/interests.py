"""Standing interests: what a member declares again and again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from minutes.models import Committee, Interest, InterestKind, Person, User
from minutes.wording import key

MOST_IN_COMMON = 0.5  # of the words of both declarations
# What a page shows of one.
SHOWN = ("name", "description", "kind", "document", "page", "meeting__date", "person__name", "person__sort_name")


@dataclass(frozen=True, slots=True)
class Standing:
    """An interest that one person declared at two meetings or more; ``latest`` is the newest declaration."""

    person: Person
    latest: Interest
    times: int


@dataclass(slots=True)
class Alike:
    """Declarations in like words: those of the newest, its key, and the meetings of all."""

    words: frozenset[str]
    newest: int
    meetings: set[int] = field(default_factory=set)


def standing_interests(committee: Committee, user: User) -> list[Standing]:
    """The interests declared at several meetings of a committee, in like words; the most frequent first.

    Two queries.
    """
    seen = Interest.objects.visible_to(user).filter(meeting__committee=committee).exclude(person=None)
    said = seen.exclude(kind=InterestKind.PARTY_WHIP).exclude(description="").order_by("-meeting__date", "-pk")
    by_person: dict[int, list[Alike]] = defaultdict(list)
    for pk, person, meeting, description in said.values_list("pk", "person", "meeting", "description"):
        _among(by_person[person], description, pk).meetings.add(meeting)
    times = {one.newest: len(one.meetings) for groups in by_person.values() for one in groups if len(one.meetings) > 1}
    latest = Interest.objects.filter(pk__in=times).select_related("person", "meeting").only(*SHOWN)
    newest_first = latest.order_by("-meeting__date", "-pk")
    found = [Standing(one.person, one, times[one.pk]) for one in newest_first if one.person]
    return sorted(found, key=lambda one: (-one.times, one.person.sort_name))


def _among(groups: list[Alike], description: str, pk: int) -> Alike:
    """Those in words like these; from now on these, where there are none."""
    words = _words(description)
    for group in groups:
        if _alike(group.words, words):
            return group
    groups.append(Alike(words, pk))
    return groups[-1]


@lru_cache(maxsize=5_000)
def _words(description: str) -> frozenset[str]:
    """Its words as they are compared: a standing interest is declared in the same ones time after time."""
    return frozenset(key(description).split())


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether most of the words of two descriptions are the same.

    >>> _alike(_words("Governor of Blackmoss School"), _words("governor at Blackmoss School"))
    True
    """
    common = len(ours & theirs)
    return bool(ours) and common / (len(ours) + len(theirs) - common) >= MOST_IN_COMMON
