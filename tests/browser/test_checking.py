"""Checking beside the paper in a browser: by keyboard, by pointer, on a phone, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from minutes.models import CheckState, Correction, Meeting
from tests.browser.conftest import NARROW, WIDE
from tests.browser.papers import WORD, newly_read
from tests.browser.pressing import press
from tests.builders import a_person, an_officer

ZOOMED = {"width": 320, "height": 256}  # what 1280 by 1024 is at 400%


def ask(record: Any, sentence: str, field: str | None = None, **more: object) -> None:
    """Leave a question with a record, as a reader would."""
    record.doubts = [*record.doubts, {"field": field, "sentence": sentence, "kind": "paper"} | more]
    record.save()


@pytest.fixture
def meeting() -> Meeting:
    """Minutes of the demonstration year with four questions: about a name, two about an action, and about an item."""
    meeting = newly_read("2025-11-12-children-and-families-minutes.pdf", "application/pdf")
    attendee = meeting.attendees.get(name="Tariq Mahmood")
    other = a_person("Tarquin Mahmood", council=meeting.council)
    people = [attendee.person_id, other.pk]
    ask(attendee, "Two people are called T Mahmood.", "person", kind="people", people=people)
    action = meeting.actions.get(text__contains="personal travel budgets")
    ask(action, "Who is to do this is not said in full.", "owner")
    ask(action, "The date could be that of another meeting.", "due")
    ask(meeting.items.last(), "An item is missing before this one.")
    return meeting


@pytest.fixture
def in_word() -> Meeting:
    return newly_read("2026-02-25-children-and-families-task-group-note.docx", WORD)


def heading(page: Page) -> Any:
    return page.locator("#record-heading")


def test_all_questions_are_cleared_and_the_meeting_finished_with_the_keyboard_alone(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting
) -> None:
    officer = an_officer(first_name="Ann", last_name="Officer")
    sign_in(page, officer)
    page.goto("/needs-a-look/")
    page.get_by_role("link", name="Two people are called T Mahmood.").press("Enter")
    expect(heading(page)).to_contain_text("Tariq Mahmood")
    no_violations(page)

    press(page, "1")
    expect(heading(page)).to_contain_text("personal travel budgets")
    expect(heading(page)).to_be_focused()
    expect(page.locator("#standing")).to_contain_text("3 questions")
    expect(page.locator(".app-find--chosen rect").first).to_be_in_viewport()
    press(page, "1")
    expect(page.locator("#record")).to_contain_text("The date could be that of another meeting.")
    press(page, "e")
    expect(page.get_by_label("Day")).to_be_focused()
    no_violations(page)
    page.keyboard.type("20")
    press(page, "Escape")
    expect(page.get_by_label("Day")).to_have_count(0)
    press(page, "1")
    expect(heading(page)).to_contain_text("Date of Next Meeting")
    press(page, "1")
    expect(page.locator("#standing")).to_contain_text("no questions")
    press(page, "f")
    expect(page.get_by_text("This meeting is checked. All its records are confirmed.")).to_be_visible()
    meeting.refresh_from_db()
    assert (meeting.check_state, meeting.checker) == (CheckState.CHECKED, officer)
    assert not meeting.actions.filter(confirmed_at=None).exists()
    assert "20 December" not in str(list(Correction.objects.values_list("now_shown", flat=True)))


def test_a_record_is_confirmed_and_the_next_one_corrected_where_it_stands(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting
) -> None:
    sign_in(page, an_officer(first_name="Ann", last_name="Officer"))
    attendee = meeting.attendees.get(name="Anneliese Crook")
    page.goto(f"/meetings/{meeting.pk}/check/?at=attendee-{attendee.pk}")
    press(page, "c")
    expect(page.locator(".app-check__row", has_text="Anneliese Crook")).to_contain_text("Confirmed by Ann Officer")
    expect(heading(page)).to_contain_text("Siân Prothero")
    press(page, "n")
    expect(heading(page)).to_contain_text("Adeyemi-Clarke")
    press(page, "p")
    expect(heading(page)).to_contain_text("Siân Prothero")
    page.get_by_role("link", name="Change arrival, departure or remote attendance").press("Enter")
    field = page.get_by_label("Arrival, departure or remote attendance")
    expect(field).to_be_focused()
    page.keyboard.type("came at 11am")
    press(page, "Enter")
    expect(page.locator(".app-check__facts")).to_contain_text("came at 11am")
    assert meeting.attendees.get(name="Siân Prothero").note == "came at 11am"
    no_violations(page)
    page.locator("#record summary", has_text="Corrected by Ann Officer").click()
    page.get_by_role("button", name="Take this back").click()
    expect(page.locator(".app-check__facts")).not_to_contain_text("came at 11am")
    assert meeting.attendees.get(name="Siân Prothero").note == ""


def test_a_mark_on_the_page_finds_its_record(page: Page, sign_in: Callable, meeting: Meeting) -> None:
    sign_in(page, an_officer())
    page.goto(f"/meetings/{meeting.pk}/check/?at=meeting-{meeting.pk}")
    attendee = meeting.attendees.get(name="Siân Prothero")
    expect(page.locator(f".app-word[data-leads*='at=attendee-{attendee.pk}#']").first).to_be_attached()
    mark = page.locator(f"a.app-find[href*='at=attendee-{attendee.pk}#'] rect").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(heading(page)).to_contain_text("Siân Prothero")
    expect(page).to_have_url(re.compile(f"at=attendee-{attendee.pk}"))


def test_what_is_no_record_is_removed_with_the_keyboard(page: Page, sign_in: Callable, meeting: Meeting) -> None:
    sign_in(page, an_officer())
    resolution = meeting.resolutions.first()
    page.goto(f"/meetings/{meeting.pk}/check/?at=resolution-{resolution.pk}")
    press(page, "x")
    expect(page.get_by_label("Why it is not one")).to_be_focused()
    page.keyboard.type("Only reported")
    press(page, "Enter")
    expect(page.locator(".app-check__row", has_text=resolution.text[:30])).to_have_count(0)
    resolution.refresh_from_db()
    assert resolution.removed_why == "Only reported"


def test_the_keys_are_told_and_can_be_switched_off(page: Page, sign_in: Callable, meeting: Meeting) -> None:
    sign_in(page, an_officer())
    page.goto(f"/meetings/{meeting.pk}/check/")
    before = heading(page).inner_text()
    press(page, "?")
    expect(page.get_by_text("confirm and go to the next", exact=True)).to_be_visible()
    page.get_by_label("Use these shortcuts in this browser").uncheck()
    page.locator("#record-heading").focus()
    press(page, "n")
    press(page, "1")
    page.wait_for_timeout(300)
    assert heading(page).inner_text() == before
    assert not Correction.objects.exists()
    page.reload()
    expect(page.locator("#keys-on")).not_to_be_checked()


@pytest.mark.parametrize("size", [NARROW, ZOOMED])
def test_on_a_phone_and_at_400_per_cent_one_stands_above_the_other(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)
    sign_in(page, an_officer())
    page.goto(f"/meetings/{meeting.pk}/check/")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    paper, record = (page.locator(part).bounding_box() for part in ("#pane", "#record"))
    assert paper["y"] + paper["height"] <= record["y"]
    assert paper["height"] <= size["height"]
    no_violations(page)
    page.locator("#pane").scroll_into_view_if_needed()
    expect(page.locator(".app-find--chosen rect").first).to_be_in_viewport()
    page.get_by_role("button", name="It is Tariq Mahmood").click()
    expect(page.locator("#standing")).to_contain_text("3 questions")


def test_the_words_of_a_word_file_stand_beside_its_records(
    page: Page, sign_in: Callable, no_violations: Callable, in_word: Meeting
) -> None:
    sign_in(page, an_officer())
    attendee = in_word.attendees.get(name="Damian Okoro")
    page.goto(f"/meetings/{in_word.pk}/check/?at=attendee-{attendee.pk}")
    expect(page.locator("#pane mark")).to_have_text(attendee.quote)
    no_violations(page)
    page.locator("#pane a.app-find", has_text="Piotr Zielinski").click()
    expect(heading(page)).to_contain_text("Piotr Zielinski")
    expect(page.locator("#pane mark")).to_contain_text("Piotr Zielinski")


def test_without_scripts_a_question_is_answered_and_records_are_confirmed(
    context_of: Callable[..., BrowserContext], sign_in: Callable, meeting: Meeting
) -> None:
    page = context_of(java_script_enabled=False).new_page()
    sign_in(page, an_officer())
    page.goto("/needs-a-look/")
    page.get_by_role("link", name="Two people are called T Mahmood.").click()
    page.get_by_role("button", name="It is Tariq Mahmood").click()
    expect(heading(page)).to_contain_text("personal travel budgets")
    page.get_by_role("link", name="Change due").click()
    page.get_by_label("Day").fill("20")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".app-check__facts")).to_contain_text("20 December 2025")
    page.get_by_role("button", name="All of it is right: confirm and go to the next").click()
    action = meeting.actions.get(text__contains="personal travel budgets")
    assert action.is_confirmed
    assert (action.due.day, action.doubts) == (20, [])


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_page_of_checking_shuts_people_out(
    page: Page, sign_in: Callable, no_violations: Callable, meeting: Meeting, in_word: Meeting, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)
    sign_in(page, an_officer())
    action = meeting.actions.first()
    check = f"/meetings/{meeting.pk}/check/"
    for address in (
        "/needs-a-look/",
        "/meetings/?checked=unchecked",
        f"{check}?at=action-{action.pk}",
        f"{check}?at=action-{action.pk}&correct=due",
        f"{check}?at=action-{action.pk}&correct=all",
        f"{check}words/?page=2",
        f"{check}words/action/?page=2&line=3",
        f"{check}divide/action/{action.pk}/",
        f"/meetings/{in_word.pk}/check/",
        f"/meetings/{in_word.pk}/check/words/",
    ):
        page.goto(address)
        no_violations(page)
        spilled = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spilled <= 0, address
