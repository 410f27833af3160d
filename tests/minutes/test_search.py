"""What a search finds by words, the same on both databases, whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.models import Action, Meeting
from minutes.search.asking import understood
from minutes.search.finding import find, matching
from tests.builders import a_document, a_meeting, a_person, a_resolution, an_action, an_interest, an_item
from tests.minutes.searched import a_page, found, searcher

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return a_meeting()


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


def test_what_a_list_alone_finds_is_found_by_no_search():
    a_meeting(venue="Guildhall, Y2025 K2", document=a_document(filename="guildhall.txt"))
    assert found("guildhall") == found("guild*") == found('"guildhall txt"') == found("k2") == []


def test_what_must_not_be_there_may_stand_in_another_part_of_the_record(meeting):
    an_item(meeting, "Fences", text="They were painted.")
    bare = an_item(meeting, "Fences", text="They were mended.")
    painted = an_item(meeting, "Painted fences", text="They were seen.")
    assert found("fence -painted") == [("item", bare.pk)]
    assert found("painted -mended")[0] == ("item", painted.pk)


def test_numbers_with_stops_and_strokes_are_found_as_they_are_printed(meeting):
    item = an_item(
        meeting, "Budget 2025/26", text="It costs £1,250.50 on the A59 by 10.30am, see wyreshire.gov.uk/plan"
    )
    for query in ("2025/26", "1,250.50", "a59", "10.30am", "wyreshire.gov.uk", '"budget 2025"'):
        assert found(query) == [("item", item.pk)], query


@given(query=st.text(max_size=60) | st.text(alphabet="\"'*-()^:{}+~|&!<> aAbé1\\%_\x00😀", max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_that_is_typed_is_an_error(query):
    find(searcher(), query)
    find(searcher(), query, newest_first=True)
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
