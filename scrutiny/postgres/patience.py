"""How long a process waits for the database, which needs no library of any database to be said."""

from __future__ import annotations


class _Patience:
    impatient = False


def be_impatient() -> None:
    """From now on this process takes a database that is silent for DATABASE_PATIENCE seconds for one that is away.

    For processes that serve people or the queue: a migration, a backup or a restore at a terminal may wait for a lock
    as long as it takes.
    """
    _Patience.impatient = True


def seconds() -> float | None:
    """None where this process waits for ever."""
    from django.conf import settings

    return (settings.DATABASE_PATIENCE or None) if _Patience.impatient else None
