"""Posts beside, below and before their holders, and who sits on a board of partners.

All names are invented.
"""

from ingest.reading.model import MeetingRead, Paper
from ingest.reading.records.attendance import attendees
from tests.reading.attendance_papers import block, by_name, head, people, standing, table, told

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes, Cy Pike and Dot Quill"


def positions(found):
    return {person.name: person.position for person in found if person.role in {"officer", "guest", None}}


def test_posts_in_the_lines_below_their_holders():
    found = people(SEATED, head("Officers"), "Ed Rowe", "Head of Roads", "Fay Stow", "Interim Director, Early Help")

    assert positions(found) == {"Ed Rowe": "Head of Roads", "Fay Stow": "Interim Director, Early Help"}


def test_posts_in_the_lines_above_their_holders():
    found = people(SEATED, head("Clerk"), "Ed Rowe", head("Monitoring Officer"), "Fay Stow")

    assert positions(found) == {"Ed Rowe": "Clerk", "Fay Stow": "Monitoring Officer"}


def test_names_and_posts_in_turn_in_one_paragraph():
    found = people(SEATED, "Officers:", block("Ed Rowe\nHead of Roads\nFay Stow\nParks Manager"))

    assert positions(found) == {"Ed Rowe": "Head of Roads", "Fay Stow": "Parks Manager"}


def test_a_post_with_a_comma_of_its_own_before_its_holder():
    found = people(
        SEATED,
        head("Officers"),
        "Director of Schools - Ed Rowe",
        "Assistant Director, Early Help – Fay Stow",
        "Scrutiny Officer: Gil Tait",
    )

    assert positions(found) == {
        "Ed Rowe": "Director of Schools",
        "Fay Stow": "Assistant Director, Early Help",
        "Gil Tait": "Scrutiny Officer",
    }


def test_a_post_behind_a_dash_is_nobody():
    found = people(SEATED, "In attendance: Ed Rowe, Team Leader – Flood Risk; Fay Stow, Senior Planner – Early Help")

    assert positions(found) == {"Ed Rowe": "Team Leader – Flood Risk", "Fay Stow": "Senior Planner – Early Help"}


def test_posts_in_a_column_beside_a_list_with_marks():
    found = people(
        "Present: Councillors Ann Marrow*, Bob Oakes and Cy Pike*",
        "* attended remotely",
        head("Officers in attendance"),
        table(("Ed Rowe", "Head of Roads (Coast)"), ("Fay Stow", "Change Lead"), ("Gil Tait", "Clerk")),
    )

    assert positions(found) == {"Ed Rowe": "Head of Roads (Coast)", "Fay Stow": "Change Lead", "Gil Tait": "Clerk"}


def test_a_body_behind_a_comma_where_each_stands_between_semicolons():
    found = people(
        SEATED,
        "Also present: Ed Rowe, Head of Roads; Fay Stow, Victim Support; Gil Tait, Interim Parks Manager; Hal Upton",
    )

    assert positions(found) == {
        "Ed Rowe": "Head of Roads",
        "Fay Stow": "Victim Support",
        "Gil Tait": "Interim Parks Manager",
        "Hal Upton": None,
    }


def test_a_seat_right_behind_a_name():
    found = people(
        "Present:", "Councillor Ann Marrow (Chair)", "Bob Oakes Independent Member", "Cy Pike Co-opted Member"
    )

    assert told(found) == {"chair": ["Ann Marrow"], "co_opted": ["Bob Oakes", "Cy Pike"]}


def test_members_beside_the_executive_are_none_of_it():
    found = people(SEATED, "Cabinet Support Member present: Councillor Ed Rowe", "Lead Member: Councillor Fay Stow")

    assert (told(found)["guest"], told(found)["cabinet_member"]) == (["Ed Rowe"], ["Fay Stow"])


def test_officers_of_somebody_else_are_guests():
    found = people(
        SEATED,
        "Officers from the Dale Hospitals Trust: Ed Rowe (Chief Executive)",
        "Police officers: Inspector Fay Stow",
    )

    assert told(found)["guest"] == ["Ed Rowe", "Fay Stow"]


def test_everybody_present_sits_on_a_board_of_partners_but_its_clerk():
    front = (
        block("Present: Cllr Ann Marrow (Chair), Dr Bob Oakes (Dale ICB), Cy Pike (Director of Public Health)"),
        block("Dot Quill (Democratic Services Officer)"),
        block("In attendance: Ed Rowe (Head of Care)"),
    )
    found = attendees(Paper("minutes", front, ()), MeetingRead(committee="Norham Health and Wellbeing Board"))

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Dr Bob Oakes", "Cy Pike"],
        "officer": ["Dot Quill", "Ed Rowe"],
    }


