"""Words as the index has them: without case and accents; and which words are forms of one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

_ENGLISH = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = Lock()  # it keeps the word it works on, and a web server has threads
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_SHORTEST_STEM = 3  # letters: shorter words have no forms that would not be other words


class Word(NamedTuple):
    """A word of a text, folded, and where it stands there."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Text without case and accents, as SQLite's unicode61 and our PostgreSQL function fold it.

    >>> fold("Siân"), fold("Müller"), fold("Ødegård")
    ('sian', 'muller', 'ødegard')
    """
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text)).lower()


def words(text: str) -> Iterator[Word]:
    """
    >>> [word.folded for word in words("Cllr O’Brien's co-opted—2025/26")]
    ['cllr', 'o', 'brien', 's', 'co', 'opted', '2025', '26']
    """
    if text.isascii():
        for found in _ASCII_WORD.finditer(text.lower()):
            yield Word(found[0], *found.span())
        return
    for found in _WORD.finditer(text):
        if folded := fold(found[0]):
            yield Word(folded, *found.span())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the forms of a word have in common: that of the Snowball project's English stemmer.

    >>> stem("apologies"), stem("apology"), stem("transported")
    ('apolog', 'apolog', 'transport')
    """
    if not word.isalpha() or len(word) <= _SHORTEST_STEM:
        return word
    with _ONE_AT_A_TIME:
        return str(_ENGLISH.stemWord(word))


def root(word: str) -> str:
    """The letters with which all forms of a word begin: "study" and "studies", "hope" and "hoping".

    >>> root("studies"), root("hoping"), root("schools")
    ('stud', 'hop', 'school')
    """
    stemmed = stem(word)
    return stemmed[:-1] if stemmed != word[:_SHORTEST_STEM] and stemmed[-1] in "ei" else stemmed
