"""What somebody typed into the search box, understood. Nothing that can be typed is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.search.words import words

MOST_LETTERS = 2_000
MOST_WORDS = 32  # and as many that must not be there
LONGEST_WORD = 100  # letters
SHORTEST_PREFIX = 2  # letters: one letter and a star is a tenth of all words

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\x00": " "})
_PART = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_POSSESSIVE = re.compile(r"['’]s?(?=\W*$)")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another. ``is_prefix``: the last one begins so; ``exact``: as typed, in this form."""

    words: tuple[str, ...]
    is_prefix: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """``terms`` must all stand in what is found, none of ``unwanted`` may. ``shortened``: some words were left out."""

    text: str
    terms: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()
    shortened: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def number_of_words(self) -> int:
        return sum(len(term.words) for term in self.terms)


def understood(text: str) -> Asked:
    """A query as people write it: words, "words in this order", -unwanted, begin*.

    >>> [" ".join(term.words) for term in understood('school* "walking routes" -Lancaster').terms]
    ['school', 'walking routes']
    >>> understood("-Lancaster bus*").unwanted
    (Term(words=('lancaster',), is_prefix=False, exact=False),)
    """
    shown = " ".join(_cut(text.replace("\x00", " ")).split())
    terms: list[Term] = []
    unwanted: list[Term] = []
    for part in _PART.finditer(shown.translate(_QUOTES)):
        if term := _term(part["phrase"], part["word"]):
            into = unwanted if part["minus"] else terms
            if term not in into:
                into.append(term)
    first, first_unwanted = _first_words(terms), _first_words(unwanted)
    is_cut = (first, first_unwanted) != (terms, unwanted)
    return Asked(shown, tuple(first), tuple(first_unwanted), is_cut or len(text.strip()) > MOST_LETTERS)


def _first_words(terms: list[Term]) -> list[Term]:
    """The terms that the first MOST_WORDS are of; a phrase is cut where it goes beyond."""
    found, left = list[Term](), MOST_WORDS
    for term in terms:
        if len(term.words) > left:
            return [*found, Term(term.words[:left], exact=True)] if left else found
        found.append(term)
        left -= len(term.words)
    return found


def _cut(text: str) -> str:
    """The first words of a text that is too long."""
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rpartition(" ")[0] or text[:MOST_LETTERS]


def _term(phrase: str | None, word: str | None) -> Term | None:
    """One term; None where there is no word in it. What is hyphened or has an apostrophe is a phrase."""
    typed = phrase if word is None else _POSSESSIVE.sub("", word)
    found = tuple(one.folded[:LONGEST_WORD] for one in words(typed or ""))
    if not found:
        return None
    is_prefix = word is not None and word.endswith("*") and len(found[-1]) >= SHORTEST_PREFIX
    return Term(found, is_prefix, exact=phrase is not None or len(found) > 1)
