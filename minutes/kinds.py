"""The kinds of record by the word that stands for them in addresses: /action/12/edit/, mark=action-12."""

from __future__ import annotations

from minutes.models import Action, AgendaItem, Attendee, Indicator, Interest, Meeting, Resolution
from minutes.models.extracted import Extracted

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
NAMES = {model: kind for kind, model in KINDS.items()}


def kind_of(record: Extracted) -> str:
    """The word for a record's kind.

    >>> kind_of(AgendaItem())
    'item'
    """
    return NAMES[type(record)]
