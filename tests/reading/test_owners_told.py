"""Who is to do something where a paper tells it apart from what: below it, behind it, in an upright table."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import ACTION_COLUMN, Block
from tests.reading.invented import PEOPLE, attendee, block, table
from tests.reading.invented_records import owned, pairs, read

KEPT = (*PEOPLE, attendee("Lena Moss", "officer", "Head of Roads and Paths"))


def told(*lines: str | Block) -> list[tuple[str | None, str | None]]:
    """The owner and the last day of each action."""
    return [(one.owner, one.due and one.due.isoformat()) for one in read(*lines, people=KEPT)]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("RESOLVED: That the Head of Parks, in consultation with the Chair, be asked to write to the bank.", "Marsh"),
        ("RESOLVED: That the Director of Place and the Head of Roads and Paths be asked to go.", "Nair and Lena Moss"),
        ("RESOLVED: to ask the Head of Parks for a two-page briefing on the kilns.", "Marsh"),
        ("RESOLVED: That the Head of Parks reports large repairs to this Panel each year.", "Marsh"),
        ("The Head of Parks promised that a new day would be sent to members.", "Marsh"),
        ("The Head of Parks would have it put on the website.", "Marsh"),
        ("The Head of Parks would get this to the group by Friday.", "Marsh"),
        ("The plan was late. This would be provided by Legal Services.", "Legal Services"),
        ("Mr Penn requested a map of the kilns, and Wendy Marsh said that this could be supplied.", "Marsh"),
        ("Members asked for sight of the map and the Head of Parks agreed.", "Marsh"),
    ],
)  # fmt: skip
def test_whom_a_sentence_gives_it_to(line: str, owner: str) -> None:
    found = told(line)
    assert [one for one, _ in found if one and one.endswith(owner)]
    assert len(found) == 1


def test_who_is_only_invited_is_not_who_sees_to_it() -> None:
    assert told("RESOLVED: That Fen Water be invited to attend the next meeting.") == [(None, "2024-07-09")]


def test_initials_are_those_of_a_name_beside_a_post_in_the_paper() -> None:
    line = "Nora Gale (Club Secretary) spoke of the roof."
    assert told(line, "Action: NG to send the bill.") == [("Nora Gale", None)]
    assert told(line, "Action: NG, bill for the roof and the gutters") == [("Nora Gale", None)]
    both = told(line, "Neil Grant (Treasurer) did too.", "Action: NG to send the bill.")
    assert both == [(None, None)]


def test_a_day_or_an_owner_may_stand_behind_a_tagged_action_in_words_of_its_own() -> None:
    assert told("Action 2 - Wendy Marsh to mend the gate.", "Deadline: 4 June 2024.") == [("Wendy Marsh", "2024-06-04")]
    assert told("ACTION 4 - Number of open gates in each ward. Wendy Marsh, 4 June 2024.") == [
        ("Wendy Marsh", "2024-06-04")
    ]


def test_two_owners_may_stand_in_brackets_behind_an_action() -> None:
    line = "1. The map to be shared with members by 4 June (Wendy Marsh / Tomos Ellis)."
    assert told("ACTIONS:", line) == [("Wendy Marsh and Tomos Ellis", "2024-06-04")]


def test_a_line_that_gives_again_what_was_promised_right_above_is_one_action() -> None:
    found = owned(
        "The Head of Parks did not know, and will check the rents of all kilns.",
        "Action: Wendy Marsh to find out what the kilns cost the club",
    )
    assert found == [("Wendy Marsh to find out what the kilns cost the club", "Wendy Marsh")]


def test_of_two_tagged_lines_in_a_row_both_are_actions() -> None:
    found = owned("Action: Wendy Marsh to ring the school.", "Action: Wendy Marsh to mow the green.")
    assert len(found) == 2


def test_officers_asked_before_one_of_them_is_named_are_no_owner_of_their_own() -> None:
    found = told(
        "Paths to be taken in July. Officers to be asked for a scoping note.", "Action: WM, scoping note on paths"
    )
    assert ("Wendy Marsh", None) in found
    assert not [owner for owner, _ in found if owner and owner.lower() == "officers"]


def test_who_asked_is_not_who_answers_behind_the_semicolon() -> None:
    assert "Ralph Penn" not in [
        owner for owner, _ in told("Mr Penn asked for the rent; XY was not sure, and will check.")
    ]


def test_an_upright_table_gives_each_action_its_owner_and_its_day() -> None:
    rows = table(
        ("Action 2a", "Count the gates of each ward."),
        ("Owner", "Head of Parks"),
        ("Deadline", "4 June 2024"),
        ("Action 2b", "Draw a map."),
        ("Owner", "Tomos Ellis"),
        ("Deadline", "Next meeting"),
    )
    assert told(rows) == [("Wendy Marsh", "2024-06-04"), ("Tomos Ellis", "2024-07-09")]


def test_a_table_of_requests_is_one_of_actions() -> None:
    rows = table(("Minute", "Request", "Officer"), ("4", "Map of the gates to be sent to members", "Head of Parks"))
    assert told(rows) == [("Wendy Marsh", None)]


def test_a_cell_beside_the_minutes_may_name_its_owner_in_brackets_with_the_day_below() -> None:
    what = replace(block("Demonstration of the kiln (Wendy Marsh)", 7), style=ACTION_COLUMN)
    day = replace(block("4 June", 8), style=ACTION_COLUMN)
    assert told("The kiln was new.", what, day) == [("Wendy Marsh", "2024-06-04")]


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED: To recommend the policy to Cabinet, with an addition on kilns.",
        "RESOLVED: to recommend the Cabinet to continue Sunday opening.",
        "RESOLVED: to recommend to Cabinet that the scheme be extended to October.",
    ],
)
def test_what_is_only_put_to_another_body_leaves_nothing_to_do(line: str) -> None:
    assert told(line) == []


def test_what_follows_under_requests_for_information_is_no_conclusion() -> None:
    found = pairs(
        "The Panel agreed its conclusions as follows:",
        "- It welcomed the fall in rents.",
        "Information requests:",
        "- The Head of Parks to give the names of the clubs.",
    )
    assert [text for text, _ in found if "names" in text] == []


def test_recommendations_may_be_made_after_a_talk_with_officers() -> None:
    found = pairs(
        "Following a long talk with Officers, the Panel made the following Recommendations:",
        "1. That a map be sent to every school.",
    )
    assert found == [("That a map be sent to every school", "recommended")]


def test_a_body_resolves_in_lettered_clauses_of_one_sentence() -> None:
    found = pairs("The Panel resolved (a) to note the map; and (b) to recommend to Cabinet that rents are not raised.")
    assert [decision for _, decision in found] == ["noted", "recommended"]


def test_a_day_is_read_so_long_before_the_meeting_of_a_month() -> None:
    found = read("The Head of Parks was asked to send the map two weeks before the July meeting.")
    assert [one.due for one in found] == [dt.date(2024, 6, 25)]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Councillor Penn and Tomos Ellis agreed to prepare a note on the kilns.", "Ralph Penn and Tomos Ellis"),
        ("The Chair said the Head of Parks would write to all the clubs.", "Wendy Marsh"),
        ("The farm to be told of the count by the Head of Parks.", "Wendy Marsh"),
        ("A visit to be arranged (WM).", "Wendy Marsh"),
        ("The Head of Parks said it was late but that she would let Mr Penn see the map.", "Wendy Marsh"),
        ("RESOLVED: That the Panel requests that the Head of Parks responds in full.", "Wendy Marsh"),
    ],
)
def test_who_does_it_is_the_subject_or_stands_behind(line: str, owner: str) -> None:
    assert [one for one, _ in told(line)] == [owner]


def test_a_request_to_note_something_gives_nobody_a_job() -> None:
    assert told("The Chair requested that the Head of Parks note the change of day.") == []


def test_a_portfolio_holder_is_the_cabinet_member_of_that_portfolio() -> None:
    assert told("The Communities Portfolio Holder agreed to meet the clubs.") == [("Joan Birch", None)]


def test_a_seat_that_one_person_holds_is_no_body() -> None:
    people = (*PEOPLE, attendee("Gwen Moss", "co_opted", "Diocesan representative"))
    found = read("The diocesan representative undertook to collect the views of schools.", people=people)
    assert [one.owner for one in found] == ["Gwen Moss"]


def test_initials_with_a_stroke_between_them_are_two_people() -> None:
    assert told("Action: WM/TE to paint the shed by July.") == [("Wendy Marsh and Tomos Ellis", "2024-07-31")]


def test_an_entry_of_a_list_may_end_in_its_owner_or_its_day() -> None:
    found = told("Actions:", "- Wendy Marsh: letter to the clubs, 4 June", "- Map to be drawn (WM/TE)")
    assert found == [("Wendy Marsh", "2024-06-04"), ("Wendy Marsh and Tomos Ellis", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Penn asked for more time and Councillor Holt agreed.",
        "Councillor Penn asked whether a written response would be provided.",
    ],
)
def test_agreeing_with_a_member_or_asking_whether_is_no_promise(line: str) -> None:
    assert told(line) == []


def test_whoever_answers_grants_what_is_asked_for() -> None:
    assert told("Councillor Penn asked for a copy of the list, and the Head of Parks agreed.") == [
        ("Wendy Marsh", None)
    ]


def test_the_day_of_what_an_action_is_about_is_not_its_own() -> None:
    assert told("Action: Wendy Marsh to send round the notes of the visit on Tuesday, 7 May") == [("Wendy Marsh", None)]
