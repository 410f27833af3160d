"""Items in tables whose headings are rows across all columns, as coloured bands or boxes are."""

from __future__ import annotations

import pytest

from ingest.reading.model import ACTION_COLUMN, Block
from tests.reading.marked_papers import SAID, items, read, table

TITLES = ("Apologies", "Minutes", "School meals", "Work programme")


def banded(numbers: tuple[str, ...], titles: tuple[str, ...] = TITLES) -> list[tuple[str, ...]]:
    heads = [f"* {number}{title}" for number, title in zip(numbers, titles, strict=True)]
    return [row for head in heads for row in ((head,), ("", SAID, ""))]


def of(found: list[tuple[str, ...]]) -> Block:
    return table(*found)


@pytest.mark.parametrize("numbers", [("31. ", "32. ", "33. ", "34. "), ("Hs.1 ", "Hs.2 ", "Hs.3 ", "Hs.4 "), ("",) * 4])
def test_a_row_across_the_table_heads_the_text_below(numbers: tuple[str, ...]) -> None:
    found = read(of(banded(numbers)))
    wanted = [(number.rstrip(". ") or None, title) for number, title in zip(numbers, TITLES, strict=True)]
    assert items(found)[-3:] == wanted[-3:]
    assert [block.text for block in found.sections[-1].blocks] == [SAID]


def test_who_acts_follows_the_text_that_it_stands_beside() -> None:
    rows = banded(("1. ", "2. ", "3. ", "4. "))
    rows[5] = ("", SAID, "Ann Rowe")
    found = read(of([("* No.", "* Minute", "* Action by"), *rows]))
    assert [(block.text, block.style, block.beside) for block in found.sections[2].blocks] == [
        (SAID, "", 0),
        ("Ann Rowe", ACTION_COLUMN, 1),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        banded(("",) * 4, ("Highways", "Schools", "Housing", "Parks")),
        [row if len(row) == 1 else (SAID, SAID, "Ann Rowe") for row in banded(("",) * 4)],
        [row if len(row) == 1 else ("Send the list", "Ann Rowe", "1 May") for row in banded(("",) * 4)],
        [row if len(row) == 1 else ("Repairs", "£1,200", "£1,300") for row in banded(("",) * 4)],
    ],
)
def test_a_log_under_headings_of_its_own_stays_a_table(rows: list[tuple[str, ...]]) -> None:
    log = of(rows)
    found = read(f"# 1. Apologies\n{SAID}\n# 2. Actions of last year\n{SAID}", log, f"# 3. Close\n{SAID}")
    assert [title for _, title in items(found)] == ["Apologies", "Actions of last year", "Close"]
    assert log in found.sections[1].blocks


def test_numbers_across_the_table_head_it_without_bold_type() -> None:
    rows = [(row[0].removeprefix("* "),) if len(row) == 1 else row for row in banded(("1. ", "2. ", "3. ", "4. "))]
    assert items(read(of(rows))) == [(str(at), title) for at, title in enumerate(TITLES, 1)]
