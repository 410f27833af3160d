"""Whom "he", "she" or "they" means, where minutes name one person and mean another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.invented import PEOPLE, attendee
from tests.reading.invented_records import owned

PRESENT = (
    *PEOPLE,
    attendee("Asha Dole", "officer", "Deputy Parks and Ports Commissioner"),
    attendee("Rhys Colm", "officer", "Area Manager, Response"),
    attendee("Una Frith", "officer", "Assistant Director, Roads and Paths"),
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        # the one who answers, not the one who asked
        (
            "In reply to Councillor Penn, the Director of Place said that it was late. She undertook to send it.",
            "Priya Nair",
        ),
        # who speaks of herself in the same sentence
        (
            "Mr Penn spoke of the hedge. The Director of Place said that she would report the outcome to members.",
            "Priya Nair",
        ),
        ("Mr Penn asked. The Director of Place did not know but said she would find out.", "Priya Nair"),
        # a stranger who speaks is nobody else
        ("Councillor Penn had lost his map. Mr Oakes said that he would send him one.", "Mr Oakes"),
        # sentences about things stand between
        (
            "The Director of Place explained the sale. The site had been cleared. She offered to show it to members.",
            "Priya Nair",
        ),
        (
            "The Director of Place gave an undertaking that the plan would be seen. She agreed to share the draft.",
            "Priya Nair",
        ),
    ],
)
def test_a_pronoun_means_whoever_speaks(line: str, owner: str) -> None:
    assert owned(line, people=PRESENT)[-1][1] == owner


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("The Deputy Commissioner agreed to obtain the figures.", "Asha Dole"),
        ("AM Colm agreed to obtain the figures.", "Rhys Colm"),
        ("Action: AM Colm to obtain the figures. By: 7 June 2031", "Rhys Colm"),
        ("Inspector Frith undertook to obtain the figures.", "Una Frith"),
        ("The Assistant Director, Roads and Paths agreed to obtain the figures.", "Una Frith"),
        ("Action: Assistant Director, Roads and Paths to obtain the figures.", "Una Frith"),
    ],
)
def test_a_post_or_a_rank_names_its_holder(line: str, owner: str) -> None:
    assert owned(line, people=PRESENT)[0][1] == owner


def test_letters_before_a_surname_that_are_no_post_of_theirs_name_nobody_there() -> None:
    assert "Rhys Colm" not in [owner for _, owner in owned("XZ Colm agreed to obtain it.", people=PRESENT)]


def test_the_day_behind_its_label_is_no_part_of_the_action() -> None:
    assert owned("Action: AM Colm to obtain the figures. By: 7 June 2031", people=PRESENT) == [
        ("AM Colm to obtain the figures", "Rhys Colm")
    ]


def test_who_considers_something_later_is_not_who_brings_it() -> None:
    line = "RESOLVED that the results be brought to the Panel before they are considered by the Cabinet."
    assert [owner for _, owner in owned(line, people=PRESENT)] == [None]


def test_a_clerk_to_a_commissioner_is_no_commissioner() -> None:
    people = (
        *PEOPLE,
        attendee("Asha Dole", "guest", "Parks and Ports Commissioner"),
        attendee("Rhys Colm", "guest", "Clerk, Office of the Parks and Ports Commissioner"),
    )
    assert owned("The Commissioner agreed to obtain it.", people=people)[0][1] == "Asha Dole"


@pytest.mark.parametrize(
    ("above", "line", "owner"),
    [
        ("Ms Frith presented it.", "Asked of rents, she said that two were left. She agreed to send it.", "Una Frith"),
        ("The Director of Place introduced the plan.", "She agreed to send the map round.", "Priya Nair"),
        ("Mr Penn asked the Director of Place for it.", "She agreed to send the map round.", None),
        ("Mr Penn introduced the plan. Wendy Marsh had drawn it.", "He agreed to send the map round.", None),
        ("Ms Frith presented the report.", "He agreed to send the map round.", None),
        ("Ms Frith presented the report.", "Mr Vane spoke. She agreed to send the map round.", None),
    ],
)  # fmt: skip
def test_the_paragraph_above_says_who_presents(above: str, line: str, owner: str | None) -> None:
    titled = tuple(replace(one, forms=("Ms Una Frith",)) if one.name == "Una Frith" else one for one in PRESENT)
    assert [one for _, one in owned(above, line, people=titled)] == [owner]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Cllr Oakes was asked about the tip. He undertook to speak to the county.", "Oakes"),
        (
            "In response to a question from Councillor Penn as to how many of the long leases had been bought, the "
            "Head of Parks advised that two had and that she would provide the rents to members.",
            "Wendy Marsh",
        ),
        ("It was confirmed by Wendy Marsh that a list would be provided to Members.", "Wendy Marsh"),
        (
            "After a question by Mr Penn, it was confirmed that a list would be circulated by the Head of Parks.",
            "Wendy Marsh",
        ),
    ],
)
def test_who_is_asked_or_speaks_and_not_who_is_spoken_of(line: str, owner: str | None) -> None:
    assert [one for _, one in owned(line, people=PRESENT)] == [owner]


def test_the_chair_of_another_committee_is_not_the_chair() -> None:
    line = "The Chair of the Roads Committee had written to say that he would supply the map."
    assert "Grace Holt" not in [owner for _, owner in owned(line, people=PRESENT)]
