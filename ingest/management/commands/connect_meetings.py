"""`manage.py connect_meetings`: which meetings confirmed whose minutes, and where reports went, worked out anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from ingest.filing import links
from minutes.models import Meeting


class Command(BaseCommand):
    help = (
        "Works out anew which meetings confirmed whose minutes and to which meeting a report went. Filing a paper does "
        "so for its committee; this does it for papers that were filed by an older version. What people said stays."
    )

    def handle(self, **options: Any) -> None:
        bodies = set(Meeting.objects.order_by().values_list("council", "committee"))
        before = _links()
        for body in sorted(bodies, key=str):
            with transaction.atomic():
                links.connect(body)
        changed = sum(one != other for one, other in zip(before, _links(), strict=True))
        self.stdout.write(f"Committees looked at: {len(bodies)}. Meetings changed: {changed}.")


def _links() -> list[tuple[Any, ...]]:
    fields = ("status", "confirmed_in", "confirmed_under", "reported_to")
    return list(Meeting.objects.order_by("pk").values_list("pk", *fields))
