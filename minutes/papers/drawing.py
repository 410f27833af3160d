"""Draws one page of a PDF: python -m minutes.papers.drawing FILE PAGE PICTURE

Runs as a process of its own, because pdfium is C++ that reads strangers' files and is not safe in threads: a page
that crashes it, or that would take all memory, costs this process alone. Exit status 0 when the picture is there.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import pypdfium2 as pdfium

RESOLUTION = 110  # dots per inch: small print is legible, and a page of text takes some 80 kB
QUALITY = 75  # of 100: text is crisp; without loss takes five times as long, and eight times the room for a scan
MOST_PIXELS = 6_000_000  # an A3 page at that resolution has 2.3 million
LONGEST_SIDE = 12_000  # pixels; WebP ends at 16,383
MEMORY = 768 * 2**20
SECONDS = 10
LARGEST = 16 * 2**20


def draw(paper: Path, number: int, picture: Path) -> None:
    """Writes page ``number`` (from 1) of a PDF as a WebP picture.

    Raises PdfiumError for a file or page that cannot be drawn, IndexError for a page that is not there.
    """
    with pdfium.PdfDocument(paper) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(number)
        page = pdf[number - 1]
        image = page.render(scale=scale(*page.get_size()), may_draw_forms=False).to_pil()
    image.save(picture, "WEBP", quality=QUALITY, method=2)


def scale(width: float, height: float) -> float:
    """Pixels a point, less where the page (in points) is too large to be drawn at RESOLUTION."""
    wanted = RESOLUTION / 72
    width, height = max(width, 1.0), max(height, 1.0)
    return min(wanted, (MOST_PIXELS / (width * height)) ** 0.5, LONGEST_SIDE / max(width, height))


def accept_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(paper: str, number: str, picture: str) -> int:
    accept_limits()
    try:
        draw(Path(paper), int(number), Path(picture))
    except (pdfium.PdfiumError, IndexError, ValueError, MemoryError, OSError) as problem:
        print(f"page {number}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
