"""Minutes that stand as a whole in a table, with who acts in the column beside them."""

import pytest

from ingest.reading.model import ACTION_COLUMN, Block
from tests.reading.marked_papers import SAID, items, line, read, table

TOP = "# Exford Borough Council\n# Housing Scrutiny Committee\n4 March 2025"
PRESENT = ("* PRESENT\nCouncillors A Smith (Chair), B Jones and C Brown\nOfficers: A Bale (Director of Housing)", "")


def minutes(*numbers: str) -> list[tuple[str, str]]:
    first, second, third = numbers
    return [
        (f"* {first} CONFIRMATION OF MINUTES\nThe minutes of 7 January 2025 were confirmed.", ""),
        (f"* {second} REPAIRS\n{SAID}", ""),
        ("The Director would send a list of homes to Members.", "AB"),
        ("RESOLVED\n(i) that the report be noted;", ""),
        ("(ii) that the Chair write to the contractor.", "Chair / AB"),
        (f"* {third} WORK PROGRAMME\nThe work programme was noted.", ""),
    ]


@pytest.mark.parametrize(
    "heads",
    ["Minute|Action by", "MINUTES|ACTION", "Discussion and decisions|Lead officer", "Item / discussion|Action/Date"],
)
@pytest.mark.parametrize("numbers", [("S.40", "S.41", "S.42"), ("1.", "2.", "3."), ("HSC/12", "HSC/13", "HSC/14")])
def test_the_table_is_read_as_if_its_text_stood_on_the_page(heads: str, numbers: tuple[str, str, str]) -> None:
    head = tuple(f"* {one}" for one in heads.split("|"))
    found = read(table(head, PRESENT, *minutes(*numbers)), top=TOP)
    assert items(found) == [
        (number.rstrip("."), title)
        for number, title in zip(numbers, ("CONFIRMATION OF MINUTES", "REPAIRS", "WORK PROGRAMME"), strict=True)
    ]
    assert [block.text for block in found.front][-3:] == PRESENT[0].removeprefix("* ").split("\n")
    notes = [(block.text, block.beside) for block in found.sections[1].blocks if block.style == ACTION_COLUMN]
    assert notes == [("AB", 1), ("Chair / AB", 1)]


def test_the_table_goes_on_over_a_page_with_and_without_its_header() -> None:
    head, rows = ("* Minute", "* Action by"), minutes("S.40", "S.41", "S.42")
    for below in ([head, *rows[3:]], rows[3:]):
        found = read(table(head, PRESENT, *rows[:3], ("It was raining.", "")), table(*below), top=TOP)
        assert items(found)[-1] == ("S.42", "WORK PROGRAMME")
        assert [block.text for block in found.sections[1].blocks][-2:] == [
            "that the Chair write to the contractor.",
            "Chair / AB",
        ]


def test_headings_without_numbers_and_a_column_of_days_are_read_so_too() -> None:
    rows = [(text.replace("* 0 ", "* "), who, "17 March" if who else "") for text, who in minutes("0", "0", "0")]
    found = read(table(("* Minute", "* Action by", "* By when"), (*PRESENT, ""), *rows), top=TOP)
    assert items(found) == [(None, "CONFIRMATION OF MINUTES"), (None, "REPAIRS"), (None, "WORK PROGRAMME")]
    assert [block.text for block in found.sections[1].blocks if block.style == ACTION_COLUMN][:2] == ["AB", "17 March"]


@pytest.mark.parametrize(
    "listed",
    [
        table(("* Item", "* Action"), ("1", "Clerk to write to the bus company"), ("2", "AB to check the gate")),
        table(("* Item", "* Decision", "* Action by"), ("Roads", "Noted", "AB"), ("Buses", "Agreed", "CD")),
        table(("* Minute", "* Action by"), ("12 Write to the company", "AB"), ("14 Check the gate", "CD")),
        table(("* Name", "* Action by"), *[(f"* Room {number}", "AB") for number in range(9)]),
        table(
            ("* Points", "* Action"), *[(f"* Gate {at}", "The hinges are to be oiled every year") for at in range(9)]
        ),
    ],
)
def test_a_list_of_actions_within_an_item_stays_a_table(listed: Block) -> None:
    found = read(f"# 1. Apologies\n{SAID}\n# 2. Roads\n{SAID}", listed, f"# 3. Close\n{SAID}")
    assert items(found) == [("1", "Apologies"), ("2", "Roads"), ("3", "Close")]
    assert found.sections[1].blocks == (line(SAID), listed)
