"""Welsh is recognised and said, so that nobody takes what is missing for what was not decided."""

import datetime as dt
from pathlib import Path

import docx

from ingest.reading import read
from ingest.reading.language.times import times
from ingest.reading.language.welsh import english, is_welsh, said
from ingest.reading.model import Block, Cell, Piece

WELSH = (
    "Croesawodd y Cadeirydd bawb i'r cyfarfod ac eglurodd fod yr adroddiad wedi ei ddosbarthu gyda'r agenda. "
    "Roedd yr aelodau yn falch o'r cynnydd a wnaed yn ystod y flwyddyn."
)
ENGLISH = (
    "The Chair welcomed everybody to the meeting and explained that the report had been circulated with the agenda. "
    "Members were pleased with the progress that had been made during the year."
)


def test_a_welsh_paragraph_is_told_from_an_english_one() -> None:
    assert is_welsh(WELSH)
    assert not is_welsh(ENGLISH)


def test_a_welsh_name_in_an_english_sentence_makes_no_welsh_paragraph() -> None:
    assert not is_welsh(
        "Councillor Eirlys Bodfan of Cyngor Tref Llanbedrog declared that she was a member of the board."
    )


def test_a_paper_in_both_languages_says_that_only_the_english_was_read() -> None:
    (problem,) = said((WELSH, ENGLISH, ENGLISH))
    assert problem.sentence == "Part of this paper is in Welsh. Only what stands in English was read."


def test_a_paper_in_welsh_asks_for_the_english_version(tmp_path: Path) -> None:
    paper = tmp_path / "cofnodion.txt"
    paper.write_text(f"Pwyllgor Craffu\n\nCofnodion y cyfarfod a gynhaliwyd ar 4 Mai 2022\n\n{WELSH}\n\n{WELSH}\n")
    sentences = [problem.sentence for problem in read(paper).problems]
    assert "This paper is in Welsh, which the reader does not know. Upload the English version." in sentences


def test_an_english_paper_says_nothing_of_welsh() -> None:
    assert said((ENGLISH,)) == ()


def block(text: str) -> Block:
    return Block("paragraph", text, (Piece(text, 0),))


def test_a_column_in_welsh_is_left_out_and_the_other_one_is_paragraphs() -> None:
    rows = tuple((Cell((block(left),)), Cell((block(right),))) for left, right in ((WELSH, ENGLISH), ("Dim.", "None.")))

    assert [one.text for one in english((Block("table", "", rows=rows),))] == [ENGLISH, "None."]


def test_a_welsh_paragraph_beside_an_english_one_is_left_out() -> None:
    assert english((block(WELSH), block(ENGLISH))) == (block(ENGLISH),)


def test_a_paper_without_english_stays_as_it_is() -> None:
    assert english((block(WELSH),)) == (block(WELSH),)


TWO_COLUMNS = (
    ("CYNGOR SIR BRO EIRA", "BRO EIRA COUNTY COUNCIL"),
    ("PWYLLGOR CRAFFU DYSGU", "LEARNING SCRUTINY COMMITTEE"),
    (
        "Cofnodion y cyfarfod a gynhaliwyd ddydd Mawrth, 4 Mawrth 2025 am 2.00 y.p. yn Siambr y Cyngor",
        "Minutes of the meeting held on Tuesday, 4 March 2025 at 2.00 p.m. in the Council Chamber",
    ),
    ("Yn bresennol:", "Present:"),
    ("Y Cynghorydd Eleri Pugh (Cadeirydd)", "Councillor Eleri Pugh (Chair)"),
    ("Y Cynghorwyr Gwyn Rees, Mair Lloyd-Owen ac Ifan Bebb", "Councillors Gwyn Rees, Mair Lloyd-Owen and Ifan Bebb"),
    ("Swyddogion: Siân Morus (Pennaeth Addysg)", "Officers: Siân Morus (Head of Education)"),
    ("Ymddiheuriadau: Y Cynghorydd Huw Parri", "Apologies: Councillor Huw Parri"),
    (
        "Datganodd y Cynghorydd Gwyn Rees fuddiant personol gan ei fod yn llywodraethwr yn yr ysgol.",
        "Councillor Gwyn Rees declared a personal interest as he was a governor of the school.",
    ),
)


