"""What is searched: of each kind of record its words, its facets, and the changes that touch them.

The SELECTs below are the one place that says what the index holds. The triggers that keep it and the filling of an
empty one are both made of them (see minutes.search.keeping). They are written in the SQL that SQLite and PostgreSQL
share; what differs is a method of ``Dialect``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from minutes.models.search_row import SearchKind

DAY_ZERO = "1900-01-01"
RECORDS = 2**40  # more than there will be of one kind
KINDS = 8
EVER = 2**17 - 1  # the day of what has none and comes before all: people


class Dialect(Protocol):
    def days(self, column: str) -> str:
        """A date as the number of days since DAY_ZERO."""

    def municipal_year(self, column: str) -> str:
        """The year in which the municipal year of a date begins."""

    def paragraphs(self, column: str) -> str:
        """The strings of a JSON list, a line each."""

    def joined(self, column: str, rest: str) -> str:
        """The values of a column of ``SELECT column rest``, with spaces between."""

    def changed(self, column: str) -> str:
        """The condition in a trigger that an update gave a column another value."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. ``r`` is the record's own table in its SQL, ``m`` the meeting's, ``i`` the item's."""

    kind: SearchKind
    table: str
    title: str
    body: str
    columns: tuple[str, ...]  # a change of these changes its words, its facets or who may see it
    joins: str = ""
    where: str = "1 = 1"
    exempt: str = "FALSE"
    person: str = "NULL"
    dated: bool = True
    listed: str = ""  # the words by which its list finds it, and no search does


_MEETING = " JOIN minutes_meeting m ON m.id = r.meeting_id"
_ITSELF = " JOIN minutes_meeting m ON m.id = r.id"
_ITEM = f"{_MEETING} LEFT JOIN minutes_agendaitem i ON i.id = r.item_id"
_STANDS = "r.removed_at IS NULL AND m.removed_at IS NULL"
_UNDER_ITEM = "(m.exempt OR COALESCE(i.exempt, FALSE))"
_OF_ITEM = ("meeting_id", "item_id", "removed_at")


def kinds(dialect: Dialect) -> dict[SearchKind, Kind]:
    """The kinds of record, in this database's SQL."""
    return {kind.kind: kind for kind in _kinds(dialect)}


