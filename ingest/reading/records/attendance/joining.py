"""One record a person, out of everything that a paper says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.reading.language import names
from ingest.reading.language.names import Name, folded
from ingest.reading.language.posts import Kind
from ingest.reading.model import AttendeeRead, Doubt, Role, Status
from ingest.reading.records.attendance import sitting
from ingest.reading.records.attendance.sighting import Sighting
from ingest.reading.records.attendance.sitting import Sitting

_OWN_ORDER: tuple[Kind, ...] = ("substitute", "chair", "vice_chair", "cabinet_member", "co_opted")


@dataclass(slots=True)
class Person:
    """Somebody, with every sighting of them."""

    name: Name
    seen: list[Sighting] = field(default_factory=list)
    forms: list[Name] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    status: Status | None = None  # as the module standing settles it

    def add(self, sighting: Sighting) -> None:
        """The person was seen once more."""
        self.seen.append(sighting)
        self.learn(sighting.name)

    def learn(self, name: Name) -> None:
        """The person is called so as well; the fullest form is the name."""
        if name not in self.forms:
            self.forms.append(name)
        self.name = names.fuller(self.name, name)

    @property
    def civic(self) -> bool:
        """Whether the paper prints the person as a councillor, or lists them where councillors are."""
        return any(one.name.civic or (one.roll and one.role in _ELECTED) for one in self.seen)

    def fits(self, name: Name) -> bool:
        """Whether a name may be this person's, beside every form of it that was read."""
        return names.same_person(self.name, name) and all(names.same_person(form, name) for form in self.forms)


_ELECTED = frozenset({"chair", "vice_chair", "member", "substitute", "cabinet_member"})


def people(sightings: Iterable[Sighting]) -> list[Person]:
    """The persons behind sightings: those of the attendance block first, then those of the items."""
    found: list[Person] = []
    everything = list(sightings)
    for sighting in [one for one in everything if one.roll]:
        _listed(found, sighting)
    for sighting in [one for one in everything if not one.roll]:
        _mentioned(found, sighting)
    for person in list(found):
        _add_replaced(found, person)
    return [person for person in found if any(one.creates for one in person.seen)]


def _listed(found: list[Person], sighting: Sighting) -> None:
    """A line of the attendance block: somebody new, but for the very same name (listed twice)."""
    same = [
        person
        for person in found
        if folded(person.name.bare) == folded(sighting.name.bare) and names.same_person(person.name, sighting.name)
    ]
    if not same and not sighting.name.first and not sighting.name.titles and sighting.status == "present":
        fitting = [person for person in who(found, sighting.name) if person.name.first]
        same = fitting if len(fitting) == 1 and fitting[0].seen[0].status == "present" else []  # "Remotely: Cllr Oakes"
    if same:
        same[0].add(sighting)
    else:
        found.append(_new(sighting))


def _mentioned(found: list[Person], sighting: Sighting) -> None:
    fitting = who(found, sighting.name)
    if len(fitting) == 1:
        fitting[0].add(sighting)
    elif not fitting and sighting.creates:
        found.append(_new(sighting))
    elif len(fitting) > 1 and sighting.creates:
        for person in fitting:
            person.doubts.append(Doubt(f"{len(fitting)} people may be meant by {sighting.name.text}."))


def _new(sighting: Sighting) -> Person:
    return Person(sighting.name, [sighting], [sighting.name])


def who(found: Sequence[Person], name: Name) -> list[Person]:
    """The persons whom a printed name may mean; exact names and a councillor's title narrow it down."""
    fitting = [person for person in found if person.fits(name)]
    if len(fitting) > 1:
        exact = [person for person in fitting if any(folded(form.bare) == folded(name.bare) for form in person.forms)]
        fitting = exact or fitting
    if len(fitting) > 1:
        fitting = [person for person in fitting if person.civic == name.civic] or fitting
    return fitting


