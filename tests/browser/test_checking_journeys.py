"""Whole ways through checking in a browser: to a checked meeting, through a new reading, and two officers at once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ingest import filing
from ingest.reading import read
from ingest.reading.model import MinutesRead
from minutes import corrections
from minutes.models import CheckState, Correction, Document, Meeting
from tests.browser.conftest import ROOT
from tests.browser.pressing import press
from tests.browser.test_checking import ask, heading
from tests.builders import a_document, a_person, an_officer
from tests.ingest.papers import a_reading

PAPER = ROOT / "fixtures" / "demonstration" / "2025-11-12-children-and-families-minutes.pdf"
BUDGETS, WRITE = "personal travel budgets", "rite to the Executive Director"


@pytest.fixture(scope="module")
def whole() -> MinutesRead:
    return read(PAPER)


@pytest.fixture
def document() -> Document:
    return a_document(PAPER.read_bytes(), filename=PAPER.name, media_type="application/pdf")


@pytest.fixture
def meeting(document: Document, whole: MinutesRead) -> Meeting:
    return filing.file(a_reading(document), whole)


class Counted:
    """Presses keys and counts them, and the pages that the browser loads anew."""

    def __init__(self, page: Page) -> None:
        self.page, self.acts, self.loads = page, 0, 0
        page.on("domcontentloaded", self._loaded)

    def _loaded(self, page: Page) -> None:
        self.loads += 1

    def press(self, key: str) -> None:
        self.acts += 1
        press(self.page, key)


def test_a_newly_read_meeting_is_checked_with_few_acts_and_the_keyboard_alone(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting, record_property: Callable
) -> None:
    attendee = meeting.attendees.get(name="Tariq Mahmood")
    people = [attendee.person_id, a_person("Tarquin Mahmood", council=meeting.council).pk]
    ask(attendee, "Two people are called T Mahmood.", "person", kind="people", people=people)
    action = meeting.actions.get(text__contains=BUDGETS)
    ask(action, "Who is to do this is not said in full.", "owner")
    ask(action, "The date could be that of another meeting.", "due")
    ask(meeting.items.last(), "An item is missing before this one.")
    officer = an_officer(first_name="Ann", last_name="Officer")
    sign_in(page, officer)
    page.goto("/needs-a-look/")
    no_violations(page)
    page.get_by_role("link", name="Two people are called T Mahmood.").focus()

    counted = Counted(page)
    counted.press("Enter")
    expect(page.locator("#keys")).to_be_visible()
    for said in ("Tariq Mahmood", BUDGETS, BUDGETS, "Date of Next Meeting"):
        expect(heading(page)).to_contain_text(said)
        asked = page.locator(".app-check__asked > p").first.inner_text()
        counted.press("1")
        expect(page.locator(".app-check__asked > p", has_text=asked)).to_have_count(0)
    expect(page.locator("#standing")).to_contain_text("no questions")
    counted.press("f")
    expect(page.get_by_text("This meeting is checked. All its records are confirmed.")).to_be_visible()
    page.wait_for_load_state("load")
    no_violations(page)

    meeting.refresh_from_db()
    assert (meeting.check_state, meeting.checker) == (CheckState.CHECKED, officer)
    records = Correction.objects.filter(meeting=meeting, act="confirmed", field="").count()
    print(f"\n{records} records, 4 questions: {counted.acts} acts, {counted.loads} page loads to a checked meeting")
    record_property("acts", counted.acts)
    record_property("page loads", counted.loads)
    assert (counted.acts, counted.loads) == (6, 2), "one act a question, one to begin and one to finish"


def test_an_attendee_is_corrected_a_missed_action_added_a_false_one_removed_and_that_taken_back(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting
) -> None:
    missed = meeting.actions.get(text__contains=BUDGETS)
    quote, false = missed.quote, meeting.actions.exclude(pk=missed.pk).first()
    missed.delete()
    sign_in(page, an_officer(first_name="Ann", last_name="Officer"))

    attendee = meeting.attendees.get(name="Siân Prothero")
    page.goto(f"/meetings/{meeting.pk}/check/?at=attendee-{attendee.pk}")
    page.get_by_role("link", name="Change job title or organisation").click()
    page.get_by_label("Job title or organisation").fill("Vice-chair of the panel")
    press(page, "Enter")
    expect(page.locator(".app-check__facts")).to_contain_text("Vice-chair of the panel")

    page.goto(f"/meetings/{meeting.pk}/check/?at=item-{meeting.items.get(number='5').pk}")
    select_words(page, "Damian", "2025.")
    expect(page.locator("#chosen")).to_have_text(" ".join(quote.split()))
    no_violations(page)
    page.locator("[data-choose]").get_by_role("button", name="action", exact=True).click()
    expect(page.get_by_label("What is to be done")).to_have_value(" ".join(quote.split()))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(heading(page)).to_contain_text(BUDGETS)
    expect(page.locator(".app-find--chosen rect")).to_have_count(2)
    added = meeting.actions.get(text__contains=BUDGETS)
    assert (added.quote, added.page, added.item.number) == (quote, 2, "5")

    page.goto(f"/meetings/{meeting.pk}/check/?at=action-{false.pk}")
    press(page, "x")
    page.keyboard.type("Only reported")
    press(page, "Enter")
    expect(page.locator(f".app-check__row a[href*='at=action-{false.pk}#']")).to_have_count(0)

    page.goto(f"/history/action/{false.pk}/")
    expect(page.get_by_role("main")).to_contain_text("“Only reported”")
    no_violations(page)
    page.get_by_role("button", name=re.compile(r"^Take this back\s*: removed")).click()
    expect(page.get_by_role("main")).to_contain_text("Taken back")
    page.goto(f"/meetings/{meeting.pk}/")
    expect(page.get_by_role("main")).to_contain_text(false.text[:30])


def select_words(page: Page, first: str, last: str) -> None:
    """Draw the mouse over the page's words, from one to another."""
    expect(page.locator(".app-sheet__picture")).to_have_js_property("complete", True)
    begin, end = (page.locator(".app-word", has_text=word).last for word in (first, last))
    end.scroll_into_view_if_needed()
    one, other = begin.bounding_box(), end.bounding_box()
    page.mouse.move(one["x"] + 1, one["y"] + one["height"] / 2)
    page.mouse.down()
    page.mouse.move(other["x"] + other["width"] - 1, other["y"] + other["height"] / 2, steps=5)
    page.mouse.up()


