"""Several who are to do something together: "BT and OK", "Ann Archer / the Head of Parks", a column of two names.

Whoever is named is given in full, with a doubt: one of them should answer for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.reading.language import posts
from ingest.reading.records.owner import Owner, unsure

_PARTING = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
# "the Head of Roads and Paths and the Clerk": a post may have an "and" of its own
_AND_THE = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\s+)the\s+")
_PARTING_IN_CELLS = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bwith\b)\s*")
_ALL_OF_A_KIND = re.compile(r"all\s+(?:\w+\s+)?(?:members|councillors|officers|partners)", re.IGNORECASE)
_ALL = re.compile(r"all(?:\s+(?:present|to\s+note))?|everyone|everybody", re.IGNORECASE)


def several(bare: str, name_of: Callable[[str], str | None]) -> Owner | None:
    """All whom words name, where each part of them is somebody whom ``name_of`` knows; None where one is not.

    "All" is everybody, which is nobody; beside a person a post behind a stroke says that either may be meant.
    """
    if _ALL_OF_A_KIND.fullmatch(bare):
        return Owner(bare, bare)
    if _ALL.fullmatch(bare):
        return Owner(None, bare)
    if _AND_THE.search(bare) and all(name_of(part) for part in _AND_THE.split(bare)):
        parts = _AND_THE.split(bare)
    else:
        parts = _PARTING.split(bare)
    if len(parts) < 2:
        return None
    found = [name_of(part) if part else None for part in parts]
    people = list(dict.fromkeys(name for name in found if name))
    if people and "/" in bare and any(not name and posts.is_job(part) for name, part in zip(found, parts, strict=True)):
        return _jointly(bare)
    if not people or None in found:
        return None
    if len(people) == 1:
        return Owner(people[0], bare, person=True)
    return replace(_jointly(bare), name=f"{', '.join(people[:-1])} and {people[-1]}")


def in_lines(printed: str, of: Callable[[str], Owner | None]) -> Owner | None:
    """Whom the lines of a cell name, where each of them is a person; None where there is but one or one is nobody."""
    lines = [line.strip() for line in printed.split("\n") if line.strip()]
    named = len(lines) > 1 and all((one := of(line)) and one.person and one.name for line in lines)
    return of(" and ".join(lines)) if named else None


def in_part(words: str, known: Callable[[str], bool]) -> Owner | None:
    """Nobody, with a doubt, where words that hold nothing but owners name several of whom one at least is known."""
    parts = [part for part in _PARTING_IN_CELLS.split(words) if part]
    return _jointly(words) if len(parts) > 1 and any(map(known, parts)) else None


def _jointly(words: str) -> Owner:
    return unsure(words, f"{words} are to do this together; one owner is wanted.")


def both(one: Owner, two: Owner, words: str) -> Owner:
    """Two who are to do something together, each in full where both are known, with a doubt."""
    if not (one.name and two.name):
        return _jointly(words)
    return replace(_jointly(words), name=one.name if one.name == two.name else f"{one.name} and {two.name}")
