"""Attendance blocks in many layouts: lists, columns, groups, labels. All names are invented."""

import pytest

from tests.reading.attendance_papers import cell, head, people, table, told

BLOCKS = [
    (
        "two groups side by side, an officers' row between",
        (
            table(
                (cell("Attendees", 2), cell("Apologies for Absence", 2)),
                ("Name", "Council", "Name", "Council"),
                ("Cllr Ann Marrow (Chair)", "Norham", "Cllr Dot Quill", "Exe"),
                ("Cllr Bob Oakes", "Exe", "", ""),
                (cell("Officers", 4),),
                ("Gil Stow", "Norham", "Hal Tait", "Norham"),
            ),
        ),
        {
            "chair": ["Ann Marrow"],
            "apologies": ["Dot Quill"],
            "member": ["Bob Oakes"],
            "officer": ["Gil Stow", "Hal Tait"],
        },
    ),
    (
        "columns of names in a table",
        (
            head("Present:"),
            table(
                ("Char Atkins", "Ann Edgell (Vice-Chairman (Scrutiny))"),
                ("Bob Oakes (Chairman)", "Cy Pike"),
                ("Dot Quill", ""),
            ),
        ),
        {
            "member": ["Char Atkins", "Cy Pike", "Dot Quill"],
            "vice_chair": ["Ann Edgell"],
            "chair": ["Bob Oakes"],
        },
    ),
    (
        "columns of names by tabs",
        ("Present:", "Char Atkins\tAnn Edgell (Vice-Chairman)\tCy Pike", "Bob Oakes (Chairman)\tDot Quill"),
        {"member": ["Char Atkins", "Cy Pike", "Dot Quill"], "vice_chair": ["Ann Edgell"], "chair": ["Bob Oakes"]},
    ),
    (
        "the chair first, the members under a heading",
        ("Present: Jem Pert (Chairman)", head("Attendance"), "Char Atkins", "Bob Oakes", head("Officers"), "Gil Stow"),
        {"chair": ["Jem Pert"], "member": ["Char Atkins", "Bob Oakes"], "officer": ["Gil Stow"]},
    ),
    (
        "surnames alone",
        (
            table(("Present:", "Councillor McGarr (Chairperson) / Councillors Ahmad, Ali-Rez, Carter and O’Dowd")),
            "Apologies: Councillor Larby and Muskett",
        ),
        {"chair": ["McGarr"], "member": ["Ahmad", "Ali-Rez", "Carter", "O’Dowd"], "apologies": ["Larby", "Muskett"]},
    ),
    (
        "deputies are no substitutes",
        (
            "Present: Councillor Green – in the Chair",
            "Also present:",
            "Councillor T. Robin, Executive Member for Health",
            "Councillor Chamber, Deputy Executive Member for Health",
            "Tom Hinch, Deputy Place Lead, Integrated Care Board",
            "Cllr Guy Nicholl, Deputy Mayor",
            "Sal Dee (Deputy Chief Executive)",
        ),
        {
            "chair": ["Green"],
            "cabinet_member": ["T. Robin".replace(".", ""), "Chamber"],
            "guest": ["Tom Hinch", "Guy Nicholl"],
            "officer": ["Sal Dee"],
        },
    ),
    (
        "members of the cabinet in brackets behind two",
        (
            "Present: Councillors A Marrow (Chair) and B Oakes",
            "In attendance: Councillors T Cole and J Lamb (Cabinet Members), Councillor P Vine (Ward Member)",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes"], "cabinet_member": ["T Cole", "J Lamb"], "guest": ["P Vine"]},
    ),
    (
        "executive members",
        (
            "Members Present: Councillor A Marrow (Chairman); Councillor B Oakes (Vice Chairman)",
            "Executive Members: Councillor C Pike",
            "Also in attendance: Councillor D Quill",
            "Officers in Attendance: Gil Stow and Hal Tait",
            "Other People in Attendance: Ivy Upton",
        ),
        {
            "chair": ["A Marrow"],
            "vice_chair": ["B Oakes"],
            "cabinet_member": ["C Pike"],
            "guest": ["D Quill", "Ivy Upton"],
            "officer": ["Gil Stow", "Hal Tait"],
        },
    ),
    (
        "attendees of every kind in one list",
        (
            "Attendees: Cllr Jo Penb (Chair), Cllr Denz Trew, Martin Clem (Lead Flood Manager), Ruth Varc (Democratic "
            "Officer), Sal-Ann Pask (Environment Agency)",
            "Apologies: Cllr Art Nancy",
        ),
        {
            "chair": ["Jo Penb"],
            "member": ["Denz Trew"],
            "officer": ["Martin Clem", "Ruth Varc"],
            "guest": ["Sal-Ann Pask"],
            "apologies": ["Art Nancy"],
        },
    ),
    (
        "substitutes named behind apologies",
        (
            "Present: Councillors A Marrow (Chair) and B Oakes",
            "Apologies: Councillor C Pike (substitute: Councillor Coxwell), "
            "Councillor D Quill (sub – Councillor E Rowe)",
        ),
        {
            "chair": ["A Marrow"],
            "member": ["B Oakes"],
            "apologies": ["C Pike", "D Quill"],
            "substitute": ["Coxwell", "E Rowe"],
        },
    ),
    (
        "a label for substitutes",
        (
            "Present: Councillor A Marrow (Chair), Councillor B Oakes",
            "Substitutes: Cllr D Stock for Cllr I Hadle; and Cllr J Bern (for Cllr G Moh)",
        ),
        {
            "chair": ["A Marrow"],
            "member": ["B Oakes"],
            "substitute": ["D Stock", "J Bern"],
            "absent": ["I Hadle", "G Moh"],
        },
    ),
    (
        "the chair behind the list",
        ("Present: Councillors A Marrow, B Oakes and C Pike", "Councillor B Oakes in the Chair."),
        {"member": ["A Marrow", "C Pike"], "chair": ["B Oakes"]},
    ),
    (
        "arrivals and departures",
        (
            "Present: Councillors A Marrow (Chair), B Oakes (from 6:15 pm) and C Pike (left at 8.05pm, during item 6)",
            "Councillor D Quill (arrived 10:20)",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike", "D Quill"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_an_attendance_block_tells_who_was_there_as_what(front, expected):
    assert told(people(*front)) == expected
