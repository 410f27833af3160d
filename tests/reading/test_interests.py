"""Declarations of interest in the forms that councils print. All names are invented."""

import time

import pytest

from ingest.reading.model import AttendeeRead, Block, Cell, Paper, Piece, Quote, Section
from ingest.reading.records.interests import interests

PEOPLE = tuple(
    AttendeeRead(name, role, "present", Quote(name), position=position, forms=forms)
    for name, role, position, forms in (
        ("Anne Cheadle", "member", None, ("A Cheadle",)),
        ("Tom Kowal", "member", None, ()),
        ("Alf Sugg", "member", None, ()),
        ("Nora Oakes", "member", None, ("NO",)),
        ("Mr M L Bayes", "cabinet_member", "Cabinet Member with Responsibility for Roads", ()),
    )
)


def block(text):
    return Block("paragraph", text, (Piece(text, 0),))


def read(*texts, elsewhere=""):
    """The declarations under item 2 of a paper whose items 5 and 7 are Bus Services and Grants to Halls."""
    titles = {1: "Apologies", 2: "Declarations of Interest", 5: "Bus Services", 7: "Grants to Halls"}
    blocks = tuple(text if isinstance(text, Block) else block(text) for text in texts)
    sections = tuple(
        Section(
            str(number),
            title,
            (block(title),),
            blocks if number == 2 else (block(elsewhere),) if number == 7 and elsewhere else (),
        )
        for number, title in titles.items()
    )
    paper = Paper("minutes", (), sections)
    return [
        (i.name, i.kind, None if i.item is None else sections[i.item].number, i.description)
        for i in interests(paper, PEOPLE)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A non-pecuniary interest was declared by County Councillor A Cheadle, as she was a school governor.",
            [("Anne Cheadle", "non_pecuniary", "2", "a school governor")],
        ),
        (
            "Councillor Kowal declared a personal interest in item 5 (Bus Services) as his wife was a driver.",
            [("Tom Kowal", "non_pecuniary", "5", "his wife was a driver")],
        ),
        (
            "In relation to Agenda Item 7 (Grants to Halls), Councillors Alf Sugg and Tom Kowal each "
            "declared a prejudicial interest as trustees.",
            [("Alf Sugg", "pecuniary", "7", "trustees"), ("Tom Kowal", "pecuniary", "7", "trustees")],
        ),
        (
            "The Cabinet Member with Responsibility for Roads declared an interest as his sister drove a bus.",
            [("Mr M L Bayes", "unspecified", "2", "his sister drove a bus")],
        ),
        (
            "Councillor Sugg declared an interest in Items 5 and 7 as he lived nearby.",
            [("Alf Sugg", "unspecified", "5", "he lived nearby"), ("Alf Sugg", "unspecified", "7", "he lived nearby")],
        ),
        (
            "Councillor Sugg, a disclosable pecuniary interest in Bus Services, as the owner of a garage.",
            [("Alf Sugg", "pecuniary", "5", "the owner of a garage")],
        ),
        (
            "Councillor Kowal declared that he was subject to a party whip on item 7.",
            [("Tom Kowal", "party_whip", "7", "he was subject to a party whip on item 7")],
        ),
        (
            "NO declared interest in Mill Cottage and AS declared interest in St Jude’s - Agenda Item 7",
            [("Nora Oakes", "unspecified", "7", "Mill Cottage"), ("Alf Sugg", "unspecified", "7", "St Jude’s")],
        ),
        ("None were disclosed.", []),
        ("No declarations of interest were made.", []),
        ("The Chair reminded Members that they must declare any interest before the item to which it related.", []),
        ("Councillor Sugg declared no interest.", []),
        (
            "Councillor Kowal declared an Other Registrable Interest in item 9.",
            [("Tom Kowal", "non_pecuniary", None, "")],
        ),
    ],
)
def test_a_declaration_is_read(text, found):
    assert [(name, kind, item, why or "") for name, kind, item, why in read(text)] == found


