"""How long reading a PDF takes, as a share of pdfminer's extract_text on the same file in the same run.

    python tests/bench/reading.py [FILE ...]

Without files: the seeds' PDFs, and papers of 7, 100 and 400 pages made by joining them. Prints a table: lines (a
file to positioned lines), blocks (to blocks), records (all of reading), and the peak memory of a process that reads
it. Times are of the processor. Ends with status 1 where a limit is passed: lines 0.6, records 1.0, memory 200 MB, a
page growing by a tenth.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from pdfminer.high_level import extract_text

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from ingest.reading import read  # noqa: E402
from ingest.reading.layout.blocks import of_pages  # noqa: E402
from ingest.reading.sources.pdf import pages  # noqa: E402

# The demonstration stands in where the corpus is not beside the repository.
FOLDERS = (ROOT.parent / "shared/corpus/documents/seeds", ROOT / "fixtures/demonstration")
SEEDS = next(found for folder in FOLDERS if (found := sorted(folder.glob("*.pdf"))))
LIMITS = {"lines": 0.6, "records": 1.0, "memory": 200}
_PEAK = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from ingest.reading import read
read(sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""

STEPS: dict[str, Callable[[Path], object]] = {
    "extract_text": extract_text,
    "lines": pages,
    "blocks": lambda path: of_pages(pages(path)),
    "records": read,
}


def timed(step: Callable[[Path], object], path: Path, times: int) -> float:
    """The least of some runs, in seconds of this process: what else the machine does only ever adds."""
    least = float("inf")
    for _ in range(times):
        start = time.process_time()
        step(path)
        least = min(least, time.process_time() - start)
    return least


def peak_memory(path: Path) -> int:
    """The most memory that a process of its own took to read the file, in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, str(path), str(ROOT)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def joined(papers: list[Path], count: int, target: Path) -> Path:
    """A PDF of ``count`` pages out of the papers' pages, over and over."""
    whole = pypdfium2.PdfDocument.new()
    while len(whole) < count:
        for paper in papers:
            with pypdfium2.PdfDocument(paper) as part:
                whole.import_pages(part, list(range(min(len(part), count - len(whole)))))
            if len(whole) >= count:
                break
    whole.save(target)
    return target


def measure(path: Path) -> dict[str, float]:
    """The figures of one paper, printed as a row. A long paper is read once each way."""
    with pypdfium2.PdfDocument(path) as document:
        count = len(document)
    read(path)  # what is loaded once is loaded
    seconds = {name: timed(step, path, 1 if count > 20 else 3) for name, step in STEPS.items()}
    whole = seconds.pop("extract_text")
    figures = {name: taken / whole for name, taken in seconds.items()}
    figures["page"] = seconds["records"] / count
    figures["memory"] = peak_memory(path)
    shares = "".join(f" {figures[name]:8.2f}" for name in seconds)
    print(
        f"{path.name[:44]:44} {count:5} {whole:10.2f} s{shares} {1000 * figures['page']:9.1f} {figures['memory']:7.0f}",
        flush=True,
    )
    return figures


def failures(found: dict[str, dict[str, float]]) -> list[str]:
    """What passes a limit, in words."""
    said = []
    for name, figures in found.items():
        said += [
            f"{name}: {step} {figures[step]:.2f}" for step, most in LIMITS.items() if figures.get(step, 0.0) > most
        ]
    pages_cost = [found[name]["page"] for name in ("joined-400.pdf", "joined-7.pdf") if name in found]
    if len(pages_cost) == 2 and pages_cost[0] > 1.1 * pages_cost[1]:
        said.append("a page of 400 costs more than a tenth more than one of 7")
    return said


def main(names: list[str]) -> int:
    print(f"{'paper':44} pages  extract_text    lines   blocks  records   ms/page      MB")
    with tempfile.TemporaryDirectory() as folder:
        papers = [Path(name) for name in names] or [
            *SEEDS,
            *(joined(SEEDS, count, Path(folder) / f"joined-{count}.pdf") for count in (7, 100, 400)),
        ]
        said = failures({path.name: measure(path) for path in papers})
    print("\n".join(["", "Over the limit:", *said] if said else ["", "All within the limits."]))
    return bool(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
