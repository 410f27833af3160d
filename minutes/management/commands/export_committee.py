"""manage.py export_committee 3 children.zip: everything of a committee in one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from minutes.exchange.writing import write
from minutes.models import Committee


class Command(BaseCommand):
    help = "Write everything of a committee into one file: a zip with the papers beside, or JSON with them in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("committee", help="its number, or its name")
        parser.add_argument("file", type=Path, help="ends with .zip or .json")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path.suffix not in (".zip", ".json"):
            raise CommandError("The file's name must end with .zip or .json.")
        committee = _committee(options["committee"])
        with path.open("xb") as file:
            head = write(committee, file, beside=path.suffix == ".zip")
        for sentence in head["left_out"]:
            self.stderr.write(self.style.WARNING(sentence))
        told = ", ".join(f"{number} {kind}" for kind, number in head["counts"].items() if number)
        self.stdout.write(f"{committee}: {told}")


def _committee(asked: str) -> Committee:
    found = Committee.objects.filter(pk=asked) if asked.isdecimal() else Committee.objects.named(asked)
    if found.count() != 1:
        known = "\n".join(f"  {one.pk}  {one}" for one in Committee.objects.select_related("council"))
        raise CommandError(f"There is no one committee {asked!r}. There are:\n{known}")
    return found.get()
