"""`manage.py backup FOLDER`: every row and every paper of this installation, in a folder."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.backup import making
from ingest.backup.manifest import NotWhole


class Command(BaseCommand):
    help = "Writes every row and every paper into a folder, while people work. Exit status 2: papers are missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that is not there yet")

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            made = making.make(folder.absolute(), lambda words: self.stderr.write(words))
        except NotWhole as problem:
            raise CommandError(str(problem)) from problem
        number = sum(entry["rows"] for entry in made.rows.values())
        self.stdout.write(f"Backed up {number} rows and {len(made.papers)} files to {folder}.\n")
        if made.missing:
            raise CommandError(f"{len(made.missing)} papers are missing where papers are kept.", returncode=2)