def test_two_substitutes_told_in_one_sentence_of_apologies():
    found = by_name(
        "Present: Councillors A Marrow (Chair), B Oakes, C Pike and D Quill",
        items=[
            (
                "Apologies",
                "Apologies were received from Councillor Rowe with Councillor Pike substituting and from Councillor "
                "Stow for whom Councillor Quill was substituting.",
            )
        ],
    )

    assert standing(found)["C Pike"] == ("substitute", "present")
    assert (found["C Pike"].replaces, found["D Quill"].replaces) == ("Rowe", "Stow")
    assert standing(found)["Rowe"] == standing(found)["Stow"] == ("member", "apologies")


def test_a_substitute_named_in_brackets_behind_the_one_away():
    found = by_name(
        "Present: Councillors A Marrow (Chair), B Oakes and C Pike",
        "Apologies: Councillors D Quill (substituted by Councillor C Pike), E Rowe",
    )

    assert found["C Pike"].replaces == "D Quill"
    assert standing(found)["D Quill"] == ("member", "apologies")


def test_posts_with_their_holders_among_posts_without_and_before_others():
    found = by_name(
        SEATED,
        "In attendance: Executive Director (Finance and Regulatory), Chief Officer Audit (Ms E. Rowe), Head of Roads "
        "(Mr F. Stow), Clerk to the Council; Ms G. Tarn, Exe NHS Trust; Councillor H. Usk, Executive Member for Roads.",
    )

    assert {name: found[name].position for name in ("Ms E Rowe", "Mr F Stow", "Ms G Tarn")} == {
        "Ms E Rowe": "Chief Officer Audit",
        "Mr F Stow": "Head of Roads",
        "Ms G Tarn": "Exe NHS Trust",
    }
    assert found["H Usk"].role == "cabinet_member"


def test_a_post_that_nobody_is_said_to_hold_is_not_the_next_person_s():
    found = by_name(SEATED, "In attendance: Clerk to the Council; Ms G. Tarn, Parks Manager; Councillor H. Usk")

    assert found["Ms G Tarn"].position == "Parks Manager"
    assert standing(found)["H Usk"] == ("guest", "present")


def test_a_commissioner_behind_a_councillor_and_an_and():
    found = by_name(
        SEATED,
        "Apologies: Councillor Ed Rowe (Norham Council) and the Deputy Police and Crime Commissioner, Fay Stow",
    )

    assert standing(found)["Ed Rowe"] == ("member", "apologies")
    assert found["Fay Stow"].position == "Deputy Police and Crime Commissioner"
    assert found["Fay Stow"].role == "guest"


def test_what_is_said_of_somebody_behind_the_post_is_no_part_of_it():
    found = by_name(
        SEATED,
        "Officers: Ed Rowe, Director of Roads (ER); Fay Stow, Scrutiny Officer (notes); Gil Tarn, Parks Lead, Remote; "
        "Hal Usk, Area Manager (North)",
    )

    assert {name: found[name].position for name in ("Ed Rowe", "Fay Stow", "Gil Tarn", "Hal Usk")} == {
        "Ed Rowe": "Director of Roads",
        "Fay Stow": "Scrutiny Officer",
        "Gil Tarn": "Parks Lead",
        "Hal Usk": "Area Manager (North)",
    }


def test_the_last_of_a_list_without_a_title_is_a_person_and_a_newspaper_is_none():
    found = by_name(
        "Present: Mrs A Marrow (Chair), Mr B Oakes, Mrs C Pike, Dan Quill",
        "In attendance: Mr E Rowe, Mr F Stow, Norham Gazette",
    )

    assert set(found) == {"Mrs A Marrow", "Mr B Oakes", "Mrs C Pike", "Dan Quill", "Mr E Rowe", "Mr F Stow"}
    assert found["Mr F Stow"].position == "Norham Gazette"


def test_the_council_in_brackets_at_a_town_council_is_another_but_not_in_an_office_of_its_own():
    front = block("Present: Cllr A Marrow (Chair)"), block("Apologies: Cllr B Oakes (Norham Council)")
    own = block("Apologies: Cllr C Pike (Mayor of the Council)")
    found = attendees(Paper("minutes", (*front, own), ()), MeetingRead(council="Nether Moss Town Council"))

    assert [one.role for one in found] == ["chair", "guest", "member"]
