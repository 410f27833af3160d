"""Many uploads while web processes, workers and the queue's server are killed: what is lost, and what is doubled.

python -m tests.reliability.killing [PAPERS] [SECONDS BETWEEN KILLS]
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.papers import EXPECTED, minutes
from tests.reliability.servers import PATIENCE
from tests.reliability.town import Servers, Town

AT_ONCE = 4  # people who upload


@dataclass(frozen=True, slots=True)
class Outcome:
    papers: int
    kills: int
    lost: int  # papers that were answered for and are not there, or whose records are not
    doubled: int  # papers of which anything stands twice
    unread: int
    seconds: float


def run(town: Town, papers: int, every: float, at_most: int | None = None, seed: int = 6) -> Outcome:
    """Uploads papers, each until it is answered for, and kills something every so many seconds until all are read.

    ``at_most`` is the number of kills, where there is to be an end of them.
    """
    began = time.monotonic()
    killer = Killer(town, every, at_most, random.Random(seed))  # noqa: S311 (which process dies is no secret)
    killer.start()
    try:
        with ThreadPoolExecutor(AT_ONCE) as people:
            list(people.map(lambda number: town.keeps_uploading(*minutes(number)), range(papers)))
        uploaded = time.monotonic()
        while not town.all_read() and time.monotonic() - uploaded < papers * every:
            time.sleep(0.5)
    finally:
        killer.stop()
    town.wait_until_read(PATIENCE + papers)
    return _counted(town, papers, killer.kills, time.monotonic() - began)


def _counted(town: Town, papers: int, kills: int, seconds: float) -> Outcome:
    names = [name for (name,) in town.rows("SELECT filename FROM minutes_document")]
    wanted = {minutes(number)[0] for number in range(papers)}
    found = _records(town)
    lost = {name for name in wanted if name not in names or any(found[name][k] < n for k, n in EXPECTED.items())}
    doubled = {name for name in wanted if names.count(name) > 1 or any(found[name][k] > n for k, n in EXPECTED.items())}
    doubled |= {name for name in wanted if found.get(name, {}).get("meetings", 1) > 1}
    unread = town.count("ingest_reading", "state <> 'read'")
    return Outcome(papers, kills, len(lost), len(doubled), unread, seconds)


def _records(town: Town) -> dict[str, dict[str, int]]:
    """How many rows of each kind hang on each paper, by its name."""
    tables = {"items": "agendaitem", "resolutions": "resolution", "attendees": "attendee"}
    found: dict[str, dict[str, int]] = {}
    for kind, table in tables.items():
        for name, count in town.rows(
            f"SELECT filename, count(r.id) FROM minutes_document d LEFT JOIN minutes_{table} r "  # noqa: S608
            "ON r.document_id = d.id GROUP BY filename"
        ):
            found.setdefault(name, {})[kind] = count
    for kind, table in {"pages": "documentpage", "meetings": "meeting"}.items():
        for name, count in town.rows(
            f"SELECT filename, count(r.id) FROM minutes_document d LEFT JOIN minutes_{table} r "  # noqa: S608
            "ON r.document_id = d.id GROUP BY filename"
        ):
            found.setdefault(name, {})[kind] = count
    return found


class Killer(threading.Thread):
    """Kills one process after another, and starts again what nothing else starts again."""

    def __init__(self, town: Town, every: float, at_most: int | None, chance: random.Random) -> None:
        super().__init__(daemon=True)
        self.town, self.every, self.at_most, self.chance = town, every, at_most, chance
        self.kills = 0
        self.ended = threading.Event()
        self.ready = town.folder / "ready"  # which a worker leaves when it takes papers
        self.worker, self.web = town.worker(), town.web()
        self.ways: list[Callable[[], None]] = [self._a_child_of_the_web, self._the_web, self._a_child_of_the_worker]
        self.ways += [self._the_worker, *([self._the_queue] if town.redis else [])]

    def run(self) -> None:
        while self.kills != self.at_most and not self.ended.wait(self.every):
            # Killed before it ever works, a worker shows nothing: on a busy machine it takes long to start.
            if self._is_at_work():
                self.ways[self.kills % len(self.ways)]()
                self.kills += 1

    def stop(self) -> None:
        self.ended.set()
        self.join()

    def _is_at_work(self) -> bool:
        return self.ready.exists() or self.worker.poll() is not None

    def _the_web(self) -> None:
        self.town.end(self.web)
        self.web = self.town.web()

    def _the_worker(self) -> None:
        self.town.end(self.worker)
        self.ready.unlink(missing_ok=True)
        self.worker = self.town.worker()

    def _the_queue(self) -> None:
        assert self.town.redis is not None
        self.town.redis.kill()
        self.town.redis.start()

    def _a_child_of_the_web(self) -> None:
        self._kill_one_of(self.web.pid)

    def _a_child_of_the_worker(self) -> None:
        self._kill_one_of(self.worker.pid)

    def _kill_one_of(self, parent: int) -> None:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if children:
            os.kill(int(self.chance.choice(children)), signal.SIGKILL)


def main() -> None:
    papers = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    every = float(sys.argv[2]) if len(sys.argv) > 2 else 4.0
    with tempfile.TemporaryDirectory() as folder:
        servers = Servers(Path(folder) / "servers").start()
        town = Town(Path(folder) / "town", servers)
        try:
            outcome = run(town, papers, every)
        finally:
            town.stop()
            servers.stop()
    where = "PostgreSQL and Redis" if servers.postgres else "SQLite and the queue in a folder"
    print(f"On {where}: {outcome.papers} papers uploaded and read in {outcome.seconds:.0f} s, {outcome.kills} kills.")
    print(f"Lost {outcome.lost}, doubled {outcome.doubled}, not read {outcome.unread}.")
    print(f"Load of the machine afterwards: {os.getloadavg()[0]:.1f}")
    sys.exit(bool(outcome.lost or outcome.doubled or outcome.unread))


if __name__ == "__main__":
    main()
