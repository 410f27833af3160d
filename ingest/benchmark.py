"""What reading costs, beside what pdfminer's own `extract_text` costs on the same file in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pypdfium2
from django.conf import settings
from pdfminer.high_level import extract_text

from ingest.reading.read import read
from ingest.reading.sources import pdf

LINES_AT_MOST = 0.6  # of extract_text, for pages of positioned lines
WHOLE_AT_MOST = 1.0  # of extract_text, to records
MEMORY_AT_MOST = 200  # megabytes, of a process that reads


@dataclass(frozen=True, slots=True)
class Cost:
    """One paper's cost: seconds for each of the three ways, the best of several tries, and megabytes at the peak."""

    name: str
    pages: int
    extract_text: float
    lines: float
    whole: float
    memory: float

    @property
    def lines_ratio(self) -> float:
        return self.lines / self.extract_text

    @property
    def whole_ratio(self) -> float:
        return self.whole / self.extract_text

    @property
    def in_bounds(self) -> bool:
        return self.lines_ratio <= LINES_AT_MOST and self.whole_ratio <= WHOLE_AT_MOST and self.memory <= MEMORY_AT_MOST


def cost(path: Path, tries: int = 3) -> Cost:
    """Measures one PDF. The three ways take turns, so that a busy moment of the machine falls on all of them."""
    ways: tuple[Callable[[Path], object], ...] = (extract_text, pdf.pages, read)
    best = [float("inf")] * len(ways)
    for _ in range(tries):
        for index, way in enumerate(ways):
            best[index] = min(best[index], _seconds(way, path))
    return Cost(path.name, page_count(path), best[0], best[1], best[2], peak_memory(path))


def _seconds(way: Callable[[Path], object], path: Path) -> float:
    """Processor time of this process: what else runs on the machine does not count."""
    began = time.process_time()
    way(path)
    return time.process_time() - began


def peak_memory(path: Path) -> float:
    """Megabytes that a fresh process takes to read one file to records, with everything that it loads."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "extract", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 (our own command line)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{path.name} could not be read")
    return usage.ru_maxrss / 1024 if sys.platform == "linux" else usage.ru_maxrss / 1024**2


def page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def joined(papers: Sequence[Path], pages: int, target: Path) -> Path:
    """Writes a PDF of ``pages`` pages to ``target``, of the papers' pages one after another, over and over."""
    with pypdfium2.PdfDocument.new() as whole:
        for paper in cycle(papers):
            with pypdfium2.PdfDocument(paper) as document:
                whole.import_pages(document, list(range(min(len(document), pages - len(whole)))))
            if len(whole) == pages:
                break
        whole.save(target)
    return target
