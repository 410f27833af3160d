"""Clauses counted by a bare number and a single space, in each format."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reading.layout.blocks import of_pages
from ingest.reading.model import Block
from ingest.reading.sources import docx as word
from ingest.reading.sources import text as plain
from ingest.reading.sources.pdf import pages
from tests.reading.papers_in_word import WordPaper
from tests.reading.pdf_writer import Paper, column, text

CLAUSES = ["1 The report be noted;", "2 The Leader be asked to write to the harbour board; and", "3 Thanks be given."]
MARKED = [("1", "The report be noted;"), ("2", "The Leader be asked to write to the harbour board; and")]


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.marker, block.text) for block in blocks if block.kind == "entry"]


def test_in_a_pdf(tmp_path: Path) -> None:
    drawn = text(72, 700, "RESOLVED – That") + column(90, 680, CLAUSES)
    found, _ = of_pages(pages(Paper().page(drawn).save(tmp_path / "paper.pdf")))
    assert told(found)[:2] == MARKED
    assert len(told(found)) == 3


def test_in_word(tmp_path: Path) -> None:
    paper = WordPaper().lines("RESOLVED – That", *CLAUSES, "(Voting: 7 for, 0 against.)")
    assert told(word.blocks(paper.saved(tmp_path)))[:2] == MARKED


def test_in_text(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("\n\n".join(["RESOLVED - That", *CLAUSES]))
    assert told(plain.blocks(path))[:2] == MARKED


def test_in_lines_of_text_below_each_other(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("\n".join(["RESOLVED - That", *CLAUSES]))
    assert told(plain.blocks(path))[:2] == MARKED


def test_under_a_number_alone_in_its_line(tmp_path: Path) -> None:
    lines = ["RESOLVED – That", *[part for clause in CLAUSES for part in clause.split(" ", 1)]]
    path = tmp_path / "paper.txt"
    for between in ("\n", "\n\n"):
        path.write_text(between.join(lines))
        assert told(plain.blocks(path))[:2] == MARKED
    assert told(word.blocks(WordPaper().lines(*lines).saved(tmp_path)))[:2] == MARKED


def test_a_number_alone_that_counts_nothing_stays_as_it_is(tmp_path: Path) -> None:
    lines = ["The ferry was late.", "1", "The quay was closed.", "2"]
    assert [block.text for block in word.blocks(WordPaper().lines(*lines).saved(tmp_path))] == lines


def test_beside_a_number_in_a_pdf(tmp_path: Path) -> None:
    drawn = text(72, 700, "RESOLVED – That") + column(90, 680, "123") + column(110, 680, [one[2:] for one in CLAUSES])
    found, _ = of_pages(pages(Paper().page(drawn).save(tmp_path / "paper.pdf")))
    assert told(found)[:2] == MARKED


@pytest.mark.parametrize(
    "lines",
    [
        ["The Panel thanked the staff.", "1 The quay had been closed since May, and stays so until further notice."],
        ["RESOLVED – That", "1 April 2031 be the day from which the new fees are to be paid by all."],
        ["RESOLVED:", "3 The clause that the paper has lost stands before this one, which is the third."],
    ],
)
def test_what_no_lead_in_begins_is_no_count(tmp_path: Path, lines: list[str]) -> None:
    assert told(word.blocks(WordPaper().lines(*lines).saved(tmp_path))) == []
