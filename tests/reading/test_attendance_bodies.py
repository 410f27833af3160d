"""Offices of one person, words in the plural, rows of bodies, initials and letters: whom they reach. Names invented."""

import pytest

from tests.reading.attendance_papers import by_name, entry, head, people, standing, table, told

SEATED = "Present: Councillors Ida Bey (Chair), Wyn Maddox and Ola Quist."

FRONTS = [
    (
        "an office of one person over the columns of the others, marks before their names",
        (
            head("Chairman:"),
            entry("Councillor Ida Bey", "*"),
            head("Vice-Chairman:"),
            entry("Councillor Wyn Maddox", "*"),
            table(("Councillor Ola Quist / Councillor Tom Rudge", "Councillor Una Flint"), ("Councillor Sal Mood", "")),
        ),
        {
            "chair": ["Ida Bey"],
            "vice_chair": ["Wyn Maddox"],
            "member": ["Ola Quist", "Tom Rudge", "Una Flint", "Sal Mood"],
        },
    ),
    (
        "a legend below the names in their table is no label",
        (
            head("Members:"),
            table(("Councillor Ida Bey*", "Councillor Wyn Maddox"), ("Councillor Ola Quist*", ""), ("*Present", "")),
        ),
        {"member": ["Ida Bey", "Ola Quist"], "absent": ["Wyn Maddox"]},
    ),
    (
        "a plural that reaches back to where the list begins anew",
        (
            "Present: Councillors Bey (Chair), Maddox, Quist and Rudge, together with Mrs. Gwen Lund and Mr. Stow"
            " (co-opted members).",
        ),
        {"chair": ["Bey"], "member": ["Maddox", "Quist", "Rudge"], "co_opted": ["Mrs. Gwen Lund", "Mr. Stow"]},
    ),
    (
        "a plural over councillors under one title",
        ("Present: Councillors Bey, Maddox and Mood; Councillors Quist and Rudge (substitutes).",),
        {"member": ["Bey", "Maddox", "Mood"], "substitute": ["Quist", "Rudge"]},
    ),
    (
        "rows of name, post and body, one body over two rows",
        (
            SEATED,
            "Colleagues, partners and others in attendance:",
            table(
                ("Hal Tait", "-", "Lead Officer", "Norham City Council"),
                ("Dr Gil Stow", "-", "Medical Director", ") Exe Valley"),
                ("Jo Marsh", "-", "Chief Operating Officer", ") Hospitals NHS Trust"),
                ("Ann Lund", "-", "General Manager", "Exe Ambulance Service"),
            ),
        ),
        {
            "chair": ["Ida Bey"],
            "member": ["Wyn Maddox", "Ola Quist"],
            "officer": ["Hal Tait"],
            "guest": ["Dr Gil Stow", "Jo Marsh", "Ann Lund"],
        },
    ),
    (
        "council officers in a row below witnesses",
        (
            table(
                ("Members", "Councillors Ida Bey (Chair) and Wyn Maddox"),
                ("Witnesses", "Ivy Post – Garth BID Events Lead / Bo Lark – owner, The Brass Lamp"),
                ("Council officers", "Hal Tait, Head of Licensing; Jo Marsh, Transport Officer"),
            ),
        ),
        {
            "chair": ["Ida Bey"],
            "member": ["Wyn Maddox"],
            "guest": ["Ivy Post", "Bo Lark"],
            "officer": ["Hal Tait", "Jo Marsh"],
        },
    ),
    (
        "a letter behind those who were away",
        (
            head("Membership"),
            "(absent Members are marked with an X)",
            table(("Ida Bey (Chair)", "Wyn Maddox X"), ("Ola Quist X", "Tom Rudge")),
        ),
        {"chair": ["Ida Bey"], "absent": ["Wyn Maddox", "Ola Quist"], "member": ["Tom Rudge"]},
    ),
    (
        "initials that a layout took for letters",
        (SEATED, "Officers:", entry("Moss, Head of Roads;", "J."), entry("Bey, Translator;", "L.")),
        {"chair": ["Ida Bey"], "member": ["Wyn Maddox", "Ola Quist"], "officer": ["J Moss", "L Bey"]},
    ),
    (
        "posts before their holders and behind a gap",
        (
            SEATED,
            "Officers:",
            "Director – Housing and Land (Ms D Lund)",
            "Roads and Legal Services Officer (Mrs R. Orr)",
            "Miss N Moss  Planning and Roads Manager",
        ),
        {
            "chair": ["Ida Bey"],
            "member": ["Wyn Maddox", "Ola Quist"],
            "officer": ["Ms D Lund", "Mrs R Orr", "Miss N Moss"],
        },
    ),
    (
        "those who came from a commissioner's office",
        (
            SEATED,
            "In attendance from the Office of the Police, Fire and Crime Commissioner: Una Flint (Commissioner) and"
            " Hal Tait (Chief Executive).",
        ),
        {"chair": ["Ida Bey"], "member": ["Wyn Maddox", "Ola Quist"], "guest": ["Una Flint", "Hal Tait"]},
    ),
    (
        "a council behind each councillor, without a comma",
        (
            "Present:",
            "Cllr Ida Bey (Chair) Norham Council",
            "Cllr Wyn Maddox (Vice-Chair) Exe City Council",
            "Cllr Ola Quist Garth Council",
            "Cllr Tom Rudge Garth County Council",
        ),
        {"chair": ["Ida Bey"], "vice_chair": ["Wyn Maddox"], "member": ["Ola Quist", "Tom Rudge"]},
    ),
    (
        "present as a sentence tells it",
        (
            "At a meeting held on 4 March 2021 there were present Councillor Ida Bey in the Chair and Councillors Wyn"
            " Maddox and Ola Quist. Councillors F Lark (Portfolio Holder for Roads) and S Orr attended under Rule 8.",
        ),
        {
            "chair": ["Ida Bey"],
            "member": ["Wyn Maddox", "Ola Quist"],
            "cabinet_member": ["F Lark"],
            "guest": ["S Orr"],
        },
    ),
]


