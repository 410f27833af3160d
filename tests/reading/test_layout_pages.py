"""Pages that are set as few minutes are: in two columns of running text, and with their lines counted."""

from __future__ import annotations

from pathlib import Path

from tests.reading.drawn_papers import LONG, OTHER, blocks
from tests.reading.pdf_writer import column, text, width, wrapped

ROOM = 205.0


def newspaper(left: list[str], right: list[str], head: str = "") -> str:
    drawn = text(150, 790, head, font="F2") if head else ""
    for x, paragraphs in ((72, left), (310, right)):
        top = 760.0
        for paragraph in paragraphs:
            lines = wrapped(paragraph, ROOM)
            drawn += column(x, top, lines)
            top -= 13.5 * len(lines) + 9
    return drawn


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    head = "MINUTES OF THE HARBOUR PANEL HELD ON 4 MARCH 2031 AT THE QUAY"
    found = blocks(tmp_path, newspaper([LONG, "12. Rope", OTHER], [OTHER, "13. Barges", LONG], head))
    assert [block.marked_text for block in found] == [head, LONG, "12. Rope", OTHER, OTHER, "13. Barges", LONG]


def test_a_last_page_in_two_columns_may_be_short(tmp_path: Path) -> None:
    found = blocks(
        tmp_path,
        newspaper([LONG, OTHER, LONG], [OTHER, LONG, OTHER]),
        newspaper(["14. Gulls", "None were seen."], ["15. Close", "The Panel rose at 5pm."]),
    )
    assert [block.marked_text for block in found][-4:] == [
        "14. Gulls",
        "None were seen.",
        "15. Close",
        "The Panel rose at 5pm.",
    ]


def test_words_across_both_columns_keep_their_place_below_them(tmp_path: Path) -> None:
    below = "The Panel thanked the painters and the crew of the barge for all their work and then rose at 5pm."
    found = blocks(tmp_path, newspaper([LONG, OTHER], [OTHER, LONG]) + text(72, 420, below))
    assert [block.text for block in found] == [LONG, OTHER, OTHER, LONG, below]


def counted(paragraphs: list[str], every: int = 1, first: int = 1) -> str:
    drawn, top, number = "", 760.0, first
    for paragraph in paragraphs:
        for line in wrapped(paragraph, 450):
            if number % every == 0:
                drawn += text(60 - width(str(number)), top, str(number))
            drawn += text(90, top, line)
            top, number = top - 13.5, number + 1
        top -= 9
    return drawn


def test_numbers_that_count_the_lines_are_no_words(tmp_path: Path) -> None:
    wholes = ["12. Rope", LONG, "13. Barges", OTHER]
    for every in (1, 2):
        found = blocks(tmp_path, counted(wholes, every))
        assert [block.marked_text for block in found] == wholes


def test_the_count_of_a_short_last_page_goes_too(tmp_path: Path) -> None:
    found = blocks(tmp_path, counted([LONG, OTHER]), counted(["The Panel rose at 5pm."], first=9))
    assert found[-1].text == "The Panel rose at 5pm."


def test_a_numbered_list_keeps_its_numbers(tmp_path: Path) -> None:
    names = ["A Marl", "K Thorp", "P Lisk", "C Ouse", "D Kemble"]
    drawn = "".join(
        text(72, 760 - 14 * at, str(at + 1)) + text(95, 760 - 14 * at, name) for at, name in enumerate(names)
    )
    drawn += column(72, 660, wrapped(LONG, 450)) + column(72, 580, wrapped(OTHER, 450))
    words = " ".join(
        f"{block.marked_text} {' '.join(cell.text for row in block.rows for cell in row)}"
        for block in blocks(tmp_path, drawn)
    ).split()
    assert {"1", "2", "3", "4", "5"} <= set(words)
