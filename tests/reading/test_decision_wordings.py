"""Decisions in the wordings of many councils: headings, bodies alone, votes, motions, letters and boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.reading.language.decisions import decision_of
from ingest.reading.model import Block, Kind, ResolutionRead
from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, block, paper, table
from tests.reading.invented_records import pairs


def read(*lines: str | Block, kind: Kind = "minutes") -> tuple[ResolutionRead, ...]:
    return resolutions(paper(*lines, kind=kind), replace(MEETING, kind=kind))


THREE = [
    ("Notes the report", "noted"),
    ("Recommend that the Executive Member write to the Minister", "recommended"),
    ("Request that an update be submitted in twelve months", "requested"),
]
LISTED = (
    "1. Notes the report;",
    "2. Recommend that the Executive Member write to the Minister; and",
    "3. Request that an update be submitted in twelve months.",
)


@pytest.mark.parametrize(
    "lead",
    [
        ("Decisions", "The Committee"),
        ("Decision", "The Panel"),
        ("Decision:", "The Panel:"),
        ("Resolved:", "The Panel:"),
        ("RESOLVED:", "That the Panel:"),
        ("RESOLVED: That the Panel:-",),
        ("The Panel:-",),
        ("Outcome:", "The Panel"),
        ("After discussion and having heard the Manager in answer to Members’ questions, the Panel agreed:-",),
        ("The Panel RESOLVED to:",),
        ("It was agreed:",),
        ("Members agreed to:",),
    ],
)
def test_clauses_that_begin_with_what_was_done(lead: tuple[str, ...]) -> None:
    assert pairs(*lead, *LISTED) == THREE


def test_clauses_without_markers_under_the_body_alone() -> None:
    lines = [line.split(" ", 1)[1] for line in LISTED]
    assert pairs("Decisions", "The Panel", *lines) == THREE
    assert pairs("The Panel", *lines) == THREE


@pytest.mark.parametrize(
    "lead",
    [
        "Resolved (unanimously):",
        "RESOLVED: (Unanimously)",
        "RESOLVED (12 votes for, 2 against):",
        "RESOLVED by 7 votes to 2:",
        "RESOLVED, with one abstention:",
        "AGREED (proposed Cllr Penn, seconded Cllr Holt):",
        "RESOLVED, on the proposal of Alderman Vane, seconded by Councillor Oakes:",
        "Decision",
        "Outcome:",
        "Conclusion:",
        "PENDERFYNWYD / RESOLVED:",
    ],
)
def test_lead_ins_with_the_vote_or_the_mover(lead: str) -> None:
    assert pairs(lead, "That the strategy be adopted.") == [("That the strategy be adopted", "agreed")]


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED (12 votes for, 2 against): That the strategy be adopted.",
        "RESOLVED (unanimously) that the strategy be adopted.",
        "RESOLVED, on the proposal of Alderman Vane, seconded by Councillor Oakes, that the strategy be adopted.",
        "Resolved, That the strategy be adopted.",
        "RESOLVED that the strategy be adopted. Proposed Cllr Penn, seconded Cllr Holt.",
        "RESOLVED that the strategy be adopted (Proposed: Cllr Penn; Seconded: Cllr Holt).",
        "On being put to the vote, it was RESOLVED that the strategy be adopted.",
    ],
)
def test_the_vote_and_the_mover_are_no_part_of_the_decision(line: str) -> None:
    ((text, decision),) = pairs(line)
    assert text.lower() == "that the strategy be adopted"
    assert decision == "agreed"


@pytest.mark.parametrize(
    ("lead", "to"),
    [
        ("Recommended (to Cabinet):", "Cabinet"),
        ("RECOMMENDED TO COUNCIL:", "COUNCIL"),
        ("Recommended to the Executive –", "Executive"),
        ("Resolved to RECOMMEND: (to Council)", "Council"),
    ],
)
def test_to_whom_it_is_recommended(lead: str, to: str) -> None:
    (found,) = read(lead, "That the terms of reference be approved.")
    assert (found.decision, found.recipient) == ("recommended", to)


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("The Panel NOTED the work plan.", "noted"),
        ("Following discussion, the Panel NOTED the work plan.", "noted"),
        ("The Panel APPROVED the scope.", "approved"),
        ("The Panel AGREED the dates of its visits.", "agreed"),
        ("The minutes of the meeting on 7 February were AGREED as a true and accurate record.", "approved"),
        (
            "The Minutes of Meeting of the Panel held on 13 March were submitted and approved as a correct record.",
            "approved",
        ),
        ("Minutes of the previous meeting were agreed and responses to questions were accepted.", "approved"),
        ("The Minute was approved as a correct record on the motion of Councillor Vane.", "approved"),
        ("The Panel noted the workplan.", "noted"),
        ("Agreed as accurate.", "approved"),
        ("The recommendations were agreed.", "agreed"),
        ("The Panel considered and agreed the report on care homes.", "agreed"),
    ],
)
def test_a_whole_sentence_is_the_decision(line: str, decision: str) -> None:
    (found,) = read(line)
    assert (found.text, found.decision) == (line, decision)


def test_recommendations_under_a_heading() -> None:
    lines = ("1. That Cabinet approves the strategy.", "2. That officers publish the list.")
    assert pairs("Recommendations:", *lines) == [
        ("That Cabinet approves the strategy", "recommended"),
        ("That officers publish the list", "recommended"),
    ]
    assert pairs("Recommendation: That the report be noted.", "RESOLVED that the report be noted.") == [
        ("that the report be noted", "noted")
    ]
    assert pairs("The report recommended that the fees be raised and that officers publish a list.") == []


def test_findings_under_a_heading_are_no_decisions() -> None:
    lines = ("• Numbers fell by a third.", "• Staff felt well supported.")
    assert pairs("Conclusions:", *lines) == []
    assert pairs("Outcome:", "• The Head of Parks to circulate the map.") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("RESOLVED that: A. the protocol be adopted; B. the group be renamed.",),
        ("Resolved – (a) the protocol be adopted, and (b) the group be renamed.",),
        ("RESOLVED – that (A) the protocol be adopted; and", "(B) the group be renamed."),
        ("RESOLVED: That", "(1) the protocol be adopted; and", "(2) the group be renamed."),
        ("RESOLVED: (1) the protocol be adopted; (2) the group be renamed.",),
    ],
)
def test_clauses_by_letter_or_number(lines: tuple[str, ...]) -> None:
    assert [text for text, _ in pairs(*lines)] == ["the protocol be adopted", "the group be renamed"]


def test_names_with_initials_are_no_clauses() -> None:
    assert len(read("RESOLVED that Councillors A. Penn and B. Holt be appointed.")) == 1


def test_things_under_a_clause_are_no_clauses() -> None:
    lines = (
        "RESOLVED:",
        "1. That the grounds for call-in be:",
        "• Lack of consultation",
        "• New evidence",
        "2. That it be noted.",
    )
    assert [text for text, _ in pairs(*lines)] == ["That the grounds for call-in be", "That it be noted"]


CARRIED = "The motion was declared carried."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Councillor Penn, seconded by Councillor Holt, moved:- That the Panel notes the report.", CARRIED),
            "That the Panel notes the report.",
        ),
        (("Cllr. Penn proposed that the hedge be cut. Seconded Cllr. Holt. All in favour.",), "that the hedge be cut."),
        (
            (
                "Councillor Penn moved that the report be deferred.",
                "As an amendment, Cllr Oakes moved that it be remitted. There was no seconder and the amendment fell.",
                CARRIED,
            ),
            "that the report be deferred.",
        ),
        (("Councillor Penn moved that the report be deferred.", "The amendment was carried.", CARRIED), None),
        (
            (
                "Councillor Penn moved that the report be deferred.",
                "On being put to the vote the motion was declared LOST.",
            ),
            None,
        ),
        (("Cllr Penn proposed an amendment that fees be cut, which was put to the vote and lost.",), None),
        (("It was suggested that the proposed report could be put on the plan.", CARRIED), None),
    ],
)
def test_motions(lines: tuple[str, ...], expected: str | None) -> None:
    assert [one.text for one in read(*lines)] == ([expected] if expected else [])


def test_said_in_the_discussion_and_again_in_a_box() -> None:
    box = table(["RESOLVED:", "The minutes of 8th April 2024 were approved."])
    (found,) = read("The minutes of the meeting held on 8th April 2024 were agreed.", box)
    assert found.text == "The minutes of 8th April 2024 were approved."
    other = table(["RESOLVED:", "The minutes of 6th May 2024 were approved."])
    assert len(read("The minutes of the meeting held on 8th April 2024 were agreed.", other)) == 2


def test_what_is_to_be_received_is_asked_for() -> None:
    assert pairs("Members agreed to:", "• Receive a further update in six months") == [
        ("Receive a further update in six months", "requested")
    ]
    assert pairs("RESOLVED to receive the report.") == [("to receive the report", "noted")]


def test_somebody_is_to_write() -> None:
    (found,) = read("Following the talk, the Panel agreed for the Convener to write a final report.")
    assert found.text == "for the Convener to write a final report."


def test_notes_have_labelled_decisions_alone() -> None:
    assert read("The Panel noted the report.", kind="briefing_notes") == ()
    assert len(read("Agreed as accurate.", kind="briefing_notes")) == 1


def test_a_clause_that_ends_with_and_goes_on_below() -> None:
    """The next paragraph is the next clause, and no part of the sentence before it."""
    lines = (block("RESOLVED:"), block("That the report be noted; and"), block("That thanks be recorded."))
    assert [text for text, _ in pairs(*lines)] == ["That the report be noted", "That thanks be recorded"]


@pytest.mark.parametrize(
    ("clause", "decision"),
    [
        ("It was agreed to note the action sheet.", "noted"),
        ("It was unanimously agreed to approve the opening hours.", "approved"),
        ("otherwise NOTED the log.", "noted"),
        ("a report on the first year be added to the Board’s Work Programme for June", "agreed"),
        ("a breakdown of vacancies be included in the next report", "requested"),
        ("That the report of the working group be endorsed and submitted to Cabinet in March", "agreed"),
        ("That a report be submitted to Cabinet in March", "requested"),
    ],
)
def test_what_is_led_in_planned_or_sent_on(clause: str, decision: str) -> None:
    assert decision_of(clause) == decision


def test_a_vote_in_words_and_to_whom_it_was_recommended() -> None:
    (found,) = read(
        "It was then recommended to the Authority, by four votes to two, that the grant of £45,000 be continued."
    )

    assert (found.text, found.decision) == ("that the grant of £45,000 be continued.", "recommended")
    assert found.recipient == "Authority"
    assert pairs("It was agreed, by six votes to none, that the audit report be noted.") == [
        ("that the audit report be noted", "noted")
    ]


def test_what_it_resolved_over_a_list() -> None:
    assert pairs("The Panel thanked the pilots for their candour. It resolved:", *LISTED) == THREE
    assert pairs("The Cabinet had met in May. It resolved that the jetty be closed.") == []


def test_a_decision_whole_over_a_table_of_what_it_is_about() -> None:
    found = pairs("It was RESOLVED that the invoices below be paid:", table(("Payee", "Amount"), ("Tar Ltd", "£4.10")))
    assert [text for text, _ in found] == ["that the invoices below be paid"]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Figures for the spring noted.", "noted"),
        ("Berthing fees noted and approved", "approved"),
        ("That the fees be kept as approved", "agreed"),
        ("That the boats be moved once noted", "agreed"),
    ],
)
def test_clauses_that_leave_out_be(clause: str, kind: str) -> None:
    assert decision_of(clause) == kind
