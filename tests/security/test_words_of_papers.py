"""Words of a paper are only ever words: not code in a page, not a formula in a sheet, not an order to the screen."""

from __future__ import annotations

import csv
import io

import pytest

from tests.builders import an_administrator
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


@pytest.mark.parametrize("path", ["/actions/", "/resolutions/", "/interests/", "/people/"])
def test_marks_that_turn_text_around_are_not_obeyed(path: str) -> None:
    a_world(f"Report {BACKWARDS}", meeting_exempt=True)
    page = as_(an_administrator()).get(path).content.decode()
    assert "\u202e" not in page
