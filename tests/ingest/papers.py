"""What a reader would give for a paper, in a line each, for filing; and the demonstration year's gold as such."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ingest import filing
from ingest.reading.model import (
    ActionRead,
    AgendaItemRead,
    AttendeeRead,
    Box,
    Doubt,
    IndicatorRead,
    InterestRead,
    MeetingRead,
    MinutesRead,
    NextMeeting,
    PageRead,
    Quote,
    ResolutionRead,
)
from minutes.models import WITHIN_MEETINGS, Committee, Council, Document, Meeting, Person
from minutes.plain import plain
from tests.builders import a_document


def a_reading(document: Document) -> Any:
    return SimpleNamespace(document=document)


def file(read: MinutesRead, document: Document | None = None) -> Meeting:
    """The meeting that a paper becomes; the paper is a new one unless it is given."""
    return filing.file(a_reading(document or a_document()), read)


def said(text: str, page: int | None = 1) -> Quote:
    return Quote(text, page, (Box(72, 100, 300, 112),) if page else ())


def attends(name: str, role: Any = "member", status: Any = "present", **more: Any) -> AttendeeRead:
    return AttendeeRead(name, role, status, said(name), **more)


def item(number: str | None, title: str, text: str = "", **more: Any) -> AgendaItemRead:
    return AgendaItemRead(number, title, said(title), text, **more)


def resolves(text: str, at: int | None = 0, decision: Any = "noted", **more: Any) -> ResolutionRead:
    return ResolutionRead(at, more.pop("number", None), text, decision, said(text), **more)


def acts(text: str, at: int | None = 0, **more: Any) -> ActionRead:
    return ActionRead(at, text, said(text), **more)


def declares(name: str, at: int | None = 0, kind: Any = "non_pecuniary", **more: Any) -> InterestRead:
    return InterestRead(name, kind, at, more.pop("description", "Governor of a school"), said(name), **more)


def measures(name: str, *values: str, **more: Any) -> IndicatorRead:
    return IndicatorRead(name, more.pop("target", None), values, said(name), **more)


def meets(date: dt.date | None = dt.date(2025, 11, 12), **more: Any) -> MeetingRead:
    values: dict[str, Any] = {
        "kind": "minutes",
        "council": "Wyreshire County Council",
        "committee": "Children and Families Scrutiny Committee",
        "date": date,
        "quotes": {"date": said("12 November 2025")},
    }
    return MeetingRead(**(values | more))


def paper(meeting: MeetingRead | None = None, **records: Any) -> MinutesRead:
    """Minutes of 12 November 2025 with the records given (attendees, items, resolutions, …) as lists."""
    pages = (PageRead(1, ("MINUTES", "12 November 2025"), 595.0, 842.0),)
    values = {name: tuple(value) for name, value in records.items()}
    return MinutesRead(meeting or meets(), **({"pages": pages, "media_type": "application/pdf"} | values))


A_PAPER = paper(
    meets(
        start_time=dt.time(10, 30),
        venue="Committee Room B",
        next_meeting=NextMeeting(dt.date(2026, 1, 14), dt.time(10, 30), "County Hall"),
        signatory="T Mahmood",
        doubts=(Doubt("The date says Wednesday but 12 November 2025 was a Tuesday.", "date"),),
    ),
    attendees=[
        attends("Tariq Mahmood", "chair"),
        attends("Siân Prothero", forms=("CC Siân Prothero",)),
        attends("Damian Okoro", "officer", position="Head of Passenger Transport", items=(1,)),
    ],
    items=[
        item("3", "Disclosure of interests"),
        item("5", "Home to school transport", "Damian reported.\n\nIt is late."),
    ],
    resolutions=[
        resolves("That walking routes be reviewed.", 1, "recommended", number="i", recipient="Cabinet Member"),
    ],
    actions=[
        acts("Rewrite the web page", 1, owner="Damian Okoro", due=dt.date(2025, 12, 19), due_printed="by Christmas"),
        acts("Review walking routes", 1, owner="Cabinet Member", resolution=0),
    ],
    interests=[declares("Siân Prothero", 1, declared_under=0, left_the_room=False)],
    indicators=[measures("Plans within 20 weeks", "41%", "44%", periods=("Q1", "Q2"), target="60%", item=1)],
)  # fmt: skip


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows with all their columns, to compare before and after."""
    models = (Meeting, *WITHIN_MEETINGS, Person, Council, Committee, Document)
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


