"""The meeting itself: which body met, when, where, and who signs for it."""

from __future__ import annotations

from ingest.reading.model import MeetingRead, Paper


def meeting(paper: Paper) -> MeetingRead:
    """What the paper says of its meeting; each value with its quote, a contradicted one with a doubt."""
    return MeetingRead(kind=paper.kind)
