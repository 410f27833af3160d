"""`manage.py read_again`: has papers read again that an earlier version of the reader read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ingest.models import Reading
from ingest.uploads import read_again

MOST = 100  # papers: a paper uploaded meanwhile waits for those before it, a second or so for each


class Command(BaseCommand):
    help = (
        "Asks for papers to be read again that an earlier version of the reader read, the latest uploaded first. "
        "Workers read them in the background. What people corrected, confirmed or removed stays as they left it; "
        "where the paper is read otherwise there now, the difference is shown to them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=MOST, help=f"papers at once, {MOST} unless said otherwise")

    def handle(self, *, most: int, **options: Any) -> None:
        earlier = Reading.objects.latest().by_earlier_readers().select_related("document")
        count = earlier.count()
        latest = earlier.order_by("-document__uploaded_at", "-pk")[: max(most, 0)]
        asked = [read_again(reading.document, None) for reading in latest]
        left = f" Left: {count - len(asked)}. Run this again when these are read." if count > len(asked) else ""
        self.stdout.write(f"Papers asked to be read again: {len(asked)}.{left}")
