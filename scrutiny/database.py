"""How the database is used: SQLite by several processes at once, PostgreSQL over a network."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

IN_A_FILE = {
    # Immediate: a transaction that will write takes its turn at once instead of failing half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # At most 32 MB of pages for each of a process's connections; a list of a million rows reads more than 16.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}
# A machine that is away is noticed: seconds to connect, and milliseconds of silence.
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 10_000, "keepalives_idle": 10, "keepalives_interval": 5}


def settle(database: dict[str, Any], folder: Path) -> None:
    """Give one of Django's DATABASES its options; tests of SQLite make their file in ``folder``."""
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = dict(IN_A_FILE)
        # A connection that is kept knows the tables and holds pages in memory: 10 to 40 ms of each request.
        database["CONN_MAX_AGE"] = 60
        # Tests use a file, so that a worker can share it, and a run of theirs its own.
        database["TEST"] = {"NAME": folder / f"test-{os.getpid()}.sqlite3"}
        return
    if database["ENGINE"] == "django.db.backends.postgresql":
        database["ENGINE"] = "scrutiny.postgres"  # one that is there and hangs is noticed too
    database.update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
    database["OPTIONS"] = PATIENCE | database.get("OPTIONS", {})
