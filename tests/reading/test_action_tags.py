"""Owners given below a decision, below a sentence, or in a stem; lists without bullets; who agreed to see to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import Paper, Section
from ingest.reading.records.actions import actions
from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, PEOPLE, attendee, block, paper, table
from tests.reading.invented_records import owned

MAP = "That a map of the plots be circulated to all members."


def decided(*lines: str) -> list[tuple[str | None, str, str | None, str | None]]:
    found = resolutions(paper(*lines), MEETING)
    return [(one.number, one.text.rstrip("."), one.decision, one.recipient) for one in found]


@pytest.mark.parametrize(
    "lines",
    [
        (f"RESOLVED: {MAP}", "ACTION: Head of Parks"),
        (f"RESOLVED: {MAP} (Action: Head of Parks)",),
        (f"RESOLVED: {MAP} ACTION: WM",),
        ("RESOLVED:", "(a) That the report be noted;", f"(b) {MAP}", "Action: Wendy Marsh"),
    ],
)
def test_a_name_below_a_decision_is_its_clauses_owner(lines: tuple[str, ...]) -> None:
    assert owned(*lines) == [(MAP.rstrip("."), "Wendy Marsh")]


def test_each_clause_has_the_name_behind_it() -> None:
    lines = ("RESOLVED:", f"(a) {MAP} ACTION: WM", "(b) That the gate be mended. ACTION: TE")
    assert owned(*lines) == [(MAP.rstrip("."), "Wendy Marsh"), ("That the gate be mended", "Tomos Ellis")]
    assert [text for _, text, _, _ in decided(*lines)] == [MAP.rstrip("."), "That the gate be mended"]


@pytest.mark.parametrize("decision", ["That the work programme be adopted.", "That the report be noted."])
def test_a_name_below_makes_no_action_of_what_is_settled(decision: str) -> None:
    assert owned(f"RESOLVED: {decision}", "ACTION: Head of Parks") == []


def test_a_name_below_a_declaration_is_no_action() -> None:
    assert owned("Councillor Penn disclosed an interest as a tenant.", "ACTION: Head of Parks") == []


def test_who_is_recommended_to_stands_over_the_clauses() -> None:
    line = (
        "RESOLVED: The Panel NOTED the report and RECOMMENDED that the Cabinet Member for Communities: "
        "(i) publish the list of plots; and (ii) report back in six months."
    )
    member = "Cabinet Member for Communities"
    assert decided(line) == [
        ("i", "publish the list of plots", "recommended", member),
        ("ii", "report back in six months", "recommended", member),
    ]
    assert owned(line) == [("publish the list of plots", member), ("report back in six months", member)]


def test_a_list_stands_under_the_last_of_two_decisions() -> None:
    lines = (
        "The Panel NOTED the report and RECOMMENDED to Cabinet that:",
        "(a) the fee be frozen;",
        "(b) a list be kept.",
    )
    assert [(decision, to) for _, _, decision, to in decided(*lines)] == [("recommended", "Cabinet")] * 2


def test_recommendations_that_were_the_panels() -> None:
    lines = (
        "The Panel’s recommendations were as follows:",
        "1. That Cabinet publish the list;",
        "2. That the fee be cut.",
    )
    assert [(number, decision) for number, _, decision, _ in decided(*lines)] == [
        ("1", "recommended"),
        ("2", "recommended"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Penn asked that the list be sent to members, and the Head of Parks agreed to see to this.",
        "Members asked that the map be redrawn and Wendy Marsh undertook to do so.",
        "The Head of Parks agreed to look into this.",
    ],
)
def test_who_agreed_to_see_to_it(line: str) -> None:
    assert owned(line) == [(line.rstrip("."), "Wendy Marsh")]


def test_a_clause_that_notes_and_asks() -> None:
    line = "It was agreed to note the report and that officers provide an update in three months."
    whole = paper(line)
    (found,) = actions(whole, MEETING, PEOPLE, resolutions(whole, MEETING))
    assert (found.owner, found.due) == ("officers", dt.date(2024, 8, 14))


def test_a_list_without_bullets() -> None:
    lines = ("Actions:", "WM – circulate the map", "Tomos Ellis to book the hall", "The meeting closed.")
    assert owned(*lines) == [("WM – circulate the map", "Wendy Marsh"), ("Tomos Ellis to book the hall", "Tomos Ellis")]


def test_a_list_behind_the_items_in_two_languages() -> None:
    rows = table(
        ("Eitem / Item", "Gweithred / Action", "Pwy / Who", "Erbyn / By"),
        ("4", "Circulate the map", "W Marsh", "30/06/2024"),
        ("9", "Book the hall", "T Ellis", ""),
    )
    whole = replace(paper("The plots were talked over."), tail=(rows,))
    found = actions(whole, MEETING, PEOPLE, ())
    assert [(one.item, one.owner, one.due) for one in found] == [
        (0, "Wendy Marsh", dt.date(2024, 6, 30)),
        (None, "Tomos Ellis", None),
    ]


def test_a_reference_is_no_item() -> None:
    rows = table(("Ref", "Action", "Owner"), ("4", "Circulate the map", "W Marsh"))
    whole = replace(paper(block("The plots were talked over.")), tail=(rows,))
    assert [one.item for one in actions(whole, MEETING, PEOPLE, ())] == [None]


def test_fields_behind_an_action() -> None:
    line = "Action 24/01: Results of the survey to be circulated. Owner: Wendy Marsh. Due: 7 June 2024"
    whole = paper(line)
    (found,) = actions(whole, MEETING, PEOPLE, ())
    assert (found.text, found.owner, found.due) == (
        "Results of the survey to be circulated",
        "Wendy Marsh",
        dt.date(2024, 6, 7),
    )


def test_letters_are_the_post_that_they_begin() -> None:
    people = (*PEOPLE, attendee("Ivor Tate", "officer", "Responsible Financial Officer"))
    whole = paper("RESOLVED that the RFO obtain three quotations by 7 June.")
    (found,) = actions(whole, MEETING, people, resolutions(whole, MEETING))
    assert found.owner == "Ivor Tate"


def test_who_publishes_what_is_recommended_has_something_to_do() -> None:
    lines = ("That the Panel:", "a. notes the findings;", "b. recommends that the Mayor publish a plan by 31 October.")
    found = owned("RESOLVED:", *lines)
    assert [text for text, _ in found] == ["recommends that the Mayor publish a plan by 31 October"]


@pytest.mark.parametrize("lead", ["It was agreed that:-", "It was agreed that:", "It was agreed to –"])
def test_it_was_agreed_over_a_list(lead: str) -> None:
    assert [text for _, text, _, _ in decided(lead, "a) the report be noted; and", "b) a visit be made.")] == [
        "the report be noted",
        "a visit be made",
    ]


def test_recommendations_with_numbers_of_their_own() -> None:
    first = replace(block("That a charter be adopted."), kind="entry", marker="R1.")
    second = replace(block("That the fee be cut."), kind="entry", marker="R2.")
    found = resolutions(paper("RECOMMENDED to Cabinet –", first, second), MEETING)
    assert [(one.number, one.decision) for one in found] == [("R1", "recommended"), ("R2", "recommended")]


@pytest.mark.parametrize(
    ("decided", "count"),
    [
        ("To retain the booking system.", 0),
        ("To keep the present opening hours.", 0),
        ("To keep a list of the broken gates.", 1),
        ("That the Panel maintain a register of gates.", 1),
    ],
)
def test_what_stays_as_it_is_leaves_nothing_to_do_though_a_name_stands_below(decided: str, count: int) -> None:
    assert len(owned(f"RESOLVED: {decided}", "ACTION: Wendy Marsh")) == count


REQUEST = "Councillor Penn asked which gates were broken."


def test_an_undertaking_that_points_back_takes_the_request_along() -> None:
    line = f"{REQUEST} The Head of Parks undertook to find out."
    assert owned(line) == [(line.rstrip("."), "Wendy Marsh")]


def test_one_that_says_what_is_to_be_done_does_not() -> None:
    line = "The Head of Parks undertook to send a list of them."
    assert owned(f"{REQUEST} {line}") == [(line.rstrip("."), "Wendy Marsh")]


def test_one_that_points_back_is_what_a_line_below_gives_in_full() -> None:
    lines = (
        f"{REQUEST} The Head of Parks agreed to circulate them.",
        "Action: List of gates to be sent. Owner: Wendy Marsh",
    )
    assert owned(*lines) == [("List of gates to be sent", "Wendy Marsh")]


def test_one_that_points_back_is_what_the_list_behind_the_items_gives_in_full() -> None:
    rows = table(
        ("Ref", "Item", "Action", "Lead", "Deadline"),
        ("AP1", "4", "Find which gates are broken", "W Marsh", "Quarter 4 2024/25"),
    )
    whole = replace(paper(f"{REQUEST} The Head of Parks was asked to obtain this."), tail=(rows,))
    found = actions(whole, MEETING, PEOPLE, ())
    assert [(one.item, one.text, one.owner, one.due) for one in found] == [
        (0, "Find which gates are broken", "Wendy Marsh", dt.date(2025, 3, 31))
    ]


@pytest.mark.parametrize(
    ("number", "lead", "owners"),
    [
        ("4", "W Marsh", ["Wendy Marsh"]),
        ("4", "Grace Holt", ["Wendy Marsh", "Grace Holt"]),
        ("5", "W Marsh", ["Wendy Marsh", "Wendy Marsh"]),
    ],
)
def test_a_list_without_days_gives_it_in_full_to_the_same_person_under_the_same_item(
    number: str, lead: str, owners: list[str]
) -> None:
    spoken = f"{REQUEST} The Head of Parks was asked to obtain this."
    first = paper(*("The path was discussed.",) * 5, spoken).sections[0]
    listed = table(("Item", "Action", "Lead"), (number, "Find which gates are broken", lead))
    whole = Paper("minutes", (), (first, Section("5", "Next meeting", (block("Next meeting"),), ())), (listed,))
    assert [one.owner for one in actions(whole, MEETING, PEOPLE, ())] == owners


def test_two_of_whom_nobody_is_known_are_not_one_person() -> None:
    directors = (
        attendee("Hugh Dane", "officer", "Director of Roads"),
        attendee("Olga Reeve", "officer", "Director of Care"),
    )
    whole = paper(
        f"{REQUEST} The Director agreed to circulate them.", "Action: List of gates to be sent. Owner: the ferryman"
    )
    found = actions(whole, MEETING, directors, ())
    assert [(one.owner, one.owner_printed) for one in found] == [(None, "The Director"), (None, "the ferryman")]


def test_somebody_with_a_title_may_be_named_who_is_not_there() -> None:
    assert owned("The path is to be mended at once.", "ACTION: Councillor Oakes") == [
        ("The path is to be mended at once", "Oakes")
    ]


def test_two_who_are_named_for_one_action_are_a_doubt() -> None:
    whole = paper("The Chair agreed to ask for the minutes of the board.", "ACTION: Councillor Oakes")
    (found,) = actions(whole, MEETING, PEOPLE, ())
    assert found.owner is None
    assert [doubt.sentence for doubt in found.doubts] == ["The paper gives this to Oakes and to Grace Holt."]
