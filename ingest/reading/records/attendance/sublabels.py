"""Labels inside a list: who of it stands behind each, "Councillors:" below "Apologies", "Norham:" below "Present".

Such a label narrows the one over it and says nothing of presence by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.records.attendance import labels
from ingest.reading.records.attendance.sighting import Group

# "Councillors:", "Councillor(s)", "Members", "County Councillors": a kind of people and no more
_COUNCILLORS = re.compile(
    r"(?:(?:county|borough|city|town|district|committee|panel|other)\s+)*"
    r"(?:councillors?(?:\(s\))?|cllrs?|members?(?:\(s\))?)\s*",
    re.IGNORECASE,
)
# "Members in attendance", "County Borough Councillors in attendance", "Ward Councillors", "Local Members present"
_COME_TOO = re.compile(
    r"(?:(?:county|borough|city|town|district)\s+)*(?:councillors|cllrs|members)\s+(?:in\s+attendance|attending)"
    r"|(?:ward|local|division(?:al)?)\s+(?:councillors?|members?)(?:\s+(?:present|in\s+attendance|attending))?",
    re.IGNORECASE,
)
# Sectors that sit on a schools forum or a pension board: "Primary maintained heads:", "Employer representatives:"
_SECTOR = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|head\s?teachers?|heads|governors?|maintained|non-schools?|early\s+years|nurser(?:y|ies)"
    r"|pvi|colleges?|diocesan|diocese|employers?|employees?|pensioners?|deferred|scheme\s+members?)\b",
    re.IGNORECASE,
)
_ADVISES = re.compile(r"(?:\w+\s+)?advis[eo]rs?\b", re.IGNORECASE)  # "Advisers to the Employers’ Side" sit on neither
# "Trade unions:", "Committee A: Christian denominations", "Group B (Church of England)"
_OF_PARTNERS = re.compile(
    r"^(?:trades?\s+)?unions?\b|\brepresentatives?$|^(?:group|committee)\s+(?-i:[A-E1-5])\b"
    r"|^(?:church\s+of\s+england|other\s+faiths|teachers?[’']?\s+associations?)\b",
    re.IGNORECASE,
)
_NON_VOTING = re.compile(r"(?:the\s+)?non-?\s?voting\s+(?:board\s+)?members?(?:\s+present)?", re.IGNORECASE)
_BY_RULE = re.compile(r"(?:members|councillors|cllrs|also|in\s+attendance|attending)\b", re.IGNORECASE)
# "County Councillors - The following Members of the Committee were present in the Chamber:-"
_FOLLOWING = re.compile(
    r"(?:[\w\s]{0,40}[-–:]\s*)?the\s+following\s+(?P<who>[\w\s&’',-]{0,70}?)\s*\b(?:were|was|are)?\s*(?P<also>also\s+)?"
    r"(?:present|in\s+attendance|attended)\b(?!\s+by\b)[^.:;]{0,60}[:\s–-]*",
    re.IGNORECASE,
)
_KIND = re.compile(r"officers|substitutes?|co-opted\s+members|cabinet\s+members|members|councillors", re.IGNORECASE)


def is_of_councillors(label: str) -> bool:
    """Whether a label tells councillors from others and neither who they are here nor whether they came."""
    return bool(_COUNCILLORS.fullmatch(label.strip(" :.-–")))


def come_too(label: str) -> bool:
    """Whether a label names councillors who came beside those of the body, where those are listed before."""
    return bool(_COME_TOO.fullmatch(label.strip(" :.-–")))


def is_of_partners(label: str) -> bool:
    """Whether a label names those who sit on a body of partners together: "Group A (Christian denominations)"."""
    return bool(_OF_PARTNERS.search(label))


def are_non_voting(label: str) -> bool:
    """Whether a label names members without a vote and no more."""
    return bool(_NON_VOTING.fullmatch(label.strip(" :.-–")))


def come_by_rule(label: str) -> bool:
    """Whether a line names members who came under a rule: "Members attending in accordance with Standing Order 25"."""
    found = labels.group(label)
    return found is not None and found.role == "guest" and bool(_BY_RULE.match(label))


def following(text: str) -> str | None:
    """The label that a lead-in stands for: "The following Members were also present:" is "Members also present"."""
    match = _FOLLOWING.fullmatch(text)
    if match is None:
        return None
    who = _KIND.search(match["who"])
    also = "also " if match["also"] and not (who and who[0].lower().startswith("officer")) else ""
    return f"{who[0].capitalize() if who else ''} {also}present".strip()


def holds_others(over: Group) -> bool:
    """Whether councillors below a label are something else than members who are there."""
    return not over.ignored and (over.status != "present" or over.role in {None, "guest", "substitute"})


def names_sector(label: str) -> bool:
    """Whether a label names a sector that sends people to a forum or a board: "Primary maintained heads"."""
    return bool(_SECTOR.search(label)) and not _ADVISES.match(label)


def is_sector(label: str, over: Group, *, partners: bool = False) -> bool:
    """Whether a label below "Present" names a sector whose people sit on the body that met: "Primary heads".

    ``partners``: that body is one of partners, on which unions and the groups of a religious council sit as well.
    """
    if over.role != "member" or over.status != "present":
        return False
    return bool(names_sector(label) or (partners and _OF_PARTNERS.search(label)))


def narrowed(over: Group, found: Group, *, officers_seen: bool) -> Group:
    """What a label says that stands below another one: the same presence, and its own people."""
    if found.role == "officer":
        return replace(found, status=over.status) if officers_seen else found
    if found.role != "member":
        return replace(found, status=over.status)
    if over.status != "present":
        return replace(over, role="member")
    return over if over.role else replace(over, role=over.elected)