def _kinds(dialect: Dialect) -> Iterator[Kind]:
    yield Kind(
        SearchKind.ITEM, "minutes_agendaitem", "r.title", "r.text",
        ("meeting_id", "removed_at", "exempt", "title", "text"),
        joins=_MEETING, where=_STANDS, exempt="(m.exempt OR r.exempt)",
    )  # fmt: skip
    yield Kind(
        SearchKind.RESOLUTION, "minutes_resolution", "r.text", "COALESCE(i.title, '') || ' ' || r.recipient",
        (*_OF_ITEM, "text", "recipient"), joins=_ITEM, where=_STANDS, exempt=_UNDER_ITEM,
    )  # fmt: skip
    yield Kind(
        SearchKind.ACTION, "minutes_action", "r.text",
        "r.owner || ' ' || r.owner_printed || ' ' || COALESCE(i.title, '')",
        (*_OF_ITEM, "text", "owner", "owner_printed", "owner_person_id"),
        joins=_ITEM, where=_STANDS, exempt=_UNDER_ITEM, person="r.owner_person_id",
    )  # fmt: skip
    yield Kind(
        SearchKind.INTEREST, "minutes_interest", "r.name || ' ' || r.description",
        "COALESCE(w.name, '') || ' ' || COALESCE(i.title, '')",
        (*_OF_ITEM, "name", "description", "person_id"),
        joins=f"{_ITEM} LEFT JOIN minutes_person w ON w.id = r.person_id",
        where=_STANDS, exempt=_UNDER_ITEM, person="r.person_id",
    )  # fmt: skip
    forms = dialect.joined("f.printed", "FROM minutes_nameform f WHERE f.person_id = r.id")
    yield Kind(
        SearchKind.PERSON, "minutes_person", f"r.name || ' ' || COALESCE({forms}, '')", "''",
        ("name", "merged_into_id"), where="r.merged_into_id IS NULL", person="r.id", dated=False,
    )  # fmt: skip
    yield Kind(
        SearchKind.PAGE, "minutes_documentpage", "''", dialect.paragraphs("r.paragraphs"),
        ("document_id", "paragraphs"),
        joins=" JOIN minutes_document d ON d.id = r.document_id LEFT JOIN minutes_meeting m ON m.id = d.meeting_id",
        where="d.version <> 'copy'",
        # As DocumentQuerySet.visible_to: a page shows everything, so one exempt item hides the paper.
        exempt="(COALESCE(m.exempt, FALSE) OR EXISTS "
        "(SELECT 1 FROM minutes_agendaitem x WHERE x.meeting_id = m.id AND x.exempt))",
    )  # fmt: skip
    yield Kind(
        SearchKind.MEETING, "minutes_meeting", "''", "''",
        ("committee_id", "council_id", "title", "venue", "date", "exempt", "removed_at"),
        joins=f"{_ITSELF} LEFT JOIN minutes_committee c ON c.id = r.committee_id "
        "LEFT JOIN minutes_council n ON n.id = r.council_id",
        where="r.removed_at IS NULL", exempt="r.exempt",
        listed="COALESCE(c.name, '') || ' ' || COALESCE(n.name, '') || ' ' || r.title || ' ' || r.venue",
    )  # fmt: skip
    yield Kind(
        SearchKind.PAPER, "minutes_document", "''", "''", ("filename",), dated=False, listed="r.filename",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touch:
    """A change in a table that touches records of other tables: those of ``kind`` within ``scope``.

    ``{row}`` in the scope stands for the changed row, before and after. ``columns`` are those that matter; a row
    that comes or goes matters where ``whole``, if ``when`` holds.
    """

    table: str
    columns: tuple[str, ...]
    kind: SearchKind
    scope: str
    whole: bool = False
    when: str = ""


_WITHIN = (SearchKind.ITEM, SearchKind.RESOLUTION, SearchKind.ACTION, SearchKind.INTEREST)
_OF_MEETING = ("date", "committee_id", "exempt", "removed_at")
_PAGES_OF = "r.document_id IN (SELECT p.id FROM minutes_document p WHERE p.meeting_id = {row}.%s)"

TOUCHES = (
    *(Touch("minutes_meeting", _OF_MEETING, kind, "r.meeting_id = {row}.id") for kind in _WITHIN),
    Touch("minutes_meeting", _OF_MEETING, SearchKind.PAGE, _PAGES_OF % "id"),
    *(
        Touch("minutes_agendaitem", ("title", "exempt"), kind, "r.item_id = {row}.id")
        for kind in _WITHIN
        if kind != SearchKind.ITEM
    ),
    Touch(
        "minutes_agendaitem",
        ("exempt", "meeting_id"),
        SearchKind.PAGE,
        _PAGES_OF % "meeting_id",
        whole=True,
        when="{row}.exempt",
    ),
    Touch("minutes_document", ("meeting_id", "version"), SearchKind.PAGE, "r.document_id = {row}.id"),
    Touch("minutes_committee", ("name",), SearchKind.MEETING, "r.committee_id = {row}.id"),
    Touch("minutes_council", ("name",), SearchKind.MEETING, "r.council_id = {row}.id"),
    Touch("minutes_person", ("name",), SearchKind.INTEREST, "r.person_id = {row}.id"),
    Touch("minutes_nameform", ("printed", "person_id"), SearchKind.PERSON, "r.id = {row}.person_id", whole=True),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A kind's SELECT in pieces: expressions over its tables."""

    row: dict[str, str] = field(default_factory=dict)
    title: str = ""
    body: str = ""
    listed: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    tables: str = ""
    where: str = ""


def parts(kind: Kind, dialect: Dialect) -> Parts:
    """The columns of SearchRow, the words, and the marks by which facets are found in the index."""
    day = f"COALESCE({dialect.days('m.date')}, 0)" if kind.dated else str(EVER)
    year = dialect.municipal_year("m.date") if kind.dated else "NULL"
    committee = "m.committee_id" if kind.dated else "NULL"
    row = {
        "id": f"({day} * {KINDS} + {kind.kind.value}) * {RECORDS} + r.id",
        "kind": str(kind.kind.value),
        "record": "r.id",
        "meeting": "m.id" if kind.dated else "NULL",
        "committee": committee,
        "year": year,
        "person": kind.person,
        "exempt": kind.exempt,
    }
    marks = {"k": str(kind.kind.value), "c": committee, "y": year, "p": kind.person}
    return Parts(row, kind.title, kind.body, kind.listed, marks, f"{kind.table} r{kind.joins}", kind.where)


def day_of(key: int) -> int:
    """The day in a SearchRow's key: days since DAY_ZERO, 0 for none, EVER for people."""
    return key // (KINDS * RECORDS)


def day_number(date: dt.date) -> int:
    """The day of a date as keys have it."""
    return (date - dt.date.fromisoformat(DAY_ZERO)).days


def kind_of(key: int) -> int:
    """The kind in a SearchRow's key."""
    return key // RECORDS % KINDS
