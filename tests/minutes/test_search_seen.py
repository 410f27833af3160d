"""Who finds what, in a search and in a list that it narrows; and what was meant by what is misspelt."""

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Action, AgendaItem, Meeting, Person, SearchKind
from minutes.search.asking import understood
from minutes.search.finding import find, matching
from minutes.search.likeness import meant, people_like
from tests.builders import (
    a_councillor,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_attendee,
    an_interest,
    an_item,
)
from tests.minutes.searched import a_page, found, searcher

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return a_meeting()


# --- who sees what ------------------------------------------------------------------------------------------------


def test_what_is_exempt_is_found_and_counted_by_officers_alone(meeting):
    secret = a_meeting(exempt=True)
    open_item, exempt_item = an_item(meeting, "Contract"), an_item(secret, "Contract")
    under = an_item(meeting, "Contract awards", exempt=True)
    a_resolution(meeting, "Contract agreed", item=under)
    an_action(meeting, "Sign the contract", item=under)
    an_interest(meeting, description="Contract", item=under)
    a_page(secret, "Contract")
    a_page(meeting, "Contract")
    an_item(a_meeting(), "Roads")
    councillor = a_councillor()
    assert found("contract", councillor) == [("item", open_item.pk)]
    assert find(councillor, "contract").counts["kind"] == {SearchKind.ITEM: 1}
    assert len(found("contract")) == 8
    assert ("item", exempt_item.pk) in found("contract")
    assert find(AnonymousUser(), "contract").hits == ()


def test_a_phrase_of_exempt_records_is_found_by_officers_alone(meeting):
    shown = an_item(meeting, "Salt road", text="It was gritted.")
    closed = an_item(meeting, "The salt road is closed")
    exempt = an_item(meeting, "Salt road", text="It will be sold.", exempt=True)
    a_page(meeting, "Salt road")
    councillor = a_councillor()
    assert found('"salt road"', councillor) == [("item", closed.pk), ("item", shown.pk)]
    assert found('"salt road" -closed', councillor) == [("item", shown.pk)]
    assert found('"salt road" -closed -gritted', councillor) == []
    assert found('"salt road" -closed -gritted')[0] == ("item", exempt.pk)


def test_what_stops_being_exempt_is_found_again(meeting):
    item = an_item(meeting, "Contract", exempt=True)
    page = a_page(meeting, "Contract")
    councillor = a_councillor()
    assert found("contract", councillor) == []
    AgendaItem.objects.filter(pk=item.pk).update(exempt=False)
    assert found("contract", councillor) == [("item", item.pk), ("page", page.pk)]
    Meeting.objects.filter(pk=meeting.pk).update(exempt=True)
    assert found("contract", councillor) == []


def test_people_whom_exempt_records_alone_name_are_nobody_to_a_councillor(meeting):
    known, unknown = a_person("Ada Winterbottom"), a_person("Bea Winterbottom")
    an_attendee(meeting, known.name, person=known)
    an_attendee(a_meeting(exempt=True), unknown.name, person=unknown)
    councillor = a_councillor()
    assert found("winterbottom", councillor) == [("person", known.pk)]
    assert people_like(understood("winterbotom"), councillor) == [known]
    assert len(found("winterbottom")) == 2


# --- the condition for lists --------------------------------------------------------------------------------------


def test_lists_are_narrowed_by_the_index(meeting):
    fence, _ = an_action(meeting, "Mend the fences"), an_action(meeting, "Paint the gate")
    assert list(Action.objects.filter(matching(Action, "fence mend"))) == [fence]
    assert list(Action.objects.exclude(matching(Action, "fence"))) != [fence]
    assert list(Action.objects.filter(matching(Action, "-fence"))) == []
    assert Person.objects.filter(matching(Person, "fence")).count() == 0


# --- what was meant -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Cheatham", "Anne Cheatam", "cheethem", "Ann Cheetham", "CHETHAM"])
def test_a_misspelt_name_still_finds_its_person(typed):
    person = a_person("Anne Cheetham")
    a_person("Tariq Mahmood")
    assert people_like(understood(typed), searcher()) == [person]


def test_a_misspelt_word_is_put_right_where_it_finds_something(meeting):
    an_item(meeting, "Transport", text="for schools")
    an_item(meeting, "Trumpet", exempt=True)
    assert meant(understood("trasnport schools"), searcher()) == "transport schools"
    assert meant(understood("Transpotr"), searcher()) == "transport"
    assert meant(understood("trumpt"), searcher()) == "trumpet"
    assert meant(understood("trumpt"), a_councillor()) == ""
    assert meant(understood("zyxwv"), searcher()) == ""
