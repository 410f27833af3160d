"""A meeting with all its records, as CSV and as JSON."""

from __future__ import annotations

from typing import Any

from django.http import StreamingHttpResponse

from minutes.exports.writing import as_csv, file_name
from minutes.kinds import kind_of
from minutes.models import AgendaItem, Indicator, Meeting
from minutes.plain import words
from minutes.proceedings import Proceedings

RECORD_COLUMNS = (
    "Kind", "Item", "Number", "Text", "Who", "Role or decision", "Status", "Due", "Paper", "Page", "Words of the paper",
)  # fmt: skip


def meeting_csv(proceedings: Proceedings) -> StreamingHttpResponse:
    """Every record of a meeting, a row each, in the paper's order."""
    rows = (
        (
            kind_of(record), getattr(record, "item", None) or "", getattr(record, "number", ""), text_of(record),
            getattr(record, "owner", "") or getattr(record, "name", ""),
            getattr(record, "role", "") or getattr(record, "decision", "") or getattr(record, "kind", ""),
            getattr(record, "status", ""), getattr(record, "due", None), record.document or "", record.page,
            record.quote,
        )
        for record in proceedings.records
    )  # fmt: skip
    return as_csv(file_name(f"Meeting {proceedings.meeting.pk}", "csv"), RECORD_COLUMNS, rows)


def text_of(record: Any) -> str:
    """What a record says: its text, an item's title, an interest's description, an indicator's values."""
    if isinstance(record, AgendaItem):
        return record.title
    if isinstance(record, Indicator):
        return words(record.values)
    return getattr(record, "text", "") or getattr(record, "description", "")


def meeting_json(proceedings: Proceedings) -> dict[str, Any]:
    """A meeting and its records under the keys that `manage.py extract` prints, as people corrected them."""
    meeting = proceedings.meeting
    return {
        "meeting": {
            "kind": meeting.kind or None,
            "council": str(meeting.council) if meeting.council else None,
            "committee": str(meeting.committee) if meeting.committee else None,
            "title": meeting.title or None,
            "date": _iso(meeting.date),
            "start_time": _iso(meeting.start_time),
            "end_time": _iso(meeting.end_time),
            "venue": meeting.venue or None,
            "next_meeting": _next_meeting(meeting),
            "signatory": meeting.signatory or None,
        },
        "attendees": [
            _record(one, name=one.name, role=one.role, status=one.status, position=one.position, replaces=one.replaces)
            for one in proceedings.attendees
        ],
        "agenda_items": [_record(one, number=one.number, title=one.title) for one in proceedings.items],
        "resolutions": [
            _record(one, item=_item(one), number=one.number, text=one.text, decision=one.decision)
            for one in proceedings.resolutions
        ],
        "actions": [
            _record(one, item=_item(one), text=one.text, owner=one.owner_name, due=_iso(one.due), status=one.status)
            for one in proceedings.actions
        ],
        "interests": [
            _record(one, name=one.name, kind=one.kind, item=_item(one), description=one.description)
            for one in proceedings.interests
        ],
        "indicators": [
            _record(one, name=one.name, target=one.target, values=[value["value"] for value in one.values])
            for one in proceedings.indicators
        ],
    }


def _next_meeting(meeting: Meeting) -> dict[str, str | None] | None:
    if not (meeting.next_date or meeting.next_time or meeting.next_venue):
        return None
    return {
        "date": _iso(meeting.next_date), "time": _iso(meeting.next_time), "venue": meeting.next_venue or None,
    }  # fmt: skip


def _item(record: Any) -> str | None:
    return (record.item.number or record.item.title) if record.item else None


def _iso(value: Any) -> str | None:
    if value is None:
        return None
    return value.strftime("%H:%M") if hasattr(value, "hour") else value.isoformat()


def _record(record: Any, **values: Any) -> dict[str, Any]:
    told = {name: None if value == "" else value for name, value in values.items()}
    return told | {"page": record.page, "quote": record.quote or None}
