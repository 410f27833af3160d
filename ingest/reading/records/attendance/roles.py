"""What a person is to the meeting: by the words beside the name, else by the label over it; or nobody can tell."""

from __future__ import annotations

import re

from ingest.reading.language import bodies, posts
from ingest.reading.language.posts import Kind
from ingest.reading.records.attendance import departments
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group
from ingest.reading.records.attendance.told import Told

_PLURALS: dict[str, Kind] = {
    "councillors": "member", "members": "member", "officers": "officer", "co-optees": "co_opted",
    "observers": "guest", "guests": "guest",
}  # fmt: skip


# "(Minute taker)", "notes"
_MINUTES = re.compile(r"\b(?:minutes?|notes?)\b", re.IGNORECASE)
_CHAIR_OF = re.compile(r"(?:the\s+)?(?:(?:vice|deputy)[\s-])?chair(?:man|woman|person)?\s+of\b", re.IGNORECASE)
# Whoever sits on an education committee for a church (Education Act 1996 s.499)
STATUTORY = re.compile(
    r"\b(?:dioces\w+|church\s+(?:of\s+england|in\s+wales)|roman\s+catholic)\b"
    r"|\b(?:schools?|faith|jewish|muslim|sikh|hindu)\s+representative$",
    re.IGNORECASE,
)
# The same and those who sit for parents, beside somebody who is printed as no councillor among councillors
SEAT = re.compile(rf"{STATUTORY.pattern}|^parent\s+(?:governor|representative)s?\b", re.IGNORECASE)
# "Independent Chair, Harbour Heritage Panel", who works for no council
_INDEPENDENT = re.compile(
    r"(?:the\s+)?independent\s+(?:chair\w*|vice[\s-]chair\w*|adviser|advisor|scrutineer)\b", re.IGNORECASE
)
# "Independent Chair" among the members: of the body that met
_OWN_CHAIR = re.compile(r"(?:the\s+)?independent\s+chair(?:man|woman|person)?", re.IGNORECASE)
# "Chair, Norham Harbour Board", "Vice-Chair of the Tenants' Panel": whoever came for a body that they chair
_CHAIRS_BODY = re.compile(
    r"(?:the\s+)?(?:(?:vice|deputy|co)[\s-]*)?chair(?:man|woman|person)?(?:\s*,|\s+of|\s+[-–])\s+(?:the\s+)?(?P<body>.+)",
    re.IGNORECASE,
)
# "(Hon. Secretary)", "Honorary Treasurer": an office that one of the members holds
_HONORARY = re.compile(
    r"hon(?:orary|\b\.?)\s+(?:secretary|treasurer)(?:\s*(?:and|&|/)\s*(?:secretary|treasurer))?", re.IGNORECASE
)
# Ranks of a fire service: an officer of one authority, a guest at the next one
FIRE = re.compile(r"\b(?:fire\s+officer|(?:area|group)\s+commander)$|^(?-i:[DA]?CFO|ACO|SOC|GC|AC|GM)$", re.IGNORECASE)
# Who looks after a board's meetings and does not sit on it
_SUPPORT = re.compile(
    r"\b(?:democratic|committee|governance|clerk|minutes?|notes?|secretar\w+|support\s+officer|scrutiny)\b",
    re.IGNORECASE,
)
# "Mayor", "Deputy Mayor of Norham": the executive of one council, the first citizen of another
MAYOR = re.compile(r"(?:the\s+)?(?:(?:lord|deputy|elected|metro)\s+)*mayor(?:\s+of\s+.*)?", re.IGNORECASE)
_SOME_BODY = re.compile(bodies.IN_CAPITALS)


def of(told: Told, listed: Listed, group: Group) -> tuple[Kind | None, bool]:
    """The role, and whether the words beside the name gave it."""
    name = listed.found.name
    if listed.plural_role and not told.role:
        return _PLURALS.get(listed.plural_role), True
    civic = name.civic or listed.titled
    if group.role in {"member", "co_opted", "guest", "cabinet_member", "substitute"}:
        return _in_strong_group(told, group, civic=civic)
    if group.role in {"chair", "vice_chair"}:
        return group.role, True
    if told.role == "member" and group.status == "present" and "member" not in (group.role, group.default):
        return "guest", True
    if told.role:
        return _by_own_words(told, group, civic=civic)
    if group.status != "present":
        return "member", False
    if group.role == "officer":
        return ("guest" if civic else "officer"), False
    if not civic and group.default == "officer" and _is_of_a_stranger(told.position):
        return "guest", False
    return (group.elected if civic and group.default != "member" else group.default), False


