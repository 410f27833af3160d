"""Sentences that tell in the passive what the meeting passed: "The Asset Register was reviewed and approved."."""

from __future__ import annotations

import re

from ingest.reading.model import Decision

# "The Asset Register was reviewed and approved.", "The setting up of a direct debit was authorised.": a thing that the
# meeting itself passed, in a section that decides in no other words
_PASSED = re.compile(
    r"(?P<subject>(?!(?:it|he|she|there|who|which|what|if|when|where|as|after|while|because|apolog\w*)\b)"
    r"(?:[\w£’'&()/.,%+–-]+\s+){1,18}?)(?:was|were)\s+"
    r"(?P<how>(?:(?:then|also|therefore|proposed|discussed|considered|reviewed|received|checked|seconded|\w+ly),?\s+"
    r"(?:and\s+)?){0,3})(?P<verb>approved|agreed|accepted|adopted|authori[sz]ed|ratified|endorsed|noted)\b(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
# A subject that tells of something else, or of what others decide
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|whom|had|has|have|is|are|was|were|said|reported|stated|advised|explained|asked|apolog\w+|"
    r"following|interests?|dispensations?|concerns?|questions?|points?|comments?|offers?|he|she|they|but)\b|[,;:]\s",
    re.IGNORECASE,
)
_OF_PLANNERS = re.compile(
    r"\b(?:planning|applications?|permissions?|licen[cs]es?|consents?|tree\s+works?|preservation\s+orders?)\b",
    re.IGNORECASE,
)
_OURS = (
    r"(?:all\b|everyone|members|councillors|governors|trustees|those\s+present|consensus|a\s+(?:\w+\s+)?majority|\d|"
    r"(?:the\s+)?(?:[\w’'&-]+\s+){0,4}?(?:board|committee|panel|council|members|councillors|meeting|governors|trustees|group))"
)
_BY_US = re.compile(rf"\s*(?:unanimously|by\s+{_OURS}\b)", re.IGNORECASE)
# "at the last meeting", "by the Borough Council in May", "on 4 May": earlier, or elsewhere
_NOT_NOW = re.compile(
    rf"\s*by\s+(?!{_OURS}\b)|\b(?:last|previous|earlier)\s+(?:year|month|week|meeting|\w+)|\bin\s+(?:(?:19|20)\d\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|"
    r"^\s*(?:on|at|from)\s|\b(?:county|district|borough|city)\s+council\b|\s*as\s+(?:an?|being)\s+\w+\s+(?:issue|problem|concern)",
    re.IGNORECASE,
)
_NOTED_ENDS = re.compile(
    r"\s*(?:$|\.|and\b|with\b|without\b|by\s|for\b|as\s+(?:read|presented|circulated)\b)", re.IGNORECASE
)


def passed(sentence: str) -> Decision | None:
    """The kind of a sentence that tells what was approved, agreed or noted, in the passive; None where it is none."""
    match = _PASSED.match(sentence)
    if match is None or _NO_SUBJECT.search(match["subject"]) or _NOT_NOW.search(match["tail"]):
        return None
    by_us = bool(match["how"].strip() or _BY_US.match(match["tail"]))
    if _OF_PLANNERS.search(match["subject"]) and not by_us:
        return None
    verb = match["verb"].lower()
    if verb == "noted":
        return "noted" if _NOTED_ENDS.match(match["tail"]) else None
    return "approved" if verb in ("approved", "adopted", "ratified") else "agreed"