def test_a_table_of_interests_takes_its_kind_from_the_words_above():
    rows = (
        ("Member", "Minute", "Nature of interest"),
        ("Councillor Sugg", "Minute 5", "Member of a club"),
        ("Councillor Kowal", "7", "Owner of land, a disclosable pecuniary interest"),
    )
    grid = Block("table", "", rows=tuple(tuple(Cell((block(text),)) for text in row) for row in rows))

    assert read("The following declared a personal interest as shown:", grid) == [
        ("Alf Sugg", "non_pecuniary", "5", "Member of a club"),
        ("Tom Kowal", "pecuniary", "7", "Owner of land, a disclosable pecuniary interest"),
    ]


def test_a_declaration_in_the_body_of_an_item_concerns_that_item():
    assert read("None.", elsewhere="Councillor Sugg declared a personal interest as a tenant.") == [
        ("Alf Sugg", "non_pecuniary", "7", "a tenant")
    ]


def test_leaving_the_room_is_kept():
    section = Section(
        "3",
        "Declarations of Interest",
        (),
        (
            block(
                "Councillor Sugg declared a pecuniary interest as a tenant. He left the room. Councillor Kowal "
                "declared an interest."
            ),
        ),
    )
    found = interests(Paper("minutes", (), (section,)), PEOPLE)

    assert [(i.name, i.left_the_room) for i in found] == [("Alf Sugg", True), ("Tom Kowal", None)]
    assert found[0].quote.text == "Councillor Sugg declared a pecuniary interest as a tenant."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cllr Sugg – Item 7 – Non-pecuniary – trustee of the hall", [("Alf Sugg", "non_pecuniary", "7")]),
        ("Councillor Oakes (personal) – Item 5 – her son drives a bus", [("Nora Oakes", "non_pecuniary", "5")]),
        ("Members were reminded that Councillor Sugg had declared an interest at the last meeting.", []),
        (
            "Agenda Item 5 – Bus Services: Councillor Sugg declared a personal interest as his brother drives a bus.",
            [("Alf Sugg", "non_pecuniary", "5")],
        ),
        (
            "Councillor Sugg declared a personal interest in item 5 and Councillor Kowal declared a pecuniary "
            "interest in item 7.",
            [("Alf Sugg", "non_pecuniary", "5"), ("Tom Kowal", "pecuniary", "7")],
        ),
    ],
)
def test_declarations_without_a_verb_two_in_a_sentence_and_earlier_ones(text, found):
    assert [(name, kind, item) for name, kind, item, _ in read(text)] == found


