"""Attendance whose commas, labels or headers were lost or never printed. All names are invented."""

import pytest

from ingest.reading.records.attendance import lists
from tests.reading.attendance_papers import block, entry, head, people, table, told


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Councillors D Rook (Chair) N Wren, M Tern and P Lark", ["D Rook", "N Wren", "M Tern", "P Lark"]),
        (
            "Ann Rook (Dale Rail), Bob Wren (wren.example) Carl Tern (Exe Ferries)",
            ["Ann Rook", "Bob Wren", "Carl Tern"],
        ),
        ("Cllr Ann Rook AR Chair Cllr Bob Wren BW Carl Tern CT Clerk", ["Ann Rook", "Bob Wren", "Carl Tern"]),
        ("Cllr Ann Rook AR NCC Carl Tern CT", ["Ann Rook", "Carl Tern"]),
        ("Cllrs Rook & Wren", ["Rook", "Wren"]),
        ("A Rook, NDC Clerk B Wren", ["A Rook", "B Wren"]),
        ("Will Rook, April Wren and May Tern", ["Will Rook", "April Wren", "May Tern"]),
        ("Cllrs Rook, Wren and the Clerk", ["Rook", "Wren"]),
    ],
)
def test_people_of_a_list_that_lost_its_commas(printed, names):
    assert [one.found.name.text for one in lists.people(printed)] == names


def test_an_ampersand_in_a_post_joins_no_names():
    found = lists.people("Ann Rook (Head of Roads & Parks), Bob Wren, Growth & Place")

    assert [one.found.name.text for one in found] == ["Ann Rook", "Bob Wren"]


def test_initials_and_posts_beside_names_of_a_list_without_commas():
    found = people("Attendance: Cllr Ann Rook AR Chair Cllr Bob Wren BW Carl Tern CT Parish Clerk (Minutes)")

    assert told(found) == {"chair": ["Ann Rook"], "member": ["Bob Wren"], "officer": ["Carl Tern"]}
    assert found[2].position == "Parish Clerk"
    assert [person.forms for person in found] == [("AR",), ("BW",), ("CT",)]


def test_posts_with_their_holders_in_brackets():
    found = people(
        "Present: Councillor A Rook (Chair); Councillor B Wren",
        "OFFICERS: Assistant Chief Engineer (Carl Tern), Works Manager – Coast and Harbour (Dee Lark).",
        "REPRESENTATIVE BODIES: Ed Finch (Pilots’ Union).",
    )

    assert told(found)["officer"] == ["Carl Tern", "Dee Lark"]
    assert told(found)["guest"] == ["Ed Finch"]
    assert found[3].position == "Works Manager – Coast and Harbour"


def test_a_colon_in_the_brackets_of_a_post_is_no_label():
    found = people(
        head("Officers in Attendance:-"), "Ann Rook (Executive Director: Place & Growth) and Bob Wren (Clerk)"
    )

    assert told(found) == {"officer": ["Ann Rook", "Bob Wren"]}


def test_a_list_without_a_label_below_the_title_and_the_public_behind_it():
    found = people(
        head("OVER MOSS PARISH COUNCIL"),
        "Mr A Rook (Chairman), Messrs B Wren (Vice-Chairman), C Tern and D Lark, District and County Councillor Ms E "
        "Finch, Miss F Crane (Clerk) and 12 residents, among them Mrs Gwen Stork who asked about buses.",
    )

    assert told(found) == {
        "chair": ["Mr A Rook"],
        "vice_chair": ["B Wren"],
        "member": ["C Tern", "D Lark"],
        "guest": ["Ms E Finch", "Mrs Gwen Stork"],
        "officer": ["Miss F Crane"],
    }
    assert next(person.position for person in found if person.role == "officer") == "Clerk"


