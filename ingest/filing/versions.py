"""Several papers of one meeting: the draft and the approved version, the Word file of a PDF.

Which of them a meeting's records are read from, and what the others are beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from ingest.filing import kinds
from ingest.filing.kinds import ITEMS, RecordKind
from ingest.reading.model import MinutesRead
from minutes.models import Document, Meeting, Version
from minutes.wording import key

MUCH = 0.6  # of the records in common, and of the agenda items: less is another meeting of the same day

# "DRAFT MINUTES", "Draft", "Minutes (unconfirmed)", "These minutes are subject to confirmation at the next meeting"
_DRAFT = re.compile(
    r"^\W*(?:draft|unconfirmed)\W*$|\b(?:draft|unconfirmed|unapproved)\s+minutes\b|\bminutes\W+(?:draft|unconfirmed)\b|"
    r"\bsubject\s+to\s+(?:confirmation|approval)\s+(?:at|by)\b",
    re.IGNORECASE,
)
_TOP = 12  # paragraphs in which a paper says that it is a draft


def others(document: Document, meeting: Meeting | None, values: dict[str, Any]) -> list[Meeting]:
    """The meetings of the same body, day and kind that were read before this one from other documents.

    A day that a person corrected is the day all the same: other papers print what this one printed.
    """
    body = "committee" if values["committee"] else "council"
    if values["date"] is None or values[body] is None:
        return []
    day = Q(date=values["date"]) | Q(as_read__date=values["date"])
    same = Meeting.objects.filter(day, kind=values["kind"], **{body: values[body]})
    if body == "council":
        same = same.filter(committee=None)
    if meeting is not None:
        same = same.filter(pk__lt=meeting.pk)
    return list(same.exclude(document=document).exclude(document=None).select_related("document").order_by("pk"))


def place(document: Document, found: Sequence[Meeting], read: MinutesRead) -> tuple[Meeting | None, str]:
    """Which of the meetings a document is a paper of, and as what: a Version, empty for the newest there is.

    None where it has other records than they. A document that was a second paper before stays what it was. Of two
    versions the newer is the one that is no draft, else the one that came later.
    """
    for meeting in found:
        says = _compare(meeting, read)
        if says == "other":
            continue
        if document.meeting_id == meeting.pk and document.version:
            return meeting, document.version
        draft, was_draft = is_draft(read.pages), is_draft(meeting.document.pages.all())
        if draft and not was_draft:
            return meeting, Version.EARLIER
        if says == "same" and draft == was_draft:
            return meeting, Version.COPY
        return meeting, ""
    return None, ""


def supersede(meeting: Meeting, document: Document) -> None:
    """The meeting's records are read from this document now, and its papers until now are earlier versions."""
    Document.objects.filter(meeting=meeting).exclude(pk=document.pk).update(version=Version.EARLIER)


def is_draft(pages: Iterable[Any]) -> bool:
    """Whether a paper calls itself a draft, at the top of its first page."""
    first = next(iter(pages), None)
    top = first.paragraphs[:_TOP] if first else []
    return any(_DRAFT.search(words) for words in top)


def _compare(meeting: Meeting, read: MinutesRead) -> str:
    """ "same" where every record was read from the meeting's own paper too, and no other was; "much", "other"."""
    if _starts_at_another_hour(meeting, read):
        return "other"
    rows = {kind: _as_read(kind, meeting) for kind in kinds.KINDS}
    new = {kind: [_fields_of(one) for one in kind.of(read)] for kind in kinds.KINDS}
    if all(_told(rows[kind], kind.compared) == _told(new[kind], kind.compared) for kind in kinds.KINDS):
        return "same"
    common = {kind: _common(kind, rows[kind], new[kind]) for kind in kinds.KINDS}
    return "much" if _share(common.values()) >= MUCH and _share([common[ITEMS]]) >= MUCH else "other"


def _starts_at_another_hour(meeting: Meeting, read: MinutesRead) -> bool:
    was, now = meeting.as_read.get("start_time"), read.meeting.start_time
    return bool(was and now and was != now.isoformat())


def _as_read(kind: RecordKind, meeting: Meeting) -> list[dict[str, Any]]:
    return [row.as_read for row in kind.model.everything.filter(meeting=meeting) if row.as_read]


def _fields_of(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


def _told(records: Sequence[dict[str, Any]], fields: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(key(str(record[field] or "")) for field in fields) for record in records)


def _common(kind: RecordKind, a: Sequence[dict[str, Any]], b: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """How many records have a fellow on the other side, and how many there are on both."""
    mine, theirs = (Counter(key(str(record[kind.essential] or "")) for record in records) for records in (a, b))
    return 2 * (mine & theirs).total(), mine.total() + theirs.total()


def _share(counted: Iterable[tuple[int, int]]) -> float:
    both, every = (sum(numbers) for numbers in zip(*counted, strict=True))
    return both / every if every else 0.0
