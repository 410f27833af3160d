"""How long the list pages take beside an empty page of the site, at the size that a county grows to.

    python tests/bench/lists.py [COUNT ...]    the last COUNT of agenda items, 1000000 unless one is given

Each list is asked for plainly, with each of its filters and orders, and far behind its first page, by an officer and
by a councillor, whose every row is looked at for what is exempt. Prints p50 and p95 in milliseconds of whole answers,
without the network, and what that is beyond the empty page. Ends with status 1 where a p95 is more than LIMIT beyond.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import records_at_scale

LIMIT = 20.0  # milliseconds beyond the empty page
TIMES = 12
LONGEST = 3000.0  # milliseconds for one page: a slow one is asked for less often
EMPTY = "/accounts/password/change/"
NEXT = re.compile(r'href="([^"]+)" rel="next"')
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


def main(count: int) -> int:
    records_at_scale.use(count)
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    import_module("scrutiny.wsgi")  # what is loaded is set aside, as where people are served
    said = []
    for who in ("officer", "councillor"):
        said += measured(who)
    print("\n".join(["", f"More than {LIMIT:.0f} ms beyond the empty page:", *said] if said else ["", "All within."]))
    return bool(said)


def measured(who: str) -> list[str]:
    """Prints the table of one user. Gives what passes the limit, in words."""
    client = signed_in(who)
    empty = times(client, EMPTY)
    print(f"\n{who:60}    p50    p95  beyond", flush=True)
    print(row("an empty page", empty, empty), flush=True)
    late = []
    for place, chosen in addresses():
        first = f"{place}?{urlencode(chosen)}".rstrip("?")
        for name, address in ((first, first), (f"    page {FAR + 1}", far(client, place, chosen))):
            if address:
                taken = times(client, address)
                print(row(name, taken, empty), flush=True)
                if p95(taken) - p95(empty) > LIMIT:
                    late.append(f"{who}: {name} {p95(taken) - p95(empty):.1f}")
    return late


def signed_in(who: str) -> Any:
    from django.test import Client

    from minutes.models import User

    client = Client()
    client.force_login(User.objects.get(username=who))
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


def times(client: Any, address: str) -> list[float]:
    """How long each of some answers took, in milliseconds; the first, which fills caches, does not count."""
    taken: list[float] = []
    client.get(address)
    while len(taken) < TIMES and sum(taken) < LONGEST:
        start = time.perf_counter()
        response = client.get(address)
        taken.append(1000 * (time.perf_counter() - start))
        assert response.status_code == 200, (address, response.status_code)
    return taken


def p95(taken: list[float]) -> float:
    return sorted(taken)[max(0, round(0.95 * len(taken)) - 1)]


def row(name: str, taken: list[float], empty: list[float]) -> str:
    beyond = p95(taken) - p95(empty)
    return f"{name[:60]:60} {statistics.median(taken):6.1f} {p95(taken):6.1f} {beyond:7.1f}"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[-1]) if len(sys.argv) > 1 else 1_000_000))