def test_the_reason_leaves_out_who_left():
    assert read("Councillor Sugg declared an interest, as a member of the hall, in Item 7 and left the room.") == [
        ("Alf Sugg", "unspecified", "7", "a member of the hall")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Councillor Sugg informed the Board that, as a trustee of the Otter Energy Trust, he had an other "
            "registrable interest in Agenda Item 7, Grants to Halls (minute 32 refers).",
            [("Alf Sugg", "non_pecuniary", "7")],
        ),
        (
            "Councillor Kowal declared for transparency that he was employed as a driver by Exe Coaches.",
            [("Tom Kowal", "unspecified", "2")],
        ),
        (
            "Councillor Oakes declared a financial interest in item 5 as the owner of a skip hire business and left "
            "the meeting during its consideration.",
            [("Nora Oakes", "pecuniary", "5")],
        ),
        (
            "Cllr Sugg declared a personal interest, his son being a serving officer. Mrs Oakes declared an interest "
            "as a trustee of Victim Care, which received a grant.",
            [("Alf Sugg", "non_pecuniary", "2"), ("Nora Oakes", "unspecified", "2")],
        ),
        (
            "Councillor Sugg: personal and prejudicial interest, item 5, as his wife drives.",
            [("Alf Sugg", "pecuniary", "5")],
        ),
        (
            "Councillor Sugg – Item 7 (Grants to Halls) – Non-pecuniary interest: holds a permit (withdrew)",
            [("Alf Sugg", "non_pecuniary", "7")],
        ),
        (
            "Councillors Kowal and Oakes – Item 5 – Non-pecuniary interest: members of the Pier Trust",
            [("Tom Kowal", "non_pecuniary", "5"), ("Nora Oakes", "non_pecuniary", "5")],
        ),
        (
            "Cllr Kowal declared a non-financial interest in the item ‘Bus Services’, being a member of its Board.",
            [("Tom Kowal", "non_pecuniary", "5")],
        ),
        ("Cllr Oakes declared an ORI in item 5.", [("Nora Oakes", "non_pecuniary", "5")]),
        ("Cllr Oakes – NRI – item 7 – rents a plot", [("Nora Oakes", "non_pecuniary", "7")]),
        ("Cllr Oakes declared a DPI in item 5 and left.", [("Nora Oakes", "pecuniary", "5")]),
        (
            "Cllr Oakes declared a non-statutory disclosable interest in agenda item 5 as her brother drove a bus.",
            [("Nora Oakes", "non_pecuniary", "5")],
        ),
        (
            "Councillors Sugg and Kowal both declared an affected interest in agenda item 7 as members of the hall.",
            [("Alf Sugg", "non_pecuniary", "7"), ("Tom Kowal", "non_pecuniary", "7")],
        ),
        (
            "Councillor Oakes informed the Panel that she was a retired police officer.",
            [("Nora Oakes", "unspecified", "2")],
        ),
        (
            "Councillor Kowal advised that he was a member of the Exe Halls trust.",
            [("Tom Kowal", "unspecified", "2")],
        ),
        (
            "Cllr Oakes declared an Other Disclosable Interest in item 5, in that she drove a bus.",
            [("Nora Oakes", "non_pecuniary", "5")],
        ),
        ("Cllr Oakes declared an ‘other’ interest in item 5 as a driver.", [("Nora Oakes", "non_pecuniary", "5")]),
        (
            "Cllr Kowal declared a non-pecuniary interest in respect of item 11, Grants to Halls, as he rented a hall.",
            [("Tom Kowal", "non_pecuniary", "7")],
        ),
        ("The Chair informed the Committee that nobody had given notice of an interest.", []),
        ("Members declaring an interest should say whether it is a DPI, an ORI or an NRI.", []),
        ("The Monitoring Officer advised that Members who were school governors need not declare it.", []),
    ],
)  # fmt: skip
def test_declarations_as_many_councils_word_them(text, found):
    assert [(name, kind, item) for name, kind, item, _ in read(text)] == found


def test_a_table_without_a_header():
    rows = (
        ("Councillor Sugg", "Item 5", "Personal – Family member receives care"),
        ("Councillor Kowal", "Item 7", "Prejudicial – Employed by the hall"),
    )
    grid = Block("table", "", rows=tuple(tuple(Cell((block(text),)) for text in row) for row in rows))

    assert [(name, kind, item) for name, kind, item, _ in read("The following were received:", grid)] == [
        ("Alf Sugg", "non_pecuniary", "5"),
        ("Tom Kowal", "pecuniary", "7"),
    ]


def test_declarations_under_a_heading_of_their_item():
    assert [
        (name, item) for name, _, item, _ in read("Item 7", "Cllr Sugg declared a personal interest.", "Item 5")
    ] == [("Alf Sugg", "7")]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Sugg informed " * 400,
        "Councillor Sugg declared that he " * 300,
        "Councillor A Marrow, " * 400 + "declared an interest",
        "Cllr Sugg – " * 500 + "item 5",
        "an interest in item 5 " * 400,
    ],
)
def test_long_lines_are_read_in_time(text):
    start = time.process_time()
    read(text)

    assert time.process_time() - start < 6
