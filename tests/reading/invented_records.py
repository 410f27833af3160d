"""What the invented papers of tests are read as: their actions with owners, and their decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.model import ActionRead, AttendeeRead, Block, Kind
from ingest.reading.records.actions import actions
from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, PEOPLE, paper


def read(
    *lines: str | Block,
    kind: Kind = "minutes",
    title: str = "Review of Allotments",
    people: Sequence[AttendeeRead] = PEOPLE,
) -> tuple[ActionRead, ...]:
    meeting = replace(MEETING, kind=kind)
    whole = paper(*lines, kind=kind, title=title)
    return actions(whole, meeting, people, resolutions(whole, meeting))


def owned(
    *lines: str | Block,
    kind: Kind = "minutes",
    title: str = "Review of Allotments",
    people: Sequence[AttendeeRead] = PEOPLE,
) -> list[tuple[str, str | None]]:
    """Each action, without its full stop, and its owner."""
    return [(one.text.rstrip("."), one.owner) for one in read(*lines, kind=kind, title=title, people=people)]


def pairs(*lines: str | Block, kind: Kind = "minutes") -> list[tuple[str, str | None]]:
    """Each resolution, without its full stop, and what kind of decision it is."""
    found = resolutions(paper(*lines, kind=kind), replace(MEETING, kind=kind))
    return [(one.text.rstrip("."), one.decision) for one in found]
