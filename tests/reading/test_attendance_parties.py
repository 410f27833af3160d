"""Labels of those who came for others: parties of a hearing, services, bodies, sides and sectors; who spoke.

All names are invented.
"""

import pytest

from tests.reading.attendance_papers import by_name, head, people, standing, table, told

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike"


@pytest.mark.parametrize("label", ["For the applicant", "Objectors", "Premises licence holder", "Interested parties"])
def test_parties_of_a_hearing_are_guests_though_they_stand_behind_the_clerk(label):
    found = by_name("Sub-Committee: Cllr A Marrow (Chair), Cllr B Oakes", "Clerk: C Pike", f"{label}: Mr D Quill")

    assert (found["Mr D Quill"].role, found["C Pike"].role, found["B Oakes"].role) == ("guest", "officer", "member")


def test_nobody_has_the_post_of_the_clerk_behind_a_label_of_their_own():
    found = by_name(SEATED, "Clerk: D Quill", "Tidemark Partnership: Mrs E Rowe")

    assert (found["Mrs E Rowe"].role, found["Mrs E Rowe"].position) == (None, None)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Internal Audit present", "officer"),
        ("NHS present", "guest"),
        ("Members present", "member"),
        ("Non-Committee Members present", "guest"),
        ("Did not attend", "absent"),
        ("Invited to attend", "guest"),
        ("Scrutiny support", "officer"),
    ],
)
def test_what_labels_with_a_verb_say(label, role):
    found = people(SEATED, f"{label}: Mr E Rowe")

    assert told(found)[role][-1] == "Mr E Rowe"


def test_whoever_appointed_members_makes_no_officers_of_them():
    found = people(
        "Present:",
        "Secretary of State appointed members: Mr A Marrow (Chair), Ms B Oakes",
        "Parish appointed: C Pike",
        "Staff: D Quill",
    )

    assert told(found) == {"chair": ["Mr A Marrow"], "member": ["Ms B Oakes", "C Pike"], "officer": ["D Quill"]}


def test_those_who_advise_a_side_sit_on_neither():
    found = by_name(
        head("Employers’ Side"),
        "Councillor A Marrow",
        "Advisers to the Employers’ Side: Ms B Oakes (Head of Personnel)",
    )

    assert found["Ms B Oakes"].role == "officer"


@pytest.mark.parametrize("post", ["Leader of the Opposition", "Leader of the Labour Group", "Green Group Leader"])
def test_who_leads_a_party_is_employed_by_nobody_here(post):
    found = by_name(SEATED, f"Also in attendance: Councillors D Quill, E Rowe ({post})")

    assert found["E Rowe"].role == "guest"


def test_short_forms_of_the_chairs():
    found = people("Members: Cllrs Marrow (Ch), Oakes (V-Ch), Pike")

    assert told(found) == {"chair": ["Marrow"], "vice_chair": ["Oakes"], "member": ["Pike"]}


def test_the_chair_in_a_sentence_before_the_others():
    found = people("Councillor Ann Marrow in the Chair. Councillors Bob Oakes, Cy Pike and Dot Quill.")

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike", "Dot Quill"]}


def test_a_capacity_beside_each_name():
    found = by_name(
        table(
            ("Attendee", "Capacity", "Attendance"),
            ("Cllr Ann Marrow", "Chair", "Present"),
            ("Cllr Bob Oakes", "Committee member", "Present"),
            ("Cllr Cy Pike", "Ward councillor", "Present"),
            ("Cllr Dot Quill", "Reserve, for Cllr Ed Rowe", "Present"),
            ("Fay Stow", "Exe Foodbank (invited speaker)", "Present"),
        )
    )

    assert {name: one.role for name, one in found.items() if name != "Ed Rowe"} == {
        "Ann Marrow": "chair",
        "Bob Oakes": "member",
        "Cy Pike": "guest",
        "Dot Quill": "substitute",
        "Fay Stow": "guest",
    }
    assert (found["Dot Quill"].replaces, found["Fay Stow"].position) == ("Ed Rowe", "Exe Foodbank")


def test_labels_in_a_first_column_without_a_header():
    found = by_name(
        table(
            ("", "Name", "Title", "Attended"),
            ("Panel members", "Cllr Ann Marrow", "Chair", "Y"),
            ("", "Cllr Bob Oakes", "", "N (apologies)"),
            ("Cabinet", "Cllr Cy Pike", "Climate", "Y"),
            ("External", "Dot Quill", "Exe Energy", "Y"),
        )
    )

    assert standing(found) == {
        "Ann Marrow": ("chair", "present"),
        "Bob Oakes": ("member", "apologies"),
        "Cy Pike": ("cabinet_member", "present"),
        "Dot Quill": ("guest", "present"),
    }


def test_everybody_below_board_member_sits_on_the_board():
    found = by_name(
        table(
            ("Organisation", "Board member", "Present"),
            ("Garth Council", "Cllr Ann Marrow", "Y"),
            ("Garth College", "Principal, Dr Bob Oakes", "Y"),
        )
    )

    assert found["Dr Bob Oakes"].role == "member"


def test_whoever_keeps_the_notes_of_councillors_is_none_of_them():
    found = by_name("Attendees:", "Cllr Ann Marrow – Chair", "Cllr Bob Oakes", "Cllr Cy Pike", "Dot Quill – notes")

    assert found["Dot Quill"].role == "officer"


def test_people_in_a_table_who_are_said_to_have_spoken():
    spoke = table(("No", "Name", "Subject"), ("PS1", "Dot Quill", "Bus gates"), ("PS2", "Ed Rowe", "Cycle lanes"))
    written = table(("PS3", "Fay Stow", "Parking"))
    found = people(
        SEATED,
        items=[
            (
                "Public forum",
                "The following people spoke to their statements:",
                spoke,
                "The following statements were received from people who did not attend:",
                written,
            )
        ],
    )

    assert told(found)["guest"] == ["Dot Quill", "Ed Rowe"]


def test_people_before_the_items_who_addressed_the_committee():
    found = people(
        SEATED, "Public speaking: The following persons addressed the committee: Mr D Quill (objecting), Mrs E Rowe"
    )

    assert told(found)["guest"] == ["Mr D Quill", "Mrs E Rowe"]
