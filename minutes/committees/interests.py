"""Standing interests: what a member declares again and again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from minutes.models import Committee, Interest, InterestKind, Person, User
from minutes.wording import key

MOST_IN_COMMON = 0.5  # of the words of both declarations


@dataclass(frozen=True, slots=True)
class Standing:
    """Declarations of one interest by one person at two meetings or more, the newest first."""

    person: Person
    declared: list[Interest]

    @property
    def latest(self) -> Interest:
        return self.declared[0]

    @property
    def times(self) -> int:
        return len({interest.meeting_id for interest in self.declared})


def standing_interests(committee: Committee, user: User) -> list[Standing]:
    """The interests declared at several meetings of a committee, in like words; the most frequent first. One query."""
    seen = Interest.objects.visible_to(user).filter(meeting__committee=committee).exclude(person=None)
    said = seen.exclude(kind=InterestKind.PARTY_WHIP).exclude(description="")
    by_person: dict[Person, list[list[Interest]]] = defaultdict(list)
    for interest in said.select_related("person", "meeting", "document").order_by("-meeting__date", "-pk"):
        _add(by_person[interest.person], interest)
    found = [Standing(person, same) for person, groups in by_person.items() for same in groups]
    return sorted((one for one in found if one.times > 1), key=lambda one: (-one.times, one.person.sort_name))


def _add(groups: list[list[Interest]], interest: Interest) -> None:
    """Put a declaration with those in like words."""
    for group in groups:
        if _alike(group[0].description, interest.description):
            group.append(interest)
            return
    groups.append([interest])


def _alike(one: str, other: str) -> bool:
    """Whether most of the words of two descriptions are the same.

    >>> _alike("Governor of Blackmoss School", "governor at Blackmoss School")
    True
    """
    ours, theirs = set(key(one).split()), set(key(other).split())
    return bool(ours) and len(ours & theirs) / len(ours | theirs) >= MOST_IN_COMMON
