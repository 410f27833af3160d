"""Pages that are pictures: drawn here as a scanner would leave them, and read by Tesseract."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from ingest.reading import read as read_paper
from ingest.reading.layout.blocks import of_pages
from ingest.reading.model import Page, Unreadable
from ingest.reading.sources.pdf import pages
from ingest.reading.sources.scan_words import doubted, of_table
from tests.reading.pdf_writer import Paper, column, ruled, text, width

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")

MINUTES = (
    text(180, 770, "Transport Scrutiny Committee", size=14, font="F2")
    + text(72, 740, "Minutes of the meeting held on 12 March 2024 at 10.30am", font="F2")
    + text(72, 700, "Present:", font="F2")
    + text(150, 700, "Councillors Amelia Barnes (Chair), Peter Holroyd and Joan Whitaker")
    + text(72, 660, "1.", font="F2")
    + text(110, 660, "Bus services", font="F2")
    + text(72, 636, "1.1")
    + column(110, 636, ["The Committee received a report on evening bus services in the", "northern villages."])
    + text(72, 596, "1.2")
    + text(110, 596, "Resolved:", font="F2")
    + text(110 + width("Resolved: ", font="F2"), 596, "That the report be noted.")
)


def scanned(paper: Paper, path: Path, lean: float = 0.0, dots: int = 200) -> Path:
    """A PDF of pictures of a paper's pages, each put on the glass ``lean`` degrees askew."""
    drawn = paper.save(path.with_suffix(".drawn.pdf"))
    with pypdfium2.PdfDocument(drawn) as document:
        images = [page.render(scale=dots / 72, grayscale=True).to_pil() for page in document]
    leaning = [image.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255) for image in images]
    leaning[0].save(path, "PDF", resolution=dots, save_all=True, append_images=leaning[1:])
    return path


def lines(page: Page) -> list[str]:
    return [line.text for line in page.lines]


@needs_tesseract
@pytest.mark.parametrize("lean", [0.0, 0.6])
def test_a_scan_is_read_line_by_line(tmp_path: Path, lean: float) -> None:
    (page,) = pages(scanned(Paper().page(MINUTES), tmp_path / "scan.pdf", lean))
    assert page.scanned
    assert lines(page) == [
        "Transport Scrutiny Committee",
        "Minutes of the meeting held on 12 March 2024 at 10.30am",
        "Present: Councillors Amelia Barnes (Chair), Peter Holroyd and Joan Whitaker",
        "1. Bus services",
        "1.1 The Committee received a report on evening bus services in the",
        "northern villages.",
        "1.2 Resolved: That the report be noted.",
    ]


@needs_tesseract
def test_words_stand_where_they_stand_on_the_sheet(tmp_path: Path) -> None:
    paper = Paper().page(MINUTES)
    (drawn,) = pages(paper.save(tmp_path / "drawn.pdf"))
    (scan,) = pages(scanned(paper, tmp_path / "scan.pdf"))
    assert (scan.width, scan.height) == pytest.approx((drawn.width, drawn.height), abs=1)
    for one, two in zip(drawn.lines, scan.lines, strict=True):
        assert two.box.left == pytest.approx(one.box.left, abs=2)
        assert two.box.right == pytest.approx(one.box.right, abs=3)
        assert two.box.bottom == pytest.approx(one.box.bottom, abs=2)


@needs_tesseract
def test_bold_words_and_large_ones_are_told_from_the_text(tmp_path: Path) -> None:
    (page,) = pages(scanned(Paper().page(MINUTES), tmp_path / "scan.pdf"))
    bold = [" ".join(span.text for span in line.spans if span.bold) for line in page.lines]
    assert bold == [
        "Transport Scrutiny Committee",
        "Minutes of the meeting held on 12 March 2024 at 10.30am",
        "Present:",
        "1. Bus services",
        "",
        "",
        "Resolved:",
    ]
    sizes = [max(span.size for span in line.spans) for line in page.lines]
    assert sizes[0] > 1.15 * sizes[1]
    assert len(set(sizes[1:])) == 1


@needs_tesseract
@pytest.mark.parametrize("lean", [0.0, 0.4])
def test_a_tables_lines_are_found(tmp_path: Path, lean: float) -> None:
    names = [("Amelia Barnes", "Chair"), ("Peter Holroyd", "Member"), ("Joan Whitaker", "Apologies")]
    drawn = ruled([72, 250, 480], [700, 670, 640, 610])
    for row, (name, role) in enumerate(names):
        drawn += text(80, 680 - 30 * row, name) + text(258, 680 - 30 * row, role)
    below = column(72, 570, ["The Committee considered the report of the Director on the", "winter service."])
    blocks, _ = of_pages(pages(scanned(Paper().page(drawn + below), tmp_path / "scan.pdf", lean)))
    assert [block.kind for block in blocks] == ["table", "paragraph"]
    assert [tuple(cell.text for cell in row) for row in blocks[0].rows] == names


@needs_tesseract
def test_bullets_are_bullets(tmp_path: Path) -> None:
    drawn = column(72, 740, ["Members made these comments on the report of the Director:"])
    points = ["It was said that buses were late.", "Evening services were thin.", "Of the vans, six were old."]
    for index, words in enumerate(points):
        drawn += text(90, 715 - 22 * index, "\u2022") + text(110, 715 - 22 * index, words)
    blocks, _ = of_pages(pages(scanned(Paper().page(drawn), tmp_path / "scan.pdf")))
    assert [(block.marker, block.text) for block in blocks if block.kind == "entry"] == [
        ("•", words) for words in points
    ]


