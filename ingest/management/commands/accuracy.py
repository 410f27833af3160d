"""`manage.py accuracy`: how well every set of papers with true records is read, a table a set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ingest.evaluation import Accuracy, documents_with_gold, table, true_records
from ingest.reading import Unreadable, read
from ingest.reading.printed import as_json

CORPUS = settings.BASE_DIR.parent / "shared" / "corpus"
DEMONSTRATION = settings.BASE_DIR / "fixtures" / "demonstration"


class Command(BaseCommand):
    help = "Reads every set of papers that has true records and prints the figures. Touches no database."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, **options: Any) -> None:
        for name, pairs in _sets().items():
            accuracy = Accuracy()
            for document, gold in pairs:
                accuracy.add(true_records(gold), self._found(document))
            self.stdout.write(f"\n{name}: {accuracy.documents} documents\n\n{table(accuracy)}\n")

    def _found(self, document: Path) -> dict[str, Any]:
        """What is read in a document; nothing where it cannot be read, which is said."""
        try:
            return as_json(read(document))
        except Unreadable as refusal:
            self.stdout.write(f"Could not read {document.name}: {refusal.sentence}")
            return {}


def _sets() -> dict[str, list[tuple[Path, Path]]]:
    """The demonstration, and each set of the corpus beside the repository where that is there."""
    sets = {"demonstration": [(document, gold) for document, gold in documents_with_gold(DEMONSTRATION)]}
    if CORPUS.is_dir():
        for document, gold in documents_with_gold(CORPUS):
            sets.setdefault(gold.parent.name, []).append((document, gold))
    return sets
