"""Following up, in a real browser: what became of a recommendation, and an officer's way to the next committee."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from playwright.sync_api import expect

from minutes.following import numbers, responses
from minutes.models import Action, DigestChoice, Proposal, ResponseRule
from tests.browser.conftest import NARROW
from tests.builders import a_councillor, a_meeting, a_recommendation, an_action, an_item, an_officer

WORDS = "The web page on personal travel budgets had been replaced on 12 December."


@pytest.fixture
def year(transactional_db):
    """A recommendation of July that was answered late, one that was not, an action, and a report on it to confirm."""
    # The database is emptied between tests of this folder, and what migrations put there with it.
    rule = {"months": 2, "holds_from": dt.date(2012, 5, 4), "source": "Local Government Act 2000, section 9FE"}
    ResponseRule.objects.get_or_create(regime="executive", committee=None, defaults=rule)
    officer = an_officer(first_name="Ann", last_name="Officer")
    july = a_meeting(date=dt.date(2025, 7, 9))
    item = an_item(july, "Walking routes")
    answered = a_recommendation(july, "That unlit walking routes be inspected each winter.", item=item)
    silent = a_recommendation(july, "That school crossings be staffed.", item=item)
    numbers.number([answered, silent])
    november = a_meeting(date=dt.date(2025, 11, 12))
    for one in (answered, silent):
        responses.record(one, officer, {"received_on": dt.date(2025, 7, 14)})
    told = {"text": "Inspections will begin in November.", "meeting": november}
    responses.answer(answered, officer, "accepted_in_part", dt.date(2025, 10, 3), **told)
    action = an_action(
        july, "Rewrite the web page on personal travel budgets", owner="Damian Okoro", due=dt.date(2025, 9, 1)
    )
    november.document.pages.create(number=1, paragraphs=[WORDS])
    Proposal.objects.create(
        action=action, meeting=november, document=november.document, page=1, quote=WORDS, status="complete",
        on=dt.date(2025, 12, 12), why="The paper of 12 November 2025 says that this was done.",
    )  # fmt: skip
    return officer


def test_a_councillor_finds_what_became_of_a_recommendation_made_in_july(page, sign_in, no_violations, year):
    sign_in(page, a_councillor(first_name="Siân", last_name="Prothero"))
    page.get_by_role("link", name="Recommendations").first.click()
    no_violations(page)
    page.get_by_label("Number or words").fill("unlit routes")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator("#results")).not_to_contain_text("school crossings")
    page.get_by_role("link", name="That unlit walking routes be inspected each winter.", exact=True).click()
    expect(page.get_by_role("heading", name="What became of it")).to_be_visible()
    timeline = page.locator(".moj-timeline")
    for words in ("Recommended", "9 July 2025", "Accepted in part", "3 October 2025", "late",
                  "Inspections will begin in November."):  # fmt: skip
        expect(timeline).to_contain_text(words)
    no_violations(page)
    page.set_viewport_size(NARROW)
    no_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    expect(page.get_by_role("button", name="Record the answer")).to_have_count(0)


def test_a_missing_answer_is_said_on_the_home_page(page, sign_in, year):
    sign_in(page, a_councillor())
    expect(page.get_by_text("answer is late")).to_be_visible()


def test_an_officer_confirms_updates_and_closes_and_prepares_the_tracker(page, sign_in, no_violations, year):
    an_action(a_meeting(date=dt.date(2025, 11, 13)), "Paint the crossing", owner="Helen Vance")
    sign_in(page, year)
    page.goto("/actions/")
    no_violations(page)

    page.get_by_role("link", name="1 report to confirm").click()
    expect(page.get_by_text(WORDS).first).to_be_visible()
    no_violations(page)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Confirmed 1 report.")).to_be_visible()
    assert Action.objects.get(text__startswith="Rewrite").status == "complete"

    page.goto("/actions/")
    page.get_by_role("link", name="Paint the crossing", exact=True).click()
    page.get_by_text("Add an update").click()
    page.get_by_label("Complete", exact=True).check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Say why the action is closed.").first).to_be_visible()
    page.get_by_label("What was heard or done").fill("The contractor painted it on Monday.")
    no_violations(page)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("The update is kept with the action.")).to_be_visible()

    page.goto("/recommendations/?when=overdue")
    page.get_by_role("link", name="That school crossings be staffed.", exact=True).click()
    page.get_by_role("button", name="Record the answer").click()
    no_violations(page)
    page.get_by_label("Not accepted").check()
    page.get_by_label("The answer", exact=True).fill("There is no money for it.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".moj-timeline")).to_contain_text("There is no money for it.")

    page.goto("/tracker/")
    page.get_by_label("Committee").select_option(label="Children and Families Scrutiny Committee")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Outstanding actions: 0")).to_be_visible()
    no_violations(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the Word document").click()
    written = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    told = " ".join(cell.text for table in written.tables for row in table.rows for cell in row.cells)
    assert "That school crossings be staffed." in told
    assert "Not accepted" in told


def test_on_a_phone_an_action_is_a_short_card_that_unfolds_the_rest(page, sign_in, no_violations, year):
    sign_in(page, year)
    page.goto("/actions/")
    first = page.locator("#results tbody tr").first
    agreed = first.get_by_role("link", name="page 1 of the paper")
    expect(agreed).to_be_visible()
    expect(first.locator("summary")).to_be_hidden()
    page.set_viewport_size(NARROW)
    assert first.bounding_box()["height"] < NARROW["height"] / 5
    expect(agreed).to_have_count(0)
    first.get_by_text("Nothing since 9 Jul 2025").click()
    expect(agreed).to_be_visible()
    expect(first.get_by_text("1 meeting ago").last).to_be_visible()
    no_violations(page)


def test_a_person_chooses_to_be_told_each_monday(page, sign_in, no_violations, year):
    sign_in(page, year)
    page.goto("/told/")
    no_violations(page)
    page.get_by_label("Every Monday").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved. You get an email")).to_be_visible()
    assert DigestChoice.objects.get().often == "weekly"
    page.goto("/impact/")
    no_violations(page)


def test_following_up_needs_no_scripts(context_of, sign_in, year):
    page = context_of(java_script_enabled=False).new_page()
    sign_in(page, year)
    page.goto("/actions/reports/")
    page.get_by_role("button", name="It is about something else").click()
    expect(page.get_by_text("Refused 1 report, not to be proposed again.")).to_be_visible()
    assert Action.objects.get().status == "outstanding"
