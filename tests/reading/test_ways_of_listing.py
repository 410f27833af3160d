"""Lists of things to be done, and decisions, as few councils print them."""

from __future__ import annotations

import pytest

from tests.reading.invented_records import owned, pairs, read


def decided(*lines: str) -> list[str]:
    return [text for text, _ in pairs(*lines)]


def test_columns_of_plain_text_are_parted_by_spaces() -> None:
    assert owned(
        "ACTION                    WHO   WHEN",
        "Get a price for a gate    WM    7.6.24",
        "Put up the notices        TE    -",
        "The toilets would be shut from January.",
    ) == [("Get a price for a gate", "Wendy Marsh"), ("Put up the notices", "Tomos Ellis")]


def test_what_is_to_be_provided_is_no_decision() -> None:
    lines = (
        "It was agreed that the following be provided to the Panel by 7 June 2024:",
        "• the number of plots; and",
        "• a list of the sites.",
    )
    assert decided(*lines) == []
    assert [(one.text, str(one.due)) for one in read(*lines)] == [
        ("the number of plots", "2024-06-07"),
        ("a list of the sites.", "2024-06-07"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Penn proposed a working group on ponds but agreed to wait for the count.",
        "The Director said that they were ready, and it was agreed that she would send them by 7 June 2024.",
        "It was proposed by Councillor Penn and seconded by Councillor Birch, and carried, that the words be added.",
    ],
)
def test_what_one_person_takes_on_or_moves_is_no_decision(line: str) -> None:
    assert decided(line) == []


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("RESOLVED that the Head of Parks be asked for a further paper in six months.", True),
        ("RESOLVED that flooding be the subject of a detailed report to the meeting on 4 September 2024.", True),
        ("RESOLVED that the Head of Parks serve notice on the tenants.", True),
        ("RESOLVED that the plan is a large change, on which the Panel should be consulted.", False),
        ("RESOLVED that the report be noted and that its thanks be passed to the staff.", False),
    ],
)
def test_a_clause_that_leaves_something_to_do(line: str, asked: bool) -> None:
    assert bool(owned(line)) == asked


def test_he_did_not_expect_it_to_be_done_is_no_job() -> None:
    assert owned("He did not expect it to be exceeded.") == []
