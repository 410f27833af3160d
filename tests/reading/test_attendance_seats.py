"""Who sits on a body and who only comes to it: what labels, columns and appointers say. All names are invented."""

import datetime as dt

import pytest

from ingest.reading.language import bodies
from ingest.reading.records.attendance import labels
from tests.reading.attendance_papers import head, people, table, told

FRONTS = [
    (
        "members under those who appointed them",
        (
            head("Members attending"),
            "Appointed by the Secretary of State: Dr Hilda Moss (Chair), Ivo Post and Professor Frida Rahm.",
            "Nominated by the parishes: Cllr Toby Garth and Cllr Una Flint.",
            "Apologies: Cllr Bram Hark (Norham County Council) and Sal Mood (Secretary of State).",
            "Also attending: Cllr Win Stain, Chair of the Authority.",
        ),
        {
            "chair": ["Dr Hilda Moss"],
            "member": ["Ivo Post", "Professor Frida Rahm", "Toby Garth", "Una Flint"],
            "apologies": ["Bram Hark", "Sal Mood"],
            "guest": ["Win Stain"],
        },
    ),
    (
        "lay and external members beside councillors",
        (
            "Present: Councillors Toby Garth (Chair), Una Flint; Ms Hilda Moss and Mr Ivo Post (External Members)",
            "Lay Members: Mrs Frida Rahm, Mr Bram Hark",
        ),
        {
            "chair": ["Toby Garth"],
            "member": ["Una Flint"],
            "co_opted": ["Ms Hilda Moss", "Mr Ivo Post", "Mrs Frida Rahm", "Mr Bram Hark"],
        },
    ),
    (
        "seats in the column of councils, with a mark that is explained below",
        (
            head("Present:"),
            table(
                ("Councillor Toby Garth (Chairman)", "Norham City Council"),
                ("Councillor Una Flint*", "Exe Bank Council"),
                ("Mrs Frida Rahm", "Independent Co-opted Member"),
            ),
            "* attending as substitute for Councillor Bram Hark",
        ),
        {"chair": ["Toby Garth"], "substitute": ["Una Flint"], "co_opted": ["Mrs Frida Rahm"]},
    ),
    (
        "a forum's register by whom each represents, with ticks",
        (
            table(
                ("Attendee", "Representing", "Present"),
                ("Hilda Moss", "Primary maintained – headteacher, Oak Primary", "✓"),
                ("Ivo Post", "Secondary academies – Elm Trust", "✓"),
                ("Frida Rahm", "Primary academies – Ash Learning Trust", "Apologies"),
            ),
        ),
        {"member": ["Hilda Moss", "Ivo Post"], "apologies": ["Frida Rahm"]},
    ),
    (
        "a label with two cases of a word before the names",
        (
            table(
                ("Councillors", "Toby Garth (Chairman), Una Flint"),
                ("Also Present", "Councillor(s) R L Stan, R M Deeb and Mrs N Wool"),
            ),
        ),
        {"chair": ["Toby Garth"], "member": ["Una Flint"], "guest": ["R L Stan", "R M Deeb", "Mrs N Wool"]},
    ),
    (
        "three lists side by side",
        (
            table(
                ("Voting members present", "Stakeholder members present (non-voting)", "In attendance"),
                (
                    "Mr Al Nichol (Chair), NHS Norham / Ms Yeta Afol, NHS Norham (by video link)",
                    "Mrs Sheen Buie, Carers’ Representative",
                    "Isa Laren, Chief Officer / Steph Quarr, External Auditor, Audit Norham",
                ),
            ),
        ),
        {
            "chair": ["Mr Al Nichol"],
            "member": ["Ms Yeta Afol"],
            "co_opted": ["Mrs Sheen Buie"],
            "officer": ["Isa Laren"],
            "guest": ["Steph Quarr"],
        },
    ),
    (
        "representatives who are registered with an education committee",
        (
            "Present: Councillors Ida Bey and Wyn Madd.",
            "Registered Representatives: Mrs Cat Bev (Church in Wales) and Mr Dec Foga (Parent Governor).",
        ),
        {"member": ["Ida Bey", "Wyn Madd"], "co_opted": ["Mrs Cat Bev", "Mr Dec Foga"]},
    ),
    (
        "rows of a call-in below those who were away",
        (
            table(
                ("Members present", "Councillor Ros Tye / Councillor Pat Dela"),
                ("Not present", "Councillor Leo March"),
                ("Cabinet", "Councillor Abe Sarp, Cabinet Member for Roads"),
                ("Call-in signatory", "Councillor Dun Veit"),
                ("Deputations", "Mr Kwab Anti, Norham Market Traders"),
            ),
        ),
        {
            "member": ["Ros Tye", "Pat Dela"],
            "absent": ["Leo March"],
            "cabinet_member": ["Abe Sarp"],
            "guest": ["Dun Veit", "Mr Kwab Anti"],
        },
    ),
    (
        "an independent member in the column of councils",
        (
            table(
                ("Name", "Representing"),
                ("Councillor Fran Yor", "Norham Borough Council"),
                ("Mr Gray Elli", "Independent Member"),
            ),
        ),
        {"member": ["Fran Yor"], "co_opted": ["Mr Gray Elli"]},
    ),
]


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in FRONTS], ids=[case[0] for case in FRONTS])
def test_who_sits_and_who_comes(front, expected):
    assert told(people(*front)) == expected


