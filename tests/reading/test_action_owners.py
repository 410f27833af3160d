"""Who is to do something: in the short notes of parish clerks, through pronouns, posts, letters and bodies."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from tests.reading import invented_records
from tests.reading.invented import PEOPLE, attendee

CLERK = attendee("Jean Tarn", "officer", "Parish Clerk")
PRESENT = (*PEOPLE, CLERK)
read = partial(invented_records.read, people=PRESENT)
owned = partial(invented_records.owned, people=PRESENT)


@pytest.mark.parametrize(
    ("line", "text", "owner"),
    [
        ("*Clerk to write to the bus company.", "Clerk to write to the bus company", "Jean Tarn"),
        ("The hedge is high. Clerk asked to contact the farm.", "Clerk asked to contact the farm", "Jean Tarn"),
        ("Clerk also asked to send a map to the farm.", "Clerk also asked to send a map to the farm", "Jean Tarn"),
        ("Clerk to continue to press the owner.", "Clerk to continue to press the owner", "Jean Tarn"),
        ("The Clerk was advised to buy a spade.", "The Clerk was advised to buy a spade", "Jean Tarn"),
        ("Panel members to contact their own schools.", "Panel members to contact their own schools", "Panel members"),
        ("Councillors will fill the holes.", "Councillors will fill the holes", "Councillors"),
        ("The count will be undertaken by Mr Penn.", "The count will be undertaken by Mr Penn", "Ralph Penn"),
        ("Maps are to be sorted by the Clerk in June.", "Maps are to be sorted by the Clerk in June", "Jean Tarn"),
        ("The Club was asked for a list of keys.", "The Club was asked for a list of keys", "Club"),
        ("Priya asked all councillors to return it.", "Priya asked all councillors to return it", "all councillors"),
        ("Mr Oakes offered to ring the farm.", "Mr Oakes offered to ring the farm", "Mr Oakes"),
        ("Ralph and WM to walk the path.", "Ralph and WM to walk the path", "Ralph Penn and Wendy Marsh"),
        ("The Clerk will be arranging a visit.", "The Clerk will be arranging a visit", "Jean Tarn"),
        ("WM was asked by Mrs Holt to bring a key.", "WM was asked by Mrs Holt to bring a key", "Wendy Marsh"),
    ],
)  # fmt: skip
def test_somebody_is_to_do_something(line: str, text: str, owner: str) -> None:
    assert owned(line) == [(text, owner)]


def test_what_stands_in_brackets_is_an_action_of_its_own() -> None:
    line = "The county spoke of grants for halls (Clerk to tell the hall committee) and of libraries."
    assert owned(line) == [("Clerk to tell the hall committee", "Jean Tarn")]


def test_a_sentence_may_run_on_or_go_on_with_what_else_somebody_did() -> None:
    assert [
        owner
        for _, owner in owned("Two sacks would be wanted in the spring the Clerk was asked to learn what they cost.")
    ] == ["Jean Tarn"]
    assert [
        owner for _, owner in owned("New gates the Clerk had not reached the joiner and was asked to try again.")
    ] == ["Jean Tarn"]


def test_she_is_who_spoke_before_not_whom_she_met() -> None:
    found = owned(
        "Wendy Marsh said that little had been told. She met Mr Penn each month. She agreed to ring round the farms."
    )
    assert found == [("She agreed to ring round the farms", "Wendy Marsh")]


def test_short_lines_of_one_item_are_each_an_action() -> None:
    found = owned(
        "The bin is full. Clerk to chase. The seat is broken. Clerk to chase again. The gate sticks. WM to look at it."
    )
    assert [text for text, _ in found] == ["Clerk to chase", "Clerk to chase again", "WM to look at it"]


def test_lines_below_action_are_actions_as_long_as_they_say_what_to_do() -> None:
    found = owned(
        "Action:",
        "Comments to Wendy Marsh to put into the draft. Tomos to speak to the Otter Trust about Otters.Org.UK",
        "The guide was on show at the fair.",
    )
    assert found == [
        ("Comments to Wendy Marsh to put into the draft", None),
        ("Tomos to speak to the Otter Trust about Otters.Org.UK", "Tomos Ellis"),
    ]


@pytest.mark.parametrize("lead", ["Actions: for Secretariat", "Actions for the Secretariat:"])
def test_actions_for_somebody_are_theirs(lead: str) -> None:
    found = owned(lead, "Consider a day for farms.", "Make more use of the barn", "Need to work with the schools.")
    assert [owner for _, owner in found] == ["Secretariat"] * 3


def test_who_sees_to_a_decision_owns_it() -> None:
    found = owned("RESOLVED that the seats be added to the yearly list. Clerk to action.")
    assert [(one.split()[0], owner) for one, owner in found] == [("that", "Jean Tarn")]


def test_who_sees_to_what_is_no_action_has_one_of_their_own() -> None:
    assert ("Clerk to progress", "Jean Tarn") in owned("The new debit was talked about. Clerk to progress.")


@pytest.mark.parametrize(
    "line",
    [
        "The letter asked councillors to provide a hall.",
        "RESOLVED to raise no objection.",
        "24/100 New barn to be used as a shop.",
        "The Clerk went through the invoices to be paid.",
        "Residents were advised to ring the county.",
    ],
)
def test_nothing_is_to_be_done(line: str) -> None:
    assert owned(line) == []


def test_a_post_of_a_list_that_ran_together_is_nobodys() -> None:
    jumbled = attendee("Ann Rowe", "member", "Cllr Tom Lea TL Cllr Bo Fenn BF Jean Tarn JT Parish Clerk")
    assert owned("Clerk to chase the bill.", people=(jumbled,)) == [("Clerk to chase the bill", "Clerk")]


@pytest.mark.parametrize("signed", ["J Tarn\nClerk to the Council", "Clerk: Mrs J Tarn", "Clerk J Tarn"])
def test_the_clerk_is_whoever_signs_as_clerk(signed: str) -> None:
    (found,) = read("Clerk to chase the bill.", *signed.split("\n"), people=())
    assert found.owner is not None
    assert found.owner.endswith("J Tarn")


@pytest.mark.parametrize("position", ["Fen and Brook Water", "Area Manager, Fen and Brook Water"])
def test_a_body_is_asked_and_not_who_came_from_it(position: str) -> None:
    guest = replace(attendee("Dee Holm", "guest"), position=position)
    found = owned("RESOLVED that Fen and Brook Water be asked to come in June.", people=(*PEOPLE, guest))
    assert [owner for _, owner in found] == ["Fen and Brook Water"]


def test_a_post_of_a_body_is_whoever_holds_it_there() -> None:
    guest = replace(attendee("Dee Holm", "guest"), position="Chief Executive, Fen Alliance of Carers")
    assert owned("Chief Executive of the Alliance to share the survey.", people=(*PEOPLE, guest)) == [
        ("Chief Executive of the Alliance to share the survey", "Dee Holm")
    ]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("RESOLVED that the Head of Parks would issue the maps to Members.", "Wendy Marsh"),
        ("RESOLVED to request that Otter Buses share the timetable with the Panel.", "Otter Buses"),
        ("RESOLVED that the price be taken up and the Clerk instruct the joiner.", "Jean Tarn"),
        ("RESOLVED that the swings would be inspected by Mr Penn with a view to repairs.", "Ralph Penn"),
        (
            "RESOLVED that the visit be on 4 June, for which the van is free, which the Clerk would confirm.",
            "Jean Tarn",
        ),
    ],
)
def test_a_clause_and_whom_it_charges(line: str, owner: str) -> None:
    assert [found for _, found in owned(line)] == [owner]


def test_the_day_of_an_action_stands_below_it_or_behind_those_concerned() -> None:
    found = read(
        "ACTION: WM to mend the gate.", "By 28 June 2024", "TE to write to the farms concerned by 3 June 2024."
    )
    assert [one.due and one.due.isoformat() for one in found] == ["2024-06-28", "2024-06-03"]


def test_what_would_be_sent_is_an_action_each_and_a_note_is_none() -> None:
    lines = (
        "It was agreed that the following maps would be sent to Members:",
        "• the number of plots",
        "• the rents.",
    )
    assert [text for text, _ in owned(*lines)] == ["the number of plots", "the rents"]
    assert owned("RECOMMENDED that the progress so far be noted.") == []


def test_a_request_that_a_post_do_something_finds_its_holder() -> None:
    found = read("RESOLVED: to request that the Head of Parks carry out a count of the gates.")
    assert [one.owner for one in found] == ["Wendy Marsh"]
