"""`manage.py bench`: what reading costs, in time beside pdfminer's `extract_text` and in memory."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ingest.benchmark import LINES_AT_MOST, MEMORY_AT_MOST, WHOLE_AT_MOST, Cost, cost, joined

SEEDS = settings.BASE_DIR.parent / "shared" / "corpus" / "documents" / "seeds"
DEMONSTRATION = settings.BASE_DIR / "fixtures" / "demonstration"


class Command(BaseCommand):
    help = "Measures what reading costs. Exit status 1 where a paper costs more than it may."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", help="of PDFs; otherwise the seeds, or the demonstration")
        parser.add_argument("--pages", type=int, nargs="*", default=[100], help="lengths of the joined papers")

    def handle(self, *, folder: Path | None, pages: list[int], **options: Any) -> None:
        papers = sorted((folder or (SEEDS if SEEDS.is_dir() else DEMONSTRATION)).glob("*.pdf"))
        if not papers:
            raise CommandError("There is no PDF in this folder.")
        self.stdout.write(f"{'paper':<52}{'pages':>6}{'extract_text':>14}{'lines':>14}{'to records':>14}{'memory':>10}")
        dear = []
        for measured in _measured(papers, pages):
            self.stdout.write(_row(measured))
            if not measured.in_bounds:
                dear.append(measured.name)
        bounds = f"{LINES_AT_MOST:.2f} for lines, {WHOLE_AT_MOST:.2f} to records, {MEMORY_AT_MOST} MB"
        if dear:
            raise CommandError(f"Over the bounds ({bounds}): {', '.join(dear)}")
        self.stdout.write(f"All within the bounds: {bounds}.")


def _measured(papers: list[Path], lengths: list[int]) -> Iterator[Cost]:
    for paper in papers:
        yield cost(paper, tries=5)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for length in lengths:
            yield cost(joined(papers, length, Path(folder) / f"joined, {length} pages.pdf"), tries=2)


def _row(measured: Cost) -> str:
    return (
        f"{measured.name:<52}{measured.pages:>6}{measured.extract_text:>12.3f} s"
        f"{measured.lines_ratio:>9.2f} times{measured.whole_ratio:>8.2f} times{measured.memory:>7.0f} MB"
    )
