"""Registers of attendance by codes: one pair of columns or several, keys above and below. All names are invented."""

import datetime as dt

import pytest

from ingest.reading.records.attendance import legends
from tests.reading.attendance_papers import head, people, table, told

REGISTERS = [
    (
        "two halves side by side, the key below",
        (
            head("Attendance record"),
            table(
                ("Councillor", "Code", "Councillor", "Code"),
                ("A Marrow (Chairman)", "P", "D Quill", "P"),
                ("Miss B Oakes", "AP", "E Reed", "AB"),
                ("C Pike", "P (until 4.10 pm)", "F Stow", "SUB for Miss B Oakes"),
            ),
            "P = present    AP = sent apologies    AB = absent and sent none    SUB = substitute",
        ),
        {
            "chair": ["A Marrow"],
            "apologies": ["Miss B Oakes"],
            "member": ["C Pike", "D Quill"],
            "absent": ["E Reed"],
            "substitute": ["F Stow"],
        },
    ),
    (
        "codes before the names, the key above in brackets",
        (
            head("Attendance"),
            "Key: (P) present, (Ap) apologies, (X) absent",
            table(
                ("P", "Cllr Ann Marrow (Chair)"), ("Ap", "Cllr Bob Oakes"), ("X", "Cllr Cy Pike"), ("P", "Cllr Di Fox")
            ),
        ),
        {"chair": ["Ann Marrow"], "apologies": ["Bob Oakes"], "absent": ["Cy Pike"], "member": ["Di Fox"]},
    ),
    (
        "groups between names and ticks, without a key",
        (
            head("Members"),
            table(
                ("Name", "Group", "Attendance"),
                ("Cllr Ann Marrow (Chair)", "Lab", "✓"),
                ("Cllr Bob Oakes", "Con", "✗"),
                ("Cllr Cy Pike", "LD", "A"),
                ("Cllr Di Fox", "Lab", "S (for Cllr Pike)"),
            ),
        ),
        {"chair": ["Ann Marrow"], "absent": ["Bob Oakes"], "apologies": ["Cy Pike"], "substitute": ["Di Fox"]},
    ),
    (
        "wards in both halves, the marks of the key behind their words",
        (
            head("Attendance"),
            table(
                ("Member", "Ward", "Status", "Member", "Ward", "Status"),
                ("Ann Marrow", "North", "P", "Cyril Pike", "South", "A"),
                ("Bob Oakes (Chair)", "East", "P", "Dora Fox", "West", "N"),
            ),
            "Present = P; Apologies = A; Not present = N",
        ),
        {"member": ["Ann Marrow"], "chair": ["Bob Oakes"], "apologies": ["Cyril Pike"], "absent": ["Dora Fox"]},
    ),
    (
        "three columns of names, the last with one person alone",
        (
            head("Attendance"),
            table(
                ("Member", "", "Member", "", "Member", ""),
                ("Ann Marrow (Chair)", "P", "Cyril Pike", "A", "Ed Reed", "DNA"),
                ("Bob Oakes", "P", "Dora Fox", "P", "", ""),
            ),
            "P Present; A Apologies; DNA Did not attend",
        ),
        {
            "chair": ["Ann Marrow"],
            "member": ["Bob Oakes", "Dora Fox"],
            "apologies": ["Cyril Pike"],
            "absent": ["Ed Reed"],
        },
    ),
    (
        "letters of something else",
        (
            head("Members present"),
            table(
                ("Member", "Interest declared"),
                ("Cllr Ann Marrow (Chair)", "Y"),
                ("Cllr Bob Oakes", "N"),
                ("Cllr Cy Pike", "N"),
            ),
        ),
        {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike"]},
    ),
    (
        "labels between the rows",
        (
            head("Attendance"),
            table(
                ("Councillors", ""),
                ("Cllr Ann Marrow (Chair)", "P"),
                ("Cllr Bob Oakes", "A"),
                ("Co-opted members", ""),
                ("Mrs Cy Pike", "P"),
            ),
            "P – Present A – Apologies",
        ),
        {"chair": ["Ann Marrow"], "apologies": ["Bob Oakes"], "co_opted": ["Mrs Cy Pike"]},
    ),
    (
        "letters that the key gives other meanings than is usual",
        (
            head("Attendance"),
            table(("Cllr Ann Marrow (Chair)", "A"), ("Cllr Bob Oakes", "N"), ("Cllr Cy Pike", "A")),
            "A = attended, N = did not attend",
        ),
        {"chair": ["Ann Marrow"], "absent": ["Bob Oakes"], "member": ["Cy Pike"]},
    ),
    (
        "a row a council, with the names of those present and of those away",
        (
            table(
                ("Authority", "Members present", "Apologies"),
                ("Norham County Council", "Cllr Ann Marrow (Chair) / Cllr Bob Oakes*", "Cllr Cy Pike"),
                ("Garth Borough Council", "Cllr Di Fox", "Cllr Ed Reed"),
            ),
            "* Cllr Oakes substituted for Cllr Pike.",
        ),
        {
            "chair": ["Ann Marrow"],
            "substitute": ["Bob Oakes"],
            "apologies": ["Cy Pike", "Ed Reed"],
            "member": ["Di Fox"],
        },
    ),
    (
        "columns to be ticked",
        (
            head("Attendance"),
            table(
                ("Name", "Present", "Apologies"),
                ("Cllr Ann Marrow (Chair)", "✓", ""),
                ("Cllr Bob Oakes", "", "✓"),
                ("Cllr Cy Pike", "✗", ""),
            ),
        ),
        {"chair": ["Ann Marrow"], "apologies": ["Bob Oakes"], "absent": ["Cy Pike"]},
    ),
    (
        "tables of councils under labels",
        (
            head("PRESENT:"),
            table(
                ("Councillor Ann Marrow", "Norham City Council (Chair)"),
                ("Councillor Bob Oakes", "Garth Borough Council (substitute for Councillor Cy Pike)"),
            ),
            head("APOLOGIES:"),
            table(
                ("Councillor Cy Pike", "Garth Borough Council"),
                ("Ed Reed", "Chief Executive, Garth Harbour Company"),
            ),
        ),
        {"chair": ["Ann Marrow"], "substitute": ["Bob Oakes"], "apologies": ["Cy Pike", "Ed Reed"]},
    ),
]


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in REGISTERS], ids=[case[0] for case in REGISTERS])
def test_a_register_is_read_by_its_codes(front, expected):
    assert told(people(*front)) == expected