@needs_tesseract
def test_a_scan_says_that_it_is_one(tmp_path: Path) -> None:
    read = read_paper(scanned(Paper().page(MINUTES).page(MINUTES), tmp_path / "scan.pdf"))
    assert read.scanned
    assert read.problems[0].sentence == "Pages 1 to 2 were read from a scan. Check names and figures."
    assert read.meeting.committee == "Transport Scrutiny Committee"
    assert {attendee.name for attendee in read.attendees} == {"Amelia Barnes", "Peter Holroyd", "Joan Whitaker"}
    assert read.resolutions[0].quote.page == 1


@needs_tesseract
def test_only_the_pages_that_are_pictures_are_read_as_such(tmp_path: Path) -> None:
    told: list[tuple[int, int, int]] = []

    def progress(done: int, total: int, *, scanned: int = 0) -> None:
        told.append((done, total, scanned))

    found = pages(mixed(tmp_path), progress)
    assert [page.scanned for page in found] == [False, True, False]
    assert lines(found[1])[0] == "Transport Scrutiny Committee"
    assert [problem.sentence for page in found for problem in page.problems] == [
        "Page 2 was read from a scan. Check names and figures."
    ]
    assert told == [(1, 3, 0), (2, 3, 0), (2, 3, 1), (3, 3, 1)]


def mixed(folder: Path) -> Path:
    """A paper of three pages whose second is a picture."""
    scan = scanned(Paper().page(MINUTES), folder / "scan.pdf")
    typed = Paper().page(text(72, 700, "Typed words")).save(folder / "typed.pdf")
    return joined([typed, scan, typed], folder / "mixed.pdf")


def joined(papers: list[Path], path: Path) -> Path:
    whole = pypdfium2.PdfDocument.new()
    for paper in papers:
        with pypdfium2.PdfDocument(paper) as part:
            whole.import_pages(part)
    whole.save(path)
    return path


@needs_tesseract
def test_the_empty_back_of_a_sheet_is_no_problem(tmp_path: Path) -> None:
    found = pages(scanned(Paper().page(MINUTES).page(""), tmp_path / "scan.pdf"))
    assert found[1].lines == ()
    assert [problem.page for page in found for problem in page.problems] == [1]


@needs_tesseract
def test_a_picture_without_words_is_said(tmp_path: Path) -> None:
    shape = " ".join(f"{100 + 9 * step} {200 + 40 * (step % 7)} m 480 {500 - step} l S" for step in range(40))
    found = pages(scanned(Paper().page(MINUTES).page(shape), tmp_path / "scan.pdf"))
    assert found[1].problems[0].sentence.startswith("Page 2 is a picture in which no words could be read.")


@needs_tesseract
def test_a_page_number_stamped_on_a_scan_does_not_hide_it(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(scanned(Paper().page(MINUTES), tmp_path / "scan.pdf")) as scan:
        image = scan[0].render(scale=200 / 72, grayscale=True).to_pil()
    paper = Paper()
    size = f"/Width {image.width}/Height {image.height}"
    entries = f"/Type/XObject/Subtype/Image{size}/BitsPerComponent 8/ColorSpace/DeviceGray"
    paper.forms = f"/Im {paper.stream(image.tobytes(), entries)} 0 R"
    (page,) = pages(paper.page("q 595 0 0 842 0 0 cm /Im Do Q" + text(300, 20, "Page 7")).save(tmp_path / "paper.pdf"))
    assert page.scanned
    assert lines(page)[0] == "Transport Scrutiny Committee"


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nkill -9 $$\n"])
def test_a_tesseract_that_fails_costs_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    paper = mixed(tmp_path)
    (tmp_path / "tesseract").write_text(program)
    (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = pages(paper)
    assert lines(found[0]) == ["Typed words"]
    assert "no words could be read" in found[1].problems[0].sentence
    with pytest.raises(Unreadable, match="Scan the paper again") as refusal:
        pages(tmp_path / "scan.pdf")
    assert refusal.value.code == "no_text"


def test_where_tesseract_is_missing_a_paper_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = mixed(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [problem.sentence for page in pages(paper) for problem in page.problems] == [
        "Page 2 is a picture without text and was not read. Install Tesseract on the server, or upload a Word version."
    ]


def row(words: str, certainty: float) -> str:
    return f"5\t1\t1\t1\t1\t1\t100\t100\t60\t30\t{certainty}\t{words}"


def test_uncertain_words_are_named_and_dirt_is_no_word() -> None:
    words = of_table("\n".join([row("Councillor", 96.1), row("Hebblethwaite", 41.0), row("~", 12.0), row("ee", 20.5)]))
    assert [word.text for word in words] == ["Councillor", "Hebblethwaite"]
    assert doubted(words) == ["Hebblethwaite"]


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 270])
def test_a_scan_on_its_side_is_read_turned(tmp_path: Path, turn: int) -> None:
    words = (
        "The Panel heard from the Head of Parks about the allotments.",
        "It was resolved that the list be published.",
    )
    matrix = {90: "0 1 -1 0 595 0", 270: "0 -1 1 0 0 842"}[turn]
    paper = Paper().page(f"q {matrix} cm {column(72, 400, words, size=12)} Q")
    (page,) = pages(scanned(paper, tmp_path / "side.pdf"))
    assert lines(page) == list(words)
    assert page.turn == turn
    assert (round(page.width), round(page.height)) == (842, 595)
    assert page.lines[0].box.left == pytest.approx(72, abs=3)
