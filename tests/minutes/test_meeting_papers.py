"""A meeting with its reports, the versions of its paper, and the item that confirmed its minutes."""

import datetime as dt

import pytest
from django.urls import reverse

from minutes.models import Document
from tests.builders import (
    a_councillor,
    a_document,
    a_meeting,
    an_action,
    an_indicator,
    an_item,
    an_officer,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 18)


@pytest.fixture
def browser():
    return as_(an_officer())


@pytest.fixture
def held():
    return a_meeting(date=DAY)


@pytest.fixture
def report(held):
    made = a_meeting(date=DAY, kind="portfolio_report", title="Children’s services", reported_to=held)
    an_indicator(made, "Average caseload", item=an_item(made, "Performance"))
    return made


# --- reports ----------------------------------------------------------------------------------------------------------


def test_lists_show_a_report_as_a_paper_of_its_meeting(browser, held, report):
    for address in ("home", "meetings"):
        words = words_of(browser.get(reverse(address)))
        assert words.count("With the portfolio holder’s report") == 1
    assert "1 meeting " in words_of(browser.get("/meetings/"))


@pytest.mark.parametrize("query", ["?kind=portfolio_report", "?words=services"])
def test_a_report_that_is_looked_for_is_found(browser, held, report, query):
    assert f'href="{reverse("meeting", args=[report.pk])}"' in browser.get(f"/meetings/{query}").content.decode()


def test_a_meeting_shows_its_report_with_the_figures_and_the_report_names_its_meeting(browser, held, report):
    words = words_of(browser.get(reverse("meeting", args=[held.pk])))
    assert "Portfolio holder’s report: Children’s services" in words
    assert "Average caseload" in words
    assert "Of the same day" not in words
    assert "This report went to the meeting of 18 March 2026" in words_of(
        browser.get(reverse("meeting", args=[report.pk]))
    )


def test_a_report_to_an_exempt_meeting_stands_by_itself_for_those_who_may_not_see_that(held, report):
    type(held).objects.filter(pk=held.pk).update(exempt=True)
    councillor = as_(a_councillor())
    assert "1 meeting " in words_of(councillor.get("/meetings/"))
    assert "This report went to" not in words_of(councillor.get(reverse("meeting", args=[report.pk])))


def test_a_report_s_questions_are_said_beside_it(browser, held, report):
    report.doubts = [{"field": "venue", "sentence": "Which room?", "kind": "paper"}]
    report.save()
    assert "With the portfolio holder’s report of 18 March 2026 · 1 question" in words_of(browser.get("/meetings/"))


# --- confirmed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("confirmed", "Minutes Confirmed on 18 March 2026"),
        ("amended", "Minutes Confirmed with an amendment on 18 March 2026"),
    ],
)
def test_a_meeting_says_who_confirmed_its_minutes_and_leads_there(browser, held, status, said):
    item = an_item(held, "Minutes of the last meeting")
    earlier = a_meeting(date=dt.date(2026, 1, 14), status=status, confirmed_in=held, confirmed_under=item)
    page = browser.get(reverse("meeting", args=[earlier.pk]))
    assert said in words_of(page)
    assert f'href="{reverse("meeting", args=[held.pk])}#item-{item.pk}"' in page.content.decode()
    assert "draft" not in words_of(page).lower()
    assert "Confirmed here: the minutes of 14 January 2026" in words_of(browser.get(reverse("meeting", args=[held.pk])))


def test_minutes_that_nobody_confirmed_are_a_draft(browser, held):
    assert "Minutes: draft" in words_of(browser.get(reverse("meeting", args=[held.pk])))


def test_the_day_of_an_exempt_meeting_is_not_told(held):
    type(held).objects.filter(pk=held.pk).update(exempt=True)
    earlier = a_meeting(date=dt.date(2026, 1, 14), status="confirmed", confirmed_in=held)
    words = words_of(as_(a_councillor()).get(reverse("meeting", args=[earlier.pk])))
    assert "Minutes Confirmed" in words
    assert "18 March 2026" not in words


# --- versions ---------------------------------------------------------------------------------------------------------


def test_papers_say_which_version_they_are(browser, held):
    draft = a_document(filename="draft.pdf", meeting=held, version="earlier", kind="minutes")
    copy = a_document(filename="copy.docx", meeting=held, version="copy", kind="minutes")
    words = words_of(browser.get(reverse("meeting", args=[held.pk])))
    assert "draft.pdf (minutes, an earlier version)" in words
    assert "copy.docx (minutes, says the same)" in words
    assert "the latest version, which the records are read from" in words
    assert "This is an earlier version." in words_of(browser.get(reverse("paper", args=[draft.pk])))
    assert "says the same as" in words_of(browser.get(reverse("paper", args=[copy.pk])))
    assert "Earlier: draft.pdf" in words_of(browser.get(reverse("paper", args=[held.document_id])))
    assert Document.objects.count() == 3


def test_the_version_of_confirmed_minutes_is_the_approved_one(browser, held):
    a_document(meeting=held, version="earlier", kind="minutes")
    type(held).objects.filter(pk=held.pk).update(status="confirmed")
    assert "the approved version" in words_of(browser.get(reverse("meeting", args=[held.pk])))


# --- questions of a new reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["difference", "gone"])
def test_what_a_new_reading_asks_leads_to_its_answers(browser, held, kind):
    field, read = ("owner", {"read": "Head of Transport", "before": ""}) if kind == "difference" else (None, {})
    action = an_action(held, doubts=[{"field": field, "sentence": "Which?", "kind": kind, **read}])
    page = browser.get(reverse("meeting", args=[held.pk])).content.decode()
    address = f"{reverse('check', args=[held.pk])}?at=action-{action.pk}#record"
    assert f'href="{address}"' in page
    assert "It is right as it stands" not in page
    asked = words_of(browser.get(address))
    assert ("Take “Head of Transport”" if kind == "difference" else "Remove it: it is no record") in asked
