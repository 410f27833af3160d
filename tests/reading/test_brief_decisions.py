"""Decisions in a few words, and those of bodies under any name: "Fees – agreed", "Members were content to adopt"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, paper
from tests.reading.invented_records import pairs


def decided(*lines: str, title: str = "Review of Allotments", committee: str = "Communities Scrutiny Panel") -> list:
    found = resolutions(paper(*lines, title=title), replace(MEETING, committee=committee))
    return [(one.text.rstrip("."), one.decision) for one in found]


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("Lettings policy – agreed", "agreed"),
        ("Attendance policy: approved.", "approved"),
        ("Memorial at the lych gate - approved", "approved"),
        ("Letter about dogs – noted", "noted"),
        ("Draft minutes agreed.", "approved"),
        ("Training schedule noted.", "noted"),
        ("Recommendation to sell the bonds agreed.", "agreed"),
        ("A notice had been drafted by the adviser and this was adopted.", "agreed"),
        ("The draft rota was read out and it was accepted.", "agreed"),
        ("Approval was given to the scheme.", "approved"),
        ("There was unanimous agreement to go ahead with the fair.", "agreed"),
        ("The budget was put to the vote and carried by 5 votes to 2.", "agreed"),
        ("Cllr Archer proposed acceptance, seconded by Cllr Butcher.", "approved"),
        ("Mrs Archer was co-opted on to the Council.", "agreed"),
        ("Cllrs Archer, Butcher and Cole were appointed to the working party.", "agreed"),
        ("Miss Ann Archer was nominated by Mr Butcher, seconded by Mr Cole, and was duly elected.", "agreed"),
        ("The recommendations, as set out in the report, were agreed.", "agreed"),
        ("There was submitted and approved the minute of the meeting of 4 May.", "approved"),
    ],
)
def test_a_matter_and_what_became_of_it_in_a_few_words(line: str, decision: str) -> None:
    assert pairs(line) == [(line.rstrip("."), decision)]


@pytest.mark.parametrize(
    "line",
    ["Agreed.", "Approved.", "Taken as read and signed.", "Confirmed", "Circulated, agreed & signed as correct."],
)
def test_a_word_under_the_heading_of_earlier_minutes_confirms_them(line: str) -> None:
    assert decided(line, title="Minutes of the last meeting") == [(line.rstrip("."), "approved")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("31/0113/FUL 3 Mill Lane – approved", "Applications decided"),
        ("New porch at the forge – approved", "Planning decisions"),
        ("Mending of the gate – approved", "Action log"),
        ("Councillor Archer agreed.", "Allotments"),
        ("A member asked about fees and the answer was accepted.", "Allotments"),
        ("Savings of £3m - agreed in February 2030", "Allotments"),
        ("The contract was put to the Combined Authority and carried on.", "Allotments"),
        ("Mr Archer proposed approval of the plan, seconded by Mr Cole. The motion fell.", "Allotments"),
        ("Mr Archer was appointed to the post in May.", "Allotments"),
        ("The fund held steady. Noted that it is defensive.", "Allotments"),
    ],
)
def test_what_others_decided_or_somebody_told_is_none(line: str, title: str) -> None:
    assert decided(line, title=title) == []


@pytest.mark.parametrize(
    ("committee", "line", "text", "decision"),
    [
        (
            "Education Scrutiny Committee",
            "The Committee, having heard the Head of Finance in explanation, agreed to note its contents.",
            "to note its contents",
            "noted",
        ),
        (
            "Licensing Sub-Committee",
            "The Sub-Committee decided to grant the licence.",
            "to grant the licence",
            "agreed",
        ),
        (
            "Marl Fire and Rescue Authority",
            "The Authority resolved that the plan be approved for consultation.",
            "that the plan be approved for consultation",
            "approved",
        ),
        ("Footpaths Working Party", "The Working Party agreed to walk the lane.", "to walk the lane", "agreed"),
        (
            "Schools Forum",
            "Maintained primary members agreed to de-delegate the sum.",
            "to de-delegate the sum",
            "agreed",
        ),
        (
            "Police and Crime Panel",
            "The Panel voted unanimously to support the precept.",
            "to support the precept",
            "agreed",
        ),
        ("Pensions Board", "Members were content to adopt the terms.", "to adopt the terms", "agreed"),
        ("Drainage Board", "The Board adopted the scheme.", "The Board adopted the scheme", "agreed"),
        (
            "Drainage Board",
            "The Board gave its approval to the scheme.",
            "The Board gave its approval to the scheme",
            "approved",
        ),
        (
            "Liaison Committee",
            "The committee elected Mr Dale to chair the meeting.",
            "The committee elected Mr Dale to chair the meeting",
            "agreed",
        ),
        (
            "Executive Member for Roads Decision Session",
            "The Executive Member approved the recommendations as set out in the report.",
            "The Executive Member approved the recommendations as set out in the report",
            "approved",
        ),
        (
            "Licensing Committee",
            "After discussion the meeting accepted the fees.",
            "After discussion the meeting accepted the fees",
            "agreed",
        ),
    ],
)
def test_the_body_that_met_decides_under_its_own_name(committee: str, line: str, text: str, decision: str) -> None:
    assert decided(line, committee=committee) == [(text, decision)]


def test_a_body_at_the_end_of_a_paragraph_leads_into_what_it_did() -> None:
    lines = ("There was submitted a report on pests. The Panel:-", "(i) noted the report; and", "(ii) asked for more.")
    assert pairs(*lines) == [("noted the report", "noted"), ("asked for more", "requested")]


@pytest.mark.parametrize("end", ["for the following reasons:", "subject to the conditions below:"])
def test_reasons_and_conditions_below_a_decision_are_no_decisions(end: str) -> None:
    lines = (f"RESOLVED: That permission be refused {end}", "1. The access is unsafe.", "2. The wall is too high.")
    assert pairs(*lines) == [(f"That permission be refused {end.rstrip(':')}", "agreed")]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            (
                "Cllr Archer also proposed that one bin be bought. Seconded by Cllr Butcher",
                "This was approved by 5 votes to 2.",
            ),
            "that one bin be bought",
        ),
        (
            ("Mr Archer proposed accepting the quotation of £40. Seconded by Mr Butcher. All in favour.",),
            "accepting the quotation of £40",
        ),
        (
            (
                "Mr Archer moved and Mr Butcher seconded the officer recommendation to mend the hall.",
                "The motion was put to the vote and carried.",
            ),
            "the officer recommendation to mend the hall",
        ),
        (("It was proposed, seconded and carried that the swings be mended.",), "that the swings be mended"),
    ],
)
def test_what_was_proposed_and_carried_is_decided_once(lines: tuple[str, ...], text: str) -> None:
    assert pairs(*lines) == [(text, "agreed")]


def test_a_motion_that_only_names_the_recommendations_gives_way_to_their_words() -> None:
    lines = (
        "Mr Archer moved the recommendation in the report, seconded by Mr Cole. The motion was carried.",
        "The Panel agreed to recommend to the Council that the grant be kept.",
    )
    assert pairs(*lines) == [("to recommend to the Council that the grant be kept", "recommended")]


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("The Panel resolved to note the plan.", "noted"),
        ("The Panel voted to approve the fund.", "approved"),
        ("The Panel AGREED the criteria and NOTED the balance.", None),
    ],
)
def test_the_verb_behind_agreeing_or_voting_says_the_kind(line: str, decision: str | None) -> None:
    assert [kind for _, kind in pairs(line)] == [decision]


def test_entries_run_on_behind_a_lead_in_are_all_read() -> None:
    assert pairs("Agreed: (i) The report was noted. (ii) The Director would provide figures by May.") == [
        ("The report was noted", "noted"),
        ("The Director would provide figures by May", "requested"),
    ]


def test_a_lead_in_with_an_aside_under_the_body_has_its_own_list() -> None:
    lines = (
        "The Panel:",
        "RESOLVED: – subject to the above comments –",
        "(i) to note the map; and",
        "(ii) to keep it.",
    )
    assert [text for text, _ in pairs(*lines)] == ["to note the map", "to keep it"]
