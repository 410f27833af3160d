"""The JSON that `manage.py extract` prints: one object a document, unknown values null."""

from __future__ import annotations

from typing import Any

from ingest.reading.model import AgendaItemRead, MeetingRead, MinutesRead, NextMeeting, Quote


def as_json(read: MinutesRead) -> dict[str, Any]:
    """What was read, as plain values for json.dumps; dates and times in ISO 8601, times to the minute."""
    items = [_key(item) for item in read.items]

    def named(index: int | None) -> str | None:
        return None if index is None else items[index]

    return {
        "meeting": _meeting(read.meeting),
        "attendees": [
            {"name": a.name, "role": a.role, "status": a.status, "position": a.position, "replaces": a.replaces}
            | _source(a)
            for a in read.attendees
        ],
        "agenda_items": [{"number": i.number, "title": i.title} | _source(i) for i in read.items],
        "resolutions": [
            {
                "item": named(r.item),
                "number": r.number,
                "text": r.text,
                "decision": r.decision,
                "recipient": r.recipient,
            }
            | _source(r)
            for r in read.resolutions
        ],
        "actions": [
            {"item": named(a.item), "text": a.text, "owner": a.owner, "due": _iso(a.due), "due_printed": a.due_printed}
            | _source(a)
            for a in read.actions
        ],
        "interests": [
            {"name": i.name, "kind": i.kind, "item": named(i.item), "description": i.description} | _source(i)
            for i in read.interests
        ],
        "indicators": [
            {"name": i.name, "target": i.target, "periods": list(i.periods), "values": list(i.values)} | _source(i)
            for i in read.indicators
        ],
        "problems": [problem.sentence for problem in read.problems],
    }


def _key(item: AgendaItemRead) -> str:
    return item.number or item.title


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _clock(value: Any) -> str | None:
    return None if value is None else value.strftime("%H:%M")


def _meeting(meeting: MeetingRead) -> dict[str, Any]:
    return {
        "kind": meeting.kind,
        "council": meeting.council,
        "committee": meeting.committee,
        "title": meeting.title,
        "date": _iso(meeting.date),
        "start_time": _clock(meeting.start_time),
        "end_time": _clock(meeting.end_time),
        "venue": meeting.venue,
        "next_meeting": _next(meeting.next_meeting),
        "signatory": meeting.signatory,
        "sources": {name: {"page": quote.page, "quote": quote.text} for name, quote in meeting.quotes.items()},
        "doubts": [doubt.sentence for doubt in meeting.doubts],
    }


def _next(meeting: NextMeeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return {"date": _iso(meeting.date), "time": _clock(meeting.time), "venue": meeting.venue}


def _source(record: Any) -> dict[str, Any]:
    quote: Quote = record.quote
    return {"page": quote.page, "quote": quote.text, "doubts": [doubt.sentence for doubt in record.doubts]}
