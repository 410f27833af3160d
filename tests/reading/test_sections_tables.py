"""Items that are set out in a table: its rows, its columns and what stands beside them."""

from dataclasses import replace

import pytest

from ingest.reading.model import ACTION_COLUMN, Block, Cell, Piece
from tests.reading.marked_papers import SAID, items, line, read, table


def test_a_table_without_numbers_sets_items_out() -> None:
    found = read(
        table(
            ("* Apologies", "Apologies were received from Councillor Green."),
            ("* Declarations of interest", "There were no declarations of interest made."),
            ("* Minutes of the last meeting", "The minutes were agreed as a correct record."),
            ("* School meals", "The officer spoke on school meals.\nMembers asked about costs."),
            ("* Date of next meeting", "4 May 2025 at 2pm in the Town Hall"),
        )
    )
    assert [title for _, title in items(found)][::3] == ["Apologies", "School meals"]
    assert [block.text for block in found.sections[3].blocks] == [
        "The officer spoke on school meals.",
        "Members asked about costs.",
    ]


def test_a_table_of_names_or_of_a_programme_is_no_table_of_items() -> None:
    names = table(
        ("* Present", "Councillors A Smith and B Jones and C Dale"),
        ("* Apologies", "Councillor Green sent her apologies today"),
        ("* Officers", "Ann Rowe, Director of Housing and Homes"),
    )
    programme = table(
        ("* Date", "* Item", "* Lead"), ("4 May 2025", "Budget report", "AR"), ("6 June 2025", "Schools report", "BJ")
    )
    found = read(names, f"# 1. Roads\n{SAID}\n# 2. Work programme", programme, f"# 3. Close\n{SAID}")
    assert items(found) == [("1", "Roads"), ("2", "Work programme"), ("3", "Close")]
    assert names in found.front
    assert programme in found.sections[1].blocks


def test_headings_may_stand_over_their_text_in_rows_of_one_column() -> None:
    found = read(
        table(
            ("* No.", "* Minute", "* Who / when"),
            ("* 24/7", "* Apologies", ""),
            ("", "Apologies were received from Councillor Green.", ""),
            ("* 24/8", "* School meals", ""),
            ("", "The officer spoke on school meals and members asked about costs.", ""),
            ("", "Slides to be sent to members", "AR / 4 May"),
            ("* 24/9", "* Close", ""),
            ("", "The meeting closed at 4pm.", ""),
        )
    )
    assert items(found) == [("24/7", "Apologies"), ("24/8", "School meals"), ("24/9", "Close")]
    assert [(block.text, block.beside) for block in found.sections[1].blocks] == [
        ("The officer spoke on school meals and members asked about costs.", 0),
        ("Slides to be sent to members", 0),
        ("AR / 4 May", 1),
    ]


def test_headings_may_stand_in_the_text_beside_who_acts() -> None:
    found = read(
        table(
            ("* Discussion", "* Action"),
            ("* 1. Apologies",),
            ("Apologies were received from Councillor Green.", ""),
            ("* 2. School meals", ""),
            ("The officer spoke on school meals.", ""),
            ("Slides to be sent to members", "AR / 4 May"),
            ("* 3. Close\nThe meeting closed at 4pm.", ""),
        )
    )
    assert items(found) == [("1", "Apologies"), ("2", "School meals"), ("3", "Close")]
    assert [(block.text, block.beside) for block in found.sections[1].blocks] == [
        ("The officer spoke on school meals.", 0),
        ("Slides to be sent to members", 0),
        ("AR / 4 May", 1),
    ]


