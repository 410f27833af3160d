"""The words that minutes decide with: what kind of decision a clause is, by its own verb.

The order of the rules is the field's: minutes are confirmed, what is asked of others is requested, what is put to
the executive or another body is recommended; the rest is agreed. A clause whose verbs say different things has no
one kind, and says None.
"""

from __future__ import annotations

import re

from ingest.reading.model import Decision

# "That the minutes of the meeting held on 4 May be confirmed and signed": always an approval
_MINUTES = re.compile(
    r"\b(?:minutes|notes?(?=\s+(?:of|from|for|taken|made|be|was|were|are|as)\b)|proceedings|record)\b.*\b(?:(?:correct|accurate|true|fair)(?:ly)?\s+(?:and\s+\w+\s+)?record|"
    r"(?:confirm|sign|approv|accept|adopt|agree|mov)\w*\b.*\bas\s+(?:(?:\w+\s+){0,2}record|"
    r"(?:being\s+)?(?:accurate|correct|true))|(?:confirm|sign|approv)\w*|(?:were|was|are|be)\s+(?:\w+\s+)?"
    r"(?:accurate|correct|true))\b|"
    # "to confirm as a correct record the minutes of 4 May", "to sign the minutes"
    r"^(?:that\s+|to\s+)*(?:confirm|approve|agree|accept|sign)\w*\s+(?:as\s+(?:\w+\s+){1,4}?record\s+)?(?:the\s+)?(?:\w+\s+){0,2}minutes\b|"
    # "that both be signed as a fair record", "All agreed it was an accurate account"
    r"^(?:(?:that|all\s+agreed)\s+)*(?:these|they|this|it|both)\s+(?:be|were|was|are|is)\b.{0,60}?"
    r"\b(?:true|correct|accurate|fair)\s+(?:and\s+\w+\s+)?(?:record|account|reflection)\b|"
    # "That the minutes of the meeting held on 4 May be agreed, subject to the addition of Mrs Archer's name"
    r"^(?:that\s+)?(?:the\s+)?(?:minutes|notes)\s+of\s+(?!how\b|what\b)(?:[\w’'&-]+\s+){1,16}?(?:be|were|was)\s+agreed\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:that\s+)?(?:(?:the|this)\s+)?(?:[\w&’',-]{1,40}\s+){0,6}?(?:committee|panel|cabinet|council|board|commission|forum|"
    r"group|executive|members|meeting)\s*,?\s*(?:(?:formally|hereby|also|unanimously|do|does|would|should|will)\s+)*"
)
# A clause's verb stands first ("Note the report", "to note", "the Panel notes") or in the passive ("be noted").
_VERBS: tuple[tuple[str, str], ...] = (
    (
        "recommended",
        r"recommend(?:s|ed|ing)?|commend(?:s|ed)?(?=\b[^.;]*\bto\s+(?:the\s+)?(?:full\s+)?(?:council|cabinet|executive|board|authority)\b)|"
        # to a body or a post; a matter referred to somebody by name is in that person's hands
        r"refer(?:s|red)?(?!\s+(?:[\w’'-]+\s+){0,5}?(?:back\s+)?to\s+(?-i:(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b|[A-Z][a-z]+\s+[A-Z][a-z]+\s+(?:who|to|for|and)\b))",
    ),
    (
        "requested",
        (
            r"request(?:s|ed)?|ask(?:s|ed)?|invite[sd]?|require[sd]?(?=\s+(?:the\s+)?(?-i:[A-Z])|\s+officers)|urge[sd]?|remind(?:s|ed)?|"
            r"instruct(?:s|ed)?(?!\s+before|\s+by\b)|call(?:s|ed)? (?:on|upon|for)"
        ),
    ),
    ("noted", r"not(?:e[sd]?|ing)|receive[sd]?"),
    ("approved", r"approve[sd]?|ratif(?:y|ies|ied)|authoris(?:e[sd]?)"),
    (
        "agreed",
        r"agree[sd]?|endorse[sd]?|adopt(?:s|ed)?|support(?:s|ed)?|establish(?:es|ed)?|appoint(?:s|ed)?|elect(?:s|ed)?|refer(?:s|red)?|"
        r"re-elected|delegate[sd]?|defer(?:s|red)?|accept(?:s|ed)?|confirm(?:s|ed)?|set up|welcome[sd]?|nominate[sd]?|"
        r"commend(?:s|ed)?|co-opt(?:s|ed)?|excluded|held|cancelled|amended|re-?appointed|initiate[sd]?|prioritise[sd]?|dispensed",
    ),
    ("thanked", r"thank(?:s|ed)?|congratulate[sd]?|commended for"),
)
_ACTIVE = tuple(
    (
        name,
        re.compile(
            rf"(?:{_BODY}|(?:that\s+)?(?:to\s+(?:otherwise\s+)?|be\s+)?)?(?:{verbs})\b(?!\s+of\b)", re.IGNORECASE
        ),
    )
    for name, verbs in _VERBS
)
_PASSIVE = tuple(
    (name, re.compile(rf"\b(?:be|being|was|were|been|is|are)\s+(?:\w+ly\s+)?(?:{verbs})\b", re.IGNORECASE))
    for name, verbs in _VERBS
)
_AND_VERB = re.compile(
    # ", to approve" says what power was delegated for
    r"\b(?:and|,(?!\s+to\b))\s+(?:that\s+)?(?:also\s+)?(?:its|the|their)?\s*(?:\w+\s+){0,3}(?P<verb>noted|approves?|approved)\b",
    re.I,
)
# "the following recommendation be made to the Cabinet Member for Roads:"
_RECOMMENDATION = re.compile(
    (
        r"^(?:that\s+)?the\s+(?:following\s+)?recommendations?\b[^.;:]{0,60}?\bbe\s+(?:made|put|submitted|shared|"
        r"sent|forwarded|referred)\b"
    ),
    re.IGNORECASE,
)
# What is to be brought back, sent or told is requested: "a further report be submitted to the Panel"
PAPERS = (
    r"(?:report|update|information|figures|data|briefing|details|presentation|findings|proposals|response|breakdown|"
    r"note|paper|feedback|analysis|statistics|list|copy|copies|reply|answer|evidence|review|item|summary|link|links)s?"
)
BROUGHT = re.compile(
    rf"\b{PAPERS}\b[^.;]*?\b(?:be|being|to be|and)\s+(?:\w+ly\s+|also\s+)?(?:(?:re)?presented|submitted|"
    rf"provided|brought|supplied|"
    r"circulated|reported|made|given|shared|included|sent|made available|considered|added|issued)\b|"
    r"\b(?:committee|panel|board|commission|members|councillors)\s+(?:to\s+)?be\s+(?:informed|updated|"
    r"provided|notified|kept|sent|given|supplied|told)\b",
    re.IGNORECASE,
)
# "the Director of Care bring proposals to the Panel", "the Task Group report to the Committee"
_BRINGS = re.compile(
    r"\b(?:report|reports|present|presents|submit|submits|provide|provides|bring|brings|supply|supplies|"
    r"share|shares|send|sends|circulate|circulates|return|returns|come\s+back|comes\s+back)\b"
    r"(?=.*(?:\b(?:to|with)\s+(?:(?:the|this|all)\s+)?(?:committee|panel|board|commission|group|members)\b|"
    r"\b(?:figures|report|information|update|briefing|breakdown)\b))",
    re.IGNORECASE,
)
# "the Chair write to the Minister": something else is to be done, whatever is asked for in the letter
_DOES = re.compile(
    (
        r"(?:that\s+)?the\s+(?:(?!be\b)[\w’',-]+\s+){1,8}?(?:write|writes|arrange|arranges|meet|convene|"
        r"contact|liaise|speak|invite|lead|raise)\b|"
        # what its own chair sends, goes from the body to others
        r"(?:that\s+)?the\s+(?:vice-?\s?)?chair(?:man|woman|person)?\s+(?:send|submit|present|forward|provide|circulate)s?\b"
    ),
    re.IGNORECASE,
)
# "receive a further update in six months": what is to come, where "receive the report" takes note of what is there
TO_COME = re.compile(
    r"(?:that\s+)?(?:to\s+)?(?:receive|have)\s+(?:(?:an?|the)\s+)?(?:further|another|additional|regular|annual|quarterly|"
    r"progress|follow[- ]up|six[- ]month\w*)\b|"
    r"(?:that\s+)?(?:all\s+)?(?:members|councillors)\s+receive\s+(?:an?|further|regular)\b|"
    rf"(?:{_BODY}|(?:that\s+)?(?:to\s+)?)receives?\s+an?\s+(?:\w+\s+)?{PAPERS}\b[^.;]{{0,160}}\b(?:at|in|to|by)\s+"
    r"(?:[\w’']+\s+){0,6}?(?:meeting|months?|20\d\d)\b",
    re.IGNORECASE,
)
_SPECIFIC: dict[str, Decision] = {
    "recommended": "recommended",
    "requested": "requested",
    "noted": "noted",
    "approved": "approved",
    "agreed": "agreed",
    "thanked": "agreed",
}


