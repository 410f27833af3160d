"""A PDF to pages of positioned lines."""

from __future__ import annotations

from ingest.reading.sources.pdf.reading import pages

__all__ = ["pages"]
