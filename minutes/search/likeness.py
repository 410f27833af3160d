"""Finds whom and what somebody meant who spelt it otherwise: names by their trigrams, words by one slip of the keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from minutes.models import NameForm, Person
from minutes.search.asking import Term
from minutes.search.engines import engine
from minutes.search.finding import LAST_LETTER, find, people_named
from minutes.search.results import known_to
from minutes.search.words import fold, words

if TYPE_CHECKING:
    from minutes.models import User
    from minutes.search.asking import Asked

LIKE = 0.45  # share of trigrams that two names have in common
LIKE_A_WORD = 0.4
MOST_NAMES = 5
MOST_TRIED = 4  # other spellings of one word
MOST_PEOPLE = 400  # with one of the names, to compare in full
SHORTEST = 4  # letters of a name that can be misspelt and still be told
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=50_000)
def trigrams(name: str) -> frozenset[str]:
    """
    >>> sorted(trigrams("ann"))
    ['  a', ' an', 'ann', 'nn ']
    """
    padded = f"  {name} "
    return frozenset(padded[index : index + 3] for index in range(len(padded) - 2))


def likeness(one: str, other: str) -> float:
    """How much of two words' trigrams is common, from 0 to 1 (Dice's measure).

    >>> likeness("cheatham", "cheetham") > LIKE > likeness("cheatham", "cooper")
    True
    """
    first, second = trigrams(one), trigrams(other)
    return 2 * len(first & second) / (len(first) + len(second))


def people_like(asked: Asked, user: User) -> list[Person]:
    """People whose names are spelt somewhat like the words of a query; the most alike first."""
    typed = [word for term in asked.terms for word in term.words if word.isalpha()]
    sought = [word for word in typed if len(word) >= SHORTEST]
    if not sought or len(typed) > 4:
        return []
    alike = {name for name in _names() for word in sought if likeness(word, name) >= LIKE_A_WORD}
    whole = " ".join(typed)
    found = _with_names(sorted(alike, key=lambda name: -max(likeness(word, name) for word in sought))[:12])
    scored = [(max(_score(whole, form) for form in _forms(person)), person) for person in found]
    best = [person for score, person in sorted(scored, key=_best_first) if score >= LIKE][:MOST_PEOPLE]
    known = known_to(user, [person.pk for person in best])
    return [person for person in best if person.pk in known][:MOST_NAMES]


def _best_first(scored: tuple[float, Person]) -> tuple[float, str]:
    return -scored[0], scored[1].sort_name


def _score(typed: str, name: str) -> float:
    """How alike what was typed is to a name: to the whole of it, or word by word to a part."""
    parts = [word.folded for word in words(name)]
    each = [max((likeness(word, part) for part in parts), default=0.0) for word in typed.split()]
    return max(likeness(typed, " ".join(parts)), min(each))


def _forms(person: Person) -> list[str]:
    return [person.name, *(form.printed for form in person.forms.all())]


def _names() -> set[str]:
    """Every surname and forename, folded."""
    sorted_by = Person.objects.current().order_by().values_list("sort_name", flat=True)
    printed = NameForm.objects.order_by().values_list("surname_key", flat=True).distinct()
    # Folded and parted at once: one by one, the names of a county take longer than to find them.
    return set(fold(" ".join([*sorted_by, *printed])).replace(",", " ").split())


def _with_names(names: Iterable[str]) -> list[Person]:
    """People of whose names one is among these, by the index."""
    found = people_named([Term((name,), exact=True) for name in names])
    return list(found.select_related("council")[:MOST_PEOPLE])


# --- words ------------------------------------------------------------------------------------------------------------


def meant(asked: Asked, user: User) -> str:
    """What was probably meant where nothing was found: the query with words that are known; empty if none comes close.

    Only what finds something for this user is proposed: the index also knows words of exempt records.
    """
    text = asked.text
    for term in asked.terms:
        word = term.words[0]
        if len(term.words) > 1 or term.is_prefix or engine().which_are_known({word}):
            continue
        better = next((other for other in known_instead(word)[:MOST_TRIED] if find(user, other, most=1)), "")
        if not better:
            return ""
        text = _put(better, word, text)
    return text if text != asked.text and find(user, text, most=1) else ""


def _put(better: str, word: str, text: str) -> str:
    """A query with one word for another.

    >>> _put("transport", "trasnport", "Trasnport -bus")
    'transport -bus'
    """
    places = [found for found in words(text) if found.folded == word]
    for place in reversed(places):
        text = f"{text[: place.start]}{better}{text[place.end :]}"
    return text


def known_instead(word: str) -> list[str]:
    """Words of the index that are one slip away: a letter too many, too few, another, or two changed about.

    What differs in the last letters comes first, then what is most alike; people seldom slip on the first letter.
    """
    if len(word) < SHORTEST or not (word.isalpha() and word.isascii()):
        return []
    known = engine().which_are_known(set(_slips(word, _known_beginning(word))) - {word})
    return sorted(known, key=lambda other: (other[0] != word[0], -likeness(word, other), other))


def _known_beginning(word: str) -> int:
    """How many of its first letters a word has in common with one of the index."""

    def is_unknown(length: int) -> bool:
        return not engine().known_words(word[:length], word[:length] + LAST_LETTER, 1)

    return bisect_left(range(1, len(word) + 1), True, key=is_unknown)


def _slips(word: str, farthest: int) -> Iterator[str]:
    """What a word may have been before a slip at one of its places, up to the ``farthest``."""
    for place in range(min(len(word), farthest) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in LETTERS)
