"""`manage.py accuracy`: how well every set of papers with true records is read, put into docs/accuracy.md."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ingest.evaluation import table
from ingest.evaluation.page import with_figures
from ingest.evaluation.sets import measured, sets

CORPUS = settings.BASE_DIR.parent / "shared" / "corpus"
DEMONSTRATION = settings.BASE_DIR / "fixtures" / "demonstration"
PAGE = settings.BASE_DIR / "docs" / "accuracy.md"


class Command(BaseCommand):
    help = (
        "Reads every set of papers that has true records, prints the figures and writes them into docs/accuracy.md. "
        "Touches no database."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, **options: Any) -> None:
        found = {}
        for name, pairs in sets(DEMONSTRATION, CORPUS).items():
            for part, accuracy in measured(name, pairs).items():
                found[part] = accuracy
                self.stdout.write(f"\n{part}: {accuracy.documents} documents\n\n{table(accuracy)}\n")
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")
        self.stdout.write(f"Written to {PAGE.relative_to(settings.BASE_DIR)}")
