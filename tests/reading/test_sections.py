"""Which headings are agenda items, in the layouts that councils use."""

from pathlib import Path

import pytest

from ingest.reading.layout.sections import ANOTHER_MEETING, NOT_MINUTES, paper
from ingest.reading.layout.sections_titles import tidy
from ingest.reading.model import Block, Cell, Paper, Piece
from ingest.reading.sources import text

TOP = """Exford Borough Council

Housing Scrutiny Committee

Minutes of the meeting held on Tuesday, 4 March 2025 at 6.30 pm in the Town Hall, Exford

Present: Councillor A Smith (Chair)

"""


def read(folder: Path, body: str, top: str = TOP) -> Paper:
    path = folder / "paper.txt"
    path.write_text(top + body, encoding="utf-8")
    return paper(text.blocks(path))


def items(paper_: Paper) -> list[tuple[str | None, str]]:
    return [(section.number, section.title) for section in paper_.sections]


def block(words: str, marker: str = "", **look: object) -> Block:
    pieces = (Piece(words, 0, paragraph=1),) if words else ()
    return Block(kind="entry" if marker else "paragraph", text=words, marker=marker, pieces=pieces, **look)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.", "2.", "3."],
        ["256", "257", "258"],
        ["PSC/31/54", "PSC/31/55", "PSC/31/56"],
        ["KT41.", "KT42.", "KT43."],
        ["04.18.01", "04.18.02", "04.18.03"],
        ["QRS 98/2122", "QRS 99/2122", "QRS 100/2122"],
        ["12.1", "12.2", "12.3"],
        ["14/25", "15/25", "16/25"],
        ["1.0", "2.0", "3.0"],
        ["Item 1:", "Item 2:", "Item 3:"],
    ],
)
def test_items_are_numbered_in_many_styles(tmp_path: Path, numbers: list[str]) -> None:
    body = "\n\n".join(
        f"{number} {title}\n\n{said}"
        for number, title, said in zip(
            numbers,
            ["Apologies for Absence", "Fostering and Adoption", "Work Programme"],
            ["None were received.", "The Director presented the report.", "The programme was noted."],
            strict=True,
        )
    )
    printed = [number.removeprefix("Item ").rstrip(".:") for number in numbers]
    expected = list(zip(printed, ["Apologies for Absence", "Fostering and Adoption", "Work Programme"], strict=True))
    assert items(read(tmp_path, body)) == expected


def test_clauses_of_a_decision_are_no_items(tmp_path: Path) -> None:
    body = (
        "1. Apologies\n\nNone.\n\n2. Fostering\n\nThe report was presented.\n\nResolved: That the Committee\n\n"
        "1. Note the report.\n2. Request an update.\n3. Thank the officers.\n\n3. Work Programme\n\nIt was noted."
    )
    assert items(read(tmp_path, body)) == [("1", "Apologies"), ("2", "Fostering"), ("3", "Work Programme")]


def test_numbered_paragraphs_inside_items_are_no_items(tmp_path: Path) -> None:
    body = (
        "1. APOLOGIES\n\n1.1 Apologies were received from Councillor B Jones.\n\n2. FOSTERING\n\n"
        "2.1 The Director presented the report.\n\n2.2 Members asked about carers.\n\n3. WORK PROGRAMME\n\n3.1 Noted."
    )
    assert [number for number, _ in items(read(tmp_path, body))] == ["1", "2", "3"]


def test_an_agenda_before_the_minutes_is_no_item(tmp_path: Path) -> None:
    agenda = "AGENDA\n\n1. Apologies\n2. Fostering\n3. Work Programme\n\n"
    body = (
        agenda + "1. Apologies\n\nNone.\n\n2. Fostering\n\nThe report was noted.\n\n3. Work Programme\n\nIt was agreed."
    )
    found = read(tmp_path, body)
    assert items(found) == [("1", "Apologies"), ("2", "Fostering"), ("3", "Work Programme")]
    assert found.sections[1].blocks[0].text == "The report was noted."


def test_skipped_and_repeated_numbers_are_kept_as_printed(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"{number}. {title}\n\nIt was noted."
        for number, title in [
            (1, "Apologies"),
            (2, "Fostering"),
            (4, "Adoption"),
            (4, "Schools"),
            (5, "Work Programme"),
        ]
    )
    assert [number for number, _ in items(read(tmp_path, body))] == ["1", "2", "4", "4", "5"]


def test_a_heading_that_runs_into_its_text_is_parted(tmp_path: Path) -> None:
    body = (
        "511 APOLOGIES – An apology for absence was received from Councillor G Oxby.\n\n"
        "512 DECLARATIONS – There were none.\n\n513 WINTER SERVICE – The Director spoke on gritting."
    )
    found = read(tmp_path, body)
    assert items(found) == [("511", "APOLOGIES"), ("512", "DECLARATIONS"), ("513", "WINTER SERVICE")]
    assert found.sections[0].blocks[0].text == "An apology for absence was received from Councillor G Oxby."


def test_item_lines_number_headings_that_have_no_number(tmp_path: Path) -> None:
    body = "Apologies\n(Item 1)\n\nNone.\n\nFostering\n(Item 2)\n\n1. She spoke.\n\n2. It was noted."
    assert items(read(tmp_path, body)) == [("1", "Apologies"), ("2", "Fostering")]


def test_a_running_number_wins_over_item_lines(tmp_path: Path) -> None:
    body = "76. Apologies\n(Item 1)\n\nNone were received.\n\n77. Fostering\n(Item 2)\n\nThe report was noted."
    assert items(read(tmp_path, body)) == [("76", "Apologies"), ("77", "Fostering")]


