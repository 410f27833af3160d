"""What the words beside one printed name tell."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.reading.language.names import Name
from ingest.reading.language.posts import Kind
from ingest.reading.model import Status


@dataclass(slots=True)
class Told:
    """What stands beside a name, gathered one after the other."""

    role: Kind | None = None
    position: str | None = None
    status: Status | None = None
    replaces: Name | None = None
    replaced_by: Name | None = None
    initials: str | None = None
    note: str | None = None
