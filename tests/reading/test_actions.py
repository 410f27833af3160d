"""Actions: what, who and by when, in the ways that councils print them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import ActionRead, Block, Kind
from ingest.reading.records.actions import actions
from tests.reading.invented import MEETING, PEOPLE, block, paper
from tests.reading.invented_records import read


def one(*lines: str | Block, kind: Kind = "minutes") -> ActionRead:
    (found,) = read(*lines, kind=kind)
    return found


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("The Head of Parks undertook to circulate the map.", "Wendy Marsh", None),
        ("Wendy Marsh agreed to send the figures to Members by 30 May 2024.", "Wendy Marsh", "2024-05-30"),
        ("Ms Nair apologised and undertook to send the costs within two weeks.", "Priya Nair", "2024-05-28"),
        ("The Chair offered to write to the Minister.", "Grace Holt", None),
        ("Councillor Penn promised to let members have a copy.", "Ralph Penn", None),
        ("The Democratic Services Officer was asked to find a date in June.", "Tomos Ellis", None),
        ("Officers agreed to return with costed proposals before the next meeting.", "Officers", "2024-07-09"),
        (
            "Members asked to see the plan, and the Head of Parks said that she would e-mail it round.",
            "Wendy Marsh",
            None,
        ),
        ("The Director of Place would supply the Panel with the list by the end of June.", "Priya Nair", "2024-06-30"),
        ("Cllr Penn said he would investigate.", "Ralph Penn", None),
        ("The Panel was asked to advise the Cabinet Member of the data it needed.", "Panel", None),
        (
            "The Chair asked that a written answer be sent to Mr Lake by the Director of Place within 14 days.",
            "Priya Nair",
            "2024-05-28",
        ),
        ("The Panel requested further information on the rents.", None, None),
        ("It was requested that further details be provided to the Panel.", None, None),
        ("The Panel asked officers to bring a report in July 2024.", "officers", "2024-07-31"),
        ("In reply it was confirmed that a list of sites would be circulated to all Members.", None, None),
        ("The Clerk will write to County Highways about the drain.", "Clerk", None),
        ("Action: Wendy to chase the contractor by 7 June", "Wendy Marsh", "2024-06-07"),
        ("ACTION POINT 3 – Tomos Ellis to book the hall", "Tomos Ellis", None),
        ("Action for Priya Nair: publish the survey", "Priya Nair", None),
        ("The gate would be mended. (Action: Wendy Marsh)", "Wendy Marsh", None),
        ("WM to speak to the plot holders", "Wendy Marsh", None),
        ("Noticeboard to be repainted", None, None),
    ],
)
def test_sentences_and_lines_that_give_somebody_something_to_do(line: str, owner: str | None, due: str | None) -> None:
    found = one("The Panel considered the report.", line)
    assert found.owner == owner
    assert (found.due and found.due.isoformat()) == due
    assert found.item == 0
    assert found.quote.text in line


@pytest.mark.parametrize(
    "line",
    [
        "It would be helpful if wardens could ring the Council sooner.",
        "Councillor Penn suggested that a leaflet be tried.",
        "Members hoped that officers would look at the paths.",
        "The Head of Parks said that new gates would be fitted in the autumn.",
        "The Director had agreed to provide the figures in March.",
        "The Head of Parks, who had been asked to attend, presented the report.",
        "The Chair welcomed Ms Nair, Director of Place, to the meeting.",
        "Members were asked to note the dates.",
        "The Head of Parks explained how residents were to be told.",
        "She would be surprised if the well had run dry.",
        "The service appears to be reduced at times.",
        "The Chair asked the Head of Parks to explain the figures.",
        "Ms Nair was asked to explain the delay.",
        "The Head of Parks would raise awareness of the scheme.",
        "Wendy will report to Priya Nair, Director of Place.",
        "The Council was required to produce a report each year.",
        "Councillor Penn asked whether crews should be expected to close gates.",
        "The Panel could not agree to the fee.",
        "The Chair agreed to take a question from Mr Lake.",
        "The Director “would write to everyone by Easter”, a resident recalled.",
        "RESOLVED: That the report be noted.",
        "RESOLVED: That the minutes of the meeting held on 12 March be confirmed and signed.",
        "RESOLVED: That the policy be approved.",
        "RESOLVED: That the budget be supported and officers be thanked.",
        "RESOLVED: That authority be delegated to the Director of Place to sign the lease.",
        "RESOLVED: That the public be excluded from the meeting.",
        "RESOLVED: That Councillor Penn be elected Vice-Chair.",
    ],
)
def test_what_gives_nobody_anything_to_do(line: str) -> None:
    assert read("The Panel considered the report.", line) == ()


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        (
            "RESOLVED: That the Head of Parks be asked to clear the ditch by the end of June.",
            "Wendy Marsh",
            "2024-06-30",
        ),
        (
            "RESOLVED: That the Director of Place provide the Panel with a list of plots by 30 September 2024.",
            "Priya Nair",
            "2024-09-30",
        ),
        (
            "RESOLVED: That the Panel requests the Head of Parks to bring back options in six months.",
            "Wendy Marsh",
            "2024-11-14",
        ),
        ("RESOLVED: That the Chair write to the Minister.", "Grace Holt", None),
        ("RESOLVED: That a further report be presented to the Panel in a year's time.", None, "2025-05-14"),
        (
            "RESOLVED: That the Riverside NHS Foundation Trust be invited to reply within 28 days of this meeting.",
            "Riverside NHS Foundation Trust",
            "2024-06-11",
        ),
        ("RESOLVED: That each parish be asked to reply.", None, None),
        ("RESOLVED: That the report be noted and the Chair write to the Minister.", "Grace Holt", None),
        (
            "RESOLVED: That an Allotments Task Group be established to report by December 2024.",
            "Allotments Task Group",
            "2024-12-31",
        ),
        ("RESOLVED: That Cabinet be recommended to lower the fee.", "Cabinet", None),
        ("RESOLVED: That councillors be told of each order within five working days of the application.", None, None),
    ],
)
def test_clauses_that_ask_for_something(line: str, owner: str | None, due: str | None) -> None:
    found = one(line)
    assert found.resolution == 0
    assert found.owner == owner
    assert (found.due and found.due.isoformat()) == due


def test_a_group_of_members_has_no_one_owner() -> None:
    found = one("It was agreed to set up a working group of Cllrs Holt and Penn, to report by September 2024.")
    assert (found.owner, found.due) == (None, dt.date(2024, 9, 30))


def test_clauses_share_the_one_they_are_put_to() -> None:
    found = read(
        "RESOLVED: That the Head of Parks be requested to:",
        "i. Supply the Panel with a map by 1 June 2024.",
        "ii. Return to the Panel with a review in twelve months.",
    )
    assert [(a.owner, a.due) for a in found] == [
        ("Wendy Marsh", dt.date(2024, 6, 1)),
        ("Wendy Marsh", dt.date(2025, 5, 14)),
    ]


def test_an_action_said_and_then_resolved_is_one_in_the_resolutions_words() -> None:
    found = one(
        "The Head of Parks agreed to provide members with a list of the vacant plots.",
        "RESOLVED: That members be provided with a list of the vacant plots.",
    )
    assert found.text == "That members be provided with a list of the vacant plots."
    assert found.resolution == 0


def test_a_line_with_a_name_owns_the_sentence_before_it() -> None:
    found = one("The paths were poor. A survey of them would follow in June.", ">>ACTION: Wendy Marsh")
    assert (found.text, found.owner) == ("A survey of them would follow in June.", "Wendy Marsh")


def test_initials_at_the_right_own_the_sentence_before_them() -> None:
    found = one("The gate had been left open. A sign would be put up.", ">>WM")
    assert (found.text, found.owner) == ("A sign would be put up.", "Wendy Marsh")


@pytest.mark.parametrize(
    "lead",
    [
        "It was agreed that the following information would be circulated to the Panel:",
        "The following actions were agreed:",
        "The Panel requested the following information:",
        "Actions agreed:",
        "Future actions identified include:",
    ],
)
def test_bullets_under_a_lead_in(lead: str) -> None:
    found = read(
        lead,
        "• A map of the plots",
        "• Wendy to arrange a visit by 3 June",
        "The meeting ended.",
        kind="briefing_notes",
    )
    assert [(a.text, a.owner) for a in found] == [
        ("A map of the plots", None),
        ("Wendy to arrange a visit by 3 June", "Wendy Marsh"),
    ]
    assert found[1].due == dt.date(2024, 6, 3)


def test_an_agreed_list_is_actions_in_notes() -> None:
    found = read(
        "It was agreed that:", "• Wendy will send a map", "• the Director to share the costs", kind="briefing_notes"
    )
    assert [a.owner for a in found] == ["Wendy Marsh", "Priya Nair"]


def test_a_portfolio_holders_own_undertakings() -> None:
    found = read(
        "I have asked the Director of Place to report to the Panel by 30 September 2024.",
        "I have undertaken to give the Panel a note on rents.",
        "The Council will open two more sites in the spring.",
        "The Head of Parks, Wendy Marsh, will circulate the survey by the end of June.",
        kind="portfolio_report",
    )
    assert [(a.owner, a.due) for a in found] == [
        ("Priya Nair", dt.date(2024, 9, 30)),
        ("Joan Birch", None),
        ("Wendy Marsh", dt.date(2024, 6, 30)),
    ]


def test_two_owners_are_both_named_and_one_is_asked_for() -> None:
    found = one("Action: WM and PN to prepare a draft")
    assert found.owner == "Wendy Marsh and Priya Nair"
    assert found.owner_printed == "WM and PN"
    assert found.doubts[0].field == "owner"


def test_he_is_the_one_person_whom_the_sentence_before_names() -> None:
    found = one(
        "The Panel heard from Ian Lake, Head of Libraries. Following this he was asked for a report back by June 2024."
    )
    assert found.owner == "Ian Lake"
    nobody = one("Councillor Penn and Ms Nair spoke. She was asked to report back in writing to the Panel.")
    assert nobody.owner is None
    assert nobody.doubts


def test_a_finished_job_is_no_action() -> None:
    assert read("Wendy to circulate the survey - completed.", kind="briefing_notes") == ()


def test_what_a_group_asked_for_and_a_line_gives_to_somebody_is_one() -> None:
    found = one(
        "The group asked for a breakdown of costs by site.", "ACTION: Wendy to circulate the breakdown of costs by site"
    )
    assert found.owner == "Wendy Marsh"


def test_a_paper_without_items_has_actions_without_one() -> None:
    whole = replace(paper(), front=(block("Wendy to arrange a visit."),), sections=())
    (found,) = actions(whole, MEETING, PEOPLE, ())
    assert (found.item, found.owner) == (None, "Wendy Marsh")
