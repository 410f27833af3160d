"""Logs of actions: tables with a column that says what became of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.filing.following.finding import Finding
from ingest.filing.following.matters import Matter
from ingest.filing.following.passages import Later
from ingest.filing.following.subjects import Weights, subject, without_days
from minutes.models import Delivery

_STATES = (
    (
        Delivery.COMPLETE,
        re.compile(r"(?:now\s+)?(?:completed?|closed|done|discharged|actioned|achieved|delivered)\b", re.I),
    ),
    (Delivery.SUPERSEDED, re.compile(r"superseded|replaced\s+by", re.I)),
    (Delivery.WITHDRAWN, re.compile(r"withdrawn|no\s+longer\s+(?:required|needed)", re.I)),
    (Delivery.IN_PROGRESS, re.compile(r"in\s+progress|on-?going|under\s*way|started", re.I)),
)  # fmt: skip
_ROW_ALIKE = 0.55  # of the weight of the record's words


def logged(later: Later, matters: Sequence[Matter], weights: Weights) -> Iterator[Finding]:
    """Rows of a table of actions, a cell of which says what became of one: "Complete", "In progress"."""
    for sentence in later.sentences:
        cells = [cell.strip() for cell in sentence.text.split("\t")]
        status = _status_in(cells) if len(cells) > 1 else ""
        if not status:
            continue
        said = subject(without_days(" ".join(cells)))
        rated = [(weights.of(said & one.thing) / (weights.of(one.thing) or 1.0), one) for one in matters]
        best = max((score for score, _ in rated), default=0.0)
        for score, matter in rated:
            if score >= _ROW_ALIKE and score == best and len((said & matter.thing).telling) >= 2:
                ground = "the row has the words of the action"
                yield Finding(
                    matter, sentence, "has a row that says what became of this", (ground,), status, score=score
                )


def _status_in(cells: Sequence[str]) -> str:
    for cell in cells:
        for status, pattern in _STATES:
            if pattern.match(cell):
                return status
    return ""
