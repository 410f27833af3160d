"""Attendees looked up by the names and posts that a paper uses."""

import pytest

from ingest.reading.model import AttendeeRead, Quote
from ingest.reading.records.people import directory


def attendee(name, role="member", *, position=None, status="present", forms=()):
    return AttendeeRead(name, role, status, Quote(name), position=position, forms=forms)


@pytest.fixture
def people():
    return directory(
        [
            attendee("Bill Wendle", "chair"),
            attendee("Moira Dalby", forms=("Councillor Dalby", "MD")),
            attendee("A Smith"),
            attendee("Alan Smith"),
            attendee("Wendy Broad", "officer", position="Principal Overview and Scrutiny Officer"),
            attendee("Imran Dhar", "officer", position="Head of Environmental Services"),
            attendee(
                "Mr M L Bayes", "cabinet_member", position="Cabinet Member with responsibility for Roads and Waste"
            ),
            attendee("Mrs Delia Garth", "guest"),
            attendee("Nora Strang-Ives", "officer", position="Clerk"),
        ]
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Wendy", "Wendy Broad"),
        ("the Chair", "Bill Wendle"),
        ("Chairman", "Bill Wendle"),
        ("MD", "Moira Dalby"),
        ("NSI", "Nora Strang-Ives"),
        ("Councillor Dalby", "Moira Dalby"),
        ("Mrs Garth", "Mrs Delia Garth"),
        ("the Head of Environmental Services", "Imran Dhar"),
        ("Cabinet Member for Roads & Waste", "Mr M L Bayes"),
        ("the Cabinet Member", "Mr M L Bayes"),
        ("Scrutiny Officer", "Wendy Broad"),
        ("the Clerk", "Nora Strang-Ives"),
        ("Alan Smith", "Alan Smith"),
        ("Councillor Nobody", None),
        ("the Director of Place", None),
    ],
)
def test_a_person_is_found_by_what_the_paper_calls_them(people, printed, name):
    assert people.name(printed) == name


def test_two_people_who_fit_are_a_doubt_and_no_guess(people):
    match = people.find("Cllr Smith")

    assert match.name is None
    assert match.doubt is not None
    assert match.doubt.sentence == "Two people may be meant by Cllr Smith."


def test_mentions_in_running_text_are_resolved(people):
    text = "Wendy will write to Councillor Dalby and to Mrs Garth."

    assert [(text[m.start : m.end], m.name) for m in people.mentions(text)] == [
        ("Wendy", "Wendy Broad"),
        ("Councillor Dalby", "Moira Dalby"),
        ("Mrs Garth", "Mrs Delia Garth"),
    ]
