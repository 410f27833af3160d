"""The labels over and beside names in an attendance block, and what they say of the people there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.language import bodies, names, posts
from ingest.reading.model import Block
from ingest.reading.records.attendance import departments, labels_kinds
from ingest.reading.records.attendance.sighting import Group

# Lists that are made before the meeting, of those expected
_ROSTER = re.compile(r"(?:panel |board |committee |group )?(?:attendees|membership|invited|invitees)\b", re.IGNORECASE)

# Labels under which no people are listed.
_OTHER = re.compile(
    r"\b(?:date|time|venue|place|location|quorum|circulation|distribution|papers?|agenda|purpose|subject"
    r"|classification|copies|contact"
    r"|summary|discussion|abbreviations|glossary|action|welcome|available|minutes of|next meeting|council"
    r"|title|wards?)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(r"\b(?:minutes|notes|agenda)$", re.IGNORECASE)
_FROM = re.compile(r"(?:attending\s+)?(?:from|for|representing|on behalf of)\s+(?:the\s+)?", re.IGNORECASE)
# "Office of the Police and Crime Commissioner", over those who work there
_OFFICE_OF = re.compile(r"(?:the\s+)?office of the\b", re.IGNORECASE)
# "In attendance from the Office of the Commissioner", "Also present on behalf of the Ambulance Service"
_CAME_FROM = re.compile(
    r"(?:also\s+)?(?:in\s+attendance|attending|present)\s+(?:from|for|representing|on\s+behalf\s+of)\s+(?P<body>(?:the\s+)?[A-Z].+|the\s.+)",
    re.IGNORECASE,
)
_WHO_CAME = re.compile(r"(?P<who>[A-Z].*?)\s+(?:also\s+)?(?:present|in\s+attendance|attending)", re.IGNORECASE)
# "Officers from the Health Trust", "Police Officers"
_OFFICERS_OF = re.compile(
    r"^(?:\w+\s+)?(?:officers?|staff)\s+(?:from|of|for|representing)\s+(?P<behind>.+)|^(?P<before>nhs|police|trust|icb|ccg)\s+officers?\b",
    re.IGNORECASE,
)
# "Scrutiny Officer", "Chief Finance Officer"; not "Lead Officer"
_POST = re.compile(
    r"(?!(?:Lead|Council|Borough|County|Other|Attending|Supporting|Support|Responsible|Relevant)\s+Officer)"
    r"[A-Z][\w’'-]*(?:\s+(?:and\s+|&\s+|for\s+|of\s+)*[A-Z][\w’'-]*){0,5}\s+Officer"
)
_SHORT = re.compile(r"NHS|Police|Healthwatch|Ofsted", re.IGNORECASE)
# "Labour Group:", "Independents:", "Garth First Group (2):" before the members of a political group
_PARTY = re.compile(
    r"(?:(?:welsh|scottish|ulster|local)\s+)?(?:labour|conservatives?|lib(?:eral)?\.?\s*dem(?:ocrat)?s?|green|independents?|plaid"
    r"(?:\s+cymru)?|snp|scottish\s+national|reform(?:\s+uk)?|ukip|dup|sdlp|sinn\s+f[eé]in|alliance|ratepayers|non-aligned"
    r"|unaffiliated|ungrouped|no\s+party|labour\s+and\s+co-operative)(?:\s+(?:group|party|members?|councillors))?"
    r"(?:\s*\(\d+\))?|(?-i:(?:[A-Z][\w’'-]+\s){1,3}Group)(?:\s*\(\d+\))?",
    re.IGNORECASE,
)
# ". Co-opted: C Pike": labels that a list of names in one paragraph goes on with
_BEHIND_A_STOP = re.compile(r"co-?\s?opted(?:\s+members?)?|co-?optees?|cabinet\s+members?|apologies", re.IGNORECASE)
_IS_SAID = re.compile(r"\b(?:is|are|was|were|have|has|had|will)\b")
# "PRESENT:-", "Members Present:", "Officers –" at the beginning of a line of names
_RUN_IN = re.compile(
    # Possessive: a word is taken whole, or a line of words would be cut in every way there is.
    r"(?:^|(?<=[.;)\s]))(?P<label>[A-Z](?:[\w’'&/()\[\]-]++|\s++(?!–|-\s)|,\s){1,12}?(?<=[\w’')])(?:\s\((?:[^():;.]++)\))?)"
    r"\s*(?P<mark>:\s*[-–—]?|(?<=present)\s*[-–—]|(?<=PRESENT)\s*[-–—]|(?<=public)\s+[-–—]\s|(?<=^Present)\s*[–—])\s*(?=\S|$)"
)
_BARE = re.compile(
    r"^(?P<label>(?:members\s+|also\s+|councillors\s+)?present|in\s+attendance|also\s+attended|sederunt"
    r"|apologies(?:\s+for\s+absence)?)"
    r"\s+(?=(?:county\s+|borough\s+|city\s+)?(?:councillor|cllr|mr|mrs|ms|miss|dr|the\s+mayor|alderman)s?\b)",
    re.IGNORECASE,
)


def group(label: str) -> Group | None:
    """What a label says, None where it is no label of an attendance block.

    >>> group("Co-opted members (non-voting)").role
    'co_opted'
    """
    text = re.sub(r"\s+", " ", label).strip(" \t:;.-–—,*†")
    if not text or len(text.split()) > 12 or re.search(r"\d{3}|[.!?]\s", text):
        return None
    if came := _came_from(text) or _who_came(text):
        return came
    for pattern, found in labels_kinds.PATTERNS:
        if pattern.search(text):
            own = _of_officers(text) if found.role == "officer" and not found.position else None
            return own or (replace(found, roster=True) if _ROSTER.match(text) else found)
    if of_body := _of_body(text):
        return of_body
    if " / " in text and posts.is_job(behind := text.rpartition(" / ")[2]):
        text = behind  # "Ysgrifennydd / Secretary": the post in English
    post = "," not in text and posts.kind_of(text) == "officer" and posts.is_job(text) and len(text.split()) <= 6
    if post and not _OF_A_PAPER.search(text):  # "Estate Liaison Minutes", though "Liaison" is a post's word
        return Group(role="officer", position=text.capitalize() if text.isupper() else text)
    return Group(ignored=True) if _OTHER.search(text) else None


def names_body(label: str) -> bool:
    """Whether words are the name of a body and nothing else, which may stand over its own minutes."""
    found = group(label)
    return found is not None and found.role == "guest" and bool(found.position) and not _FROM.match(label)


def _came_from(text: str) -> Group | None:
    """Those "in attendance from the Office of the Commissioner", who work there and not for a council."""
    came = _CAME_FROM.match(text)
    body = came["body"] if came else ""
    return Group(role="guest") if body and (_OFFICE_OF.match(body) or bodies.is_of_others(body)) else None


def _who_came(text: str) -> Group | None:
    """ "Internal Audit present", "NHS in attendance": those of a service or of a body, and no members."""
    came = _WHO_CAME.fullmatch(text)
    who = came["who"] if came else ""
    if not who or posts.is_job(who) or any(pattern.search(who) for pattern, _ in labels_kinds.PATTERNS):
        return None
    if bodies.is_of_others(who):
        return Group(role="guest")
    return Group(role="officer", position=who) if departments.is_named(who) else None


def _of_officers(text: str) -> Group | None:
    """Officers of somebody else, or one officer's own post before a name: "Scrutiny Officer:"."""
    elsewhere = _OFFICERS_OF.search(text)
    if elsewhere and (body := elsewhere["behind"] or elsewhere["before"]):
        outside = bodies.is_outside(body) or posts.kind_of(body) == "guest" or _OFFICE_OF.match(body)
        return Group(role="guest") if outside and not bodies.is_council(body) else None
    return Group(role="officer", position=text) if _POST.fullmatch(text) and not text.isupper() else None


