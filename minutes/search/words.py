"""Words as the index has them: without case and accents; and which words are forms of one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

_ENGLISH = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = Lock()  # it keeps the word it works on, and a web server has threads
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_FOLDED_WORD = re.compile("[^\\W_]+")
_END_OF_LATIN = "\u0250"
_NOT_IN_PLACE = "\ue000"  # of Unicode's private use
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


class _InPlace(dict[int, str]):
    """For str.translate: letters folded one by one, as far as that is what ``fold`` does to a whole text."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if not letter.isalnum() and not _ACCENTS.match(letter):
            folded = " "
        else:
            folded = fold(letter) if letter < _END_OF_LATIN else ""
        self[code] = folded if len(folded) == 1 else _NOT_IN_PLACE
        return self[code]


_IN_PLACE = _InPlace()


def _folded_in_place(text: str) -> str | None:
    """A text folded, every letter where it was; None where it has letters that this cannot be done with."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_IN_PLACE)
    return None if _NOT_IN_PLACE in folded else folded


def folded(text: str) -> str:
    """A text folded, to look for words in: what stands between these may be changed.

    >>> folded("Siân’s co-opted"), folded("Ａ")
    ('sian s co opted', 'ａ')
    """
    in_place = _folded_in_place(text)
    return " ".join(word.folded for word in words(text)) if in_place is None else in_place


def words(text: str) -> Iterator[Word]:
    """
    >>> [word.folded for word in words("Cllr O’Brien's co-opted—2025/26")]
    ['cllr', 'o', 'brien', 's', 'co', 'opted', '2025', '26']
    """
    in_place = _folded_in_place(text)
    if in_place is not None:
        for found in _FOLDED_WORD.finditer(in_place):
            yield Word(found[0], *found.span())
        return
    for found in _WORD.finditer(text):
        if folded := fold(found[0]):
            yield Word(folded, *found.span())


def words_beginning(text: str, letters: Collection[str]) -> Iterator[Word]:
    """The words of a text that begin with one of some letters. Looks at the others no longer than it takes to see so.

    >>> [word.folded for word in words_beginning("Reports of the Children’s Trust", {"r", "t"})]
    ['reports', 'the', 'trust']
    """
    in_place = _folded_in_place(text)
    if in_place is None:
        yield from (word for word in words(text) if word.folded[0] in letters)
        return
    for found in _beginning_with("".join(sorted(letters))).finditer(in_place):
        yield Word(found[0], *found.span())


@lru_cache(maxsize=1_000)
def _beginning_with(letters: str) -> re.Pattern[str]:
    return re.compile(f"(?<![^\\W_])[{re.escape(letters)}][^\\W_]*")


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
