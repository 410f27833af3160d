"""What a meeting decided: lead-in words, then clauses, each in its own words."""

from ingest.reading.records.resolutions.read import resolutions

__all__ = ["resolutions"]
