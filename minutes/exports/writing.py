"""Rows as files for spreadsheets, written a row at a time: CSV as it goes out, Excel on the disk first.

Papers come from strangers: what a spreadsheet would run as a formula is text in both.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from minutes.wording import key

# What a program for sheets runs; some pass over space and marks before it, and some know the signs in full width.
FORMULA = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
# Marks that turn text around, and what is for terminals or for no text: as on pages (see scrutiny.obedient_marks).
MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SIGN = "\N{REPLACEMENT CHARACTER}"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # characters, of Excel's
LONGEST_SHEET = 1_048_576  # rows, of Excel's
IN_MEMORY = 5_000_000  # bytes of a file; the rest is on the disk
WIDEST = 60  # characters


def safe(value: Any) -> str:
    """A value as a cell of CSV. What a spreadsheet would run as a formula becomes text.

    >>> safe("=HYPERLINK(1)"), safe(None), safe("ordinary"), safe(-3), safe(" ＝1")
    ("'=HYPERLINK(1)", '', 'ordinary', '-3', "' ＝1")
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = "" if value is None else unmarked(str(plain_of(value)))
    return f"'{text}" if FORMULA.match(text) else text


def unmarked(text: str) -> str:
    """Text as a file can carry it and nobody is misled by it; quotes in the database stay as they stand.

    >>> unmarked("Report \\u202efdp\\x07")
    'Report �fdp�'
    """
    return MARKS.sub(SIGN, text)


def plain_of(value: Any) -> Any:
    """Yes and no in words, a moment as the day that it was here; every other value as it is."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return timezone.localtime(value).date() if isinstance(value, dt.datetime) else value


def file_name(words: str, ending: str) -> str:
    """The name of a download: letters, numbers and hyphens alone, whatever is in the words.

    >>> file_name("Children & Families, 2025-11-12", "csv")
    'children-and-families-2025-11-12.csv'
    """
    return f"{slugify(key(words)) or 'records'}.{ending}"


def as_csv(filename: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """A download, written row by row; it begins with a byte order mark, without which Excel misreads accents.

    Dates are in ISO 8601, which every program sorts.
    """

    def lines() -> Iterator[str]:
        yield "\ufeff"
        for row in itertools.chain([header], rows):
            line = io.StringIO()
            csv.writer(line).writerow([safe(cell) for cell in row])
            yield line.getvalue()

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def as_excel(
    filename: str, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int] = ()
) -> FileResponse:
    """A workbook: the header bold and staying in view, dates as dates, a new sheet where one is full.

    Only the row that is being written is held in memory. ``widths`` are in characters.
    """
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    with Workbook(file, {"constant_memory": True}) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy", "align": "left"})
        remaining = iter(rows)
        for number in itertools.count(1):
            sheet = _sheet(book, title if number == 1 else f"{title} {number}", header, widths, bold)
            written = 0
            for row in itertools.islice(remaining, LONGEST_SHEET - 1):
                written += 1
                _write(sheet, written, row, day)
            if written < LONGEST_SHEET - 1:
                break
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename, content_type=EXCEL)


def _sheet(book: Workbook, title: str, header: Sequence[str], widths: Sequence[int], bold: Format) -> Worksheet:
    sheet = book.add_worksheet(title[:31])
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, WIDEST))
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
    return sheet


def _write(sheet: Worksheet, number: int, row: Sequence[Any], day: Format) -> None:
    for column, cell in enumerate(row):
        value = plain_of(cell)
        if isinstance(value, dt.date):
            sheet.write_datetime(number, column, dt.datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
        elif isinstance(value, int | float):
            sheet.write_number(number, column, value)
        elif value not in (None, ""):
            sheet.write_string(number, column, _fitting(unmarked(str(value))))


def _fitting(text: str) -> str:
    """Text as long as a cell can be; what is cut off is said."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 20]}… (goes on in CSV)"
