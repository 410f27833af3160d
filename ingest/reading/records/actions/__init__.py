"""What somebody is to do after a meeting, by whom and by when."""

from ingest.reading.records.actions.read import actions

__all__ = ["actions"]
