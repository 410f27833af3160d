"""Lists as files: the same rows as on the page, as CSV and as Excel, and nothing that a spreadsheet would run."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from minutes.exports import Column, Sheet, as_excel, writing
from minutes.models import Action
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_resolution,
    an_action,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, csv_of, in_days

pytestmark = pytest.mark.django_db

LISTS = ("meetings", "resolutions", "interests", "people", "papers", "actions")


def book_of(response: Any) -> Workbook:
    written = b"".join(response.streaming_content)
    if response.file_to_stream:  # the client closes what it asked for
        response.file_to_stream.close()
    return load_workbook(io.BytesIO(written))


def excel_of(response: Any) -> list[dict[str, Any]]:
    header, *rows = book_of(response).active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def address(place: str, file: str) -> str:
    return reverse(f"{place}_file", args=[file])


@pytest.fixture
def year() -> None:
    """A meeting with a record of each kind, and one that is exempt."""
    for exempt in (False, True):
        meeting = a_meeting(exempt=exempt, date=dt.date(2025, 11, 12 + exempt))
        secret = "Secret" if exempt else "Open"
        item = an_item(meeting, f"{secret} business")
        person = a_person(f"{secret} Person")
        an_attendee(meeting, f"{secret} Person", person=person)
        a_resolution(meeting, f"That the {secret} report be noted.", item=item)
        an_action(meeting, f"{secret} action", item=item, due=in_days(-3), owner_person=person)
        an_interest(meeting, f"{secret} Person", item=item, person=person)


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("file", ["csv", "xlsx"])
def test_a_councillor_downloads_what_is_not_exempt(year: None, place: str, file: str) -> None:
    read = csv_of if file == "csv" else excel_of
    rows = read(as_(a_councillor()).get(address(place, file)))
    assert len(rows) == 1
    assert "Secret" not in str(rows)
    assert len(read(as_(an_officer()).get(address(place, file)))) == 2


@pytest.mark.parametrize("place", LISTS)
def test_csv_and_excel_have_the_same_columns_and_values(year: None, place: str) -> None:
    client = as_(an_officer())
    plain, cells = csv_of(client.get(address(place, "csv"))), excel_of(client.get(address(place, "xlsx")))

    def words(value: Any) -> str:
        day = value.date() if isinstance(value, dt.datetime) else value
        return "" if day is None else str(day)

    assert [{name: words(value) for name, value in row.items()} for row in cells] == plain
    assert all(row["Address"].startswith("http://testserver/") for row in plain)


@pytest.mark.parametrize("place", LISTS)
def test_each_list_links_to_its_files_as_it_is_filtered(place: str) -> None:
    page = as_(a_councillor()).get(reverse(place), {"words": "letter"}).content.decode()
    assert all(f'href="{address(place, file)}?words=letter"' in page for file in ("csv", "xlsx"))


def test_a_file_has_what_the_filter_leaves_in_its_order_over_all_pages() -> None:
    meeting = a_meeting()
    for number in range(65):
        an_action(meeting, f"Write letter {number:02}", due=dt.date(2026, 1, 1) + dt.timedelta(days=number))
    an_action(meeting, "Something else")
    client = as_(a_councillor())
    chosen = {"words": "letter", "sort": "-due"}
    expected = [f"Write letter {number:02}" for number in reversed(range(65))]
    assert [row["Action"] for row in csv_of(client.get(address("actions", "csv"), chosen))] == expected
    assert [row["Action"] for row in excel_of(client.get(address("actions", "xlsx"), chosen))] == expected


@pytest.mark.parametrize("sort", ["met", "-met"])
def test_resolutions_are_downloaded_in_the_order_of_the_list(sort: str) -> None:
    for day in (1, 3, 2):
        a_resolution(a_meeting(date=dt.date(2025, 6, day)), f"Decision {day}")
    a_resolution(a_meeting(date=None), "Decision without a date")
    client = as_(a_councillor())
    page = client.get(reverse("resolutions"), {"sort": sort}).context["page"]
    file = csv_of(client.get(address("resolutions", "csv"), {"sort": sort}))
    assert [row["Resolution"] for row in file] == [str(row) for row in page]
    assert file[-1]["Resolution"] == "Decision without a date"


NASTY = ["=1+1", "+44 1772 000000", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://evil.example","Click")', "{=1}"]


@pytest.mark.parametrize("nasty", NASTY)
def test_no_words_of_a_paper_become_a_formula_or_a_link(nasty: str) -> None:
    an_action(a_meeting(), nasty, owner=nasty)
    client = as_(a_councillor())
    (row,) = csv_of(client.get(address("actions", "csv")))
    assert writing.FORMULA.match(row["Action"]) is None
    sheet = book_of(client.get(address("actions", "xlsx"))).active
    cell = sheet.cell(2, 1 + [head.value for head in sheet[1]].index("Action"))
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", nasty, None)


def test_excel_has_dates_as_dates_numbers_as_numbers_and_a_header_that_stays() -> None:
    an_action(a_meeting(), due=in_days(-3))
    sheet = book_of(as_(a_councillor()).get(address("actions", "xlsx"))).active
    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold for cell in sheet[1])
    columns = {cell.value: cell.column for cell in sheet[1]}
    due, late = sheet.cell(2, columns["Due"]), sheet.cell(2, columns["Days overdue"])
    assert (due.is_date, due.value.date(), due.number_format) == (True, in_days(-3), "d mmm yyyy")
    assert (late.data_type, late.value) == ("n", 3)


def test_words_longer_than_a_cell_are_cut_and_it_is_said() -> None:
    response = as_excel("a.xlsx", "Rows", ["Text"], [["x" * 40_000], ["y" * 32_767]])
    cut, whole = (row[0] for row in book_of(response).active.iter_rows(min_row=2, values_only=True))
    assert cut.startswith("xxx")
    assert cut.endswith("… (goes on in CSV)")
    assert whole == "y" * 32_767


def test_rows_that_do_not_fit_on_a_sheet_go_on_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LONGEST_SHEET", 4)
    book = book_of(as_excel("a.xlsx", "Rows", ["Number"], ([number] for number in range(7))))
    told = [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert told == [["Number", 0, 1, 2], ["Number", 3, 4, 5], ["Number", 6]]
    assert book.sheetnames == ["Rows", "Rows 2", "Rows 3"]


def test_control_characters_do_not_spoil_the_file() -> None:
    an_action(a_meeting(), "Write\x00 to\x0b the\ud7ff Leader".replace("\x00", ""))
    (row,) = excel_of(as_(a_councillor()).get(address("actions", "xlsx")))
    assert row["Action"].startswith("Write to")


def test_a_list_of_nothing_is_a_file_with_its_header() -> None:
    response = as_(a_councillor()).get(address("resolutions", "xlsx"))
    assert [cell.value for cell in book_of(response).active[1]][:2] == ["Committee", "Meeting on"]


def test_files_are_named_after_the_list_and_need_signing_in(client: Any) -> None:
    response = as_(a_councillor()).get(address("interests", "xlsx"))
    assert response["Content-Disposition"] == 'attachment; filename="interests.xlsx"'
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    book_of(response)
    assert client.get(address("interests", "csv")).status_code == 302


@pytest.mark.parametrize("place", LISTS)
def test_a_file_takes_as_many_queries_for_many_rows_as_for_few(place: str, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        meeting = a_meeting(committee=a_committee(f"Panel {number}"), date=dt.date(2025, 1, 1 + number))
        person, item = a_person(f"Person {number}"), an_item(meeting)
        an_attendee(meeting, f"Person {number}", person=person)
        a_resolution(meeting, item=item)
        an_action(meeting, item=item, owner_person=person)
        an_interest(meeting, f"Person {number}", person=person, item=item)
    client = as_(an_officer())
    with django_assert_max_num_queries(12):
        rows = csv_of(client.get(address(place, "csv")))
    assert len(rows) == 12


def test_a_sheet_tells_each_column_once() -> None:
    sheet = Sheet("Two", (Column("A", lambda row: row.text),), lambda row: "/there/", lambda rows: rows)
    assert sheet.header == ["A", "Address"]
    assert list(sheet.rows([Action(text="Say it")], "https://here/")) == [["Say it", "https://here/there/"]]
