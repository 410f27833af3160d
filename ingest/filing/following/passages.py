"""The sentences of a paper that may report on something earlier, each with its item and the page it stands on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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


def _sentences(item: AgendaItem, decided: set[str], pages: list[tuple[int | None, str]]) -> Iterator[Sentence]:
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
                    yield Sentence(text.removeprefix("•").strip(), paragraph, item, _page_of(text, item, pages), place)


def _pages(meeting: Meeting) -> list[tuple[int | None, str]]:
    kept = DocumentPage.objects.filter(document=meeting.document_id).order_by("number")
    return [(page.number, _folded(page.text)) for page in kept] if meeting.document_id else []


def _page_of(text: str, item: AgendaItem, pages: list[tuple[int | None, str]]) -> int | None:
    """The page on which a sentence begins: the first from its item's on; the item's own where it is nowhere."""
    start = _folded(text)[:_START]
    for number, words in pages:
        if number is not None and number >= (item.page or 1) and start in words:
            return number
    return item.page


def _folded(words: str) -> str:
    return " ".join(words.split())
