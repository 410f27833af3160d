"""One tag over several tasks is several actions; what explains a task is part of it."""

from __future__ import annotations

import pytest

from tests.reading.invented_records import owned


def test_each_sentence_behind_a_tag_is_a_task_of_whom_it_ends_with() -> None:
    assert owned(
        "Action: Set the date of the fair. Find out how many plots were let. Training to be arranged (WM)"
    ) == [
        ("Set the date of the fair", "Wendy Marsh"),
        ("Find out how many plots were let", "Wendy Marsh"),
        ("Training to be arranged (WM)", "Wendy Marsh"),
    ]


def test_each_task_keeps_its_own_owner() -> None:
    said = "Action: Wendy Marsh to price the gate. Tomos Ellis to write to the school."
    assert owned(said) == [
        ("Wendy Marsh to price the gate", "Wendy Marsh"),
        ("Tomos Ellis to write to the school", "Tomos Ellis"),
    ]


@pytest.mark.parametrize(
    "more",
    [
        "It is needed before the spring.",
        "The hinges were broken by the storm.",
        "This was promised in May.",
        "The old one is said to be unsafe.",
    ],
)
def test_what_explains_a_task_is_no_task(more: str) -> None:
    assert len(owned(f"Action: Wendy Marsh to price the gate. {more}")) == 1
