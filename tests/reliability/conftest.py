"""Installations for the tests of this folder; see town.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.reliability.town import ON_SERVERS, Servers, Town

# A database or a Redis that goes away is one that has a server.
collect_ignore = [] if ON_SERVERS else ["test_roles.py", "test_servers_away.py", "test_two_machines.py"]


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    servers = Servers(tmp_path_factory.mktemp("servers"))
    try:
        yield servers.start()
    finally:
        servers.stop()


@pytest.fixture(scope="module")
def found(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Town]]:
    """Founds installations, which end with the module."""
    towns: list[Town] = []

    def new(**settings: str) -> Town:
        towns.append(Town(tmp_path_factory.mktemp("town"), servers, settings))
        return towns[-1]

    yield new
    for town in towns:
        town.stop()
