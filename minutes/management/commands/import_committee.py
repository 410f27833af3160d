"""manage.py import_committee children.zip: a committee from another installation's export."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from minutes.exchange.bringing_in import bring_in
from minutes.exchange.opening import Refused


class Command(BaseCommand):
    help = "Bring in a committee that another installation exported: all of it, or nothing where it cannot be."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open("rb") as file:
                done = bring_in(file)
        except (Refused, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        for name in done.without_file:
            self.stderr.write(self.style.WARNING(f"{name} came without its file: its words are here, its pages not."))
        for username in done.placeholders:
            self.stdout.write(f"The account {username} was made to stand in history. It is closed.")
        counted = f"{len(done.numbers['meeting'])} meetings, {len(done.numbers['action'])} actions"
        self.stdout.write(f"{done.committee}: {counted}")
