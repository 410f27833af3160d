"""Sentences that declare an interest, taken apart: who stands before the verb, and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.reading.records import interests_words as words

# The verb of a declaration; "to declare", "must be declared" and "declared lost" are none.
_DECLARED = re.compile(
    r"\b(?:declared|disclosed|registered|made\s+(?:a|the\s+following)\s+declarations?|(?:advised|stated"
    r"|reported|informed|announced|noted|indicated)\b"
    r"[^.]{0,140}?\b(?:had|has|have)(?=\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}interest)"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:he|she|they)\s+(?:is|was|were|are)"
    r"\s+(?:also\s+)?(?:an?|the|employed|related|married|members|in\s+receipt)\b)"
    r"|(?:said|mentioned|explained)\b(?=\s+that\s+(?:he|she|they|his|her|their)\b)"
    # "stated that he let a stall from the Council, which was a pecuniary interest"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:he|she|they|his|her|their)\s[^.]{1,110}?"
    r",?\s+which\s+(?:was|is|amounted\s+to)\s+an?\s+(?:[\w-]+\s+){0,4}interest)"
    # "advised that her brother chaired the club and that she would withdraw"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:his|her|their)\s[^.]{3,160}?"
    r"\b(?:would|will)\s+(?:therefore\s+)?(?:withdraw|leave|not\s+(?:speak|vote|take\s+part)|take\s+no\s+part))"
    r"|wished\s+(?:it\s+)?to\s+(?:declare|be\s+(?:recorded|noted)))",
    re.IGNORECASE,
)
_SAID = frozenset({"said", "mentioned", "explained"})
_ABBREVIATED = re.compile(
    r"\binterests?\b|\bwhip|\b(?:DPI|DRI|ORI|NRI)\b|\bconflict\s+of\s+loyalt",
    re.IGNORECASE,
)
# What "declared that she" goes on with where it is about herself, under whatever item
_OF_ONESELF = re.compile(
    r"(?:\s+for\s+(?:transparency|the\s+record))?,?\s+that\s+(?:he|she|they)\s+(?:also\s+)?(?:lives?|lived|owns?|owned|rents?"
    r"|rented|works|worked|knows|knew|(?:is|was|are|were)\s+(?:employed|related|married|an?\s+\w+|the\s+\w+|members))\b"
)
# "A non-pecuniary interest was declared by Councillor A Marrow, as she was a governor"
_PASSIVE = re.compile(
    r"\b(?:was|were|had\s+been|is|are)\s+(?:also\s+)?(?:declared|disclosed|registered|made|received"
    r"|noted|recorded)\s+(?:by|from|for)\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# An entry without its verb: "Councillor A Marrow, a personal interest in minute 12, as ...", "Cllr B Oakes – item 5 –"
_BARE = re.compile(
    r"^(?P<who>.{3,60}?)\s*(?:,|[-–:]|\()\s*(?=(?:an?\s+)?(?:[\w-]+\s+){0,5}(?:interest|(?:non[\s-]?)?pecuniary|personal"
    r"|(?:non[\s-]?)?prejudicial)|(?-i:DPI|DRI|ORI|NRI)\b|(?:agenda\s+)?(?:item|minute)\b)",
    re.IGNORECASE,
)
_AND_WHO = re.compile(
    r"^.*\b(?:and|;|,)\s+(?=(?:(?:County\s+)?Councillors?|Cllrs?|CC|Mr|Mrs|Ms|Miss|Dr)\b|[A-Z]{2,4}\s*$)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One declaration: who stands before the verb (or after "by"), and what follows it."""

    who: str
    rest: str
    whole: str
    start: int
    end: int


def clauses(text: str, offset: int, *, declarations: bool, kind_known: bool) -> list[Clause]:
    """The declarations in a sentence that stands at ``offset`` of its block, none where it declares nothing.

    ``declarations``: it stands under the item for declarations; ``kind_known``: a lead-in has told the kind.
    """
    if passive := _PASSIVE.search(text):
        return _passive(text, passive, offset)
    if declarations and (labelled := _LABELLED.match(text)) and words.only_kind(labelled["kind"]):
        bare = _BARE.match(text, labelled.end())
        rest = text[labelled.end() :]
        who = bare["who"] if bare else rest
        return [Clause(who, text[bare.end() :] if bare else "", text, offset, offset + len(text))]
    told = list(_DECLARED.finditer(text))
    alone = all(verb.group().lower() in _SAID for verb in told)
    verbs = [verb for verb in told if _is_declaration(text, verb, declarations=declarations, alone=alone)]
    if verbs:
        return [part for clause in _active(text, verbs, offset) for part in _each(clause)]
    if declarations and (bare := _BARE.match(text)) and (kind_known or words.kind_in(text) or "interest" in text):
        return [Clause(bare["who"], text[bare.end() :], text, offset, offset + len(text))]
    return []


