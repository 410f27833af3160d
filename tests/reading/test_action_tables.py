"""Actions in tables, columns and logs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import Cell, Section
from ingest.reading.records.actions import actions
from tests.reading.invented import MEETING, PEOPLE, block, paper, table
from tests.reading.invented_records import read


def test_an_action_table() -> None:
    rows = table(
        ("Action", "Owner", "By when", "Status"),
        ("Circulate the slides", "Wendy", "7 June", "Open"),
        ("Price the fence", "PN", "ASAP", "Started"),
        ("Mend the pump", "Rural Roads Team", "", ""),
    )
    found = read("Actions from this session", rows)
    assert [(a.text, a.owner, a.due, a.due_printed) for a in found] == [
        ("Circulate the slides", "Wendy Marsh", dt.date(2024, 6, 7), "7 June"),
        ("Price the fence", "Priya Nair", None, "ASAP"),
        ("Mend the pump", "Rural Roads Team", None, None),
    ]


@pytest.mark.parametrize("cell", ["TSC 4/24", "4/24", "4a)/24", "4(b)/24", "Item 4/24."])
def test_a_list_of_all_actions_says_whose_item_each_is(cell: str) -> None:
    rows = table(
        ("Item", "", "By whom", "By when"),
        ("5/24", "Circulate the slides to all members", "Wendy", "asap"),
        (cell, "Price the new fence", "PN", "7 June"),
    )
    titles = (("TSC 4/24", "Allotments"), ("TSC 5/24", "Roads"))
    items = tuple(Section(number, title, (block(title),), (block("The Panel met."),)) for number, title in titles)
    found = actions(replace(paper(), front=(block("Actions to be taken"), rows), sections=items), MEETING, PEOPLE, ())
    assert [(a.item, a.text, a.owner, a.due) for a in found] == [
        (1, "Circulate the slides to all members", "Wendy Marsh", None),
        (0, "Price the new fence", "Priya Nair", dt.date(2024, 6, 7)),
    ]


@pytest.mark.parametrize(("numbers", "places"), [(("2", "2", "1"), [1, 1, 0]), (("1", "2", "3"), [None, None, None])])
def test_numbers_that_repeat_in_a_list_are_those_of_items(numbers: tuple[str, ...], places: list[int | None]) -> None:
    tasks = ("Circulate the slides to all members", "Price the new fence", "Mend the pump")
    rows = table(
        ("No.", "Action", "Who"), *((number, task, "Wendy") for number, task in zip(numbers, tasks, strict=True))
    )
    titles = (("1", "Allotments"), ("2", "Roads"))
    items = tuple(Section(number, title, (block(title),), (block("The Panel met."),)) for number, title in titles)
    found = actions(replace(paper(), sections=items, tail=(rows,)), MEETING, PEOPLE, ())
    assert [one.item for one in found] == places


def test_a_log_of_earlier_actions_keeps_the_open_ones() -> None:
    rows = table(
        ("Action", "Lead", "Status"),
        ("Circulate the slides", "Wendy", "Complete"),
        ("Price the fence", "Priya Nair", "In progress"),
        ("Ask the bank", "Tomos", "Not yet done"),
    )
    found = read("Progress on actions from the previous meeting:", rows)
    assert [a.text for a in found] == ["Price the fence", "Ask the bank"]


def test_other_tables_are_no_actions() -> None:
    assert read(table(("Payee", "Detail", "Total"), ("A Archer", "Mowing", "£20"))) == ()


def test_an_action_column_beside_the_minutes() -> None:
    rows = table(
        ("Item", "Discussion", "Action"),
        ("1", "The gate was open. A sign would be put up.", "WM"),
        ("2", "Rents were discussed.", "Tomos to circulate the rents by 7 June"),
        ("3", "Ms Nair undertook to mend the pump.", "None"),
    )
    found = read(rows)
    assert [(a.text, a.owner, a.due) for a in found] == [
        ("A sign would be put up.", "Wendy Marsh", None),
        ("Tomos to circulate the rents by 7 June", "Tomos Ellis", dt.date(2024, 6, 7)),
        ("Ms Nair undertook to mend the pump.", "Priya Nair", None),
    ]


def test_a_table_of_recommendations_and_responses_is_no_list_of_actions() -> None:
    assert read(table(("Recommendation", "Response"), ("Mend the pump", "Agreed in part"))) == ()


def test_a_cell_that_lists_several_actions_gives_each() -> None:
    rows = table(("Action", "Owner"), ("x", "Wendy"))
    cell = Cell((block("• Mend the gate"), block("• Paint the fence")))
    found = read(replace(rows, rows=(rows.rows[0], (cell, rows.rows[1][1]))))
    assert [(a.text, a.owner) for a in found] == [("Mend the gate", "Wendy Marsh"), ("Paint the fence", "Wendy Marsh")]


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("TBC", None),
        ("-", None),
        ("N/A", None),
        ("To be agreed", None),
        ("WM to lead", "Wendy Marsh"),
        ("Lead: WM", "Wendy Marsh"),
        ("Director of Place (PN)", "Priya Nair"),
        ("Priya Nair, Director of Place", "Priya Nair"),
        ("Wendy Marsh\nTomos Ellis", "Wendy Marsh and Tomos Ellis"),
        ("Wendy Marsh / contractor", None),
        ("Parks team", "Parks team"),
        ("Fen Water", "Fen Water"),
    ],
)
def test_a_column_of_owners(cell: str, owner: str | None) -> None:
    (found,) = read(table(("Action", "Owner", "By when"), ("Send the list to Members", cell, "31 May")))
    assert found.owner == owner


def test_rows_of_one_table_are_each_an_action_though_their_words_are_alike() -> None:
    rows = (("Send the map to Members", "WM", "2 weeks"), ("Send the list to Members", "", "Before next meeting"))
    found = read(table(("Action", "Owner", "By when"), *rows))
    assert [(one.owner, one.due and one.due.isoformat()) for one in found] == [
        ("Wendy Marsh", "2024-05-28"),
        (None, "2024-07-09"),
    ]


def test_a_list_behind_the_items_and_what_an_item_says_are_one_action() -> None:
    listed = table(("Minute", "Request", "Officer"), ("4", "Ticket sheets of the ferry for members", "Head of Parks"))
    said = "The Head of Parks said that she would obtain it and send it to members."
    one = paper(said)
    behind = Section("5", "Forward plan", (block("Forward plan", 40),), (listed,))
    found = actions(replace(one, sections=(*one.sections, behind)), MEETING, PEOPLE, ())
    assert [(action.text, action.owner, action.item) for action in found] == [
        ("Ticket sheets of the ferry for members", "Wendy Marsh", 0)
    ]


def test_a_listed_action_is_not_merged_where_two_may_be_meant() -> None:
    listed = table(("Minute", "Request", "Officer"), ("4", "Ticket sheets of the ferry for members", "Head of Parks"))
    one = paper("The Head of Parks would ask the county for it.", "The Head of Parks would chase this with the bank.")
    behind = Section("5", "Forward plan", (block("Forward plan", 40),), (listed,))
    assert len(actions(replace(one, sections=(*one.sections, behind)), MEETING, PEOPLE, ())) == 3
