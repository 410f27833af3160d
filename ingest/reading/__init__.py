"""From a file to records: pure Python, without Django, without a database."""

from ingest.reading.model import MinutesRead, Unreadable
from ingest.reading.read import read

__all__ = ["MinutesRead", "Unreadable", "read"]
