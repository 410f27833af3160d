"""Joining and parting people, and a meeting with its report and versions, in a browser, wide and narrow."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from minutes.models import Meeting, Person
from minutes.people import identity
from tests.browser.conftest import NARROW
from tests.builders import a_document, a_meeting, a_person, an_administrator, an_attendee, an_indicator, an_item


@pytest.fixture
def held() -> Meeting:
    """A confirmed meeting with a report and an earlier version of its minutes."""
    later = a_meeting(date=dt.date(2026, 1, 14))
    item = an_item(later, "Minutes of the meeting held on 12 November 2025")
    meeting = a_meeting(status="amended", confirmed_in=later, confirmed_under=item)
    report = a_meeting(kind="portfolio_report", title="Children’s services and education", reported_to=meeting)
    an_indicator(
        report, item=an_item(report, "Performance"), values=[{"period": f"Q{n}", "value": "41%"} for n in range(9)]
    )
    a_document(
        filename="draft-minutes-of-the-children-and-families-scrutiny-committee.pdf", meeting=meeting, version="earlier"
    )
    for name, where in (("Anne Smith", meeting), ("Anne Smith", later)):
        person = Person.objects.filter(name=name).first() or a_person(name)
        an_attendee(where, name, person=person, role="substitute", replaces="T Burns")
    other = a_person("A Smith")
    an_attendee(a_meeting(date=dt.date(2025, 12, 3)), "A Smith", person=other)
    return meeting


def addresses(held: Meeting) -> list[str]:
    person = Person.objects.get(name="Anne Smith").pk
    pages = [reverse(name, args=[person]) for name in ("person", "join", "split", "tie")]
    papers = [reverse("paper", args=[paper.pk]) for paper in held.papers.all()]
    return [
        reverse("joins"),
        reverse("people"),
        reverse("meetings"),
        reverse("meeting", args=[held.pk]),
        *pages,
        *papers,
    ]


def test_nothing_shuts_people_out_or_spills_over(page: Page, sign_in, no_violations, held: Meeting) -> None:
    sign_in(page, an_administrator())
    identity.keep_apart(a_person("Bo Jones"), a_person("B Jones"), an_administrator())
    for address in addresses(held):
        page.goto(address)
        no_violations(page)
        page.set_viewport_size(NARROW)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} is {wide} pixels too wide for a phone"
        no_violations(page)
        page.set_viewport_size({"width": 1280, "height": 900})


def test_two_names_become_one_person_and_two_again(page: Page, sign_in, held: Meeting) -> None:
    sign_in(page, an_administrator())
    page.goto(reverse("joins"))
    expect(page.get_by_text("never at the same meeting")).to_be_visible()
    page.get_by_role("button", name=re.compile("^One person")).click()
    expect(page.get_by_text("A Smith and Anne Smith are one person now.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Undo")).click()
    page.get_by_role("button", name=re.compile("^These are two")).click()
    expect(page.get_by_text("They are not proposed again.")).to_be_visible()
    assert Person.objects.current().filter(surname="Smith").count() == 2