def test_the_code_of_a_substitute_tells_for_whom():
    found = people(
        head("Members"),
        table(("Cllr Ann Marrow (Chair)", "P"), ("Cllr Bob Oakes", "AP"), ("Cllr Cy Pike", "SUB for Cllr Oakes")),
    )

    assert {one.name: one.replaces for one in found if one.replaces} == {"Cy Pike": "Bob Oakes"}


def test_a_code_that_nothing_explains_is_a_doubt():
    found = people(
        head("Members"), table(("Cllr Ann Marrow (Chair)", "P"), ("Cllr Bob Oakes", "Z"), ("Cllr Cy Pike", "AP"))
    )

    assert [(one.name, [doubt.field for doubt in one.doubts]) for one in found] == [
        ("Ann Marrow", []),
        ("Bob Oakes", ["status"]),
        ("Cy Pike", []),
    ]


def test_a_grid_of_meetings_with_a_key_in_one_line():
    rows = (
        ("Member", "Group", "6 May 31"),
        ("Cllr Ann Marrow (Chair)", "Lab", "✓"),
        ("Cllr Bob Oakes", "LD", "A"),
        ("Cllr Cy Pike", "Con", "✗"),
        ("Cllr Di Fox", "Lab", "S (for Cllr Oakes)"),
    )
    key = "Key: ✓ present A sent apologies S substitute ✗ absent, apologies not sent"

    assert told(people(head("Attendance"), table(*rows), key, date=dt.date(2031, 5, 6))) == {
        "chair": ["Ann Marrow"],
        "apologies": ["Bob Oakes"],
        "absent": ["Cy Pike"],
        "substitute": ["Di Fox"],
    }


@pytest.mark.parametrize("text", ["Present: AB; Apologies: CD", "A present member", "Apologies", "P Present"])
def test_words_that_are_no_key(text):
    assert legends.read(text) == {}


SAID = [
    (
        (
            "Present: Councillors Marrow (Chair) and Oakes (for Councillor Pike)",
            "Apologies:",
            "Councillor(s) Pike and Reed sent apologies.",
        ),
        {"chair": ["Marrow"], "substitute": ["Oakes"], "apologies": ["Pike", "Reed"]},
    ),
    (
        (
            table(
                ("PRESENT:", "Councillors A Marrow (Chair), B Oakes (Substitute for C Pike)"),
                (
                    "APOLOGIES:",
                    "were given on behalf of Councillors C Pike and Mrs D Fox and of Canon E Reed (Co-opted Member)",
                ),
            ),
        ),
        {"chair": ["A Marrow"], "substitute": ["B Oakes"], "apologies": ["C Pike", "Mrs D Fox", "Canon E Reed"]},
    ),
]


@pytest.mark.parametrize(("front", "expected"), SAID)
def test_who_was_replaced_and_sent_apologies_sent_apologies(front, expected):
    assert told(people(*front)) == expected


def test_guests_of_outside_bodies_are_no_officers():
    found = people(
        table(
            ("Councillors", "Officers", "Partners"),
            ("Cllr Ann Marrow (Chair)", "Cal Vane – Head of Roads", "Ida Stow – Settle Here"),
        ),
        head("Officers and others in attendance:"),
        "Eve Fox, Independent Chair, Harbour Trades Council",
        "Jo Reed, Chief Officer, Garth Citizens Advice",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "officer": ["Cal Vane"],
        "guest": ["Ida Stow", "Eve Fox", "Jo Reed"],
    }
