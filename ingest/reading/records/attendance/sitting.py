"""What body sat, and what that makes of the roles of those who came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.reading.language import bodies, posts
from ingest.reading.model import MeetingRead, Paper, Role
from ingest.reading.records.attendance.sighting import Sighting

if TYPE_CHECKING:
    from ingest.reading.records.attendance.joining import Person

_EXECUTIVE = re.compile(r"(?:the\s+)?(?:cabinet|executive)(?:\s+committee|\s+board)?", re.IGNORECASE)
_POLICE_PANEL = re.compile(r"\bpolice\b.*\bcrime\b.*\bpanel\b|\bpolice\s+panel\b", re.IGNORECASE)
# Boards and forums of partners, on which officers of councils and people of other bodies sit side by side
_PARTNERS = re.compile(
    r"\bhealth\s+(?:and|&)\s+well-?being\s+board\b|\bschools?[’']?\s+forum\b|\bpartnership(?:\s+board)?$|\bpensions?\s+board\b"
    r"|\bstanding\s+advisory\s+council\b|(?-i:\bSACRE\b)|\bjoint\s+(?:consultative|negotiating)\b|\bintegration\s+joint\s+board\b|\bsafeguarding\s+(?:\w+\s+)*(?:board|partnership)\b",
    re.IGNORECASE,
)
# Offices that members of a community council hold where it has no clerk; who only takes the minutes need be no member
_OFFICE = re.compile(r"(?:hon\w*\.?\s+)?(?:secretary|treasurer)", re.IGNORECASE)
# Of a group there: a parish has no executive (Local Government Act 2000 s.9B is of principal councils)
_LEADER = re.compile(
    r"(?:the\s+)?(?:deputy\s+|joint\s+)?(?:council\s+)?leader(?:\s+of\s+(?:the\s+)?council)?", re.IGNORECASE
)
_PARISH = re.compile(r"\b(?:parish|town|community)\s+council\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of a body.

    ``council``: its name; whoever works for it is no guest. ``executive``: the body is the executive itself.
    ``parish``: it is a parish, town or community council. ``panel``: it is a police and crime panel, to which a force
    and a fire service come as others do. ``titled``: the paper prints councillors as such. ``partners``: it is one of
    partners, all of whom sit on it.
    """

    council: str | None
    executive: bool
    parish: bool
    panel: bool
    titled: bool
    partners: bool = False


def of(paper: Paper, meeting: MeetingRead, found: Sequence[Person]) -> Sitting:
    """The sitting that a paper tells of, with those found in it."""
    body = meeting.committee or ""
    return Sitting(
        meeting.council,
        executive=bool(_EXECUTIVE.fullmatch(body)),
        parish=any(_PARISH.search(text) for text in (meeting.council or "", body, *_top(paper))),
        panel=bool(_POLICE_PANEL.search(body)),
        titled=_prints_councillors(found),
        partners=is_of_partners(paper, meeting),
    )


def is_of_partners(paper: Paper, meeting: MeetingRead) -> bool:
    """Whether the body that met is one of partners, all of whom sit on it whoever sent them."""
    named = [meeting.committee] if meeting.committee else list(_top(paper))[:_TITLE]
    return any(_PARTNERS.search(text) for text in named)


_TITLE = 2  # headings


def _top(paper: Paper) -> Iterator[str]:
    """The headings in front of the paper, where a council names itself."""
    return (block.text for block in paper.front[:4] if block.kind != "table" and len(block.text.split()) <= 12)


def role_at(here: Sitting, role: Role | None, person: Person, position: str | None, source: Sighting) -> Role | None:
    """A role as the lists give it, put right by what body sat; ``source`` is the sighting that is quoted."""
    if role == "guest" and _works_for(here.council, position):
        role = "officer"
    if role in {None, "guest", "officer"} and _COMBINED.search(here.council or "") and _is_mayor(person, position):
        role = "cabinet_member"
    if here.executive and role == "member":
        role = "cabinet_member"
    if here.partners and person.status in {"apologies", "absent"}:
        role = role if _VISITS.search(_printed(source)) else _of_partner_away(role, position)
    if role == "member" and _PARISH.search(here.council or "") and _IN_BRACKETS.search(_printed(source)):
        role = "guest"
    if role == "cabinet_member" and _PARISH.search(here.council or "") and _LEADER.fullmatch(position or ""):
        role = "member" if source.under in {None, "member"} else "guest"
    if here.parish and role == "officer" and source.under == "member" and _OFFICE.fullmatch(position or ""):
        role = "member"
    if (here.parish and _is_of_another(role, position, source)) or (here.panel and _is_of_force(role, position)):
        role = "guest"
    return role