def test_a_church_sends_a_co_opted_member_who_was_away():
    found = people("Apologies: Councillors T. Griff and P. Skyr; Mr H. Zamm (Roman Catholic Church)")

    assert [person.role for person in found] == ["member", "member", "co_opted"]


def test_a_substitute_in_a_column_beside_the_one_who_was_away():
    found = people(
        head("Membership and attendance"),
        table(
            ("Member", "Constituent authority", "Attendance", "Substitute"),
            ("Cllr Bry Tuck (Chair)", "Norham City Council", "Present", ""),
            ("Cllr Dean Crouch", "Lyde Council", "Apologies", "Cllr Mo Ferris"),
            ("Cllr Terry Uban", "Lyde Council", "Apologies", "None"),
        ),
    )

    assert [(one.name, one.role, one.status, one.replaces) for one in found] == [
        ("Bry Tuck", "chair", "present", None),
        ("Dean Crouch", "member", "apologies", None),
        ("Mo Ferris", "substitute", "present", "Dean Crouch"),
        ("Terry Uban", "member", "apologies", None),
    ]
    assert found[2].quote.text == "Cllr Mo Ferris"


def test_somebody_who_attended_for_another():
    found = people(
        "Present: Councillor Ann Moss",
        "Apologies: Councillor Les Barr",
        "Substitute: Councillor Jar Nowi attended for Councillor Barr.",
    )

    assert [(one.name, one.role, one.replaces) for one in found] == [
        ("Ann Moss", "member", None),
        ("Les Barr", "member", None),
        ("Jar Nowi", "substitute", "Les Barr"),
    ]


@pytest.mark.parametrize(("code", "status"), [("N", "absent"), ("n", "absent"), ("A", "apologies"), ("P", "present")])
def test_letters_of_a_grid_in_either_case(code, status):
    found = people(
        "Attendance",
        table(("Member", "10 Sept", "3 Dec"), ("Cllr Gwen Earn", "P", code), ("Cllr Tim Roy", "P", "P")),
        date=dt.date(2025, 12, 3),
    )

    assert [one.status for one in found] == [status, "present"]


@pytest.mark.parametrize(
    ("council", "role"), [("Norham Combined Authority", "cabinet_member"), ("Norham Borough Council", "guest")]
)
def test_the_mayor_of_a_combined_authority_is_its_executive(council, role):
    found = people(
        "Present: Cllr Ann Moss", "Guests: Hal Tait, Norham Buses; Mayor Sol Tread, Mayor of Norham", council=council
    )

    assert found[2].role == role


def test_a_speaker_of_a_body_under_public_questions():
    found = people(
        "Present: Cllr Ann Moss",
        items=[("Public questions", "Miss Verity Cow, of Rose Walkabout, asked why the stile was shut.")],
    )

    assert [(one.name, one.role, one.position) for one in found][1:] == [("Miss Verity Cow", "guest", "Rose Walkabout")]


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("the Highways team", True),
        ("Growth and Place", True),
        ("IT", True),
        ("the skills that it takes", False),
        ("it took place in the parks", False),
        ("Riverside NHS Foundation Trust", False),
    ],
)
def test_a_service_is_told_from_the_words_of_a_sentence(words: str, is_one: bool) -> None:
    assert bodies.is_service(words) is is_one


@pytest.mark.parametrize(
    ("label", "lists_members"),
    [
        ("Members", True),
        ("Members of the Panel", True),
        ("Members (8)", True),
        ("Non-statutory members", True),
        ("Members briefing", False),
        ("Members’ questions", False),
    ],
)
def test_a_label_of_members_is_told_from_a_title_about_them(label: str, lists_members: bool) -> None:
    group = labels.group(label)
    assert bool(group and group.role == "member") is lists_members
