"""The reader's boxes lie where the words are in the picture, however a page is turned and cropped."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from ingest.reading.layout.turned import shown_lines, shown_size
from ingest.reading.sources import pdf
from minutes.papers.drawing import draw

CHANGES = {
    "as it is": lambda page: None,
    "turned": lambda page: page.set_rotation(90),
    "cropped": lambda page: page.set_cropbox(50, 60, 500, 780),
    "cropped and turned": lambda page: (page.set_cropbox(50, 60, 500, 780), page.set_rotation(270)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_words_in_the_picture_lie_in_the_boxes_of_their_lines(demonstration: Path, tmp_path: Path, change):
    paper, picture = tmp_path / "paper.pdf", tmp_path / "page.webp"
    with pdfium.PdfDocument(demonstration / "2025-07-09-children-and-families-minutes.pdf") as document:
        change(document[0])
        document.save(paper)
    page = next(iter(pdf.pages(paper, lambda done, total: None)))
    draw(paper, 1, picture)
    with Image.open(picture) as drawn:
        image = drawn.convert("L")
    before = ink(image)
    wipe(image, page)
    assert before > 1000
    assert ink(image) < before * 0.02


def ink(image: Image.Image) -> int:
    return sum(image.histogram()[:100])


def wipe(image: Image.Image, page) -> None:
    """Paints over the page's lines, as far as a mark stands out around them."""
    pixels, pen = image.width / shown_size(page)[0], ImageDraw.Draw(image)
    for line in shown_lines(page):
        left, top, right, bottom = (edge * pixels for edge in line.box)
        pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), fill=255)
