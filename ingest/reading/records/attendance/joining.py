"""One record a person, out of everything that a paper says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import Name, folded
from ingest.reading.language.posts import Kind
from ingest.reading.model import AttendeeRead, Doubt, Role, Status
from ingest.reading.records.attendance.sighting import Sighting

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
        self.seen.append(sighting)
        self.learn(sighting.name)

    def learn(self, name: Name) -> None:
        if name not in self.forms:
            self.forms.append(name)
        self.name = names.fuller(self.name, name)

    @property
    def civic(self) -> bool:
        return any(one.name.civic or (one.roll and one.role in _ELECTED) for one in self.seen)

    def fits(self, name: Name) -> bool:
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


# "County Councillor P West", "District Cllrs M Easter": at a parish council, members of another one
_ALSO_OF_ANOTHER = re.compile(r"[,(–-]\s*(?:county|district|borough|city|unitary)\s+councillor\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\W*(?:the\s+)?(?:(?:county|district|borough)\s*(?:and|&|/)\s*)?(?:county|district|borough|city|unitary)\s+(?:councillor|cllr)",
    re.IGNORECASE,
)

_ANOTHER = re.compile(
    rf"{bodies.COUNCIL_LETTERS.pattern}|(?:[A-Z][\w’'&-]*\s+){{1,4}}(?:County|District|Borough|City|Unitary)\s+Council"
)

# The mayor of a combined authority is its executive (Local Democracy, Economic Development and Construction Act 2009
# s.107A to 107D); that of a borough may be its first citizen.
_COMBINED = re.compile(r"\bcombined\s+(?:county\s+)?authority\b", re.IGNORECASE)
_MAYOR = re.compile(r"(?:the\s+)?(?:(?:elected|metro|deputy)\s+)?mayor\b", re.IGNORECASE)


def _is_mayor(person: Person, position: str | None) -> bool:
    printed = [one.block.text[one.start : one.end] for one in person.seen]
    return any(_MAYOR.match(words) for words in [position or "", *printed])


def _is_of_another(role: Role | None, position: str | None, source: Sighting) -> bool:
    """Whether somebody at a parish council sits on another council, or works for it: "Cllr C Pike (NCC)"."""
    printed = source.block.text[source.start : source.end]
    if role == "member" and (_OF_ANOTHER.match(source.block.text, source.start) or _ALSO_OF_ANOTHER.search(printed)):
        return True
    return role in {"member", "officer"} and bool(_ANOTHER.fullmatch(position or ""))


# Whoever serves a commissioner is scrutinised by the panel, and none of its officers (Police Reform and Social
# Responsibility Act 2011 s.28)
_OF_FORCE = re.compile(
    r"\bchief\s+(?:fire\s+officer|constable|superintendent)\b|\bO?P(?:F?CC|CC)\b|\b(?:police|fire)\b.*\bcommissioner\b"
    r"|\bfire\s+(?:and|&)\s+rescue\b|\b(?:constabulary|police\s+(?:force|service))\b",
    re.IGNORECASE,
)


def _is_of_force(role: Role | None, position: str | None) -> bool:
    return role == "officer" and bool(_OF_FORCE.search(position or ""))


def prints_councillors(found: Sequence[Person]) -> bool:
    """Whether a paper prints those who sit on the body as councillors, so that whoever is printed as none may not."""
    seated = [
        one for person in found for one in person.seen if one.roll and one.role in _SEATED and one.status == "present"
    ]
    return len(seated) >= _SOME and sum(one.civic for one in seated) * 5 >= len(seated) * 4


_SEATED = frozenset({"chair", "vice_chair", "member"})
_SOME = 3  # people


def record(
    person: Person,
    found: Sequence[Person],
    *,
    cabinet: bool,
    parish: bool = False,
    council: str | None = None,
    titled: bool = False,
    panel: bool = False,
) -> AttendeeRead:
    """The record of one person.

    ``cabinet``: the body that met is the executive itself. ``parish``: it is a parish, town or community council.
    ``council`` is the name of the council: whoever works for it is no guest. ``titled``: it prints councillors as such.
    ``panel``: it is a police and crime panel, to which a force and a fire service come as others do.
    """
    source = next((one for one in person.seen if one.creates), person.seen[0])
    doubts = list(person.doubts)
    role = _role(person, found)
    position = _position(person)
    if role == "guest" and council and council.lower() in (position or "").lower():
        own = posts.kind_of(re.sub(re.escape(council), "", position or "", flags=re.IGNORECASE))
        role = "officer" if own == "officer" else role
    if role in {None, "guest", "officer"} and _COMBINED.search(council or "") and _is_mayor(person, position):
        role = "cabinet_member"
    if cabinet and role == "member":
        role = "cabinet_member"
    if (parish and _is_of_another(role, position, source)) or (panel and _is_of_force(role, position)):
        role = "guest"
    if role is None:
        doubts.append(Doubt(f"The paper does not say whether {person.name.text} is an officer of the council.", "role"))
    elif titled and role == "member" and _is_assumed(person):
        role = None
        doubts.append(Doubt(f"The paper does not say whether {person.name.text} is a member or an officer.", "role"))
    replaced = next((one.replaces for one in person.seen if one.replaces), None)
    named = who([p for p in found if p is not person], replaced) if replaced else []
    replaces = named[0].name.text if len(named) == 1 else (replaced.text if replaced else None)
    if len(named) > 1:
        doubts.append(Doubt(f"{len(named)} people may be meant by {replaces}.", "replaces"))
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
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _role(person: Person, found: Sequence[Person]) -> Role | None:
    seen = [one for one in person.seen if not one.unsure]
    if any(one.unsure and one.roll for one in person.seen):
        seen = [one for one in seen if not one.assumed]  # apologies make nobody a member whom the list leaves open
    if any(_is_listed_chair(one) for other in found if other is not person for one in other.seen):
        seen = [one for one in seen if one.roll or one.role != "chair"]  # took the chair for a part of the meeting
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
