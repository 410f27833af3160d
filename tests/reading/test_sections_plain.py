"""Headings of papers that have neither numbers nor bold type: flat text, labels with a colon, one paragraph an item."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reading.layout.sections import paper
from ingest.reading.sources import text
from tests.reading.marked_papers import SAID, items, read

TOP = """Nether Wallow Parish Council
Minutes of the meeting held on 4 March 2031 in the Reading Room

Present: Cllr A Lorne (Chair), Cllr B Tarrow, Cllr C Umber and D Vickery (Clerk)

"""


def titles(folder: Path, body: str, top: str = TOP) -> list[str]:
    path = folder / "paper.txt"
    path.write_text(top + body)
    found = paper(text.blocks(path)).sections
    assert all(section.number is None for section in found)
    return [section.title for section in found]


def test_labels_with_a_colon_are_headings(tmp_path: Path) -> None:
    body = """Minutes of the last Meeting: Cllr Tarrow proposed acceptance, seconded by Cllr Umber.

Matters Arising:

a) Pond - The Clerk will write again.

Gritting and Snow:

The salt bins were filled in November and will be filled again.

The following bins were counted:

Kiln Road

Bell Lane

Allotments

Plot nine is to let.

Planning:

No comments were made.
"""
    assert titles(tmp_path, body) == [
        "Minutes of the last Meeting",
        "Matters Arising",
        "Gritting and Snow",
        "Allotments",
        "Planning",
    ]


def test_each_item_may_be_one_paragraph_behind_its_label(tmp_path: Path) -> None:
    body = """Apologies: Cllr E Wren sent her apologies.

Declarations of Interest: None.

Minutes of the last meeting: The minutes of 4 February were approved and signed.

Highways: The Clerk had written again about the bridge in Kiln Road. The County would look at it in May.

Cllr Tarrow: he thanked the volunteers who had cleared the snow.

Playground: Cllr Tarrow reported that two swings were broken. Clerk to ask for quotes.

Next meeting: 1 April 2031.
"""
    assert titles(tmp_path, body) == [
        "Declarations of Interest",
        "Minutes of the last meeting",
        "Highways",
        "Playground",
        "Next meeting",
    ]


def test_labels_inside_items_are_no_headings(tmp_path: Path) -> None:
    body = f"""Bus services

{SAID}

Points raised:

The shelter leaks.

Reasons:

It is old.

Reply:

They will see to it.

Correspondence

{SAID}
"""
    assert titles(tmp_path, body) == ["Bus services", "Correspondence"]


def test_payments_and_letters_line_by_line_are_no_headings(tmp_path: Path) -> None:
    body = f"""Correspondence

{SAID}

Accounts for payment

Bell Lamps Ltd - £41.20 - Repairs to lamp nine

Quarry Hall - £12.00 - Hire of the small room

Mrs D Vickery - £300.10 - Salary and expenses

Tarrow and Sons - £9.99 - Bolts for the bridge

Any other business

{SAID}
"""
    assert titles(tmp_path, body) == ["Correspondence", "Accounts for payment", "Any other business"]


def test_somebodys_name_alone_in_a_line_is_no_heading(tmp_path: Path) -> None:
    body = f"""Apologies:
Lord Eric Wren
Dame Ida Marsh
{SAID} {SAID}
{SAID} {SAID}
"""
    top = "Quarry Board\nNotes of a meeting held on 4 March 2031\nPresent:\nAda Lorne (Chair)\nBen Tarrow\n"
    assert titles(tmp_path, body, top) == []


def test_a_blank_line_above_alone_parts_a_heading_from_numbered_paragraphs(tmp_path: Path) -> None:
    body = """Welcome and introductions
1. The Chair welcomed everyone.

Notes of the last meeting
2. The notes of the last meeting were agreed.
3. Ben Tarrow had sent the map.

Bus services
4. Cara Umber reported that route 9 had been cut.
5. RESOLVED: That

(1) the operator be asked to come; and
(2) the map be sent to members.

Any other business
6. There was none.
"""
    assert titles(tmp_path, body) == [
        "Welcome and introductions",
        "Notes of the last meeting",
        "Bus services",
        "Any other business",
    ]


def test_other_issues_have_headings_of_their_own(tmp_path: Path) -> None:
    body = f"""POLICE MATTERS

{SAID}

NEW ROADS

{SAID}

OTHER ISSUES RAISED

Bonfires

{SAID}

Litter in Kiln Road

{SAID}

DATES

The next meeting is in May.
"""
    found = titles(tmp_path, body)
    assert found == ["POLICE MATTERS", "NEW ROADS", "OTHER ISSUES RAISED", "Bonfires", "Litter in Kiln Road", "DATES"]


# --- numbers of paragraphs, numbers of items ----------------------------------------------------------------------


def test_numbered_paragraphs_that_run_through_the_items_are_no_items() -> None:
    found = read(
        "# 283. Apologies\nThere were none.\n# 284. Declarations\nMembers declared nothing.\n# 285. New roads",
        *(f"{number}) Mr A Lorne spoke of the bridge, and of what it costs in winter." for number in range(1, 9)),
        "9) Mr B Tarrow proposed and Mrs C Umber seconded the following amendment to the motion:",
        "“The bridge be closed.”",
        "10) Following the debate, the Chairman put the amendment in paragraph 9 to the vote as follows:",
        "For (17)",
        "11) RESOLVED that the Council:",
        "keeps the bridge open.",
    )
    assert items(found) == [("283", "Apologies"), ("284", "Declarations"), ("285", "New roads")]


@pytest.mark.parametrize(
    "before",
    [
        "# Election of Chair\n1. Mr A Lorne was proposed.\n2. RESOLVED that Mr Lorne take the chair.",
        "# Election of Vice-Chairman\nMrs Umber was elected.",
        "# Welcome to the new clerk\nRESOLVED that the Clerk be thanked.",
    ],
)
def test_business_before_the_first_number_is_an_item_without_one(before: str) -> None:
    found = read(
        "# UNRESTRICTED ITEMS", before, f"# 12. Apologies\n{SAID}\n# 13. New roads\n{SAID}\n# 14. Parks\n{SAID}"
    )
    title = before.splitlines()[0].removeprefix("# ")
    assert items(found) == [(None, title), ("12", "Apologies"), ("13", "New roads"), ("14", "Parks")]


def test_a_notice_before_the_first_number_is_no_item() -> None:
    found = read(
        "# Recording of this meeting\nThis meeting may be filmed.", f"# 1. Apologies\n{SAID}\n# 2. Roads\n{SAID}"
    )
    assert items(found) == [("1", "Apologies"), ("2", "Roads")]
