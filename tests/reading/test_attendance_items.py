"""Attendance under the items: apologies and substitutions, witnesses, whom an item lists. All names are invented."""

import time

import pytest

from ingest.reading.model import MeetingRead, Paper, Section
from ingest.reading.records.attendance import attendees
from tests.reading.attendance_papers import block, entry, head, people, table, told

SENTENCES = [
    (
        "Apologies were received from Cllr Bart-Stone and Cllr Rouan, substituted by Cllr Rob-Hay.",
        {"apologies": ["Bart-Stone", "Rouan"], "substitute": ["Rob-Hay"]},
        {"Rob-Hay": "Rouan"},
    ),
    (
        "Apologies were received from Cllr. P. McDonal with Cllr S. Dougal attending as his substitute.",
        {"apologies": ["P McDonal"], "substitute": ["S Dougal"]},
        {"S Dougal": "P McDonal"},
    ),
    (
        "Apologies for inability to attend were reported from Alderman McCoub and Councillors Beatt and Cobay.",
        {"apologies": ["McCoub", "Beatt", "Cobay"]},
        {},
    ),
    (
        "An apology for absence was received on behalf of Councillor R. J. Laid.",
        {"apologies": ["R J Laid"]},
        {},
    ),
    (
        "The Committee noted that Councillor H Kaney had been appointed as substitute for Councillor P Stalk.",
        {"substitute": ["H Kaney"], "absent": ["P Stalk"]},
        {"H Kaney": "P Stalk"},
    ),
    (
        "Apologies for absence were received from Councillors R. Clark and S. R. Colel. Councillor C. Scurr confirmed "
        "he was attending as a substitute for Councillor S. R. Colel.",
        {"apologies": ["R Clark", "S R Colel"], "substitute": ["C Scurr"]},
        {"C Scurr": "S R Colel"},
    ),
    (
        "Apologies were received from Councillor M France-Mirr and Councillor L Thorn. Councillor R Jones was in "
        "attendance as a substitute for Councillor France-Mirr.",
        {"apologies": ["M France-Mirr", "L Thorn"], "substitute": ["R Jones"]},
        {"R Jones": "M France-Mirr"},
    ),
    (
        "Apologies were received and accepted from Cllr. T. Vint (work commitments) and Mrs Holm (holiday).",
        {"apologies": ["T Vint", "Mrs Holm"]},
        {},
    ),
    (
        "Apologies had been received from the Lord Mayor Councillor Jo Marrow and Bailie Oakes.",
        {"apologies": ["Jo Marrow", "Oakes"]},
        {},
    ),
    ("Cllr D Stock for Cllr I Hadle; and", {"substitute": ["D Stock"], "absent": ["I Hadle"]}, {"D Stock": "I Hadle"}),
    ("There were no apologies for absence.", {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "instead"), SENTENCES)
def test_apologies_and_substitutions_under_their_item(sentence, expected, instead):
    title = "Substitute Members" if sentence.startswith("Cllr D Stock") else "Apologies for absence and substitutions"
    found = people(items=[(title, sentence)])

    assert told(found) == expected
    assert {person.name: person.replaces for person in found if person.replaces} == instead


def test_those_listed_under_an_item_came_for_it():
    found = people(
        "Present: Councillors A Marrow (Chair) and B Oakes",
        items=[
            ("Minutes", "The minutes were agreed."),
            (
                "Mental health",
                block("Witnesses:", bold=True),
                "Claire Edge, Executive Director – Adults and Wellbeing",
                "Graham Ware, Chief Executive, Exe Partnership NHS Foundation Trust",
                block("Key points made during the discussion:", bold=True),
                "The Chief Executive explained that Kath Moor had retired.",
            ),
            (
                "Buildings",
                "In attendance for this item were:",
                entry("Councillor Debra Coup - Executive Member for Resources", "•"),
                entry("Lee Hemm – Chief Officer, Community Hubs", "•"),
                "Key areas of discussion included:",
                entry("Wards – Members would be consulted on each building, as Tom Rudd had asked.", "•"),
            ),
            (
                "Roads",
                "Officers in attendance: Gil Stow (Highways Manager), Hal Tait (Engineer)",
                "The report was noted.",
            ),
            (
                "Bins",
                table(
                    ("Witnesses", "Ivy Upton, Head of Waste / Jo Vane, Norham Friends of the Earth"),
                    ("Key lines", "Cost"),
                ),
            ),
        ],
    )  # fmt: skip

    assert told(found) == {
        "chair": ["A Marrow"],
        "member": ["B Oakes"],
        "officer": ["Claire Edge", "Lee Hemm", "Gil Stow", "Hal Tait", "Ivy Upton"],
        "guest": ["Graham Ware", "Jo Vane"],
        "cabinet_member": ["Debra Coup"],
    }
    assert {person.name: person.items for person in found if person.items} == {
        "Claire Edge": (1,), "Graham Ware": (1,), "Debra Coup": (2,), "Lee Hemm": (2,), "Gil Stow": (3,),
        "Hal Tait": (3,), "Ivy Upton": (4,), "Jo Vane": (4,),
    }  # fmt: skip


def test_a_roll_called_under_the_first_item_is_the_attendance_block():
    found = people(
        items=[
            (
                "Calling of the Roll and Apologies for Absence",
                "Present:",
                "Mr G Adams, Mr R Balfe, Mr R Bremn (v/c), Mrs G Camp-Sinc, Mr B Lobb",
                "In Attendance:",
                "Chief Executive",
                "Mr B Lobb in the Chair",
                "Apologies for absence were intimated on behalf of Mr B Allen and Miss J Camp.",
            )
        ]
    )

    assert told(found) == {
        "member": ["Mr G Adams", "Mr R Balfe", "Mr R Bremn", "Mrs G Camp-Sinc"],
        "chair": ["Mr B Lobb"],
        "apologies": ["Mr B Allen", "Miss J Camp"],
    }
    assert found[2].note == "v/c"


def test_an_apology_that_only_the_title_names():
    found = people(items=[("Apology for absence", "This was received from Councillor Ms. B.E. Brook.")])

    assert told(found) == {"apologies": ["Ms. B E Brook"]}


def test_substitutes_in_a_list_under_their_notification():
    found = people(
        "Councillors Rush (Chairman), Cannon, Fort and Khad",
        items=[
            ("Apologies", "Apologies for absence were received from Councillors Field and Parf-Reed."),
            (
                "Notification of Substitute Members",
                "The following Substitute Members were noted:",
                entry("Councillor Khad for Councillor Field", "·"),
                entry("Councillor Fort for Councillor Parf-Reed", "·"),
            ),
        ],
    )

    assert {one.name: one.replaces for one in found if one.replaces} == {"Khad": "Field", "Fort": "Parf-Reed"}


def test_what_is_said_behind_a_name_is_no_post():
    found = people(
        items=[("Apologies", "Cllr Patt – it was agreed by Members that Cllr Patt sign at the next meeting.")]
    )

    assert [(one.name, one.role, one.status, one.position) for one in found] == [("Patt", "member", "apologies", None)]


def test_an_attendance_block_that_was_taken_for_an_item_is_read():
    unnumbered = Section(
        None,
        "5 FEBRUARY 2020",
        (head("5 FEBRUARY 2020"),),
        (table(("Present:", "Councillor McGarr (Chairperson) / Councillors Ahmad and Carter")),),
    )
    found = attendees(Paper("minutes", (head("SCRUTINY COMMITTEE"),), (unnumbered,)), MeetingRead())

    assert told(found) == {"chair": ["McGarr"], "member": ["Ahmad", "Carter"]}


@pytest.mark.parametrize(
    "text",
    [
        "Present: " + "Councillor A" * 400,
        "Present: " + "A " * 3000,
        "Present: " + "Councillors A Marrow, " * 500,
        "Apologies were received from " + "Councillor Marrow and " * 400,
        "Present: " + "(" * 2000,
        "Present: " + "Head of Roads and " * 500,
        "* " + "= present; * " * 300,
        "The Chair welcomed " + "Ann Marrow, Head of " * 400,
        "Attendance " + "Deputy Lord " * 800,
        "Councillor A Marrow replaced " * 300,
    ],
)
def test_long_lines_of_any_kind_are_read_in_time(text):
    start = time.process_time()
    people(text, items=[("Apologies", text), ("Roads", text)])

    assert time.process_time() - start < 6
