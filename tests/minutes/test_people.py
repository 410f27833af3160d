"""Merging and splitting people: what was printed stays, and both can be undone."""

import datetime as dt

import pytest

from minutes import corrections
from minutes.corrections import NotPossible
from minutes.models import Action, Attendee, Interest, NameForm, Person
from minutes.people import identity
from tests.builders import (
    a_council,
    a_councillor,
    a_meeting,
    a_person,
    an_action,
    an_administrator,
    an_attendee,
    an_interest,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return an_administrator()


@pytest.fixture
def july():
    return a_meeting(date=dt.date(2025, 7, 9))


@pytest.fixture
def september():
    return a_meeting(date=dt.date(2025, 9, 17))


@pytest.fixture
def anne(july):
    """Anne Smith, who attended in July, declared an interest and owns an action."""
    person = a_person("Anne Smith")
    attendee = an_attendee(july, "Anne Smith", person=person)
    an_interest(july, "Anne Smith", attendee=attendee, person=person)
    an_action(july, owner="Anne Smith", owner_person=person)
    return person


@pytest.fixture
def jones(september):
    """The same under her married name, with an account."""
    person = a_person("Anne Jones")
    an_attendee(september, "Anne Jones", person=person)
    a_councillor(person=person)
    return person


def all_of_it():
    """Who is named by what."""
    return {
        "attendees": dict(Attendee.everything.values_list("name", "person")),
        "interests": set(Interest.everything.values_list("pk", "person")),
        "actions": set(Action.everything.values_list("pk", "owner_person")),
        "forms": set(NameForm.objects.values_list("person", "printed")),
        "current": set(Person.objects.current()),
    }


def test_two_names_become_one_person_with_both_forms(anne, jones, admin):
    identity.merge(jones, anne, admin, "married in August")
    assert list(Person.objects.current()) == [anne]
    assert {form.printed for form in anne.forms.all()} == {"Anne Smith", "Anne Jones"}
    assert anne.attendances.count() == 2
    assert anne.user.role == "councillor"
    assert Attendee.objects.get(name="Anne Jones").person == anne  # and the name stays as printed


def test_merging_is_undone_to_the_last_row(anne, jones, admin):
    before = all_of_it()
    joining = identity.merge(jones, anne, admin)
    assert all_of_it() != before
    identity.undo(joining, admin)
    assert all_of_it() == before
    jones.refresh_from_db()
    assert jones.user.role == "councillor"
    with pytest.raises(NotPossible, match="already"):
        identity.undo(joining, admin)


def test_what_was_done_since_stays_when_a_merging_is_undone(anne, jones, admin, september):
    joining = identity.merge(jones, anne, admin)
    other = a_person("Alan Smith")
    corrections.correct(Attendee.objects.get(name="Anne Jones"), {"person": other}, admin)
    identity.undo(joining, admin)
    assert Attendee.objects.get(name="Anne Jones").person == other


def test_mergings_are_undone_from_the_last_to_the_first(anne, jones, admin):
    third = a_person("A Smith")
    first = identity.merge(jones, anne, admin)
    second = identity.merge(anne, third, admin)
    with pytest.raises(NotPossible, match="Undo that first"):
        identity.undo(first, admin)
    assert Person.objects.now_known_as(jones.pk) == third.pk
    identity.undo(second, admin)
    identity.undo(first, admin)
    assert set(Person.objects.current()) == {anne, jones, third}


def test_those_who_attended_together_are_not_merged(anne, admin, july):
    other = a_person("A Smith")
    attendee = an_attendee(july, "A Smith", person=other)
    with pytest.raises(NotPossible, match="Both attended the meeting of Children and Families"):
        identity.merge(other, anne, admin)
    corrections.remove(attendee, admin, "named twice")
    identity.merge(other, anne, admin)


@pytest.mark.parametrize("why", ["two councils", "two people", "already part", "an account"])
def test_other_pairs_that_are_not_merged(anne, jones, admin, why):
    target = anne
    if why == "two councils":
        target = a_person("Anne Jones", council=a_council("Medway Council"))
    elif why == "two people":
        target = jones
    elif why == "already part":
        identity.merge(jones, anne, admin)
    else:
        a_councillor(person=anne)
    with pytest.raises(NotPossible, match=why):
        identity.merge(jones, target, admin)


def test_a_merging_answers_who_of_the_two_was_meant(anne, admin, september):
    alan = a_person("A Smith")
    asked = an_attendee(september, "A Smith")
    doubt = {"field": "person", "kind": "people", "people": sorted([anne.pk, alan.pk]), "sentence": "Two people …"}
    asked.doubts = [doubt]
    asked.save()
    joining = identity.merge(alan, anne, admin)
    asked.refresh_from_db()
    assert (asked.person, asked.doubts) == (anne, [])
    identity.undo(joining, admin)
    asked.refresh_from_db()
    assert (asked.person, asked.doubts) == (None, [doubt])


def test_one_becomes_two_and_two_one_again(anne, admin, july, september):
    second = an_attendee(september, "A Smith", person=anne)
    anne.forms.create(printed="A Smith")
    before = all_of_it()
    joining = identity.split(anne, [second], "Alan", "Smith", admin, "Alan joined in September")
    alan = joining.target
    assert (alan.name, alan.council) == ("Alan Smith", anne.council)
    assert list(alan.attendances.all()) == [second]
    assert [form.printed for form in alan.forms.all()] == ["A Smith"]
    assert [form.printed for form in anne.forms.all()] == ["Anne Smith"]
    assert anne.actions.count() == 1
    identity.undo(joining, admin)
    assert all_of_it() == before


def test_what_was_declared_and_promised_at_a_meeting_goes_with_the_attendance(anne, admin, july, september):
    an_attendee(september, "A Smith", person=anne)
    joining = identity.split(anne, list(july.attendees.all()), "Alan", "Smith", admin)
    assert joining.target.interests.count() == 1
    assert joining.target.actions.count() == 1


def test_a_split_leaves_something_of_both(anne, admin):
    with pytest.raises(NotPossible, match="not all"):
        identity.split(anne, list(anne.attendances.all()), "Alan", "Smith", admin)
    with pytest.raises(NotPossible, match="not all"):
        identity.split(anne, [], "Alan", "Smith", admin)


# --- saying who an attendee is ----------------------------------------------------------------------------------------


def test_interests_and_actions_follow_whom_an_attendee_is_said_to_be(anne, admin, july):
    alan = a_person("Alan Smith")
    (row,) = corrections.correct(Attendee.objects.get(), {"person": alan}, admin)
    assert (Interest.objects.get().person, Action.objects.get().owner_person) == (alan, alan)
    corrections.take_back(row, admin)
    assert (Interest.objects.get().person, Action.objects.get().owner_person) == (anne, anne)


def test_what_somebody_said_of_an_action_s_owner_stays(anne, admin, july):
    vance = a_person("Helen Vance")
    corrections.correct(Action.objects.get(), {"owner_person": vance}, admin)
    corrections.correct(Attendee.objects.get(), {"person": a_person("Alan Smith")}, admin)
    assert Action.objects.get().owner_person == vance


def test_taking_back_leads_to_whoever_the_person_is_now(anne, admin, july):
    alan = a_person("Alan Smith")
    (row,) = corrections.correct(Attendee.objects.get(), {"person": alan}, admin)
    survivor = a_person("Anne Jones")
    identity.merge(anne, survivor, admin)
    corrections.take_back(row, admin)
    assert Attendee.objects.get().person == survivor
