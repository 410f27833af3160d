"""An action before its due date and owner are settled.

Tables, lists, lines, sentences and clauses each give drafts; ``read`` brings together those that are one action, takes
the owner and works out the day.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.model import Doubt, Quote
from ingest.reading.records.owners import Owner


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing to be done, as one place of the paper says it.

    ``item`` is the index of the agenda item, None outside all items. ``text`` are the action's words; ``due_words``
    what is to be searched for a date, the text where None. ``column`` is True where ``due_words`` are a table's own
    "By when". ``place`` orders actions within an item: the number of the passage. ``resolution`` is an index into
    the resolutions. ``named_alone`` is True where a line of its own gives the sentence before it to somebody:
    "ACTION: name". ``row`` is True for a row of a table of actions, which is none of its other rows.
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
    row: bool = False


def doubts_of(owner: Owner | None) -> tuple[Doubt, ...]:
    """What is doubted about an owner, as the doubts of a draft that takes it."""
    return (owner.doubt,) if owner and owner.doubt else ()
