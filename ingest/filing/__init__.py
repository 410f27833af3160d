"""What was read becomes rows: the only place where that happens.

A paper is filed as often as it is read, and gives the same rows each time: a record that was there keeps its
primary key, whoever read it first. A person outranks the reader: what somebody corrected, confirmed, added or
removed stays, and where a new reading says something else, that becomes a question on the record.
"""

from __future__ import annotations

from typing import Any, Protocol

from django.db import transaction

from ingest.filing import bodies, following, kinds, links, versions, words
from ingest.filing.merge import ANEW, Filed, Standing, ask_about_gone, merge
from ingest.filing.values import doubts_of, meeting_values, source, sources, tidy
from ingest.reading.model import MinutesRead
from minutes.checking.doubts import PAPER
from minutes.models import Document, DocumentPage, Meeting


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

    A paper of the same committee, day and kind with much the same records is another paper of that meeting: one
    that says the same (the Word file of a PDF), an earlier version, or the later one, from which the meeting's
    records are then read as though its paper was read again. One with other records is a meeting of its own, with a
    question.
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
        row.numbers = list(page.numbers)
        row.width, row.height = page.width, page.height
        row.save()
    words.keep(document, read.pages)
    DocumentPage.objects.filter(pk__in=[row.pk for row in had.values()]).delete()


def _file_meeting(document: Document, read: MinutesRead) -> Meeting | None:
    meeting = Meeting.everything.select_for_update(of=("self",)).filter(document=document).first()
    if not _is_of_a_meeting(read):
        if meeting is not None:
            ask_about_gone([meeting], Standing(meeting))
        return meeting
    named = bodies.find(read.meeting, meeting)
    values = meeting_values(read.meeting, named)
    doubts = [*doubts_of(read.meeting), *named.doubts]
    teller = ANEW
    if others := versions.others(document, meeting, values):
        known, document.version = (meeting, "") if meeting else versions.place(document, others, read)
        if document.version:
            return known
        if known is None or meeting:
            doubts.append(_another_paper(others[0]))
        else:
            meeting, teller = known, f"The later version of the paper, {document},"
            versions.supersede(known, document)
    else:
        document.version = ""
    return _filed(meeting, document, read, Filed(values, doubts, _meeting_source(document, read)), teller)


def _filed(meeting: Meeting | None, document: Document, read: MinutesRead, said: Filed, teller: str) -> Meeting:
    """The meeting with all its records, and what follows from them for the others of its body."""
    earlier = {(meeting.council_id, meeting.committee_id)} if meeting else set()
    standing = Standing(meeting, teller)
    filed: Meeting = merge(meeting or Meeting(), said, standing)
    if filed.sources != (found := sources(read.meeting.quotes)):
        filed.sources = found
        filed.save()
    kinds.file_all(filed, document, read, standing)
    links.connect(*earlier, (filed.council_id, filed.committee_id))
    filed.refresh_from_db()
    following.propose(filed)
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


def _another_paper(other: Meeting) -> dict[str, Any]:
    sentence = f"There is another paper of this meeting, {other.document}. Check whether both are needed."
    return {"field": None, "sentence": sentence, "kind": PAPER}