def test_rows_below_a_heading_in_the_first_column_are_no_more_of_it() -> None:
    found = read(
        table(
            ("* Agenda item", "* Minutes", "* Action", "* By when"),
            ("* 1. Apologies", "Apologies were received from Councillor Green.", "", ""),
            ("* 2. School meals", "The officer spoke on school meals.", "", ""),
            ("", "Slides to be sent to members", "AR", "4 May"),
            ("* 3. Close", "The meeting closed at 4pm.", "", ""),
        )
    )
    assert items(found) == [("1", "Apologies"), ("2", "School meals"), ("3", "Close")]
    assert [(block.text, block.style) for block in found.sections[1].blocks] == [
        ("The officer spoke on school meals.", ""),
        ("Slides to be sent to members", ""),
        ("AR", ACTION_COLUMN),
        ("4 May", ACTION_COLUMN),
    ]


@pytest.mark.parametrize("heads", ["Ref|Name|Title", "No|Questioner|Subject", "No.|Received from|Topic"])
def test_a_list_of_people_and_what_they_ask_has_numbers_of_its_own(heads: str) -> None:
    asked = table(
        tuple(f"* {head}" for head in heads.split("|")),
        ("1", "Ada Lorne", "Buses to the quarry estate"),
        ("2", "Ben Tarrow", "Speed of lorries in Kiln Road"),
        ("3", "Cara Umber", "Buses to the quarry estate"),
        ("4", "Dot Vickery", "Swifts and the new school"),
    )
    found = read(f"# 1. Apologies\n{SAID}\n# 2. Public forum\n{SAID}", asked, f"# 3. Roads\n{SAID}\n# 4. Close\n{SAID}")
    assert items(found) == [("1", "Apologies"), ("2", "Public forum"), ("3", "Roads"), ("4", "Close")]
    assert asked in found.sections[1].blocks


@pytest.mark.parametrize(
    "head", ["Action", "Action by", "By whom", "Lead officer", "Owner", "Who / when", "Owner & date"]
)
def test_the_cells_of_an_action_column_stay_known(head: str) -> None:
    found = read(
        table(
            ("* No", "* Item", f"* {head}"),
            ("1", "* Apologies\nApologies were received from Councillor Green.", ""),
            ("2", "* School meals\nThe officer would send the slides to members.", "AR"),
            ("", "More was said by members about the cost of meals.", "BD"),
            ("3", "* Close\nThe meeting closed at 4pm.", ""),
        )
    )
    assert items(found) == [("1", "Apologies"), ("2", "School meals"), ("3", "Close")]
    assert [(block.text, block.style) for block in found.sections[1].blocks] == [
        ("The officer would send the slides to members.", ""),
        ("AR", ACTION_COLUMN),
        ("More was said by members about the cost of meals.", ""),
        ("BD", ACTION_COLUMN),
    ]


def test_a_number_that_stands_twice_by_a_slip_does_not_undo_a_table_of_items() -> None:
    titles = [
        "Apologies",
        "Minutes: Agreed",
        "Urgent business: None",
        "Property",
        "Investments",
        "Board",
        "Survey",
        "AOB",
    ]
    rows = [(str(number), f"* {title}\n{SAID}") for number, title in zip([1, 2, 3, 4, 5, 5, 6, 7], titles, strict=True)]
    rows[1], rows[2] = ("2", "* Minutes: Agreed"), ("3", "* Urgent business: None")
    found = read(table(("* Item no", "* Item"), *rows))
    assert [number for number, _ in items(found)] == ["1", "2", "3", "4", "5", "5", "6", "7"]
    assert [title for _, title in items(found)][1:3] == ["Minutes", "Urgent business"]
    assert [block.text for block in found.sections[1].blocks] == ["Agreed"]


def test_a_list_in_a_row_below_an_item_is_no_more_of_its_heading() -> None:
    found = read(
        table(
            ("* No", "* Item", "* Action by"),
            ("1", f"* Harbour lights\n{SAID}", ""),
            ("", "The Harbour Master to share the map.", "H Marl"),
            ("", "* Agreed:\n(1) That the lights be mended.", ""),
            ("", "(2) That the buoys be painted.", "Cabinet"),
            ("2", "* Close\nThe meeting closed at 4pm.", ""),
        )
    )
    assert items(found) == [("1", "Harbour lights"), ("2", "Close")]
    assert [block.marked_text for block in found.sections[0].blocks][-4:-1] == [
        "Agreed:",
        "(1) That the lights be mended.",
        "(2) That the buoys be painted.",
    ]


