"""The sentences of a paper that may report on something earlier, each with its item and the page it stands on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ingest.reading.language.dates import Found, dates
from ingest.reading.language.pipeline import sentences
from minutes.models import Action, AgendaItem, DocumentPage, Meeting, Resolution

# Items whose business is what was asked for before
_REVIEWS = re.compile(
    r"\bactions?\b|matters?\s+arising|\bprogress\b|\bupdates?\b|\btracker|\bnotes\s+of\b|\bresponses?\b|\boutstanding\b|"
    r"\bfollow[- ]?ups?\b|\brecommendations?\b",
    re.IGNORECASE,
)
# A cheap look before anything is taken apart
_TRIGGER = re.compile(
    r"\b(?:had|has|have|was|were|been|is|are|no|not|presented|introduced|submitted|circulated|provided|tabled|opened|"
    r"gave|accepted|agreed|rejected|declined|welcomed|attended|outstanding|complete|completed|closed|done|response|reply|"
    r"report|presentation|considered)\b",
    re.IGNORECASE,
)
Pages = list[tuple[int | None, str]]
_START = 45  # letters of a sentence by which its page is found
_LEAST = 4  # words of a sentence that reports something


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is verbatim; ``paragraph`` is the whole one that it stands in, ``place`` counts within the item."""

    text: str
    paragraph: str
    item: AgendaItem | None
    page: int | None
    place: int
    quote: str  # the words as far as they stand on ``page``
    quote_rest: tuple[dict[str, Any], ...] = ()  # those on the next page, where the sentence runs over the end of one

    @property
    def title(self) -> str:
        return self.item.title if self.item else ""

    @property
    def reviews(self) -> bool:
        """Whether it stands under an item that looks back."""
        return bool(_REVIEWS.search(self.title))


@dataclass(frozen=True, slots=True)
class Later:
    """A later meeting's paper: what it says, and what was asked for anew there."""

    meeting: Meeting
    day: dt.date
    sentences: tuple[Sentence, ...]
    items: tuple[AgendaItem, ...]
    asked: tuple[Action, ...] = field(default=())

    def days(self, words: str) -> tuple[Found, ...]:
        """The days in some words; one without a year is the last of its kind before the meeting."""
        return dates(words, near=self.day - dt.timedelta(days=364))


def later(meeting: Meeting) -> Later | None:
    """What a meeting's paper says; None where it has no day, as nothing tells then what is earlier."""
    if meeting.date is None:
        return None
    items = list(AgendaItem.objects.filter(meeting=meeting).order_by("order", "pk"))
    decided = {_folded(text) for text in Resolution.objects.filter(meeting=meeting).values_list("text", flat=True)}
    pages = _pages(meeting)
    found = tuple(sentence for item in items for sentence in _sentences(item, decided, pages))
    asked = tuple(Action.objects.filter(meeting=meeting).select_related("item").order_by("order", "pk"))
    return Later(meeting, meeting.date, found, tuple(items), asked)


def _sentences(item: AgendaItem, decided: set[str], pages: Pages) -> Iterator[Sentence]:
    """The sentences of an item that may report something; its clauses are not news but decisions."""
    resolved = False
    for place, paragraph in enumerate(item.text.split("\n\n")):
        resolved = resolved or bool(re.match(r"\s*(?:it\s+was\s+)?resolved\b", paragraph, re.IGNORECASE))
        if resolved or _folded(re.sub(r"^\W*\w{1,4}[.)]\s+", "", paragraph)) in decided:
            continue
        for line in paragraph.split("\n"):
            for start, end in [(0, len(line))] if "\t" in line else sentences(line):
                text = line[start:end]
                if len(text.split()) >= _LEAST and _TRIGGER.search(text):
                    words = text.removeprefix("•").strip()
                    quote, page, rest = _standing(words, item, pages)
                    yield Sentence(words, paragraph, item, page, place, quote, rest)


def _pages(meeting: Meeting) -> Pages:
    kept = DocumentPage.objects.filter(document=meeting.document_id).order_by("number")
    return [(page.number, _folded(page.text)) for page in kept] if meeting.document_id else []


def _standing(text: str, item: AgendaItem, pages: Pages) -> tuple[str, int | None, tuple[dict[str, Any], ...]]:
    """The words on the page where a sentence begins, the page, and the words on the next one where it runs on.

    The page is the first from the item's on; the item's own where the words are nowhere.
    """
    whole, later_pages = _folded(text), [page for page in pages if page[0] is not None and page[0] >= (item.page or 1)]
    for number, words in later_pages:
        if whole in words:
            return text, number, ()
    for (number, words), (following, next_words) in pairwise(later_pages):
        for cut in range(len(whole) - 1, 0, -1):
            if whole[cut] == " " and words.endswith(whole[:cut]) and whole[cut + 1 :] in next_words:
                return whole[:cut], number, (_part(whole[cut + 1 :], following),)
    for number, words in later_pages:
        if whole[:_START] in words:
            return text, number, ()
    return text, item.page, ()


def _part(words: str, page: int | None) -> dict[str, Any]:
    return {"text": words, "page": page, "boxes": [], "paragraph": None}


def _folded(words: str) -> str:
    return " ".join(words.split())
