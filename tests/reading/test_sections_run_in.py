"""Headings of plain papers: in capitals before their text, several in one paragraph, and without a blank line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reading.layout.sections import paper
from ingest.reading.layout.sections_titles import heading_end
from ingest.reading.model import Block, Piece
from ingest.reading.sources import text


def items(folder: Path, body: str) -> list[tuple[str | None, str]]:
    path = folder / "paper.txt"
    path.write_text(body)
    return [(section.number, section.title) for section in paper(text.blocks(path)).sections]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("BOWLING GREEN", " The roller was mended in May."),
        ("POND AND PATHS (Lower Street)", " Nothing was raised."),
        ("NOTES OF THE SPRING MEETING held on 4th May 2031", " These were signed."),
        ("DECLARATIONS OF INTEREST and REQUESTS (for this evening alone)", " None were made."),
        ("CORRESPONDENCE", " a. Letters: two were received."),
        ("ALLOTMENTS", " The Clerk had let three plots."),
    ],
)
def test_a_heading_in_capitals_ends_where_its_sentences_begin(title: str, told: str) -> None:
    line = Block("entry", title + told, marker="4.")
    assert line.text[: heading_end(line)].strip() == title


@pytest.mark.parametrize(
    "heading", ["NHS Podiatry in Lower Street", "COVID-19 recovery plan", "SEND AND INCLUSION Strategy for the year"]
)
def test_letters_at_the_start_of_a_heading_do_not_end_it(heading: str) -> None:
    assert heading_end(Block("entry", heading, marker="4.")) is None


def test_items_that_go_on_in_one_paragraph_are_items(tmp_path: Path) -> None:
    body = """Minutes of Nether Wallow Parish Council

1. APOLOGIES FOR ABSENCE None were received.

2. LAMPS AND VERGES a. Lamp 4 is out. Clerk to report it. b. The verge was cut.

3. TRAINING: No new requests. 4. DATES FOR NEXT YEAR: The Clerk will send a list. 5. ITEMS FOR NEXT MEETING: Pond.
"""
    assert items(tmp_path, body) == [
        ("1", "APOLOGIES FOR ABSENCE"),
        ("2", "LAMPS AND VERGES"),
        ("3", "TRAINING"),
        ("4", "DATES FOR NEXT YEAR"),
        ("5", "ITEMS FOR NEXT MEETING"),
    ]


def test_headings_right_over_long_paragraphs_need_no_blank_lines(tmp_path: Path) -> None:
    told = "The Panel heard how the new work had gone since the spring, and asked what would come of it later."
    body = f"""Open Sheds Panel: second meeting note
Attendees:
Ann Archer (Chair), Bob Butcher, Cy Dale
Where the plan stands
{told}
Action:
Ann to write to both of the other panels about the plan
Keys for small sheds
{told}
Next steps
{told}
"""
    assert [title for _, title in items(tmp_path, body)] == [
        "Where the plan stands",
        "Keys for small sheds",
        "Next steps",
    ]


def test_the_date_of_the_next_meeting_may_keep_a_number_further_on(tmp_path: Path) -> None:
    body = """Minutes of Nether Wallow Parish Council

1.0 Apologies for absence

1.1 None were received.

2.0 Village green

2.1 The roller was mended.

3.0 Public questions

3.1 A resident asked for a bin.

9.0 Date of next meeting – Friday 3 October 2031, 7pm, Reading Room.

The meeting closed at 8.40pm.
"""
    assert [number for number, _ in items(tmp_path, body)] == ["1.0", "2.0", "3.0", "9.0"]


@pytest.mark.parametrize(
    ("bold", "title"),
    [
        ("Mooring fees. It was RESOLVED", "Mooring fees. "),
        ("Trees. To consider:", "Trees. "),
        ("Review: RESOLVED", "Review: "),
        ("Minutes: to approve those of 4 May", "Minutes: to approve those of 4 May "),
    ],
)
def test_bold_words_of_a_decision_behind_a_bold_heading_are_no_title(bold: str, title: str) -> None:
    plain = " that the moorings be let from the first of May."
    pieces = (Piece(bold, 0, bold=True), Piece(plain, len(bold)))
    end = heading_end(Block(kind="paragraph", text=bold + plain, pieces=pieces))
    assert (bold + plain)[:end] == title


def test_a_colon_with_a_dash_ends_a_heading_before_what_is_listed() -> None:
    line = Block("entry", "To approve the accounts for May:- Rope Works - £27.40 (Ch. 0071)", marker="9.")
    assert line.text[: heading_end(line)].strip() == "To approve the accounts for May:-"


COUNTED_ON = """Minutes of Nether Wallow Parish Council

811. Lamps:  Told.  Mr Vane had seen that two lamps were out.  He had told the County.

812. Apologies:  Mr Oakes.

813. Open forum:  Nobody came.

814. DECLARATIONS OF INTEREST

There were none.

815. MINUTES OF THE LAST MEETING

They were signed.

816. CORRESPONDENCE

The letter on the weir was read.

{last}. DATE OF NEXT MEETING

It would be on 4 May.
"""


def test_numbers_of_minutes_counted_on_leave_none_out(tmp_path: Path) -> None:
    found = items(tmp_path, COUNTED_ON.format(last=817))
    assert [number for number, _ in found] == ["811", "812", "813", "814", "815", "816", "817"]