def test_text_in_one_cell_over_all_columns_belongs_to_the_item_above_it() -> None:
    rows = [(str(number), f"* {title}") for number, title in enumerate(("Apologies", "Buses", "Close"), 1)]
    grid = table(*rows)
    across = tuple(replace(cell, spans=2) for cell in table((SAID,)).rows[0])
    found = read(replace(grid, rows=tuple(row for pair in ((one, across) for one in grid.rows) for row in pair)))
    assert items(found) == [("1", "Apologies"), ("2", "Buses"), ("3", "Close")]
    assert [[block.text for block in section.blocks] for section in found.sections] == [[SAID]] * 3


def test_text_that_runs_on_behind_a_heading_in_its_cell_is_no_part_of_it() -> None:
    rows = [
        (str(number), f"{title}: {SAID} {SAID}", "AR")
        for number, title in enumerate(("Apologies", "Buses", "Close"), 1)
    ]
    found = read(table(("* Item", "* Subject", "* Action"), *rows))
    assert items(found) == [("1", "Apologies"), ("2", "Buses"), ("3", "Close")]
    assert found.sections[1].blocks[0].text == f"{SAID} {SAID}"


def test_numbers_alone_in_their_lines_belong_to_the_headings_below_them() -> None:
    titles = ((1, "Apologies"), (2, "Fair"), (3, "AOB"))
    found = read("".join(f"* ITEM {at}\n* {title}\n{SAID}\n" for at, title in titles))
    assert items(found) == [("1", "Apologies"), ("2", "Fair"), ("3", "AOB")]
    assert [block.text for block in found.sections[1].heading] == ["ITEM 2", "Fair"]


def test_one_number_alone_is_that_of_a_report_on_an_agenda() -> None:
    found = read(f"# 1. Apologies\n{SAID}\n# 2. Fair\n{SAID}", top="* Agenda Item 4\n* Exford Borough Council")
    assert items(found) == [("1", "Apologies"), ("2", "Fair")]


def test_plain_words_behind_bold_ones_in_a_cell_are_no_part_of_the_heading() -> None:
    grid = table(*((str(number), f"* {title}", "") for number, title in enumerate(("Apologies", "Buses", "Close"), 1)))
    close = "Close The meeting closed at 4pm."
    pieces = (Piece("Close", 0, paragraph=1, bold=True), Piece("The meeting closed at 4pm.", 6, paragraph=1))
    run_on = Cell((Block("paragraph", close, pieces),))
    rows = (
        *((number, heading, Cell((line(SAID),))) for number, heading, _ in grid.rows[:2]),
        (grid.rows[2][0], run_on),
    )
    found = read(replace(grid, rows=rows))
    assert items(found)[-1] == ("3", "Close")
    assert [block.text for block in found.sections[-1].blocks] + [block.text for block in found.tail] == [
        "The meeting closed at 4pm."
    ]


def test_measures_with_codes_and_figures_are_no_items() -> None:
    found = read(
        "Performance is set out below.",
        table(
            ("Code", "Measure", "Target", "Q2"),
            ("CS1", "Webcast viewers", "500", "530"),
            ("CS2", "Answers in time", "95%", "90%"),
        ),
    )
    assert items(found) == []


def test_a_list_below_a_heading_in_its_cell_is_no_part_of_it() -> None:
    grid = table(*((str(number), f"{title}\n{SAID}") for number, title in enumerate(("Welcome", "Groups", "Close"), 1)))
    listed = Cell((line("Groups"), replace(line("Who sits on which group"), kind="entry", marker="1."), line(SAID)))
    found = read(replace(grid, rows=(grid.rows[0], (grid.rows[1][0], listed), grid.rows[2])))
    assert items(found)[1] == ("2", "Groups")
    assert [block.text for block in found.sections[1].blocks][:1] == ["Who sits on which group"]
