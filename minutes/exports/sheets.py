"""What the lists are as tables: the columns of each kind of record, told once for CSV and for Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.urls import reverse

from minutes.exports.writing import as_csv, as_excel, file_name
from minutes.figures import with_last_heard
from minutes.models import Meeting, Person


@dataclass(frozen=True, slots=True)
class Column:
    """``value`` is given a record; dates, numbers and yes or no stay what they are. ``width`` is in characters."""

    name: str
    value: Callable[[Any], Any]
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of record as a table. ``page`` gives where a record is shown, which is the last column.

    ``prepare`` gives a queryset what the columns need of other tables, so that a row costs no query.
    """

    name: str
    columns: tuple[Column, ...]
    page: Callable[[Any], str]
    prepare: Callable[[QuerySet[Any]], QuerySet[Any]]

    @property
    def header(self) -> list[str]:
        return [*(column.name for column in self.columns), "Address"]

    def rows(self, records: Iterable[Any], base: str) -> Iterator[list[Any]]:
        """A row for each record; ``base`` is where the site is, "https://scrutiny.example.gov.uk/"."""
        for record in records:
            yield [*(column.value(record) for column in self.columns), base.rstrip("/") + self.page(record)]


def download(sheet: Sheet, records: Iterable[Any], file: str, base: str) -> HttpResponseBase:
    """The records as a download; ``file`` is "csv" or "xlsx"."""
    rows = sheet.rows(records, base)
    filename = file_name(sheet.name, file)
    if file == "csv":
        return as_csv(filename, sheet.header, rows)
    return as_excel(filename, sheet.name, sheet.header, rows, [*(column.width for column in sheet.columns), 40])


def body_of(meeting: Meeting | None) -> str:
    """Who met: the committee, else the council; empty where neither is known."""
    return str(meeting.committee or meeting.council or "") if meeting else ""


def person_of(person: Person | None, printed: str) -> str:
    return person.name if person else printed


def _page(name: str) -> Callable[[Any], str]:
    return lambda record: reverse(name, args=[record.pk])


def _with(*related: str) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
    return lambda records: records.select_related(*related)


MET = (
    Column("Committee", lambda record: body_of(record.meeting), 36),
    Column("Meeting on", lambda record: record.meeting.date, 14),
)
ITEM = Column("Item", lambda record: str(record.item or ""), 40)
SOURCE = (
    Column("Paper", lambda record: str(record.document or ""), 30),
    Column("Page", lambda record: record.page, 8),
    Column("Words of the paper", lambda record: record.quote, 60),
)
OF_A_MEETING = ("meeting__committee", "meeting__council", "document")

