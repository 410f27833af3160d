"""Words of a paper are only ever words: not code in a page, not a formula in a sheet, not an order to the screen."""

from __future__ import annotations

import csv
import datetime as dt
import io

import docx
import pytest
from django.utils import timezone
from openpyxl import load_workbook

from minutes.exports.writing import safe
from minutes.following import tracker_document
from minutes.following.tracker import Tracker
from tests.builders import a_committee, a_meeting, an_action, an_administrator
from tests.looking import as_
from tests.security.walking import a_world, address, routes

pytestmark = pytest.mark.django_db
CODE = "<img src=x onerror=alert(1)>"
BACKWARDS = "\u202egnp.exe"  # turns what follows around, so that a name seems to end in another way
FORMULA = '=HYPERLINK("http://example.org","minutes")'


def test_no_page_takes_words_of_a_paper_for_html() -> None:
    world = a_world(CODE, meeting_exempt=True)
    client = as_(an_administrator())
    seen, wrong = 0, []
    for route in routes():
        path = address(route, world)
        response = client.get(path)
        if response.streaming:
            b"".join(response.streaming_content)  # a file stays open otherwise
            continue
        if response.status_code != 200 or not response.headers["Content-Type"].startswith(
            ("text/html", "application/atom")
        ):
            continue
        page = response.content.decode()
        seen += "&lt;img src=x" in page
        if CODE in page:
            wrong.append(path)
    assert wrong == []
    assert seen > 20


@pytest.mark.parametrize("name", ["meetings", "items", "actions", "resolutions", "interests", "people", "papers"])
def test_no_cell_of_a_sheet_is_a_formula(name: str) -> None:
    a_world(FORMULA, meeting_exempt=True)
    response = as_(an_administrator()).get(f"/{name}/{'agenda-items' if name == 'items' else name}.csv")
    cells = [cell for row in csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells) or name in ("meetings", "papers")
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "-", "\t"))] == []


@pytest.mark.parametrize(
    "words",
    ["=1+1", " =1+1", "\u200b@SUM(1)", "\n=1+1", "\t=1+1", "\r=1+1", "-1+1", "\u202e=1+1", "\uff1d1+1", "\x00=1+1"],
)
def test_what_a_program_for_sheets_may_run_begins_with_an_apostrophe(words: str) -> None:
    assert safe(words).startswith("'")


@pytest.mark.parametrize("words", ["To be noted", "3", "Resolved - that", "(a) that", "“+1” said the Chair", "£5"])
def test_other_words_stand_in_a_sheet_as_they_are(words: str) -> None:
    assert safe(words) == words


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["actions", "resolutions", "interests", "people"])
def test_no_file_has_marks_that_turn_text_around_or_are_for_terminals(name: str, kind: str) -> None:
    a_world(f"Report {BACKWARDS}\u2066\x1b[2J\x07", meeting_exempt=True)
    content = b"".join(as_(an_administrator()).get(f"/{name}/{name}.{kind}"))
    if kind == "xlsx":
        rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
        written = " ".join(str(cell) for row in rows for cell in row)
    else:
        written = content.decode()
    assert "Report" in written
    assert not set(written) & set("\u202e\u2066\x1b\x07")


def test_the_tracker_for_committee_can_be_written_whatever_papers_have_in_them() -> None:
    committee = a_committee("Roads\x0b Panel")
    an_action(a_meeting(committee=committee), f"Write\x07 to {BACKWARDS}")
    today = timezone.localdate()
    tracker = Tracker.of(committee, today - dt.timedelta(days=3650), today)
    document = docx.Document(io.BytesIO(tracker_document.write(tracker)))
    written = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "Write\ufffd to \ufffdgnp.exe" in written


@pytest.mark.parametrize("path", ["/actions/", "/resolutions/", "/interests/", "/people/"])
def test_marks_that_turn_text_around_are_not_obeyed(path: str) -> None:
    a_world(f"Report {BACKWARDS}", meeting_exempt=True)
    page = as_(an_administrator()).get(path).content.decode()
    assert "\u202e" not in page
