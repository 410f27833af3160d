"""What stands before the names that it is about, and lists whose label tells less than the list.

All names are invented.
"""

from tests.reading.attendance_papers import by_name, head, people, standing, table, told

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes, Cy Pike and Dot Quill"


def test_a_seat_told_before_those_who_hold_it():
    found = people(f"{SEATED} and co-opted members Mr Ed Rowe and Ms Fay Stow; Independent Persons G Tait and H Upton")

    assert told(found)["member"] == ["Bob Oakes", "Cy Pike", "Dot Quill"]
    assert told(found)["co_opted"] == ["Mr Ed Rowe", "Ms Fay Stow", "G Tait", "H Upton"]


def test_a_seat_told_behind_those_who_hold_it():
    found = people(
        "Present: Councillors Ann Marrow, Bob Oakes and Cy Pike; Mr Ed Rowe and Ms Fay Stow, co-opted members"
    )

    assert told(found)["co_opted"] == ["Mr Ed Rowe", "Ms Fay Stow"]


def test_apologies_told_at_the_end_of_a_list_of_those_present():
    found = standing(by_name(f"{SEATED}, Ed Rowe (Church Representative), and apologies from Councillor Fay Stow"))

    assert (found["Ed Rowe"], found["Fay Stow"]) == (("co_opted", "present"), ("member", "apologies"))


def test_officers_told_behind_several_are_no_councillors():
    found = people(SEATED, "Also present: Councillor Ed Rowe; Fay Stow and Gil Tait (Officers)")

    assert (told(found)["guest"], told(found)["officer"]) == (["Ed Rowe"], ["Fay Stow", "Gil Tait"])


def test_the_body_itself_listed_as_in_attendance():
    found = people(
        head("In attendance:"),
        "Ann Marrow – Chairman",
        "Bob Oakes",
        "Cy Pike",
        head("Officers in attendance:"),
        "Dot Quill",
    )

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike"], "officer": ["Dot Quill"]}


def test_a_column_of_those_whom_one_came_for():
    found = by_name(
        head("Members"),
        table(
            ("Councillor", "Attended", "Substitute for"),
            ("Ann Marrow (Chair)", "Yes", ""),
            ("Bob Oakes", "Apologies", ""),
            ("Cy Pike", "Yes", "Bob Oakes"),
        ),
    )

    assert standing(found)["Cy Pike"] == ("substitute", "present")
    assert (found["Cy Pike"].replaces, standing(found)["Bob Oakes"]) == ("Bob Oakes", ("member", "apologies"))


def test_a_part_of_the_council_behind_a_name_and_a_chair_who_presides():
    found = people(
        "Sederunt: Councillors Ann Marrow (Convener in the Chair) and Bob Oakes; Cy Pike, Committee Services"
    )

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes"], "officer": ["Cy Pike"]}


def test_a_semicolon_ends_the_title_of_several():
    found = people(SEATED, "In attendance: Councillors Ed Rowe and Fay Stow; Gil Tait, Hal Upton")

    assert (told(found)["guest"], told(found)["officer"]) == (["Ed Rowe", "Fay Stow"], ["Gil Tait", "Hal Upton"])


def test_church_and_parents_among_councillors_are_co_opted():
    found = people(
        "Present: Councillors A Marrow, B Oakes, C Pike, Mrs D Quill (Church of England), Mr E Rowe (Parent Governor)"
    )

    assert told(found)["co_opted"] == ["Mrs D Quill", "Mr E Rowe"]


def test_representatives_of_whom_nothing_tells_what_they_are():
    found = people(
        SEATED,
        "Tenant Representatives: Ed Rowe",
        "Parent Representatives: Fay Stow",
        "District Council Representatives: Councillor Gil Tait (Exe)",
    )

    assert [(person.name, person.role) for person in found[4:]] == [
        ("Ed Rowe", None),
        ("Fay Stow", "co_opted"),
        ("Gil Tait", "member"),
    ]


def test_advisers_in_one_list_with_officers():
    found = people(SEATED, "Officers and advisers: Ed Rowe (Head of Finance), Fay Stow (Independent Adviser)")

    assert (told(found)["officer"], told(found)["guest"]) == (["Ed Rowe"], ["Fay Stow"])


def test_apologies_behind_dashes_in_a_list_are_no_sentence():
    found = people(
        head("Councillors"),
        "Councillor Ann Marrow (Chair); Councillor Bob Oakes – sent apologies; Councillor Cy Pike; Councillor D Quill",
    )

    assert told(found) == {"chair": ["Ann Marrow"], "apologies": ["Bob Oakes"], "member": ["Cy Pike", "D Quill"]}


def test_a_register_below_its_key_holds_members():
    found = people(
        head("Attendance"),
        "1 Present 0 Absent A Apologies",
        table(("Members", "Record of attendance"), ("Councillor A Marrow", "1"), ("Councillor B Oakes", "A")),
    )

    assert told(found) == {"member": ["A Marrow"], "apologies": ["B Oakes"]}
