"""Which of the three kinds of paper a document is, by the words at its top."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.reading.model import Block, Kind

_TOP = 40  # blocks that a title and its names may take
_REPORT = re.compile(
    r"attendance of the (?:portfolio holder|cabinet member|executive member|lead member|leader)|"
    r"report (?:of|from|by)(?: the)?:?\s.{0,60}(?:portfolio holder|cabinet member|executive member|lead member|leader)|"
    r"(?:portfolio holder|cabinet member|executive member)(?:[’']s)?.{0,60}\b(?:report|update)\b|"
    r"(?:portfolio holder|cabinet member|executive member)[’']s? (?:annual )?statement\b|"
    r"(?:^|\n)(?:from|report (?:of|from|by|to)|report author)\s*:",
    re.I,
)
_NOTES = re.compile(
    r"\b(?:notes?|nodiadau|summary|record) (?:of|from|o)\b.{0,60}"
    r"\b(?:meeting|briefing|session|visit|workshop|group|discussion(?! and decision))\b|"
    r"briefing (?:notes?|session)|informal (?:briefing|meeting|session)|aide-m[eé]moire|"
    r"(?:action|meeting|discussion) (?:notes|summary)|\bnotes\b(?=\s*(?:$|\n))|discussion summary",
    re.I,
)
# "At a meeting of the Audit Committee held in the Town Hall" is how minutes begin without that word
_MINUTES = re.compile(r"\bminutes?\b|\bcofnodion\b|proceedings of|\bat an? (?:\w+ ){0,3}meeting of\b", re.I)
_NAMES = re.compile(
    r"\b(?:present|in attendance|attendance|attendees|apologies|yn bresennol)\b\s*[:\-–]?|"
    r"\b(?:committee|panel|board|council|voting) members\s*:",
    re.I,
)


def kind_of(front: Iterable[Block], formal: bool) -> Kind | None:
    """The kind of paper that begins so; None where it is none of the three.

    ``formal`` says whether its items are those of a formal meeting, as in minutes without that word in their title.
    """
    top = "\n".join(_words(block) for block in list(front)[:_TOP])
    named = bool(_NAMES.search(top))
    first: dict[Kind, int] = {}
    for kind, pattern in _PATTERNS:
        found = pattern.search(top)
        if found and not (formal and found.group().lower().startswith("record")):  # "Record of the meeting" of minutes
            first[kind] = found.start()
    if named and "minutes" not in first and "briefing_notes" in first and _of_standing_body(top):
        first = {"minutes": first["briefing_notes"]}
    if "portfolio_report" in first and "minutes" in first and named:
        del first["portfolio_report"]
    if first:
        return min(first, key=lambda kind: first[kind])
    if not named:
        return None
    return "minutes" if formal else "briefing_notes"


# "Parks Liaison Panel – notes of the meeting of 4 March": a standing body's notes are its minutes
_OF_MEETING = re.compile(r"\b(?:action )?notes? (?:of|from) (?:the |a )?(?:\w+ )?meeting\b(?!\s*:)", re.I)
_STANDING = re.compile(r"\b(?:committee|panel|board|commission|forum)\b", re.I)
_INFORMAL = re.compile(
    r"\b(?:groups?|briefings?|informal|workshops?|visit|evidence|away day|working part(?:y|ies)|pre-?meeting)\b",
    re.I,
)


def _of_standing_body(top: str) -> bool:
    """Whether these are notes of the meeting of a committee, and of nothing less formal."""
    title = top[: named.start()] if (named := _NAMES.search(top)) else top
    return bool(_OF_MEETING.search(title) and _STANDING.search(title) and not _INFORMAL.search(title))


def is_formal(titles: Iterable[str]) -> bool:
    """Is this the business of a formal meeting, which approves its minutes or takes declarations of interest?"""
    return any(_FORMAL.match(title.strip()) for title in titles)


_FORMAL = re.compile(
    r"(?:to (?:receive|approve|confirm) (?:the )?)?(?:minutes?\b|(?:declarations?|disclosures?) of (?:\w+ )*interests?|"
    r"exclusion of (?:the )?(?:press|public)|(?:confirmation|approval) of (?:the )?(?:\w+ ){0,2}minutes)",
    re.I,
)
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("briefing_notes", _NOTES),
    ("portfolio_report", _REPORT),
    ("minutes", _MINUTES),
)


def _words(block: Block) -> str:
    if block.kind != "table":
        return block.marked_text
    return "\n".join(" ".join(cell.text for cell in row) for row in block.rows)