def test_side_headings_in_a_table_are_items_also_over_rows() -> None:
    def row(*cells: str) -> tuple[Cell, ...]:
        return tuple(Cell((block(words),) if words else ()) for words in cells)

    table = Block(
        kind="table",
        text="",
        rows=(
            row("Present:", "", "Councillor A Smith"),
            row("256", "Apologies", "None were received."),
            row("257", "Confirmation of the", "The minutes were agreed."),
            row("", "Previous Minutes", "They were signed."),
        ),
    )
    found = paper((block("Minutes of the Housing Panel"), table))
    assert items(found) == [("256", "Apologies"), ("257", "Confirmation of the Previous Minutes")]
    assert [inside.text for inside in found.sections[1].blocks] == ["The minutes were agreed.", "They were signed."]
    assert found.front[-1].rows == (table.rows[0],)


def test_a_log_of_actions_is_no_table_of_items() -> None:
    def row(*cells: str) -> tuple[Cell, ...]:
        return tuple(Cell((block(words),)) for words in cells)

    log = Block(
        kind="table",
        text="",
        rows=(
            row("Ref", "Action", "Owner", "Status"),
            row("1", "Send slides", "JG", "Open"),
            row("2", "Arrange a visit", "AB", "Open"),
        ),
    )
    heading = block("Summary of discussion", bold=True)
    found = paper(
        (block("Notes of the briefing session"), heading, block("The group discussed the budget at length."), log)
    )
    assert items(found) == [(None, "Summary of discussion")]


def test_headings_of_notes_are_items_and_names_and_glossaries_are_not(tmp_path: Path) -> None:
    top = "Notes of the briefing held on 4 March 2025\n\nPresent:\nCllr A Smith\n\nApologies:\nCllr B Jones\n\n"
    body = (
        "Welcome and introductions\n\nThe Chair welcomed members to this briefing on the service.\n\n"
        "Family Hubs\n\nMembers heard how the hubs had been set up in each district.\n\n"
        "Glossary:\n\nEHE – Home education"
    )
    found = read(tmp_path, body, top)
    assert items(found) == [(None, "Welcome and introductions"), (None, "Family Hubs")]
    assert [part.text for part in found.tail] == ["Glossary:", "EHE – Home education"]


@pytest.mark.parametrize(
    "end",
    [
        "The meeting ended at 8.10 pm",
        "Signed ........................ Chairman",
        "Chairman",
        "I M Fisher\nCounty Secretary and Solicitor",
        "Background Papers:\n\nNone",
    ],
)
def test_what_ends_a_paper_is_in_no_item(tmp_path: Path, end: str) -> None:
    found = read(tmp_path, f"1. Apologies\n\nNone.\n\n2. Urgent Business\n\nThere was none.\n\n{end}")
    assert [part.text for part in found.sections[-1].blocks] == ["There was none."]
    assert found.tail


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Minutes –", "Minutes"),
        ("Minutes of the last meeting (Pages 3 - 8)", "Minutes of the last meeting"),
        ("Fostering [pp. 3-8]", "Fostering"),
        ("Fostering (Item 4)", "Fostering"),
        ("Apologies:", "Apologies"),
        ("Declarations of interest.", "Declarations of interest"),
        ("Trade waste (0-06-05)", "Trade waste"),
        ("Schools,  hubs\nand homes", "Schools, hubs and homes"),
        ("Transport (Home to School)", "Transport (Home to School)"),
    ],
)
def test_titles_are_tidied(printed: str, title: str) -> None:
    assert tidy(printed) == title


def test_the_second_of_two_meetings_is_left_and_said(tmp_path: Path) -> None:
    one = "1. Apologies\n\nNone.\n\n2. Fostering\n\nThe report was noted at length.\n\n" * 3
    found = read(tmp_path, one + TOP.replace("4 March", "8 April") + "1. Apologies\n\nNone.\n\n2. Adoption\n\nNoted.")
    assert ANOTHER_MEETING in found.problems
    assert "Adoption" not in [title for _, title in items(found)]


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        (TOP, "minutes"),
        ("Notes of an informal briefing session\n\nPresent: Cllr A Smith\n\n", "briefing_notes"),
        ("Parks Liaison Panel\n\nNotes of the meeting of 4 March 2031\n\nPresent: Cllr A Smith\n\n", "minutes"),
        ("Parks Panel Task Group\n\nNotes of the meeting\n\nPresent: Cllr A Smith\n\n", "briefing_notes"),
        ("ATTENDANCE OF THE PORTFOLIO HOLDER FOR HOUSING\n\nReport from: Councillor A Smith\n\n", "portfolio_report"),
        ("Report of: Councillor A Smith, Cabinet Member for Housing\n\n", "portfolio_report"),
        ("Subject: Portfolio Holder’s Statement: Housing\n\n", "portfolio_report"),
        ("Cofnodion cyfarfod y Pwyllgor Craffu\n\nYn bresennol: Cyng A Evans\n\n", "minutes"),
    ],
)
def test_the_kind_is_told_by_the_words_at_the_top(tmp_path: Path, top: str, kind: str) -> None:
    assert read(tmp_path, "1. Apologies\n\nNone.\n\n2. Budget\n\nIt was noted.", top).kind == kind


def test_a_paper_that_is_no_minutes_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, "Dear neighbour, the bins are collected on Tuesday from next week.", "")
    assert found.kind is None
    assert found.problems == (NOT_MINUTES,)


def test_the_agendas_number_behind_the_minutes_is_no_title() -> None:
    assert tidy("1. APOLOGIES FOR ABSENCE.") == "APOLOGIES FOR ABSENCE"
