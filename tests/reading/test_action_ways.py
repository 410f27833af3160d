"""Who is to do something, in the ways of many councils; and what is nobody's. All names are invented."""

from __future__ import annotations

import pytest

from tests.reading.invented import attendee
from tests.reading.invented_records import owned, read


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        # pronouns: who answers, not who asks
        ("Mr Penn asked Ms Nair for the lease. She said that she would send it to him.", "Priya Nair"),
        ("Mr Penn asked if the Head of Parks would send the list. She agreed to do so.", "Wendy Marsh"),
        ("Ms Marsh gave a talk. Mrs Holt asked about rents. She agreed to provide a note.", None),
        ("Ms Marsh and Ms Nair introduced the report. She agreed to provide a note.", None),
        ("Mr Penn asked for figures, and the Director of Place saw no harm. She agreed to send them.", "Priya Nair"),
        ("Mr Penn asked the Cabinet Member if she had met him. She had not, but undertook to write.", "Joan Birch"),
        ("WM advised that gates stuck and she will remind the farm.", "Wendy Marsh"),
        ("Gate 6 - Mr Penn reported that it sticks. He will speak to the landowner.", "Ralph Penn"),
        # who promises that something will be sent
        ("Ms Marsh said that a written reply would be sent to Mr Penn.", "Wendy Marsh"),
        ("Councillor Penn confirmed that the figures would be sent to Members.", None),
        ("Ms Nair confirmed that a briefing note would be provided on the pilot.", "Priya Nair"),
        ("A written answer would be sent to Councillor Penn by Ms Nair.", "Priya Nair"),
        ("The slides would be circulated by Democratic Services.", "Democratic Services"),
        # ways of undertaking
        ("Ms Nair would try to find out the cost and let Members know.", "Priya Nair"),
        ("Ms Nair noted the comment and would feed it back to the builder.", "Priya Nair"),
        ("Ms Nair was happy to provide a list of the roads.", "Priya Nair"),
        ("Ms Nair said she would ask Mr Ellis to circulate the lease.", "Priya Nair"),
        ("The Head of Parks would be circulating the figures.", "Wendy Marsh"),
        ("Mr Ellis was to consult the tenants on colours.", "Tomos Ellis"),
        ("Ms Nair undertook to consider the matter and report back to the Panel.", "Priya Nair"),
        ("The Highways team agreed to inspect the bridge.", "Highways team"),
        ("Ralph and Tomos to agree dates for the visit.", "Ralph Penn and Tomos Ellis"),
        # decisions
        ("RESOLVED that a group, chaired by Councillor Penn, be set up to report on rents.", None),
        ("RESOLVED that the plan prepared by the Director of Place be circulated to Members.", None),
        ("RESOLVED that the concerns be conveyed to the Minister by the Chair.", "Grace Holt"),
        ("Resolved: to obtain three quotes for the fence (Head of Parks).", "Wendy Marsh"),
        ("RESOLVED: (2) That the Head of Parks be requested to canvass Members.", "Wendy Marsh"),
        # tags and lists
        ("Action: The list to be sent by Head of Parks.", "Wendy Marsh"),
        ("Action: That the Head of Parks circulate the list.", "Wendy Marsh"),
        ("Action WM/TE: walk the path.", "Wendy Marsh and Tomos Ellis"),
        ("Action: check the wording (Wendy Marsh/Tomos Ellis)", "Wendy Marsh and Tomos Ellis"),
        ("ACTION WM TO CHECK THE WORDING", "Wendy Marsh"),
    ],
)  # fmt: skip
def test_one_action_and_its_owner(line: str, owner: str | None) -> None:
    assert [found for _, found in owned(line)] == [owner]


@pytest.mark.parametrize(
    "line",
    [
        "Minute 12 – Ms Nair to send the lease. Completed.",
        "It was agreed to take item 7 first.",
        "The Chair agreed to take questions at the end.",
        "Tenants will be asked to return the form by 30 June.",
        "RESOLVED that a working group on rents, to comprise Councillors Penn and Holt, be established.",
        "RESOLVED that Ms Marsh be thanked and asked to convey thanks to her staff.",
        "RESOLVED that the thanks of the Panel be conveyed to the volunteers.",
        "RESOLVED that Cabinet be asked to note the comments of the Panel.",
        "Ms Nair, speaking as Director of Place, said that little was known.",
        "Mr Penn hoped that officers would provide a report.",
        "The Council had asked residents to return the form by 30 April 2024.",
    ],
)
def test_nobody_is_to_do_anything(line: str) -> None:
    assert owned(line) == []


def test_what_a_decision_asks_of_a_portfolio_is_its_holders_in_each_clause() -> None:
    found = owned(
        "RESOLVED that the Cabinet Member for Communities be requested to:",
        "(a) publish the list; and",
        "(b) write to all tenants.",
    )
    assert [owner for _, owner in found] == ["Joan Birch", "Joan Birch"]


def test_an_entry_may_end_with_its_owner_and_a_day() -> None:
    found = read("Agreed actions:", "• Plots to be counted – Wendy Marsh – end of June", "• Map to be drawn – TE")
    assert [one.owner for one in found] == ["Wendy Marsh", "Tomos Ellis"]


def test_a_man_is_never_she() -> None:
    people = (attendee("Mr Ralph Penn", "guest"), attendee("Mrs Dee Holm", "guest"))
    (found,) = read("Mr Penn spoke of rents. She undertook to provide a table of plots.", people=people)
    assert found.owner is None
    (found,) = read("Mrs Holm spoke of rents. She undertook to provide a table of plots.", people=people)
    assert found.owner == "Mrs Dee Holm"
