"""The roles that a council's database is made with: what serves people reads and writes rows, and changes no table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from tests.reliability.papers import ONCE, minutes, recorded
from tests.reliability.servers import Postgres, wait_for
from tests.reliability.town import ROOT, Servers, Town, furnished

PASSWORDS = {"OWNER_PASSWORD": "an owner's; 'quoted'", "APPLICATION_PASSWORD": "another"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A cluster as the container of docker-compose.yml makes it."""
    server = Postgres("postgres")
    told = {"POSTGRES_USER": "postgres", "PGHOST": "127.0.0.1", "PGPORT": str(server.port)} | PASSWORDS
    path = f"{server.programs}:{os.environ['PATH']}"
    with psycopg.connect(server.url("postgres")) as connection:
        connection.execute("ALTER ROLE postgres PASSWORD 'as the container is given one'")
    subprocess.run([ROOT / "deployment" / "roles.sh"], env=os.environ | told | {"PATH": path}, check=True)
    yield server
    server.remove()


@pytest.fixture(scope="module")
def town(database: Postgres, servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Migrated by the owner, and run as the application."""
    session = furnished(tmp_path_factory.mktemp("owner"), database.url("scrutiny", "owner"))
    application = {"DATABASE_URL": database.url("scrutiny", "scrutiny")}
    town = Town(tmp_path_factory.mktemp("town"), replace(servers, session=session), application)
    town.worker()
    town.web()
    yield town
    town.stop()


def test_the_application_works_without_owning_a_table(town: Town) -> None:
    town.upload([minutes(1)]).raise_for_status()
    town.wait_until_read()
    assert recorded(town, minutes(1)[0]) == ONCE
    assert "Winter gritting" in town.get("/search/?q=gritting").text


@pytest.mark.parametrize(
    "words",
    [
        "ALTER TABLE minutes_auditentry DISABLE TRIGGER ALL",
        "DROP TRIGGER audit_log_update ON minutes_auditentry",
        "DROP TABLE minutes_auditentry",
        "TRUNCATE minutes_auditentry",
        "SET session_replication_role = replica",
        "SET ROLE owner",
        "CREATE TABLE public.mine (id int)",
        "CREATE ROLE mine",
        "COPY minutes_user TO PROGRAM 'cat'",
    ],
)
def test_the_application_cannot_take_the_guard_of_the_audit_log_away(
    town: Town, database: Postgres, words: str
) -> None:
    with (
        psycopg.connect(database.url("scrutiny", "scrutiny")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(words)


@pytest.mark.parametrize("role", ["owner", "scrutiny"])
def test_neither_role_is_a_superuser_and_both_have_passwords(database: Postgres, role: str) -> None:
    words = (
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolpassword IS NOT NULL "
        "FROM pg_authid WHERE rolname = %s"
    )
    with psycopg.connect(database.url("postgres")) as connection:
        assert connection.execute(words, [role]).fetchone() == (False, False, False, False, True)


def test_the_superuser_cannot_be_reached_with_the_password_that_the_container_began_with(database: Postgres) -> None:
    with psycopg.connect(database.url("postgres")) as connection:
        found = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres'").fetchone()
    assert found == (None,)


def test_a_question_whose_asker_is_gone_ends_at_the_server_too(database: Postgres) -> None:
    asks = "import sys, psycopg; psycopg.connect(sys.argv[1]).execute('SELECT pg_sleep(600)')"
    asker = subprocess.Popen([sys.executable, "-c", asks, database.url("scrutiny", "scrutiny")])
    wait_for(lambda: _asleep(database) == 1)
    asker.kill()
    asker.wait()
    wait_for(lambda: _asleep(database) == 0)


def _asleep(database: Postgres) -> int:
    words = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
    with psycopg.connect(database.url("postgres")) as connection:
        return int(connection.execute(words).fetchone()[0])
