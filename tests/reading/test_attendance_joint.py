"""Members of joint bodies by the councils that sent them, and who came for a body of their own. All are invented."""

import pytest

from tests.reading.attendance_papers import by_name, head, people, table, told

TITLE = head("Norham and Exe Joint Scrutiny Committee")
PRESENT = "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norham County Council", "Exe Council"),
        ("Norham MBC", "Exe and Upper Dale BC"),
        ("London Borough of Norham Council:", "Exe Town Council:"),
        ("Norham City Council", "Exe DC"),
    ],
)
@pytest.mark.parametrize("as_heading", [True, False])
def test_members_under_the_name_of_their_council_are_members(first, second, as_heading):
    over = head if as_heading else str
    found = people(
        TITLE,
        "Date: 1 May 2024",
        over(first),
        "Cllr Ann Marrow (Chairperson)",
        "Cllr Cy Pike (for Cllr Dot Quill)",
        over(second),
        "Councillor Ed Rowe (Vice-Chair)",
        "Councillor Fay Stock",
        head("NHS and partners"),
        "Dr Gil Stow, Chief Nurse, Dale Hospitals NHS Trust",
        head("Officers"),
        "Hal Tait, Scrutiny Manager, Norham County Council",
    )
    assert told(found) == {
        "chair": ["Ann Marrow"],
        "substitute": ["Cy Pike"],
        "vice_chair": ["Ed Rowe"],
        "member": ["Fay Stock"],
        "guest": ["Dr Gil Stow"],
        "officer": ["Hal Tait"],
        "absent": ["Dot Quill"],
    }


def test_a_council_that_heads_the_paper_makes_nobody_a_member():
    found = people(head("Norham Borough Council"), TITLE, "In attendance:", "Cllr Ann Marrow", "Hal Tait, Clerk")
    assert told(found) == {"member": ["Ann Marrow"], "officer": ["Hal Tait"]}


def test_a_county_councillor_by_the_letters_behind_the_name_is_no_council():
    found = people("Present:", "Ann Marrow CC", "Mr B Oakes CC", "Cy Pike CC")
    assert told(found) == {"member": ["Ann Marrow", "Mr B Oakes", "Cy Pike"]}


def test_between_semicolons_a_council_behind_the_comma_is_nobody():
    found = people(
        "Present: Cllr Ann Marrow (Chairman), Norham DC; Cllr Bob Oakes (Vice-Chairman), Exe CC; Cllr Cy Pike, Upper "
        "Dale BC; Cllr Dot Quill (substitute for Cllr Fay Stock), Exe; Mr Ed Rowe (Independent); and Mrs Gil Stow "
        "(Independent)."
    )
    assert told(found) == {
        "chair": ["Ann Marrow"],
        "vice_chair": ["Bob Oakes"],
        "member": ["Cy Pike"],
        "substitute": ["Dot Quill"],
        "co_opted": ["Mr Ed Rowe", "Mrs Gil Stow"],
        "absent": ["Fay Stock"],
    }


def test_a_councillor_who_is_an_independent_is_a_member():
    found = people("Present: Councillor Ann Marrow (Labour), Councillor Bob Oakes (Independent), Councillor Cy Pike")
    assert told(found) == {"member": ["Ann Marrow", "Bob Oakes", "Cy Pike"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from Councillor Dot Quill, for whom Councillor Ed Rowe was substituting, and from "
        "Councillor Fay Stock.",
        "Apologies had been received from Councillor Dot Quill, with Councillor Ed Rowe attending in her place, and "
        "from Councillor Fay Stock.",
        "Apologies were received from Councillor Dot Quill, and Councillor Ed Rowe attended in her place, and from "
        "Councillor Fay Stock.",
    ],
)
def test_apologies_go_on_behind_a_substitute(sentence):
    found = told(people(PRESENT, items=[("Apologies", sentence)]))
    assert found["apologies"] == ["Dot Quill", "Fay Stock"]
    assert found["substitute"] == ["Ed Rowe"]


