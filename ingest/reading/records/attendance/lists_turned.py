"""Lists that print the surname first: "MARROW, Ann (Chair)", "Oakes, Councillor Bob; Pike, Mrs C", "Quill, D."."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names import FoundName
from ingest.reading.language.names_words import TITLE

_TITLE = (
    r"(?:(?:County\s+|Borough\s+|City\s+|District\s+)?(?:Councillor|Cllr|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev"
    r"|Revd|Canon|Sir|Dame)\b\.?\s+)"
)
_WORD = r"[^\W\d_a-z][\w’'-]+"
_ENTRY = re.compile(
    rf"\s*(?P<before>{_TITLE})?(?P<surname>{_WORD}(?:[ -]{_WORD})?),\s+(?P<title>{_TITLE}{{0,2}})"
    r"(?P<given>(?:[A-Z](?:\.\s?[A-Z]|\s[A-Z]){0,3}\.?(?![\w’'-])|[A-Z][\w’'-]*[a-zà-ÿ](?:\s+[A-Z]\.?(?![\w’'-]))?))"
    r"(?=\s*(?:$|\(|,\s|\s[-–—]\s|[†‡*]))"
)
_CIVIC = re.compile(r"(?:\w+\s+)?(?:Councillor|Cllr|Alderman)\b")
_SEVERAL = 3  # entries that have nothing but their order to tell it


class Turned(NamedTuple):
    """A name of such a list, with the place of its entry."""

    found: FoundName
    low: int
    high: int


def entries(text: str, start: int, stop: int, lines: Sequence[int]) -> list[Turned]:
    """The names of a list whose entries all print the surname first; none of any other list.

    Semicolons or line ends divide it, commas alone never do.
    """
    if "," not in text[start:stop]:
        return []
    spans = list(_spans(text, start, stop, lines))
    matches = [_ENTRY.match(text[:high], low) for low, high in spans]
    if not spans or not all(matches):
        return []
    held = [(match, *span) for match, span in zip(matches, spans, strict=True) if match]
    in_two = sum(" " in match["surname"] and not match["surname"].isupper() for match, *_ in held)
    if in_two * _SEVERAL > len(held):
        return []  # "Ann Marrow, Norham; Bob Oakes, Exe; Cy Pike, Teme"
    if len(held) < _SEVERAL and not all(_is_sure(match) for match, *_ in held):
        return []
    found = [_turned(match, text, low, high) for match, low, high in held]
    return [one for one in found if one] if all(found) else []


def _spans(text: str, start: int, stop: int, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    ends = {match.start() for match in re.finditer(";", text[start:stop])}
    cuts = sorted({start, stop, *(start + end for end in ends), *(line for line in lines if start < line < stop)})
    for low, high in itertools.pairwise(cuts):
        low += len(text[low:high]) - len(text[low:high].lstrip(" ;\n\t\xa0"))
        if text[low:high].strip(" .,"):
            yield low, high


def _is_sure(match: re.Match[str]) -> bool:
    """Whether an entry shows by itself that it is turned: by capitals, a title between, or initials at the end."""
    initials = not re.search("[a-z]", match["given"])
    capitals = match["surname"].isupper() and len(match["surname"]) > _LETTERS
    titled = _CIVIC.match(match["title"]) is not None and not match["before"]
    bracket = _BRACKET.match(match.string, match.end())
    posted = bracket is not None and posts.is_job(bracket[1])
    return capitals or titled or posted or (initials and not match["surname"].isupper())


_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_LETTERS = 3  # of a body at most: "NHS, A"


def _turned(match: re.Match[str], text: str, low: int, high: int) -> Turned | None:
    surname = match["surname"]
    behind = text[match.end() : high]
    small = not surname.isupper()
    if (behind.startswith(",") and not posts.is_job(behind)) or (match["before"] and (match["title"] or small)):
        return None  # "Oakes, Mr Pike, Miss Quill"
    if posts.is_job(surname) or posts.is_job(match["given"]) or bodies.is_outside(surname) or TITLE.match(surname):
        return None
    surname = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), surname) if surname.isupper() else surname
    name = names.parse(f"{match['before'] or ''}{match['title']}{match['given']} {surname}")
    if name is None or not name.first:
        return None
    return Turned(FoundName(name, low, match.end()), low, high)
