"""Names of papers joined to people, and the questions where they cannot be."""

import datetime as dt

import pytest

from ingest import filing
from minutes import corrections
from minutes.models import Attendee, Person
from tests.builders import a_document, an_officer
from tests.ingest.papers import a_reading, acts, attends, declares, meets, paper

pytestmark = pytest.mark.django_db

JULY, SEPTEMBER, NOVEMBER = (dt.date(2025, month, 9) for month in (7, 9, 11))
PANEL = "Health and Adult Care Overview and Scrutiny Panel"


def file(*attendees, date=JULY, document=None, actions=(), interests=(), **meeting):
    read = paper(meets(date, **meeting), attendees=attendees, actions=actions, interests=interests)
    return filing.file(a_reading(document or a_document()), read)


def person_of(meeting, name):
    return meeting.attendees.get(name=name).person


def doubts_of(meeting, name):
    return [doubt["sentence"] for doubt in meeting.attendees.get(name=name).doubts]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_forms_of_one_name_are_one_person_in_any_order(order):
    forms = ["A Cheetham", "Mrs Anne Cheetham", "Anne Cheetham"]
    for month, place in enumerate(order, start=5):
        file(attends(forms[place]), date=dt.date(2025, month, 9))
    person = Person.objects.get()
    assert person.name == "Anne Cheetham"
    assert person.sort_name == "cheetham, anne"
    assert {form.printed for form in person.forms.all()} == set(forms)
    assert person.attendances.count() == 3


def test_a_lone_surname_is_the_committee_s_only_one_of_that_name():
    file(attends("Anne Cheetham"))
    later = file(attends("Cheetham"), date=SEPTEMBER)
    assert person_of(later, "Cheetham").name == "Anne Cheetham"
    elsewhere = file(attends("Cheetham"), committee=PANEL)
    assert person_of(elsewhere, "Cheetham").name == "Cheetham"


def test_a_lone_surname_at_a_council_s_own_meeting_is_its_only_one():
    file(attends("Anne Cheetham"), committee=None)
    later = file(attends("Cheetham"), date=SEPTEMBER, committee=None)
    assert person_of(later, "Cheetham").name == "Anne Cheetham"


def test_one_person_sits_on_two_committees_of_a_council():
    here = file(attends("Duncan Haslam"))
    there = file(attends("Mr D Haslam"), committee=PANEL)
    assert person_of(here, "Duncan Haslam") == person_of(there, "Mr D Haslam")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (attends("Anne Smith"), attends("Alan Smith")),
        (attends("Mr A Smith"), attends("Mrs A Smith")),
        (attends("A Smith", "member"), attends("A Smith", "officer")),
        (attends("A M Smith"), attends("A J Smith")),
    ],
)
def test_what_contradicts_keeps_two_people_apart(first, second):
    file(first)
    file(second, date=SEPTEMBER)
    assert Person.objects.count() == 2


def test_people_of_two_councils_are_not_one():
    file(attends("Anne Smith"))
    file(attends("Anne Smith"), council="Medway Council")
    assert Person.objects.count() == 2


def test_nobody_attends_a_meeting_twice():
    meeting = file(attends("A Smith"), attends("Anne Smith"))
    assert person_of(meeting, "A Smith") != person_of(meeting, "Anne Smith")
    assert person_of(meeting, "Anne Smith").name == "Anne Smith"


def test_a_name_that_may_mean_two_people_means_nobody_and_asks():
    file(attends("Anne Smith"), attends("Alan Smith"))
    later = file(attends("A Smith"), date=SEPTEMBER)
    assert person_of(later, "A Smith") is None
    assert doubts_of(later, "A Smith") == [
        "Two people are called A Smith: Alan Smith and Anne Smith. Choose who is meant."
    ]


def test_the_committee_s_own_member_is_meant_before_another_committee_s():
    file(attends("Alan Smith"), committee=PANEL)
    file(attends("Anne Smith"))
    later = file(attends("A Smith"), date=SEPTEMBER)
    assert person_of(later, "A Smith").name == "Anne Smith"
    assert doubts_of(later, "A Smith") == []