def test_two_who_are_away_have_each_a_substitute():
    found = by_name(
        PRESENT,
        items=[
            (
                "Apologies",
                "Apologies were received from Councillor Dot Quill, for whom Councillor Ed Rowe substituted, and from "
                "Councillor Fay Stock, for whom Councillor Hal Tait substituted.",
            )
        ],
    )
    assert [(found[name].role, found[name].replaces) for name in ("Ed Rowe", "Hal Tait")] == [
        ("substitute", "Dot Quill"),
        ("substitute", "Fay Stock"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Apologies (Councillor Dot Quill substituting)",
        "Apologies (Dot Quill attended as substitute)",
        "Apologies (represented by Councillor Dot Quill)",
    ],
)
def test_a_register_names_the_substitute_beside_the_apologies(said):
    found = by_name(
        table(
            ("Council", "Member", "Attendance"),
            ("Norham", "Councillor Ann Marrow (Chair)", "Present"),
            ("Exe", "Councillor Bob Oakes", "Present (from 13:25)"),
            ("Exe", "Councillor Cy Pike", said),
        )
    )
    assert found["Cy Pike"].status == "apologies"
    assert (found["Dot Quill"].role, found["Dot Quill"].status, found["Dot Quill"].replaces) == (
        "substitute",
        "present",
        "Cy Pike",
    )


@pytest.mark.parametrize("post", ["Chair, Norham Harbour Board", "Vice-Chair of the Exe Ferry Panel"])
def test_who_chairs_another_body_is_a_guest(post):
    found = by_name(PRESENT, f"Also in attendance: Hal Tait, {post} (Item 5); Ivy Vane, Clerk")
    assert (found["Hal Tait"].role, found["Ivy Vane"].role) == ("guest", "officer")


def test_initials_in_front_of_a_post_are_no_part_of_it():
    found = by_name(
        "Present: Ann Marrow (AM, chair), Lou McRowe (LMcR, Vice Chair and Treasurer), Ed Rowe (ER, Norham Traders rep)"
    )
    assert [person.role for person in found.values()] == ["chair", "vice_chair", "member"]
    assert [person.position for person in found.values()] == [None, None, "Norham Traders rep"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee elected Bob Oakes to chair the meeting.",
        "It was RESOLVED that Mr Oakes be elected to chair the meeting.",
        "Members appointed Mr Bob Oakes as chairman for the meeting.",
    ],
)
def test_who_is_elected_to_chair_the_meeting_chairs_it(sentence):
    found = by_name("Present: Mrs Pat Marrow, Mr Bob Oakes, Mr Cy Pike", items=[("Election", sentence)])
    assert {name: person.role for name, person in found.items()} == {
        "Mrs Pat Marrow": "member",
        "Mr Bob Oakes": "chair",
        "Mr Cy Pike": "member",
    }


def test_one_of_the_public_speaks_on_behalf_of_a_body():
    found = by_name(
        PRESENT,
        items=[("Public questions", "Ivo Tait, on behalf of the Norham Schools Alliance, asked for the figures.")],
    )
    assert (found["Ivo Tait"].role, found["Ivo Tait"].position) == ("guest", "Norham Schools Alliance")


def test_a_name_in_front_of_a_council_in_one_line_is_somebody():
    found = people(
        "District members present:", "Ann Marrow      Norham District Council", "Bob Oakes      Exe Borough Council"
    )
    assert [person.name for person in found] == ["Ann Marrow", "Bob Oakes"]


def test_a_body_in_the_cell_behind_a_post_tells_a_guest_from_an_officer():
    found = by_name(
        head("In attendance"),
        table(["Dr Ann Marrow", "Medical Director", "Dale Hospitals NHS Trust"], ["Bob Oakes", "Head of Quays", ""]),
    )
    assert found["Dr Ann Marrow"].role == "guest"
    assert found["Dr Ann Marrow"].position == "Medical Director, Dale Hospitals NHS Trust"
    assert (found["Bob Oakes"].role, found["Bob Oakes"].position) == ("officer", "Head of Quays")


def test_those_together_with_the_members_are_not_what_the_label_above_says():
    found = by_name(
        "Co-opted Members:", "Mr P Lisk (Parent Governor)", "Together with:", "A Marrow (Head of Schools), Bob Oakes"
    )
    assert {name: person.role for name, person in found.items()} == {
        "Mr P Lisk": "co_opted",
        "A Marrow": "officer",
        "Bob Oakes": "officer",
    }
