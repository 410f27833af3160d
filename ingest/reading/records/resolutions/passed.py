"""Sentences that tell in the passive what the meeting passed: "The list of benches was reviewed and approved."."""

from __future__ import annotations

import re

from ingest.reading.language.dates import MONTHS
from ingest.reading.model import Decision

# "The list of benches was reviewed and approved.", "The hire of a skip was authorised.": a thing that the
# meeting itself passed, in a section that decides in no other words
_PASSED = re.compile(
    r"(?P<subject>(?!(?:it|he|she|there|who|which|what|if|when|where|as|after|while|because|apolog\w*)\b)"
    r"(?:[\w£’'&()/.,%+–-]+\s+){1,18}?)(?:was|were)\s+"
    r"(?P<how>(?:(?:then|also|therefore|proposed|discussed|considered|reviewed|received|checked|seconded|put\s+to\s+the\s+vote|\w+ly),?\s+"
    r"(?:and\s+)?){0,3})(?P<verb>carried(?=\s+(?:unanimously|by|nem)\b)|approved|agreed|accepted|adopted|authori[sz]ed|ratified|endorsed|noted)\b(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MAY_TELL = re.compile(
    r"\bw(?:as|ere)\s.*?(?:approv|agree|accept|adopt|authori|ratif|endors|note|carried)", re.IGNORECASE | re.DOTALL
)  # looked for first, being quicker
# A subject that tells of something else, or of what others decide
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|whom|had|has|have|is|are|was|were|said|reported|stated|advised|explained|asked|apolog\w+|"
    r"following|interests?|dispensations?|concerns?|questions?|points?|comments?|offers?|motions?|amendments?|proposals?|he|she|they|but)\b|[,;:]\s|"
    r"^at\s+(?:its|the|their|our)\s+(?:last|previous|earlier)\s+(?:\w+\s+)?meeting\b",
    re.IGNORECASE,
)
_OF_PLANNERS = re.compile(
    r"\b(?:planning|applications?|permissions?|licen[cs]es?|consents?|tree\s+works?|preservation\s+orders?)\b",
    re.IGNORECASE,
)
# Who passed it: "by all", "by a majority", "by the Board" where that is the body that met
_BY = re.compile(
    r"\bby\s+(?P<who>(?:the\s+)?[\w’'&-]+(?:\s+[\w’'&-]+){0,6}?)(?=\s*(?:[.,;(]|$|(?:and|to|for|in|on|at|subject)\b))",
    re.I,
)
_ALL_OF_US = re.compile(
    r"(?:all|everyone|members|councillors|governors|trustees|those\s+present|consensus|a\s+(?:\w+\s+)?majority|\d+)\b",
    re.I,
)
# "at the last meeting", "on 4 May", "with partners": earlier, elsewhere, or between others
_NOT_NOW = re.compile(
    rf"\b(?:last|previous|earlier)\s+\w+|\bin\s+(?:(?:19|20)\d\d|(?:{'|'.join(MONTHS)})\b)|"
    r"^\s*(?:on|at|from|with\s+(?!effect|amendments?|changes|minor|thanks|the\s+(?:change|amendment))|between|among|following)\s?|"
    r"\s*as\s+(?:an?|being)\s+\w+\s+(?:issue|problem|concern)",
    re.IGNORECASE,
)
_NOTED_ENDS = re.compile(
    r"\s*(?:$|\.|and\s+(?:thanks|accepted|agreed|approved|received|filed|welcomed)\b|with\b|without\b|by\s|for\b|"
    r"as\s+(?:read|presented|circulated)\b)",
    re.IGNORECASE,
)


def passed(sentence: str, bodies: re.Pattern[str]) -> Decision | None:
    """The kind of a sentence that tells what was approved, agreed or noted, in the passive; None where it is none.

    ``bodies`` matches the names of the body that met: what others approved is no decision of it.
    """
    match = _PASSED.match(sentence) if _MAY_TELL.search(sentence) else None
    if match is None or _NO_SUBJECT.search(match["subject"]):
        return None
    by = _BY.search(match["tail"])
    if by and not (bodies.fullmatch(by["who"]) or _ALL_OF_US.match(by["who"])):
        return None
    verb, how = match["verb"].lower(), match["how"].strip()
    if verb == "carried" and "recommendation" in match["subject"].lower():
        return None  # its own words stand elsewhere
    if verb == "noted":
        told = _NOTED_ENDS.match(match["tail"]) and (how or not _POINTS.match(match["subject"]))
        return "noted" if told else None
    if _NOT_NOW.search(match["tail"]) or (
        _OF_PLANNERS.search(match["subject"]) and not (how or by or "unanimous" in match["tail"])
    ):
        return None
    return "approved" if verb in ("approved", "ratified") else "agreed"


# "These were noted": what somebody had just said
_POINTS = re.compile(r"(?:these|those|they|both)\b", re.IGNORECASE)
