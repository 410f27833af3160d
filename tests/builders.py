"""Rows for tests, in a line each: everything that a test does not name is filled with something plausible.

meeting = a_meeting(date=dt.date(2025, 11, 12))
action = an_action(meeting, owner="Damian Okoro", due=dt.date(2025, 12, 19))
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from typing import Any

from django.core.files.base import ContentFile

from minutes.models import (
    Action,
    AgendaItem,
    Attendee,
    Committee,
    Council,
    Document,
    Extracted,
    Indicator,
    Interest,
    Meeting,
    Person,
    Resolution,
    Role,
    User,
)
from minutes.plain import plain

PASSWORD = "eleven purple teapots"
_numbers = itertools.count(1)


def an_officer(**fields: Any) -> User:
    return _user("officer", Role.OFFICER, fields)


def a_councillor(**fields: Any) -> User:
    return _user("councillor", Role.COUNCILLOR, fields)


def an_administrator(**fields: Any) -> User:
    return _user("administrator", Role.ADMINISTRATOR, fields)


def _user(name: str, role: Role, fields: dict[str, Any]) -> User:
    """A user who can sign in with PASSWORD; the first of a role has the role's name."""
    taken = User.objects.filter(username=name).exists()
    username = fields.pop("username", f"{name}{next(_numbers)}" if taken else name)
    return User.objects.create_user(
        username, f"{username}@wyreshire.example", fields.pop("password", PASSWORD), role=role, **fields
    )


def a_council(name: str = "Wyreshire County Council") -> Council:
    return Council.objects.get_or_create(name=name)[0]


def a_committee(name: str = "Children and Families Scrutiny Committee", council: Council | None = None) -> Committee:
    return Committee.objects.get_or_create(name=name, council=council or a_council())[0]


def a_person(name: str = "Anneliese Crook", council: Council | None = None, **fields: Any) -> Person:
    """A person; forenames and surname are taken apart at the last space."""
    forenames, _, surname = name.rpartition(" ")
    values = {"name": name, "forenames": forenames, "surname": surname, "council": council or a_council()} | fields
    person = Person.objects.create(**values)
    person.forms.create(printed=name)
    return person


def a_document(content: bytes | None = None, **fields: Any) -> Document:
    """A document with a stored file; its content differs from every other's unless it is given."""
    body = content if content is not None else f"Minutes number {next(_numbers)}\n".encode()
    sha256 = hashlib.sha256(body).hexdigest()
    values = {"filename": "minutes.txt", "media_type": "text/plain", "size": len(body), "sha256": sha256} | fields
    document = Document(**values)
    document.file.save(document.filename, ContentFile(body), save=False)
    document.save()
    return document


def a_meeting(**fields: Any) -> Meeting:
    """Minutes of 12 November 2025, read from a document of their own."""
    fields.setdefault("committee", a_committee())
    fields.setdefault("council", fields["committee"].council if fields["committee"] else None)
    fields.setdefault("document", a_document())
    values = {"kind": "minutes", "date": dt.date(2025, 11, 12), "start_time": dt.time(10, 30)} | fields
    meeting = _read(Meeting(**values))
    if meeting.document is not None:
        Document.objects.filter(pk=meeting.document_id).update(meeting=meeting, kind=meeting.kind)
    return meeting


def an_attendee(meeting: Meeting, name: str = "Tariq Mahmood", **fields: Any) -> Attendee:
    return _record(Attendee, meeting, {"name": name, "role": "member", "status": "present"} | fields)


def an_item(meeting: Meeting, title: str = "Home to school transport", **fields: Any) -> AgendaItem:
    return _record(AgendaItem, meeting, {"number": str(meeting.items.count() + 1), "title": title} | fields)


def a_resolution(meeting: Meeting, text: str = "That the report be noted.", **fields: Any) -> Resolution:
    return _record(Resolution, meeting, {"text": text, "decision": "noted"} | fields)


def a_recommendation(meeting: Meeting, text: str = "That walking routes be reviewed.", **fields: Any) -> Resolution:
    return a_resolution(meeting, text, **({"decision": "recommended", "recipient": "Cabinet Member"} | fields))


def an_action(meeting: Meeting, text: str = "Rewrite the web page on personal travel budgets", **fields: Any) -> Action:
    return _record(Action, meeting, {"text": text} | fields)


def an_interest(meeting: Meeting, name: str = "Siân Prothero", **fields: Any) -> Interest:
    values = {"name": name, "kind": "non_pecuniary", "description": "Governor of Blackmoss School"}
    return _record(Interest, meeting, values | fields)


def an_indicator(meeting: Meeting, name: str = "Plans issued within 20 weeks", **fields: Any) -> Indicator:
    values = {"name": name, "target": "60%", "values": [{"period": "Q1", "value": "41%"}]}
    return _record(Indicator, meeting, values | fields)


def unsure(sentence: str, field: str | None = None, **more: object) -> dict[str, object]:
    """A doubt as the reader leaves it with a record."""
    return {"field": field, "sentence": sentence, "kind": "paper"} | more


def in_doubt(record: Any, *doubts: tuple[str | None, str]) -> Any:
    """The record with doubts of its paper, each a field and a sentence."""
    record.doubts = [unsure(sentence, field) for field, sentence in doubts]
    record.save()
    return record


def with_pages(document: Document, count: int) -> Document:
    """The document with pages of A4, a sentence on each."""
    for number in range(1, count + 1):
        words = [f"Words of page {number}"]
        document.pages.create(number=number, paragraphs=words, width=595.3, height=841.9)
    document.page_count = count
    document.save()
    return document


def _record(model: type[Extracted], meeting: Meeting, fields: dict[str, Any]) -> Any:
    """A record of a meeting, standing on page 1 of its document in the words of its first text."""
    text = fields.get("text") or fields.get("title") or fields.get("name") or ""
    source = {"document": meeting.document, "page": 1 if meeting.document else None, "quote": text}
    order = model.everything.filter(meeting=meeting).count() + 1
    return _read(model(meeting=meeting, **({"order": order} | source | fields)))


def _read(record: Extracted) -> Any:
    """Save a record as though the reader had given all its values."""
    record.save()
    if record.document_id is not None and not record.as_read:
        record.as_read = {name: plain(record, name) for name in record.READ}
        record.save()
    return record
