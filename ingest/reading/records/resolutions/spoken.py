"""The lead-ins that stand in running words: "It was agreed that", "The Panel, having heard both, agreed to"."""

from __future__ import annotations

import re

from ingest.reading.language.decisions import is_minutes
from ingest.reading.records.passages import in_quotation
from ingest.reading.records.resolutions.lead_words import ASIDE, BODY, BODY_NOUN, HOW, NOW, VERB
from ingest.reading.records.resolutions.leads import ELSEWHERE, LeadIn, kind_of

# In a sentence: "It was agreed that", "and it was further resolved to"
_SPOKEN = re.compile(
    rf"\bit\s+was\s+(?:(?:then|therefore|also|further|subsequently|unanimously|accordingly|duly|formally|"
    rf"thereupon)\s+)*"
    rf"(?P<verb>resolved|agreed|decided|recommended|approved)\b"
    rf"(?:\s+to\s+(?:the\s+)?(?P<recipient>(?-i:[A-Z])[\w’'&-]*(?:\s+(?-i:[A-Z])[\w’'&-]*){{0,4}})"
    rf"(?=,?\s+(?:that|by|with|unanimously)\b))?{HOW}(?:\s+(?:by|with)"
    rf"\s+[\w\s]{{3,40}}?)?{ASIDE}\s*(?P<mark>[:,–—-]+)?\s*(?=that\b|to\b|not\s+to\b|for\b[^.;]{{3,80}}\sto\s|"
    rf"the\b[^.;:]{{3,120}}?\s(?:should|be|(?:writes?|reports?)\s+to)\b|$)",
    re.IGNORECASE,
)
# "It was proposed BT 2nd OK and agreed that": the second half of a sentence that began with a proposer
_AND_AGREED = re.compile(
    (
        rf"\b(?:moved|proposed|seconded|2nd|voted?|vote)"
        rf"\b[^;]{{0,200}}?,?(?<!\bbut)\s(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?"
        rf"(?<!be )(?P<verb>agreed|resolved|approved|carried(?=\s+(?:\w+ly\s+)?that\b))"
        rf"\b{HOW}\s*(?P<mark>[:–—-]+)?\s*(?=that\b|to\b|\.?$)"
    ),
    re.IGNORECASE,
)
# "It was noted that the gate was broken and agreed that it be mended"
_NOTED_AND = re.compile(
    r"\bit\s+was\s+noted\b[^;]{3,200}?\sand\s+(?:it\s+was\s+)?(?P<verb>agreed|resolved)\s+(?=that\b[^.;]{3,120}?\bbe\b)",
    re.IGNORECASE,
)
# "The Panel made the following recommendations to Cabinet:"
_RECOMMENDING = re.compile(
    r"^(?:(?:after|following|having|in)\b[^.:]{3,160},\s+)?"
    r"(?P<body>(?:the\s+)?[\w\s’'&-]{3,80}?)\s+(?:(?:also|therefore|then|further|unanimously)\s+)?(?P<verb>made|makes|agreed|put\s+forward)"
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
# "The Panel agreed that", "The Sub-Committee, having heard both, decided to", "Members voted to"
_BODY_DID = re.compile(
    rf"^(?:(?i:after|following|on|having|in|with|subject\s+to|arising)\b[^.]{{0,200}},\s+|"
    rf"(?i:after|following)\s+(?:\w+\s+){{0,2}}(?:discussion|debate|consideration|questions)\s+)?"
    rf"(?P<body>{BODY})(?:,\s+(?:having|after|following|on|in|noting|by)\b[^.;:]{{3,300}}?,)?\s+"
    rf"(?:(?:then|therefore|also|further|unanimously|accordingly|duly|formally|all|received\s+and|"
    rf"considered\s+and|discussed\s+and|reviewed\s+and|accepted\s+and(?=\s+agreed\b))\s+)*(?P<verb>{VERB}|{NOW}|accepted|ratified|supported|adopted|homologated|"
    rf"voted(?=(?:\s+\w+ly)?\s+to\b))"
    rf"\b{HOW}\s*(?P<mark>[:;–—-]+)?\s*(?=that\b|to\b|\(?(?:a|i|1)\)\s+(?:to|that)\b|not\s+to\b|the\b|its\b|this\b|an?\b|both\b|all\b|"
    rf"(?<=approved )[A-Z]|(?<=endorsed )[A-Z]|"
    rf"for\b(?=[^.;:]{{3,80}}\sto\s)|(?:amendments|changes|payments?|terms|dates|costs|quotations?|expenditure|"
    rf"recommendations?|proposals?|options?)\b|$)",
)
# "The Committee elected Mr Archer to chair the meeting", "The Council co-opted Mrs Butcher"
_BODY_CHOSE = re.compile(
    rf"^(?P<body>{BODY})\s+(?:(?:then|also|unanimously|duly)\s+)*(?P<verb>(?:re-?)?(?:elected|appointed)|co-opted|nominated)"
    r"\s+(?=[A-Z])(?!.*\b(?:in|since|during)\s+(?:19|20)\d\d)"
)
# "The Board gave its approval to the scheme"
_BODY_GAVE = re.compile(
    rf"^(?P<body>{BODY})\s+(?:(?:then|also|unanimously|formally)\s+)*(?:gave|granted)\s+(?:its|their)\s+(?:\w+\s+)?"
    r"(?P<verb>approval|agreement)\s+(?=to\b|for\b)"
)
# "Members were content to adopt the plan", "The Board was happy to approve the fees"
_BODY_CONTENT = re.compile(
    rf"^(?P<body>{BODY})\s+(?:was|were)\s+(?:all\s+)?(?:content|happy|minded|in\s+agreement)\s+(?=to\s+(?P<verb>approve|adopt|agree|"
    r"accept|note|endorse|support|recommend|proceed)\b)"
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
    rf"^(?P<body>{BODY})\s+"
    r"(?:discussed|considered|debated|reviewed|received|heard|examined|concluded|welcomed|thanked)\b[^.;:]{3,250}?,?\s(?:and|but|then)\s+"
    r"(?:(?:then|also|therefore|unanimously)\s+)*(?P<verb>agreed|resolved|decided|recommended)\s+(?=that\b|to\b)",
    re.IGNORECASE,
)
# "The Chair summed up, and Members agreed that the Panel would …": the body that met in the middle of a sentence
_AND_DECIDED = re.compile(
    rf"(?:,|\band)\s+(?:so\s+)?(?P<body>(?:the\s+)?{BODY_NOUN})\s+(?:(?:then|also|therefore|unanimously)\s+)*(?P<verb>agreed|resolved|decided)\s+"
    r"(?=to\b(?!\s+(?:the|an?|this)\b)|that\b[^.;]{3,120}?\b(?:be|would)\b)",
    re.IGNORECASE,
)
# "The Panel’s decision was to take no further action": what the body that met decided, as a noun
_DECISION_WAS = re.compile(
    r"(?P<body>(?:the\s+)?(?:[\w&-]+\s+){0,6}?[\w-]+)[’']s?\s+(?:final\s+)?(?P<verb>decision)\s+was\s*(?:as\s+follows)?\s*:?\s*(?=to\b|that\b|$)",
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


# "it was agreed that she would reply", "that the following be sent to Members:": what somebody takes on after a talk
_NOT_DECIDED = re.compile(
    r"that\s+(?:(?:he|she)\s+(?:would|will)\b|the\s+following(?:\s+\w+){0,2}\s+(?:would\s+|should\s+|will\s+)?be\s+"
    r"(?:provided|supplied|sent|circulated|shared)\b[^.]*:\s*$)",
    re.IGNORECASE,
)
# Looked for first, being quicker than the forms that begin with any words
_MAY_DECIDE = re.compile(
    r"agree|resolv|carried|deci[ds]|recommend|approv|note[ds]|noting|determin|endors|order|accept|ratif|support|adopt|homolog|"
    r"vote|elect|appoint|co-opt|nominat|\bcontent\b|happy",
    re.IGNORECASE,
)


def spoken(sentence: str, bodies: re.Pattern[str]) -> LeadIn | None:
    """The lead-in that a sentence has in running words. ``bodies`` matches the names of the body that met."""
    if not _MAY_DECIDE.search(sentence):
        return None
    for pattern in (_SPOKEN, _AND_AGREED, _FOLLOWING, _NOTED_AND):
        for match in pattern.finditer(sentence):
            if in_quotation(sentence, match.start("verb")) or _quoted_next(sentence, match.end()):
                continue
            if ELSEWHERE.search(sentence[: match.start("verb")]) or _only_a_view(sentence, match):
                continue
            if _NOT_DECIDED.match(sentence, match.end()):
                continue
            if pattern is _AND_AGREED and match.end() >= len(sentence.rstrip(".")):
                if told := _told_before(sentence):
                    return told
                if sentence.endswith("."):
                    continue
            recipient = match.groupdict().get("recipient")
            return LeadIn(match.start("verb"), match.end(), "spoken", kind_of(match["verb"].lower()), recipient)
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


# "The Board agreed to this change.": no verb that could stand alone as what was decided
_TO_THIS = r"to\s+(?:this|these|the)\s+(?:(?:revised|suggested|proposed)\s+)?[a-z]+\s*\.?$"


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
    whole = match.re is _BODY_GAVE or (not re.match(rf"(?!{_TO_THIS})(?:that|to|not\s+to|for)\b", rest) and bool(rest))
    return LeadIn(0 if whole else match.start("verb"), match.end(), "spoken", kind_of(verb), whole=whole)


_OF_BODIES = (_BODY_DID, _THEN_DECIDED, _DECISION_WAS, _BODY_CHOSE, _BODY_CONTENT, _BODY_GAVE)


def _body_did(sentence: str, bodies: re.Pattern[str]) -> re.Match[str] | None:
    """What the body that met did, at once or after it had discussed it."""
    match = next((found for pattern in _OF_BODIES if (found := pattern.match(sentence))), None)
    if match and bodies.fullmatch(match["body"].strip()):
        return match
    match = _AND_DECIDED.search(sentence)
    if match and bodies.fullmatch(match["body"]) and not in_quotation(sentence, match.start("verb")):
        return match
    return None


_NOTED_THINGS = re.compile(
    r"(?:the|its|this)\s+(?:[\w’'/-]+\s+){0,5}?(?:reports?|updates?|work\s*(?:programme|plan)|plans?|minutes|"
    r"contents?|positions?|"
    r"presentations?|information|appendix|briefing|strategy|performance|forecast|register|terms|rules|"
    r"proposals?|recommendations?|letters?|statements?|outcomes?|progress|responses?)\b(?!\s+(?:that|had|was))",
    re.IGNORECASE,
)


def _quoted_next(text: str, place: int) -> bool:
    return bool(re.match(r"\s*(?:that\s+|to\s+)?[“\"]", text[place:]))
