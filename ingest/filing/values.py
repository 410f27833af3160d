"""What was read, as the values of fields: plain JSON values, unknown text empty (see minutes.plain)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ingest.reading.model import (
    ActionRead,
    AgendaItemRead,
    AttendeeRead,
    IndicatorRead,
    InterestRead,
    MeetingRead,
    Quote,
    ResolutionRead,
)
from minutes.checking.doubts import PAPER
from minutes.models import Document
from minutes.plain import as_plain

if TYPE_CHECKING:
    from ingest.filing.bodies import Bodies


def tidy(text: str | None) -> str:
    """Text that every database takes: without NUL and without halves of surrogate pairs; unknown is empty."""
    return (text or "").replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def source(document: Document, quote: Quote | None) -> dict[str, Any]:
    """The fields of Sourced for a quote."""
    if quote is None:
        return {"document": document}
    first, *rest = (_printed(part) for part in quote.parts())
    return {
        "document": document,
        "page": first["page"],
        "paragraph": first["paragraph"],
        "quote": first["text"],
        "boxes": first["boxes"],
        "quote_rest": rest,
    }


def sources(quotes: Mapping[str, Quote]) -> dict[str, Any]:
    """Where each value of a meeting stands, by field: text, page, boxes and paragraph, and the parts that follow."""
    found = {}
    for name, quote in quotes.items():
        first, *rest = (_printed(part) for part in quote.parts())
        found[name] = first | {"rest": rest}
    return found


def _printed(part: Quote) -> dict[str, Any]:
    boxes = [[round(edge, 2) for edge in box] for box in part.boxes]
    return {"text": tidy(part.text), "page": part.page, "boxes": boxes, "paragraph": part.paragraph}


def doubts_of(read: Any) -> list[dict[str, Any]]:
    return [{"field": doubt.field, "sentence": tidy(doubt.sentence), "kind": PAPER} for doubt in read.doubts]


def meeting_values(read: MeetingRead, bodies: Bodies) -> dict[str, Any]:
    following = read.next_meeting
    return {
        "council": as_plain(bodies.council),
        "committee": as_plain(bodies.committee),
        "kind": read.kind or "",
        "title": tidy(read.title),
        "date": as_plain(read.date),
        "start_time": as_plain(read.start_time),
        "end_time": as_plain(read.end_time),
        "venue": tidy(read.venue),
        "next_date": as_plain(following.date) if following else None,
        "next_time": as_plain(following.time) if following else None,
        "next_venue": tidy(following.venue) if following else "",
        "signatory": tidy(read.signatory),
    }


Keys = Sequence[int | None]  # primary keys of items or resolutions in the order read; None for one left out


def _at(keys: Keys, index: int | None) -> int | None:
    return None if index is None else keys[index]


def item_values(read: AgendaItemRead) -> dict[str, Any]:
    return {"number": tidy(read.number), "title": tidy(read.title), "text": tidy(read.text)}


def attendee_values(read: AttendeeRead, items: Keys) -> dict[str, Any]:
    """All but the person, whom only the people of other meetings can tell."""
    return {
        "name": tidy(read.name),
        "role": read.role or "",
        "status": read.status or "",
        "position": tidy(read.position),
        "replaces": tidy(read.replaces),
        "note": tidy(read.note),
        "items": sorted({key for index in read.items if (key := items[index]) is not None}),
    }


def resolution_values(read: ResolutionRead, items: Keys) -> dict[str, Any]:
    return {
        "item": _at(items, read.item),
        "number": tidy(read.number),
        "text": tidy(read.text),
        "decision": read.decision or "",
        "recipient": tidy(read.recipient),
    }


def action_values(read: ActionRead, items: Keys, resolutions: Keys) -> dict[str, Any]:
    """All but the owner's person."""
    return {
        "item": _at(items, read.item),
        "resolution": _at(resolutions, read.resolution),
        "text": tidy(read.text),
        "owner": tidy(read.owner),
        "owner_printed": tidy(read.owner_printed),
        "due": as_plain(read.due),
        "due_printed": tidy(read.due_printed),
    }


def interest_values(read: InterestRead, items: Keys) -> dict[str, Any]:
    """All but the attendee and the person."""
    return {
        "name": tidy(read.name),
        "kind": read.kind,
        "kind_printed": tidy(read.kind_printed),
        "item": _at(items, read.item),
        "declared_under": _at(items, read.declared_under),
        "description": tidy(read.description),
        "left_the_room": read.left_the_room,
    }


def indicator_values(read: IndicatorRead, items: Keys) -> dict[str, Any]:
    periods = [*read.periods, *[""] * (len(read.values) - len(read.periods))]
    return {
        "item": _at(items, read.item),
        "name": tidy(read.name),
        "target": tidy(read.target),
        "values": [
            {"period": tidy(period), "value": tidy(value)} for period, value in zip(periods, read.values, strict=False)
        ],
        "commentary": tidy(read.commentary),
    }
