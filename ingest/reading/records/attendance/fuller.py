"""First names that the text gives for people whom the attendance block lists by initials alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.reading.language import names
from ingest.reading.language.names_words import NOT_NAMES
from ingest.reading.model import Block
from ingest.reading.records.attendance.joining import Person, who

_TITLED = re.compile(r"(?:Councillors?|Cllrs?|CC|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Alderman)\.?\s+$")


def learn(people: Sequence[Person], blocks: Iterable[Block]) -> None:
    """Adds to each person listed by initials the form that the text spells out: A Marrow is Councillor Anne Marrow."""
    short = [person for person in people if not person.name.spelt_out]
    if not short:
        return
    surnames = "|".join({re.escape(person.name.surname) for person in short})
    pattern = re.compile(rf"(?<![\w’'-])(?P<first>[A-Z][\w’'-]+)\s+(?:[A-Z]\.?\s+)*(?:{surnames})(?![\w’'-]*[a-zà-ÿ])")
    found: dict[int, set[str]] = {}
    for text in _texts(blocks):
        for match in pattern.finditer(text):
            _note(match, text, people, found)
    for place, forms in found.items():
        if len(forms) == 1 and (name := names.parse(next(iter(forms)))):
            people[place].learn(name)


def _note(match: re.Match[str], text: str, people: Sequence[Person], found: dict[int, set[str]]) -> None:
    if match["first"].lower() in NOT_NAMES:
        return
    titled = _TITLED.search(text[max(0, match.start() - 16) : match.start()])
    name = names.parse((titled.group() if titled else "") + match.group())
    if name is None or not name.spelt_out:
        return
    fitting = who(people, name)
    if len(fitting) != 1 or fitting[0].name.spelt_out or (fitting[0].civic and not name.civic and not name.titles):
        return
    if not fitting[0].name.first and not titled:
        return
    place = next(place for place, person in enumerate(people) if person is fitting[0])
    found.setdefault(place, set()).add(name.bare)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell.blocks)
        else:
            yield block.text
