"""The words of declarations: kinds of interest, reasons, and whether somebody left the room."""

from __future__ import annotations

import re

from ingest.reading.model import InterestKind

# From top to bottom, the first that is found decides; beside each the words as councils print them.
_KINDS: tuple[tuple[str, InterestKind], ...] = (
    # "declared that he was under a party whip"
    (r"\b(?:party|under the|subject to (?:a|the)|political)\s+whip\w*\b|\bwhipp?ed\b", "party_whip"),
    # "non-pecuniary", "personal but not prejudicial", "a non-disclosable pecuniary interest", "non-prejudicial"
    (
        r"\bnon[\s-]+(?:disclosable\s+)?pecuniary\b|\bnon[\s-]+financial\b|\bnon[\s-]?statutory\b"
        r"|\bother\s+disclosable\s+interests?\b|\bnon[\s-]+disclosable\b|\b(?:non|not)[\s-]+(?:a\s+)?prejudicial\b"
        r"|\bnot\s+(?:an?\s+)?(?:disclosable\s+)?pecuniary\b"
        r"|\bpersonal,?\s+(?:but\s+)?(?:not|non)\b",
        "non_pecuniary",
    ),
    # "a disclosable pecuniary interest", "a DPI", "a prejudicial interest", "personal and prejudicial", "financial"
    (r"\bpecuniary\b|\bDPIs?\b|\bprejudicial\b|\bdisclosable\b|\bfinancial\b", "pecuniary"),
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
    r"(?:,|\b)\s*(?P<lead>(?:(?-i:as)|because|since|in that|by virtue of|owing to|due to|on account of"
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
    r"|\bnot\s+an?\s+interest\b|\b[Nn]one\s+(?:was|were|declared|disclosed)\b|\bNO\s+(?:DECLARATIONS?|INTERESTS?)\b"
)


def kind_in(text: str) -> tuple[InterestKind, str] | None:
    """The kind of interest that the words name, and the words; None where they name none."""
    for pattern, kind in _PATTERNS:
        if match := pattern.search(text):
            return kind, match.group()
    return None


def reason_in(text: str) -> str | None:
    """Why the interest is one: what stands behind "as", "because", "in that", without "she was"."""
    match = next((one for one in _REASON.finditer(text) if not _OF_THE_INTEREST.match(one["reason"])), None)
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
    r"\b(?:other\s+than|except(?:\s+for)?|apart\s+from|save(?:\s+for)?|with\s+the\s+exception\s+of)\b.*\bdeclar",
    re.I | re.S,
)
