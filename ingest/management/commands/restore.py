"""`manage.py restore FOLDER`: an empty installation becomes what was backed up."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.backup import restoring
from ingest.backup.manifest import Manifest, NotWhole


class Command(BaseCommand):
    help = "Restores a backup into an empty installation; with --check it only looks whether the backup is whole."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="what manage.py backup wrote")
        parser.add_argument("--check", action="store_true", help="change nothing, and say whether the backup is whole")

    def handle(self, *, folder: Path, check: bool, **options: Any) -> None:
        try:
            if check:
                made = Manifest.read(folder)
                made.check(folder)
                self.stdout.write(f"Whole: {len(made.papers)} files, backed up at {made.made_at}.\n")
                return
            made = restoring.restore(folder, lambda words: self.stdout.write(words))
        except NotWhole as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Restored what was backed up at {made.made_at}.\n")
        for name in made.missing:
            self.stderr.write(f"{name} was missing when the backup was made.")
