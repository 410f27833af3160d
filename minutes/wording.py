"""Words as they are compared: two spellings of one thing give one key."""

from __future__ import annotations

import re
import unicodedata

LONGEST_KEY = 200  # characters; PostgreSQL indexes no value over 2,700 bytes

_APART = re.compile(r"[^\w]+|_")


def key(words: str) -> str:
    """Words without case, accents, punctuation or doubled white space, and with "and" for "&".

    >>> key("Children & Families  Scrutiny Committee")
    'children and families scrutiny committee'
    """
    plain = words.replace("&", " and ").replace("’", "'").replace("'", "")
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_APART.sub(" ", plain.casefold()).split())[:LONGEST_KEY]
