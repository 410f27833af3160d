"""Actions in the wordings of many councils: lists with an owner over them, boxes, tables, columns, promises."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import Paper, Section
from ingest.reading.records.actions import actions
from tests.reading.invented import MEETING, PEOPLE, block, table
from tests.reading.invented_records import owned, read


@pytest.mark.parametrize(
    ("lead", "owner"),
    [
        ("Priya Nair agreed to:", "Priya Nair"),
        ("The Head of Parks was asked to:", "Wendy Marsh"),
        ("The Panel asked the Head of Parks to:", "Wendy Marsh"),
        ("Officers were asked to:", "Officers"),
        ("Actions/requests for further information:", None),
        ("Further information requested:", None),
        ("Actions/further information to be provided:", None),
        ("Next steps:", None),
        ("ACTIONS:", None),
        ("Follow-up actions:", None),
        ("The following were agreed as next steps:", None),
    ],
)
def test_a_list_and_who_is_charged_with_it(lead: str, owner: str | None) -> None:
    assert owned(lead, "• Send a note on the budget", "• Confirm the number of plots") == [
        ("Send a note on the budget", owner),
        ("Confirm the number of plots", owner),
    ]


def test_entries_of_a_list_name_their_own() -> None:
    lines = (
        "• Circulate the map (WM)",
        "• Book the hall – TE – by 7 June",
        "• Priya Nair: write to the bank",
        "• The Head of Parks to mend the gate.",
        "• Check the policy with Legal (Wendy Marsh, 30 June)",
        "• Invite Gary Frith to the formal meeting (Priya Nair)",
        "• Somebody unheard of to ring the farm (TBC)",
    )
    assert [(one.owner, one.due) for one in read("Actions:", *lines)] == [
        ("Wendy Marsh", None),
        ("Tomos Ellis", dt.date(2024, 6, 7)),
        ("Priya Nair", None),
        ("Wendy Marsh", None),
        ("Wendy Marsh", dt.date(2024, 6, 30)),
        ("Priya Nair", None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("line", "text", "owner"),
    [
        ("ACTION – The Chair to write to the Minister.", "The Chair to write to the Minister", "Grace Holt"),
        ("ACTION (Head of Parks): circulate the map.", "circulate the map", "Wendy Marsh"),
        ("Action Point: Officers to circulate the slides.", "Officers to circulate the slides", "Officers"),
        ("[Action: Tomos Ellis to circulate the slides]", "Tomos Ellis to circulate the slides", "Tomos Ellis"),
        ("▶ Action 1: Ward map to be sent round [WM by 16 July]", "Ward map to be sent round", "Wendy Marsh"),
        (
            "Action 2: Compare the bills with those of two districts [TE]",
            "Compare the bills with those of two districts [TE]",
            "Tomos Ellis",
        ),
        ("AGREED ACTION: Wendy Marsh to mend the gate.", "Wendy Marsh to mend the gate", "Wendy Marsh"),
        (
            "The Clerk reported that plots were vacant. ACTION: Tomos Ellis to advertise the vacant plots.",
            "Tomos Ellis to advertise the vacant plots",
            "Tomos Ellis",
        ),
    ],
)
def test_lines_that_are_tagged(line: str, text: str, owner: str) -> None:
    assert owned(line) == [(text, owner)]


def test_a_box_with_the_tag_in_its_first_cell() -> None:
    assert owned(table(["ACTION:", "The Head of Parks to provide costs by ward."])) == [
        ("The Head of Parks to provide costs by ward", "Wendy Marsh")
    ]


def test_a_tag_without_words_before_it_is_nothing() -> None:
    assert owned("ACTION: WM") == []


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("No.", "Action", "Who", "By when"), ("1", "Redraft the leaflet", "Wendy", "6 June 2024")),
        (("Task", "Lead", "Deadline"), ("Redraft the leaflet", "WM", "06/06/2024")),
        (("Owner", "Action", "Due"), ("Wendy Marsh", "Redraft the leaflet", "6 June")),
        (("Ref", "Agreed action", "Assigned to", "Date due"), ("A1", "Redraft the leaflet", "Head of Parks", "6.6.24")),
        (("What?", "Who?", "When?"), ("Redraft the leaflet", "Wendy", "by 6 June")),
        (("Action to be taken", "By whom", "By when"), ("Redraft the leaflet", "Ms Marsh", "Thursday 6 June")),
        (
            ("Action Required", "Responsible Officer", "Target Date", "Status"),
            ("Redraft the leaflet", "WM", "6/6/24", ""),
        ),
        (("Action", "Lead", "Timescale", "Update"), ("Redraft the leaflet", "Wendy", "By 6 June 2024", "Ongoing")),
    ],
)
def test_tables_under_any_header(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    (found,) = read(table(header, row), kind="briefing_notes")
    assert (found.text, found.owner, found.due) == ("Redraft the leaflet", "Wendy Marsh", dt.date(2024, 6, 6))


def test_two_columns_the_second_without_a_header() -> None:
    assert owned(table(("Summary of actions", ""), ("Redraft the leaflet", "Wendy Marsh"))) == [
        ("Redraft the leaflet", "Wendy Marsh")
    ]


@pytest.mark.parametrize(
    "header",
    [
        ("Item", "Discussion", "Action by"),
        ("No", "Minutes", "Action"),
        ("Subject", "Discussion and action", "Action"),
    ],
)
def test_a_column_beside_the_minutes(header: tuple[str, ...]) -> None:
    rows = (("1", "Gates were broken. New ones would be ordered.", "WM"), ("2", "Nothing was said.", ""))
    assert owned(table(header, *rows)) == [("New ones would be ordered", "Wendy Marsh")]


def test_a_status_column_beside_resolutions_lists_no_actions() -> None:
    header = ("Item Description/Resolution", "Status", "Action")
    assert owned(table(header, ("Apologies were received from A Vane.", "Noted", ""))) == []


def test_all_members_own_what_all_are_to_do() -> None:
    assert owned(table(("Action", "Who"), ("Collect photographs", "All members"))) == [
        ("Collect photographs", "All members")
    ]


@pytest.mark.parametrize(
    ("lines", "owner"),
    [
        (("The gate was broken. WM would check and report back.",), "Wendy Marsh"),
        (("A resident asked about speeding. Cllr. Penn said he would raise this with the police.",), "Ralph Penn"),
        (
            ("The Director of Place stated that 34 plots were let. She stated that she would circulate a list.",),
            "Priya Nair",
        ),
        (
            ("The Deputy Place Lead spoke. The Regional Lead said that she would send figures.",),
            "Regional Lead",
        ),
        (("Councillor Penn asked for the costs, which the Director of Place agreed to provide.",), "Priya Nair"),
        (("The Panel requested that the Head of Parks provide a list of sites.",), "Wendy Marsh"),
        (("The Panel asked that officers report back in six months.",), "officers"),
        (("The costs were discussed. This would be circulated following the meeting.",), None),
        (("It was confirmed that a written response would be provided within ten working days.",), None),
        (("RESOLVED that the Chair, on behalf of the Panel, writes to the Minister.",), "Grace Holt"),
        (("RESOLVED that the Cabinet Member for Communities write to the Minister.",), "Joan Birch"),
        (("RECOMMENDED to the Cabinet Member for Communities that a list be published.",), None),
        (("RESOLVED that the request be actioned before the November meeting.",), None),
        (("The Panel agreed for the Democratic Services Officer to write a final report.",), "Tomos Ellis"),
        (("It was put to Mr Penn that steps were steep. He undertook to have the path mended.",), "Ralph Penn"),
        (("The Head of Parks did not have this to hand but agreed to obtain it.",), "Wendy Marsh"),
        (("Wendy Marsh, Parks Service, to send the plan round.",), "Wendy Marsh"),
        (("RESOLVED that the survey results be e-mailed to Members.",), None),
        (("The Director agreed to send the figures round.",), "Priya Nair"),
        (("The Chair asked the Lead Officer, Tomos Ellis, to find a date.",), "Tomos Ellis"),
        (("Highways to be asked to deal with the trees - to be reviewed in September",), None),
    ],
)
def test_one_action_and_its_owner(lines: tuple[str, ...], owner: str | None) -> None:
    ((_, found),) = owned(*lines)
    assert found == owner


@pytest.mark.parametrize(
    "line",
    [
        "The Chair asked that Members speak into their microphones and that telephones be turned off.",
        "It was suggested that a letter be sent to the Minister.",
        "The Director of Place said that the new service would provide support to families.",
        "The posts which the leadership team agreed to make permanent would be filled.",
        "RESOLVED that Cabinet be recommended to increase the hardship fund.",
        "RECOMMENDED to Cabinet that the fee for allotments be waived.",
        "He thought it wrong to be asked for a view before then.",
        "The Panel thanked officers and looked forward to an update.",
        "The Head of Parks explained that staff would contact every household in 2025.",
    ],
)
def test_what_nobody_undertakes(line: str) -> None:
    assert owned(line) == []


def test_who_is_invited_to_a_meeting_is_not_the_owner() -> None:
    (found,) = read("RESOLVED that the Panel invites the Head of Parks to its next meeting.")
    assert found.owner is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by the July meeting", dt.date(2024, 7, 9)),
        ("before the November meeting", None),
        ("by the end of July 2024", dt.date(2024, 7, 31)),
        ("to the Panel at its meeting in December 2024", dt.date(2024, 12, 31)),
        ("in twelve months", dt.date(2025, 5, 14)),
        ("by the end of the month", dt.date(2024, 5, 31)),
        ("by Friday", dt.date(2024, 5, 17)),
        ("at the February 2025 Panel meeting", dt.date(2025, 2, 28)),
        ("within two weeks", dt.date(2024, 5, 28)),
        ("before the end of this year", dt.date(2024, 12, 31)),
        ("before the bidding round closes on 7 June 2024", dt.date(2024, 6, 7)),
    ],
)
def test_by_when(words: str, due: dt.date | None) -> None:
    (found,) = read(f"RESOLVED that the Head of Parks submit a report {words}.")
    assert found.due == due


def test_a_list_at_the_end_whose_rows_name_their_minutes() -> None:
    listed = table(
        ("No.", "Minute", "Action", "Lead", "By"),
        ("1", "NP/25/4", "Commission an inspection of the tanks", "Wendy Marsh", "31 October 2025"),
        ("2", "NP/25/5", "Share the results of the rehearsal", "Priya Nair", "Not set"),
    )
    first = Section("NP/25/4", "The depot", (block("The depot"),), (block("Priya Nair outlined the depot."),))
    last = Section("NP/25/5", "Next meeting", (block("Next meeting"),), (block("In June."), listed))
    found = actions(Paper("minutes", (), (first, last)), MEETING, PEOPLE, ())

    assert [(one.item, one.owner) for one in found] == [(0, "Wendy Marsh"), (1, "Priya Nair")]


def test_who_was_asked_and_only_thought_about_it_undertakes_nothing() -> None:
    asked = "The Head of Parks was asked by Councillor Penn to raise the otters with the Mayor"
    assert len(read(f"{asked}.")) == 1
    for answer in ("and said she would think about it", "but declined", "and replied that she would have to reflect"):
        assert read(f"{asked}, {answer}.") == ()


def test_what_a_report_says_its_author_will_do() -> None:
    said = "I will send members the number of moorings."
    assert [one.text for one in read(said, kind="portfolio_report")] == [said]
    assert read("I will continue to enjoy the otters.", kind="portfolio_report") == ()


def test_what_is_done_beside_what_is_approved() -> None:
    (found,) = read(
        "RESOLVED - That the plan be approved and that the three ideas on otters be forwarded to the Chair."
    )
    assert found.text.startswith("That the plan")
    assert read("RESOLVED - That the plan be approved, and that it was late be regretted.") == ()


def test_matters_outstanding_are_actions_until_they_are_done() -> None:
    listed = table(
        ("Matter", "Who", "Position at 9 May"),
        ("Two prices for the slipway", "Wendy Marsh", "Ongoing - one came"),
        ("Mend the otter ramp", "Priya Nair", "Done"),
    )
    assert [(one.text, one.owner) for one in read("Matters outstanding:", listed)] == [
        ("Two prices for the slipway", "Wendy Marsh")
    ]


def test_the_executive_is_no_chief_executive() -> None:
    guest = replace(PEOPLE[0], name="Una Quill", position="Chief Executive of Otter Trust", forms=())
    section = Section("3", "Moorings", (block("Moorings"),), (block("The Executive agreed to send a list of berths."),))
    found = actions(Paper("minutes", (), (section,)), MEETING, (*PEOPLE, guest), ())
    assert "Una Quill" not in [one.owner for one in found]
