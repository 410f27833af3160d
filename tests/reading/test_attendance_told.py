"""Attendance told by groups, in sentences and beside codes, as clerks tell it in papers of their own making.

All names are invented.
"""

from pathlib import Path

import pytest

from tests.reading.attendance_papers import head, people, table, told
from tests.reading.drawn_papers import LONG, blocks, paragraphs
from tests.reading.pdf_writer import text


def test_members_by_political_group_with_those_whom_they_replace():
    found = people(
        "PRESENT:-",
        "Liberal Democrat Group (3): Councillor A. Marrow (Chair), Councillor Bob Oakes and Councillor Ms. C. Pike "
        "(vice Councillor D. Quill)",
        "Garth First Group: Councillor Sir Ed Rowe and Councillor F. Stow",
        "Independent: Councillor Gil Tait",
        "Diocesan representative (co-opted, with a vote on schools and colleges alone): Canon Hal Upton",
        items=[("Apologies", "Apologies were received from Councillors D. Quill and Ivy Vane, and of Mr. Jo West.")],
    )

    assert told(found) == {
        "chair": ["A Marrow"],
        "member": ["Bob Oakes", "Sir Ed Rowe", "F Stow", "Gil Tait"],
        "substitute": ["Ms. C Pike"],
        "co_opted": ["Canon Hal Upton"],
        "apologies": ["D Quill", "Ivy Vane", "Mr. Jo West"],
    }


def test_a_key_whose_entries_hold_commas_and_a_column_of_substitutes():
    found = people(
        head("Attendance"),
        table(
            ("Member", "Mark", "Substitute"),
            ("Cllr Ann Marrow (Chair)", "P", ""),
            ("Cllr Bob Oakes", "A", "Cllr Cy Pike"),
            ("Cllr Dot Quill", "N", ""),
            ("Cllr Ed Rowe", "R", ""),
        ),
        "Key: P – present in the chamber; R – joined from elsewhere, by telephone; A – apologies; N – not there, no "
        "apologies sent",
        "Officers: Fay Stow (Head of Roads) and Gil Tait (Clerk) Others: Mr Hal Upton, Garth Ramblers",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "apologies": ["Bob Oakes"],
        "substitute": ["Cy Pike"],
        "absent": ["Dot Quill"],
        "member": ["Ed Rowe"],
        "officer": ["Fay Stow", "Gil Tait"],
        "guest": ["Mr Hal Upton"],
    }


def test_a_front_in_sentences_that_begins_in_attendance():
    found = people(
        "In attendance: Councillor Ann Marrow of Norham City Council presided, with Councillors Bob Oakes and Cy "
        "Pike (Norham City Council) and Councillor Dot Quill (Garth District Council, substituting for Councillor "
        "Ed Rowe) and Mr Gil Stow and Mrs Lily Tait, independent co-opted members.",
        "Attending to answer questions were the Fire Commissioner, Ms Ivy Upton; and the Chief Fire Officer, "
        "Mr Jo Vane.",
        "The Panel was advised by Ms Kay West (Panel Secretary).",
        "Apologies had come from Councillor Ed Rowe. Councillor Lou Yates was not present.",
    )

    roles = told(found)
    assert roles["chair"] == ["Ann Marrow"]
    assert roles["member"][:2] == ["Bob Oakes", "Cy Pike"]
    assert roles["substitute"] == ["Dot Quill"]
    assert roles["apologies"] == ["Ed Rowe"]
    assert roles["absent"] == ["Lou Yates"]
    assert {"Mr Jo Vane", "Ms Ivy Upton", "Ms Kay West", "Mrs Lily Tait"} <= {person.name for person in found}
    assert next(person.role for person in found if person.name == "Mrs Lily Tait") == "co_opted"


def test_who_came_in_whose_place_who_gave_apologies_and_who_else_did():
    found = people(
        "Councillors Ann Marrow (Chair) and Bob Oakes attended, with the co-opted church representative, Mrs Cy Pike. "
        "Councillor Dot Quill came in the place of Councillor Ed Rowe, who had given his apologies, as had Councillor "
        "Fay Stow.",
        "They were joined by Councillor Gil Tait (Cabinet Member for Roads) and Hal Upton (Director of Place).",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes"],
        "co_opted": ["Mrs Cy Pike"],
        "substitute": ["Dot Quill"],
        "apologies": ["Ed Rowe", "Fay Stow"],
        "cabinet_member": ["Gil Tait"],
        "officer": ["Hal Upton"],
    }
    assert next(person.replaces for person in found if person.name == "Dot Quill") == "Ed Rowe"


@pytest.mark.parametrize(
    "said",
    [
        "No word from Cllr Ed Rowe.",
        "Nothing had been heard from Cllr Ed Rowe.",
        "Cllr Ed Rowe was not present.",
        "Councillor Ed Rowe did not attend.",
    ],
)
def test_absence_without_apologies_is_absence(said):
    found = people("Present: Cllrs Ann Marrow (Chair) and Bob Oakes", items=[("To receive apologies", said)])

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes"], "absent": ["Ed Rowe"]}


def test_a_substitute_behind_a_dash_among_the_apologies():
    found = people(
        head("Members present"),
        "Cllr Ann Marrow (Chair)",
        "Cllr Bob Oakes",
        head("Apologies"),
        "Cllr Cy Pike – Cllr Oakes attended in his place",
    )

    assert told(found) == {"chair": ["Ann Marrow"], "substitute": ["Bob Oakes"], "apologies": ["Cy Pike"]}


def test_labels_and_titles_in_two_languages():
    found = people(
        "Yn bresennol / Present: Cyng./Cllr Ann Marrow (chair), Bob Oakes, Cai Pike and, by telephone, Cllr Dot Quill",
        "Ysgrifennydd / Clerk: Ed Rowe",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes", "Cai Pike", "Dot Quill"],
        "officer": ["Ed Rowe"],
    }
    assert next(person.position for person in found if person.name == "Ed Rowe") == "Clerk"


def test_the_label_also_there_and_a_resident_with_the_place_where_she_lives():
    found = people(
        "Present: Cllrs Ann Marrow (Chair) and Bob Oakes",
        "Also there: Mrs Cy Pike (Town Clerk), Dan Quill (Caretaker) and two residents",
        items=[("Public session", "Mrs Eve Rowe of Moss Lane said that the bench had gone.")],
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes"],
        "officer": ["Mrs Cy Pike", "Dan Quill"],
        "guest": ["Mrs Eve Rowe"],
    }


def test_two_columns_of_lists_whose_lines_are_out_of_step_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "*Members present",
        "Cllr A Marrow",
        "Cllr B Oakes",
        "Cllr C Pike",
        "Cllr D Quill",
        "*Apologies",
        "Cllr E Rowe",
    ]
    right = [
        "Cllr F Stow",
        "Cllr K Yates",
        "*Others present",
        "G Tait, Clerk",
        "H Upton, Warden",
        "I Vane, Ramblers",
        "J West",
    ]
    drawn = paragraphs(LONG, top=560)
    for x, lines, gap in ((72, left, 0), (320, right, 7)):
        y = 700.0
        for line in lines:
            y -= 13.5 + gap * line.startswith("*")
            drawn += text(x, y, line.strip("*"), font="F2" if line.startswith("*") else "F1")

    read = " ".join(block.text for block in blocks(tmp_path, drawn))

    assert read.index("E Rowe") < read.index("F Stow") < read.index("Others present") < read.index("G Tait")
