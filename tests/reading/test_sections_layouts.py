"""Items in the many ways that councils number them, and what has a number and is none."""

from pathlib import Path

import pytest

from ingest.reading.chain import paper_of
from ingest.reading.layout.blocks import of_pages
from ingest.reading.sources import pdf
from tests.reading.marked_papers import SAID, items, read, table
from tests.reading.pdf_writer import Paper as Pdf
from tests.reading.pdf_writer import text

# --- numbers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        (["TSOS 27/23", "TSOS 28/23", "TSOS 29/23"], None),
        (["SOS/14", "SOS/15", "SOS/16"], None),
        (["OSC.12", "OSC.13", "OSC.14"], None),
        (["OSC12", "OSC13", "OSC14"], None),
        (["OSC 12", "OSC 13", "OSC 14"], None),
        (["2023/24-15", "2023/24-16", "2023/24-17"], None),
        (["Cou/285/07-08", "Cou/286/07-08", "Cou/287/07-08"], None),
        (["C/23/001", "C/23/002", "C/23/003"], None),
        (["045/21-22", "046/21-22", "047/21-22"], None),
        (["OS-12-24", "OS-13-24", "OS-14-24"], None),
        (["2021.045", "2021.046", "2021.047"], None),
        (["RS/24/10/01", "RS/24/10/02", "RS/24/10/03"], None),
        (["A1", "A2", "A3"], None),
        (["5)", "6)", "7)"], ["5", "6", "7"]),
        (["I.", "II.", "III."], ["I", "II", "III"]),
        (["[12]", "[13]", "[14]"], ["12", "13", "14"]),
        (["49 \xa0 : \xa0", "50 \xa0 : \xa0", "51 \xa0 : \xa0"], ["49", "50", "51"]),
        (["12 –", "13 –", "14 –"], ["12", "13", "14"]),
        (["No. 1", "No. 2", "No. 3"], ["1", "2", "3"]),
        (["Minute No. 12", "Minute No. 13", "Minute No. 14"], ["12", "13", "14"]),
        (["Item 5 –", "Item 6 –", "Item 7 –"], ["5", "6", "7"]),
        (["Eitem 1 -", "Eitem 2 -", "Eitem 3 -"], ["1", "2", "3"]),
        (["2a.", "2b.", "3."], ["2a", "2b", "3"]),
    ],
)
def test_a_number_is_read_as_printed(printed: list[str], numbers: list[str] | None) -> None:
    titles = ["Apologies for Absence", "Fostering and Adoption", "Work Programme"]
    body = [f"# {number} {title}\n{SAID}" for number, title in zip(printed, titles, strict=True)]
    assert items(read(*body)) == list(zip(numbers or printed, titles, strict=True))


def test_a_heading_after_such_a_number_is_parted_from_its_text() -> None:
    found = read(
        "49 : APOLOGIES - Apologies were received from Councillor Green and Councillor Brown.\n"
        "50 : MINUTES - The minutes of the last meeting were approved.\n"
        "51 : BUDGET - The Director presented the budget to Members."
    )
    assert items(found) == [("49", "APOLOGIES"), ("50", "MINUTES"), ("51", "BUDGET")]
    assert found.sections[1].blocks[0].text == "The minutes of the last meeting were approved."
    assert found.sections[1].heading[0].quote().text.startswith("50 : MINUTES")


def test_a_name_before_the_date_is_no_number() -> None:
    top = "# PMG 14 November 2024\n* Attendance\nAnn Rowe – Exford (Chair)\nBen Dale – Ashford"
    assert items(read("* 1. Market update\nIt was given.\n* 2. Balance\nIt was noted.", top=top)) == [
        ("1", "Market update"),
        ("2", "Balance"),
    ]


# --- what has a number and is no item ---------------------------------------------------------------------------

ITEMS = [("1", "Apologies"), ("2", "Public Questions"), ("3", "Fostering"), ("4", "Work Programme")]


@pytest.mark.parametrize(
    "inside",
    [
        "* 1. Mr A Brown\nWhen?\n* 2. Mrs C Dale\nWhen will the park open?\n* 3. Ms E Fell\nHow much did it cost?",
        "* Question 1 – from Mr A Brown\nWhen?\n* Answer\nIn May.\n* Question 2 – from Mrs C Dale\nWhy?",
        "* Recommendation 1\nThat more be done.\n* Recommendation 2\nThat it be sooner.\n* Recommendation 3\nNow.",
        "* Minute 14 – Adoption\nThe figures had been sent.\n* Minute 16 – Schools\nThe visit had been arranged.",
        "5.1 Schools: the figures had been sent.\n6.2 Roads: they were mended.",
        f"* (a) Adoption\n{SAID}\n* (b) Schools\n{SAID}",
    ],
)
def test_numbers_inside_an_item_are_its_own(inside: str) -> None:
    found = read(
        "# 1. Apologies\nNone.\n# 2. Public Questions\nThese had come.",
        inside,
        f"# 3. Fostering\n{SAID}\n# 4. Work Programme\n{SAID}",
    )
    assert items(found) == ITEMS


@pytest.mark.parametrize("first", [1, 12])
@pytest.mark.parametrize("end", ["The meeting ended at 8.10 pm", "Duration of the meeting: 6.30 - 8.10 pm"])
def test_the_questions_of_an_appendix_are_no_items(first: int, end: str) -> None:
    asked = "\n".join(f"* {number}. The road at number {number}\nWhen will it be mended?" for number in range(1, 7))
    body = [
        f"# {first}. Apologies\nNone.",
        f"# {first + 1}. Questions\nSee the appendix.",
        f"# {first + 2}. Roads\n{SAID}",
    ]
    found = read(*body, end, "# Appendix 1 – Public questions", asked)
    assert items(found) == [(str(first), "Apologies"), (str(first + 1), "Questions"), (str(first + 2), "Roads")]


