"""Numbers that Word works out itself are counted as Word counts them."""

from pathlib import Path

import pytest

from ingest.reading.sources import docx as word
from ingest.reading.sources.numbering import formatted
from tests.reading.papers_in_word import WordPaper, level

DECIMAL = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")


def markers(path: Path) -> list[str]:
    return [block.marker for block in word.blocks(path)]


def test_levels_restart_under_the_level_above(tmp_path: Path) -> None:
    paper = WordPaper().numbering(DECIMAL)
    for text, at in [
        ("Apologies", 0),
        ("Budget", 0),
        ("Noted", 1),
        ("Asked", 1),
        ("first", 2),
        ("Roads", 0),
        ("Said", 1),
    ]:
        paper.numbered(text, at)
    assert markers(paper.saved(tmp_path)) == ["1.", "2.", "2.1", "2.2", "(a)", "3.", "3.1"]


def test_a_second_list_goes_on_where_it_overrides_nothing(tmp_path: Path) -> None:
    paper = WordPaper().numbering(DECIMAL).numbered("One").numbered("Two").numbered("Three", identity=78)
    assert markers(paper.saved(tmp_path)) == ["1.", "2.", "3."]


def test_a_start_override_begins_again_once(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="76"/></w:lvlOverride>'
    paper = WordPaper().numbering(DECIMAL, overrides=again).numbered("One")
    paper.numbered("Apologies", identity=78).numbered("Minutes", identity=78)
    assert markers(paper.saved(tmp_path)) == ["1.", "76.", "77."]


def test_a_level_that_never_restarts_counts_on(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1.") + level(1, "lowerRoman", "%2.", more='<w:lvlRestart w:val="0"/>')
    paper = WordPaper().numbering(levels)
    for text, at in [("a", 0), ("b", 1), ("c", 0), ("d", 1)]:
        paper.numbered(text, at)
    assert markers(paper.saved(tmp_path)) == ["1.", "i.", "2.", "ii."]


def test_an_empty_numbered_paragraph_is_counted_but_gives_no_block(tmp_path: Path) -> None:
    paper = WordPaper().numbering(DECIMAL).numbered("One").numbered("").numbered("Three")
    assert markers(paper.saved(tmp_path)) == ["1.", "3."]


def test_a_style_carries_its_number_and_a_paragraph_may_take_it_off(tmp_path: Path) -> None:
    paper = WordPaper()
    paper.document.add_paragraph("Apologies", style="List Number")
    paper.raw(
        '<w:p><w:pPr><w:pStyle w:val="ListNumber"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
        "<w:r><w:t>None were received.</w:t></w:r></w:p>"
    )
    paper.document.add_paragraph("Minutes", style="List Number")
    assert markers(paper.saved(tmp_path)) == ["1.", "", "2."]


def test_a_bullet_of_a_symbol_font_is_a_bullet(tmp_path: Path) -> None:
    paper = WordPaper().numbering(level(0, "bullet", "\uf0b7")).numbered("A glossary")
    assert markers(paper.saved(tmp_path)) == ["•"]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (5, "none", ""),
    ],
)
def test_numbers_are_printed_in_their_format(count: int, form: str, printed: str) -> None:
    assert formatted(count, form) == printed
