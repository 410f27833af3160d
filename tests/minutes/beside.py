"""A meeting to be checked beside its paper, and what an officer does on that page."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from minutes.models import Action, Attendee, Meeting
from tests.builders import a_document, a_meeting, an_action, an_attendee, an_item, unsure


def a_meeting_to_check() -> Meeting:
    """A meeting of a paper of two pages, with two actions on the second, the first of them with a question."""
    paper = a_document(filename="minutes.pdf", media_type="application/pdf", page_count=2)
    for number, words in ((1, "Tariq Mahmood was there."), (2, "Resolved: to visit the depot. Write to the school.")):
        paper.pages.create(number=number, paragraphs=[words], width=595, height=842)
    meeting = a_meeting(document=paper, page=1, quote="12 November 2025", boxes=[[10, 10, 50, 20]])
    an_attendee(meeting, "Tariq Mahmood", boxes=[[72, 100, 200, 112]])
    item = an_item(meeting, page=2, boxes=[[72, 90, 200, 102]])
    place = {"item": item, "page": 2, "boxes": [[72, 120, 200, 132]], "quote": "visit the depot"}
    an_action(meeting, "Visit the depot", doubts=[unsure("This action has no owner.", "owner")], **place)
    an_action(meeting, "Write to the school", item=item, page=2, boxes=[[72, 300, 200, 312]])
    return meeting


def mark_of(record: Any) -> str:
    return {Action: "action", Attendee: "attendee", Meeting: "meeting"}[type(record)] + f"-{record.pk}"


def page_of(client: Client, meeting: Meeting, at: Any = None, **query: str) -> Any:
    chosen = {"at": mark_of(at)} if at else {}
    return client.get(reverse("check", args=[meeting.pk]), chosen | query)


def act(client: Client, name: str, record: Any, **told: Any) -> Any:
    meeting = record if isinstance(record, Meeting) else record.meeting
    address = reverse(f"check_{name}", args=[meeting.pk, mark_of(record)])
    return client.post(address, {"version": record.version} | told, follow=True)


def now(record: Any) -> Any:
    record.refresh_from_db()
    return record
