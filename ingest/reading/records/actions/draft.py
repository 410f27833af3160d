"""An action before its due date and owner are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.model import Doubt, Quote
from ingest.reading.records.owners import Owner


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` are the action's words; ``due_words`` what is to be searched for a date, the text where None.

    ``column`` is True where ``due_words`` are a table's own "By when". ``place`` orders actions within an item: the
    number of the passage. ``resolution`` is an index into the resolutions. ``named_alone`` is True where a line of its
    own gives the sentence before it to somebody: "ACTION: name".
    """

    item: int | None
    text: str
    quote: Quote
    place: int
    owner: Owner | None = None
    due_words: str | None = None
    column: bool = False
    resolution: int | None = None
    doubts: tuple[Doubt, ...] = field(default=())
    named_alone: bool = False
