"""Proposals as an officer looks at them: by the words of a paper on which they rest, the oldest paper first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from minutes.models import Proposal
from minutes.models.proposal import ProposalQuerySet

ROW = (
    "meeting__committee", "meeting__council", "item", "document", "decided_by",
    "action__meeting", "action__item", "action__owner_person", "action__document",
    "resolution__meeting", "resolution__item", "resolution__recommendation_number",
)  # fmt: skip


@dataclass(slots=True)
class Report:
    """Some words of one paper, and all that they are proposed to report on."""

    first: Proposal
    rows: list[Proposal] = field(default_factory=list)


def in_order(rows: ProposalQuerySet) -> ProposalQuerySet:
    return rows.select_related(*ROW).order_by("meeting__date", "meeting", "item__order", "quote", "pk")


def reports(rows: Iterable[Proposal]) -> list[Report]:
    """The proposals by the words that they rest on."""
    found = []
    for _, same in groupby(rows, key=lambda row: (row.meeting_id, row.item_id, row.quote)):
        own = list(same)
        found.append(Report(own[0], own))
    return found