def test_members_of_a_principal_council_at_a_parish_council():
    found = people(
        head("OVER MOSS PARISH COUNCIL"),
        "PRESENT: Cllr R Rook, Ann Wren (NDC), Mrs N Tern (Clerk) Cllr M Lark Norham County Council There were 3 "
        "members of the public.",
    )

    assert told(found) == {"member": ["R Rook"], "guest": ["Ann Wren", "M Lark"], "officer": ["Mrs N Tern"]}


def test_places_that_send_members_to_a_joint_committee():
    found = people(
        "Representing Norham: Cllr Ann Rook (Chairman); Cllr Bob Wren",
        "Representing Over Exe: Cllr Carl Tern",
        "NHS: Dr Dee Lark, Medical Director, Exe Hospitals NHS Trust",
    )

    assert told(found) == {"chair": ["Ann Rook"], "member": ["Bob Wren", "Carl Tern"], "guest": ["Dr Dee Lark"]}


def test_the_office_of_a_commissioner_over_those_who_work_there():
    found = people(
        head("Panel Members present"),
        "Councillor Ann Rook (Chair)",
        head("Office of the Police and Crime Commissioner"),
        "Bob Wren – Chief Executive",
    )

    assert told(found) == {"chair": ["Ann Rook"], "guest": ["Bob Wren"]}


def test_who_presided_is_no_member_of_the_list_of_apologies_above():
    found = people(
        "SEDERUNT: Councillors Ann Rook (Convener), Bob Wren",
        "APOLOGIES: Councillor Carl Tern",
        "Councillor Rook, Convener, presiding.",
    )

    assert told(found) == {"chair": ["Ann Rook"], "member": ["Bob Wren"], "apologies": ["Carl Tern"]}


def test_names_dashes_and_bodies_in_cells_of_their_own():
    found = people(
        "Attendees:",
        table(("Ann Rook (AR) (Chair)", "", "-", "Exe Sands UHB"), ("Bob Wren (BW)", "", "", "-", "Carrick Moor UHB")),
        "Apologies:",
        table(("Carl Tern (CT)", "", "-", "Carrick Moor UHB"), ("Dee Lark (DL)", "-", "Exe Sands UHB")),
    )

    assert [person.name for person in found] == ["Ann Rook", "Bob Wren", "Carl Tern", "Dee Lark"]
    assert [person.status for person in found] == ["present", "present", "apologies", "apologies"]
    assert found[1].position == "Carrick Moor UHB"


def test_a_register_whose_dates_were_lost_is_read_at_its_last_filled_column():
    found = people(
        table(
            ("Ann Rook", "P", "P", "P", ""),
            ("Bob Wren", "P", "A", "S", ""),
            ("Carl Tern", "P", "P", "A", ""),
            ("Dee Lark", "P", "", "", ""),
        ),
        table(("P – Present", "S – Sanctioned absence"), ("A – Absent", "L – Came late")),
        table(("Chaired by", "Ann Rook", "Clerked by", "Ed Finch")),
    )

    assert told(found) == {
        "chair": ["Ann Rook"],
        "apologies": ["Bob Wren"],
        "absent": ["Carl Tern"],
        "officer": ["Ed Finch"],
    }


def test_a_sentence_on_places_labels_no_list_of_people():
    found = people("Present: Cllr A Rook", block("The schools that swim on Mondays are:"), entry("Gull Hill", "1."))

    assert told(found) == {"member": ["A Rook"]}


def test_the_public_behind_a_dash():
    found = people("Present: Cllrs Rook, Wren and the Clerk. Members of the public – CSO Tern & Dee Lark.")

    assert told(found) == {"member": ["Rook", "Wren"], "guest": ["Tern", "Dee Lark"]}


def test_apologies_that_were_accepted_under_an_item_with_that_name():
    found = people(
        "Present: Cllrs Rook and Wren",
        items=[("Acceptance of apologies for absence", " Accepted from Cllr Tern and Cllr Lark.")],
    )

    assert told(found) == {"member": ["Rook", "Wren"], "apologies": ["Tern", "Lark"]}


