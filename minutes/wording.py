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
    plain = unicodedata.normalize("NFKD", words.replace("&", " and ").replace("’", "'").replace("'", ""))
    unaccented = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_APART.sub(" ", unaccented.casefold()).split())[:LONGEST_KEY]