def _of_body(text: str) -> Group | None:
    """ "From the NHS:", "Norham Police", "For the County Council": the people below work for this body."""
    lead = _FROM.match(text)
    body = text[lead.end() :] if lead else text
    if not body[:1].isupper() or len(body.split()) > 8 or _IS_SAID.search(body):
        return None
    if _OFFICE_OF.match(body):
        return Group(role="guest")
    if posts.is_job(body):
        return None
    named = (
        lead
        or _SHORT.fullmatch(body)
        or (len(body.split()) > 1 and not body.lower().endswith(("group", "forum", "board")))
    )
    if not lead and re.search(r"\bcouncil\b", body, re.IGNORECASE):
        return None  # a council's own name in its title
    if named and bodies.is_of_others(body):
        return Group(role="guest", position=body)
    if lead and lead.group().lower().startswith("representing") and not bodies.is_outside(body):
        return Group(elected="member")  # "Representing Norham:" over its members of a joint committee
    return Group(default="officer") if lead and (bodies.is_council(body) or bodies.is_service(body)) else None


def in_front(block: Block) -> int:
    """Where the words begin beside a label that stands alone at the left of a line, with a gap; 0 where none does."""
    first, *more = block.pieces or (None,)
    if first is None or not more or not (first.box and more[0].box) or more[0].page != first.page:
        return 0
    one_line = abs(more[0].box.top - first.box.top) < _ONE_LINE and more[0].box.left - first.box.right > _GAP
    known = group(first.text) if one_line and not names.find(first.text) else None
    return more[0].start if known and not known.ignored else 0


