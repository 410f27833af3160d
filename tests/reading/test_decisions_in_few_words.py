"""Decisions in a word or two, and lists of what a body did: what they are, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.reading.invented_records import pairs


@pytest.mark.parametrize(
    "line",
    [
        "Noted.",
        "NOTED.",
        "Report noted.",
        "Received and noted.",
        "Dan Dale gave a verbal update, which was noted.",
        "The Head of Clay presented the figures for the kiln which were noted.",
        "The Warden submitted his paper on glazes, which was received and noted.",
    ],
)
def test_a_word_or_two_at_the_end_of_a_report_note_it(line: str) -> None:
    assert pairs("The kiln was lit in May.", line) == [(line.rstrip("."), "noted")]


@pytest.mark.parametrize(
    "line",
    [
        "The Warden gave an account of the fire, which was put out.",
        "Dan Dale gave a talk in May, which was noted for its length.",
        "Noted by the Clerk",
        "A resident presented a paper to the Parish Council last year, which was noted.",
    ],
)
def test_what_is_told_is_not_noted(line: str) -> None:
    assert "noted" not in [kind for _, kind in pairs("The kiln was lit in May.", line)]


def test_a_decision_is_not_noted_again() -> None:
    assert pairs("RESOLVED: That the kiln be lit in May.", "Noted.") == [("That the kiln be lit in May", "agreed")]


@pytest.mark.parametrize("lead", ["After discussion, the Panel:", "Having heard the potters, the Panel:", "The Panel:"])
def test_what_the_body_did_after_something_else(lead: str) -> None:
    found = pairs(
        lead, "agreed the sum of £300;", "noted that three stalls had closed; and", "agreed that it be spent."
    )
    assert [kind for _, kind in found] == ["agreed", "noted", "agreed"]


def test_a_thing_in_capitals_that_the_body_approved() -> None:
    assert pairs("The Panel approved Option B, subject to its price.") == [
        ("The Panel approved Option B, subject to its price", "approved")
    ]
    assert pairs("The Trust approved Option B, subject to its price.") == []


def test_what_is_recommended_to_somebody_under_a_heading() -> None:
    found = pairs(
        "Recommendations:",
        "The Panel recommends that the Cabinet Member for Clay:",
        "a) publishes a plan by May; and",
        "b) sets a target of ten days.",
    )
    assert [kind for _, kind in found] == ["recommended", "recommended"]


def test_lists_of_clauses_in_notes_are_decisions_and_lists_of_tasks_are_not() -> None:
    clauses = ("1. to drop the second draft", "2. that the kiln be lit")
    assert [text for text, _ in pairs("Agreed:", *clauses, kind="briefing_notes")] == [
        "to drop the second draft",
        "that the kiln be lit",
    ]
    tasks = ("1. Dan to drop the second draft", "2. to light the kiln")
    assert pairs("Agreed:", *tasks, kind="briefing_notes") == []


def test_notes_that_are_agreed_in_notes() -> None:
    assert pairs("The notes of 3 May were agreed.", kind="briefing_notes") == [
        ("The notes of 3 May were agreed", "approved")
    ]
    assert pairs("The plan of 3 May was discussed.", kind="briefing_notes") == []
