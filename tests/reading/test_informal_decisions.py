"""Decisions of bodies that resolve in plain words: who proposed and seconded, "all agreed", what "was noted"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, paper, table
from tests.reading.invented_records import pairs


@pytest.mark.parametrize(
    "vote",
    [
        "Prop AB, 2nd CD, All agreed.",
        "Prop. AB 2nd CD All agreed. EF",
        "Proposed by Mr A Archer, seconded by Mrs B Butcher and carried unanimously.",
        "(Proposed: Cllr A. Archer; seconded: Cllr B. Butcher. All in favour.)",
        "All agreed.",
        "Agreed unanimously.",
    ],
)
def test_a_vote_behind_what_is_to_be_done_decides_it(vote: str) -> None:
    found = pairs(f"The slide was discussed. Clerk to order two new swings. {vote}")
    assert found == [("Clerk to order two new swings", "agreed")]


def test_a_vote_behind_a_suggestion_decides_what_was_suggested() -> None:
    assert pairs("Mrs Archer suggested that the hedge be cut in March. All agreed.") == [
        ("that the hedge be cut in March", "agreed")
    ]


def test_a_vote_supports_the_decision_that_stands_before_it() -> None:
    found = pairs("It was agreed that the pond would be fenced. Clerk to write. Prop AB, 2nd CD, All agreed.")
    assert found == [("that the pond would be fenced", "agreed")]


def test_a_vote_in_a_paragraph_of_its_own_decides_the_entry_above_it() -> None:
    lines = (
        "(a) Accept the accounts to 3 May and agree that payments be made:",
        "Receipts 12.00",
        "Prop AB 2nd CD All agreed.",
    )
    assert pairs(*lines) == [("Accept the accounts to 3 May and agree that payments be made", "agreed")]


@pytest.mark.parametrize(
    "line",
    [
        "The Clerk said that the bus was late. All agreed.",
        "Proposed by Mr Archer, seconded by Mrs Butcher. The motion was lost.",
        "Mrs Archer was thanked for the flowers. Agreed.",
    ],
)
def test_a_vote_on_nothing_that_is_to_be_decides_nothing(line: str) -> None:
    assert pairs(line) == []


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("The hire of the tent was agreed for Friday 3 May.", "agreed"),
        ("The Asset Register was reviewed and approved.", "approved"),
        ("The opening of a second account was authorised.", "agreed"),
        ("Completion of the external audit was noted.", "noted"),
        ("The gift was formally noted and thanks were sent.", "noted"),
        ("All Councillors agreed the bills for the fair.", "agreed"),
        ("The Panel agreed changes to the leaflet.", "agreed"),
        ("Approved & signed as correct.", "approved"),
    ],
)
def test_a_sentence_that_decides_whole(line: str, decision: str) -> None:
    assert pairs(line) == [(line.rstrip("."), decision)]


@pytest.mark.parametrize(
    ("lead", "text", "behind"),
    [
        ("All agreed ", "that the gate should be painted", "."),
        ("All resolved ", "that once the grant is received the bench be bought", "."),
        ("The Panel discussed the letter at length, but agreed ", "that it would be sent in May", "."),
        ("It was agreed ", "for a lamp to hang in the porch", "."),
        (
            "It was proposed by Cllr. A. Archer, seconded by Cllr. B. Butcher and unanimously agreed ",
            "to give £20",
            ".",
        ),
        ("", "Ann Archer was elected as Treasurer", ", nominated by Bob Butcher, seconded by Cy Dale, all agreed"),
        ("RESOLVED, proposed Mr Archer, seconded Miss Butcher, ", "that the tree be felled", "."),
    ],
)
def test_words_that_decide_without_those_that_lead_in_or_say_who_proposed(lead: str, text: str, behind: str) -> None:
    assert pairs(f"{lead}{text}{behind}") == [(text, "agreed")]


def test_confirming_them_is_an_approval_whatever_they_are_called() -> None:
    assert pairs("It was RESOLVED that they be signed as a correct record.") == [
        ("that they be signed as a correct record", "approved")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The grant was approved by the Borough Council in May.",
        "The planning application was approved.",
        "Apologies were accepted from Mr Archer.",
        "The fence was agreed at the spring meeting.",
        "Residents’ comments were noted.",
        "The deadline was agreed with partners.",
        "The target was accepted by the service.",
        "Concerns were raised. These were noted.",
        "The savings were noted and questions asked.",
        "A vote was taken. All in favour.",
    ],
)
def test_what_others_passed_or_what_was_merely_said_is_no_decision(line: str) -> None:
    assert pairs(line) == []


def test_minutes_approved_and_then_signed_are_one_decision() -> None:
    found = pairs("The minutes were approved by all. The minutes of 4 May were signed by Mrs Archer as a true record.")
    assert found == [("The minutes were approved by all", "approved")]


def test_entries_that_run_on_in_one_paragraph_decide_each_in_its_words() -> None:
    found = pairs("a. The Clerk had written to the bank. b. The closing of the account was noted. c. None were raised.")
    assert found == [("The closing of the account was noted", "noted")]


def test_payments_in_lines_that_all_were_approved_are_one_decision() -> None:
    found = pairs("Green & Son, mowing - £30,", "Hall hire - £12,", "Stamps - £6 – all approved.")
    assert found == [("Green & Son, mowing - £30, Hall hire - £12, Stamps - £6 – all approved", "approved")]


def test_a_list_of_decisions_at_the_end_tells_them_again() -> None:
    decided = "The Panel agreed that the new forms would be tried in two offices from May."
    assert len(pairs(decided, "Decisions", f"• {decided}")) == 1


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("RESOLVED to confirm as a correct record the minutes of 4 May 2031.", "approved"),
        ("RESOLVED to refer the matter to Ann Archer who knew the owner.", "agreed"),
        ("RESOLVED to refer the matter to the Executive.", "recommended"),
    ],
)
def test_confirming_and_referring(line: str, decision: str) -> None:
    assert [kind for _, kind in pairs(line)] == [decision]


def test_a_word_in_the_column_beside_decides_the_entry_in_its_row() -> None:
    found = pairs(
        table(("i) Letter from the bank about the account.", "Noted"), ("ii) Letter about the fair.", "Chair"))
    )
    assert found == [("Letter from the bank about the account", "noted")]


def test_the_next_entry_of_the_same_list_is_no_clause_of_the_one_before() -> None:
    lines = ("(a) The garden was discussed. It was agreed that a plan would be drawn", "(b) Letters from parents.")
    assert pairs(*lines) == [("that a plan would be drawn", "agreed")]


def test_a_matter_that_is_only_named_and_agreed_is_decided() -> None:
    assert pairs("(d) Dates of meetings in the new school year. Agreed") == [
        ("Dates of meetings in the new school year", "agreed")
    ]


def test_what_is_put_on_the_next_agenda_is_no_list_of_decisions() -> None:
    assert pairs("The following topics were agreed for the next agenda:", "• The pond", "• The fair") == []


def test_a_recommendation_that_was_not_approved_ends_the_list_of_those_that_were() -> None:
    lines = (
        "It was APPROVED that:",
        "1. The scheme be tried.",
        "Recommendation 2 was not approved:",
        "2. The road be shut.",
    )
    assert [text for text, _ in pairs(*lines)] == ["The scheme be tried"]


def test_figures_without_a_full_stop_do_not_hide_the_decision_behind_them() -> None:
    assert pairs("Bus fund, gift asked for £ 12.40 The Councillors resolved to meet each of these.") == [
        ("to meet each of these", "agreed")
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "Cllr Archer proposed Mr Dale be co-opted to the vacancy, Cllr Butcher seconded, unanimous approval.",
            "Mr Dale be co-opted to the vacancy",
        ),
        ("The amendment fell. The motion that the gate be painted was then carried.", "that the gate be painted"),
        (
            "Proposed by Cllr Archer, seconded by Cllr Butcher that the grant be paid. Vote: 5 to 1. Motion carried.",
            "that the grant be paid",
        ),
        ("The Clerk asked for approval to buy a laptop. Approved.", "to buy a laptop"),
        ("After discussion it was decided not to renew the lease.", "not to renew the lease"),
        ("It was decided by a show of hands (5 for, 2 against) to renew the lease.", "to renew the lease"),
        ("It was RESOLVED, on a proposition by Cllr Archer seconded by Cllr Butcher, to renew it.", "to renew it"),
        ("The precept was set at £4,000.", "The precept was set at £4,000"),
        ("Ann Archer was appointed as treasurer.", "Ann Archer was appointed as treasurer"),
    ],
)
def test_what_was_put_and_carried_in_one_breath(line: str, text: str) -> None:
    assert pairs(line) == [(text, "agreed")]


@pytest.mark.parametrize(
    "line",
    [
        "A motion that the field be sold was proposed by Cllr Archer, seconded by Cllr Butcher. The motion was lost.",
        "Cllr Archer proposed an amendment that the gate be green, Cllr Butcher seconded. The amendment fell.",
        "Planning application 31/0042 was approved.",
    ],
)
def test_what_fell_or_was_for_others_to_decide_is_no_decision(line: str) -> None:
    assert pairs(line) == []


def test_governors_decide_where_the_body_is_a_school_s() -> None:
    school = replace(MEETING, committee="Governing Body", council="Hillfoot Primary School")
    found = resolutions(paper("Governors agreed to adopt the policy on bees."), school)
    assert [one.text.rstrip(".") for one in found] == ["to adopt the policy on bees"]
