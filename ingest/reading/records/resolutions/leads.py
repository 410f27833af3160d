"""The words that lead into a decision: "RESOLVED – That", "It was agreed that", "Recommended to Cabinet:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.reading.language.decisions import is_minutes
from ingest.reading.model import Decision
from ingest.reading.records.passages import in_quotation
from ingest.reading.records.resolutions.lead_words import AFTER, ASIDE, HOW, NOW, TO, VERB

Strength = Literal["formal", "spoken"]

# In capitals anywhere: "it was RESOLVED that", "3. RESOLVED that Cabinet", "UNANIMOUSLY RESOLVED –"
_CAPITALS = re.compile(
    rf"\b(?:UNANIMOUSLY\s+)?(?P<verb>RESOLVED|AGREED|APPROVED|NOTED|RECOMMENDED|DECIDED|DETERMINED|ENDORSED)\b"
    rf"(?:\s+UNANIMOUSLY)?{HOW}{TO}{AFTER}"
)
# At the start of a block: "Resolved: That", "Agreed – ", "Decision:", "Recommended to Cabinet - "
_LABEL = re.compile(
    rf"(?:unanimously\s+)?(?P<verb>{VERB}|decisions?|resolutions?|outcomes?|conclusions?|"
    rf"recommendations?(?:\s+\d{{1,2}})?)"
    rf"\b{HOW}(?-i:{TO}){AFTER}(?=(?P<next>\S*))",
    re.IGNORECASE,
)
# In a sentence: "It was agreed that", "and it was further resolved to"
_SPOKEN = re.compile(
    rf"\bit\s+was\s+(?:(?:then|therefore|also|further|subsequently|unanimously|accordingly|duly|formally|"
    rf"thereupon)\s+)*"
    rf"(?P<verb>resolved|agreed|decided|recommended|approved)\b"
    rf"(?:\s+to\s+(?:the\s+)?(?P<recipient>(?-i:[A-Z])[\w’'&-]*(?:\s+(?-i:[A-Z])[\w’'&-]*){{0,4}})"
    rf"(?=,?\s+(?:that|by|with|unanimously)\b))?{HOW}(?:\s+(?:by|with)"
    rf"\s+[\w\s]{{3,40}}?)?{ASIDE}\s*(?P<mark>[:,–—-]+)?\s*(?=that\b|to\b|not\s+to\b|for\b[^.;]{{3,80}}\sto\s|$)",
    re.IGNORECASE,
)
# "It was proposed BT 2nd OK and agreed that": the second half of a sentence that began with a proposer
_AND_AGREED = re.compile(
    (
        rf"\b(?:moved|proposed|seconded|2nd|voted?|vote)"
        rf"\b[^;]{{0,200}}?,?\s(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?(?P<verb>agreed|resolved|approved)"
        rf"\b{HOW}\s*(?P<mark>[:–—-]+)?\s*(?=that\b|to\b|\.?$)"
    ),
    re.IGNORECASE,
)
# "The Panel made the following recommendations to Cabinet:"
_RECOMMENDING = re.compile(
    r"^(?P<body>(?:the\s+)?[\w\s’'&-]{3,80}?)\s+(?:(?:also|therefore|then|further|unanimously)\s+)?(?P<verb>made|makes|agreed|put\s+forward)"
    r"\s+the\s+following\s+recommendations?(?:\s+to\s+(?:the\s+)?(?P<recipient>[A-Z][\w\s’'&-]{2,60}))?\s*[:–-]*\s*$",
    re.IGNORECASE,
)
# "The Panel's recommendations were as follows:"
_RECOMMENDATIONS = re.compile(
    r"^(?P<body>(?:the\s+)?[\w\s&-]{3,80}?)[’']s?\s+(?P<verb>recommendations)(?:\s+to\s+(?:the\s+)?(?P<recipient>[A-Z][\w\s’'&-]{2,60}?))?"
    r"\s+(?:were|are)(?:\s+as\s+follows)?\s*:\s*[-–]?\s*$",
    re.IGNORECASE,
)
# "The following was agreed:" over a list; what was agreed "as next steps" are actions
_FOLLOWING = re.compile(
    (
        r"^(?:the\s+following|as\s+follows)\b[^.:]{0,60}\b(?:was|were)\s+(?:\w+ly\s+)?(?P<verb>agreed|resolved|"
        r"decided|recommended)\b(?!\s+(?:for\s+the\s+next|as\s+(?:next|future|actions?|follow)))[^.:]{0,40}(?P<mark>:)?\s*[-–]?\s*$"
    ),
    re.IGNORECASE,
)
_BODY_DID = re.compile(
    rf"^(?:(?i:after|following|on|having|in|with|subject\s+to|arising)\b[^.]{{0,200}},\s+)?(?P<body>(?:the\s+)?(?:[A-Z][\w’'&-]*\s+(?:(?:and|for|of|the)"
    rf"\s+)?){{0,8}}(?i:committee|panel|cabinet|council|board|commission|group|forum|members|meeting|"
    rf"councillors|governors|trustees)(?:\s+(?:for|on)(?:\s+[A-Z][\w’'&-]*(?:\s+(?:and|of|the))*){{1,6}})?)\s+"
    rf"(?:(?:then|therefore|also|further|unanimously|accordingly|duly|formally|all|received\s+and|"
    rf"considered\s+and|discussed\s+and)\s+)*(?P<verb>{VERB}|{NOW}|accepted|ratified|supported)"
    rf"\b{HOW}\s*(?P<mark>[:;–—-]+)?\s*(?=that\b|to\b|the\b|its\b|this\b|an?\b|both\b|all\b|"
    rf"for\b(?=[^.;:]{{3,80}}\sto\s)|(?:amendments|changes|payments?|terms|dates|costs|quotations?|expenditure)\b|$)",
)
# "All Members agreed these rents.", "All present resolved to …", "Everyone was in agreement that …"
_ALL_DID = re.compile(
    r"^(?:all|everyone|those)\b(?:\s+(?:of\s+)?(?:the\s+)?(?:councillors|members|cllrs|governors|trustees|directors|board|"
    r"present|in\s+attendance|parties))*\s+(?:(?:then|also|therefore|unanimously|were|was|in)\s+)*"
    r"(?P<verb>agreed|resolved|approved|accepted|decided|agreement)\b\s*"
    r"(?=that\b|to\b|the\b|this\b|these\b|an?\b|all\b|for\b)",
    re.IGNORECASE,
)
# "The Panel considered both offers and wanted a third, but agreed to …": what a body did, and then decided
_THEN_DECIDED = re.compile(
    r"^(?P<body>(?:the\s+)?(?:[A-Z][\w’'&-]*\s+(?:(?:and|for|of|the)\s+)?){0,8}(?i:committee|panel|cabinet|council|board|"
    r"commission|group|forum|members|meeting|councillors|governors|trustees))\s+"
    r"(?:discussed|considered|debated|reviewed|received|heard|examined)\b[^.;:]{3,250}?,?\s(?:and|but|then)\s+"
    r"(?:(?:then|also|therefore|unanimously)\s+)*(?P<verb>agreed|resolved|decided)\s+(?=that\b|to\b)",
    re.IGNORECASE,
)
# "The Panel thanked officers. It resolved:" over a list; "It resolved that …" may be another body's
_IT_DID = re.compile(
    rf"^It\s+(?:(?:then|therefore|also|further|unanimously|accordingly)\s+)*(?P<verb>{VERB})\b{HOW}\s*(?:that\s*)?"
    r"(?P<mark>[:–—-]+)\s*$"
)
# What a decision reads like after "agreed that": "be done", "should be put", "would look again", "to write"
_TO_BE_DONE = re.compile(
    r"\b(?:be|should|would|will|shall|to|not|submit|provide|write|acceptable|subject|conditional|proceed|go\s+ahead)\b",
    re.IGNORECASE,
)
# The words before a lead-in that make it another body's or an earlier meeting's
_ELSEWHERE = re.compile(
    r"\b(?:had|has|have|previously|at\s+(?:its|the|their|our)\s+(?:last|previous|earlier)?\s*meeting|"
    r"last\s+meeting|in\s+(?:\w+\s+)?(?:19|20)\d\d|"
    r"on\s+\d{1,2}(?:st|nd|rd|th)?\s+\w+(?:\s+(?:19|20)\d\d)?,?|been|being|which\s+was|was\s+asked\s+to|"
    r"not)\s+(?:it\s+was\s+)?$",
    re.IGNORECASE,
)
_RECORDED: dict[str, Decision] = {"approve": "approved", "note": "noted", "recommend": "recommended"}
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
        if in_quotation(text, match.start()) or _ELSEWHERE.search(text[: match.start()]):
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
    return LeadIn(0, match.end(), "formal", _kind(verb), match["recipient"] or _to_whom(match[0]), soft=soft)


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
    return LeadIn(match.start(), match.end(), "formal", _kind(verb), recipient, subject=subject)


# "The report was NOTED": a sentence of its own; "it was RESOLVED that" leads in
_PASSIVE = re.compile(r"(?:\b(?:be|been|were|CARRIED)|(?<!\bit)(?<!\bIt)(?<!\bIT)\s(?:was|WAS))$")


def spoken(sentence: str, bodies: re.Pattern[str]) -> LeadIn | None:
    """The lead-in that a sentence has in running words. ``bodies`` matches the names of the body that met."""
    for pattern in (_SPOKEN, _AND_AGREED, _FOLLOWING):
        for match in pattern.finditer(sentence):
            if in_quotation(sentence, match.start("verb")) or _quoted_next(sentence, match.end()):
                continue
            if _ELSEWHERE.search(sentence[: match.start("verb")]) or _only_a_view(sentence, match):
                continue
            if pattern is _AND_AGREED and match.end() >= len(sentence.rstrip(".")):
                if told := _told_before(sentence):
                    return told
                if sentence.endswith("."):
                    continue
            recipient = match.groupdict().get("recipient")
            return LeadIn(match.start("verb"), match.end(), "spoken", _kind(match["verb"].lower()), recipient)
    return _body_decided(sentence, bodies)


# "The accounts be paid, proposed by Mr A Archer, seconded by Mrs B Butcher, all agreed": what was decided stands before
_PROPOSED_BY = re.compile(r",?\s+(?:proposed|nominated|moved|prop\b)", re.IGNORECASE)


def _told_before(sentence: str) -> LeadIn | None:
    """The lead-in of a sentence that tells first what was decided, and then who proposed it and that all agreed."""
    named = _PROPOSED_BY.search(sentence)
    if named is None or len(sentence[: named.start()].split()) < 4 or re.match(r"it\b|on\b", sentence, re.IGNORECASE):
        return None
    return LeadIn(0, len(sentence), "spoken", None, whole=True)


def _only_a_view(sentence: str, match: re.Match[str]) -> bool:
    """Whether what "was agreed" is how things are, and nothing that is to be: "agreed that the path was steep"."""
    rest = sentence[match.end() :].strip()
    if re.fullmatch(r"(?:that|to)\s*[:–—-]+", rest, re.IGNORECASE) or is_minutes(rest):
        return False
    return bool(rest) and match["verb"].lower() == "agreed" and not _TO_BE_DONE.search(rest)


def body_alone(text: str, bodies: re.Pattern[str]) -> bool:
    """Whether a line is nothing but the body that met, over a list of what it did: "The Committee:-", "The Panel"."""
    bare = re.sub(r"^that\s+|\s*[:–-]*\s*$", "", text.strip(), flags=re.IGNORECASE)
    return len(bare) < 120 and bool(bodies.fullmatch(bare))


def _body_decided(sentence: str, bodies: re.Pattern[str]) -> LeadIn | None:
    """ "The Committee agreed that officers should", "The Panel agreed its work programme"."""
    if (made := _RECOMMENDING.match(sentence) or _RECOMMENDATIONS.match(sentence)) and bodies.fullmatch(
        made["body"].strip()
    ):
        return LeadIn(made.start("verb"), made.end(), "spoken", "recommended", made["recipient"])
    match = _ALL_DID.match(sentence) or _IT_DID.match(sentence) or _body_did(sentence, bodies)
    if not match or _quoted_next(sentence, match.end()):
        return None
    rest = sentence[match.end() :]
    verb = match["verb"].lower()
    if re.match(r"that\b", rest) and (verb.startswith("note") or (verb == "agreed" and not _TO_BE_DONE.search(rest))):
        return None
    if verb.startswith(("note", "support")) and not _NOTED_THINGS.match(rest):
        return None
    whole = not re.match(r"(?:that|to|for)\b", rest) and bool(rest)
    return LeadIn(0 if whole else match.start("verb"), match.end(), "spoken", _kind(verb), whole=whole)


def _body_did(sentence: str, bodies: re.Pattern[str]) -> re.Match[str] | None:
    """What the body that met did, at once or after it had discussed it."""
    match = _BODY_DID.match(sentence) or _THEN_DECIDED.match(sentence)
    return match if match and bodies.fullmatch(match["body"].strip()) else None


_NOTED_THINGS = re.compile(
    r"(?:the|its|this)\s+(?:[\w’'/-]+\s+){0,5}?(?:reports?|updates?|work\s*(?:programme|plan)|plans?|minutes|"
    r"contents?|positions?|"
    r"presentations?|information|appendix|briefing|strategy|performance|forecast|register|terms|rules|"
    r"proposals?|recommendations?|letters?|statements?|outcomes?|progress|responses?)\b(?!\s+(?:that|had|was))",
    re.IGNORECASE,
)


def _quoted_next(text: str, place: int) -> bool:
    return bool(re.match(r"\s*(?:that\s+|to\s+)?[“\"]", text[place:]))


def _kind(verb: str) -> Decision | None:
    return next((kind for stem, kind in _RECORDED.items() if verb.startswith(stem)), None)
