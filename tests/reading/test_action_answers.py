"""What is promised in answer to a request, given to several, or to be done whatever the verb."""

from __future__ import annotations

import pytest

from tests.reading.invented import PEOPLE, attendee
from tests.reading.invented_records import owned, pairs, read

PRESENT = (
    *PEOPLE,
    attendee("Asha Dole", "officer", "Assistant Director, Communities"),
    attendee("Una Frith", "officer", "Head of Quays"),
    attendee("Rhys Colm", "officer", "Head of Roads"),
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        # the answer only takes up what was asked
        ("Members asked whether figures could be had, and the Assistant Director said she would do so.", "Asha Dole"),
        ("The Panel asked for the moorings to be added to the bulletin. Ms Frith would do so.", "Una Frith"),
        ("Councillor Penn asked for a list of boats by ward. Ms Frith said she could do that.", "Una Frith"),
        ("Councillor Penn asked about moss and Una would send him the figures.", "Una Frith"),
        ("The Assistant Director did not have it to hand but would have it for the October meeting.", "Asha Dole"),
        ("The Assistant Director could not say but would have officers share the figures.", "Asha Dole"),
        ("The Convener asked the Head of Quays to circulate a note of the costs.", "Una Frith"),
        ("The Head of Quays spoke of the slip. The Head of Service would circulate the costs.", "Una Frith"),
        ("The Head of Quays outlined the log. Of 40 boats, 36 had been sold. She would supply a list.", "Una Frith"),
        # nobody is said to do it
        ("The letter would be attached to the notes.", None),
        ("The two Heads were asked to keep the Chair informed of any default.", None),
        ("A note on moorings would be brought to the next meeting by Una Frith.", "Una Frith"),
    ],
)  # fmt: skip
def test_what_is_promised_is_to_be_done(line: str, owner: str | None) -> None:
    (found,) = owned(line, people=PRESENT)
    assert found[1] == owner


@pytest.mark.parametrize(
    "line",
    [
        "Residents could do this on the website.",
        "Mr Penn spoke of the slip. He could do that for forty pounds of paint.",
        "It was thought that the wind would do so too before the end of the winter months had come.",
        "The Head of Quays would have no boats by June.",
        "Councillor Penn said that the quay would have the best view.",
        "The Head of Quays was asked to keep calm.",
        "The minutes would be appended.",
    ],
)
def test_what_is_only_told_is_not(line: str) -> None:
    assert owned(line, people=PRESENT) == []


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        ("that the Clerk place the log on the agenda of the next meeting", "Clerk"),
        ("that the Head of Quays convey the views of the Panel to the Board", "Una Frith"),
        ("that the Assistant Director, Communities, writes to every boatyard before June", "Asha Dole"),
        ("that Ms Frith photograph the slip", "Una Frith"),
        ("agreed to request from the Head of Roads, by June, a comparison of costs", "Rhys Colm"),
    ],
)
def test_somebody_is_to_do_something_whatever_the_verb(clause: str, owner: str) -> None:
    assert [one[1] for one in owned(f"RESOLVED: {clause}.", people=PRESENT)] == [owner]


@pytest.mark.parametrize(
    "decision",
    [
        "RESOLVED: that the Panel place its trust in the officers.",
        "RESOLVED: that the Head of Quays remain the lead.",
        "RESOLVED: that Councillor Penn chair the group.",
        "RESOLVED: that Councillors Penn and Holt form a working group.",
        "RESOLVED: that the Head of Quays convey the thanks of the Panel to the crews.",
        "The Head of Quays gave a verbal update on the slip, which was noted.",
        "RESOLVED: that the Head of Roads sent the answer in June.",
        "RECOMMENDED that the licence be granted for three years.",
        "RECOMMENDED: That the Cabinet be recommended to retain the contingency.",
        "RECOMMENDED: That the Cabinet be recommended to keep the present fares.",
        "RECOMMENDED to Cabinet that the budget for boats be made permanent.",
    ],
)
def test_what_stays_as_it_is_leaves_nothing_to_do(decision: str) -> None:
    assert owned(decision, people=PRESENT) == []


def test_what_is_not_to_be_done_is_no_action_of_whoever_it_is_recommended_to() -> None:
    lines = ("Resolved: That the Cabinet be recommended:", "i. that the list be published by June;")
    found = owned(*lines, "ii. that the cut to the ferry be not proceeded with.", people=PRESENT)
    assert [text for text, _ in found] == ["that the list be published by June"]


def test_undertakings_under_a_lead_in_are_all_to_be_done() -> None:
    lines = (
        "During the discussion the following undertakings were given:",
        "• the Head of Quays to let Councillor Penn have the list of boats;",
        "• the Head of Roads to explain in the next report why the lights had failed.",
    )
    assert [owner for _, owner in owned(*lines, people=PRESENT)] == ["Una Frith", "Rhys Colm"]
    points = ("The following points were made:", "• the boats were late", "• the lights had failed")
    assert owned(*points, people=PRESENT) == []


@pytest.mark.parametrize("lead", ["In reply the Head of Quays –", "Ms Frith:", "To questions put, the Head of Quays:"])
def test_what_somebody_said_in_a_list_is_theirs_and_no_decision(lead: str) -> None:
    lines = (lead, "• explained that the slip was open", "• agreed to send members a map", "• would supply a list.")
    found = owned(*lines, people=PRESENT)
    assert found == [("agreed to send members a map", "Una Frith"), ("would supply a list", "Una Frith")]
    assert pairs(*lines) == []
    decided = ("The Panel –", "• noted the map", "• agreed to ask the Clerk for a map.")
    assert [kind for _, kind in pairs(*decided)] == ["noted", "agreed"]


@pytest.mark.parametrize("lead", ["Decision", "RESOLVED:"])
def test_what_somebody_does_about_a_decision_is_another_sentence(lead: str) -> None:
    lines = (lead, "The Panel agreed to oppose the fares. The Head of Quays will write to the Board by 15 June.")
    assert [text for text, _ in pairs(*lines)] == ["The Panel agreed to oppose the fares"]
    assert owned(*lines, people=PRESENT)[-1][1] == "Una Frith"
    whole = "The Panel agreed to oppose the fares. The Board will be told by 15 June."
    assert [text for text, _ in pairs(lead, whole)] == [whole.rstrip(".")]


def test_a_name_where_the_chair_signs_gives_nobody_the_closing_to_do() -> None:
    assert owned("(The meeting ended at 9.31 pm.)", ">>Chair", people=PRESENT) == []


def test_the_last_of_several_in_brackets_is_not_who_meets() -> None:
    line = "AGREED that the Working Party on Litter (Councillors Holt and Penn) meet before June."
    assert "Ralph Penn" not in [owner for _, owner in owned(line, people=PRESENT)]


def test_several_who_are_asked_are_nobody_in_particular() -> None:
    (found,) = read("The two Directors were asked to tell the Panel of every delay.", people=PRESENT)
    assert [doubt.field for doubt in found.doubts] == ["owner"]
