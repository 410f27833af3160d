"""Roles that a paper does not tell: left open with a doubt, where two readings are possible.

All names are invented.
"""

import pytest

from ingest.reading.records.attendance import departments
from tests.reading.attendance_papers import head, people

SEATED = "Present: Councillors Ann Marrow (Chair), Bob Oakes, Cy Pike and Dot Quill"


def of(found, name):
    return next(person for person in found if person.name == name)


def is_open(person):
    return person.role is None and [doubt.field for doubt in person.doubts] == ["role"]


def test_a_manager_of_a_company_that_nothing_tells_from_a_department():
    found = people(SEATED, "In attendance: Ed Rowe, Contract Manager, Tidemark Leisure; Fay Stow, Head of Early Help")

    assert is_open(of(found, "Ed Rowe"))
    assert of(found, "Fay Stow").role == "officer"


def test_a_company_below_officers_is_the_councils_own():
    found = people(SEATED, "Officers: Ed Rowe, Contract Manager, Tidemark Leisure")

    assert of(found, "Ed Rowe").role == "officer"


def test_an_officer_among_guests_and_somebody_of_the_public():
    found = people(SEATED, "Guests: Ed Rowe, Head of Roads; Fay Stow", "Members of the public: Gil Tait, Park Manager")

    assert is_open(of(found, "Ed Rowe"))
    assert (of(found, "Fay Stow").role, of(found, "Gil Tait").role) == ("guest", "guest")


def test_apologies_of_somebody_who_is_printed_as_no_councillor():
    found = people(SEATED, "Apologies: Councillor Ed Rowe and Mr Gil Tait")

    assert of(found, "Ed Rowe").role == "member"
    assert is_open(of(found, "Mr Gil Tait"))


def test_apologies_where_nobody_is_printed_as_a_councillor():
    found = people("Present: Mr A Marrow (Chair), Mrs B Oakes, Mr C Pike and Ms D Quill", "Apologies: Mr E Rowe")

    assert of(found, "Mr E Rowe").role == "member"


def test_whoever_the_minutes_call_a_councillor_is_one():
    found = people(
        SEATED,
        "Apologies: Mr E Rowe",
        items=[("Roads", "Apologies had been received from Councillor E Rowe, who had sent a question.")],
    )

    assert [person.role for person in found if person.name.endswith("Rowe")] == ["member"]


def test_a_mayor_in_attendance_may_be_the_executive_or_the_first_citizen():
    found = people(head("Present"), SEATED, head("In attendance"), "Ed Rowe, Mayor", "Fay Stow, Head of Roads")

    assert is_open(of(found, "Ed Rowe"))


def test_the_portfolio_beside_a_cabinet_member_makes_no_officer():
    found = people(SEATED, "Cabinet Members: E Rowe (Social Care) and F Stow (Finance)")

    assert (of(found, "E Rowe").role, of(found, "F Stow").role) == ("cabinet_member", "cabinet_member")


@pytest.mark.parametrize(
    ("position", "body"),
    [
        ("General Manager, Brightwater Marsh", "Brightwater Marsh"),
        ("Director, Place Shaping and Growth", None),
        ("Service Manager, Adoption and Fostering", None),
        ("Head of Service, Front Desk, Lettings and Tenancy Services", None),
        ("Senior Manager - Housing Strategy", None),
        ("Clerk", None),
    ],
)
def test_words_behind_a_post_that_may_be_a_body_of_their_own(position, body):
    assert departments.stranger(position) == body
