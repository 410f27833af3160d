"""From a file to records: pure Python, without Django, without a database.

``read`` brings spaCy and the libraries of PDF and Word with it, so it is loaded when it is first asked for: a web
process needs ``Unreadable`` and the model alone.
"""

from typing import TYPE_CHECKING, Any

from ingest.reading.model import MinutesRead, Unreadable

if TYPE_CHECKING:
    from ingest.reading.chain import read

__all__ = ["MinutesRead", "Unreadable", "read"]


def __getattr__(name: str) -> Any:
    if name != "read":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ingest.reading.chain import read

    return read
