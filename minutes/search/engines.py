"""The full-text engine of this database: the two modules offer the same names."""

from __future__ import annotations

from typing import Any

from django.db import connection

from minutes.search import postgresql, sqlite


def engine() -> Any:
    return postgresql if connection.vendor == "postgresql" else sqlite