# "It was agreed to note the action sheet", "otherwise noted the log"
_LED_IN = re.compile(
    rf"^(?:(?:that\s+)?(?:it\s+was\s+|{_BODY})?(?:\w+ly\s+)?(?:agreed?|resolved|decided|voted)\s+(?:\w+ly\s+)?to\s+"
    r"(?=(?:note|approve|recommend|receive\s+(?:an?|the)\s+(?:further|updated?|progress|written|follow[- ]?up))\b)|"
    r"(?:that\s+)?(?:the\s+)?(?:\w+\s+)?(?:committee|panel|board|forum|cabinet|council)\s+to\s+(?=note\b)|"
    r"(?:otherwise|further|also|additionally|unanimously)\s+(?=\w+e[sd]\b))",
    re.IGNORECASE,
)
# "once the grant is received the bench be bought": what is awaited is not what was decided
_ONCE_RECEIVED = re.compile(
    r"\b(?:once|when|if|until|after|unless|as soon as)\b[^,;.]{1,60}?\b(?:is|are|was|were|been)\s+"
    r"(?:received|approved|agreed)\b",
    re.IGNORECASE,
)
# "be added to the work programme for June": when it is to be taken is agreed, nobody is asked for it
_PLANNED = re.compile(
    r"\b(?:be|being)\s+(?:added|included|placed|scheduled|put)\b[^.;]{0,60}?"
    r"\b(?:work(?:ing)?\s+|forward\s+)(?:programme|plan|schedule)\b",
    re.IGNORECASE,
)
# "approval of the accounts", as it was moved
_APPROVING = re.compile(
    r"(?:the\s+)?(?:approval\s+(?:of|for)|approving)\b(?!.*\bbe\b)|(?:that\s+)?approval\s+(?:be|is|was)\s+given\s+to\b",
    re.IGNORECASE,
)
# "That, subject to the visit being held in May, the plan be approved": on what terms is not what was decided
_SUBJECT_TO = re.compile(r"^(?:that,?\s+)?subject\s+to\s+[^,;]{3,120},\s+", re.IGNORECASE)
# "the Panel reviewed and noted the accounts": what it did before it decided
_HAVING_READ = re.compile(
    rf"^(?:{_BODY})(?:reviewed|considered|discussed|examined)\s+and\s+(?=(?:noted|approved|agreed|endorsed)\b)",
    re.IGNORECASE,
)
# "that these comments be sent to the District Council": what goes out to others is not brought back
_SENT_OUT = re.compile(
    r"(?!(?:that\s+)?(?:an?|further)\s)[^.;]*?\bbe\s+(?:\w+ly\s+)?(?:submitted|sent|forwarded|reported|provided|given)\s+(?:on\s+)?to\s+"
    r"(?!(?:[\w’'-]+\s+){0,6}?(?:(?:sub-)?committee|panel|commission|board|group|members?|meetings?|forum|councillors?|scrutiny|it|us)\b)\w+",
    re.IGNORECASE,
)
_AGREES = re.compile(r"\bagreed?\s+(?!to\b)", re.IGNORECASE)


