"""What a page shows counts: hidden words are not read, shapes are what they stand for, sideways pages are turned."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reading import read as read_paper
from ingest.reading.model import Page
from ingest.reading.sources.pdf import pages
from tests.reading.pdf_writer import Paper, column, ruled, text, width

SEEN = text(72, 700, "Minutes of the meeting")
SECRET = "The Panel resolved to sell the town hall."
HIDDEN = "words that nobody can see"


def read(folder: Path, content: str, **page: object) -> Page:
    return pages(Paper().page(content, **page).save(folder / "paper.pdf"))[0]  # type: ignore[arg-type]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def said(page: Page) -> list[str]:
    return [problem.sentence for problem in page.problems if HIDDEN in problem.sentence]


@pytest.mark.parametrize("colour", ["1 g", "1 1 1 rg", "0 0 0 0 k", "0.99 0.99 0.99 rg", "/DeviceRGB cs 1 1 1 sc"])
def test_white_words_on_paper_are_not_read(tmp_path: Path, colour: str) -> None:
    page = read(tmp_path, f"{SEEN} q {colour} {text(72, 600, SECRET)} Q {text(72, 500, 'The end')}")
    assert texts(page) == ["Minutes of the meeting", "The end"]
    assert said(page) == ["Page 1 has words that nobody can see on it; they were not read."]


@pytest.mark.parametrize("colour", ["0 g", "0 0 0 rg", "0 0 0 1 k", "0.5 g", "1 0 0 rg"])
def test_words_in_other_colours_are(tmp_path: Path, colour: str) -> None:
    assert texts(read(tmp_path, f"{colour} {text(72, 600, SECRET)}")) == [SECRET]


@pytest.mark.parametrize("box", ["0 0 0.5 rg 60 590 400 30 re f", "0.2 g 60 590 m 460 590 l 460 620 l 60 620 l h f"])
def test_white_words_on_a_dark_box_are_read(tmp_path: Path, box: str) -> None:
    page = read(tmp_path, f"{box} 1 g {text(72, 600, 'Present')}")
    assert texts(page) == ["Present"]
    assert said(page) == []


def test_white_words_on_a_white_box_are_not(tmp_path: Path) -> None:
    page = read(tmp_path, f"{SEEN} 1 g 60 590 400 30 re f {text(72, 600, SECRET)}")
    assert texts(page) == ["Minutes of the meeting"]


UNPAINTED = f"BT 3 Tr /F1 11 Tf 72 600 Td ({SECRET}) Tj ET"


def test_words_without_colour_beside_others_are_not_read(tmp_path: Path) -> None:
    page = read(tmp_path, SEEN + UNPAINTED)
    assert texts(page) == ["Minutes of the meeting"]
    assert len(said(page)) == 1


def test_words_without_colour_over_a_picture_are_what_was_read_in_it(tmp_path: Path) -> None:
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q "
    page = read(tmp_path, picture + text(500, 20, "Page 1") + UNPAINTED)
    assert texts(page) == [SECRET, "Page 1"]
    assert said(page) == []


# --- marked content -----------------------------------------------------------------------------------------------


def test_shapes_are_what_they_stand_for(tmp_path: Path) -> None:
    content = "BT /F1 11 Tf 72 700 Td (O) Tj /Span <</ActualText <FEFF00660066>>> BDC (#) Tj EMC (ice) Tj ET"
    assert texts(read(tmp_path, content)) == ["Office"]


def test_letters_set_apart_are_one_word(tmp_path: Path) -> None:
    content = "BT /F1 11 Tf 72 700 Td /Span <</ActualText (MINUTES)>> BDC (M I N U T E S) Tj EMC ET"
    assert texts(read(tmp_path, content)) == ["MINUTES"]


def test_what_is_not_seen_on_the_page_is_not_read_for_it(tmp_path: Path) -> None:
    content = f"BT /F1 11 Tf 72 700 Td /Span <</ActualText ({SECRET})>> BDC (The report was noted.) Tj EMC ET"
    assert texts(read(tmp_path, content)) == ["The report was noted."]


def test_what_stands_for_nothing_is_left_out(tmp_path: Path) -> None:
    content = "BT /F1 11 Tf 72 700 Td (Noted) Tj /Span <</ActualText <FEFF>>> BDC (~) Tj EMC ET"
    assert texts(read(tmp_path, content)) == ["Noted"]


def test_marks_without_an_end_do_no_harm(tmp_path: Path) -> None:
    assert texts(read(tmp_path, f"EMC EMC /P <</MCID 0>> BDC {SEEN}")) == ["Minutes of the meeting"]


def headed(number: int) -> str:
    """A page whose header differs from page to page, and goes on in the middle of a sentence."""
    header = f"/Artifact <</Type /Pagination>> BDC {text(72, 800, f'Part {number * 7} of the book')} EMC "
    first, second = ("The Panel heard that the", "gate was"), ("broken and that it would", "be mended.")
    return header + column(72, 770, first if number == 1 else second)


def test_a_header_that_says_that_it_is_one_stands_apart(tmp_path: Path) -> None:
    paper = Paper().page(headed(1)).page(headed(2))
    found = read_paper(paper.save(tmp_path / "paper.pdf"))
    words = " ".join(" ".join(page.paragraphs) for page in found.pages)
    assert "gate was broken and that it would be mended." in words.replace("\n", " ")


def test_a_page_that_is_all_said_to_be_no_text_is_read(tmp_path: Path) -> None:
    page = read(tmp_path, f"/Artifact BMC {SEEN} EMC")
    assert [(line.text, line.artifact) for line in page.lines] == [("Minutes of the meeting", False)]


# --- pages on their side ------------------------------------------------------------------------------------------

ROWS = ("Minutes of the Fenland Scrutiny Panel", "The Panel met at the town hall on Tuesday.", "1. Apologies")
# The matrix that puts the writer's own upright page, 842 wide and 595 high, onto an upright sheet
TURNED = {90: "0 1 -1 0 595 0", 270: "0 -1 1 0 0 842"}


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_drawn_sideways_is_read_as_if_turned(tmp_path: Path, turn: int) -> None:
    drawn = column(72, 500, ROWS) + ruled([60, 400], [520, 400])
    page = read(tmp_path, f"q {TURNED[turn]} cm {drawn} Q")
    assert texts(page) == list(ROWS)
    assert (page.width, page.height, page.turn) == (842, 595, turn)
    assert page.lines[0].box.left == pytest.approx(72)
    assert page.lines[0].box.right == pytest.approx(72 + width(ROWS[0]))
    assert page.lines[0].box.top < 595 - 500 < page.lines[0].box.bottom
    assert {round(rule.box.left) for rule in page.rules} == {60, 400}


def test_a_page_drawn_upside_down(tmp_path: Path) -> None:
    page = read(tmp_path, f"q -1 0 0 -1 595 842 cm {column(72, 700, ROWS)} Q")
    assert texts(page) == list(ROWS)


@pytest.mark.parametrize("turn", [90, 270])
def test_its_words_are_marked_where_the_page_shows_them(tmp_path: Path, turn: int) -> None:
    rows = (*ROWS, "There were no apologies.", "2. Work programme", "The programme was noted.")
    paper = Paper().page(f"q {TURNED[turn]} cm {column(72, 500, rows)} Q").save(tmp_path / "paper.pdf")
    found = read_paper(paper)
    assert (found.pages[0].width, found.pages[0].height) == (595, 842)
    box = next(item for item in found.items if item.number == "1").quote.boxes[0]
    up, down = 500 - 2 * 13.5, 842 - 72
    across = (595 - up) if turn == 90 else up
    along = down if turn == 90 else 72
    assert box.left - 3 < across < box.right + 3
    assert min(abs(box.bottom - along), abs(box.top - along)) < 20  # the number before the heading is not quoted


def test_a_note_in_the_margin_turns_no_page(tmp_path: Path) -> None:
    note = text(0, 0, "Draft for discussion by the Panel only")
    page = read(tmp_path, f"{column(72, 700, ROWS)} q 0 1 -1 0 30 200 cm {note} Q")
    assert page.turn == 0
    assert texts(page)[:3] == list(ROWS)
