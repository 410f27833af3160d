"""Several declarations in one sentence or list, and who they are of. All names are invented."""

import pytest

from ingest.reading.records.interests_clauses import clauses
from tests.reading.test_interests import read

CASES = [
    (
        "Councillors Cheadle (Item 5), Kowal and Sugg (Item 7) and Oakes (Items 5 and 7) declared personal interests.",
        [
            ("Anne Cheadle", "non_pecuniary", "5"),
            ("Tom Kowal", "non_pecuniary", "7"),
            ("Alf Sugg", "non_pecuniary", "7"),
            ("Nora Oakes", "non_pecuniary", "5"),
            ("Nora Oakes", "non_pecuniary", "7"),
        ],
    ),
    (
        "Councillor Sugg declared, in relation to item 5, that she drove a bus (pecuniary), and in relation to item 7 "
        "that her son ran a hall (non-pecuniary).",
        [("Alf Sugg", "pecuniary", "5"), ("Alf Sugg", "non_pecuniary", "7")],
    ),
    (
        "Councillor Sugg declared, in relation to item 5 and in respect of item 7, a personal interest as a trustee.",
        [("Alf Sugg", "non_pecuniary", "5"), ("Alf Sugg", "non_pecuniary", "7")],
    ),
    (
        "Personal interests: Councillors Kowal and Sugg in item 5 (drivers)",
        [("Tom Kowal", "non_pecuniary", "5"), ("Alf Sugg", "non_pecuniary", "5")],
    ),
    (
        "Interests were declared as follows: Councillor Kowal, personal, item 5 – a driver; Cllr Sugg – item 7.",
        [("Tom Kowal", "non_pecuniary", "5"), ("Alf Sugg", "unspecified", "7")],
    ),
    (
        "There were no declarations of interest, other than that of Councillor Sugg, who declared a personal interest "
        "in item 5.",
        [("Alf Sugg", "non_pecuniary", "5")],
    ),
    ("Councillor Sugg, in respect of item 5, as a driver (non-pecuniary).", [("Alf Sugg", "non_pecuniary", "5")]),
    ("Councillor Sugg – 5 – non-pecuniary – drives a bus.", [("Alf Sugg", "non_pecuniary", "5")]),
    (
        "During consideration of item 5 Councillor Sugg declared a personal interest as a driver.",
        [("Alf Sugg", "non_pecuniary", "5")],
    ),
    (
        "Councillor Sugg declared for transparency in relation to item 5 (Bus Services) that he was a driver.",
        [("Alf Sugg", "unspecified", "5")],
    ),
    (
        "Cllr Sugg told the Panel that he owned a bus which had been idle since his son left. He had asked the "
        "Monitoring Officer, who had advised that it was an other registrable interest.",
        [("Alf Sugg", "non_pecuniary", "2")],
    ),
    (
        "Minute 5 – Bus Services – Councillor Sugg declared an interest as a driver.",
        [("Alf Sugg", "unspecified", "5")],
    ),
    (
        "In respect of item 5, Cllr Sugg stated that his wife worked for the bus company.",
        [("Alf Sugg", "unspecified", "5")],
    ),
    ("Cllr Sugg asked that it be noted that he was a bus driver.", [("Alf Sugg", "unspecified", "2")]),
    (
        "Cllr Sugg advised that he was a driver. It was not considered to be a prejudicial interest.",
        [("Alf Sugg", "non_pecuniary", "2")],
    ),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_each_declaration_of_a_sentence_has_its_own_person_kind_and_item(text, found):
    assert [(name, kind, item) for name, kind, item, _ in read(text)] == found


def test_entries_behind_a_lead_in_need_no_verb():
    declared = read(
        "The following declarations were made:",
        "Councillor Kowal – Bus Services – he drives a bus (personal)",
        "Councillor Sugg – Grants to Halls – his daughter runs one (prejudicial)",
    )
    assert [one[:3] for one in declared] == [("Tom Kowal", "non_pecuniary", "5"), ("Alf Sugg", "pecuniary", "7")]


def test_since_when_a_thing_is_so_is_no_reason():
    ((*_, why),) = read("Cllr Sugg told the Panel that he owned a bus which had been idle since his son left.")
    assert why == "he owned a bus which had been idle since his son left"


def test_the_second_declaration_of_a_verb_is_quoted_from_who_makes_it():
    text = "Councillor Sugg declared a personal interest in item 5 and Councillor Kowal a pecuniary interest in item 7."
    told = clauses(text, 0, declarations=True, kind_known=False)
    assert [text[one.start : one.end] for one in told] == [
        "Councillor Sugg declared a personal interest in item 5",
        "Councillor Kowal a pecuniary interest in item 7.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Sugg explained that they should leave the room if they had an interest.",
        "Cllr Sugg told members that they must keep their register of interests up to date.",
        "Cllr Sugg told the Panel that he would have to leave early.",
        "Councillor Sugg explained that she had taken advice and that she did not need to declare an interest.",
        "Councillor Sugg mentioned that her register of interests was out of date.",
    ],
)
def test_what_is_said_beside_declarations_is_no_interest(text):
    assert read(text) == []
