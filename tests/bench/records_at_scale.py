"""A database of its own with many records, to measure pages at the size that a county grows to.

    python tests/bench/records_at_scale.py 100000      makes it where it is missing, and prints its DATABASE_URL

From another script, before anything imports Django's models:

    from tests.bench import records_at_scale
    records_at_scale.use(100_000)

The count is of agenda items; meetings, committees, people, attendees, resolutions, actions, interests and papers
come in proportion. It is a SQLite file in VAR_DIR/bench, or with a PostgreSQL in DATABASE_URL a database beside that
one, called records_100000. Made once, it is used again; migrations that came since are applied. ``--again`` makes it
anew. An officer "officer" and a councillor "councillor" can sign in with the tests' password.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))


def use(count: int, again: bool = False) -> str:
    """Point Django at the database with ``count`` items, made if need be. Gives its DATABASE_URL."""
    name = f"records_{count}"
    server = os.environ.get("DATABASE_URL", "")
    if server.startswith("postgres"):
        address = urlsplit(server)._replace(path=f"/{name}").geturl()
        _create(server, name, again)
    else:
        path = VAR / "bench" / f"{name}.sqlite3"
        path.parent.mkdir(parents=True, exist_ok=True)
        address = f"sqlite:///{path}"
        if again:
            path.unlink(missing_ok=True)
    os.environ["DATABASE_URL"] = address
    os.environ["DJANGO_SETTINGS_MODULE"] = "scrutiny.settings"
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    _set_up(count)
    return address


def _create(server: str, name: str, again: bool) -> None:
    import psycopg
    from psycopg.sql import SQL, Identifier

    with psycopg.connect(server, autocommit=True) as connection:
        if again:
            connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))


def _set_up(count: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        _make_file(count)
    call_command("migrate", verbosity=0)
    if connection.vendor != "sqlite" and not _is_filled():
        _fill(count)


def _make_file(count: int) -> None:
    """Make the SQLite file under another name, so that one that was not finished is never used."""
    from django.core.management import call_command
    from django.db import connection

    whole = Path(connection.settings_dict["NAME"])
    making = whole.with_suffix(".making")
    making.unlink(missing_ok=True)
    connection.settings_dict["NAME"] = str(making)
    call_command("migrate", verbosity=0)
    _fill(count)
    connection.close()
    making.rename(whole)
    connection.settings_dict["NAME"] = str(whole)


def _is_filled() -> bool:
    from minutes.models import AgendaItem

    return bool(AgendaItem.everything.exists())


def _fill(count: int) -> None:
    from tests.bench.rows_at_scale import fill

    began = time.monotonic()
    rows = fill(count)
    print(f"{rows:,} rows for {count:,} agenda items in {time.monotonic() - began:.0f} s", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a database with many records.")
    parser.add_argument("count", type=int, nargs="?", default=100_000, help="agenda items (100000)")
    parser.add_argument("--again", action="store_true", help="make it anew")
    asked = parser.parse_args()
    print(use(asked.count, asked.again))


if __name__ == "__main__":
    main()
