"""The way of a paper, as an officer goes it: uploaded, read by a worker, looked at, corrected, followed up."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from minutes.models import Action, Correction, Document, Meeting
from tests.builders import an_officer
from tests.conftest import CORPUS

SEED = CORPUS / "documents" / "seeds" / "000_lancashire_scrutiny_2013-11-08.pdf"
SEED_GOLD = CORPUS / "gold" / "seeds" / "000_lancashire_scrutiny_2013-11-08.json"
READING = 90_000  # milliseconds: a slow machine that also starts the worker


class Sample(NamedTuple):
    """A paper and the records that are known to be in it."""

    file: Path
    gold: dict[str, Any]


@pytest.fixture
def minutes(demonstration: Path) -> Sample:
    """One of the papers that the product was asked for; of the demonstration year where there is no corpus."""
    if SEED.is_file():
        return Sample(SEED, json.loads(SEED_GOLD.read_text()))
    file = sorted(demonstration.glob("*-minutes.pdf"))[-1]
    return Sample(file, json.loads(file.with_suffix(".json").read_text()))


def in_words(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_from_a_paper_to_an_action_that_is_followed_up(
    page: Page,
    sign_in: Callable,
    no_violations: Callable,
    worker: subprocess.Popen[bytes],
    minutes: Sample,
) -> None:
    officer = an_officer(first_name="Ann", last_name="Officer")
    sign_in(page, officer)
    expect(page.get_by_text("Upload the minutes of a meeting to begin.")).to_be_visible()
    no_violations(page)

    upload_and_wait(page, minutes.file, no_violations)
    assert worker.poll() is None

    meeting = open_the_meeting(page, minutes, no_violations)
    follow_a_resolution_to_its_page(page, meeting, minutes, no_violations)
    correct_an_action(page, meeting, no_violations)

    action = Action.objects.get(owner="Head of Highways")
    page.get_by_role("navigation", name="Records").get_by_role("link", name="Actions").click()
    row = page.locator("#results tr", has_text="Head of Highways")
    expect(row).to_contain_text("due in 9 days")
    expect(row.get_by_role("link").first).to_have_attribute("href", f"/actions/{action.pk}/")
    no_violations(page)
    today = timezone.localdate()
    soon = Action.objects.filter(due__range=(today, today + dt.timedelta(days=30))).count()
    page.get_by_role("link", name=f"Due in 30 days ({soon})", exact=True).click()
    expect(page.locator("#results tbody tr")).to_have_count(soon)
    expect(page.locator("#results tr", has_text="Head of Highways")).to_be_visible()
    corrected = set(Correction.objects.filter(by=officer, record_id=action.pk).values_list("field", flat=True))
    assert {"owner", "due"} <= corrected <= {"owner", "due", "owner_person"}


def upload_and_wait(page: Page, file: Path, no_violations: Callable) -> None:
    """Chooses the file, sends it, and watches its row until the worker has read it."""
    page.get_by_role("link", name="Upload papers").first.click()
    no_violations(page)
    page.locator("input[type=file]").set_input_files(file)
    if (send := page.get_by_role("button", name="Upload", exact=True)).is_visible():
        send.click()
    row = page.locator("#rows > li", has_text=file.name)
    expect(row).to_have_count(1)
    expect(row.locator("a[href^='/meetings/']")).to_be_visible(timeout=READING)
    no_violations(page)
    document = Document.objects.get()
    assert (document.filename, document.media_type) == (file.name, "application/pdf")


def open_the_meeting(page: Page, minutes: Sample, no_violations: Callable) -> Meeting:
    told = minutes.gold["meeting"]
    page.locator("#rows a[href^='/meetings/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(told["committee"])
    expect(page.get_by_role("main")).to_contain_text(in_words(dt.date.fromisoformat(told["date"])))
    for item in minutes.gold["agenda_items"]:
        expect(page.locator("nav.app-contents")).to_contain_text(item["title"].split()[0])
    no_violations(page)
    return Meeting.objects.get()


def follow_a_resolution_to_its_page(page: Page, meeting: Meeting, minutes: Sample, no_violations: Callable) -> None:
    """The last resolution, so that its page is not the one that a paper opens at anyway."""
    resolution = meeting.resolutions.order_by("-page", "-order").first()
    page.goto(f"/resolutions/{resolution.pk}/")
    expect(page.locator("blockquote")).to_contain_text(resolution.quote.split("\n")[0])
    no_violations(page)
    page.get_by_role("link", name=re.compile(f"^page {resolution.page}")).click()
    assert f"page={resolution.page}&mark=resolution-{resolution.pk}#page-{resolution.page}" in page.url
    sheet = page.locator(f"#page-{resolution.page}")
    expect(sheet).to_be_in_viewport()
    expect(sheet.locator(".app-mark")).to_have_count(len(resolution.boxes))
    picture = sheet.locator("img")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 500
    expect(sheet.locator(".app-card--marked")).to_contain_text(resolution.text)
    no_violations(page)


def correct_an_action(page: Page, meeting: Meeting, no_violations: Callable) -> None:
    """Gives the meeting's first action another owner and a date in nine days."""
    due = timezone.localdate() + dt.timedelta(days=9)
    page.goto(f"/actions/{meeting.actions.first().pk}/")
    no_violations(page)
    page.get_by_role("button", name="Change", exact=True).click()
    no_violations(page)
    page.get_by_label("Owner", exact=True).fill("Head of Highways")
    for label, part in (("Day", due.day), ("Month", f"{due:%B}"), ("Year", due.year)):
        page.get_by_label(label, exact=True).fill(str(part))
    page.get_by_label("Reason", exact=True).fill("Agreed with the chair")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The action is saved.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(in_words(due))
    no_violations(page)