def test_two_columns_in_a_word_file_are_read_in_english(tmp_path: Path) -> None:
    paper = docx.Document()
    cells = paper.add_table(rows=1, cols=2).rows[0].cells
    for cell, texts in zip(cells, zip(*TWO_COLUMNS, strict=True), strict=True):
        for text in texts:
            cell.add_paragraph(text)
    paper.save(str(tmp_path / "paper.docx"))

    found = read(tmp_path / "paper.docx")

    meeting = found.meeting
    assert (meeting.council, meeting.committee) == ("Bro Eira County Council", "Learning Scrutiny Committee")
    assert (meeting.date, meeting.start_time) == (dt.date(2025, 3, 4), dt.time(14))
    assert meeting.venue == "Council Chamber"
    assert [(one.name, one.role, one.status, one.position) for one in found.attendees] == [
        ("Eleri Pugh", "chair", "present", None),
        ("Gwyn Rees", "member", "present", None),
        ("Mair Lloyd-Owen", "member", "present", None),
        ("Ifan Bebb", "member", "present", None),
        ("Siân Morus", "officer", "present", "Head of Education"),
        ("Huw Parri", "member", "apologies", None),
    ]
    assert "Part of this paper is in Welsh. Only what stands in English was read." in [
        problem.sentence for problem in found.problems
    ]


def test_alternating_paragraphs_are_read_in_english(tmp_path: Path) -> None:
    lines = (
        "CYNGOR SIR BRO EIRA",
        "BRO EIRA COUNTY COUNCIL",
        "LEARNING SCRUTINY COMMITTEE",
        "Cofnodion y cyfarfod a gynhaliwyd ddydd Mawrth, 4 Mawrth 2025 am 2.00 y.p.",
        "Minutes of the meeting held on Tuesday, 4 March 2025 at 2.00 p.m. in the Council Chamber, County Hall",
        "YN BRESENNOL / PRESENT:",
        "Y Cynghorydd / Councillor Eleri Pugh (Cadeirydd / Chair)",
        "Y Cynghorwyr / Councillors: Gwyn Rees, Ifan Bebb",
        "Ymddiheuriadau / Apologies: Y Cynghorydd / Councillor Huw Parri (Dirprwy / Substitute: Councillor Ifan Bebb)",
        "1. DATGANIADAU O FUDDIANT / DECLARATIONS OF INTEREST",
        "Datganodd y Cynghorydd Gwyn Rees fuddiant personol gan ei fod yn llywodraethwr yn yr ysgol.",
        "Councillor Gwyn Rees declared a personal interest as he was a governor of the school.",
        "2. CYFARFOD NESAF / NEXT MEETING",
        "Cynhelir y cyfarfod nesaf ar 6 Mai 2025 am 2.00 y.p.",
        "The next meeting will be held on 6 May 2025 at 2.00 p.m.",
        "Daeth y cyfarfod i ben am 3.45 y.p.",
        "The meeting ended at 3.45 p.m.",
    )
    paper = docx.Document()
    for text in lines:
        paper.add_paragraph().add_run(text).bold = text[:1].isdigit()
    paper.save(str(tmp_path / "paper.docx"))

    found = read(tmp_path / "paper.docx")

    assert (found.meeting.start_time, found.meeting.end_time) == (dt.time(14), dt.time(15, 45))
    assert found.meeting.next_meeting is not None
    assert found.meeting.next_meeting.date == dt.date(2025, 5, 6)
    assert [(one.name, one.role, one.replaces) for one in found.attendees] == [
        ("Eleri Pugh", "chair", None),
        ("Gwyn Rees", "member", None),
        ("Ifan Bebb", "substitute", "Huw Parri"),
        ("Huw Parri", "member", None),
    ]
    assert [(one.name, one.description) for one in found.interests] == [("Gwyn Rees", "a governor of the school")]
    assert "llywodraethwr" in found.items[0].text  # for search, and for looking at


def test_times_in_welsh() -> None:
    printed = "ddydd Mawrth, 4 Mawrth 2025 am 2.00 y.p., 10.30 y.b., 6.30 yr hwyr"

    assert [clock.time for clock in times(printed)] == [dt.time(14), dt.time(10, 30), dt.time(18, 30)]
    assert [clock.time for clock in times("9am 2nd March, 10am to 11.30am")] == [
        dt.time(9),
        dt.time(10),
        dt.time(11, 30),
    ]
