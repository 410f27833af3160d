"""Labels that tell nothing by themselves: what they say by the label over them, and by whom they name.

"Norham: Councillor Ann Marrow (Chair)", "Special schools: Bob Oakes", "Legal: C Pike", "Consort Landscapes:" on a line
of its own. Nobody is under such a label what those of the list before are: a department has officers, a body of others
sends guests, and of anybody else the paper does not tell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names_words import TITLE
from ingest.reading.records.attendance import departments, labels, lists, sublabels
from ingest.reading.records.attendance.lists_parts import PLURAL
from ingest.reading.records.attendance.sighting import Group

_OF_COUNCIL = re.compile(r"(?:the\s+)?council", re.IGNORECASE)
_PARENTS = re.compile(r"^parents?(?:\s+(?:council|governor))?\s+(?:representatives?|reps?)$", re.IGNORECASE)
_RUN_IN = re.compile(r"(?P<label>[A-Z][^:;.,()\n]{1,60}?)(?:\s*\([^()]*\))?\s*:\s*[-–]?\s*(?=\S)")
# "…, Planning: Ann Marrow", "…). Norham Police: Bob Oakes": behind the people of the label before
_INSIDE = re.compile(
    r"(?<=[.;,)]\s)(?P<label>[A-Z][\w’'&/-]*(?:\s(?:(?:and|of|for|the)\s)?[A-Z&][\w’'&/-]*){0,4}):\s+(?=[A-Z])"
)
# Where the people of a label end that another one follows on the same line
_NEXT = re.compile(r"[.;,)]\s+(?=[A-Z][\w’'&/ -]{1,40}:\s)")
_WORDS = 7


def in_front(text: str, low: int, over: Group | None, *, elected: bool = False) -> tuple[str, int, Group] | None:
    """A label with people right behind it: its words, where they begin, and their group.

    ``elected``: councillors are printed as such in the list that the label stands in.
    """
    match = _RUN_IN.match(text, low) if over is not None and not over.ignored else None
    if match is None or over is None or len(match["label"].split()) > _WORDS or labels.is_said(match["label"]):
        return None
    following = _NEXT.search(text, match.end())
    label, behind = match["label"], lists.people(text, match.end(), following.start() + 1 if following else None)
    titles = PLURAL.match(text[match.end() :]) if over.status == "present" else None
    if not behind or behind[0].start != match.end() + (titles.end() if titles else 0):
        return None
    if not _leads(label, text, match.end()):
        return None
    found = _group(label, over, civic=behind[0].found.name.civic or behind[0].titled, elected=elected)
    return None if found is None else (label, match.end(), found)


def inside(text: str, over: Group | None) -> Iterator[tuple[str, int, int]]:
    """Labels of departments and of bodies behind the people of another label: label, and where it stands."""
    if over is None or over.ignored or text.count(":") < 1:
        return
    for match in _INSIDE.finditer(text):
        label = match["label"]
        open_bracket = text.count("(", 0, match.start()) > text.count(")", 0, match.start())
        if (
            not open_bracket
            and (departments.is_named(label) or _is_of_others(label))
            and in_front(text, match.start(), over)
        ):
            yield label, match.start(), match.end()


def alone(label: str, over: Group, *, elected: bool) -> Group | None:
    """What a label says that stands on a line or in a cell of its own; None where it leaves its list as it is."""
    plain = label.strip(" :.-–")
    if over.ignored or over.status != "present" or over.seats or not plain[:1].isupper() or labels.is_party(plain):
        return None
    if _is_department(plain, over, elected=elected):
        return Group(role="officer", position=plain)
    if _is_of_others(plain) and plain.lower() != "group":
        return Group(role="guest", position=plain)
    if label.rstrip().endswith(":") and over.role in {"cabinet_member", "officer"} and not bodies.is_council(plain):
        return Group(elected=over.role if over.role == "cabinet_member" else "guest")
    return None


def _is_of_others(label: str) -> bool:
    return bodies.is_of_others(label) and not posts.is_job(label)


def _is_department(label: str, over: Group, *, elected: bool) -> bool:
    """Whether a label names officers by their department, and no sector, ward or portfolio of those over it."""
    officers = over.role in {None, "officer", "guest"} or elected
    return officers and not over.seats and departments.is_named(label)


def _leads(label: str, text: str, behind: int) -> bool:
    """Whether the words before a colon are a label, and no name that has its post behind the colon."""
    if TITLE.match(label) or (posts.is_job(label) and not sublabels.names_sector(label)):
        return False
    found = names.at(text, behind, listed=True)
    titled = TITLE.match(text, behind) is not None or bool(found and found.name.first and not found.name.spelt_out)
    known = departments.is_named(label) or sublabels.names_sector(label)
    return titled or known or len(label.split()) == 1 or names.parse(label) is None


def _group(label: str, over: Group, *, civic: bool, elected: bool) -> Group | None:
    if over.seats and _OF_COUNCIL.fullmatch(label):
        return Group(default="officer")  # a council's own, beside the members of a board that is not the council's
    if _PARENTS.match(label):
        return replace(over, role="co_opted")
    if not civic and over.status == "present" and _is_department(label, over, elected=elected):
        return Group(role="officer", position=label)
    if civic or over.status != "present" or over.role == "guest" or (over.role is None and over.default != "officer"):
        return over
    if over.role == "member" and sublabels.names_sector(label):
        return replace(over, seats=True)
    outside = bodies.is_outside(label) and not (over.role is None and bodies.is_council(label))
    return replace(over, role="guest" if outside else None, default=None, position=None)