def _by_own_words(told: Told, group: Group, *, civic: bool) -> tuple[Kind | None, bool]:
    if told.role in {"chair", "vice_chair"} and _chairs_elsewhere(group, civic=civic):
        return "guest", False
    if told.role == "officer" and group.role != "officer" and _INDEPENDENT.match(told.position or ""):
        return "guest", True
    if told.role == "officer" and group.role != "officer" and not civic and _chairs_a_body(told.position or ""):
        return "guest", True
    seated = group.status != "present" or group.default == "member"
    if told.role == "guest" and seated and STATUTORY.search(told.position or ""):
        return "co_opted", True
    if told.role == "officer" and civic and _CHAIR_OF.match(told.position or ""):
        return group.elected, False  # "Councillor A Moss, Chair of the Authority"
    return told.role, True


def _chairs_a_body(position: str) -> bool:
    """Whether a post is the chair of a body by its own name, as no officer of a council is."""
    chairs = _CHAIRS_BODY.fullmatch(position)
    return chairs is not None and " " in chairs["body"] and bool(_SOME_BODY.fullmatch(chairs["body"]))


def _of_council(position: str | None) -> bool:
    """Whether a post is printed with the council that it is of: "Scrutiny Officer, London Borough of Norham"."""
    post, comma, body = (position or "").rpartition(", ")
    return bool(comma) and posts.is_job(post) and bodies.is_council(body) and not bodies.is_outside(body)


def _chairs_elsewhere(group: Group, *, civic: bool) -> bool:
    """Among those in attendance beside the members, a chair is that of the body that came."""
    return not civic and group.default in {"officer", "guest"} and group.elected == "guest"


def is_unsure(told: Told, listed: Listed, group: Group, *, roll: bool) -> bool:
    """Whether neither the words beside the name nor the label tell an officer of the council from anybody else.

    In the attendance block (``roll``) those "In attendance" without a word beside the name are the council's own;
    somebody whom the chair welcomes to an item may be anybody.
    """
    if FIRE.search(listed.found.name.rank) and group.role not in {"officer", "guest"}:
        return True
    if listed.found.name.civic or listed.titled or group.status != "present" or listed.plural_role:
        return False
    if told.role == "officer" and _represents(group) and _A_CLERK.fullmatch(told.position or ""):
        return True  # of the parish, or of the meeting
    if told.role == "officer" and group.role in {None, "member"} and not _chairs_a_body(told.position or ""):
        return departments.stranger(told.position or "") is not None
    if group.role:
        own = group.role == "guest" and group.mixed and told.role == "officer" and not _of_council(told.position)
        return own and departments.stranger(told.position or "") is None
    if told.role:
        return False
    if roll and group.default is None and not group.remote:
        return True  # under a label that tells nothing of those who are no councillors
    if MAYOR.fullmatch(told.position or ""):
        return True
    return group.mixed or (group.default == "officer" and told.position is None and not roll)


_A_CLERK = re.compile(r"(?:the\s+)?(?:(?:deputy|parish|town)\s+)*clerk", re.IGNORECASE)


def _represents(group: Group) -> bool:
    """Whether a label tells of representatives, whose councillors are members: "Parish Council Representatives"."""
    return group.elected == "member" and group.role is None and group.default is None


def is_assumed(told: Told, role: Kind | None, group: Group, *, civic: bool) -> bool:
    """Whether somebody among those away is a member only because nothing beside the name tells otherwise."""
    return role == "member" and told.role is None and group.status != "present" and group.role is None and not civic


def _is_of_a_stranger(position: str | None) -> bool:
    """Whether the words beside a name are a name of their own, and neither a post nor a part of a council."""
    if position is None or posts.kind_of(position) or bodies.is_council(position) or bodies.is_service(position):
        return False
    return bool(" " in position and _SOME_BODY.fullmatch(position)) and not _MINUTES.search(position)


def _in_strong_group(told: Told, group: Group, *, civic: bool) -> tuple[Kind | None, bool]:
    """Under "Present" or "Co-opted members" the label says what people are, but for chairs and substitutes."""
    if told.role in {"chair", "vice_chair", "substitute"}:
        return told.role, True
    if group.role == "member" and _OWN_CHAIR.fullmatch(told.position or ""):
        return "chair", True
    if group.seats:
        return ("officer" if told.role == "officer" and _SUPPORT.search(told.position or "") else "member"), True
    if group.role == "member" and not civic and re.search(r"\brepresentative\b", told.position or "", re.IGNORECASE):
        return "co_opted", True
    if group.role == "member" and _HONORARY.fullmatch(told.position or ""):
        return "member", True
    if group.role == "member":
        return (told.role or "member"), told.role is not None
    if group.role == "guest" and group.mixed and told.role in {"officer", "guest"} and _of_council(told.position):
        return "officer", True
    if group.role == "guest":
        cabinet = told.role == "cabinet_member"
        return ("cabinet_member" if cabinet else "guest"), cabinet or group.position is not None
    if group.role == "cabinet_member" and told.role == "officer" and not civic and posts.is_job(told.position or ""):
        return "officer", True
    return group.role, True