def test_exempt_business_after_the_public_has_left_goes_on_with_the_numbers() -> None:
    body = f"# 1. Apologies\nNone.\n# 2. Roads\n{SAID}\nThe public meeting closed at 8.10 pm\n# 3. Contract\n{SAID}"
    assert [number for number, _ in items(read(body.replace("The public meeting", "The meeting")))] == ["1", "2", "3"]


def test_numbered_paragraphs_under_headings_without_numbers_are_no_items() -> None:
    found = read(
        "# Welcome and Apologies\n1. Ann Rowe welcomed everyone to the meeting.\n# Minutes of the Last Meeting\n"
        "2. These were approved with no changes.\n# Matters Arising\n3. There were no matters arising.\n# Budget\n"
        "4. The Director presented the budget.\n5. The Group agreed to note it."
    )
    assert [title for _, title in items(found)] == [
        "Welcome and Apologies",
        "Minutes of the Last Meeting",
        "Matters Arising",
        "Budget",
    ]


def test_dividers_are_no_items() -> None:
    parts = ("# PART ONE – OPEN TO THE PUBLIC", "# PART TWO – EXEMPT")
    numbered = read(parts[0], f"# 1. Roads\n{SAID}\n# 2. Parks\n{SAID}", parts[1], f"# 3. Contract\n{SAID}")
    assert items(numbered) == [("1", "Roads"), ("2", "Parks"), ("3", "Contract")]
    bare = read(parts[0], f"# Roads\n{SAID}\n# Parks\n{SAID}", parts[1], f"# Contract\n{SAID}")
    assert items(bare) == [(None, "Roads"), (None, "Parks"), (None, "Contract")]


def test_a_bold_agenda_before_the_minutes_is_no_item() -> None:
    agenda = "# AGENDA\n* 1. Apologies\n* 2. Roads\n* 3. Close"
    found = read(agenda, f"* 1. Apologies\nNone were received.\n* 2. Roads\n{SAID}\n* 3. Close\nIt closed.")
    assert items(found) == [("1", "Apologies"), ("2", "Roads"), ("3", "Close")]
    assert [block.text for block in found.sections[0].blocks] == ["None were received."]


def test_an_action_log_after_the_close_is_no_item() -> None:
    log = "# ACTION LOG\n1. Send the slides\nDone.\n2. Write to the Minister\nDone.\n3. Mend the road\nOpen."
    found = read(f"# 1. Apologies\nNone.\n# 2. Roads\n{SAID}\nThe meeting ended at 12.00.", log)
    assert items(found) == [("1", "Apologies"), ("2", "Roads")]


# --- without numbers --------------------------------------------------------------------------------------------


def test_minutes_without_numbers_and_without_that_word() -> None:
    top = (
        "# STRATHEXE COUNCIL\n# AUDIT COMMITTEE\n"
        "At a Meeting of the Audit Committee held in the Civic Space on Wednesday, 12 June 2019 at 2.01 p.m."
    )
    names = table(("* Present:", "Councillors Ann Rowe and Ben Dale"), ("* Attending:", "Cara Fell, Chief Executive"))
    found = read(
        top,
        names,
        "Councillor Ann Rowe in the Chair",
        "# DECLARATIONS OF INTEREST\nIt was noted that there were no declarations of interest.\n"
        "# MINUTES\nThe minutes were submitted and approved as a correct record.\n"
        f"# APOLOGIES\nApologies were intimated on behalf of Councillor Green.\n# AUDIT PLAN\n{SAID}\n"
        "# DECISION\nThe Committee agreed to note the report.",
        top="",
    )
    assert found.kind == "minutes"
    assert [title for _, title in items(found)] == ["DECLARATIONS OF INTEREST", "MINUTES", "APOLOGIES", "AUDIT PLAN"]


def test_a_heading_over_an_action_table_begins_a_section() -> None:
    log = table(("* Action", "* Owner"), ("Send the slides to members", "AR"))
    found = read(f"# Meals\n{SAID}\n# Transport\n{SAID}\n# Actions from this session", log)
    assert [title for _, title in items(found)] == ["Meals", "Transport", "Actions from this session"]


def test_the_numbers_of_a_list_that_hangs_further_in_are_no_items(tmp_path: Path) -> None:
    content, y = "", 790.0
    for left, number, title in (
        (70, 1, "Apologies"), (70, 2, "Minutes"), (106, 3, "Bus shelters"), (106, 9, "Pay award"), (70, 3, "Decisions"),
        (106, 1, "Membership of the fair"), (106, 2, "Appeals"), (106, 3, "Profile of the warden"), (70, 4, "Close"),
    ):  # fmt: skip
        content += text(left, y, f"{number}.", 11, "F2") + text(left + 36, y, title, 11, "F2")
        if title != "Decisions":
            content += text(106, y - 14, "The Board heard of it at length and was content with all of it.")
        y -= 40
    found = paper_of(*of_pages(pdf.pages(Pdf().page(content).save(tmp_path / "lists.pdf"))))
    assert items(found) == [("1", "Apologies"), ("2", "Minutes"), ("3", "Decisions"), ("4", "Close")]


# --- lines that could take long ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hard",
    [
        "A" * 20_000,
        "1/" * 10_000,
        "MINUTES of the meeting of " * 800,
        "(" * 5_000 + "Item 1",
        "OSC 12 " * 3_000,
        "– " * 9_000,
    ],
)
def test_no_line_takes_long(hard: str) -> None:
    assert items(read(f"# 1. Roads\n{hard}\n# 2. Parks\n{hard}\n# 3. Close\n{SAID}"))[0] == ("1", "Roads")
