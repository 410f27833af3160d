"""The full-text engine of this database: two modules to search with, and two to keep their index.

They offer the same names, but for how a list with common words is walked along (see minutes.search.walking).
"""

from __future__ import annotations

from typing import Any

from django.db import connection

from minutes.search import postgresql, postgresql_keeping, sqlite, sqlite_keeping


def engine() -> Any:
    """What searches the index."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def keeping_engine() -> Any:
    """What keeps the index: its tables, its triggers and how it is filled."""
    return postgresql_keeping if connection.vendor == "postgresql" else sqlite_keeping
