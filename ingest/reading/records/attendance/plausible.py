"""Whether what was read of everybody can be true together; what cannot is left blank, with a sentence.

The rules know how lists are printed; a paper may print its own otherwise. What councils are holds for all of them: one
person chairs, an executive has ten members at most, no councillor of a body is its officer, nobody moves a motion in a
committee that they do not sit on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ingest.reading.language import names, posts
from ingest.reading.model import AttendeeRead, Doubt
from ingest.reading.records.attendance.joining import Person, who

Field = Literal["role", "status"]


class Veto(NamedTuple):
    """A value that cannot stand beside the others: whose, which, and the sentence about it."""

    place: int
    field: Field
    sentence: str


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody who was read, with their records in the same order, and the texts of the items.

    ``titled``: the paper prints councillors as such. ``executive``: the body that met is the executive itself.
    ``apologies`` are the indices of the items of attendance, which tell of the whole meeting.
    """

    people: Sequence[Person]
    records: Sequence[AttendeeRead]
    texts: Sequence[str]
    titled: bool
    executive: bool
    apologies: frozenset[int] = frozenset()

    def holding(self, *roles: str) -> list[int]:
        """The places of the records that have one of these roles."""
        return [place for place, one in enumerate(self.records) if one.role in roles]


def checked(roll: Roll) -> tuple[AttendeeRead, ...]:
    """The records, without the values that cannot be true beside the others."""
    records = list(roll.records)
    for veto in (veto for rule in RULES for veto in rule(roll)):
        one = records[veto.place]
        blank = {veto.field: None}
        records[veto.place] = replace(one, doubts=(*one.doubts, Doubt(veto.sentence, veto.field)), **blank)  # type: ignore[arg-type]
    return tuple(records)


# --- offices ------------------------------------------------------------------------------------------------------

# "Co-Chair", "Joint Chairs": several of them on purpose
_JOINTLY = re.compile(r"\b(?:co|joint)[\s-]+(?:chair|conven)", re.IGNORECASE)
_TWO = 2


def _one_chairs(roll: Roll) -> Iterator[Veto]:
    """Two who chaired, and no word of when each did."""
    chairs = [place for place in roll.holding("chair") if roll.records[place].status == "present"]
    told = any(roll.records[place].note or _jointly(roll.people[place]) for place in chairs)
    if len(chairs) >= _TWO and not (told and len(chairs) == _TWO):
        for place in chairs:
            yield Veto(place, "role", f"{_name(roll, place)} is one of {len(chairs)} who were read as the chair.")


def _jointly(person: Person) -> bool:
    return any(_JOINTLY.search(one.block.text) for one in person.seen)


def _few_vice_chairs(roll: Roll) -> Iterator[Veto]:
    vice = roll.holding("vice_chair")
    for place in vice if len(vice) > _TWO else ():
        yield Veto(place, "role", f"{_name(roll, place)} is one of {len(vice)} who were read as vice-chairs.")


# "An executive … must not exceed 10" members with its leader (Local Government Act 2000 s.9C(5) and s.11(8)); one
# more may be named who took over from another within the paper.
_EXECUTIVE = 10


def _small_executive(roll: Roll) -> Iterator[Veto]:
    held = roll.holding("cabinet_member")
    for place in held if len(held) > _EXECUTIVE + 1 and not roll.executive else ():
        yield Veto(place, "role", f"{_name(roll, place)} is one of {len(held)} who were read as cabinet members.")


# --- who sits on the body -----------------------------------------------------------------------------------------

_SEATED = ("chair", "vice_chair", "member", "substitute")
_SOME = 3


def _not_all_co_opted(roll: Roll) -> Iterator[Veto]:
    """Whoever is co-opted joins members who are not."""
    held = roll.holding("co_opted")
    if len(held) >= _SOME and not roll.holding("member", "substitute"):
        for place in held:
            yield Veto(place, "role", f"{_name(roll, place)} was read as co-opted, and nobody as a member.")


def _councillors_co_opted(roll: Roll) -> Iterator[Veto]:
    """Councillors are co-opted one by one; several, by a word that stands beside the last, rather are not."""
    held = [place for place in roll.holding("co_opted") if _is_councillor(roll.people[place])]
    others = [place for place in roll.holding("member") if _is_councillor(roll.people[place])]
    for place in held if len(held) >= _SOME and len(held) > len(others) else ():
        yield Veto(place, "role", f"The paper does not say plainly whether {_name(roll, place)} is co-opted.")


def _not_all_substitutes(roll: Roll) -> Iterator[Veto]:
    """More substitutes than members: a label was read as that of a longer list."""
    held = [place for place in roll.holding("substitute") if roll.records[place].replaces is None]
    here = [place for place in roll.holding("chair", "vice_chair", "member") if roll.records[place].status == "present"]
    for place in held if len(held) >= _SOME and len(held) > len(here) else ():
        yield Veto(place, "role", f"{_name(roll, place)} is one of {len(held)} substitutes beside {len(here)} members.")


