"""manage.py extract FILE: what a document says, as JSON, touching no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ingest.reading import Unreadable, read
from ingest.reading.printed import as_json

CANNOT_READ = 2


class Command(BaseCommand):
    help = "Reads one document and prints its records as JSON. Touches no database."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a PDF, Word or text file")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = read(options["file"])
        except Unreadable as refusal:
            self.stderr.write(refusal.sentence)
            sys.exit(CANNOT_READ)
        self.stdout.write(json.dumps(as_json(found), ensure_ascii=False, indent=1))
