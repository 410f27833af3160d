"""What a search finds, the same on both databases: who sees what, in which order, whatever wrote the records."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.models import (
    Action,
    AgendaItem,
    DocumentPage,
    Meeting,
    Person,
    SearchKind,
)
from minutes.search.asking import understood
from minutes.search.finding import MOST, Facets, find, matching
from minutes.search.likeness import meant, people_like
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)

pytestmark = pytest.mark.django_db

KINDS = {kind.value: kind.name.lower() for kind in SearchKind}


def found(text, user=None, **options):
    """What is found, in its order: ("action", primary key)."""
    hits = find(user or User.officer, text, **options).hits
    return [(KINDS[hit.kind], hit.record) for hit in hits]


class User:
    officer = None


@pytest.fixture(autouse=True)
def officer():
    User.officer = an_officer(username="searcher")
    return User.officer


@pytest.fixture
def meeting():
    return a_meeting()


def a_page(meeting, *paragraphs, number=1):
    return DocumentPage.objects.create(document=meeting.document, number=number, paragraphs=list(paragraphs))


# --- what is found ------------------------------------------------------------------------------------------------


def test_every_kind_of_record_is_found_by_its_words(meeting):
    item = an_item(meeting, "Roads", text="The gritting of lanes was discussed.")
    resolution = a_resolution(meeting, "That gritting be reviewed.")
    action = an_action(meeting, "Send the gritting plan")
    interest = an_interest(meeting, description="Owns a gritting firm")
    person = a_person("Gritting Smith")
    page = a_page(meeting, "Nobody expected the gritting.")
    assert dict(found("gritting")) == {
        "person": person.pk, "action": action.pk, "resolution": resolution.pk,
        "interest": interest.pk, "item": item.pk, "page": page.pk,
    }  # fmt: skip


def test_all_words_must_stand_in_one_record_in_any_form_case_and_accent(meeting):
    item = an_item(meeting, "Schools", text="Siân Prothero reported on PUPILS.")
    an_item(meeting, "Roads", text="Nothing on pupils.")
    for query in ("pupil school", "sian REPORTS", "Sian prothero", "reporting pupils schools"):
        assert found(query) == [("item", item.pk)], query


def test_words_between_quotation_marks_follow_each_other_as_they_are(meeting):
    item = an_item(meeting, "One", text="The free school meals.")
    an_item(meeting, "Two", text="School meals are not free.")
    assert found('"free school meals"') == [("item", item.pk)]
    assert found('"free school meal"') == []
    assert len(found("free school meals")) == 2


def test_a_phrase_does_not_go_on_from_a_title_into_a_text(meeting):
    an_item(meeting, "Home to school", text="transport was late")
    assert found('"school transport"') == []
    assert len(found("school transport")) == 1


def test_words_that_are_neighbours_two_by_two_and_not_together_are_no_phrase(meeting):
    apart = an_item(meeting, "Free school buses", text="and hot school meals, and a free lunch")
    together = an_item(meeting, "Lunch", text="Of the free, school meals (hot ones)")
    assert found('"free school meals"') == [("item", together.pk)]
    assert found('"school meals"') == [("item", together.pk), ("item", apart.pk)]
    assert found('"meals hot"') == [("item", together.pk)]
    assert found('school -"free school"') == []
    assert found('"free school"') == [("item", apart.pk), ("item", together.pk)]  # in the title first


def test_a_minus_leaves_out_and_a_star_finds_beginnings(meeting):
    bus = an_item(meeting, "Transport by bus")
    rail = an_item(meeting, "Transport by rail")
    assert found("transport -rail") == [("item", bus.pk)]
    assert {pk for _, pk in found("transp*")} == {bus.pk, rail.pk}
    assert found("trans") == []


@pytest.mark.parametrize("query", ["O'Brien", "o’brien", "O'Briens'", '"O Brien"', "o-brien"])
def test_an_apostrophe_finds_the_name_however_it_is_typed(meeting, query):
    a_person("Pat Brien", council=None)
    person = a_person("Niamh O’Brien")
    if query != "O'Briens'":
        assert found(query) == [("person", person.pk)]
    else:
        assert found(query) == []


def test_a_word_like_an_operator_or_a_column_is_a_word(meeting):
    item = an_item(meeting, "Body marks", text="AND or not near, title: k4 x1")
    for query in ("AND", "not", "NEAR", "title", "k4", "x1", "body AND marks", "title:k4"):
        assert found(query) == [("item", item.pk)] * (query != "title:k4") or query == "title:k4"
    assert found("c1") == found("y2025") == []


def test_numbers_with_stops_and_strokes_are_found_as_they_are_printed(meeting):
    item = an_item(
        meeting, "Budget 2025/26", text="It costs £1,250.50 on the A59 by 10.30am, see wyreshire.gov.uk/plan"
    )
    for query in ("2025/26", "1,250.50", "a59", "10.30am", "wyreshire.gov.uk", '"budget 2025"'):
        assert found(query) == [("item", item.pk)], query


@given(query=st.text(max_size=60) | st.text(alphabet="\"'*-()^:{}+~|&!<> aAbé1\\%_\x00😀", max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_that_is_typed_is_an_error(query):
    find(User.officer, query)
    find(User.officer, query, newest_first=True)
    assert Action.objects.filter(matching(Action, query)).count() == 0


_word = st.text(alphabet="abcxyzéßøñÅ\u0301’'-./@_&,;:<>+%#0", min_size=1, max_size=8)


@given(text=st.lists(_word, min_size=1, max_size=4).map(" ".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_a_text_is_found_by_each_of_its_words(text):
    """Words are parted and folded by the database as by us, so that both databases find the same."""
    meeting = Meeting.objects.first() or a_meeting()
    item = an_item(meeting, "Any", text=text)
    for term in understood(text.replace("-", " ").replace("*", " ")).terms:
        for word in term.words:
            assert ("item", item.pk) in found(f'"{word}"'), word


@pytest.mark.parametrize("query", ["", "   ", "-", "***", '""', "😀", "\x00", "-report"])
def test_what_has_no_word_to_look_for_finds_nothing(meeting, query):
    an_item(meeting, "Report")
    assert found(query) == []


def test_ten_thousand_characters_find_what_their_first_words_find(meeting):
    item = an_item(meeting, "Report")
    assert found("report " * 1500) == [("item", item.pk)]
    assert found("x" * 10_000) == []


# --- the order, and the facets ------------------------------------------------------------------------------------


def test_the_best_have_the_words_in_their_title_then_in_their_text_and_pages_come_last():
    old, new = a_meeting(date=dt.date(2020, 1, 8)), a_meeting(date=dt.date(2025, 1, 8))
    page = a_page(new, "Flooding in Alderford")
    in_text = an_item(new, "Emergencies", text="Flooding was discussed")
    in_title = an_item(old, "Flooding")
    action = an_action(old, "Report on flooding")
    assert found("flooding") == [("action", action.pk), ("item", in_title.pk), ("item", in_text.pk), ("page", page.pk)]
    assert [pk for _, pk in found("flooding", newest_first=True)] == [in_text.pk, page.pk, action.pk, in_title.pk]
    for phrase in ('"flooding flooding"', '"flooding again"'):
        assert found(phrase) == []


def test_the_best_of_a_long_phrase_are_those_with_it_in_their_title():
    old, new = a_meeting(date=dt.date(2010, 6, 1)), a_meeting(date=dt.date(2020, 6, 1))
    titled = [an_item(old, title, text="Salt.") for title in ("Siân’s free-school report", "The free schools’ meals")]
    in_text = an_item(new, "Schools that are free", text="A free school report, and free schools’ meals.")
    page = a_page(new, "The free school report, and free schools’ meals.")
    last = [("item", in_text.pk), ("page", page.pk)]
    assert found('"free school report"') == [("item", titled[0].pk), *last]
    assert found("free-schools-me*") == [("item", titled[1].pk), *last]
    assert found('"free school report" -meals') == [("item", titled[0].pk)]


def test_what_has_no_date_comes_last_and_people_first():
    undated = an_item(a_meeting(date=None), "Crook lane")
    dated = an_item(a_meeting(date=dt.date(1999, 2, 3)), "Crook lane")
    person = a_person("Anneliese Crook")
    assert found("crook", newest_first=True) == [("person", person.pk), ("item", dated.pk), ("item", undated.pk)]


def test_more_than_a_thousand_are_said_to_be_more(meeting):
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, document=meeting.document, title=f"Report {number}") for number in range(MOST + 5)
    )
    for newest_first in (False, True):
        result = find(User.officer, "report", newest_first=newest_first)
        assert (len(result), result.more) == (MOST, True)
        assert result.hits[0].record == AgendaItem.objects.latest("pk").pk
    assert not find(User.officer, "1003").more


def test_facets_count_what_is_found_and_narrow_it():
    other = a_committee("Health Scrutiny Committee")
    owner = a_person("Damian Okoro")
    here = a_meeting(date=dt.date(2025, 4, 30))
    there = a_meeting(committee=other, date=dt.date(2025, 5, 1))
    action = an_action(here, "Mend the fence", owner_person=owner)
    item = an_item(there, "Fence")
    result = find(User.officer, "fence")
    assert result.counts["kind"] == {SearchKind.ACTION: 1, SearchKind.ITEM: 1}
    assert result.counts["committee"] == {here.committee_id: 1, other.pk: 1}
    assert result.counts["year"] == {2024: 1, 2025: 1}
    assert result.counts["person"] == {owner.pk: 1}
    assert found("fence", facets=Facets(kind=SearchKind.ITEM)) == [("item", item.pk)]
    assert found("fence", facets=Facets(committee=other.pk)) == [("item", item.pk)]
    assert found("fence", facets=Facets(year=2024)) == [("action", action.pk)]
    assert found("fence", facets=Facets(person=owner.pk)) == [("action", action.pk)]
    assert found("fence", facets=Facets(year=2024, kind=SearchKind.ITEM)) == []


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
    assert people_like(understood(typed), User.officer) == [person]


def test_a_misspelt_word_is_put_right_where_it_finds_something(meeting):
    an_item(meeting, "Transport", text="for schools")
    an_item(meeting, "Trumpet", exempt=True)
    assert meant(understood("trasnport schools"), User.officer) == "transport schools"
    assert meant(understood("Transpotr"), User.officer) == "transport"
    assert meant(understood("trumpt"), User.officer) == "trumpet"
    assert meant(understood("trumpt"), a_councillor()) == ""
    assert meant(understood("zyxwv"), User.officer) == ""