def _add_replaced(found: list[Person], person: Person) -> None:
    """Whoever was replaced is somebody too, absent where the paper says no more."""
    for sighting in person.seen:
        if sighting.replaces is None or who([one for one in found if one is not person], sighting.replaces):
            continue
        found.append(
            _new(
                Sighting(
                    sighting.replaces,
                    sighting.block,
                    sighting.start,
                    sighting.end,
                    "member",
                    status=None,
                    item=sighting.item,
                )
            )
        )


def record(person: Person, found: Sequence[Person], here: Sitting) -> AttendeeRead:
    """The record of one of those found, at the sitting of a body."""
    source = next((one for one in person.seen if one.creates), person.seen[0])
    position = _position(person)
    role, unsure = _believed(sitting.role_at(here, _role(person, found), person, position, source), person, here)
    replaces, several = _replaced(person, found)
    name = person.name.text
    forms = dict.fromkeys([form.text for form in person.forms] + [one.initials for one in person.seen if one.initials])
    return AttendeeRead(
        name=name,
        role=role,
        status=person.status,
        quote=source.block.quote(source.start, source.end),
        position=position,
        replaces=replaces,
        forms=tuple(form for form in forms if form != name),
        items=tuple(dict.fromkeys(one.item for one in person.seen if one.item is not None and one.status == "present")),
        note="; ".join(dict.fromkeys(one.note for one in person.seen if one.note)) or None,
        doubts=tuple(dict.fromkeys([*person.doubts, *unsure, *several])),
    )


def _believed(role: Role | None, person: Person, here: Sitting) -> tuple[Role | None, list[Doubt]]:
    """The role, and what is unsure of it; nobody is a member for having been away alone, where councillors are told."""
    name = person.name.text
    if role is None:
        return None, [Doubt(f"The paper does not say whether {name} is an officer of the council.", "role")]
    if here.titled and role == "member" and _is_assumed(person):
        return None, [Doubt(f"The paper does not say whether {name} is a member or an officer.", "role")]
    return role, []


def _replaced(person: Person, found: Sequence[Person]) -> tuple[str | None, list[Doubt]]:
    """Whom somebody stood in for: one of those found, or the name as printed."""
    printed = next((one.replaces for one in person.seen if one.replaces), None)
    if printed is None:
        return None, []
    named = who([one for one in found if one is not person], printed)
    if len(named) == 1:
        return named[0].name.text, []
    doubt = Doubt(f"{len(named)} people may be meant by {printed.text}.", "replaces")
    return printed.text, [doubt] if named else []


def _role(person: Person, found: Sequence[Person]) -> Role | None:
    seen = [one for one in person.seen if not one.unsure]
    if any(one.unsure and one.roll for one in person.seen):
        seen = [one for one in seen if not one.assumed]  # apologies make nobody a member whom the list leaves open
    if any(_is_listed_chair(one) for other in found if other is not person for one in other.seen):
        seen = [
            one for one in seen if one.roll or one.role != "chair" or one.status == "apologies"
        ]  # took the chair for a part of the meeting
    own = [one.role for one in seen if one.own and one.role and (one.roll or one.role not in {"officer", "guest"})]
    for kind in _OWN_ORDER:
        if kind in own:
            return kind
    listed = next((one for one in seen if one.roll and one.role), None)
    told = next((one.role for one in seen if one.own and one.role), None)
    if listed is not None:
        if not listed.own and told and listed.role in {"officer", "guest"} and not person.civic:
            return told
        return listed.role
    return told or next(
        (one.role for one in seen if one.role), None if any(one.unsure for one in person.seen) else "member"
    )


def _is_assumed(person: Person) -> bool:
    """Whether somebody is a member by nothing but having been away."""
    return all(one.assumed or one.role is None for one in person.seen) and not any(
        one.civic or one.name.civic for one in person.seen
    )


def _is_listed_chair(one: Sighting) -> bool:
    return one.roll and one.role == "chair" and one.status == "present"


def _position(person: Person) -> str | None:
    ranked = [one.position for one in person.seen if one.roll and one.position]
    found = ranked or [one.position for one in person.seen if one.position]
    return re.sub(r"\s+", " ", found[0]) if found else None