def _of_partner_away(role: Role | None, position: str | None) -> Role | None:
    """Whoever sends apologies to a body of partners sits there, whatever sent them; an officer perhaps."""
    if role == "officer":
        return role if _SUPPORTS.search(position or "") else None
    return "member" if role == "guest" else role


# Who only comes to look on or to speak, and has no seat
_VISITS = re.compile(r"\b(?:observ\w+|guest|visitor|speaker|presenter|invited|press|reporter)\b", re.IGNORECASE)
# Who looks after the meetings of a body and does not sit on it
_SUPPORTS = re.compile(r"\b(?:clerk|democratic|committee|governance|minutes?|secretar\w+|scrutiny)\b", re.IGNORECASE)


def _works_for(council: str | None, position: str | None) -> bool:
    if not council or not position or council.lower() not in position.lower():
        return False
    return posts.kind_of(re.sub(re.escape(council), "", position, flags=re.IGNORECASE)) == "officer"


# "County Councillor P West", "District Cllrs M Easter": at a parish council, members of another one
_ALSO_OF_ANOTHER = re.compile(r"[,(–-]\s*(?:county|district|borough|city|unitary)\s+councillor\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\W*(?:the\s+)?(?:(?:county|district|borough)\s*(?:and|&|/)\s*)?(?:county|district|borough|city|unitary)\s+(?:councillor|cllr)",
    re.IGNORECASE,
)

_ANOTHER = re.compile(
    rf"{bodies.COUNCIL_LETTERS.pattern}|(?:[A-Z][\w’'&-]*\s+){{1,4}}(?:County|District|Borough|City|Unitary)\s+Council"
)

# "Cllr A Marrow (Norham Council)" at a parish council, not "Cllr B Oakes (Mayor of the Council)"
_IN_BRACKETS = re.compile(
    r"\((?!(?:[^()]*\s)?(?:Parish|Town|Community)\s)(?![^()]*\bof\s+(?:the\s+)?Council\))[A-Z][^()]*\sCouncil\)"
)
# The mayor of a combined authority is its executive (Local Democracy, Economic Development and Construction Act 2009
# s.107A to 107D); that of a borough may be its first citizen.
_COMBINED = re.compile(r"\bcombined\s+(?:county\s+)?authority\b", re.IGNORECASE)
_MAYOR = re.compile(
    r"(?:the\s+)?(?:(?:elected|metro|deputy)\s+)?mayor\b|(?-i:(?:[A-Z][\w’'-]+\s+){1,4}Mayor)$", re.IGNORECASE
)


def _is_mayor(person: Person, position: str | None) -> bool:
    printed = [one.block.text[one.start : one.end] for one in person.seen]
    return any(_MAYOR.match(words) for words in [position or "", *printed])


def _printed(source: Sighting) -> str:
    return source.block.text[source.start : source.end]


def _is_of_another(role: Role | None, position: str | None, source: Sighting) -> bool:
    """Whether somebody at a parish council sits on another council, or works for it: "Cllr C Pike (NCC)"."""
    printed = _printed(source)
    if role == "member" and (_OF_ANOTHER.match(source.block.text, source.start) or _ALSO_OF_ANOTHER.search(printed)):
        return True
    return role in {"member", "officer"} and bool(_ANOTHER.fullmatch(position or ""))


# Whoever serves a commissioner is scrutinised by the panel, and none of its officers (Police Reform and Social
# Responsibility Act 2011 s.28)
_OF_FORCE = re.compile(
    r"\bchief\s+(?:fire\s+officer|constable|superintendent)\b|\bO?PF?CC\b|\b(?:police|fire)\b.*\bcommissioner\b"
    r"|\bfire\s+(?:and|&)\s+rescue\b|\b(?:constabulary|police\s+(?:force|service))\b",
    re.IGNORECASE,
)


def _is_of_force(role: Role | None, position: str | None) -> bool:
    return role == "officer" and bool(_OF_FORCE.search(position or ""))


def _prints_councillors(found: Sequence[Person]) -> bool:
    """Whether a paper prints those who sit on the body as councillors, so that whoever is printed as none may not."""
    seated = [
        one for person in found for one in person.seen if one.roll and one.role in _SEATED and one.status == "present"
    ]
    return len(seated) >= _SOME and sum(one.civic for one in seated) * 5 >= len(seated) * 4


_SEATED = frozenset({"chair", "vice_chair", "member"})
_SOME = 3  # people
