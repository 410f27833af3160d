"""Browsing in a real browser: lists and their pages, a committee, a matter over the meetings, indicators."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page, expect

from minutes.models import AgendaItem, Committee
from tests.builders import a_councillor, a_meeting, an_item, an_officer
from tests.ingest.papers import the_year


@pytest.fixture
def children(demonstration: Path) -> Committee:
    """The committee of the demonstration year whose items, members and indicators are looked at."""
    return the_year(demonstration)


@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_shuts_people_out(
    page: Page, sign_in: Callable, no_violations: Callable, children: Committee, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, an_officer(first_name="Ann", last_name="Officer"))
    hubs = AgendaItem.objects.filter(title="Family Hubs").latest("meeting__date")
    page.goto(f"/items/{hubs.pk}/")
    no_violations(page)
    page.get_by_label("10 June 2025: Family Hubs").check()
    page.get_by_role("button", name="Same matter").click()
    page.get_by_role("link", name="Family Hubs", exact=True).first.click()
    addresses = [page.url, *(f"/committees/{children.pk}/{part}" for part in ("", "threads/", "indicators/"))]
    addresses += [f"/items/{hubs.pk}/", "/items/?sort=met", "/committees/", "/resolutions/", "/interests/", "/people/"]
    for address in addresses:
        page.goto(address)
        no_violations(page)
        spilled = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spilled <= 0, address


def test_an_officer_joins_a_matter_and_a_councillor_follows_it(
    page: Page, context_of: Callable[..., BrowserContext], sign_in: Callable, children: Committee
) -> None:
    sign_in(page, an_officer())
    page.goto("/")
    page.get_by_role("link", name="Committees", exact=True).click()
    page.get_by_role("link", name="Children and Families Scrutiny Committee", exact=True).click()
    page.get_by_role("link", name="Join items that are the same matter").click()
    fostering = page.get_by_role("region", name="Fostering Sufficiency and Recruitment")
    expect(fostering.get_by_label("14 January 2026: Fostering Sufficiency: Response")).to_be_checked()
    fostering.get_by_role("button", name="Same matter").click()
    expect(page.get_by_text("They are followed as one matter.")).to_be_visible()
    expect(fostering).to_have_count(0)

    other = context_of(java_script_enabled=False).new_page()
    sign_in(other, a_councillor())
    other.goto(f"/committees/{children.pk}/")
    other.get_by_role("link", name="Fostering Sufficiency and Recruitment").click()
    expect(other.get_by_role("heading", level=2)).to_have_text(
        ["5 Fostering Sufficiency and Recruitment", "5 Fostering Sufficiency: Response of the Cabinet Member"]
    )
    expect(other.get_by_role("button", name="Take out again")).to_have_count(0)
    other.get_by_role("link", name="5 Fostering Sufficiency: Response of the Cabinet Member", exact=True).click()
    expect(other.get_by_text("14 January 2026: this item")).to_be_visible()


def test_indicators_are_drawn_against_their_target_and_every_value_leads_to_its_page(
    page: Page, sign_in: Callable, children: Committee
) -> None:
    sign_in(page, a_councillor())
    page.goto(f"/committees/{children.pk}/")
    page.get_by_role("link", name="Performance indicators").click()
    drawing = page.get_by_role("img", name="% of education, health and care plans issued within 20 weeks")
    expect(drawing).to_be_visible()
    for words in ("41%", "44%", "52%", "57%", "Target: 60% or higher"):
        expect(drawing.get_by_text(words, exact=True)).to_be_visible()
    dashes = drawing.locator(".app-chart__target").evaluate("line => getComputedStyle(line).strokeDasharray")
    assert dashes != "none"
    table = page.get_by_role("region", name="% of education, health and care plans issued within 20 weeks, table")
    expect(table.get_by_role("row")).to_have_count(5)


def test_a_long_list_is_paged_both_ways_without_scripts_and_downloaded_as_filtered(
    context_of: Callable[..., BrowserContext], sign_in: Callable, tmp_path: Path
) -> None:
    meeting = a_meeting()
    for number in range(1, 71):
        an_item(meeting, f"Business {number}", number=str(number), order=number)
    an_item(meeting, "Something else")
    page = context_of(java_script_enabled=False, accept_downloads=True).new_page()
    sign_in(page, a_councillor())
    page.goto("/items/")
    page.get_by_label("Words of the title or text").fill("business")
    page.get_by_role("button", name="Apply filters").click()
    caption = page.locator("#results caption")
    expect(caption).to_have_text("Showing 1 to 30 of 70 agenda items")
    page.get_by_role("link", name="Next").click()
    expect(caption).to_have_text("Showing 31 to 60 of 70 agenda items")
    page.get_by_role("link", name="Next").click()
    expect(caption).to_have_text("Showing 61 to 70 of 70 agenda items")
    page.get_by_role("link", name="Previous").click()
    expect(caption).to_have_text("Showing 31 to 60 of 70 agenda items")
    assert _downloaded(page, tmp_path) == 70


def _downloaded(page: Any, folder: Path) -> int:
    """How many rows the Excel file of the page's list has below its header."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return load_workbook(path).active.max_row - 1
