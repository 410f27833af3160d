"""manage.py evaluate FOLDER: how accurately the documents of a folder are read."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.evaluation import Accuracy, documents_with_gold, table, true_records
from ingest.reading import Unreadable, read
from ingest.reading.printed import as_json


class Command(BaseCommand):
    help = (
        "Reads the documents of a folder that have their true records beside them (X.pdf and X.json, or documents/ "
        "and gold/), and prints precision, recall and F1 for each kind of record, and right, wrong and blank for "
        "each field. Touches no database."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--only", default="", help="only documents whose name holds this, such as .pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        accuracy = Accuracy()
        refused = []
        for document, gold in documents_with_gold(options["folder"]):
            if options["only"] not in document.name:
                continue
            try:
                found = as_json(read(document))
            except Unreadable as refusal:
                refused.append(f"could not read {document.name}: {refusal.sentence}")
                found = {}
            accuracy.add(true_records(gold), found)
        if not accuracy.documents:
            raise CommandError("No document in this folder has its true records beside it.")
        self.stdout.write(table(accuracy))
        for line in refused:
            self.stdout.write(line)
        self.stdout.write(f"\n{accuracy.documents} documents, {len(refused)} not read")
