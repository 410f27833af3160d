"""Labels that no list of labels knows, over and before names: departments, bodies of others, anything.

All names are invented.
"""

import pytest

from tests.reading.attendance_papers import by_name, head, people, standing, told

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike"


@pytest.mark.parametrize("label", ["Legal", "Planning Policy", "Democratic Services", "Highways team"])
def test_a_department_before_a_name_has_an_officer(label):
    found = by_name(SEATED, "Cabinet Members: Councillor Dot Quill", f"{label}: E Rowe")

    assert (found["E Rowe"].role, found["E Rowe"].position) == ("officer", label)
    assert found["Dot Quill"].role == "cabinet_member"


def test_departments_one_behind_the_other_on_one_line():
    found = by_name(SEATED, "Highways: Dot Quill (Head of Roads), Ed Rowe. Legal: Fay Stow, Planning: Gil Tait")

    assert {name: one.position for name, one in found.items() if one.role == "officer"} == {
        "Dot Quill": "Head of Roads",
        "Ed Rowe": "Highways",
        "Fay Stow": "Legal",
        "Gil Tait": "Planning",
    }


@pytest.mark.parametrize("label", ["Legal:", "Democratic Services", head("Finance")])
def test_a_department_on_a_line_of_its_own_ends_the_list_of_the_cabinet(label):
    found = by_name(SEATED, head("Portfolio Holders:"), "Councillor Dot Quill (Roads)", label, "E Rowe")

    assert found["E Rowe"].role == "officer"


def test_nobody_sits_in_the_cabinet_under_a_label_of_their_own():
    found = by_name(SEATED, "Portfolio Holders:", "Councillor Dot Quill (Roads)", "Tidemark:", "E Rowe")

    assert found["E Rowe"].role is None
    assert found["E Rowe"].doubts


def test_a_body_of_others_on_a_line_of_its_own_sends_guests():
    found = by_name(SEATED, "Officers:", "Dot Quill (Clerk)", "Exe Hospitals Trust:", "E Rowe")

    assert (found["E Rowe"].role, found["E Rowe"].position) == ("guest", "Exe Hospitals Trust")


def test_a_service_beside_councillors_is_the_portfolio_of_those_behind_it():
    found = people(SEATED, "Cabinet Members:", "Housing: Councillor Dot Quill", "Finance: Councillor Ed Rowe")

    assert told(found)["cabinet_member"] == ["Dot Quill", "Ed Rowe"]


def test_places_and_parties_before_the_members_leave_them_members():
    found = people("Present:", "Norham: Councillors A Marrow (Chair) and B Oakes", "Labour: Councillor C Pike")

    assert told(found) == {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike"]}


def test_a_post_with_a_colon_before_its_service_is_no_label():
    found = by_name(SEATED, "Officers: Dot Quill, Corporate Director: Housing, and Ed Rowe (Head of Legal: Contracts)")

    assert set(found) == {"Ann Marrow", "Bob Oakes", "Cy Pike", "Dot Quill", "Ed Rowe"}


def test_the_authority_that_met_is_no_label_over_its_members():
    found = standing(
        by_name(head("Exe Fire and Rescue Authority"), "Members: Cllr A Marrow (Chair), Cllr B Oakes", "Clerk: C Pike")
    )

    assert found == {
        "A Marrow": ("chair", "present"),
        "B Oakes": ("member", "present"),
        "C Pike": ("officer", "present"),
    }


def test_a_panel_before_its_members():
    found = people("Panel: Cllr Ann Marrow (Chair), Cllr Bob Oakes", "Officers: Cy Pike")

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes"], "officer": ["Cy Pike"]}
