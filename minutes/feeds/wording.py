"""Words as calendars and XML can carry them: papers print what neither allows."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters of a title

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def plainly(words: str) -> str:
    """Words without control characters and lone surrogates; lines and tabs stay.

    >>> plainly("one\\x00\\x0ctwo")
    'one\\ntwo'
    """
    return "".join(letter for letter in _BREAKS.sub("\n", words) if _may_stand(letter))


def _may_stand(letter: str) -> bool:
    return letter in "\n\t" or (unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE)


def title(words: str) -> str:
    """The first words, on one line, whole ones.

    >>> title("That the Cabinet Member (Highways and Transport) be recommended to review the walking routes, twice")
    'That the Cabinet Member (Highways and Transport) be recommended to review the…'
    """
    line = " ".join(plainly(words).split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"
