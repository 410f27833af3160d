"""Labels inside a list: who of it stands behind each, "Councillors:" below "Apologies", "Norham:" below "Present".

Such a label narrows the one over it and says nothing of presence by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names_words import TITLE
from ingest.reading.records.attendance import labels, lists
from ingest.reading.records.attendance.lists_parts import PLURAL
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
_OF_COUNCIL = re.compile(r"(?:the\s+)?council", re.IGNORECASE)
_KIND = re.compile(r"officers|substitutes?|co-opted\s+members|cabinet\s+members|members|councillors", re.IGNORECASE)
_PARENTS = re.compile(r"^parents?(?:\s+(?:council|governor))?\s+(?:representatives?|reps?)$", re.IGNORECASE)
_RUN_IN = re.compile(r"(?P<label>[A-Z][^:;.,()\n]{1,60}?)(?:\s*\([^()]*\))?\s*:\s*[-–]?\s*(?=\S)")
_WORDS = 7


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


def is_sector(label: str, over: Group, *, partners: bool = False) -> bool:
    """Whether a label below "Present" names a sector whose people sit on the body that met: "Primary heads".

    ``partners``: that body is one of partners, on which unions and the groups of a religious council sit as well.
    """
    if over.role != "member" or over.status != "present":
        return False
    return bool(_SECTOR.search(label) or (partners and _OF_PARTNERS.search(label)))


def narrowed(over: Group, found: Group, *, officers_seen: bool) -> Group:
    """What a label says that stands below another one: the same presence, and its own people."""
    if found.role == "officer":
        return replace(found, status=over.status) if officers_seen else found
    if found.role != "member":
        return replace(found, status=over.status)
    if over.status != "present":
        return replace(over, role="member")
    return over if over.role else replace(over, role=over.elected)


def unknown(text: str, low: int, over: Group | None) -> tuple[str, int, Group] | None:
    """A label that tells nothing by itself, with people right behind it: its words, where they begin, and their group.

    "Norham: Councillor Ann Marrow (Chair)", "Special schools: Bob Oakes and Cy Pike".
    """
    match = _RUN_IN.match(text, low) if over is not None and not over.ignored else None
    if match is None or over is None or len(match["label"].split()) > _WORDS or labels.is_said(match["label"]):
        return None
    label, behind = match["label"], lists.people(text, match.end())
    titles = PLURAL.match(text[match.end() :]) if over.status == "present" else None
    if not behind or behind[0].start != match.end() + (titles.end() if titles else 0):
        return None
    if not _leads(label, text, match.end()):
        return None
    found = _group(label, over, civic=behind[0].found.name.civic or behind[0].titled)
    return None if found is None else (label, match.end(), found)


def _leads(label: str, text: str, behind: int) -> bool:
    """Whether the words before a colon are a label, and no name that has its post behind the colon."""
    if TITLE.match(label) or (posts.is_job(label) and not _SECTOR.search(label)):
        return False
    titled = TITLE.match(text, behind) is not None
    return titled or len(label.split()) == 1 or names.parse(label) is None or bool(_SECTOR.search(label))


def _group(label: str, over: Group, *, civic: bool) -> Group | None:
    if over.seats and _OF_COUNCIL.fullmatch(label):
        return Group(default="officer")  # a council's own, beside the members of a board that is not the council's
    if _PARENTS.match(label):
        return replace(over, role="co_opted")
    if civic or over.status != "present" or over.role in {None, "officer", "guest"}:
        return over
    if over.role == "member" and _SECTOR.search(label):
        return replace(over, seats=True)
    return replace(over, role="guest" if bodies.is_outside(label) else None, default=None)
