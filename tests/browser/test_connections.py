"""Connections in a browser: a private address made, copied and revoked, and every page of it wide and narrow."""

from __future__ import annotations

import re

from django.urls import reverse
from playwright.sync_api import Page, expect

from minutes.models import ApiToken, FeedAddress
from tests.browser.conftest import NARROW, WIDE
from tests.builders import a_meeting, a_person, an_action, an_administrator, an_attendee, an_officer
from tests.looking import in_days


def test_an_officer_makes_an_address_reads_it_and_revokes_it(page: Page, sign_in) -> None:
    person = a_person("Damian Okoro")
    an_attendee(a_meeting(), person=person)
    an_action(a_meeting(), "Rewrite the page", owner_person=person, due=in_days(9))
    sign_in(page, an_officer(person=person))
    page.locator(".app-account summary").click()
    page.get_by_role("link", name="Connections").click()
    page.get_by_role("button", name="Make a private address").click()
    page.get_by_label("Name").fill("Phone")
    page.get_by_label("Whose dates or news").select_option("My own actions and meetings")
    page.get_by_role("button", name="Make the address").click()
    expect(page.get_by_text("It is shown this once")).to_be_visible()
    address = page.get_by_label("Address", exact=True).input_value()
    assert "SUMMARY:Rewrite the page (Damian Okoro)" in page.request.get(address).text()
    page.get_by_role("button", name="I have copied it").click()
    page.get_by_role("button", name=re.compile("^Revoke")).click()
    expect(page.get_by_text("“Phone” is revoked.")).to_be_visible()
    assert page.request.get(address).status == 404


def test_without_scripts_a_token_is_made_too(context_of, sign_in) -> None:
    page = context_of(java_script_enabled=False).new_page()
    sign_in(page, an_officer())
    page.goto(reverse("make_token"))
    page.get_by_role("button", name="Make the token").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Name").fill("Dashboard")
    page.get_by_role("button", name="Make the token").click()
    assert page.get_by_label("Token", exact=True).input_value().startswith("scrutiny_")


def test_nothing_shuts_people_out_or_spills_over(page: Page, sign_in, no_violations) -> None:
    administrator = an_administrator()
    an_attendee(a_meeting(), person=a_person())
    for name in ("Dashboard of the performance team", "Power BI"):
        ApiToken.make(administrator, name, ends_on=in_days(-1 if name == "Power BI" else 30))
        FeedAddress.make(administrator, name, kind="tasks", scope="committee", committee=a_meeting().committee)
    sign_in(page, administrator)
    for name in ("connections", "make_token", "make_address", "try_api", "exchange"):
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            page.goto(reverse(name))
            for summary in page.locator("details.govuk-details summary").all()[:3]:
                summary.click()
            no_violations(page)
            assert _spills(page) <= 0, f"{name} is too wide for {size['width']} pixels"
    page.set_viewport_size(NARROW)
    page.goto(reverse("make_address"))
    page.get_by_label("Name").fill("Phone")
    page.get_by_role("button", name="Make the address").click()
    no_violations(page)
    assert _spills(page) <= 0


def _spills(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
