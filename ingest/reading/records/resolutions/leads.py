"""The words that lead into a decision: "RESOLVED – That", "It was agreed that", "Recommended to Cabinet:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.reading.model import Decision
from ingest.reading.records.passages import in_quotation
from ingest.reading.records.resolutions.lead_words import AFTER, HOW, TO, VERB

Strength = Literal["formal", "spoken"]

# In capitals anywhere: "it was RESOLVED that", "3. RESOLVED that Cabinet", "UNANIMOUSLY RESOLVED –"
_CAPITALS = re.compile(
    rf"\b(?:UNANIMOUSLY\s+)?(?P<verb>RESOLVED|AGREED|APPROVED|NOTED|RECOMMEND(?:ED|S)|RESOLVES|AGREES|NOTES(?=\s+[a-z])|"
    rf"DECIDED|DETERMINED|ENDORSED)\b"
    rf"(?:\s+UNANIMOUSLY)?{HOW}{TO}{AFTER}"
)
# At the start of a block: "Resolved: That", "Agreed – ", "Decision:", "Recommended to Cabinet - "
_LABEL = re.compile(
    rf"(?:unanimously\s+)?(?P<verb>{VERB}|decisions?(?:\s+(?:of\s+(?:the\s+)?\w+|taken|made|reached)(?=\s*:?\s*$))?|resolutions?(?:\s+(?:no\.?\s?)?[A-Z]{{0,4}}\d[\w/.]{{0,12}}(?=\s*[:–—-]))?|"
    rf"outcomes?|conclusions?|concluded(?=\s*[:–—])|recommendations?(?:\s+\d{{1,2}})?)"
    rf"\b{HOW}(?-i:{TO}){AFTER}(?=(?P<next>\S*))",
    re.IGNORECASE,
)
# The words before a lead-in that make it another body's or an earlier meeting's
ELSEWHERE = re.compile(
    r"\b(?:had|has|have|previously|at\s+(?:its|the|their|our)\s+(?:(?:last|previous|earlier)\s+)?(?:\w+\s+)?meeting|"
    r"last\s+meeting|in\s+(?:\w+\s+)?(?:19|20)\d\d|"
    r"on\s+\d{1,2}(?:st|nd|rd|th)?\s+\w+(?:\s+(?:19|20)\d\d)?,?|been|being|which\s+was|was\s+asked\s+to|"
    r"not)\s+(?:it\s+was\s+)?$",
    re.IGNORECASE,
)
_RECORDED: dict[str, Decision] = {"approv": "approved", "note": "noted", "recommend": "recommended"}
_NOT_A_LABEL = re.compile(
    r"^(?:\s*(?:by|with|in|on|at|from|recommendation|action|actions|minutes|changes|and|budget|or|of|for)\b)", re.I
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """``start`` is where the lead-in begins, ``rest`` where the words of the decision do.

    ``decision`` is the kind that the lead-in itself says; None after "RESOLVED" or "AGREED". ``whole`` is True where
    the sentence around it is the decision's text ("The Panel agreed its work programme"). ``subject`` are the words
    before a deciding verb that has its object behind it ("The Panel" NOTED the work plan). ``soft`` marks a heading
    under which more than decisions may stand ("Outcome:", "Recommendations").
    """

    start: int
    rest: int
    strength: Strength
    decision: Decision | None
    recipient: str | None = None
    whole: bool = False
    subject: str = ""
    soft: bool = False


def label(text: str) -> LeadIn | None:
    """The lead-in that a block begins with, or has in capitals."""
    match = _LABEL.match(text)
    if match and (lead := _labelled(text, match)):
        return lead
    for match in _CAPITALS.finditer(text):
        if text.isupper() and not (match["mark"] and match.end() == len(text)):
            continue  # a heading; but "PENDERFYNWYD / RESOLVED:" leads in
        if in_quotation(text, match.start()) or ELSEWHERE.search(text[: match.start()]):
            continue
        if lead := _capital(text, match):
            return _last_of(text, lead)
    return None


# "The Panel NOTED the report and RECOMMENDED to Cabinet that:" over a list
_OVER_LIST = re.compile(r"(?:that\b)?[^.;]{0,100}(?:\bthat|:)\s*[-–—]?\s*$", re.IGNORECASE)


def _last_of(text: str, lead: LeadIn) -> LeadIn:
    """Of the lead-ins of one sentence, the one that the list below it stands under."""
    for match in reversed(list(_CAPITALS.finditer(text, lead.rest))):
        if re.search(r"\band\s+(?:to\s+|also\s+)?$", text[: match.start()]) and _OVER_LIST.fullmatch(
            text[match.end() :]
        ):
            return _capital(text, match) or lead
    return lead


def _labelled(text: str, match: re.Match[str]) -> LeadIn | None:
    """ "Resolved: That …", "Agreed:"; not "Agreed minutes of …" nor "Recommendations to be considered"."""
    verb, rest = match["verb"].lower(), text[match.end() :]
    joined = not match["mark"] and not match[0].rstrip().endswith((")", "]")) and not _GOES_ON.match(rest)
    if rest and joined and not (match["verb"].isupper() and not _NOT_A_LABEL.match(rest)):
        return None
    if verb.startswith(_HEADINGS) and rest and not match["mark"]:
        return None
    soft = verb.startswith(_SOFT) and not match["recipient"]
    return LeadIn(0, match.end(), "formal", kind_of(verb), match["recipient"] or _to_whom(match[0]), soft=soft)


_GOES_ON = re.compile(r"(?:that|to)\b", re.IGNORECASE)
_HEADINGS = ("decision", "resolution", "outcome", "conclusion", "recommendation")
_SOFT = ("outcome", "conclusion", "recommendation")


def _to_whom(printed: str) -> str | None:
    """The body in "Recommended (to the Cabinet):"."""
    match = re.search(r"[(\[]\s*to\s+(?:the\s+)?(?P<who>[A-Z][\w’'&\s-]{1,60}?)\s*[)\]]", printed)
    return match["who"] if match else None


def _capital(text: str, match: re.Match[str]) -> LeadIn | None:
    rest = text[match.end() :]
    before = text[: match.start()].rstrip()
    verb = match["verb"].lower()
    if verb == "noted" and re.match(r"that\b", rest) and before:
        return None
    if _PASSIVE.search(before) or _NOT_A_LABEL.match(rest):
        return None
    names = verb in ("noted", "approved", "agreed", "endorsed") and not match["mark"] and not _GOES_ON.match(rest)
    subject = re.split(r",\s+", before)[-1] if names and rest else ""
    recipient = match["recipient"] or _to_whom(match[0])
    return LeadIn(match.start(), match.end(), "formal", kind_of(verb), recipient, subject=subject)


# "The report was NOTED": a sentence of its own; "it was RESOLVED that" leads in
_PASSIVE = re.compile(r"(?:\b(?:be|been|were|CARRIED)|(?<!\bit)(?<!\bIt)(?<!\bIT)\s(?:was|WAS))$")


# "After discussion, the Committee:", "Having heard the tenants, the Panel:"
_AFTER_THAT = re.compile(
    r"^(?:after|following|having|on|arising|accordingly|therefore|in\s+(?:discussion|conclusion))\b[^.:;]{0,100},\s+",
    re.IGNORECASE,
)


def body_alone(text: str, bodies: re.Pattern[str]) -> bool:
    """Whether a line is nothing but the body that met, over a list of what it did: "The Committee:-", "The Panel"."""
    bare = re.sub(r"^that\s+|\s*[:;–-]*\s*$", "", text.strip(), flags=re.IGNORECASE)
    bare = _AFTER_THAT.sub("", bare)
    return len(bare) < 120 and bool(bodies.fullmatch(bare))


def led_by_body(text: str, bodies: re.Pattern[str]) -> bool:
    """Whether a passage is, or ends in, nothing but the body that met: "Members spoke of the bus. The Committee:-"."""
    if body_alone(text, bodies):
        return True
    last = re.search(r"(?<=[.!?])\s+(?P<last>[^.!?]{5,100}:\s*[-–]?)\s*$", text)
    return bool(last and body_alone(last["last"], bodies))


def kind_of(verb: str) -> Decision | None:
    """The kind that a lead-in's own verb says; None for \"resolved\" and \"agreed\"."""
    return next((kind for stem, kind in _RECORDED.items() if verb.startswith(stem)), None)