def decision_of(clause: str) -> Decision | None:
    """The kind of a clause after a bare "RESOLVED" or "AGREED"; None where its verbs say two things."""
    text = _LED_IN.sub("", _ONCE_RECEIVED.sub("", _without_terms(clause))) or clause
    if is_minutes(text) or _APPROVING.match(text):
        return "approved"
    if TO_COME.match(text):
        return "requested"
    if _RECOMMENDATION.search(text):
        return "recommended"
    first = _first_verb(text)
    if first in ("thanked", "agreed") and (other := _AND_VERB.search(text)):
        if _AGREES.search(text) and other["verb"].lower() == "noted":
            return None  # "agreed the criteria and noted the balance"
        return "noted" if first == "thanked" or "welcome" in text or "receive" in text else _by_verb(other["verb"])
    if first == "noted":
        return _noted_and(text)
    if first == "agreed" and _brings_too(text):
        return None
    if first in ("recommended", "requested", "approved"):
        return _SPECIFIC[first]
    if (
        first is None
        and not text.startswith("for ")
        and (BROUGHT.search(text) or _BRINGS.search(text))
        and not (_PLANNED.search(text) or _SENT_OUT.match(text))
    ):
        return "requested"
    return "agreed"


def _without_terms(clause: str) -> str:
    """A clause in one line, without the terms it begins with, and what the body did before it decided."""
    return _HAVING_READ.sub("", _SUBJECT_TO.sub("", " ".join(clause.split())))


