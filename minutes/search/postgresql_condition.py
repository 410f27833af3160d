"""What rows of PostgreSQL's index must fulfil: words and marks in its vectors, and neighbours for a phrase."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import filterfalse
from typing import Any

from minutes.models.search_row import SearchKind
from minutes.search.asking import Term
from minutes.search.wanted import Wanted

BRACKET = "#"  # no word has it: begins a mark
WITHOUT = {"x1": "NOT s.exempt", f"k{SearchKind.PAGE}": f"s.kind <> {SearchKind.PAGE}"}  # marks, told by columns
LISTED = f"{BRACKET}m"  # begins a word that a list finds a row by, and no search does


def condition(
    wanted: Wanted, days: Sequence[str] = (), aside: bool = False, in_rows: bool = False
) -> tuple[str, list[Any]]:
    """What rows of the index, called s, must fulfil; with its parameters.

    With ``aside``, beginnings of words are looked for in each row that is found by the others. ``in_rows``: in rows
    that are found already, and not by the index.
    """
    if aside:
        terms, unwanted = (tuple(filterfalse(begins_words, terms)) for terms in (wanted.terms, wanted.unwanted))
        where, given = condition(replace(wanted, terms=terms, unwanted=unwanted), days)
        column = "title" if wanted.in_title else "words"
        return f"{where} AND s.{column} @@ %s::tsquery IS TRUE", [*given, _begun(wanted)]
    phrases = [term[0] for term in wanted.terms if _is_phrase(term) and not wanted.listed]
    start = LISTED if wanted.listed else ""
    pairs = [f"{one} {following}" for phrase in phrases for one, following in itertools.pairwise(phrase.words)]
    pairs = [] if in_rows else pairs
    # Two words that are neighbours are a phrase; three may be neighbours two by two, in other places.
    sure = [phrase for phrase in phrases if len(phrase.words) == 2 and not wanted.in_title and not in_rows]
    needed = [_either(term, start) for term in wanted.terms if term[0] not in sure]
    needed += [_any_of(f"{BRACKET}{mark}" for mark in either) for either in wanted.marks]
    needed += [_any_of(days)] if days else []
    unmarked = [f"!{_word(BRACKET + mark)}" for mark in wanted.unmarked]
    unwanted = [f"!({_either(term, start)})" for term in wanted.unwanted]
    near = [f"s.neighbours @> ARRAY[{', '.join(['hashtext(%s)'] * len(pairs))}]"] if pairs else []
    if not needed:
        # Asked for what is not there alone, the index would be gone through from end to end: each row is looked at.
        near += [WITHOUT[mark] for mark in wanted.unmarked] + ["s.words @@ %s::tsquery IS TRUE"] * bool(unwanted)
        return " AND ".join(near), pairs + [" & ".join(unwanted)] * bool(unwanted)
    conditions = [("title", needed + unmarked)] if wanted.in_title else []
    # What is in the title is in the words.
    conditions += [("words", needed + unmarked + unwanted)] if unwanted or not wanted.in_title else []
    told = [f"s.{column} @@ %s::tsquery" for column, _ in conditions]
    return " AND ".join(near + told), pairs + [" & ".join(parts) for _, parts in conditions]


def begins_words(term: Sequence[Term]) -> bool:
    return any(form.is_prefix for form in term)


def _begun(wanted: Wanted) -> str:
    """The terms that are beginnings of words, as PostgreSQL has them."""
    needed = [_either(term, "") for term in filter(begins_words, wanted.terms)]
    return " & ".join([*needed, *(f"!({_either(term, '')})" for term in filter(begins_words, wanted.unwanted))])


def _is_phrase(term: Sequence[Term]) -> bool:
    return len(term) == 1 and len(term[0].words) > 1 and not term[0].is_prefix


def _either(term: Sequence[Term], start: str) -> str:
    return f"({' | '.join(_phrase(form, start) for form in term)})"


def _any_of(marks: Iterable[str]) -> str:
    return f"({' | '.join(_word(mark) for mark in marks)})"


def _phrase(form: Term, start: str) -> str:
    quoted = [_word(start + word) for word in form.words]
    return f"({' <-> '.join(quoted)}{':*' if form.is_prefix else ''})"


def _word(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
