"""People who may be the same: proposed with what speaks for it, and never where something speaks against it.

Against it speak two meetings' lists that have both, another first name, a title of the other sex, a member's side
and an officer's, two accounts, and somebody who said that they are two.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Q

from minutes.models import Attendee, Joining, Person, User
from minutes.wording import key

SEXES = {"mr": "m", "sir": "m", "mrs": "f", "miss": "f", "ms": "f", "lady": "f", "dame": "f"}
TITLES = {
    *SEXES, "dr", "rev", "revd", "reverend", "prof", "professor", "lord", "baroness", "the", "hon", "canon", "father",
    "cllr", "cc", "county", "councillor", "councillors", "alderman",
}  # fmt: skip


@dataclass(slots=True)
class Known:
    """What papers say of a person: printed names, meetings, committees, first and last day."""

    person: Person
    printed: set[str]
    has_account: bool
    meetings: set[int] = field(default_factory=set)
    committees: dict[int, str] = field(default_factory=dict)
    days: list[dt.date] = field(default_factory=list)

    @property
    def span(self) -> str:
        first, last = min(self.days), max(self.days)
        return _month(first) if _month(first) == _month(last) else f"{_month(first)} to {_month(last)}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """``target`` is the one named more often, who would stay; ``evidence`` are sentences."""

    origin: Known
    target: Known
    evidence: tuple[str, ...]
    weight: tuple[int, ...]


def proposals(user: User) -> list[Proposal]:
    """Pairs of people who may be one, the likeliest first, from what the user may see. Six queries."""
    apart = _said_to_be_two()
    found = []
    for people in _of_one_surname(user):
        for a, b in combinations(people, 2):
            if frozenset((a.person.pk, b.person.pk)) not in apart and not _contradiction(a, b):
                found.append(_proposal(a, b))
    return sorted(found, key=lambda one: (*(-part for part in one.weight), one.target.person.sort_name))


def contradiction(a: Person, b: Person, user: User) -> str:
    """What speaks against two people being one, as a sentence; empty where nothing does."""
    known = _known([a, b], user)
    return _contradiction(known[a.pk], known[b.pk])


# --- what is known ----------------------------------------------------------------------------------------------------


def _said_to_be_two() -> set[frozenset[int]]:
    """Pairs whom somebody kept apart or split, under the people that they are now."""
    now = dict(Person.objects.exclude(merged_into=None).values_list("pk", "merged_into"))

    def known_as(pk: int) -> int:
        while pk in now:
            pk = now[pk]
        return pk

    said = Joining.objects.filter(act__in=[Joining.Act.APART, Joining.Act.SPLIT], undone_at=None)
    return {frozenset(map(known_as, pair)) for pair in said.values_list("origin", "target")}


def _of_one_surname(user: User) -> Iterator[list[Known]]:
    """People of one council whose surnames end alike, where there are several."""
    groups: dict[tuple[int | None, str], list[Person]] = defaultdict(list)
    for person in Person.objects.current().select_related("council"):
        groups[person.council_id, person.surname_key].append(person)
    several = [people for people in groups.values() if len(people) > 1]
    known = _known([person for people in several for person in people], user)
    for people in several:
        yield [known[person.pk] for person in people if known[person.pk].meetings]


def _known(people: list[Person], user: User) -> dict[int, Known]:
    pks = [person.pk for person in people]
    accounts = set(User.objects.filter(person__in=pks).values_list("person", flat=True))
    known = {person.pk: Known(person, {person.name}, person.pk in accounts) for person in people}
    for pk, printed in Person.objects.filter(pk__in=pks).exclude(forms=None).values_list("pk", "forms__printed"):
        known[pk].printed.add(printed)
    seen = Attendee.objects.visible_to(user).filter(person__in=pks)
    fields = ("person", "name", "meeting", "meeting__date", "meeting__committee", "meeting__committee__name")
    for pk, name, meeting, day, committee, body in seen.values_list(*fields):
        one = known[pk]
        one.printed.add(name)
        one.meetings.add(meeting)
        one.days += [day] if day else []
        one.committees |= {committee: body} if committee else {}
    return known


# --- what speaks against it, and for it ------------------------------------------------------------------------------


def _contradiction(a: Known, b: Known) -> str:
    if a.meetings & b.meetings:
        return "Both are named among those of one meeting."
    if a.has_account and b.has_account:
        return "Both have an account."
    if a.person.side and b.person.side and a.person.side != b.person.side:
        return "One is a member and the other an officer."
    if any(not _fit(one, other) for one in _forenames(a) for other in _forenames(b)):
        return "Their first names differ."
    sexes = {SEXES[word] for known in (a, b) for name in known.printed for word in key(name).split() if word in SEXES}
    return "Their titles differ: one is a man’s, the other a woman’s." if len(sexes) > 1 else ""


def _forenames(known: Known) -> set[tuple[str, ...]]:
    """The forenames and initials of each printed form under the person's surname; none for "Councillor Smith"."""
    forms = {tuple(key(known.person.forenames).split())}
    for printed in known.printed:
        *before, last = key(printed).split() or [""]
        if last == known.person.surname_key:
            forms.add(tuple(_names_only(before, known.person)))
    return {form for form in forms if form}


def _names_only(words: list[str], person: Person) -> list[str]:
    """The words before a surname without titles, and without the first parts of a surname of several words."""
    parts = set(key(person.surname).split()[:-1])
    return [word for word in words if word not in TITLES and word not in parts]


def _fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two forms can be one's: "A" and "Anne", "Chris" and "Christopher", not "Anne" and "Alan"."""
    return all(one.startswith(other) or other.startswith(one) for one, other in zip(a, b, strict=False))


def _proposal(a: Known, b: Known) -> Proposal:
    origin, target = sorted((a, b), key=lambda one: (len(one.meetings), -one.person.pk))
    shared = [body for pk, body in sorted(a.committees.items()) if pk in b.committees]
    overlap = _overlap(a, b)
    evidence = [_names_agree(a, b), *(f"Both are at meetings of the {body}." for body in shared)]
    if overlap and len(a.meetings) + len(b.meetings) > 2:
        evidence.append(f"They are seen over the same time, {overlap}, and never at the same meeting.")
    elif a.days and b.days:
        evidence.append(f"{a.person.name} is seen in {a.span}, {b.person.name} in {b.span}.")
    return Proposal(origin, target, tuple(evidence), (len(shared), bool(overlap), len(a.meetings) + len(b.meetings)))


def _names_agree(a: Known, b: Known) -> str:
    mine, theirs = key(a.person.forenames).split(), key(b.person.forenames).split()
    if not mine or not theirs:
        return f"The surname is the same, {a.person.surname}; one is printed without a first name."
    if mine == theirs:
        return f"The name is the same, {a.person.name}."
    initials = " ".join(word[0].upper() for word in min(mine, theirs, key=len))
    return f"Surname and initials agree: {initials} {a.person.surname}."


def _overlap(a: Known, b: Known) -> str:
    """The months over which both are seen; empty where the one begins after the other ended."""
    if not a.days or not b.days:
        return ""
    first, last = max(min(a.days), min(b.days)), min(max(a.days), max(b.days))
    if first > last:
        return ""
    return _month(first) if _month(first) == _month(last) else f"{_month(first)} to {_month(last)}"


def _month(day: dt.date) -> str:
    return f"{day:%B %Y}"


def of(person: Person) -> list[Joining]:
    """What was joined, split and said of a person, the newest first."""
    either = Joining.objects.filter(Q(origin=person) | Q(target=person))
    return list(either.select_related("origin", "target", "by", "undone_by"))
