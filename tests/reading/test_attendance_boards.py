"""Who sits on boards, forums and parish councils, and who serves them. All names are invented."""

import pytest

from tests.reading.attendance_papers import block, by_name, people, standing, table, told

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike"


def doubted(person):
    return person.role is None and "role" in [doubt.field for doubt in person.doubts]


@pytest.mark.parametrize("dash", ["– ", " – ", "—"])
def test_a_dash_right_behind_present_leads_the_list(dash):
    found = people(f"Present{dash}Cllr Ann Marrow - Chairman, Cllr Bob Oakes, Cllr C Pike.")

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "C Pike"]}


@pytest.mark.parametrize("how", ["via video conf", "by phone", "via Zoom", "- via Microsoft Teams", "on Teams"])
def test_how_somebody_came_stands_behind_the_bracket(how):
    found = people("Attendees: Ann Marrow (Chair), Bob Oakes (Tidemark) " + how + ", Cy Pike (Exe Trust)")

    assert [person.name for person in found] == ["Ann Marrow", "Bob Oakes", "Cy Pike"]
    assert found[1].status == "present"
    assert found[1].note == how.strip("- ")


def test_an_honorary_office_is_a_members_and_a_secretariat_is_none():
    found = people("Attendees: Ann Marrow (Chair), Bob Oakes (Honorary Secretary), Cy Pike (Secretariat), Dot Quill")

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Dot Quill"], "officer": ["Cy Pike"]}


def test_managers_among_guests_may_be_anybodys():
    found = by_name("Attendees: Ann Marrow (Chair), Bob Oakes, Cy Pike", "Guests: Ed Rowe (Stock Manager), Fay Stow")

    assert doubted(found["Ed Rowe"])
    assert found["Fay Stow"].role == "guest"


def test_apologies_make_no_member_of_somebody_whom_the_list_leaves_open():
    found = by_name(
        "Attendees: Ann Marrow (Chair), Bob Oakes, Cy Pike",
        "Guests: Ed Rowe (Stock Manager)",
        items=[("Apologies", "Apologies were received from Cy Pike and Ed Rowe.")],
    )

    assert doubted(found["Ed Rowe"])
    assert found["Cy Pike"].role == "member"


def mayors_table():
    return table(("Ed Rowe", "Mayor of Dale and Exe"), ("Fay Stow", "Head of Roads"))


def test_a_mayor_in_a_row_is_no_officer():
    found = {person.name: person for person in people(SEATED, block("In attendance"), mayors_table())}

    assert doubted(found["Ed Rowe"])
    assert found["Ed Rowe"].position == "Mayor of Dale and Exe"
    assert found["Fay Stow"].role == "officer"


def test_the_mayor_of_a_combined_authority_is_its_executive():
    found = people(SEATED, block("In attendance"), mayors_table(), council="Dale and Exe Combined Authority")

    assert told(found)["cabinet_member"] == ["Ed Rowe"]


def test_lay_members_behind_the_councillors_are_co_opted():
    found = people(
        "Sederunt: Councillors Ann Marrow (Convener) and Bob Oakes; Mr Ed Rowe and Ms Fay Stow, lay members."
    )

    assert told(found)["co_opted"] == ["Mr Ed Rowe", "Ms Fay Stow"]


def test_ranks_of_a_fire_service():
    found = by_name(
        SEATED,
        "Officers: Deputy Chief Fire Officer Ed Rowe; Area Commander Fay Stow (Community Risk); Gil Tait (Treasurer)",
        "Apologies: Councillors Dot Quill and Hal Umber; Chief Fire Officer Ida Vane",
    )

    assert standing(found) == {
        "Ann Marrow": ("chair", "present"),
        "Bob Oakes": ("member", "present"),
        "Cy Pike": ("member", "present"),
        "Ed Rowe": ("officer", "present"),
        "Fay Stow": ("officer", "present"),
        "Gil Tait": ("officer", "present"),
        "Dot Quill": ("member", "apologies"),
        "Hal Umber": ("member", "apologies"),
        "Ida Vane": (None, "apologies"),
    }
    assert found["Ed Rowe"].position == "Deputy Chief Fire Officer"
    assert doubted(found["Ida Vane"])


def forum(*rows, over="Representing"):
    return table(("Name", over, "Attendance"), *rows)


ROWS = (
    ("Ann Marrow (Chair)", "Headteacher, Mill Lane Primary School", "Present"),
    ("Rev Bob Oakes", "Diocese of Norham", "Present"),
    ("Cy Pike", "Chief Executive, Tern Academy Trust", "Apologies"),
    ("Dot Quill", "Governor, Dale Infant School", "Present"),
    ("Ed Rowe", "Local Authority officer", "Present"),
)


def test_whom_each_represents_makes_members_of_a_register():
    found = standing(by_name(forum(*ROWS)))

    assert found["Ann Marrow"] == ("chair", "present")
    assert [found[name] for name in ("Rev Bob Oakes", "Dot Quill")] == [("member", "present")] * 2
    assert found["Cy Pike"] == ("member", "apologies")
    assert found["Ed Rowe"] == (None, "present")


def test_those_below_a_label_of_officers_sit_for_nobody():
    found = standing(by_name(forum(*ROWS, ("Officers", "", ""), ("Fay Stow", "Schools Finance Manager", "Present"))))

    assert found["Fay Stow"] == ("officer", "present")


def test_an_organisation_beside_a_name_is_no_seat():
    found = standing(by_name(forum(*ROWS, over="Organisation")))

    assert found["Dot Quill"][0] == "guest"


def test_the_clerk_behind_an_ampersand_ends_the_list():
    found = people("Present: Cllrs Marrow, Oakes & Pike, County Cllr Quill & the Clerk.")

    assert [person.name for person in found] == ["Marrow", "Oakes", "Pike", "Quill"]
    assert "officer" not in told(found)
