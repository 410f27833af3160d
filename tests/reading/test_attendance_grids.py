"""Attendance by marks: legends, and grids of meetings. All names are invented."""

import datetime as dt

import pytest

from tests.reading.attendance_papers import entry, head, people, table, told

LEGENDS = [
    (
        "marks in a column of their own",
        (
            head("Elected Members:"),
            "(* = present)",
            table(("*", "Hanna Carr"), ("", "Angus Goodie"), ("r", "Frank Kellow"), ("*", "Trev Hoggard (Chairman)")),
            "r = remote attendance",
        ),
        {"member": ["Hanna Carr", "Frank Kellow"], "absent": ["Angus Goodie"], "chair": ["Trev Hoggard"]},
    ),
    (
        "marks that were read as bullets",
        (
            head("Elected Members:"),
            "(* = present)",
            entry("Hanna Carr", "*"),
            "Angus Goodie",
            entry("Nick Dash (Vice-Chairman) r Frank Kellow", "*"),
            "r = remote attendance",
        ),
        {"member": ["Hanna Carr", "Frank Kellow"], "absent": ["Angus Goodie"], "vice_chair": ["Nick Dash"]},
    ),
    (
        "marks before names in a list",
        (
            "Members: *Councillor A Marrow (Chair), *Councillor B Oakes, Councillor C Pike and *Councillor D Quill",
            "*denotes attendance",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes", "D Quill"], "absent": ["C Pike"]},
    ),
    (
        "the legend above, marks behind the names",
        ("Members (* Present)", "Cllr Ann Marrow* (Chair)", "Cllr Bob Oakes", "Cllr Cy Pike*"),
        {"chair": ["Ann Marrow"], "absent": ["Bob Oakes"], "member": ["Cy Pike"]},
    ),
    (
        "a mark for those away",
        ("Present: Councillors A Marrow (Chair), B Oakes* and C Pike", "* Absent with apologies"),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]},
    ),
    (
        "a mark for substitutes",
        (
            "Present: Councillors A Marrow (Chair), B Oakes* and C Pike",
            "*Substitute in accordance with Procedure Rule 31",
        ),
        {"chair": ["A Marrow"], "substitute": ["B Oakes"], "member": ["C Pike"]},
    ),
    (
        "daggers for remote attendance",
        ("Present: Councillors A Marrow (Chair), B Oakes† and C Pike‡", "† attended remotely", "‡ part of the meeting"),
        {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike"]},
    ),
    (
        "a mark for apologies beside one for presence",
        (
            "Committee Members:",
            "* Councillor A Marrow (Chair)",
            "+ Councillor B Oakes",
            "Councillor C Pike",
            "* Present",
            "+ Apologies",
        ),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "absent": ["C Pike"]},
    ),
    (
        "letters",
        (
            head("Attendance"),
            "P – Present  A – Apologies  AB – Absent",
            table(("Cllr A Marrow (Chair)", "P"), ("Cllr B Oakes", "A"), ("Cllr C Pike", "AB"), ("Cllr D Quill", "P")),
        ),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "absent": ["C Pike"], "member": ["D Quill"]},
    ),
]


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in LEGENDS], ids=[case[0] for case in LEGENDS])
def test_a_legend_tells_what_marks_mean(front, expected):
    assert told(people(*front)) == expected


GRID = (
    ("Member", "13 June 2023", "12 Sept", "5 December 2023"),
    ("Cllr A Marrow (Chair)", "P", "P", ""),
    ("Cllr B Oakes", "P", "A", ""),
    ("Cllr C Pike", "A", "P", ""),
)


def test_a_grid_of_meetings_is_read_in_the_column_of_this_one():
    found = people(head("Attendance"), table(*GRID), date=dt.date(2023, 9, 12))

    assert told(found) == {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]}


def test_a_grid_without_this_meetings_date_is_read_in_the_last_one_before_it():
    found = people(head("Attendance"), table(*GRID), date=dt.date(2023, 9, 26))

    assert told(found) == {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]}


def test_a_grid_of_ticks_and_crosses():
    rows = (
        ("Name", "03/05/2024", "07/06/2024"),
        ("Ann Marrow", "✓", "✓"),
        ("Bob Oakes", "✓", "x"),
        ("Cy Pike", "Apologies", "✓"),
    )

    assert told(people(head("Members present"), table(*rows), date=dt.date(2024, 6, 7))) == {
        "member": ["Ann Marrow", "Cy Pike"],
        "absent": ["Bob Oakes"],
    }
