"""Bullets of every shape, and headings whose letters are set apart, in PDF, Word and text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from ingest.reading.language.bullets import SHAPES, closed_up
from ingest.reading.layout.blocks import of_pages
from ingest.reading.layout.markers import leading
from ingest.reading.sources import docx as word
from ingest.reading.sources import pdf, text
from ingest.reading.sources.markers import marked
from tests.reading.pdf_writer import Paper
from tests.reading.pdf_writer import text as drawn


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_before_words_is_a_bullet(shape: str) -> None:
    assert marked(f"{shape} The gate be mended").marker == shape
    assert leading(f"{shape} The gate be mended") == shape


@pytest.mark.parametrize("shape", "•▶➢■")
def test_words_may_follow_it_without_a_space(shape: str) -> None:
    assert marked(f"{shape}The gate be mended") == (shape, 1)
    assert leading(f"{shape}The gate be mended") == shape


def test_a_bullet_that_was_typed_is_one_in_word_and_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("▶ The gate be mended")
    document.save(tmp_path / "paper.docx")
    (tmp_path / "paper.txt").write_text("▶ The gate be mended")
    for blocks in (word.flow(tmp_path / "paper.docx").blocks, text.blocks(tmp_path / "paper.txt")):
        assert [(one.kind, one.marker, one.text) for one in blocks] == [("entry", "▶", "The gate be mended")]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("M I N U T E S", "MINUTES"),
        ("A G E N D A", "AGENDA"),
        ("M I N U T E S of the meeting", "MINUTES of the meeting"),
        ("Mrs J L M A B Griffiths", "Mrs J L M A B Griffiths"),
        ("P P A P P P", "P P A P P P"),
        ("Plan A B C D", "Plan A B C D"),
    ],
)
def test_letters_set_apart_close_up_where_they_are_a_word(printed: str, words: str) -> None:
    assert closed_up(printed) == words


def test_letters_set_apart_are_words_in_every_format(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("M I N U T E S")
    document.save(tmp_path / "paper.docx")
    (tmp_path / "paper.txt").write_text("M I N U T E S\n\nThe end")
    pages = pdf.pages(Paper().page(drawn(72, 700, "M I N U T E S")).save(tmp_path / "paper.pdf"))
    assert word.flow(tmp_path / "paper.docx").blocks[0].text == "MINUTES"
    assert text.blocks(tmp_path / "paper.txt")[0].text == "MINUTES"
    assert of_pages(pages)[0][0].text == "MINUTES"


def test_a_number_with_a_colon_inside() -> None:
    assert marked("F01:04/24 Apologies for absence").marker == "F01:04/24"
    assert leading("F01:04/24 Apologies for absence") == "F01:04/24"
