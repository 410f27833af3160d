"""Bullets of every shape, in PDF, Word and text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from ingest.reading.language.bullets import SHAPES
from ingest.reading.layout.markers import leading
from ingest.reading.sources import docx as word
from ingest.reading.sources import text
from ingest.reading.sources.markers import marked


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


def test_a_number_with_a_colon_inside() -> None:
    assert marked("F01:04/24 Apologies for absence").marker == "F01:04/24"
    assert leading("F01:04/24 Apologies for absence") == "F01:04/24"
