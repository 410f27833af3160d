"""The search page: what it shows, what stays in the address, and what it costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    return as_(an_officer())


def test_strangers_sign_in_first(client):
    response = client.get("/search/?q=report")
    assert response.status_code == 302
    assert "/accounts/login/" in response.url


def test_the_box_is_in_the_header_of_every_page_and_keeps_what_was_typed(browser):
    assert 'action="/search/"' in browser.get("/people/").content.decode()
    assert (
        'value="school &quot;walking routes&quot;"'
        in browser.get("/search/", {"q": 'school "walking routes"'}).content.decode()
    )


def test_a_result_says_what_it_is_where_it_stands_and_leads_to_its_page(browser):
    meeting = a_meeting()
    item = an_item(meeting, "Home to school transport")
    action = an_action(meeting, "Send the bus plan", owner="Damian Okoro", due=dt.date(2025, 12, 19), item=item)
    response = browser.get("/search/?q=plans")
    shown = words_of(response)
    assert "1 result for “plans”" in shown
    assert "Action Send the bus plan 1 Home to school transport · Damian Okoro · due 19 December 2025" in shown
    assert "Children and Families Scrutiny Committee, 12 November 2025 page 1" in shown
    page = response.content.decode()
    assert "Send the bus <mark>plan</mark>" in page
    assert f'href="/papers/{meeting.document_id}/?page=1&amp;mark=action-{action.pk}#page-1"' in page


def test_nothing_that_a_paper_says_becomes_html(browser):
    an_item(a_meeting(), "<script>alert(1)</script> report", text="<img src=x> & the report")
    page = browser.get("/search/?q=report").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>report</mark>" in page
    assert "<b>" not in browser.get("/search/?q=<b>bold</b>").content.decode()


def test_facets_are_kept_in_the_address_and_can_be_taken_away(browser):
    here, there = a_meeting(), a_meeting(committee=a_committee("Health Scrutiny Committee"))
    an_action(here, "Mend the fence"), an_item(here, "Fence"), an_item(there, "Fence")
    page = browser.get("/search/?q=fence&order=newest").content.decode()
    assert 'href="?q=fence&amp;order=newest&amp;kind=item"' in page
    narrowed = browser.get(f"/search/?q=fence&order=newest&kind=item&committee={there.committee_id}&page=1")
    assert "1 result for “fence”" in words_of(narrowed)
    assert f'href="?q=fence&amp;order=newest&amp;committee={there.committee_id}"' in narrowed.content.decode()


@pytest.mark.parametrize(
    "query",
    ["kind=nonsense", "year=abc", "committee=99999999999999999999", "person=-1", "page=x", "page=999", "order=z"],
)
def test_an_address_that_makes_no_sense_is_no_error(browser, query):
    an_item(a_meeting(), "Fence")
    assert browser.get(f"/search/?q=fence&{query}").status_code == 200


def test_nothing_found_says_what_was_searched_and_what_to_try(browser):
    a_person("Siân Prothero")
    shown = words_of(browser.get("/search/?q=Protherow"))
    assert "Nothing was found for “Protherow”" in shown
    assert "A person with a name like it Siân Prothero" in shown
    assert "What to try" in shown
    assert "Search everywhere for “fence”" in words_of(browser.get("/search/?q=fence&year=1999"))


@pytest.mark.parametrize(
    ("query", "said"), [("", "Type words or a name"), ("-rail", "Add at least one word"), ("😀", "There is no word")]
)
def test_without_a_word_the_page_says_how_to_search(browser, query, said):
    assert said in words_of(browser.get("/search/", {"q": query}))


def test_a_councillor_sees_and_counts_nothing_exempt():
    secret = a_meeting(exempt=True)
    an_item(secret, "Fence contract")
    assert "Nothing was found" in words_of(as_(a_councillor()).get("/search/?q=fence"))


def test_an_address_names_nobody_whom_exempt_meetings_alone_name():
    unknown = a_person("Quentin Quixotic")
    an_action(a_meeting(exempt=True), "Mend the fence", owner_person=unknown)
    narrowed = {"q": "fence", "person": unknown.pk}
    assert "Quixotic" not in words_of(as_(a_councillor()).get("/search/", narrowed))
    assert "Quentin Quixotic" in words_of(as_(an_officer()).get("/search/", narrowed))


def test_more_results_cost_no_more_queries(browser):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            browser.get("/search/?q=fence")
        return len(asked)

    def some(count):
        meeting = a_meeting()
        for number in range(count):
            an_item(meeting, f"Fence {number}")
            a_resolution(meeting, "That the fence be mended")
            an_action(meeting, "Mend the fence")
            an_interest(meeting, description="Owns a fence")

    some(2)
    browser.get("/search/?q=fence")
    few = queries()
    some(10)
    assert queries() <= few


def test_where_not_all_years_were_looked_through_that_is_said_and_can_be_asked_for(browser, monkeypatch):
    old = an_item(a_meeting(date=dt.date(2004, 6, 1)), "Salt for the roads")
    an_item(a_meeting(date=dt.date(2024, 6, 1)), "Bread")
    monkeypatch.setattr("minutes.views.search.WAIT", 0)
    shown = words_of(browser.get("/search/?q=salt+-pepper&order=newest"))
    assert "Nothing was found for “salt -pepper” in the latest years" in shown
    assert "To look through all years for this takes long." in shown
    assert "2004/05" in shown  # or the year can be chosen
    page = browser.get("/search/?q=salt+-pepper&order=newest&look=farther").content.decode()
    assert f"#item-{old.pk}" in page
    assert "Look farther back" not in page
    assert "?q=salt+-pepper&amp;order=newest&amp;look=farther" in browser.get(
        "/search/?q=salt+-pepper&order=newest"
    ).content.decode().replace("%2D", "-")
