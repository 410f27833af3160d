"""Lists that name posts, and in brackets or right behind them who holds each.

"Head of Roads and Parks (Ann Marrow), Area Manager – Coast (Bob Oakes)"; "Clerk C Pike".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName
from ingest.reading.records.attendance import departments

if TYPE_CHECKING:
    from ingest.reading.records.attendance.listed import Listed

_SEAT = re.compile(r"the\s+(?:[\w-]+\s+){0,3}(?:governor|representative|co-optee|member)", re.IGNORECASE)
# "Ann Marrow Independent Member": a seat right behind the name
SEAT_BEHIND = re.compile(
    r"\s+((?:(?:Independent|Lay|Voting|Non-[Vv]oting)\s+)?(?:Co-?[Oo]pted|Independent|Lay)\s+(?:Member|Person|Representative))(?![\w’'-])"
)
# "co-opted members Mr A Marrow and Mrs B Oakes", "Independent Persons C Pike": a seat before those who hold it
_SEAT_BEFORE = re.compile(
    r"(?:(?:the|two|three|four|both|statutory|voting|non-voting)\s+)*(?:co-?\s?opted\s+members?|co-?optees?"
    r"|independent\s+(?:co-opted\s+)?(?:members?|persons?))\s*[:–-]?\s*",
    re.IGNORECASE,
)
_SEATS_OF_ALL = re.compile(
    r"(?:(?:both|all|the|two|three|four)\s+)*(?:(?:independent|non-voting|voting)\s+)?(?:co-?\s?opted\s+(?:\w+\s+)?members"
    r"|co-optees)|(?:(?:both|all|the|two|three|four)\s+)*(?:independent|lay|external)\s+members",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?:[,;.]?\s*(?:\band\s+)?(?:[Tt]he\s+)?)(?P<post>[A-Z][^();:]{3,90}?)\s*\((?P<holder>[^()]{4,50})\)"
)
# "Chief Executive (Mr D Burn)", "Director of Leisure - Mrs E Roy": the post before its holder
_POST_FIRST = re.compile(r"(?P<post>[^()]{4,80}?)\s*(?:\(|\s[-–]\s)(?=[A-Z])")
_DASHED = re.compile(r"\s*(?P<post>[A-Z][^;:()]{3,90}?)\s+[-–]\s+(?P<holder>[^;:(),]{4,50}?)[\s.]*")
_GAP_POST = re.compile(
    r"\s*(?P<holder>[A-Z][^,;:()]{3,40}?)[ \xa0]{2,}"
    r"(?P<post>[A-Z][\w’'&/-]*(?:\s(?:and|of|for|to|the|[A-Z&][\w’'&/-]*))+)[\s.]*"
)
_CLERK = re.compile(
    r"(?:the\s+)?(?P<post>(?:(?:Parish|Town|Community|Deputy|Assistant|Acting|Locum)\s+)*Clerk),?\s+(?=[A-Z])"
)


def holders(text: str, start: int, stop: int) -> list[tuple[str, FoundName, int, int]]:
    """The posts of a list with their holders, and where each pair stands; none where it is any other list."""
    if one := _dashed(text, start, stop) or _bracketed(text, start, stop) or _spaced(text, start, stop):
        return [one]
    found: list[tuple[str, FoundName, int, int]] = []
    position = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    while match := _PAIR.match(text, position, stop):
        name = names.parse(match["holder"])
        if _held_by_nobody(match):
            position = match.end()
            continue
        if name is None or not name.first or posts.is_job(match["holder"]) or bodies.is_outside(match["holder"]):
            return []
        if not posts.is_job(match["post"]) or names.parse(match["post"]) is not None:
            return []
        begins = match.start("holder")
        found.append((match["post"], FoundName(name, begins, match.end("holder")), match.start("post"), match.end()))
        position = match.end()
    over = text[position:stop].strip(" .,;")
    return found if len(found) > 1 and (not over or _names_nobody(over)) else []


def _held_by_nobody(match: re.Match[str]) -> bool:
    """Whether a pair is a post with its service, and tells no holder: "Executive Director (Finance and Roads)"."""
    served = bodies.is_service(match["holder"]) and not names.at(match["holder"], 0, listed=True)
    return served and posts.is_job(match["post"]) and names.parse(match["post"]) is None


def _names_nobody(text: str) -> bool:
    """Whether words behind the last pair are a post alone: "Clerk to the Council"."""
    return posts.is_job(text) and names.at(text, 0, listed=True) is None and "(" not in text and len(text.split()) <= 6


def _dashed(text: str, start: int, stop: int) -> tuple[str, FoundName, int, int] | None:
    """A post with commas of its own before its holder: "Assistant Director, Early Help – Ann Marrow"."""
    match = _DASHED.fullmatch(text[start:stop])
    name = names.parse(match["holder"]) if match else None
    if match is None or name is None or not name.first or posts.is_job(match["holder"]):
        return None
    if departments.is_one(match["holder"]) or bodies.is_outside(match["holder"]):
        return None  # "Team Leader – Early Help"
    if not posts.is_job(match["post"]) or names.at(match["post"], 0, listed=True):
        return None
    holder = FoundName(name, start + match.start("holder"), start + match.end("holder"))
    return match["post"].strip(), holder, start + match.start("post"), stop


def _bracketed(text: str, start: int, stop: int) -> tuple[str, FoundName, int, int] | None:
    """One post with its holder in brackets: "Director – Housing and Land (Ms A Marrow)"."""
    match = _PAIR.match(text, start, stop)
    name = names.parse(match["holder"]) if match else None
    if match is None or name is None or text[match.end() : stop].strip(" .,;"):
        return None
    if not ((name.titles and not name.civic) or (name.first and not name.spelt_out)) or "," in match["post"]:
        return None  # "Head of Roads (North Area)"
    before = names.at(match["post"], 0, listed=True)
    if not posts.is_job(match["post"]) or (before is not None and before.name.first):
        return None
    holder = FoundName(name, match.start("holder"), match.end("holder"))
    return match["post"], holder, match.start("post"), match.end()


def _spaced(text: str, start: int, stop: int) -> tuple[str, FoundName, int, int] | None:
    """Somebody, a gap, and a post with "and" in it: "Ann Marrow   Planning and Performance Manager"."""
    match = _GAP_POST.fullmatch(text[start:stop])
    name = names.parse(match["holder"]) if match else None
    if match is None or name is None or not name.first or posts.is_job(match["holder"]):
        return None
    if not posts.is_job(match["post"]) or posts.kind_of(match["post"]) not in {"officer", "guest"}:
        return None
    if names.parse(match["post"].split(" and ")[-1]) and not posts.is_job(match["post"].split(" and ")[-1]):
        return None
    low = start + match.start("holder")
    return match["post"], FoundName(name, low, start + match.end("holder")), low, start + match.end("post")


def is_seat(part: str) -> bool:
    """Whether words are a seat that stands before its holder: "the co-opted parent governor", "the Church member"."""
    return bool(_SEAT.fullmatch(part)) and posts.kind_of(part) == "co_opted"


def co_opted(part: str, people: list[Listed], text: str) -> bool:
    """Whether a part says of those named last that they are co-opted: "Mr A and Mrs B, independent members".

    It says so of all who have nothing of their own beside them, back to the last councillor or semicolon.
    """
    if not people or not _SEATS_OF_ALL.fullmatch(part.strip(" .")):
        return False
    honoured, end = bool(people[-1].found.name.titles), people[-1].end
    for one in reversed(people):
        if one.found.name.civic or one.brackets or one.position or (honoured and not one.found.name.titles):
            break
        if ";" in text[one.end : end]:
            break
        end = one.start
        one.brackets.append("co-opted member")
    return True


def seat_before(text: str, low: int) -> int | None:
    """Where the names begin behind a seat that is told before them, None where the words are anything else."""
    match = _SEAT_BEFORE.match(text, low)
    if match is None or names.at(text, match.end(), listed=True) is None:
        return None
    return match.end()


def holder(text: str, low: int, high: int) -> tuple[str, FoundName] | None:
    """The holder of a post that stands before the name, None where the words are no such pair."""
    match = _POST_FIRST.match(text, low, high)
    found = names.at(text[:high], match.end(), listed=True) if match and posts.is_job(match["post"]) else None
    if match is None or found is None or text[found.end : high].strip(" ).,") or departments.is_one(found.name.bare):
        return None
    return match["post"].strip(), found


def clerk(text: str, low: int, high: int) -> tuple[str, FoundName] | None:
    """The clerk, named behind the post: "Clerk C Pike"."""
    match = _CLERK.match(text, low, high)
    found = names.at(text[:high], match.end(), listed=True) if match else None
    if match is None or found is None or not found.name.first or text[found.end : high].strip(" .,"):
        return None
    return match["post"], found
