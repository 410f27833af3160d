"""A committee's tracker as a Word document that can be attached to an agenda as it is.

Accessible as the public sector regulations of 2018 ask: its title and language are set, headings are headings, tables
have header rows that repeat on each page and no merged cells, and it reads from top to bottom.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from django.utils import timezone
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from minutes.exports.writing import unmarked
from minutes.following import clock, impact
from minutes.following.sheets import reference_of, response_of
from minutes.following.tracker import Tracker, delivery_of, heard, judgement_of, lateness, summary
from minutes.models import Action, Resolution, Response, year_in_words
from minutes.plain import begun, words

LONG_SIDE, SHORT_SIDE, MARGIN = Cm(29.7), Cm(21.0), Cm(1.8)  # A4
LANGUAGE = "en-GB"
TEXT = Pt(10)


def write(tracker: Tracker) -> bytes:
    """The document's bytes."""
    document = docx.Document()
    _set_up(document, tracker)
    document.add_heading("Actions and recommendations tracker", 0)
    council = tracker.committee.council
    document.add_paragraph(unmarked(", ".join(str(body) for body in (tracker.committee, council) if body)))
    document.add_paragraph(f"For the period after {words(tracker.since)}, up to {words(tracker.until)}.")
    document.add_paragraph(f"As it is recorded on {words(timezone.localdate())}. Judgement is the committee’s own.")
    for sentence in summary(tracker):
        document.add_paragraph(sentence, style="List Bullet")
    _recommendations(document, tracker)
    _answers(document, tracker)
    _actions(document, tracker)
    _closed(document, tracker)
    for year in tracker.years():
        _year(document, tracker, year)
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def _set_up(document: Document, tracker: Tracker) -> None:
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, LONG_SIDE, SHORT_SIDE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    properties = document.core_properties
    committee = unmarked(str(tracker.committee))
    properties.title = f"Actions and recommendations tracker: {committee}, {words(tracker.until)}"
    properties.subject, properties.language, properties.author = "Scrutiny", LANGUAGE, committee
    properties.comments = ""
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        style = document.styles[name]
        style.font.name = "Arial"
        # A theme's font would win over the style's own.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), "Arial")
    document.styles["Normal"].font.size = TEXT
    document.styles["Title"].font.size = Pt(22)
    _say_language(document)
    footer = section.footer.paragraphs[0]
    footer.text = f"{committee}: tracker, {words(tracker.until)}, page "
    _number_pages(footer)


def _say_language(document: Document) -> None:
    """Screen readers take their voice from the default language of the styles."""
    run = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = run.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        run.append(language)
    language.set(qn("w:val"), LANGUAGE)


def _number_pages(footer: Any) -> None:
    """The number of each page, which Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    footer._p.append(field)


def _recommendations(document: Document, tracker: Tracker) -> None:
    document.add_heading("Recommendations", 1)
    rows = [_recommended(one, tracker.until) for one in tracker.recommendations]
    header = (
        "Number", "Recommendation", "To", "Made on", "Answer due", "Answer", "Delivery", "Committee’s judgement",
    )  # fmt: skip
    _table(document, header, (2.6, 6.7, 3.6, 2.6, 2.6, 3.2, 2.4, 2.4), rows, "No recommendation is open.")


def _recommended(one: Resolution, today: dt.date) -> list[str]:
    response = response_of(one)
    due = words(response.due) if response.due else "No date"
    judged, on = judgement_of(one)
    return [
        reference_of(one), begun(one.text), one.recipient, _day(one.meeting.date), due, clock.standing(response, today),
        delivery_of(one), f"{judged} ({words(on)})" if on else "",
    ]  # fmt: skip


def _answers(document: Document, tracker: Tracker) -> None:
    document.add_heading(f"Answered since {words(tracker.since)}", 1)
    rows = [[reference_of(one), begun(one.text), *_answer_of(response_of(one))] for one in tracker.answered]
    header = ("Number", "Recommendation", "Answer", "Answered on", "Answered by", "The answer in its words")
    _table(document, header, (2.6, 6.8, 2.6, 2.6, 3.8, 7.6), rows, "No answer came in this period.")


def _answer_of(response: Response) -> list[str]:
    return [response.get_state_display(), _day(response.answered_on), response.answered_by, response.text]


def _actions(document: Document, tracker: Tracker) -> None:
    document.add_heading("Outstanding actions", 1)
    rows = [[*_agreed(one, tracker.until), heard(one), judgement_of(one)[0]] for one in tracker.actions]
    header = ("Due", "Action", "Owner", "Agreed", "Last heard", "Judgement")
    _table(document, header, (3.0, 8.6, 4.0, 2.6, 5.6, 2.3), rows, "No action is outstanding.")


def _agreed(one: Action, today: dt.date) -> list[str]:
    due = ", ".join(filter(None, (_day(one.due) if one.due else "No date", lateness(one.due, today))))
    return [due, begun(one.text), one.owner_name or "Nobody is named", _day(one.meeting.date)]


def _closed(document: Document, tracker: Tracker) -> None:
    document.add_heading(f"Actions closed since {words(tracker.since)}", 1)
    rows = [
        [
            begun(one.text),
            one.owner_name or "Nobody is named",
            _day(one.meeting.date),
            one.get_status_display(),
            heard(one),
        ]
        for one in tracker.closed
    ]
    header = ("Action", "Owner", "Agreed", "Became", "How it was closed")
    _table(document, header, (9.4, 4.2, 2.8, 2.6, 7.0), rows, "No action was closed in this period.")


def _year(document: Document, tracker: Tracker, year: int) -> None:
    figures = impact.of_year(year, tracker.committee)
    document.add_heading(f"The year {year_in_words(year)} in figures", 1)
    rows = [[f"Recommendations: {name.lower()}", str(number)] for name, number in figures.recommendations]
    rows += [[f"Actions: {name.lower()}", str(number)] for name, number in figures.actions]
    _table(document, ("Figure", "Number"), (12.0, 3.0), rows, "")


def _day(day: dt.date | None) -> str:
    return words(day) if day else ""


def _table(
    document: Document, header: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], otherwise: str
) -> None:
    """A table whose header row repeats and whose rows stay whole; a sentence where it would be empty."""
    if not rows:
        document.add_paragraph(otherwise)
        return
    table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0].cells, header, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        cells = table.add_row()
        _fill(cells.cells, row)
        _mark(cells, "w:cantSplit")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _fill(cells: Iterable[Any], values: Iterable[str], bold: bool = False) -> None:
    for cell, value in zip(cells, values, strict=True):
        run = cell.paragraphs[0].add_run(_first_capital(unmarked(value)))
        run.bold, run.font.size = bold, Pt(9)


def _first_capital(value: str) -> str:
    return value[:1].upper() + value[1:]


def _mark(row: Any, name: str) -> None:
    """Set a property of a row: repeated as a header, or never parted by the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))