def test_words_are_chosen_with_the_arrow_keys(page: Page, sign_in: Callable, meeting: Meeting) -> None:
    sign_in(page, an_officer())
    page.goto(f"/meetings/{meeting.pk}/check/words/?page=2")
    expect(page.locator(".app-word").first).to_be_attached()
    page.locator(".app-check__pane").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        press(page, key)
    expect(page.locator("#chosen")).to_have_text("non-pecuniary interest was")
    press(page, "Enter")
    expect(page.get_by_role("button", name="Attendee")).to_be_focused()
    press(page, "Enter")
    expect(page.get_by_label("Name as printed")).to_have_value("non-pecuniary interest was")


def test_words_of_a_paragraph_are_chosen_in_a_word_file(page: Page, sign_in: Callable, no_violations: Callable) -> None:
    path = PAPER.with_name("2026-02-25-children-and-families-task-group-note.docx")
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    document = a_document(path.read_bytes(), filename=path.name, media_type=word)
    meeting = filing.file(a_reading(document), read(path))
    sign_in(page, an_officer())
    page.goto(f"/meetings/{meeting.pk}/check/")
    page.evaluate(
        """() => {
            const node = document.createTreeWalker(
                document.querySelector("#pane [data-first]:nth-of-type(6)"), NodeFilter.SHOW_TEXT).nextNode();
            getSelection().setBaseAndExtent(node, 2, node, 12);
        }"""
    )
    chosen = page.locator("[data-choose]")
    expect(chosen).to_be_visible()
    no_violations(page)
    chosen.get_by_role("button", name="agenda item").click()
    said = page.locator("blockquote").inner_text()
    page.get_by_label("Title").fill("A matter arising")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(heading(page)).to_contain_text("A matter arising")
    item = meeting.items.get(title="A matter arising")
    place = document.pages.get().numbers.index(item.paragraph)
    assert item.quote == said
    assert said in document.pages.get().paragraphs[place]


