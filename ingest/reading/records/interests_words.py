"""The words of declarations: kinds of interest, reasons, and whether somebody left the room."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.model import InterestKind, InterestRead

# From top to bottom, the first that is found decides; beside each the words as councils print them.
_KINDS: tuple[tuple[str, InterestKind], ...] = (
    # "declared that he was under a party whip"
    (
        r"\b(?:imposed|applied|under|subject\s+to)\s+(?:a|the)\s+(?:[\w-]+\s+)?whip\b|\bgroup\s+whip\b"
        r"|\b(?:party|political)\s+whip\w*\b|\bwhipp?ed\b",
        "party_whip",
    ),
    # "non-pecuniary", "personal but not prejudicial", "a non-disclosable pecuniary interest", "non-prejudicial"
    (
        r"\bnon[\s-]*(?:disclosable\s+)?pecuniary\b|\bneither\s+(?:a\s+)?(?:pecuniary|prejudicial|financial)\b"
        r"|\bnon[\s-]+financial\b|\bnon[\s-]?statutory\b"
        r"|\bother\s+disclosable\s+interests?\b|\bnon[\s-]+disclosable\b|\b(?:non|not)[\s-]+(?:a\s+)?prejudicial\b"
        r"|\bnot\s+(?:an?\s+)?(?:disclosable\s+)?pecuniary\b"
        r"|\bnot\s+(?:considered|deemed|felt|thought)\s+to\s+be\s+(?:an?\s+)?(?:disclosable\s+)?(?:prejudicial|pecuniary)\b"
        r"|\bpersonal,?\s+(?:but\s+)?(?:not|non)\b",
        "non_pecuniary",
    ),
    # "a disclosable pecuniary interest", "a DPI", "a prejudicial interest", "personal and prejudicial", "financial"
    (r"\bpecuniary\b|\b(?-i:DPIs?|DRIs?)\b|\bprejudicial\b|\bdisclosable\b|\bfinancial\b", "pecuniary"),
    # "a personal interest", "an Other Registrable Interest", "a non-registrable interest", "a significant interest"
    (
        r"\bpersonal\b|\b(?:other\s+)?(?:non[\s-]*)?regist(?:er|r)able\b|\bORIs?\b|\bNRIs?\b|\bnon[\s-]?statutory\b"
        r"|\bother\s+(?:significant\s+)?interests?\b|\bsignificant\b|\bgeneral\s+interest\b|\bclose personal\b"
        r"|\baffected\s+interests?\b|[‘'“\"]other[’'”\"]\s+interests?\b",
        "non_pecuniary",
    ),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _KINDS)

_REASON = re.compile(
    r"(?:,|\b)\s*(?P<lead>(?:(?-i:as)|because|since|in that"
    r"|by virtue of|owing to|due to|on account of"
    r"|on the grounds? (?:that|of)|for the reason that"
    r"|the reason being that|given that|arising from|by reason of|through|stating that|having regard to|being"
    r"|with regard to the fact that)\b)\s+(?=(?P<reason>\S.+)$)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r",?\s+in\s+(?:agenda\s+)?(?:item|minute)s?\b"
    r"|(?:,|^|\s)\s*(?:and|but)\s+(?:(?:he|she|they)\s+)?(?:(?:accordingly|therefore|likewise|also|then|duly|both)\s+)*"
    r"(?:would|will|left|withdrew|remained|stayed|took\s+no|did\s+not|spoke|voted|undertook|said|stated|indicated|agreed"
    r"|asked|confirmed|intended)\b"
    r"|,\s+noting\s+that\b|,\s+(?:he|she|they)\s+(?:had|has|have|declared|wished)\b|;\s+(?:he|she|they|the|this|it)\b|,?\s+and,?\s+(?:as|since|because)\s+(?:this|it|that)\b|,\s+so\s+(?:he|she|they)\b",
    re.IGNORECASE,
)
# "as this was a disclosable pecuniary interest", "because it was prejudicial": about the interest, no reason for it
_OF_THE_INTEREST = re.compile(
    r"(?:this|it|that|the\s+(?:interest|matter))\s+(?:was|is|were|being|amounted\s+to|constituted)\s", re.IGNORECASE
)
# "his wife was employed as a nurse": what she does, which is no post of his
_OF_KIN = re.compile(
    r"\b(?:his|her|their)\s+(?:[\w-]+\s+){1,2}(?:(?:is|was)\s+employed|works|worked)\s*$", re.IGNORECASE
)
_PRONOUN = re.compile(r"^(?:(?:he|she|they|it|both|each)\s+(?:was|were|is|are)\s+|being\s+)", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:left|withdrew\s+from|retired\s+from|vacated)\s+(?:the\s+)?(?:room|meeting|chamber|table"
    r"|virtual\s+meeting|committee\s+room)\b|\bwithdrew\b"
    r"|\bleft\s+(?:during|for|before|prior)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"\b(?:remained|stayed)\b|\b(?:did|does|would|will)\s+not\s+(?:need\s+to\s+|have\s+to\s+)?(?:leave"
    r"|withdraw)\b|\bspoke\s+and\s+voted\b",
    re.IGNORECASE,
)
# "No declarations were made", "None declared"; but "NO declared an interest" may be Nora Oakes
_NONE = re.compile(
    r"\b[Nn]o\s+(?:[\w-]+\s+){0,4}(?:interests?|declarations?|disclosures?)\b|\bnot\s+declare\b"
    r"|\b[Nn]o\s+(?:other\s+)?[Mm]embers?\b"
    r"|\bnot\s+an?\s+interest\b|\b(?:did|does)\s+not\s+(?:consider|believe|think)\s+[^.]{2,40}?\b(?:an|any)\s+(?:declarable\s+)?interest\b|\b[Nn]one\s+(?:was|were|declared|disclosed)\b|\bNO\s+(?:DECLARATIONS?|INTERESTS?)\b"
)


# "There were no declarations of pecuniary interest, but Councillor Oakes declared": what was not declared
_NONE_BUT = re.compile(r"(?:(?:there\s+were|there\s+was)\s+)?no\s+[^.]{3,120}?\b(?:but|although)\s+", re.IGNORECASE)


def kind_in(text: str) -> tuple[InterestKind, str] | None:
    """The kind of interest that the words name, and the words; None where they name none."""
    start = told.end() if (told := _NONE_BUT.match(text)) else 0
    for pattern, kind in _PATTERNS:
        if match := pattern.search(text, start):
            return kind, match.group()
    return None


def only_kind(text: str) -> tuple[InterestKind, str] | None:
    """The kind that a line names and nothing else, as a heading over those who declare it: "Pecuniary interests"."""
    return kind_in(text) if _ONLY_KIND.fullmatch(text.strip()) and not is_none(text) else None


_ONLY_KIND = re.compile(
    r"(?:[a-z]\)|\([a-z]\)|[ivx]+\))?\s*(?:declarations?\s+of\s+)?(?:disclosable\s+)?"
    r"(?:pecuniary|personal|prejudicial|non[\s-]*pecuniary|other(?:\s+registrable)?|non[\s-]*registrable|non[\s-]*prejudicial|financial|"
    r"non[\s-]*financial|personal\s+and\s+prejudicial)(?:\s+interests?)?(?:\s+\([A-Z]{3}s?\))?\s*[:–-]?",
    re.IGNORECASE,
)


def _made_pecuniary(text: str) -> str | None:
    """The words by which a sentence makes an interest that was declared before a prejudicial one too."""
    match = _ALSO_PECUNIARY.search(text)
    return match["kind"] if match else None


# "As this interest was also prejudicial he left"; not "did not consider that the interest was prejudicial"
_ALSO_PECUNIARY = re.compile(
    r"^(?:(?:as|since|because)\s+)?(?:this|that|the|it|his|her)\s+(?:interest\s+)?(?:was|is)\s+(?:also\s+|therefore\s+)?(?:an?\s+)?"
    r"(?:disclosable\s+)?(?P<kind>prejudicial|pecuniary)\b",
    re.IGNORECASE,
)


def told_more(read: InterestRead, text: str) -> InterestRead:
    """A declaration with the kind that the sentence behind it gives: "This was a personal interest"."""
    if read.kind == "unspecified" and _IT_WAS.match(text) and (kind := kind_in(text)):
        return replace(read, kind=kind[0], kind_printed=kind[1])
    if read.kind == "non_pecuniary" and (printed := _made_pecuniary(text)):
        return replace(read, kind="pecuniary", kind_printed=printed)
    return read


# "… that his mother lived there. It was a personal interest."
_IT_WAS = re.compile(
    r"(?:(?:This|It|That)|[^.]*\badvised(?:\s+\w+)?\s+that\s+(?:this|it))\s+was\s+(?:an?|not|neither)\s", re.IGNORECASE
)


def reason_in(text: str) -> str | None:
    """Why the interest is one: what stands behind "as", "because", "in that", without "she was"."""
    match = next(
        (
            one
            for one in _REASON.finditer(text)
            if not (_OF_THE_INTEREST.match(one["reason"]) or _OF_KIN.search(text[: one.start()]))
        ),
        None,
    )
    if match is None:
        return None
    reason = why(re.sub(r"\s+", " ", match["reason"])).strip(" .,;")
    return _PRONOUN.sub("", reason) or None


def why(text: str) -> str:
    """The reason without what follows it: the item, who left: "a tenant, in Item 7, and left" is "a tenant"."""
    return _AFTER.split(text, maxsplit=1)[0]


def left_in(text: str) -> bool | None:
    """Whether the words say that somebody left the room (True) or stayed (False)."""
    if _STAYED.search(text):
        return False
    return True if _LEFT.search(text) else None


def is_none(text: str) -> bool:
    """Whether the words say that nothing was declared, or nothing but what they go on to tell."""
    return bool(_NONE.search(text)) and not _BUT.search(text)


# "no declarations other than Councillor Oakes, who declared"
_BUT = re.compile(
    r"\bbut\s+(?=(?:county\s+)?(?:councillor|cllr|mr|mrs|ms|miss|dr)\b)[^.]*\bdeclar|\b(?:other\s+than|except(?:\s+for)?|apart\s+from|save(?:\s+for)?|with\s+the\s+exception\s+of)\b.*\bdeclar",
    re.I | re.S,
)