def is_minutes(clause: str) -> bool:
    """Whether a clause confirms the minutes of an earlier meeting."""
    return bool(_MINUTES.search(clause))


def _first_verb(text: str) -> str | None:
    """The name of the first deciding verb: at the start of the clause, else the first passive."""
    for name, pattern in _ACTIVE:
        if pattern.match(text):
            return name
    if _DOES.match(text):
        return "agreed"
    if brief := _BRIEFLY.match(text):
        return "approved" if brief["verb"].lower() == "approved" else "noted"
    hits = [(match.start(), name) for name, pattern in _PASSIVE if (match := pattern.search(text))]
    if not hits:
        return None
    start, name = min(hits)
    brought = BROUGHT.search(text)
    earlier = brought and brought.start() < start and not (_AND_SENT.match(text, start) or AGREED_LAST.search(text))
    return None if earlier and name == "agreed" else name


# "Figures for the spring noted.", as notes leave "be" out
_BRIEFLY = re.compile(
    r"(?:(?!\b(?:be|been|was|were|is|are|as)\b)[^.;]){3,80}\s(?P<verb>noted|received|approved)\.?$", re.I
)
# "be endorsed and submitted to Cabinet": the report is there already
_AND_SENT = re.compile(r"be\s+(?:\w+ly\s+)?\w+ed\s+and\s+(?:be\s+)?(?:\w+ed|sent|put)\b", re.IGNORECASE)
# "that the list of items to be considered in May be agreed": what is to become of it is said last
AGREED_LAST = re.compile(
    r"(?<!need\s)(?<!needs\s)\bto\s+be\s+\w+ed\b(?:(?!\band\s+that\b)[^;])*\s(?<!and\s)(?<!would\s)(?<!should\s)be\s+(?:\w+ly\s+)?(?:agreed|endorsed|adopted|accepted|supported)\.?$",
    re.I,
)


_AND_ASKS = re.compile(
    r"(?:\band|;|,)\s+(?:to\s+)?(?:agree[sd]?|request(?:s|ed)?|ask(?:s|ed)?|recommend(?:s|ed)?)\b", re.IGNORECASE
)


def _noted_and(text: str) -> Decision | None:
    """What a clause is that notes: approving as well makes it an approval, asking as well leaves it open."""
    rest = re.split(r"\bnote[sd]?\b", text, maxsplit=1, flags=re.IGNORECASE)[-1]
    if re.search(r"\band\s+(?:\w+\s+)?approve[sd]?\b", rest, re.IGNORECASE):
        return "approved"
    if _AND_ASKS.search(rest):
        return None
    other = re.search(
        r"\band\b.*\bbe\s+(?!(?:\w+ly\s+)?(?:thank|congratul|welcom|not|receiv|considered|brought|bought))\w+",
        rest,
        re.I,
    )
    return None if other else "noted"


def _brings_too(text: str) -> bool:
    """Welcoming or deferring one thing and asking for another."""
    return bool(
        re.search(
            r"\b(?:welcomed|deferred|endorsed)\b.*\band\b.*\b(?:be submitted|be presented|arrange|report)\b", text, re.I
        )
    )


def _by_verb(verb: str) -> Decision:
    return "noted" if verb.lower().startswith("note") else "approved"


def shared_decision(stem: str) -> Decision | None:
    """The kind that the words shared by several clauses say: "That the Cabinet Member be recommended to"."""
    text = " ".join(stem.split())
    if not text:
        return None
    if re.search(
        r"\brecommendations?\s+(?:be|to|is|are)\b|\bto\s+(?:the\s+following\s+)?recommendations?\b", text, re.I
    ):
        return "recommended"
    for name in ("recommended", "requested", "noted", "approved"):
        for kind, pattern in (*_ACTIVE, *_PASSIVE):
            if kind == name and pattern.search(text):
                return _SPECIFIC[name]
    return None
