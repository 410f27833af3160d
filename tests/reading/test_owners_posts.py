"""Whom a post means: printed in one way beside a name, and spoken of in another. All names are invented."""

from __future__ import annotations

import pytest

from ingest.reading.records.owners import Owners
from tests.reading.invented import attendee
from tests.reading.invented_records import owned

NAMES = ("Wendy Marsh", "Tomos Ellis", "Priya Nair")


def owner(spoken: str, *positions: str) -> str | None:
    """The name or the words that a post comes to, where the paper lists people with these positions."""
    cabinet = ("Member", "Portfolio", "Leader")
    people = [
        attendee(name, "cabinet_member" if any(word in held for word in cabinet) else "officer", held or None)
        for name, held in zip(NAMES, positions, strict=False)
    ]
    found = Owners(people).of(spoken)
    return found.name if found else None


@pytest.mark.parametrize(
    ("position", "spoken"),
    [
        ("Acting Director of Children's Services", "the Director of Children’s Services"),
        ("Corporate Director – Place", "the Corporate Director of Place"),
        ("Corporate Director (Place)", "Corporate Director, Place"),
        ("Interim Head of Legal and Monitoring Officer", "the Head of Legal"),
        ("Interim Head of Legal and Monitoring Officer", "the Monitoring Officer"),
        ("Director of Finance (S151)", "the Section 151 Officer"),
        ("Chief Finance Officer/Section 151 Officer", "the s.151 Officer"),
        ("Clerk/RFO", "the Responsible Financial Officer"),
        ("Clerk and Responsible Finance Officer", "the RFO"),
        ("Clerk & RFO", "Clerk/RFO"),
        ("Chief Fire Officer/Chief Executive", "the CFO"),
        ("Director of Public Health and Wellbeing", "the DPH"),
        ("Deputy Police and Crime Commissioner", "the Deputy PCC"),
        ("Headteacher", "the Head Teacher"),
        ("Portfolio Holder – Housing", "the Housing Portfolio Holder"),
        ("Leader of the Council", "the Council Leader"),
        ("Strategic Lead - School Improvement", "the Strategic Lead for School Improvement"),
        ("Principal Scrutiny Officer", "the Scrutiny Officer"),
    ],
)
def test_one_post_in_two_forms_is_its_holders(position: str, spoken: str) -> None:
    assert owner(spoken, position) == "Wendy Marsh"


@pytest.mark.parametrize(
    ("position", "spoken"),
    [
        ("Deputy Chief Fire Officer", "the Chief Fire Officer"),
        ("Director of Place", "the Deputy Director of Place"),
        ("Director of Place", "the Assistant Director of Place"),
        ("Leader of the Council", "the Deputy Leader"),
        ("Committee Manager", "the Committee Clerk"),
    ],
)
def test_another_rank_or_post_is_not_the_holders(position: str, spoken: str) -> None:
    assert owner(spoken, position) == spoken.removeprefix("the ")


def test_of_two_who_may_be_meant_neither_is_guessed() -> None:
    assert owner("the Corporate Director", "Corporate Director (Place)", "Corporate Director (People)") is None
    assert owner("the Area Manager", "Area Manager – Prevention", "Area Manager – Response") is None


def test_a_post_that_nobody_is_listed_with_stays_blank_where_one_is_listed_without_a_post() -> None:
    assert owner("the Head of Roads", "Head of Parks") == "Head of Roads"
    assert owner("the Head of Roads", "Head of Parks", "") is None
    found = Owners([attendee("Wendy Marsh")]).of("the Head of Roads")
    assert found is not None
    assert found.doubt is not None
    assert "Head of Roads" in found.doubt.sentence


def test_who_is_named_beside_a_post_in_the_text_is_not_without_one() -> None:
    words = "Ms Marsh, the Emergency Planning Officer, gave a talk."
    assert Owners([attendee("Wendy Marsh")], words).of("the Head of Roads").name == "Head of Roads"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words",
    [
        "Wendy Marsh (Head of Parks",
        "the Head of Parks (Wendy Marsh)",
        "the Head of Parks, Wendy Marsh",
        "Wendy Marsh, Head of Parks",
        "Action for Wendy Marsh",
        "Wendy Marsh and her team",
    ],
)
def test_a_name_beside_its_post_or_a_tag_is_the_person(words: str) -> None:
    assert owner(words, "Head of Parks") == "Wendy Marsh"


def test_a_name_beside_a_post_is_the_person_though_nobody_lists_them() -> None:
    assert owner("the Transport Manager, Ian Sole", "Head of Parks") == "Ian Sole"
    assert owner("Ian Sole, Transport Manager", "Head of Parks") == "Ian Sole"
    assert owner("the Head of Legal – Property Law", "Head of Parks") == "Head of Legal – Property Law"


def test_a_short_first_name_is_the_long_one_of_the_same_surname() -> None:
    people = [attendee("David Atkins"), attendee("Ann Finlay")]
    assert Owners(people).of("Dave Atkins").name == "David Atkins"  # type: ignore[union-attr]
    assert Owners(people).of("Dora Atkins") is None


def test_a_rank_alone_is_whoever_is_named_with_it() -> None:
    people = [attendee("Chief Superintendent Neil Orr", "guest", "Fenland Police")]
    assert Owners(people).of("the Chief Superintendent").name == "Chief Superintendent Neil Orr"  # type: ignore[union-attr]


def test_a_heading_over_a_name_is_no_part_of_it() -> None:
    words = "Review of Allotments\n\nIan Sole, Transport Manager, gave a talk."
    assert Owners([], words).of("the Transport Manager").name == "Ian Sole"  # type: ignore[union-attr]


def test_a_lead_in_in_capitals_is_no_part_of_a_body_s_name() -> None:
    line = "RESOLVED: THAT Tarn Ambulance NHS Trust be asked to publish its rota."
    assert [owner for _, owner in owned(line)] == ["Tarn Ambulance NHS Trust"]
