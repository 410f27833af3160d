"""Sentences that declare an interest, taken apart: who stands before the verb, and what follows it."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.reading.records import interests_words as words
from ingest.reading.records.interests_each import TITLED, Clause, each, passive, split_who

# The verb of a declaration; "to declare", "must be declared" and "declared lost" are none.
_DECLARED = re.compile(
    r"\b(?:declared|disclosed|registered|made\s+(?:a|the\s+following)\s+declarations?|(?:advised|stated"
    r"|reported|informed|announced|noted|indicated)\b"
    r"[^.]{0,140}?\b(?:had|has|have)(?=\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}interest)"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:he|she|they)\s+(?:is|was|were|are)"
    r"\s+(?:also\s+)?(?:an?|the|employed|related|married|members|in\s+receipt)\b)"
    r"|(?:said|mentioned|explained|told\s+(?:the\s+\w+|members))\b(?=\s+(?:that\s+)?(?:he|she|they|his|her|their)\b)"
    # "drew the Panel's attention to the fact that her husband was employed there"
    r"|drew\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?attention\s+to(?:\s+the\s+fact)?(?=\s+(?:that\s+)?(?:he|she|they|his|her|their)\b)"
    # "stated that her group had applied the whip"
    r"|(?:advised|stated|informed|reported|noted|said)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}?group\s+"
    r"(?:had|has|have)\s+(?:applied|imposed)\b[^.]{0,40}\bwhip\b)"
    # "stated that he let a stall from the Council, which was a pecuniary interest"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:he|she|they|his|her|their)\s[^.]{1,110}?"
    r",?\s+which\s+(?:was|is|amounted\s+to)\s+an?\s+(?:[\w-]+\s+){0,4}interest)"
    # "stated that his wife worked for the association"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:his|her|their)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:is|was|were|are|works?|worked|owns?|owned|lives?|lived|rents?|rented|sits?|sat|chairs?)\b)"
    # "advised that her brother chaired the club and that she would withdraw"
    r"|(?:advised|stated|informed|reported|noted)\b(?:\s+the\s+\w+)?(?=\s+that\s+(?:his|her|their)\s[^.]{3,160}?"
    r"\b(?:would|will)\s+(?:therefore\s+)?(?:withdraw|leave|not\s+(?:speak|vote|take\s+part)|take\s+no\s+part))"
    r"|wished\s+(?:it\s+)?to\s+(?:declare|be\s+(?:recorded|noted))|asked\s+(?:that|for)\s+it\s+(?:to\s+)?be\s+(?:recorded|noted))",
    re.IGNORECASE,
)
_SAID = frozenset({"said", "mentioned", "explained", "told"})
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
    r"|(?:non[\s-]?)?prejudicial)|(?-i:DPI|DRI|ORI|NRI)\b|(?:agenda\s+)?(?:item|minute)\b"
    r"|in\s+(?:respect|relation|regard)\s+(?:of|to)\b)",
    re.IGNORECASE,
)
# "AM – item 4, as a tenant": whose, in what and why are a declaration under the item for them
ITEM_AND_WHY = re.compile(
    r"(?:(?-i:[A-Z]{2,4})|(?:cllrs?|councillors?|mrs?|ms|miss|dr)\.?\s[^:;(–]{2,40}?)\s*(?:[-–:,(])\s*(?:in\s+)?(?:agenda\s+)?items?\s+\w{1,6}\)?[\s,:–-]+"
    r"(?:as|because|since)\s+\w",
    re.IGNORECASE,
)
# Under a lead-in: "Councillor A Marrow – Bus shelters – she is a governor (personal)"
_BARE_LED = re.compile(rf"^(?P<who>{TITLED}\s+[A-Z].{{2,60}}?)\s*(?:\s[-–]|:)\s+(?=\S)")
# "Interests were declared as follows: Councillor A Marrow, personal, item 4; Councillor B Oakes, …"
_LISTED = re.compile(rf"^[^:;]*\b(?:declar\w+|interests?)\b[^:;]*:\s+(?={TITLED}\s)", re.IGNORECASE)
_AND_WHO = re.compile(
    r"^.*\b(?:and|;|,)\s+(?=(?:(?:County\s+)?Councillors?|Cllrs?|CC|Mr|Mrs|Ms|Miss|Dr)\b|[A-Z]{2,4}\s*$)", re.DOTALL
)


# "Personal: Councillor Moss – item 4 – trustee of the hall"
_LABELLED = re.compile(rf"(?P<kind>[\w\s()-]{{3,50}}?)\s*[:–-]\s+(?={TITLED}\s)")


def clauses(text: str, offset: int, *, declarations: bool, kind_known: bool) -> list[Clause]:
    """The declarations in a sentence that stands at ``offset`` of its block, none where it declares nothing.

    ``declarations``: it stands under the item for declarations; ``kind_known``: a lead-in has told the kind.
    """
    if told_by := _PASSIVE.search(text):
        return passive(text, told_by, offset)
    if declarations and (labelled := _LABELLED.match(text)) and words.only_kind(labelled["kind"]):
        behind = text[labelled.end() :]
        bare = _BARE.match(behind)
        who, rest = (bare["who"], behind[bare.end() :]) if bare else split_who(behind)
        return [Clause(who, rest, text, offset, offset + len(text))]
    if declarations and _LISTED.match(text):
        return _bare(text, offset, kind_known=True)
    told = list(_DECLARED.finditer(text))
    alone = all(_is_said(verb) for verb in told)
    verbs = [verb for verb in told if _is_declaration(text, verb, declarations=declarations, alone=alone)]
    if verbs:
        return [part for clause in _active(text, verbs, offset) for part in each(clause)]
    return _bare(text, offset, kind_known=kind_known) if declarations else []


def _bare(text: str, offset: int, *, kind_known: bool) -> list[Clause]:
    """An entry of a list without its verb, or several behind a lead-in in the same sentence."""
    if lead := _LISTED.match(text):
        entries = re.finditer(r"[^;\s][^;]*", text[lead.end() :])
        return [
            part for one in entries for part in _bare(one.group(), offset + lead.end() + one.start(), kind_known=True)
        ]
    bare = _BARE.match(text) or (_BARE_LED.match(text) if kind_known else None)
    if bare and (kind_known or words.kind_in(text) or "interest" in text or ITEM_AND_WHY.match(text)):
        return [Clause(bare["who"], text[bare.end() :], text, offset, offset + len(text))]
    return []


def _is_said(verb: re.Match[str]) -> bool:
    return verb.group().split()[0].lower() in _SAID


def _is_declaration(text: str, verb: re.Match[str], *, declarations: bool, alone: bool) -> bool:
    """``alone``: no verb of the sentence is a stronger one than "said"."""
    behind = text[verb.end() : verb.end() + 160]
    if re.search(r"\b(?:be|being|been|to|was|were|not|must|should)\s*$", text[: verb.start()]):
        return False
    if _is_said(verb) and not (declarations and alone):
        return False
    if not verb.group().lower().startswith("declar") and _ONLY_SAID.match(behind):
        return False
    if _ABBREVIATED.search(behind):
        return not re.match(r"\s+(?:lost|carried)\b", behind)
    if verb.group().lower() == "declared" and _OF_ONESELF.match(behind):
        return True
    return declarations and bool(_BEHIND.match(behind))


# "explained that they should leave the room", "told the Panel that she would be late", "said that she had taken advice"
_ONLY_SAID = re.compile(
    r"\s+that\s+(?:(?:he|she|they)\s+(?:(?:should|must|needed|need|ought|could|might|may|did\s+not|does\s+not|do\s+not)\b"
    r"|(?:had|has|have)\s+(?:taken|sought|received|no)\b|(?:would|will)\b(?![^.;]*\b(?:as|because|since|interest)\b))"
    r"|(?:his|her|their)\s+(?:register|apolog\w+|views?|opinion|understanding|concerns?|questions?)\b)",
    re.IGNORECASE,
)

# "declared, in relation to item 4, that", "declared for transparency that"
_BEHIND = re.compile(
    r"(?:\s+(?:on|upon|after)\s+(?:joining|arriving|arrival)(?:\s+[^,.;]{3,30}?)?)?(?:\s+for\s+(?:transparency|the\s+record))?(?:,?\s+(?:in\s+(?:relation|respect|regard)\s+(?:to|of)|with\s+regard\s+to)"
    r"\s+[^,.;]{3,60}?,?)?,?\s+(?:(?:that|to|as)\b|"
    r"(?:he|she|they)\s+(?:also\s+)?(?:(?:is|was|are|were)\s+(?:an?|the|employed|related|married|members)|rents?|rented|owns?|owned|works?|worked|"
    r"lives?|lived|chairs?|chaired|lets?|sits?|sat)\b|(?:his|her|their)\s+(?!views?\b|opinion|understanding|concern|question|point|preference)[\w-]+\s+"
    r"(?:is|was|are|were|works?|worked|owns?|owned|lives?|lived|rents?|rented|chairs?|chaired)\b)"
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
