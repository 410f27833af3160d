"""The words that lead into a decision: "RESOLVED – That", "It was agreed that", "Recommended to Cabinet:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.reading.model import Decision
from ingest.reading.records.passages import in_quotation

Strength = Literal["formal", "spoken"]

_HOW = (
    r"(?:\s+(?:unanimously|nem\.?\s?con\.?|accordingly|as\s+follows|by\s+(?:a\s+)?(?:\w+\s+)?(?:majority|"
    r"consensus|assent)))?"
)
_TO = (
    r"(?:\s+to\s+(?:the\s+)?(?P<recipient>(?!be\b|note\b|approve\b)(?:full\s+)?(?:[A-Z][\w’'&-]*)"
    r"(?:\s+(?:[A-Z][\w’'&-]*|for|of|and|the|with))*))?"
)
_AFTER = r"\s*(?P<mark>[:;–—-]+)?\s*"
_VERB = r"(?:resolved|agreed|approved|noted|recommended|decided|determined|endorsed|ordered)"

# In capitals anywhere: "it was RESOLVED that", "3. RESOLVED that Cabinet", "UNANIMOUSLY RESOLVED –"
_CAPITALS = re.compile(
    rf"\b(?:UNANIMOUSLY\s+)?(?P<verb>RESOLVED|AGREED|APPROVED|NOTED|RECOMMENDED|DECIDED|DETERMINED|ENDORSED)\b"
    rf"(?:\s+UNANIMOUSLY)?{_HOW}{_TO.replace('[A-Z]', '[A-Za-z]', 0)}{_AFTER}"
)
# At the start of a block: "Resolved: That", "Agreed – ", "Decision:", "Recommended to Cabinet - "
_LABEL = re.compile(
    rf"(?:unanimously\s+)?(?P<verb>{_VERB}|decisions?|resolutions?|recommendations?\s+to)\b(?i:{_HOW})"
    rf"(?-i:{_TO}){_AFTER}(?=(?P<next>\S*))",
    re.IGNORECASE,
)
# In a sentence: "It was agreed that", "and it was further resolved to"
_SPOKEN = re.compile(
    rf"\bit\s+was\s+(?:(?:then|therefore|also|further|subsequently|unanimously|accordingly|duly|formally|"
    rf"thereupon)\s+)*"
    rf"(?P<verb>resolved|agreed|decided|recommended|approved)\b{_HOW}(?:\s+(?:by|with)"
    rf"\s+[\w\s]{{3,40}}?)?\s*(?P<mark>[:,–—-]+)?\s*(?=that\b|to\b|$)",
    re.IGNORECASE,
)
# "It was proposed BT 2nd OK and agreed that": the second half of a sentence that began with a proposer
_AND_AGREED = re.compile(
    (
        rf"\b(?:moved|proposed|seconded|2nd|voted?|vote)"
        rf"\b[^.;]*?,?\s(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?(?P<verb>agreed|resolved|approved)"
        rf"\b{_HOW}\s*(?P<mark>[:–—-]+)?\s*(?=that\b|to\b|$)"
    ),
    re.IGNORECASE,
)
# "The following was agreed:" over a list
_FOLLOWING = re.compile(
    (
        r"^(?:the\s+following|as\s+follows)\b[^.:]{0,60}\b(?:was|were)\s+(?:\w+ly\s+)?(?P<verb>agreed|resolved|"
        r"decided|recommended)\b[^.:]{0,40}(?P<mark>:)?\s*[-–]?\s*$"
    ),
    re.IGNORECASE,
)
_BODY_DID = re.compile(
    rf"^(?:(?:after|following|on|having|in)"
    rf"\b[^.]{{0,80}},\s+)?(?P<body>(?:the\s+)?(?:[A-Z][\w’'&-]*\s+(?:(?:and|for|of|the)"
    rf"\s+)?){{0,8}}(?i:committee|panel|cabinet|council|board|commission|group|forum|members|meeting|"
    rf"councillors))\s+"
    rf"(?:(?:then|therefore|also|further|unanimously|accordingly|duly|formally|all|received\s+and|"
    rf"considered\s+and|discussed\s+and)\s+)*(?P<verb>{_VERB.lower()}|accepted|ratified)"
    rf"\b{_HOW}\s*(?P<mark>[:–—-]+)?\s*(?=that\b|to\b|the\b|its\b|this\b|an?\b|both\b|all\b|$)",
)
# What a decision reads like after "agreed that": "be done", "should be put", "would look again", "to write"
_TO_BE_DONE = re.compile(r"\b(?:be|should|would|will|shall|to|not|submit|provide|write)\b", re.IGNORECASE)
# The words before a lead-in that make it another body's or an earlier meeting's
_ELSEWHERE = re.compile(
    r"\b(?:had|has|have|previously|at\s+(?:its|the|their|our)\s+(?:last|previous|earlier)?\s*meeting|"
    r"last\s+meeting|in\s+(?:\w+\s+)?(?:19|20)\d\d|"
    r"on\s+\d{1,2}(?:st|nd|rd|th)?\s+\w+(?:\s+(?:19|20)\d\d)?,?|been|being|which\s+was|was\s+asked\s+to|"
    r"not)\s+(?:it\s+was\s+)?$",
    re.IGNORECASE,
)
_RECORDED: dict[str, Decision] = {"approved": "approved", "noted": "noted", "recommended": "recommended"}
_NOT_A_LABEL = re.compile(
    r"^(?:\s*(?:by|with|in|on|at|from|recommendation|action|actions|minutes|changes|and|budget|or|of|for)\b)", re.I
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """``start`` is where the lead-in begins, ``rest`` where the words of the decision do.

    ``decision`` is the kind that the lead-in itself says; None after "RESOLVED" or "AGREED". ``whole`` is True where
    the sentence around it is the decision's text ("The Panel agreed its work programme").
    """

    start: int
    rest: int
    strength: Strength
    decision: Decision | None
    recipient: str | None = None
    whole: bool = False


def label(text: str) -> LeadIn | None:
    """The lead-in that a block begins with, or has in capitals."""
    match = _LABEL.match(text)
    if match and (lead := _labelled(text, match)):
        return lead
    for match in () if text.isupper() else _CAPITALS.finditer(text):
        if in_quotation(text, match.start()) or _ELSEWHERE.search(text[: match.start()]):
            continue
        if lead := _capital(text, match):
            return lead
    return None


def _labelled(text: str, match: re.Match[str]) -> LeadIn | None:
    """ "Resolved: That …", "Agreed:"; not "Agreed minutes of …" nor "Recommendations to be considered"."""
    verb, rest = match["verb"].lower(), text[match.end() :]
    joined = not match["mark"] and not re.match(r"(?:that|to)\b", rest, re.IGNORECASE)
    noun = verb.startswith(("decision", "resolution"))
    if rest and joined and not (match["verb"].isupper() and not _NOT_A_LABEL.match(rest)):
        return None
    if noun and (not match["mark"] and rest):
        return None
    if verb.startswith("recommendation") and not match["recipient"]:
        return None
    kind = "recommended" if verb.startswith("recommend") else verb
    return LeadIn(0, match.end(), "formal", _kind(kind), match["recipient"])


def _capital(text: str, match: re.Match[str]) -> LeadIn | None:
    rest = text[match.end() :]
    before = text[: match.start()].rstrip()
    verb = match["verb"].lower()
    if verb == "noted" and re.match(r"that\b", rest) and before:
        return None
    if before.endswith((" be", " been", " were", "CARRIED")) or _NOT_A_LABEL.match(rest):
        return None
    return LeadIn(match.start(), match.end(), "formal", _kind(verb), match["recipient"])


def spoken(sentence: str, bodies: re.Pattern[str]) -> LeadIn | None:
    """The lead-in that a sentence has in running words. ``bodies`` matches the names of the body that met."""
    for pattern in (_SPOKEN, _AND_AGREED, _FOLLOWING):
        for match in pattern.finditer(sentence):
            if in_quotation(sentence, match.start("verb")) or _quoted_next(sentence, match.end()):
                continue
            if _ELSEWHERE.search(sentence[: match.start("verb")]) or _only_a_view(sentence, match):
                continue
            return LeadIn(match.start("verb"), match.end(), "spoken", _kind(match["verb"].lower()))
    return _body_decided(sentence, bodies)


def _only_a_view(sentence: str, match: re.Match[str]) -> bool:
    """Whether what "was agreed" is how things are, and nothing that is to be: "agreed that the path was steep"."""
    rest = sentence[match.end() :].strip()
    return bool(rest) and match["verb"].lower() == "agreed" and not _TO_BE_DONE.search(rest)


def body_alone(text: str, bodies: re.Pattern[str]) -> bool:
    """Whether a line is nothing but the body that met, over a list of what it did: "The Committee:-"."""
    bare = re.sub(r"\s*[:–-]*\s*$", "", text.strip())
    return bare != text.strip() and bool(bodies.fullmatch(bare))


def _body_decided(sentence: str, bodies: re.Pattern[str]) -> LeadIn | None:
    """ "The Committee agreed that officers should", "The Panel agreed its work programme"."""
    match = _BODY_DID.match(sentence)
    if not match or not bodies.fullmatch(match["body"].strip()) or _quoted_next(sentence, match.end()):
        return None
    rest = sentence[match.end() :]
    verb = match["verb"].lower()
    if re.match(r"that\b", rest) and (verb == "noted" or (verb == "agreed" and not _TO_BE_DONE.search(rest))):
        return None
    if verb == "noted" and not _NOTED_THINGS.match(rest):
        return None
    whole = not re.match(r"(?:that|to)\b", rest) and bool(rest)
    return LeadIn(0 if whole else match.start("verb"), match.end(), "spoken", _kind(verb), whole=whole)


_NOTED_THINGS = re.compile(
    r"(?:the|its|this)\s+(?:[\w’'/-]+\s+){0,5}?(?:reports?|updates?|work\s+programme|plans?|minutes|"
    r"contents?|positions?|"
    r"presentations?|information|appendix|briefing|strategy|performance|forecast|register|terms|rules|"
    r"proposals?|letters?|statements?|outcomes?|progress|responses?)\b(?!\s+(?:that|had|was))",
    re.IGNORECASE,
)


def _quoted_next(text: str, place: int) -> bool:
    return bool(re.match(r"\s*(?:that\s+|to\s+)?[“\"]", text[place:]))


def _kind(verb: str) -> Decision | None:
    return _RECORDED.get(verb)


# --- decisions without a lead-in -------------------------------------------------------------------------------

_SENTENCES: tuple[tuple[str, Decision], ...] = (
    # "The minutes of the meeting held on 4 May were agreed as a correct record and signed by the Chairman."
    (
        r"(?:(?:that|subject to [^.]{3,80}),?\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:minutes|notes)"
        r"\b(?!.*\bhad\b).{0,220}?\b(?:were|was|having\s+been|be)\s+(?:\w+\s+){0,3}?"
        r"(?:agreed|approved|confirmed|signed|accepted|adopted|moved|checked|taken as read|ratified)\b",
        "approved",
    ),
    # "They were accepted as a true record."
    (
        (
            r"(?:these|they|it)\s+(?:were|was)\s+(?:\w+\s+)?(?:moved|agreed|approved|accepted|signed|confirmed)"
            r"\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:correct|accurate|true)"
        ),
        "approved",
    ),
    # "The following accounts were approved for payment"
    (
        (
            r".{0,60}?\b(?:accounts|payments|invoices|cheques|expenditure)\b.{0,40}\b(?:were|was)"
            r"\s+(?:approved|agreed|authorised)\b"
        ),
        "approved",
    ),
    # "The work programme was noted."; "The report was received and noted."
    (
        (
            r"(?:(?:following|after)\b[^.,]{3,60},\s+)?(?:the|this|both)\s+(?:[\w’'/-]+\s+){0,8}?(?:(?:was|"
            r"were)\s+)(?:received\s+and\s+|considered\s+and\s+)?noted(?:\s+and\s+\w+)?\s*\.?$"
        ),
        "noted",
    ),
    # "Proposed as a true record by A Archer, seconded by B Butcher and unanimously approved."
    (
        r"proposed\s+as\s+(?:an?\s+)?(?:true|correct|accurate)\b.*\b(?:approved|agreed|carried|accepted)\b",
        "approved",
    ),
    (r"proposed\b[^.]*\bseconded\b[^.]*\b(?:approved)\b", "approved"),
    (r"proposed\b[^.]*\bseconded\b[^.]*\b(?:agreed|carried|resolved|accepted)\b\s*\.?$", "agreed"),
    # "Councillor A Archer was duly elected Chairman for the ensuing year."
    (
        (
            r"(?:that\s+)?(?:[A-Z][\w.’'-]+\s+){2,6}(?:was|be|were)\s+(?:duly\s+|"
            r"unanimously\s+)?(?:re-?)?(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?(?:vice|deputy|chair|"
            r"presiding|convenor|convener)"
        ),
        "agreed",
    ),
)
_PLAIN = tuple((re.compile(pattern, re.IGNORECASE), decision) for pattern, decision in _SENTENCES)


def plain(sentence: str) -> Decision | None:
    """The kind of a sentence that is a decision without any lead-in, None where it is none."""
    for pattern, decision in _PLAIN:
        if pattern.match(sentence):
            return decision
    return None
