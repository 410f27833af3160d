"""The kinds of record by the word that stands for them in addresses: /action/12/edit/, mark=action-12."""

from __future__ import annotations

from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Indicator,
    Interest,
    Meeting,
    Proposal,
    Resolution,
    Response,
)
from minutes.models.extracted import Extracted, Sourced

KINDS: dict[str, type[Extracted]] = {
    "meeting": Meeting,
    "attendee": Attendee,
    "item": AgendaItem,
    "resolution": Resolution,
    "action": Action,
    "interest": Interest,
    "indicator": Indicator,
}
TITLES = {
    "meeting": "meeting",
    "attendee": "attendee",
    "item": "agenda item",
    "resolution": "resolution",
    "action": "action",
    "interest": "declaration of interest",
    "indicator": "performance indicator",
}
ADDABLE = {kind: title for kind, title in TITLES.items() if kind != "meeting"}  # what a person adds to a meeting
# What rests on words of a paper and is no record of it: it can be marked there, and is not listed beside it.
EVIDENCE: dict[str, type[Sourced]] = {"update": ActionUpdate, "answer": Response, "proposal": Proposal}
NAMES = {model: kind for kind, model in (KINDS | EVIDENCE).items()}


def kind_of(record: Sourced) -> str:
    """The word for a record's kind.

    >>> kind_of(AgendaItem())
    'item'
    """
    return NAMES[type(record)]
