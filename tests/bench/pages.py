"""How long an officer waits for a page of a paper beside its records: p50 and p95 in milliseconds.

    python tests/bench/pages.py

On an installation of its own, without a worker, over Django's own client: the page when nobody has drawn it yet, its
picture then (for which the request waits three seconds, and then draws it), and both when they are kept; in brackets
the same in time of the processor. Ends with status 1 where a kept picture takes longer than 300 ms, or the page more
than 20 queries.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
PAPER = ROOT / "fixtures/demonstration/2025-11-12-children-and-families-minutes.pdf"
LIMIT, QUERIES = 300.0, 20
TIMES = 100


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").mkdir()
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "scrutiny.settings", "LOG_LEVEL": "ERROR"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        return measured()


def measured() -> int:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from minutes.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    meeting = filed(PAPER)
    client = Client()
    client.force_login(User.objects.create_user("officer", role="officer"))
    check, paper = f"/meetings/{meeting.pk}/check/", f"/papers/{meeting.document_id}/pages"
    client.get("/meetings/")  # what is loaded once is loaded

    print(f"{'':34}    p50    p95  (processor)   ms")
    told("page, picture not drawn", [timed(lambda: client.get(f"{check}?page=3"))])
    told("picture, drawn by the request", [timed(partial(body, client, f"{paper}/{n}.webp")) for n in (1, 2, 3, 4)])
    picture = told("picture, kept", [timed(lambda: body(client, f"{paper}/2.webp")) for _ in range(TIMES)])
    told("words over it, kept", [timed(lambda: body(client, f"{paper}/2/words/")) for _ in range(TIMES)])
    told("page beside its records", [timed(lambda: client.get(check)) for _ in range(TIMES)])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(check)
    print(f"{len(queries)} queries for a page beside {sum(1 for _ in rows(meeting))} records")
    return int(picture > LIMIT or len(queries) > QUERIES)


def filed(path: Path) -> Any:
    from django.core.files.base import ContentFile

    from ingest import filing
    from ingest.reading import read
    from minutes.models import Document

    content = path.read_bytes()
    document = Document(filename=path.name, media_type="application/pdf", size=len(content), sha256="0" * 64)
    document.file.save(path.name, ContentFile(content), save=False)
    document.save()
    return filing.file(SimpleNamespace(document=document), read(path))


def rows(meeting: Any) -> Any:
    from minutes.models import WITHIN_MEETINGS

    for model in WITHIN_MEETINGS:
        yield from model.objects.filter(meeting=meeting)


def body(client: Any, address: str) -> bytes:
    response = client.get(address)
    return b"".join(response.streaming_content) if response.streaming else response.content


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """How long an act takes, and how much of that the processor is at it, in milliseconds."""
    begin, busy = time.perf_counter(), time.process_time()
    act()
    return 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - busy)


def told(name: str, taken: list[tuple[float, float]]) -> float:
    """Prints the figures; gives the 95th percentile."""
    whole, busy = zip(*taken, strict=True)
    print(f"{name:34} {middle(whole):6.0f} {late(whole):6.0f}  ({middle(busy):.0f}, {late(busy):.0f})", flush=True)
    return late(whole)


def middle(taken: Sequence[float]) -> float:
    return statistics.median(taken)


def late(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


if __name__ == "__main__":
    sys.exit(main())
