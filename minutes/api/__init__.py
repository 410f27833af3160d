"""The records for other programs: read-only JSON, under the same permissions as the pages."""
