"""Whether words stand in some rows of a list, told by reading what SQLite's index has of them.

FTS5 takes half a millisecond to say whether a common word stands in one row, for it goes along all rows that have it.
A few hundred letters are read in some microseconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import connection

from minutes.search.asking import Term
from minutes.search.wanted import Wanted
from minutes.search.words import folded

if TYPE_CHECKING:
    from minutes.search.in_lists import Sought

NO_LETTER_BEFORE, NO_LETTER_AFTER, BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"
TEXTS = "SELECT j.value, x.title, x.body, x.marks FROM json_each(%s) j"
OF_ROWS = "CROSS JOIN minutes_searchtext x ON x.rowid = s.id"


def having(sought: Sought, keys: Iterable[int]) -> set[int]:
    """Those of some rows of a list, by their keys, that have the words."""
    kind, listed = sought.listed.kind.value, bool(sought.listed.within)
    left = set(keys)
    own = f"{TEXTS} CROSS JOIN minutes_searchrow s ON s.kind = {kind} AND s.record = j.value {OF_ROWS}"
    found = _read(own, left, replace(sought.wanted, listed=listed))
    for kind, table, column in sought.listed.within:
        within = f"CROSS JOIN minutes_searchrow s ON s.kind = {kind.value} AND s.record = w.id {OF_ROWS}"
        sql = f"{TEXTS} CROSS JOIN {table} w ON w.{column} = j.value {within}"
        found |= _read(sql, left - found, replace(sought.wanted, unmarked=sought.unmarked))
    return found


def _read(sql: str, keys: set[int], wanted: Wanted) -> set[int]:
    matches = _test(wanted)
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(sorted(keys))])
        return {key for key, title, body, marks in cursor.fetchall() if matches(title, body, marks)}


def _test(wanted: Wanted) -> Callable[[str, str, str], bool]:
    """What says of a row's texts whether they match, as FTS5 does by the expression of ``wanted``."""
    needed, unwanted = ([_either(forms) for forms in terms] for terms in (wanted.terms, wanted.unwanted))

    def matches(title: str, body: str, marks: str) -> bool:
        texts = (folded(marks),) if wanted.listed else (folded(title), folded(body))
        return (
            all(any(map(either, texts)) for either in needed)
            and not any(any(map(either, texts)) for either in unwanted)
            and not (wanted.unmarked and set(wanted.unmarked) & set(marks.split()))
        )

    return matches


def _either(forms: Sequence[Term]) -> Callable[[str], bool]:
    """What says whether one of several forms stands in a folded text."""
    # Letters are found in a text sooner than a pattern is.
    patterns = [(form.words[0], re.compile(_pattern(form))) for form in forms]

    def stands_in(text: str) -> bool:
        return any(first in text and pattern.search(text) for first, pattern in patterns)

    return stands_in


def _pattern(form: Term) -> str:
    """
    >>> bool(re.search(_pattern(Term(("council", "tax"))), "the council-tax base"))
    True
    """
    after = "" if form.is_prefix else NO_LETTER_AFTER
    return NO_LETTER_BEFORE + BETWEEN.join(map(re.escape, form.words)) + after
