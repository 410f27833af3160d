"""How long the search page takes, beside its bare SQL query, at the size that a county grows to.

    python tests/bench/search.py [ITEMS ...]          100000 unless told; DATABASE_URL may name a PostgreSQL

The whole page is asked for through Django's test client, template included, and by a councillor, from whom what is
exempt is kept. Prints p50 and p95 of each query in milliseconds: of the page, of the time that our own process is at
work on it (which other programs of the machine lengthen less), and of the query alone; and the machine's load. SQLite
works in our process; PostgreSQL's share is in the page's time and in the query's. Ends with status 1 where p95 over
all queries is above the limit: 50 ms at 100,000 items, 300 ms at 1,000,000; or 300 ms over those that are made to be
hard.
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

TIMES = 12  # each query
LIMITS = {100_000: 50.0, 1_000_000: 300.0}  # milliseconds
MOST = 300.0  # milliseconds, of what is made to be hard, however much there is: a search gives up looking farther

QUERIES: dict[str, dict[str, str]] = {
    "a word in most records": {"q": "report"},
    "the commonest word": {"q": "the"},
    "the same, newest first": {"q": "report", "order": "newest"},
    "a common word in its forms": {"q": "schools"},
    "two common words": {"q": "committee transport"},
    "three words": {"q": "report budget transport"},
    "a rare word": {"q": "Alderford"},
    "a name": {"q": "Winterbottom"},
    "an apostrophe": {"q": "O'Brien"},
    "a phrase": {"q": '"school transport"'},
    "a phrase of common words": {"q": '"of the"'},
    "a beginning": {"q": "transp*"},
    "without a word": {"q": "transport -report"},
    "one kind": {"q": "report", "kind": "action"},
    "one kind and year": {"q": "report", "kind": "item", "year": "2012"},
    "one committee, newest first": {"q": "report", "committee": "3", "order": "newest"},
    "a page far down": {"q": "report", "page": "40"},
    "a name spelt otherwise": {"q": "Wintherbotom"},
    "nothing": {"q": "zyxwvut"},
    "names spelt otherwise": {"q": "wintrbotom chetham rawclife stansfild"},
    "letters with accents": {"q": "Siân Séamus tŷ"},
    "a reference": {"q": "CF 25/26 03"},
    "a date": {"q": "12 November 2012"},
    "all facets, newest first": {"q": "report", "year": "2012", "kind": "action", "committee": "3", "order": "newest"},
}
HARD: dict[str, dict[str, str]] = {
    "a phrase that stands nowhere": {"q": '"the of and to in"'},
    "the same, in pages": {"q": '"the of and to in"', "kind": "page"},
    "a phrase of three": {"q": '"of the committee"'},
    "two phrases of common words": {"q": '"of the and" "the to of"'},
    "a phrase beyond measure": {"q": '"' + "the report of the " * 100 + '"'},
    "two letters, newest first": {"q": "re*", "order": "newest"},
    "several beginnings": {"q": "co* re* st*"},
    "a phrase and a beginning": {"q": '"of the" com*'},
    "without beginnings": {"q": "report -th*"},
    "with and without a word": {"q": "the -the"},
    "twelve common words": {"q": "the of and to in report committee members council that for be"},
}


def main(counts: list[int]) -> int:
    if len(counts) > 1:  # Django is set up for one database a process
        return max(subprocess.run([sys.executable, __file__, str(count)], check=False).returncode for count in counts)
    from tests.bench import records_at_scale

    count = counts[0]
    records_at_scale.use(count)
    import_module("scrutiny.wsgi")  # what is loaded is set aside, as where people are served
    client, user = councillor()
    from django.db import connection

    print(f"\n{count:,} agenda items on {connection.vendor}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    columns = " ".join([f"{'p50':>9}{'p95':>9}"] * 3)
    print(f"{'':30}{'page':>9}{'':9} {'processor':>9}{'':9} {'query':>9}\n{'':30}{columns}")
    kept = [
        measure("all", QUERIES, LIMITS.get(count, math.inf), client, user),
        measure("all that are hard", HARD, MOST, client, user),
    ]
    return int(not all(kept))


def measure(called: str, queries: dict[str, dict[str, str]], limit: float, client: Any, user: Any) -> bool:
    """Whether the pages of some queries keep a limit, in milliseconds; prints their times, and those of our process."""
    whole: list[float] = []
    busy: list[float] = []
    for name, asked in queries.items():
        address = f"/search/?{urlencode(asked)}"
        page, at_work = timed(lambda address=address: look(client, address))
        bare, _ = timed(lambda asked=asked: query(user, asked))
        whole += page
        busy += at_work
        print(f"{name:30}{told(page)} {told(at_work)} {told(bare)}", flush=True)
    failed = percentile(whole, 95) > limit
    said = f"over the limit of {limit:.0f} ms" if failed else "within the limit"
    print(f"{called:30}{told(whole)} {told(busy)}   {said}, load {os.getloadavg()[0]:.1f}")
    return not failed


def told(taken: list[float]) -> str:
    return f"{statistics.median(taken):9.1f}{percentile(taken, 95):9.1f}"


def councillor() -> tuple[Any, Any]:
    """A client that is signed in, and who it is."""
    from django.conf import settings
    from django.test import Client

    from minutes.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    user = User.objects.get(username="councillor")
    client = Client()
    client.force_login(user)
    return client, user


def look(client: Any, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")


def query(user: Any, asked: dict[str, str]) -> None:
    """What the engine is asked for that page, and nothing else."""
    from minutes.search.facets import facets_of
    from minutes.search.finding import find

    find(user, asked["q"], facets_of(asked), asked.get("order") == "newest")


def timed(step: Callable[[], None]) -> tuple[list[float], list[float]]:
    """The times of some runs in milliseconds, and of our process for them, after one that loads what is loaded once."""
    step()
    taken, busy = [], []
    for _ in range(TIMES):
        start, at_work = time.perf_counter(), time.process_time()
        step()
        taken.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - at_work))
    return taken, busy


def percentile(values: list[float], share: int) -> float:
    return sorted(values)[math.ceil(len(values) * share / 100) - 1]


if __name__ == "__main__":
    sys.exit(main([int(count) for count in sys.argv[1:]] or [100_000]))
