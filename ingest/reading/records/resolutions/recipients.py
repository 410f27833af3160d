"""To whom a recommendation is made."""

from __future__ import annotations

import re

# "recommends to the Cabinet that", "be shared with the Cabinet Member for Roads:", "Recommend to the Leader that"
_TO = re.compile(
    r"\b(?:(?i:recommend)(?:s|ed|ations?)?(?:\s+be)?|made|shared|put|submitted|forwarded|referred)"
    r"\s*:?\s*\(?(?:be\s+(?:made|shared|put|sent)\s+)?(?:to|with)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w’'&-]*(?:,?\s+(?:[A-Z(][\w’'&)-]*|for|of|and|the|with))*)"
)
# "Cabinet be recommended to", "That the Lead Member for Roads be recommended to"
_BE = re.compile(
    r"^(?:that\s+)?(?:the\s+)?(?P<who>[\w’',&\s-]{3,120}?)\s+be\s+(?:\w+ly\s+)?recommended\b", re.IGNORECASE
)
# "recommends that the Executive reopens", "RECOMMENDED that Council approve"
_THAT = re.compile(
    r"\brecommends?\s+that\s+(?:the\s+)?(?P<who>Cabinet(?:\s+Member[\w\s]*?)?|Executive|Council|Leader|"
    r"Board)\s+(?!be\b)(?=[a-z]+)"
)


# "RECOMMENDED that the Cabinet Member for Roads:" over what that member is to do
_OVER = re.compile(
    r"\brecommend(?:s|ed)?\s+that\s+(?:the\s+)?(?P<who>(?:Cabinet|Executive|Council|Leader|Mayor|Portfolio)\b[\w\s’'&,-]{0,80}?)\s*:?\s*$",
    re.IGNORECASE,
)


def recipient(text: str, stem: str = "") -> str | None:
    """The body or post that a clause recommends to, as printed, without its article; None where it does not say."""
    for words in (" ".join(text.split()), " ".join(stem.split())):
        for pattern in (_TO, _BE, _THAT, _OVER):
            if match := pattern.search(words):
                return re.sub(r"\s+(?:for|of|and|the|with)$", "", match["who"].strip(" ,"))
    return None
