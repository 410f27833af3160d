"""Looking for something half remembered, in a real browser: from a few words to the page where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW
from tests.browser.papers import WORD, newly_read
from tests.builders import a_councillor


@pytest.fixture
def papers() -> None:
    """Two papers of the demonstration year, read."""
    newly_read("2025-11-12-children-and-families-minutes.pdf", "application/pdf")
    newly_read("2026-02-25-children-and-families-task-group-note.docx", WORD)


def look_for(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Search everything").fill(words)
    page.get_by_role("button", name="Search", exact=True).click()


@pytest.mark.usefixtures("papers")
def test_half_remembered_words_end_at_the_marked_page(page: Page, sign_in: Callable, no_violations: Callable) -> None:
    sign_in(page, a_councillor())
    look_for(page, "web page travel budg*")
    first = page.locator(".app-result").first
    expect(first).to_contain_text("Action")
    expect(first.locator("mark")).to_contain_text(["web", "page", "travel", "budgets"])
    no_violations(page)
    first.get_by_role("link", name=re.compile("^page 2")).click()
    expect(page.get_by_role("heading", name="Action, in the paper’s words")).to_be_visible()
    expect(page.locator("#page-2 .app-mark").first).to_be_visible()

    look_for(page, "transport")
    page.get_by_role("link", name=re.compile("^Pages of papers")).click()
    expect(page.locator(".app-result").first).to_contain_text("with the words marked")
    expect(page.get_by_role("link", name=re.compile("^take away Kind"))).to_be_visible()
    no_violations(page)


@pytest.mark.usefixtures("papers")
def test_words_that_no_record_has_are_marked_on_their_page(
    page: Page, sign_in: Callable, no_violations: Callable
) -> None:
    sign_in(page, a_councillor())
    page.goto("/search/?q=transport&kind=page")
    pdf = page.locator(".app-result", has_text="minutes.pdf").first
    pdf.get_by_role("link", name=re.compile("with the words marked")).click()
    expect(page.locator(".app-sheet__marks .app-mark").first).to_be_visible()
    expect(page.get_by_text("“transport” is marked")).to_be_visible()
    no_violations(page)
    page.get_by_role("link", name="Search everywhere").click()
    page.get_by_role("link", name=re.compile("^Pages of papers")).click()
    page.locator(".app-result", has_text="note.docx").get_by_role("link", name=re.compile("marked")).click()
    expect(page.locator("#marked mark").first).to_have_text(re.compile("transport", re.IGNORECASE))
    no_violations(page)


@pytest.mark.usefixtures("papers")
def test_a_misspelt_name_and_a_slip_of_the_keys_lead_on(page: Page, sign_in: Callable, no_violations: Callable) -> None:
    sign_in(page, a_councillor())
    page.set_viewport_size(NARROW)
    look_for(page, "Protherow")
    expect(page.get_by_role("heading", name="Nothing was found for “Protherow”")).to_be_visible()
    no_violations(page)
    page.get_by_role("link", name="Siân Prothero").click()
    expect(page.get_by_role("heading", level=1, name="Siân Prothero")).to_be_visible()
    look_for(page, "scohol trasnport")
    page.get_by_role("link", name="school transport").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("results for “school transport”")
    no_violations(page)
