"""Pages in a browser: nothing shuts people out, nothing spills over on a phone, and nothing needs a script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from minutes import corrections
from minutes.models import Meeting
from tests.browser.conftest import NARROW
from tests.browser.pressing import press
from tests.builders import (
    a_committee,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_administrator,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)


@pytest.fixture
def meeting() -> Meeting:
    """A meeting with one of everything, and something wrong with each."""
    doubt = {"field": None, "sentence": "Is this one person?", "kind": "people"}
    meeting = a_meeting(venue="Committee Room B, County Hall, Aldersford", doubts=[doubt])
    item = an_item(meeting, "Home to school transport for children with special needs", text="Members asked.\n\nSo.")
    person = a_person("Siân Prothero")
    an_attendee(meeting, "Siân Prothero", person=person, role="chair", doubts=[doubt])
    an_attendee(meeting, "D Thackeray", status="apologies")
    resolution = a_recommendation(meeting, item=item, number="i")
    today = timezone.localdate()
    an_action(meeting, item=item, resolution=resolution, owner_person=person, due=today - dt.timedelta(days=314))
    an_action(meeting, "Visit the depot", item=item, owner="Head of Transport", status="in_progress", doubts=[doubt])
    an_interest(meeting, person=person, item=item)
    an_indicator(meeting, item=item, values=[{"period": f"Q{n}", "value": "41%"} for n in range(1, 9)])
    return meeting


def addresses(meeting: Meeting) -> list[str]:
    action = meeting.actions.first()
    return [
        *(reverse(place) for place in ("home", "meetings", "actions", "resolutions", "interests", "people")),
        reverse("meeting", args=[meeting.pk]),
        reverse("action", args=[action.pk]),
        reverse("resolution", args=[meeting.resolutions.first().pk]),
        reverse("person", args=[meeting.attendees.first().person_id]),
        reverse("edit", args=["action", action.pk]),
        reverse("edit", args=["attendee", meeting.attendees.first().pk]),
        reverse("edit", args=["interest", meeting.interests.first().pk]),
        reverse("edit", args=["meeting", meeting.pk]),
        reverse("remove", args=["action", action.pk]),
        reverse("add", args=[meeting.pk, "attendee"]),
        reverse("account_change_password"),
        reverse("account_logout"),
        f"{reverse('actions')}?words=nothing&due_from_day=31&due_from_month=2&due_from_year=2026",
        "/no/such/page/",
    ]


@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_shuts_people_out(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/accounts/login/")
    no_violations(page)
    officer = an_officer(first_name="Ann", last_name="Officer")
    corrections.correct(meeting.actions.first(), {"owner": "Damian Okoro"}, officer)
    sign_in(page, officer)
    for address in addresses(meeting):
        page.goto(address)
        no_violations(page)
        spilled = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spilled <= 0, address


def test_without_scripts_a_list_is_filtered_and_a_record_corrected(
    context_of: Callable[..., BrowserContext], sign_in: Callable, meeting: Meeting
) -> None:
    page = context_of(java_script_enabled=False).new_page()
    an_action(a_meeting(committee=a_committee("Health Panel")), "Ask the hospital")
    sign_in(page, an_officer())
    page.goto("/actions/")
    page.get_by_label("Committee").select_option(label="Health Panel")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator("#results caption")).to_have_text("1 action")
    page.get_by_role("link", name="Ask the hospital", exact=True).click()
    page.get_by_role("button", name="Change", exact=True).click()
    page.get_by_label("Owner", exact=True).fill("The hospital’s director")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The action is saved.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("The hospital’s director")


def test_a_choice_in_a_filter_applies_at_once_and_stands_in_the_address(
    page: Page, sign_in: Callable, meeting: Meeting
) -> None:
    health = a_committee("Health Panel")
    an_action(a_meeting(committee=health), "Ask the hospital")
    sign_in(page, an_officer())
    page.goto("/actions/")
    expect(page.locator("#results caption")).to_have_text("3 actions")
    page.get_by_label("Committee").select_option(label="Health Panel")
    expect(page.locator("#results caption")).to_have_text("1 action")
    expect(page.locator("#tabs")).to_contain_text("No date (1)")
    assert page.url.endswith(f"/actions/?committee={health.pk}")
    page.get_by_role("link", name="Remove this filter").click()
    expect(page.locator("#results caption")).to_have_text("3 actions")


def test_a_wrong_date_in_a_filter_is_said_and_goes_away_when_it_is_right(
    page: Page, sign_in: Callable, meeting: Meeting
) -> None:
    sign_in(page, an_officer())
    page.goto("/actions/")
    from_when = page.get_by_role("group", name="Due from")
    for label, part in (("Day", "31"), ("Month", "feb"), ("Year", "1999")):
        from_when.get_by_label(label).fill(part)
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("alert")).to_contain_text("Due from must be a real date")
    from_when.get_by_label("Day").fill("28")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#results caption")).to_have_text("1 action")
    expect(page.locator("#chosen")).to_contain_text("Due from: 28 February 1999")


def test_the_menus_work_with_the_keyboard_on_a_phone(page: Page, sign_in: Callable, meeting: Meeting) -> None:
    page.set_viewport_size(NARROW)
    sign_in(page, an_administrator(first_name="Rhian", last_name="Keeper"))
    page.goto("/")
    press(page, "Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.get_by_role("button", name="Menu").press("Enter")
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    summary = page.locator(".app-account summary")
    summary.press("Enter")
    expect(page.get_by_role("link", name="Users and committees")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("link", name="Users and committees")).to_be_hidden()
    expect(summary).to_be_focused()
    summary.press("Enter")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