# --- reading again ----------------------------------------------------------------------------------------------------


def better(whole: MinutesRead) -> MinutesRead:
    """What another reading says: other owners for two actions, and one resolution less."""

    def owned(action: Any) -> Any:
        return dataclasses.replace(action, owner="Head of Transport") if action.owner else action

    return dataclasses.replace(whole, actions=tuple(map(owned, whole.actions)), resolutions=whole.resolutions[:-1])


def test_after_reading_again_each_difference_is_answered_either_way(
    page: Page,
    sign_in: Callable,
    no_violations: Callable,
    meeting: Meeting,
    document: Document,
    whole: MinutesRead,
) -> None:
    ann = an_officer(first_name="Ann", last_name="Officer")
    mine, theirs, untouched = meeting.actions.exclude(owner="").order_by("order")[:3]
    gone = meeting.resolutions.order_by("order").last()
    for action in (mine, theirs):
        corrections.correct(action, {"owner": "Damian Okoro, Head of Service"}, ann)
    filing.file(a_reading(document), better(whole))

    sign_in(page, an_officer(username="bob", first_name="Bob", last_name="Other"))
    page.goto("/needs-a-look/")
    no_violations(page)
    page.goto(f"/meetings/{meeting.pk}/check/?at=action-{mine.pk}")
    expect(page.locator("#record")).to_contain_text("A new reading of the paper says “Head of Transport”")
    no_violations(page)
    page.get_by_role("button", name="as Ann Officer corrected it").click()
    expect(page.locator("#standing")).to_contain_text("2 questions")
    page.goto(f"/meetings/{meeting.pk}/check/?at=action-{theirs.pk}")
    page.get_by_role("button", name="Take “Head of Transport”, as the new reading says").click()
    expect(page.locator("#standing")).to_contain_text("1 question")
    page.goto(f"/meetings/{meeting.pk}/check/?at=resolution-{gone.pk}")
    page.get_by_role("button", name="Keep it: it is right").click()
    expect(page.locator("#standing")).to_contain_text("no questions")

    for action in (mine, theirs, untouched):
        action.refresh_from_db()
    owners = [action.owner for action in (mine, theirs, untouched)]
    assert owners == ["Damian Okoro, Head of Service", "Head of Transport", "Head of Transport"]
    filing.file(a_reading(document), better(whole))
    page.reload()
    expect(page.locator("#standing")).to_contain_text("no questions")


# --- two officers -----------------------------------------------------------------------------------------------------


def test_the_second_of_two_officers_is_shown_the_first_one_s_change_and_chooses(
    context_of: Callable[..., BrowserContext], sign_in: Callable, no_violations: Callable, meeting: Meeting
) -> None:
    action = meeting.actions.get(text__contains=BUDGETS)
    address = f"/meetings/{meeting.pk}/check/?at=action-{action.pk}&correct=owner"
    pages = []
    for name in ("Ann", "Bob"):
        page = context_of().new_page()
        sign_in(page, an_officer(username=name.lower(), first_name=name, last_name="Officer"))
        page.goto(address)
        page.get_by_label("Owner", exact=True).fill(f"As {name} says")
        pages.append(page)
    ann, bob = pages
    for page in pages:
        page.get_by_role("button", name="Save", exact=True).click()
        if page is ann:
            expect(ann.locator(".app-check__facts")).to_contain_text("As Ann says")
    expect(bob.locator("#record")).to_contain_text("Someone else changed this while you were working on it")
    expect(bob.locator("#record")).to_contain_text("As Ann says")
    expect(bob.get_by_label("Owner", exact=True)).to_have_value("As Bob says")
    no_violations(bob)
    action.refresh_from_db()
    assert action.owner == "As Ann says"
    bob.get_by_role("button", name="Save", exact=True).click()
    expect(bob.locator(".app-check__facts")).to_contain_text("As Bob says")
    told = (
        Correction.objects.about(action).filter(field="owner").values_list("was_shown", "now_shown", "by__first_name")
    )
    assert list(told) == [("As Ann says", "As Bob says", "Bob"), ("Damian Okoro", "As Ann says", "Ann")]