def _is_declaration(text: str, verb: re.Match[str], *, declarations: bool, alone: bool) -> bool:
    """``alone``: no verb of the sentence is a stronger one than "said"."""
    behind = text[verb.end() : verb.end() + 160]
    if re.search(r"\b(?:be|being|been|to|was|were|not|must|should)\s*$", text[: verb.start()]):
        return False
    if verb.group().lower() in _SAID and not (declarations and alone):
        return False
    if _ABBREVIATED.search(behind):
        return not re.match(r"\s+(?:lost|carried)\b", behind)
    if verb.group().lower() == "declared" and _OF_ONESELF.match(behind):
        return True
    return declarations and bool(_BEHIND.match(behind))


# "declared, in relation to item 4, that", "declared for transparency that"
_BEHIND = re.compile(
    r"(?:\s+for\s+(?:transparency|the\s+record))?(?:,?\s+(?:in\s+(?:relation|respect|regard)\s+(?:to|of)|with\s+regard\s+to)"
    r"\s+[^,.;]{3,60},)?,?\s+(?:that|to|as)\b"
)


def _active(text: str, verbs: list[re.Match[str]], offset: int) -> list[Clause]:
    """ "A declared a personal interest in item 4 and B declared one in item 5": a clause a verb."""
    starts = [0]
    for before, verb in pairwise(verbs):
        between = text[before.end() : verb.start()]
        split = _AND_WHO.match(between)
        starts.append(before.end() + (split.end() if split else len(between)))
    ends = [*starts[1:], len(text)]
    return [
        Clause(text[low : verb.start()], text[verb.end() : high], text[low:high], offset + low, offset + high)
        for low, high, verb in zip(starts, ends, verbs, strict=True)
    ]


_TITLED = r"(?:(?:County\s+)?Councillors?|Cllrs?\.?|Aldermen|Alderman|Mr|Mrs|Ms|Miss|Dr)"
_KINDRED = r"(?:an?|the)\s+(?:[\w-]+\s+){0,5}?interest"
# "… in item 4 and a prejudicial interest in item 5", "… and Councillor Oakes a pecuniary interest in item 5"
_NEXT = re.compile(rf",?\s+and\s+(?:(?P<who>{_TITLED}\s+[A-Z][^,;]{{1,40}}?)\s+)?(?={_KINDRED}\s+in\b)")
# "… by Councillor Moss in item 4, as a tenant, and Councillor Oakes in item 5"
_NEXT_BY = re.compile(
    rf",?\s+and\s+(?:by\s+)?(?={_TITLED}\s+[A-Z][^,;]{{1,40}}?\s+in\s+(?:respect|relation|agenda|item|minute))",
    re.IGNORECASE,
)
# "Personal: Councillor Moss – item 4 – trustee of the hall"
_LABELLED = re.compile(rf"(?P<kind>[\w\s()-]{{3,50}}?)\s*[:–-]\s+(?={_TITLED}\s)")


def _each(clause: Clause) -> list[Clause]:
    """A clause for each of the interests that follow one verb, with who declares it."""
    if not re.match(rf"\s+{_KINDRED}\s+in\b", clause.rest, re.IGNORECASE):
        return [clause]
    base = clause.end - len(clause.rest)
    who, start, found = clause.who, 0, []
    for match in [*_NEXT.finditer(clause.rest), None]:
        end = match.start() if match else len(clause.rest)
        rest = clause.rest[start:end]
        begin = clause.start if not start else base + start
        found.append(Clause(who, rest, f"{who} {rest}", begin, base + end))
        if match:
            who, start = match["who"] or who, match.end()
    return found if len(found) > 1 else [clause]


def _passive(text: str, passive: re.Match[str], offset: int) -> list[Clause]:
    """ "Interests were declared by A in item 4 and B in item 5": a clause a person where each has an item."""
    lead, told = text[: passive.start()], passive["who"]
    parts = _NEXT_BY.split(told)
    if len(parts) > 1 and re.search(r"\bin\s+(?:respect|relation|agenda|item|minute)", parts[0], re.IGNORECASE):
        found, start = [], passive.start("who")
        for part in parts:
            start = text.index(part, start)
            who, rest = _split_who(part)
            found.append(Clause(who, f"{lead} {rest}", f"{lead} {part}", offset + start, offset + start + len(part)))
        return found
    who, rest = _split_who(told)
    return [Clause(who, f"{lead} {rest}", text, offset, offset + len(text))]


def _split_who(text: str) -> tuple[str, str]:
    """The people after "declared by", and what is said of the interest: "Cllr A Marrow", "as she was a governor"."""
    match = re.search(
        r",?\s+(?:as\b|because|since|in\s+(?:relation|respect|item|agenda|that|minute)|due\s+to|by\s+virtue"
        r"|on\s+|for\s+|who\b|regarding)",
        text,
        re.IGNORECASE,
    )
    return (text[: match.start()], text[match.start() :]) if match else (text, "")
