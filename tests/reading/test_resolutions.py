"""Decisions, in the ways that councils print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.reading.model import Block, Paper, ResolutionRead
from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, block, paper, table


def read(*lines: str | Block) -> tuple[ResolutionRead, ...]:
    return resolutions(paper(*lines), MEETING)


def texts(*lines: str | Block) -> list[str]:
    return [one.text for one in read(*lines)]


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED – That the report be noted.",
        "RESOLVED that the report be noted.",
        "Resolved: That the report be noted.",
        "Resolved – the report be noted.",
        "UNANIMOUSLY RESOLVED – That the report be noted.",
        "IT WAS RESOLVED that the report be noted.",
        "It was AGREED that the report be noted.",
        "AGREED: That the report be noted.",
        "It was moved by Councillor Penn, seconded by Councillor Holt and RESOLVED that the report be noted.",
        "On being put to the vote it was RESOLVED unanimously that the report be noted.",
        "The Panel RESOLVED that the report be noted.",
        "The Panel resolved to note the report.",
        "The Panel noted the report.",
        "Members noted the report.",
        "NOTED – the report.",
        "Decision: That the report be noted.",
        "The report was noted.",
        "Following discussion, the report was received and noted.",
        "It was unanimously agreed to note the report.",
        "7. RESOLVED that the Panel note the report.",
    ],
)
def test_one_decision_under_many_lead_ins(line: str) -> None:
    (found,) = read("The Head of Parks introduced the report.", line)
    assert found.decision == "noted"
    assert "report" in found.text
    assert found.quote.text == found.text
    assert found.item == 0


@pytest.mark.parametrize(
    "line",
    [
        "The Executive had on 6 July resolved that the scheme be approved.",
        "Councillor Penn recalled that the Council had RESOLVED in 2019 “that no allotment be sold”.",
        "The Executive had “RESOLVED that one mower be bought”, and it had come in March.",
        "Councillor Penn proposed that the contract be re-tendered. The proposal was not seconded.",
        "It was moved by Councillor Penn, seconded by Councillor Holt, that the fee be cut. The motion was lost.",
        "An amendment that the fee be frozen until March was put to the vote and declared lost.",
        "The Planning Committee resolved to refuse the application.",
        "It was agreed that the path was steep.",
        "It was noted that the next meeting would be in July.",
        "Members noted that the figures had risen.",
        "The Director agreed that the paths were poor.",
        "The Chair reminded Members that “it is agreed that no club shall have more than two plots”.",
        "Recommendations to be considered at the next meeting were tabled.",
    ],
)
def test_what_is_no_decision_of_this_meeting(line: str) -> None:
    assert texts(line) == []


def test_lettered_numbered_and_bulleted_clauses_are_one_each() -> None:
    for one, two in (("(a)", "(b)"), ("1.", "2."), ("i.", "ii."), ("a)", "b)"), ("•", "•"), ("(1)", "(2)")):
        found = read(
            "RESOLVED: That",
            f"{one} the report be noted; and",
            f"{two} the Chair write to the Minister.",
            "The meeting ended.",
        )
        assert [(r.text, r.decision) for r in found] == [
            ("the report be noted", "noted"),
            ("the Chair write to the Minister.", "agreed"),
        ]


def test_clauses_run_into_one_sentence() -> None:
    found = read(
        "Resolved - (a) That the report be noted; (b) that the Head of Parks be asked to clear the ditch; "
        "and, (c) that "
        "Cabinet be recommended to lower the fee."
    )
    assert [(r.number, r.decision) for r in found] == [("a", "noted"), ("b", "requested"), ("c", "recommended")]
    assert found[1].text == "that the Head of Parks be asked to clear the ditch"


def test_capital_letters_mark_clauses_too() -> None:
    assert texts("RESOLVED – that (A) the report be received; and (B) a leaflet be prepared.") == [
        "the report be received",
        "a leaflet be prepared.",
    ]


def test_words_shared_by_clauses_say_their_kind_and_recipient() -> None:
    found = read(
        "RESOLVED: That the following recommendations be shared with the Cabinet Member for Communities:",
        "i. A map of the plots be published.",
        "ii. Rents be frozen.",
    )
    assert [(r.decision, r.recipient) for r in found] == [("recommended", "Cabinet Member for Communities")] * 2


def test_a_recommendation_to_the_cabinet_names_it() -> None:
    (found,) = read("Recommended to Cabinet - That no plot be sold before March.")
    assert (found.decision, found.recipient) == ("recommended", "Cabinet")


def test_nested_clauses() -> None:
    found = read(
        "RESOLVED: That",
        "1. the rents be amended as follows:",
        "(a) a full plot be £60; and",
        "(b) a half plot be £30.",
        "2. the report be noted.",
    )
    assert [r.text for r in found] == ["a full plot be £60", "a half plot be £30.", "the report be noted."]
    assert [r.number for r in found] == ["1a", "1b", "2"]


def test_a_list_ends_where_other_words_begin() -> None:
    found = texts(
        "RESOLVED: That",
        "(a) the report be noted.",
        "Reason for decision: to keep members informed.",
        "(b) was not reached.",
    )
    assert found == ["the report be noted."]


def test_a_lead_in_and_the_body_on_lines_of_their_own() -> None:
    found = texts(
        "It was APPROVED:", "That the Panel:", "1. Approves the budget.", "2. Delegates the details to officers."
    )
    assert found == ["Approves the budget.", "Delegates the details to officers."]


def test_the_panel_over_a_list_of_what_it_did() -> None:
    found = read("The Panel:-", "• noted the report;", "• requested an update in six months.")
    assert [r.decision for r in found] == ["noted", "requested"]


@pytest.mark.parametrize(
    "lead", ["RESOLVED – That the Panel", "That the Panel;", "That the Communities Scrutiny Panel;"]
)
def test_clauses_of_one_list_are_several_however_alike(lead: str) -> None:
    found = read(
        lead,
        "1. Noted the membership of the Communities Scrutiny Panel for 2031/32.",
        "2. Noted the appointment of Councillor Ann Penn as Chair of the Communities Scrutiny Panel for 2031/32.",
        "3. Noted the appointment of Councillor Guy Holt as Vice-Chair of the Communities Scrutiny Panel for 2031/32.",
    )
    assert [one.number for one in found] == ["1", "2", "3"]


def test_what_was_agreed_at_an_earlier_meeting_of_the_body_is_no_decision_of_this_one() -> None:
    assert texts("At the last CSP meeting it was agreed that the hall be painted. The Panel heard why.") == []


def test_a_decision_printed_twice_is_one() -> None:
    found = read(
        "It was agreed that the Head of Parks be asked to clear the ditch by June.",
        "RESOLVED: That the Head of Parks be asked to clear the ditch by June.",
    )
    assert [r.text for r in found] == ["That the Head of Parks be asked to clear the ditch by June."]


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        (
            (
                "The Minutes of the Meeting held on 12 March 2024 were agreed as a correct record and signed "
                "by the Chairman."
            ),
            "approved",
        ),
        ("These were moved as correct by Cllr Archer and Cllr Butcher.", "approved"),
        ("Proposed as a true record by Cllr Penn, seconded by Cllr Holt and unanimously approved.", "approved"),
        ("RESOLVED: That the Minutes of the meeting held on 12 March 2024 be confirmed and signed.", "approved"),
        ("RESOLVED: That Councillor Penn be elected Vice-Chairman for the year.", "agreed"),
        ("RESOLVED: That the strategy be endorsed.", "agreed"),
        ("RESOLVED: That the budget be approved.", "approved"),
        ("RESOLVED: That the Clerk be requested to write to the bank.", "requested"),
        ("RESOLVED: That a further report be presented to the Panel in a year's time.", "requested"),
        ("RESOLVED: That the Head of Parks report to the Panel by June.", "requested"),
        ("RESOLVED: That all items be taken in public.", "agreed"),
        ("RESOLVED: That the report be noted and all volunteers be thanked.", "noted"),
        ("APPROVED: That the grant be paid.", "approved"),
    ],
)
def test_the_kind_of_a_decision(line: str, decision: str) -> None:
    (found,) = read(line)
    assert found.decision == decision


def test_a_clause_that_does_two_things_has_no_kind_and_says_so() -> None:
    (found,) = read("RESOLVED: That the report be noted and a workshop be arranged for June.")
    assert found.decision is None
    assert found.doubts[0].field == "decision"


def test_a_carried_motion_without_the_word_resolved() -> None:
    assert texts(
        "Councillor Penn moved, seconded by Councillor Holt, that the item be deferred. The motion was carried."
    ) == ["that the item be deferred."]


def test_the_sentences_after_a_decision_are_not_its_words() -> None:
    found = texts("RESOLVED: That the report be noted. The Chair thanked officers for their work.")
    assert found == ["That the report be noted."]


def test_decisions_in_a_table_cell() -> None:

    (found,) = read(table(("Minute", "Discussion"), ("12", "RESOLVED: That the report be noted.")))
    assert found.text == "That the report be noted."


def test_a_report_decides_nothing_and_notes_only_what_they_label() -> None:
    report = paper("It is RECOMMENDED that the report be noted.", kind="portfolio_report")
    assert resolutions(report, replace(MEETING, kind="portfolio_report")) == ()
    notes = paper(
        "It was agreed that:", "• Wendy will send a map", "Agreed: Evening visits to be tried.", kind="briefing_notes"
    )
    assert [r.text for r in resolutions(notes, replace(MEETING, kind="briefing_notes"))] == [
        "Evening visits to be tried."
    ]


def test_a_heading_that_speaks_of_decisions_is_none() -> None:
    heading = replace(block("SUMMARY OF APPROVED RECOMMENDATIONS"), kind="heading")
    assert texts(heading) == []


def test_no_section_no_decision() -> None:
    assert resolutions(Paper("minutes", (), ()), MEETING) == ()


def test_a_committee_over_a_list_in_its_own_verbs() -> None:
    found = read(
        "The Panel:",
        "(i) agreed to approve the revised routes;",
        "(ii) noted the stocks; and",
        "(iii) instructed the Head of Parks to report back by 30 June 2024.",
    )
    assert [r.decision for r in found] == ["approved", "noted", "requested"]


def test_a_recommendation_in_running_words_leaves_its_action_tag_out() -> None:
    (found,) = read("The Panel recommended that the Trust publish its policy. (ACTION: the Trust)")
    assert (found.text, found.decision) == ("that the Trust publish its policy.", "recommended")


def test_the_clauses_of_a_list_are_numbered_in_one_way_however_their_marks_are_set() -> None:
    found = read("Resolved:- (1) That the report be noted.", "(2) That the plan be approved.")
    assert [r.number for r in found] == ["1", "2"]