def _somebody_sits(roll: Roll) -> Iterator[Veto]:
    """Councillors who are all guests, where nobody sits on the body."""
    if roll.holding(*_SEATED, "co_opted", "cabinet_member"):
        return
    guests = [place for place in roll.holding("guest") if _is_councillor(roll.people[place])]
    for place in guests if len(guests) >= _TWO else ():
        yield Veto(place, "role", f"The paper does not say whether {_name(roll, place)} sits on the body that met.")


# --- posts --------------------------------------------------------------------------------------------------------


def _no_councillor_works_here(roll: Roll) -> Iterator[Veto]:
    """A member may not be an officer of their council (Local Government Act 1972 s.80)."""
    for place in roll.holding("officer"):
        if _is_councillor(roll.people[place]):
            yield Veto(place, "role", f"{_name(roll, place)} is a councillor, and stands among the officers.")


def _no_officer_sits_here(roll: Roll) -> Iterator[Veto]:
    """A post that officers hold, beside somebody among councillors who are printed as such."""
    for place in roll.holding("member") if roll.titled else ():
        one, person = roll.records[place], roll.people[place]
        post = one.position or ""
        if not _sits(person) and post and posts.is_job(post) and posts.kind_of(post) in {"officer", "guest"}:
            yield Veto(place, "role", f"{one.name} is {post}, and stands among the members.")


def _sits(person: Person) -> bool:
    """Whether somebody is printed as a councillor, or told to be a member by the words beside the name."""
    return _is_councillor(person) or any(one.own and one.role == "member" for one in person.seen)


# --- what they did ------------------------------------------------------------------------------------------------

_TITLE = r"(?:(?:County\s+|Borough\s+|City\s+|Town\s+)?(?:Councillors?|Cllrs?)\.?)"
_WHO = r"(?P<who>(?:(?:Mrs|Mr|Ms|Miss|Dr)\.?\s+)?(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]+)"
_MOVED = re.compile(
    rf"\b(?:moved|seconded)\s+by\s+{_TITLE}\s+{_WHO}"
    rf"|\b(?:duly\s+)?(?:moved|seconded)\s*[:–-]\s*{_TITLE}\s+{_WHO.replace('who', 'colon')}"
    rf"|{_TITLE}\s+{_WHO.replace('who', 'active')}\s+(?:moved|seconded)\b(?!\s+(?:to|from|into|on|house|here))"
)


def _movers(roll: Roll) -> set[int]:
    """Who moved or seconded a motion, where the words can mean nobody else."""
    found: set[int] = set()
    moving = (text for text in roll.texts if "moved" in text or "econded" in text)
    for match in (match for text in moving for match in _MOVED.finditer(text)):
        printed = match["who"] or match["colon"] or match["active"]
        name = names.parse(f"Councillor {printed}")
        fitting = who(roll.people, name) if name else []
        if len(fitting) == 1:
            found.add(next(place for place, person in enumerate(roll.people) if person is fitting[0]))
    return found


def _movers_sit_here(roll: Roll) -> Iterator[Veto]:
    """Only members of a body move and second its motions, and only those who are there."""
    for place in sorted(_movers(roll)):
        one = roll.records[place]
        if one.role in {"guest", "officer"}:
            yield Veto(place, "role", f"{one.name} moved or seconded a motion, and was read as no member.")
        if one.status in {"apologies", "absent"}:
            yield Veto(place, "status", f"{one.name} moved or seconded a motion, and was read as away.")


def _replaced_are_away(roll: Roll) -> Iterator[Veto]:
    """Whoever is replaced for the whole of a meeting was not there, whatever a list of the members says."""
    for one in roll.records:
        gone = [place for place, other in enumerate(roll.records) if one.replaces and other.name == one.replaces]
        if one.status != "present" or one.note or set(one.items) - roll.apologies or len(gone) != 1:
            continue
        other = roll.records[gone[0]]
        if other.status == "present" and not other.note:
            yield Veto(gone[0], "status", f"{other.name} was read as present, and {one.name} as standing in for them.")


RULES: tuple[Callable[[Roll], Iterable[Veto]], ...] = (
    _one_chairs,
    _few_vice_chairs,
    _small_executive,
    _not_all_co_opted,
    _councillors_co_opted,
    _not_all_substitutes,
    _somebody_sits,
    _no_councillor_works_here,
    _no_officer_sits_here,
    _movers_sit_here,
    _replaced_are_away,
)


def _is_councillor(person: Person) -> bool:
    return any(one.name.civic or (one.civic and not one.position) for one in person.seen)


def _name(roll: Roll, place: int) -> str:
    return roll.records[place].name
