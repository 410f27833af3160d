"""What stands beside declarations and is no part of the reason. All names are invented."""

import pytest

from tests.reading.test_interests import read

REASONS = [
    (
        "Councillor Sugg declared a DPI in item 5, as his firm sold heat pumps, and likewise withdrew.",
        "his firm sold heat pumps",
    ),
    (
        "Councillor Sugg declared a pecuniary interest in item 5 as a carer paid by the Council; she stayed.",
        "a carer paid by the Council",
    ),
    (
        "Councillor Sugg disclosed, in relation to item 5, that she was employed by the Canal Charity and, as this was "
        "a disclosable pecuniary interest, would withdraw.",
        "she was employed by the Canal Charity",
    ),
    (
        "Councillor Sugg declared a personal interest in item 5 as a trustee of the Museum and undertook to leave.",
        "a trustee of the Museum",
    ),
    (
        "Councillor Sugg informed the Board that, as a trustee of the Energy Trust, she had an other registrable "
        "interest in item 5.",
        "a trustee of the Energy Trust",
    ),
    (
        "Councillor Sugg declared a disclosable pecuniary interest in item 5, being the owner of a shop, and said that "
        "she would leave the room.",
        "the owner of a shop",
    ),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_the_reason_ends_where_the_sentence_goes_on_to_something_else(text, reason):
    assert [why for _, _, _, why in read(text)] == [reason]


def test_what_a_member_said_of_an_interest_is_a_declaration():
    text = (
        "Councillor Sugg said that she lived within sight of the depot (item 5); the Monitoring Officer had advised "
        "that the interest was not a pecuniary one."
    )

    assert [(name, kind, item) for name, kind, item, _ in read(text)] == [("Alf Sugg", "non_pecuniary", "5")]


def test_what_a_member_said_was_no_interest_is_none():
    assert not read("Councillor Sugg mentioned that her brother owned a house; it was not an interest to declare.")


def test_each_of_several_councillors_with_initials_and_stops_declares():
    text = "Councillors P.M. Doe, S.T. Nock and A.M. Bell declared a personal interest in respect of minute item 5."

    assert [(name, item, why) for name, _, item, why in read(text)] == [
        ("P M Doe", "5", None),
        ("S T Nock", "5", None),
        ("A M Bell", "5", None),
    ]


def test_councillors_who_are_not_listed_declare_too():
    text = "Declarations of interest were made by Cllrs. Grove and Stone who both received police pensions."

    assert [name for name, *_ in read(text)] == ["Grove", "Stone"]


def test_lines_of_a_name_and_an_item_below_the_words_that_they_declared():
    lines = ("Cllr. A. Cheadle - Agenda Item 5 Bus 12", "Cllr. T. Kowal – Agenda Item 7 Village hall")
    found = read("Members declared interests as follows:", *lines)

    assert [(name, kind, item) for name, kind, item, _ in found] == [
        ("Anne Cheadle", "unspecified", "5"),
        ("Tom Kowal", "unspecified", "7"),
    ]
    assert not read("The following papers were tabled:", *lines)


def test_a_declaration_that_says_last_what_interest_it_was():
    told = (
        "Councillor Kowal stated that she rented a barge of theirs, "
        "which was a disclosable pecuniary interest in item 5."
    )
    assert [found[:3] for found in read(told)] == [("Tom Kowal", "pecuniary", "5")]
    assert read("Councillor Kowal stated that she rented a barge of theirs, which was a surprise to some.") == []


def test_a_name_and_a_kind_without_the_word_interest():
    assert [found[:3] for found in read("Tom Kowal: non-pecuniary, item 5, she is a trustee of the Otter Trust.")] == [
        ("Tom Kowal", "non_pecuniary", "5")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cllr Sugg – DPI in Item 5 (runs a bus)", ("Alf Sugg", "pecuniary", "5")),
        (
            "There were no declarations of interest other than Councillor Sugg, who declared a personal interest in "
            "item 5 as a driver.",
            ("Alf Sugg", "non_pecuniary", "5"),
        ),
        (
            "Councillor Sugg advised that his sister ran the bus company and that he would therefore withdraw from the "
            "meeting during item 5.",
            ("Alf Sugg", "unspecified", "5"),
        ),
        (
            "No declarations were made at this stage. Councillor Sugg subsequently declared a personal interest during "
            "item 5 as he knew the driver.",
            ("Alf Sugg", "non_pecuniary", "5"),
        ),
        (
            "Councillor Sugg declared a personal interest in the item on bus services as a driver.",
            ("Alf Sugg", "non_pecuniary", "5"),
        ),
        (
            "Councillor Sugg declared a personal interest in the item on the sale of the barn as a neighbour.",
            ("Alf Sugg", "non_pecuniary", None),  # rather than the item for declarations
        ),
        (
            "Councillor Sugg declared, in relation to item 5, that his sister ran the bus company. This was a personal "
            "interest and he remained in the meeting.",
            ("Alf Sugg", "non_pecuniary", "5"),
        ),
    ],
)
def test_declarations_in_ways_that_few_councils_write(text, found):
    assert [(name, kind, item) for name, kind, item, _ in read(text)] == [found]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Councillor Sugg said she rents a stall in item 5.", "she rents a stall"),
        ("Councillor Sugg said his brother worked for the bus company.", "his brother worked for the bus company"),
        ("Councillor Sugg declared on joining that he holds a permit.", None),
        ("Councillor Sugg drew the Panel’s attention to the fact that his wife was a nurse.", "his wife was a nurse"),
        (
            "Councillor Sugg drew attention to the fact that he was a trustee of the hall.",
            "he was a trustee of the hall",
        ),
        ("Cllr Sugg – item 5, as a member of the club.", "a member of the club"),
        (
            "Councillor Sugg stated that her Group had applied the whip to item 5.",
            "her Group had applied the whip to item 5",
        ),
        ("In relation to item 5, Councillor Sugg stated that his wife was employed as a nurse.", None),
    ],
)
def test_declarations_told_without_the_word_interest(text, reason):
    found = read(text)
    assert [name for name, _, _, _ in found] == ["Alf Sugg"]
    assert reason is None or [why for _, _, _, why in found] == [reason]


def test_two_who_tell_their_interests_with_one_verb():
    text = (
        "Councillor Sugg drew the Board’s attention to the fact that his wife was a nurse, and Mrs L Oakes that she "
        "was a trustee of the hall."
    )
    assert [why for _, _, _, why in read(text)] == ["his wife was a nurse", "she was a trustee of the hall"]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Sugg said he was sorry to be late.",
        "Councillor Sugg said she would take item 5 first.",
        "Councillor Sugg drew attention to the fire doors in item 5.",
        "Councillor Sugg said his view was that forms were due.",
        "Councillor Sugg stated that no whip had been applied.",
        "Cllr Sugg – item 5, to follow.",
    ],
)
def test_what_is_said_under_declarations_and_declares_nothing(text):
    assert read(text) == []
