"""What was read becomes rows: the only place where that happens.

A paper is filed as often as it is read, and gives the same rows each time: a record that was there keeps its
primary key, whoever read it first. A person outranks the reader: what somebody corrected, confirmed, added or
removed stays, and where a new reading says something else, that becomes a question on the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.db import transaction

from ingest import filing_bodies, filing_kinds
from ingest.filing_merge import Filed, Standing, ask_about_gone, merge
from ingest.filing_values import doubts_of, meeting_values, source, sources, tidy
from ingest.reading.model import MinutesRead
from minutes.models import Document, DocumentPage, Meeting
from minutes.wording import key


class Reading(Protocol):
    """One attempt at one document."""

    document: Document


@transaction.atomic
def file(reading: Reading, read: MinutesRead) -> Meeting | None:
    """File what was read in a document; all of it or nothing. Gives the meeting it is a paper of.

    None where the document is no minutes: it is kept with its pages and is no meeting's. That is so where
    neither the body nor the date is known, as no list could show such a meeting and nobody could tell it from
    another; and where the document is none of the three kinds and has no records. (A paper of an unknown kind
    that has some is filed, with its kind left empty: to drop what was read would be worse.)

    A paper which repeats, record by record, what another one of the same committee, day and kind says (the Word
    file of a PDF) becomes a second paper of that meeting. Where they differ in anything, it is a meeting of its
    own with a question.
    """
    document = Document.objects.select_for_update().get(pk=reading.document.pk)
    _keep_pages(document, read)
    meeting = _file_meeting(document, read)
    document.meeting = meeting
    document.save()
    return meeting


def _keep_pages(document: Document, read: MinutesRead) -> None:
    """The document's own words by page, and what the reading tells of the file."""
    document.kind = read.meeting.kind or ""
    document.scanned = read.scanned
    document.media_type = read.media_type or document.media_type
    document.page_count = sum(page.number is not None for page in read.pages) or None
    had = {page.number: page for page in document.pages.all()}
    for page in read.pages:
        row = had.pop(page.number, None) or DocumentPage(document=document, number=page.number)
        row.paragraphs = [tidy(paragraph) for paragraph in page.paragraphs]
        row.width, row.height = page.width, page.height
        row.save()
    DocumentPage.objects.filter(pk__in=[row.pk for row in had.values()]).delete()


def _file_meeting(document: Document, read: MinutesRead) -> Meeting | None:
    meeting = Meeting.everything.select_for_update(of=("self",)).filter(document=document).first()
    if not _is_of_a_meeting(read):
        if meeting is not None:
            ask_about_gone([meeting])
        return meeting
    bodies = filing_bodies.find(read.meeting, meeting)
    values = meeting_values(read.meeting, bodies)
    doubts = [*doubts_of(read.meeting), *bodies.doubts]
    if other := _other_paper(document, meeting, values):
        if meeting is None and _says_the_same(other, read):
            return other
        doubts.append(_another_paper(other))
    standing = Standing(meeting)
    filed = merge(meeting or Meeting(), Filed(values, doubts, _meeting_source(document, read)), standing)
    if filed.sources != (found := sources(read.meeting.quotes)):
        filed.sources = found
        filed.save()
    filing_kinds.file_all(filed, document, read, standing)
    return filed


def _is_of_a_meeting(read: MinutesRead) -> bool:
    meeting = read.meeting
    records = (read.attendees, read.resolutions, read.actions, read.interests, read.indicators)
    known = any((meeting.committee, meeting.council, meeting.date))
    return bool(known and (meeting.kind or any(records)))


def _meeting_source(document: Document, read: MinutesRead) -> dict[str, Any]:
    quotes = read.meeting.quotes
    first = next((quotes[name] for name in ("date", "committee", "title") if name in quotes), None)
    return source(document, first or next(iter(quotes.values()), None))


# --- two papers of one meeting ---------------------------------------------------------------------------------------


def _other_paper(document: Document, meeting: Meeting | None, values: dict[str, Any]) -> Meeting | None:
    """The meeting of the same body, day and kind that was read before this one from another document."""
    body = "committee" if values["committee"] else "council"
    if values["date"] is None or values[body] is None:
        return None
    same = Meeting.objects.filter(date=values["date"], kind=values["kind"], **{body: values[body]})
    if body == "council":
        same = same.filter(committee=None)
    if meeting is not None:
        same = same.filter(pk__lt=meeting.pk)
    return same.exclude(document=document).exclude(document=None).select_related("document").order_by("pk").first()


def _another_paper(other: Meeting) -> dict[str, Any]:
    sentence = f"There is another paper of this meeting, {other.document}. Check whether both are needed."
    return {"field": None, "sentence": sentence, "kind": "paper"}


def _says_the_same(meeting: Meeting, read: MinutesRead) -> bool:
    """Whether every record of this reading was read from the meeting's own paper too, and no other was."""
    return all(
        _compared([row.as_read for row in kind.model.everything.filter(meeting=meeting) if row.as_read], kind.compared)
        == _compared([_fields_of(one) for one in kind.of(read)], kind.compared)
        for kind in filing_kinds.KINDS
    )


def _fields_of(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


def _compared(records: Sequence[dict[str, Any]], fields: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(key(str(record[field] or "")) for field in fields) for record in records)
