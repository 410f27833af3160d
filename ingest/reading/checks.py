"""What must hold of every reading, whatever paper it came from; what does not hold is said in a sentence.

A problem is the document's, a doubt one record's. Nothing is changed or left out here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from ingest.reading.language import welsh
from ingest.reading.layout.sections_numbers import LETTER, ROMAN, Reading, readings
from ingest.reading.model import (
    ActionRead,
    AgendaItemRead,
    AttendeeRead,
    Doubt,
    IndicatorRead,
    InterestRead,
    MinutesRead,
    Problem,
    Quote,
    ResolutionRead,
)

_Record = TypeVar("_Record", AttendeeRead, AgendaItemRead, ResolutionRead, ActionRead, InterestRead, IndicatorRead)


def checked(read: MinutesRead) -> MinutesRead:
    """The reading, with a problem or a doubt for each rule that it breaks."""
    pages = _Pages(read)
    return replace(
        read,
        attendees=tuple(pages.grounded(_person(one, read.attendees)) for one in read.attendees),
        items=tuple(pages.grounded(one) for one in read.items),
        resolutions=tuple(pages.grounded(_placed(one, read)) for one in read.resolutions),
        actions=tuple(pages.grounded(_placed(one, read)) for one in read.actions),
        interests=tuple(pages.grounded(one) for one in read.interests),
        indicators=tuple(pages.grounded(one) for one in read.indicators),
        problems=(*read.problems, *numbering(read.items), *welsh.said(_paragraphs(read))),
    )


def _paragraphs(read: MinutesRead) -> Iterator[str]:
    return (paragraph for page in read.pages for paragraph in page.paragraphs)


# --- items ------------------------------------------------------------------------------------------------------


def numbering(items: Iterable[AgendaItemRead]) -> Iterator[Problem]:
    """The numbers that are left out or stand twice, where neighbours are numbered in one style."""
    numbered = [item for item in items if item.number]
    for number, count in Counter(item.number for item in numbered).items():
        if count > 1:
            yield Problem(f"{_words(count)} items have the number {number}.")
    for before, after in pairwise(numbered):
        gap = _gap(before.number or "", after.number or "")
        if gap:
            between = f"between {before.number} and {after.number}"
            first, last = gap
            if first == last:
                yield Problem(f"Item {first} is missing {between}.", after.quote.page)
            else:
                yield Problem(f"Items {first} to {last} are missing {between}.", after.quote.page)


def _gap(before: str, after: str) -> tuple[str, str] | None:
    """The first and the last number between two in one style, as they would be printed; None where none is."""
    for one in readings(before):
        for other in readings(after):
            if one.style[0] in (LETTER, ROMAN):
                continue
            if one.style == other.style and other.value > one.value + 1:
                return _printed(one, one.value + 1, before), _printed(one, other.value - 1, before)
            if one.style == other.style and other.value == one.value + 1:
                return None
    return None


def _printed(reading: Reading, value: int, like: str) -> str:
    """A number in the style of another: after "04.18.08" comes "04.18.09"."""
    before, after = reading.style
    width = len(like) - len(before) - len(after)
    padded = like[len(before) : len(before) + 1] == "0"
    return f"{before}{value:0{width}d}{after}" if padded else f"{before}{value}{after}"


def _words(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))


# --- people and decisions ---------------------------------------------------------------------------------------


def _person(person: AttendeeRead, everyone: tuple[AttendeeRead, ...]) -> AttendeeRead:
    sentences = []
    statuses = {other.status for other in everyone if other.name == person.name}
    if {"present", "apologies"} <= statuses:
        sentences.append((f"{person.name} is both among those present and among the apologies.", "status"))
    if person.role == "substitute" and person.status == "present" and not person.replaces:
        sentences.append((f"{person.name} came as a substitute, but the paper does not say for whom.", "replaces"))
    return _doubting(person, sentences)


def _placed(record: _Record, read: MinutesRead) -> _Record:
    """Decisions and actions stand under an item, where the paper has items."""
    if read.items and getattr(record, "item", None) is None:
        return _doubting(record, [("The item that this belongs to was not found.", "item")])
    return record


def _doubting(record: _Record, sentences: list[tuple[str, str]]) -> _Record:
    known = {doubt.field for doubt in record.doubts}
    new: list[Doubt] = [Doubt(sentence, field) for sentence, field in sentences if field not in known]
    return replace(record, doubts=(*record.doubts, *new)) if new else record


# --- quotes -----------------------------------------------------------------------------------------------------


class _Pages:
    """The letters of each page, by which a quote is found again whatever the white space between its words."""

    def __init__(self, read: MinutesRead) -> None:
        self._letters = {page.number: _letters(" ".join(page.paragraphs)) for page in read.pages}

    def grounded(self, record: _Record) -> _Record:
        """The record, with a doubt where its quote does not stand on the page that it names."""
        if not self._letters or all(self._holds(quote) for quote in record.quote.parts()):
            return record
        return _doubting(record, [("The words of this record were not found again on its page.", "quote")])

    def _holds(self, quote: Quote) -> bool:
        page = self._letters.get(quote.page, "")
        return bool(quote.text.strip()) and all(_letters(line) in page for line in quote.text.split("\n"))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
