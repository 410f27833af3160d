"""PostgreSQL that may hang: a server that keeps its connections and answers nothing is taken for one that is away.

What the system offers does not notice it: a stopped server's machine goes on acknowledging packets, so no time limit of
TCP runs out, and ``statement_timeout`` is kept by the server itself. psycopg asks ten times a second whether there is
news, and that is where silence is counted here.

Only processes that serve people or queues are impatient (see patience.py).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from scrutiny.postgres import patience

logger = logging.getLogger(__name__)

# A query of ours takes milliseconds. PostgreSQL would compile one for a quarter of a second where it expects many rows,
# as for common words that a limit then cuts short. And where what it found for the beginning of a word does not fit
# into its memory, it forgets a few of the rows: at a million items four in a thousand, with the 4 MB that are usual. A
# server that is given more keeps it. Lists are walked along and what they lead to is looked up: to think of sorting
# both sides and merging them, and of every order in which seven tables could be joined, takes half of the time in which
# a question is planned. Rows that an index names cost little more on today's disks than rows in their order: at four
# times as much, as for disks that turn, it reads half a table for the first thousand of them. Helpers that it starts
# for one query take longer to come than our queries take, and are missed where many people ask at once.
SETTINGS = """
    SELECT set_config('jit', 'off', FALSE), set_config('max_parallel_workers_per_gather', '0', FALSE),
        set_config('enable_mergejoin', 'off', FALSE), set_config('join_collapse_limit', '4', FALSE),
        set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')) / 1024, 32768) || 'kB', FALSE),
        set_config('random_page_cost', least(current_setting('random_page_cost')::float, 1.1)::text, FALSE)
"""
IS_IT_THERE = 5.0  # seconds for the least of questions, asked before a kept connection is used again


class Connection(psycopg.Connection[Any]):
    """A connection that is closed where the server is silent for too long: what it was doing is not known."""

    own_patience: float | None = None  # seconds, for a while

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **named: Any) -> Any:
        seconds = self.own_patience or patience.seconds()
        if seconds is None:
            return super().wait(gen, *args, **named)
        try:
            return super().wait(_heard_within(gen, seconds), *args, **named)
        except Silent:
            self.pgconn.finish()
            raise


class Silent(psycopg.OperationalError):
    """The server did not answer in time."""


def _heard_within(gen: Generator[Any, Any, Any], seconds: float) -> Generator[Any, Any, Any]:
    """What a generator of psycopg's does, as long as the server is heard of. Raises Silent."""
    until = time.monotonic() + seconds
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if ready:
                until = time.monotonic() + seconds
            elif time.monotonic() > until:
                logger.warning("The database has not answered for %.0f seconds", seconds)
                raise Silent(f"the database has not answered for {seconds:.0f} seconds")
            wanted = gen.send(ready)
    except StopIteration as end:
        return end.value


class DatabaseWrapper(base.DatabaseWrapper):
    Database = SimpleNamespace(**vars(psycopg) | {"connect": Connection.connect})

    def init_connection_state(self) -> None:
        super().init_connection_state()
        self.connection.execute(SETTINGS)

    def is_usable(self) -> bool:
        """Whether a kept connection still serves, asked at the beginning of a request."""
        with self._within(IS_IT_THERE):
            return bool(super().is_usable())

    @contextmanager
    def _within(self, seconds: float) -> Generator[None]:
        connection = self.connection
        most = patience.seconds()
        if most is None or connection is None:
            yield
            return
        connection.own_patience = min(seconds, most)
        try:
            yield
        finally:
            connection.own_patience = None
