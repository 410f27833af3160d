"""Labels below labels: who of a list stands behind each, and labels that run on with the list before them.

All names are invented.
"""

from tests.reading.attendance_papers import block, by_name, head, people, standing, told

SEATED = "Councillors Ann Marrow (Chair), Bob Oakes, Cy Pike and Dot Quill"


def test_councillors_and_co_optees_below_apologies_are_away():
    found = people(
        head("Present"),
        SEATED,
        head("Apologies for Absence"),
        "Councillor(s): E Rowe, F Stow",
        "Co-opted Member(s): Gil Tait",
    )

    assert told(found)["apologies"] == ["E Rowe", "F Stow", "Gil Tait"]
    assert [person.role for person in found[-3:]] == ["member", "member", "co_opted"]


def test_officers_behind_the_apologies_are_there():
    found = people(f"PRESENT: {SEATED}", "Apologies: Councillor E Rowe", "Officers: Fay Stow (Head of Roads)")

    assert told(found)["officer"] == ["Fay Stow"]


def test_councillors_below_also_present_sit_elsewhere():
    found = people(f"Present: {SEATED}", "Also present:", "Councillors: Ed Rowe and Fay Stow")

    assert told(found)["guest"] == ["Ed Rowe", "Fay Stow"]


def test_councillors_below_substitutions_came_for_others():
    found = people(
        f"Present: {SEATED}", "SUBSTITUTIONS: Councillors: Ed Rowe (for Fay Stow) and Gil Tait (for H Upton)"
    )

    assert told(found)["substitute"] == ["Ed Rowe", "Gil Tait"]


def test_members_who_came_under_a_rule_have_no_seat_here():
    found = people(
        head("Present"),
        SEATED,
        "Members attending in accordance with Standing Order 25",
        "Councillors E Rowe and F Stow",
    )

    assert told(found)["guest"] == ["E Rowe", "F Stow"]


def test_councillors_in_attendance_behind_the_list_of_members():
    found = people(
        head("Committee Members"),
        SEATED,
        head("County Councillors in attendance:-"),
        "Councillor Ed Rowe, Cabinet Member for Roads",
        "Councillor Fay Stow",
    )

    assert (told(found)["cabinet_member"], told(found)["guest"]) == (["Ed Rowe"], ["Fay Stow"])


def test_councillors_in_attendance_are_the_members_where_no_others_are_listed():
    found = people(head("Councillors in attendance"), SEATED)

    assert told(found)["member"] == ["Bob Oakes", "Cy Pike", "Dot Quill"]


def test_lead_ins_that_say_who_is_listed_below():
    found = people(
        "County Councillors - The following Members of the Committee were present in the Chamber",
        "Councillor Ann Marrow (Chair)",
        "The following Members were present online:-",
        "Councillor Bob Oakes",
        "Councillor Cy Pike",
        "The following councillors were also present:",
        "Councillor Dot Quill",
    )

    roles = {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike"], "guest": ["Dot Quill"]}
    assert told(found) == roles


def test_councils_of_a_joint_committee_each_before_its_members():
    found = standing(
        by_name(
            "Present:",
            "Norham: Councillor Ann Marrow (Chair), Councillor Bob Oakes",
            "Exe: Councillor Cy Pike",
            "Officers: Dot Quill (Clerk)",
        )
    )

    assert found == {
        "Ann Marrow": ("chair", "present"),
        "Bob Oakes": ("member", "present"),
        "Cy Pike": ("member", "present"),
        "Dot Quill": ("officer", "present"),
    }


def test_the_sectors_of_a_schools_forum_sit_on_it():
    found = people(
        "Present:",
        "Primary Maintained Headteachers: Ann Marrow (Chair), Bob Oakes",
        "Secondary Academies: Cy Pike",
        "LA Officers: Dot Quill (Head of Schools Finance)",
    )

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike"], "officer": ["Dot Quill"]}


def test_labels_that_begin_a_line_of_the_list_before_them():
    found = people(
        "Present:",
        "Councillors A Marrow, B Oakes, C Pike and\nD Quill\n"
        "Cabinet Member: E Rowe\nOFFICERS IN ATTENDANCE\nFay Stow, Clerk",
    )

    assert told(found) == {
        "member": ["A Marrow", "B Oakes", "C Pike", "D Quill"],
        "cabinet_member": ["E Rowe"],
        "officer": ["Fay Stow"],
    }


def test_those_who_are_present_for_an_item_are_no_members():
    found = people(
        f"Present: {SEATED}",
        "Present for item 5: Councillor Ed Rowe (Cabinet Member for Adults), Fay Stow (Head of Care).",
    )

    assert (told(found)["cabinet_member"], told(found)["officer"]) == (["Ed Rowe"], ["Fay Stow"])


def test_a_post_behind_a_name_and_a_colon_is_no_label():
    found = by_name("Officers:", block("Ann Marrow: Head of Roads"), block("Bob Oakes: Clerk"))

    assert {name: person.position for name, person in found.items()} == {
        "Ann Marrow": "Head of Roads",
        "Bob Oakes": "Clerk",
    }


def test_a_dash_stands_for_the_colon_behind_a_label():
    found = by_name(
        "Present – Councillor Ann Marrow (in the Chair), Councillor Bob Oakes",
        "Also in attendance – Ed Rowe, Head of Roads; Dr Fay Stow, Medical Director, Exe Hospitals NHS Trust",
        "Apologies – Councillor Cy Pike",
    )

    assert {name: (one.role, one.status) for name, one in found.items()} == {
        "Ann Marrow": ("chair", "present"),
        "Bob Oakes": ("member", "present"),
        "Ed Rowe": ("officer", "present"),
        "Dr Fay Stow": ("guest", "present"),
        "Cy Pike": ("member", "apologies"),
    }