@pytest.mark.parametrize(("front", "roles"), [case[1:] for case in FRONTS], ids=[case[0] for case in FRONTS])
def test_words_reach_those_whom_they_are_about(front, roles):
    assert told(people(*front)) == roles


def test_vice_before_a_name_tells_a_substitute():
    found = by_name("PRESENT", "Councillor  J Marsh (in the Chair)", "M Bey", "T Rudge      (vice K Lee)")
    assert (found["T Rudge"].role, found["T Rudge"].replaces, found["T Rudge"].position) == (
        "substitute",
        "K Lee",
        None,
    )


def test_substitutes_appointed_for_several():
    found = by_name(
        "The following members were present: Councillors A Bey, B Cox, C Dow and D Eve.",
        "Councillors A Bey and D Eve were appointed by the whips to sit as substitute members for Councillors"
        " K Lee and Mrs M Orr respectively at this meeting.",
    )
    assert {name: one.replaces for name, one in found.items() if one.replaces} == {
        "A Bey": "K Lee",
        "D Eve": "Mrs M Orr",
    }


def test_somebody_who_is_sorry_is_not_away():
    said = "Councillor Wyn Maddox was sorry that Ms Jo Marsh, who had moved away in May, was not present."
    assert standing(by_name(SEATED, items=(("Work programme", said),))) == standing(by_name(SEATED))


def test_a_fire_officer_is_a_guest_of_a_police_panel():
    found = by_name(
        SEATED, "In attendance: Hal Tait (Chief Fire Officer)", committee="Exe Police, Fire and Crime Panel"
    )
    assert found["Hal Tait"].role == "guest"


ITEMS = [
    (
        "a deputation, and one that did not come",
        "The Committee received one deputation, from Mr Bram Lund of the Exe Ramblers. A second deputation, from Mrs Jo"
        " Marsh, had been withdrawn.",
        {"Mr Bram Lund": "guest"},
    ),
    (
        "two who came for a body each",
        "Members heard from Mr Bram Lund of the Landowners’ Association and Ms Jo Marsh of the Exe Wildlife Trust.",
        {"Mr Bram Lund": "guest", "Ms Jo Marsh": "guest"},
    ),
    (
        "who helps in presenting",
        "The Director of Roads, Hal Tait, gave the presentation with the support of the Network Manager, Jo Marsh.",
        {"Hal Tait": "officer", "Jo Marsh": "officer"},
    ),
    (
        "two who present a report together",
        "The report was presented by Hal Tait, Director of Roads, and Jo Marsh, Network Manager, which told of floods.",
        {"Hal Tait": "officer", "Jo Marsh": "officer"},
    ),
    (
        "an author whose post speaks",
        "The Committee considered a report of the Corporate Head of Leisure, Mr Hal Tait. The Corporate Head spoke.",
        {"Mr Hal Tait": "officer"},
    ),
    (
        "an author of whom no more is told",
        "The Committee considered a report of the Corporate Head of Leisure, Mr Hal Tait. Members noted it.",
        {},
    ),
    (
        "a post and the body that it is of",
        "Dr Jo Marsh, Warden, Exe Bird Trust, had brought photographs. Dr Marsh advised that owls had come back.",
        {"Dr Jo Marsh": "guest"},
    ),
]


@pytest.mark.parametrize(("said", "roles"), [case[1:] for case in ITEMS], ids=[case[0] for case in ITEMS])
def test_items_tell_who_came(said, roles):
    found = by_name(SEATED, items=(("Deputations and reports", said),))
    seated = {"Ida Bey", "Wyn Maddox", "Ola Quist"}
    assert {name: one.role for name, one in found.items() if name not in seated} == roles
