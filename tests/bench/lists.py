"""How long the list pages take beside an empty page of the site, at the size that a county grows to.

    python tests/bench/lists.py [COUNT ...]    the last COUNT of agenda items, 1000000 unless one is given

Each list is asked for plainly, with each of its filters and orders, and far behind its first page, by an officer and
by a councillor, whose every row is looked at for what is exempt; and so are the first page of all and those of
committees, which have more on them and the limit HOME. Prints p50 and p95 in milliseconds of whole answers, without the
network, and what the p95 is beyond the empty page. Ends with status 1 where that is more than the limit.

An empty page is asked for between the answers of each page, since a machine is sometimes faster and sometimes slower,
and what a page takes beyond it is told by those.

The same answers are measured in time of the processor, and the least of these is printed beside them: where others want
the processors too, an answer takes longer by the clock, and somewhat longer even in time of the processor. How many
programs wanted one stands beneath each table. Where these are more than there are processors, the machine was busy: a
page is then known to be slow only if its least is beyond the limit too, and the others are listed for themselves.
PostgreSQL answers in a process of its own. Where that is on this machine (Linux tells its time), its time is added;
where it is elsewhere, the least is by the clock.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import records_at_scale

LIMIT = 20.0  # milliseconds beyond the empty page
HOME = 40.0  # the same of pages with several lists
HOMES = ("/", "/committees/3/", "/committees/8/")  # the last has closed nothing in twenty years
TIMES = 20
LONGEST = 4000.0  # milliseconds for one page: a slow one is asked for less often
EMPTY = "/accounts/password/change/"
NEXT = re.compile(r'href="([^"]+)" rel="next"')
Times = dict[str, list[float]]
FAR = 10  # pages forward, before a page is taken for one that is far behind


def addresses() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each list with each of its filters, and with two or three that people use together."""
    of_meetings = {"committee": 3, "year": 2019}
    lists: dict[str, list[dict[str, Any]]] = {
        "/meetings/": [{"kind": "minutes"}, {"kind": "briefing_notes"}, {"checked": "checked"}, {"sort": "met"}],
        "/items/": [{"having": "actions"}, {"having": "interests"}, {"sort": "met"}],
        "/resolutions/": [{"decision": "recommended"}, {"sort": "met"}],
        "/interests/": [{"kind": "pecuniary"}, {"sort": "met"}],
        "/people/": [{"side": "officer"}, {"sort": "-name"}],
        "/committees/": [{"council": 2}, {"sort": "-name"}],
        "/papers/": [{"kind": "minutes"}, {"kind": "portfolio_report"}, {"state": "unread"}, {"sort": "name"}],
        "/recommendations/": [{"when": "overdue"}, {"sort": "due"}],
        "/actions/": [{"when": "overdue"}, {"when": "undated"}, {"state": "all"}, {"state": "withdrawn"}],
    }
    for place, filters in lists.items():
        yield place, {}
        yield from ((place, chosen) for chosen in filters)
        yield from ((place, {"words": words}) for words in ("committee", "transport safeguarding", "xyzzy"))
        if place in ("/meetings/", "/items/", "/resolutions/", "/interests/"):
            yield from ((place, {name: value}) for name, value in of_meetings.items())
            yield place, of_meetings | filters[0]
        elif place in ("/actions/", "/papers/", "/recommendations/"):
            yield place, {"committee": 3}
    yield "/actions/", {"mine": "on"}
    yield from ((place, {}) for place in HOMES)


def main(count: int) -> int:
    records_at_scale.use(count)
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    import_module("scrutiny.wsgi")  # what is loaded is set aside, as where people are served
    late = [page for who in ("officer", "councillor") for page in measured(who)]
    slow = [page for page in late if page.is_slow]
    say("More than the limit beyond the empty page", slow)
    say("By the clock alone: the machine was busy", [page for page in late if not page.is_slow])
    return bool(slow)


@dataclass(frozen=True, slots=True)
class Late:
    """A page whose p95 is beyond its limit: by how many milliseconds of the clock, and at least."""

    name: str
    clock: float
    least: float
    limit: float
    busy: bool  # whether the machine was, when it was measured

    @property
    def is_slow(self) -> bool:
        return self.least > self.limit or not self.busy


def is_busy() -> bool:
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def say(title: str, pages: list[Late]) -> None:
    rows = [f"{page.name} {page.clock:.1f}, at least {page.least:.1f}" for page in pages]
    print("\n".join(["", f"{title}: {len(rows)}", *rows]))


