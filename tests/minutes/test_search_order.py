"""In which order a search gives what it finds, how much of it, and how it counts and narrows that."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.models import AgendaItem, SearchKind
from minutes.models.meeting import municipal_year
from minutes.search import postgresql, sqlite
from minutes.search.asking import Term
from minutes.search.engines import engine
from minutes.search.finding import MOST, Facets, find
from minutes.search.patience import Patience
from minutes.search.wanted import Wanted
from tests.builders import a_committee, a_meeting, a_person, an_action, an_item
from tests.looking import in_days
from tests.minutes.searched import a_page, found, searcher

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return a_meeting()


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


@pytest.mark.parametrize("gone_through", [0, 1, 3_000])
def test_what_stands_behind_many_pages_still_comes_before_them(gone_through, monkeypatch):
    monkeypatch.setattr(sqlite, "PAGES_GONE_THROUGH", gone_through)
    old, new = a_meeting(date=dt.date(2020, 1, 8)), a_meeting(date=dt.date(2025, 1, 8))
    pages = [a_page(new, "Flooding again", number=number) for number in range(1, 9)]
    titled = an_item(old, "Flooding")
    in_text = [an_item(old, f"Emergency {number}", text="Flooding was discussed") for number in range(3)]
    hits = [titled.pk, *(item.pk for item in reversed(in_text)), *(page.pk for page in reversed(pages))]
    for most in (1, 2, 4, 6, len(hits)):
        assert [hit.record for hit in find(searcher(), "flooding", most=most).hits] == hits[:most]


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
        result = find(searcher(), "report", newest_first=newest_first)
        assert (len(result), result.more) == (MOST, True)
        assert result.hits[0].record == AgendaItem.objects.latest("pk").pk
    assert not find(searcher(), "1003").more


def test_facets_count_what_is_found_and_narrow_it():
    other = a_committee("Health Scrutiny Committee")
    owner = a_person("Damian Okoro")
    here = a_meeting(date=dt.date(2025, 4, 30))
    there = a_meeting(committee=other, date=dt.date(2025, 5, 1))
    action = an_action(here, "Mend the fence", owner_person=owner)
    item = an_item(there, "Fence")
    result = find(searcher(), "fence")
    assert result.counts["kind"] == {SearchKind.ACTION: 1, SearchKind.ITEM: 1}
    assert result.counts["committee"] == {here.committee_id: 1, other.pk: 1}
    assert result.counts["year"] == {2024: 1, 2025: 1}
    assert result.counts["person"] == {owner.pk: 1}
    assert found("fence", facets=Facets(kind=SearchKind.ITEM)) == [("item", item.pk)]
    assert found("fence", facets=Facets(committee=other.pk)) == [("item", item.pk)]
    assert found("fence", facets=Facets(year=2024)) == [("action", action.pk)]
    assert found("fence", facets=Facets(person=owner.pk)) == [("action", action.pk)]
    assert found("fence", facets=Facets(year=2024, kind=SearchKind.ITEM)) == []


def newest(most, *marks):
    return [
        hit.record
        for hit in engine().newest(
            Wanted(((Term(("salt",)),),), marks=tuple((mark,) for mark in marks)), most, Patience()
        )
    ]


def test_the_newest_are_looked_for_in_the_latest_days_alone(meeting, monkeypatch):
    """PostgreSQL would else go through all that match."""
    monkeypatch.setattr(postgresql, "FEW", 0)  # more are many
    items = [an_item(meeting, "Salt") for _ in range(3)]
    with CaptureQueriesContext(connection) as queries:
        assert newest(1) == [items[-1].pk]
    assert len(queries) <= 3  # how many there may be, which day is the last, and what is of these days


def test_the_newest_of_a_year_are_looked_for_in_its_last_days(monkeypatch):
    monkeypatch.setattr(postgresql, "FEW", 0)
    days = [
        dt.date(2012, 4, 30),
        dt.date(2012, 5, 1),
        dt.date(2013, 4, 30),
        dt.date(2013, 5, 1),
        in_days(3),
        in_days(900),
    ]
    items = [an_item(a_meeting(date=day), "Salt") for day in days]
    keys = [item.pk for item in items]
    for most in (1, 2, 5):
        assert newest(most, "y2012") == [keys[2], keys[1]][:most]
        assert newest(most) == keys[::-1][:most]
        for mark in ("y0", "y9999", "y99999999"):
            assert newest(most, mark) == []
    assert keys[4] in newest(9, f"y{municipal_year(in_days(3))}", "k4")
    assert newest(9, f"k{SearchKind.PERSON}") == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has neither")
def test_postgresql_compiles_no_query_starts_no_helpers_and_has_room_for_what_an_index_finds():
    asked = "current_setting('jit'), current_setting('max_parallel_workers_per_gather')"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}, pg_size_bytes(current_setting('work_mem'))")
        jit, helpers, room = cursor.fetchone()
    assert (jit, helpers) == ("off", "0")
    assert room >= 32 * 2**20


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has other pages")
def test_sqlite_has_pages_on_which_common_words_can_be_gone_back_through():
    pages = "SELECT v FROM minutes_searchtext_config WHERE k = 'pgsz' UNION ALL "
    pages += "SELECT v FROM minutes_searchtitle_config WHERE k = 'pgsz'"
    with connection.cursor() as cursor:
        cursor.execute(pages)
        assert cursor.fetchall() == [(32_768,), (32_768,)]


@pytest.mark.parametrize("newest_first", [False, True])
def test_what_takes_long_is_looked_for_in_the_latest_days_and_farther_back_where_asked(newest_first):
    titled, new = an_item(a_meeting(date=dt.date(2004, 6, 1)), "Salt"), an_item(a_meeting(), "Salt")
    undated, person = an_item(a_meeting(date=None), "Salt"), a_person("Anne Salt")
    in_time = find(searcher(), "salt -pepper", newest_first=newest_first, wait=0)
    assert {hit.record for hit in in_time.hits} == {new.pk, person.pk}
    assert dt.date(2004, 6, 1) < in_time.since <= new.meeting.date
    assert in_time.is_part
    all_of_it = find(searcher(), "salt -pepper", newest_first=newest_first, wait=60)
    assert [hit.record for hit in all_of_it.hits] == [person.pk, new.pk, titled.pk, undated.pk]
    assert not all_of_it.is_part