def test_apologies_outweigh_a_list_of_those_who_were_expected():
    away = [("Welcome and apologies", "Apologies were received from Bob Wren and Cllr Carl Tern.")]
    expected = people("Attendees: Ann Rook (Chair), Bob Wren, Cllr Carl Tern (NDC)", items=away)
    came = people("Present: Ann Rook (Chair), Bob Wren, Cllr Carl Tern (NDC)", items=away)

    assert told(expected) == {"chair": ["Ann Rook"], "apologies": ["Bob Wren", "Carl Tern"]}
    assert told(came) == {"chair": ["Ann Rook"], None: ["Bob Wren", "Carl Tern"]}
    assert all(person.doubts for found in (expected, came) for person in found[1:])


def test_bodies_that_have_the_shape_of_a_name_where_each_line_has_one():
    found = people(
        "Present:",
        "Dr Ann Rook – CHAIR",
        "Bob Wren, University of Exe",
        "Carl Tern, Speak Up Exeside",
        "Dee Lark, Ministry of Works",
        "Ed Finch, Office of the Regent",
        "Apologies:",
        "Fay Crane, Harbour Rescue",
    )

    assert [person.name for person in found] == [
        "Dr Ann Rook",
        "Bob Wren",
        "Carl Tern",
        "Dee Lark",
        "Ed Finch",
        "Fay Crane",
    ]
    assert [person.position for person in found[2::3]] == ["Speak Up Exeside", "Harbour Rescue"]


def test_two_names_in_a_line_are_two_people_where_lines_name_no_bodies():
    found = people("Present:", "Ann Rook (Chair)", "Bob Wren, Carl Tern")

    assert told(found) == {"chair": ["Ann Rook"], "member": ["Bob Wren", "Carl Tern"]}


def test_ex_officio_members_behind_a_dash():
    found = people(
        "Panel attendees: Ann Rook (Chair), Bob Wren (Exe City Council) – Ex Officio: Carl Tern (Home Office)"
    )

    assert told(found) == {"chair": ["Ann Rook"], "member": ["Bob Wren", "Carl Tern"]}
    assert [person.position for person in found] == [None, "Exe City Council", "Home Office"]


def test_the_public_named_behind_their_number():
    found = people(
        "Councillors Ann Rook (Chairman), Bob Wren and Carl Tern were present together with the Clerk, Mrs E Finch, "
        "and two members of the public, Mr. F. Crane and Miss G Stork.",
    )

    assert told(found) == {
        "chair": ["Ann Rook"],
        "member": ["Bob Wren", "Carl Tern"],
        "officer": ["Mrs E Finch"],
        "guest": ["Mr. F Crane", "Miss G Stork"],
    }


def test_a_table_of_names_and_whether_they_came():
    found = people(table(("Ann Rook (Chair)", "Present"), ("Bob Wren", "Apologies"), ("Carl Tern", "Absent")))

    assert told(found) == {"chair": ["Ann Rook"], "apologies": ["Bob Wren"], "absent": ["Carl Tern"]}


def test_initials_before_names():
    found = people("Present: AR Ann Rook, BW Bob Wren (Chair), Carl Tern")

    assert told(found) == {"member": ["Ann Rook", "Carl Tern"], "chair": ["Bob Wren"]}


def test_a_clerk_behind_a_label_inside_a_line():
    found = people("PRESENT: Councillors A. Rook (Chair), B. Wren (Vice); C. Tern; Clerk: D. Lark; 2 residents.")

    assert told(found) == {"chair": ["A Rook"], "vice_chair": ["B Wren"], "member": ["C Tern"], "officer": ["D Lark"]}


def test_nobody_is_a_member_for_the_label_of_some_place_alone():
    found = people("Representing Norham: Cllr Ann Rook (Chairman)", "Representing the Moss: Bob Wren")

    assert [(person.name, person.role) for person in found] == [("Ann Rook", "chair"), ("Bob Wren", None)]
    assert found[1].doubts