_ONE_LINE, _GAP = 4.0, 8.0  # points


def is_party(label: str) -> bool:
    """Whether a label names the party or political group of the people behind it, whatever list they stand in.

    >>> is_party("Liberal Democrat Group (3)")
    True
    """
    return bool(_PARTY.fullmatch(label.strip(" :–-")))


def is_said(text: str) -> bool:
    """Whether words that end in a colon say something, as a sentence does and a label does not."""
    return bool(_IS_SAID.search(text))


def run_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Labels inside a block's text: label, where it starts, where the words after it start."""
    if bare := _BARE.match(text):
        yield bare["label"], 0, bare.end()
    for match in _RUN_IN.finditer(text):
        label = match["label"]
        found = group(label)
        if text.count("(", 0, match.end("label")) > text.count(")", 0, match.end("label")):
            continue  # "Ann Marrow (Executive Director: Roads)"
        if found is None and not match.start() and is_party(label):
            yield label, 0, match.end()
            continue
        if found is None or (match.start() and found.ignored) or _is_part_of_list(label):
            continue
        if match.start() and not (
            text[: match.start()].rstrip().endswith((".", ";")) and _BEHIND_A_STOP.fullmatch(label)
        ):
            label = _inner(label)
            if not label:
                continue
        yield label, match.end("label") - len(label), match.end()


def _is_part_of_list(label: str) -> bool:
    """ "(arrived 10" before ":20)", "Kevin Marrow-Ward, Executive Director" before ": Delivery"."""
    return label[-1].isdigit() or ("," in label and names.at(label, 0) is not None)


def _inner(label: str) -> str:
    """The label at the end of words that hold names too: "B Oakes Officers" before a colon."""
    match = re.search(
        r"Members of the [Pp]ublic$|^(?:(?:Parish|Town|Community)\s+)?Clerk$"
        r"|(?:(?:Members|Also|Cabinet|Executive|Co-opted|Council|Officers|Councillors|Others?)\s+)?"
        r"(?:Present|Officers|Apologies(?: for absence)?|[Ii]n [Aa]ttendance|Also [Pp]resent|Members|Councillors"
        r"|Guests|Substitutes|Observers|Absent|Others(?: present)?|Witnesses|Staff|Portfolio [Hh]olders?)$"
        r"|Representing(?: [A-Z][\w’'-]+){1,4}$|Ex[ -][Oo]fficio$",
        label,
    )
    return match.group() if match else ""
