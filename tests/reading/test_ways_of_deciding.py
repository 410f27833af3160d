"""Ways of deciding that few councils share: numbers of resolutions, votes in brackets, bodies amid a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.invented import block
from tests.reading.invented_records import owned, pairs


@pytest.mark.parametrize(
    ("line", "text", "decision"),
    [
        ("Resolution 24/051: To approve the payments listed.", "To approve the payments listed", "approved"),
        ("Resolution 24/051 – To approve the payments listed.", "To approve the payments listed", "approved"),
        ("RESOLVED (Councillors Vane and Oakes voting against) That the lease end.", "That the lease end", "agreed"),
        (
            "On the proposal of Councillor Vane, seconded by Councillor Oakes, it was resolved (with Councillor Bell "
            "dissenting) to recommend that the bid be submitted.",
            "to recommend that the bid be submitted",
            "recommended",
        ),
        (
            "The Chair summed up and Members agreed that the fees be frozen.",
            "that the fees be frozen",
            "agreed",
        ),
        (
            "There was a long debate, and the Panel unanimously resolved to keep both sites.",
            "to keep both sites",
            "agreed",
        ),
        ("Concluded: that the Panel notes the presentation.", "that the Panel notes the presentation", "noted"),
        ("The Panel’s decision was to take no further action.", "to take no further action", "agreed"),
        ("The Panel reviewed and agreed the new fees.", "The Panel reviewed and agreed the new fees", "agreed"),
        ("The Panel agreed to this change.", "The Panel agreed to this change", "agreed"),
        ("The governors were all in agreement with these.", "The governors were all in agreement with these", "agreed"),
        (
            "The Panel concluded that the pilot had gone well and recommended that it be extended.",
            "that it be extended",
            "recommended",
        ),
        (
            "Councillor Vane proposed that the Council buy two benches; this was seconded by Councillor Oakes with all "
            "in favour.",
            "that the Council buy two benches",
            "agreed",
        ),
        (
            "RESOLVED that the Council requires the Chief Executive to report by 30 September.",
            "that the Council requires the Chief Executive to report by 30 September",
            "requested",
        ),
        (
            "RESOLVED that the Head of Parks provide a written update on fencing.",
            "that the Head of Parks provide a written update on fencing",
            "requested",
        ),
    ],
)
def test_a_sentence_that_decides(line: str, text: str, decision: str) -> None:
    assert pairs(line) == [(text, decision)]


def test_nobody_else_standing_somebody_is_elected() -> None:
    line = "There being no other nominations, Councillor Ralph Penn was duly elected Chair for 2024/25."
    assert [decision for _, decision in pairs(line)] == ["agreed"]


def test_what_a_member_of_the_executive_is_recommended_to_do_stands_under_recommendations() -> None:
    lead = ("Recommendations", "That the Cabinet Member for Communities be recommended to:")
    assert pairs(*lead, "1. publish a waiting list; and", "2. review the rents.") == [
        ("publish a waiting list", "recommended"),
        ("review the rents", "recommended"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The Head of Parks said that it was late and the Board of the Trust agreed that it should be.",
        "“It was late and the Panel agreed that it would be done”, said Mr Frith.",
        "Cabinet’s decision was to sell the site.",
        "Councillor Bell spoke of Resolution 24/051 of the Council.",
    ],
)
def test_what_others_decided_or_said_is_no_decision(line: str) -> None:
    assert pairs(line) == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("It was proposed by RP, seconded LO and agreed by all to buy a mower at a cost of £300.",),
            [("to buy a mower at a cost of £300", "agreed")],
        ),
        (
            ("The Panel resolved by 4 votes to 1 not to refer the decision back to Cabinet.",),
            [("not to refer the decision back to Cabinet", "agreed")],
        ),
        (
            ("RESOLVED that the fee rise. Councillor Penn requested that his vote against the decision be recorded.",),
            [("that the fee rise", "agreed")],
        ),
        (("RESOLVED, nemine contradicente, that the seat be kept.",), [("that the seat be kept", "agreed")]),
        (
            (
                "Motion: That this Council supports the charter.",
                "Proposed: Cllr Penn",
                "Seconded: Cllr Oakes",
                "The motion was carried unanimously.",
            ),
            [("That this Council supports the charter", "agreed")],
        ),
        (
            ("OUTCOMES", "1. The report was noted.", "2. Members found the fees high."),
            [("The report was noted", "noted")],
        ),
        (
            ("On being put to the vote, the recommendations in the report were unanimously agreed.",),
            [("On being put to the vote, the recommendations in the report were unanimously agreed", "agreed")],
        ),
        (
            ("It was noted that the gate was broken and agreed that it be mended by the end of June.",),
            [("that it be mended by the end of June", "agreed")],
        ),
    ],
)
def test_decisions_in_several_lines_or_halves(lines: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert pairs(*lines) == found


def test_a_motion_that_fell_is_no_decision() -> None:
    assert pairs("Motion: That this Council supports the charter.", "Proposed: Cllr Penn", "The motion was lost.") == []


def test_what_power_is_delegated_for_is_not_approved() -> None:
    line = "RESOLVED: That authority be delegated to the Clerk, with the Chair, to approve the terms of the group."
    assert [decision for _, decision in pairs(line)] == ["agreed"]


def test_a_heading_leads_into_what_was_resolved() -> None:
    heading = replace(block("The Panel resolved:-"), kind="heading")
    found = pairs(heading, "(i) to note the map; and", "(ii) to ask the Head of Parks to mend the gate.")
    assert [decision for _, decision in found] == ["noted", "requested"]
    title = replace(block("The Panel resolved its work programme"), kind="heading")
    assert pairs(title, "The map was shown.") == []


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("RESOLVED: The Panel noted the map and requested a further map in July.", None),
        ("RESOLVED: to otherwise note the planner.", "noted"),
        ("RESOLVED: That Members receive a briefing on the kilns before the summer.", "requested"),
        ("The Panel therefore RECOMMENDS that a single map be kept.", "recommended"),
    ],
)
def test_noting_and_asking_is_no_mere_noting(line: str, decision: str | None) -> None:
    assert [found for _, found in pairs(line)] == [decision]


def test_what_is_approved_and_sent_by_somebody_is_left_to_do() -> None:
    assert owned("RESOLVED: That the letter be approved and sent by the Chair.") == [
        ("That the letter be approved and sent by the Chair", "Grace Holt")
    ]
    assert owned("RESOLVED: That the accounts be approved and signed by the Chair.") == []
    assert len(owned("RESOLVED: The Panel noted the map and requested a further map in July.")) == 1