def test_a_second_bearer_of_a_name_puts_earlier_papers_in_question():
    file(attends("Anne Smith"))
    between = file(attends("A Smith"), date=SEPTEMBER)
    file(attends("Alan Smith"), date=NOVEMBER)
    assert person_of(between, "A Smith").name == "Anne Smith"
    assert doubts_of(between, "A Smith") == [
        "Two people are called A Smith: Alan Smith and Anne Smith. Choose who is meant."
    ]


def test_an_answered_question_about_a_name_is_not_asked_again():
    file(attends("Anne Smith"), attends("Alan Smith"))
    document = a_document()
    later = file(attends("A Smith"), date=SEPTEMBER, document=document)
    alan = Person.objects.get(name="Alan Smith")
    corrections.correct(later.attendees.get(), {"person": alan}, an_officer())
    file(attends("A Smith"), date=SEPTEMBER, document=document)
    assert (person_of(later, "A Smith"), doubts_of(later, "A Smith")) == (alan, [])


def test_a_member_who_comes_back_as_a_guest_is_the_same_person_under_a_full_name():
    file(attends("Kemi Balogun", "co_opted"))
    guest = file(attends("Kemi Balogun", "guest"), date=SEPTEMBER)
    assert person_of(guest, "Kemi Balogun").side == "member"
    stranger = file(attends("K Balogun", "guest"), committee=PANEL)
    assert person_of(stranger, "K Balogun") != person_of(guest, "Kemi Balogun")


def test_reading_again_changes_no_one_s_person():
    document = a_document()
    first = file(attends("A Smith"), document=document)
    was = person_of(first, "A Smith")
    file(attends("Anne Smith"), attends("Alan Smith"), date=SEPTEMBER)
    file(attends("A Smith"), document=document)
    assert person_of(first, "A Smith") == was


def test_a_name_read_better_finds_its_person_and_the_misread_one_is_forgotten():
    file(attends("Tariq Mahmood"))
    document = a_document()
    later = file(attends("Tariq Mahrnood"), date=SEPTEMBER, document=document)
    assert Person.objects.count() == 2
    file(attends("Tariq Mahmood"), date=SEPTEMBER, document=document)
    assert person_of(later, "Tariq Mahmood").name == "Tariq Mahmood"
    assert Person.objects.count() == 1


def test_owners_and_declarers_are_the_people_of_the_meeting():
    meeting = file(
        attends("Damian Okoro", "officer"),
        attends("Siân Prothero"),
        actions=[
            acts("Rewrite the page", None, owner="Damian Okoro"),
            acts("Answer", None, owner="Director of Law and Governance"),
            acts("Ask", None, owner="Nobody Known"),
        ],
        interests=[declares("S Prothero", None)],
    )
    owners = [action.owner_person and action.owner_person.name for action in meeting.actions.all()]
    assert owners == ["Damian Okoro", None, None]
    assert meeting.interests.get().person.name == "Siân Prothero"


def test_an_owner_who_was_not_there_is_the_only_one_of_that_full_name():
    file(attends("Damian Okoro", "officer"))
    later = file(
        date=SEPTEMBER, actions=[acts("Answer", None, owner="Damian Okoro"), acts("Ask", None, owner="D Okoro")]
    )
    assert [bool(action.owner_person) for action in later.actions.all()] == [True, False]


def test_a_removed_attendee_s_person_stays_out():
    document = a_document()
    meeting = file(attends("Anne Smith"), attends("Apologies Noted"), document=document)
    corrections.remove(meeting.attendees.get(name="Apologies Noted"), an_officer(), "no name")
    file(attends("Anne Smith"), attends("Apologies Noted"), document=document)
    assert [attendee.name for attendee in meeting.attendees.all()] == ["Anne Smith"]
    assert Attendee.everything.filter(meeting=meeting).count() == 2
