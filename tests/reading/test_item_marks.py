"""Numbers of items that no list gives: behind a star, with a committee's letters, in a table's first column."""

from __future__ import annotations

import pytest

from ingest.reading.layout.markers import cell_number
from ingest.reading.layout.sections_numbers import readings
from ingest.reading.layout.sections_titles import heading_end
from ingest.reading.model import Block, Cell, Piece
from tests.reading.marked_papers import SAID, items, line, read, table

TITLES = ("Apologies", "Minutes", "School meals", "Work programme")


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("* {}", "{}"),
        ("# {}", "{}"),
        ("† {}.", "{}"),
        ("{}*", "{}"),
        ("Hs.{}", "Hs.{}"),
        ("Hous{}", "Hous{}"),
        ("HsSc/{}", "HsSc/{}"),
        ("Hs {}/24", "Hs {}/24"),
        ("{} |", "{}"),
        ("Minute {}", "{}"),
    ],
)
def test_a_number_with_a_mark_or_letters_before_a_heading_numbers_an_item(printed: str, number: str) -> None:
    body = [f"# {printed.format(at)} {title}\n{SAID}" for at, title in enumerate(TITLES, 31)]
    assert items(read(*body)) == [(number.format(at), title) for at, title in enumerate(TITLES, 31)]


@pytest.mark.parametrize("printed", ["* {}", "Item {}", "Minute No. {}:", "Hs.{}", "[{}]", "({})", "{} –", "{}*"])
def test_so_it_does_in_a_cell_of_its_own(printed: str) -> None:
    rows = [(f"* {printed.format(at)}", f"* {title}", SAID) for at, title in enumerate(TITLES, 31)]
    assert [title for _, title in items(read(table(*rows)))] == list(TITLES)
    assert [cell_number(printed.format(at))[-2:] for at in (31, 32)] == ["31", "32"]


def test_and_in_one_cell_with_a_heading_that_goes_on_below() -> None:
    rows = [(f"* Hs.{at} {title}\n* and what is next", SAID) for at, title in enumerate(TITLES, 31)]
    found = read(table(*rows))
    assert items(found) == [(f"Hs.{at}", f"{title} and what is next") for at, title in enumerate(TITLES, 31)]
    assert all(block.text == SAID for section in found.sections for block in section.blocks)


@pytest.mark.parametrize("words", ["Part 31", "Rec.31", "Mar-24", "Week 3", "Cllr 3", "The 31", "2024 Budget"])
def test_words_that_count_other_things_are_no_number_of_a_cell(words: str) -> None:
    assert cell_number(words) == ""


def test_recommendations_under_a_heading_are_no_items() -> None:
    listed = "\n".join(f"* Rec.{at} Build more of the bus shelters in the north" for at in (1, 2, 3, 4))
    found = read(f"# 31. Apologies\n{SAID}\n# 32. Bus shelters\n{SAID}\n{listed}\n# 33. Close\n{SAID}")
    assert items(found) == [("31", "Apologies"), ("32", "Bus shelters"), ("33", "Close")]


def test_a_code_is_read_by_the_number_that_rises() -> None:
    assert [one.value for one in readings("Hs.31")] == [31]
    assert [one.value for one in readings("Hs 31/24")] == [31, 24]
    assert readings("first3") == []


def test_nor_does_a_colon_before_it_end_the_heading() -> None:
    assert heading_end(agenda("TASK GROUP: BUSES - SECOND SESSION", 33)) is None
    assert heading_end(line("3. TASK GROUP: The group met twice.")) == len("TASK GROUP: ")


def test_the_number_on_the_agenda_behind_a_heading_is_not_its_text() -> None:
    rows = [row for at, title in enumerate(TITLES, 31) for row in ((f"{at}.", agenda(title, at)), ("", DECIDED))]
    sides = tuple(
        tuple(Cell((one,) if isinstance(one, Block) else (line(one),) if one else ()) for one in row) for row in rows
    )
    found = read(Block("table", "", rows=sides))
    assert items(found) == [(str(at), title) for at, title in enumerate(TITLES, 31)]
    assert [section.blocks[-1].text for section in found.sections] == [DECIDED.removeprefix("* ")] * 4


DECIDED = "* RESOLVED: That the report be noted."


def agenda(title: str, at: int) -> Block:
    """A heading in bold, and behind it "(Agenda Item 3)" in plain type."""
    behind = f" (Agenda Item {at - 30})"
    pieces = (Piece(title, 0, paragraph=1, bold=True), Piece(behind, len(title), paragraph=1))
    return Block("paragraph", title + behind, pieces, size=11)


def test_figures_beside_the_number_of_an_item_are_no_heading_of_it() -> None:
    votes = table(("", "* For", "* Against"), *[(f"* Item {at}", str(9 - at), str(at)) for at in (4, 5, 7)])
    found = read(f"# 1. Apologies\n{SAID}\n# 2. Votes\n{SAID}", votes, f"# 3. Close\n{SAID}")
    assert items(found) == [("1", "Apologies"), ("2", "Votes"), ("3", "Close")]