def from_gold(path: Path) -> MinutesRead:
    """What a perfect reader would read: the gold's records, each with its page and quote."""
    gold = json.loads(path.read_text())
    keys = [entry["number"] or entry["title"] for entry in gold["agenda_items"]]
    quote = {id(entry): Quote(entry.get("quote") or "…", entry.get("page")) for kind in gold.values()
             if isinstance(kind, list) for entry in kind}  # fmt: skip

    def at(entry: dict[str, Any]) -> int | None:
        return keys.index(entry["item"]) if entry.get("item") in keys else None

    return MinutesRead(
        _gold_meeting(gold["meeting"]),
        tuple(
            AttendeeRead(a["name"], a["role"], a["status"], quote[id(a)], a["position"], a["replaces"])
            for a in gold["attendees"]
        ),
        tuple(AgendaItemRead(i["number"], i["title"], quote[id(i)]) for i in gold["agenda_items"]),
        tuple(ResolutionRead(at(r), r["number"], r["text"], r["decision"], quote[id(r)]) for r in gold["resolutions"]),
        tuple(ActionRead(at(a), a["text"], quote[id(a)], a["owner"], due=_day(a["due"])) for a in gold["actions"]),
        tuple(InterestRead(i["name"], i["kind"], at(i), i["description"], quote[id(i)]) for i in gold["interests"]),
        tuple(IndicatorRead(i["name"], i["target"], tuple(i["values"]), quote[id(i)]) for i in gold["indicators"]),
    )


def the_year(folder: Path) -> Committee:
    """The committee of the demonstration year that has most papers, each filed as a perfect reader would read it."""
    for path in sorted(folder.glob("*children-and-families*.json")):
        file(from_gold(path))
    return Committee.objects.get(name="Children and Families Scrutiny Committee")


def _gold_meeting(gold: dict[str, Any]) -> MeetingRead:
    following = gold["next_meeting"]
    return MeetingRead(
        kind=gold["kind"],
        council=gold["council"],
        committee=gold["committee"],
        title=gold["title"],
        date=_day(gold["date"]),
        start_time=_time(gold["start_time"]),
        end_time=_time(gold["end_time"]),
        venue=gold["venue"],
        next_meeting=NextMeeting(_day(following["date"]), _time(following["time"]), following["venue"])
        if following
        else None,
        signatory=gold["signatory"],
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _time(value: str | None) -> dt.time | None:
    return dt.time.fromisoformat(value) if value else None


# --- rows and gold, in one form -----------------------------------------------------------------------------------


def gold_of_rows(meeting: Meeting) -> dict[str, Any]:
    """The rows of a meeting in the form of the corpus README's JSON, as far as ``gold_to_compare`` keeps it."""

    def item_of(record: Any) -> str | None:
        return (record.item.number or record.item.title) if record.item else None

    body = meeting.committee
    return {
        "meeting": [
            *(meeting.kind, body and body.name, meeting.title or None, plain(meeting, "date"), meeting.venue or None),
            *(_clock(meeting.start_time), _clock(meeting.end_time), meeting.signatory or None),
            *(plain(meeting, "next_date"), _clock(meeting.next_time), meeting.next_venue or None),
        ],
        "attendees": [
            [one.name, one.role, one.status, one.position or None, one.replaces or None, one.page]
            for one in meeting.attendees.all()
        ],
        "agenda_items": [[one.number or None, one.title, one.page] for one in meeting.items.all()],
        "resolutions": [
            [item_of(one), one.number or None, one.text, one.decision, one.page] for one in meeting.resolutions.all()
        ],
        "actions": [
            [item_of(one), one.text, one.owner or None, plain(one, "due"), one.page] for one in meeting.actions.all()
        ],
        "interests": [
            [one.name, one.kind, item_of(one), one.description or None, one.page] for one in meeting.interests.all()
        ],
        "indicators": [
            [one.name, one.target or None, [value["value"] for value in one.values], one.page]
            for one in meeting.indicators.all()
        ],
    }


def gold_to_compare(path: Path) -> dict[str, Any]:
    """The gold of a paper in the form that ``gold_of_rows`` gives."""
    gold = json.loads(path.read_text())
    meeting = gold["meeting"]
    fields = {
        "attendees": ("name", "role", "status", "position", "replaces"),
        "agenda_items": ("number", "title"),
        "resolutions": ("item", "number", "text", "decision"),
        "actions": ("item", "text", "owner", "due"),
        "interests": ("name", "kind", "item", "description"),
        "indicators": ("name", "target", "values"),
    }
    following = meeting["next_meeting"] or {"date": None, "time": None, "venue": None}
    order = ("kind", "committee", "title", "date", "venue", "start_time", "end_time", "signatory")
    compared = {"meeting": [meeting[name] for name in order] + [following[name] for name in ("date", "time", "venue")]}
    for kind, names in fields.items():
        compared[kind] = [[record[name] for name in (*names, "page")] for record in gold[kind]]
    return compared


def _clock(value: dt.time | None) -> str | None:
    return value.strftime("%H:%M") if value else None