def measured(who: str) -> list[Late]:
    """Prints the table of one user. Gives what passes the limit."""
    client = signed_in(who)
    empty, _ = times(client, EMPTY)
    print(f"\n{who:60}    p50    p95  beyond  at least", flush=True)
    print(row("an empty page", empty, empty), flush=True)
    late, began, busy = [], time.perf_counter(), time.process_time()
    for place, chosen in addresses():
        first = f"{place}?{urlencode(chosen)}".rstrip("?")
        for name, address in ((first, first), (f"    page {FAR + 1}", far(client, place, chosen))):
            if address:
                taken, empty = times(client, address)
                print(row(name, taken, empty), flush=True)
                where = first if name == first else f"{first} {name.strip()}"
                page = Late(f"{who}: {where}", *beyond(taken, empty), HOME if place in HOMES else LIMIT, is_busy())
                late += [page] if page.clock > page.limit else []
    share = (time.process_time() - busy) / (time.perf_counter() - began)
    wanted = f"programs that wanted a processor: {os.getloadavg()[0]:.1f} of {os.cpu_count()}"
    print(f"{wanted}; at work {share:.0%} of the time", flush=True)
    return late


def signed_in(who: str) -> Any:
    from django.test import Client

    from minutes.models import Action, User

    user = User.objects.get(username=who)
    if user.person_id is None:
        known = User.objects.exclude(person=None).values("person")
        owned = Action.objects.outstanding().exclude(owner_person=None).exclude(owner_person__in=known)
        user.person_id = owned.values_list("owner_person", flat=True)[0]
        user.save(update_fields=["person"])
    client = Client()
    client.force_login(user)
    return client


def far(client: Any, place: str, chosen: dict[str, Any]) -> str:
    """The address of a later page of a list; empty where it has one page alone."""
    address = f"{place}?{urlencode(chosen)}"
    for pages in range(FAR):
        following = NEXT.search(client.get(address).content.decode())
        if not following:
            return address if pages else ""
        address = place + unescape(following[1])
    return address


def at_work() -> float:
    """The seconds of a processor that went into answers so far: of this process, and of PostgreSQL's that serves it."""
    server = _server()
    return time.process_time() + (int(server.read_text().split()[0]) / 1e9 if server else 0)


def _server() -> Path | None:
    """Where Linux tells how long PostgreSQL's process for this connection was at work; none where it is elsewhere."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}")
    is_it = told.joinpath("comm").exists() and told.joinpath("comm").read_text().strip() == "postgres"
    return told / "schedstat" if is_it else None


KINDS = {"clock": time.perf_counter, "processor": at_work}


def times(client: Any, address: str) -> tuple[Times, Times]:
    """How long each of some answers took, in milliseconds, and each of an empty page asked for in turn with them.

    The first answer, which fills caches, does not count.
    """
    taken, empty = ({kind: list[float]() for kind in KINDS} for _ in range(2))
    client.get(address)
    while len(taken["clock"]) < TIMES and sum(taken["clock"]) < LONGEST:
        take(client, EMPTY, empty)
        take(client, address, taken)
    return taken, empty


def take(client: Any, address: str, taken: Times) -> None:
    start = [clock() for clock in KINDS.values()]
    response = client.get(address)
    for (kind, clock), began in zip(KINDS.items(), start, strict=True):
        taken[kind].append(1000 * (clock() - began))
    assert response.status_code == 200, (address, response.status_code)


def p95(taken: list[float]) -> float:
    return sorted(taken)[max(0, round(0.95 * len(taken)) - 1)]


def beyond(taken: Times, empty: Times) -> tuple[float, float]:
    """What a page takes beyond the empty one: at p95 by the clock, and at least."""
    return p95(taken["clock"]) - p95(empty["clock"]), least(taken) - least(empty)


def least(taken: Times) -> float:
    """By the processor, where it is known how long all who answer were at work."""
    from django.db import connection

    return min(taken["processor" if connection.vendor == "sqlite" or _server() else "clock"])


def row(name: str, taken: Times, empty: Times) -> str:
    clock, more = taken["clock"], beyond(taken, empty)[0]
    return f"{name[:60]:60} {statistics.median(clock):6.1f} {p95(clock):6.1f} {more:7.1f} {least(taken):9.1f}"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[-1]) if len(sys.argv) > 1 else 1_000_000))