MEETINGS = Sheet(
    "Meetings",
    (
        Column("Date", lambda meeting: meeting.date, 14),
        Column("Committee", body_of, 36),
        Column("Council", lambda meeting: str(meeting.council or ""), 30),
        Column("Kind", lambda meeting: meeting.get_kind_display()),
        Column("Title", lambda meeting: meeting.title, 30),
        Column("Municipal year", lambda meeting: meeting.municipal_year),
        Column("Venue", lambda meeting: meeting.venue, 30),
        Column("Minutes", lambda meeting: meeting.get_status_display()),
        Column("Checked", lambda meeting: meeting.check_state.label),
        Column("Items", lambda meeting: meeting.item_count, 8),
        Column("Actions", lambda meeting: meeting.action_count, 8),
        Column("Paper", lambda meeting: str(meeting.document or ""), 30),
    ),
    _page("meeting"),
    _with("committee", "council", "document"),
)
ITEMS = Sheet(
    "Agenda items",
    (
        *MET,
        Column("Number", lambda item: item.number, 8),
        Column("Title", lambda item: item.title, 40),
        Column("Text", lambda item: item.text, 60),
        *SOURCE,
    ),
    _page("item"),
    _with(*OF_A_MEETING),
)
RESOLUTIONS = Sheet(
    "Resolutions",
    (
        *MET,
        ITEM,
        Column("Clause", lambda resolution: resolution.number, 8),
        Column("Resolution", lambda resolution: resolution.text, 60),
        Column("Decision", lambda resolution: resolution.get_decision_display()),
        Column("Recommended to", lambda resolution: resolution.recipient, 30),
        *SOURCE,
    ),
    _page("resolution"),
    _with(*OF_A_MEETING, "item"),
)
ACTIONS = Sheet(
    "Actions",
    (
        Column("Due", lambda action: action.due, 14),
        Column("Days overdue", lambda action: action.days_overdue() or None, 8),
        Column("Action", lambda action: action.text, 60),
        Column("Owner", lambda action: action.owner_name, 30),
        Column("Owner as printed", lambda action: action.owner_printed, 30),
        Column("Status", lambda action: action.get_status_display()),
        Column("Committee", lambda action: body_of(action.meeting), 36),
        Column("Agreed on", lambda action: action.meeting.date, 14),
        ITEM,
        Column("Due as printed", lambda action: action.due_printed),
        Column("Last heard on", lambda action: action.heard_on, 14),
        Column("Last heard", lambda action: action.heard_text, 40),
        *SOURCE,
    ),
    _page("action"),
    lambda actions: with_last_heard(actions).select_related(*OF_A_MEETING, "item", "owner_person"),
)
INTERESTS = Sheet(
    "Interests",
    (
        Column("Who", lambda interest: person_of(interest.person, interest.name), 30),
        Column("Who as printed", lambda interest: interest.name, 30),
        Column("What", lambda interest: interest.description, 60),
        Column("Kind", lambda interest: interest.get_kind_display()),
        Column("Kind as printed", lambda interest: interest.kind_printed, 20),
        Column("Left the room", lambda interest: interest.left_the_room),
        ITEM,
        *MET,
        *SOURCE,
    ),
    lambda interest: f"{reverse('meeting', args=[interest.meeting_id])}#interests",
    _with(*OF_A_MEETING, "item", "person"),
)
PEOPLE = Sheet(
    "People",
    (
        Column("Name", lambda person: person.name, 30),
        Column("Surname", lambda person: person.surname, 24),
        Column("Forenames", lambda person: person.forenames, 24),
        Column("Member or officer", lambda person: person.get_side_display()),
        Column("Council", lambda person: str(person.council or ""), 30),
        Column("Meetings attended", lambda person: person.meeting_count),
        Column("Actions outstanding", lambda person: person.action_count),
    ),
    _page("person"),
    _with("council"),
)
COMMITTEES = Sheet(
    "Committees",
    (
        Column("Committee", lambda committee: committee.name, 40),
        Column("Short name", lambda committee: committee.short_name, 30),
        Column("Council", lambda committee: str(committee.council or ""), 30),
        Column("Meetings", lambda committee: committee.meeting_count),
        Column("First meeting", lambda committee: committee.first_met, 14),
        Column("Latest meeting", lambda committee: committee.last_met, 14),
    ),
    _page("committee"),
    _with("council"),
)
PAPERS = Sheet(
    "Papers",
    (
        Column("Paper", lambda document: document.filename, 40),
        Column("Kind", lambda document: document.get_kind_display()),
        Column("Pages", lambda document: document.page_count, 8),
        Column("Bytes", lambda document: document.size),
        Column("Read from a scan", lambda document: document.scanned),
        Column("Version", lambda document: document.get_version_display(), 20),
        Column("Committee", lambda document: body_of(document.meeting), 36),
        Column("Meeting on", lambda document: document.meeting and document.meeting.date, 14),
        Column("Uploaded on", lambda document: document.uploaded_at, 14),
        Column("SHA-256", lambda document: document.sha256, 20),
    ),
    _page("paper"),
    _with("meeting__committee", "meeting__council"),
)
