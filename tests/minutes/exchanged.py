"""A committee to take along: a year with something done by people to every kind of record, and a small one."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

from django.core import serializers
from django.db import connection, models

from ingest import filing
from minutes import corrections
from minutes.exchange import kinds
from minutes.exchange.writing import write
from minutes.following import updates
from minutes.models import (
    Action,
    Attendee,
    CheckStep,
    Committee,
    Correction,
    Document,
    DocumentPage,
    Indicator,
    Interest,
    ItemThread,
    Joining,
    Judgement,
    Meeting,
    Person,
    Proposal,
    Resolution,
    Response,
    ThreadItem,
    User,
)
from minutes.people import identity
from tests.builders import a_document, a_meeting, an_action, an_administrator, an_item, an_officer
from tests.ingest.papers import a_reading, from_gold


def a_year(demonstration: Path) -> Committee:
    """The demonstration year of a committee, with something done by people to every kind of record."""
    ann, rhian = an_officer(username="ann", first_name="Ann"), an_administrator(username="rhian")
    file_papers(demonstration, "children-and-families")
    committee = Committee.objects.get()
    correct_everything(ann, rhian)
    join_people(ann, rhian)
    follow_up(ann, committee)
    return committee


def file_papers(demonstration: Path, of: str) -> None:
    for path in sorted(demonstration.glob(f"*{of}*.json")):
        paper = a_document(path.read_bytes(), filename=path.name, uploaded_by=User.objects.first())
        filing.file(a_reading(paper), from_gold(path))
        DocumentPage.objects.create(document=paper, number=1, paragraphs=["É"], width=595.32)


def correct_everything(ann: User, rhian: User) -> None:
    came = Attendee.objects.first()
    changes = (
        (Meeting.objects.first(), {"venue": "Town Hall", "signatory": "A Nother"}),
        (came, {"position": "Head of School", "items": list(came.meeting.items.all()[:2])}),
        (Meeting.objects.last().items.first(), {"exempt": True}),
        (Resolution.objects.first(), {"recipient": "Cabinet"}),
        (Action.objects.first(), {"owner_person": Person.objects.first(), "due": dt.date(2026, 5, 1)}),
        (Interest.objects.first(), {"left_the_room": True}),
        (Indicator.objects.first(), {"target": "75%"}),
        (Committee.objects.first(), {"short_name": "Children"}),
        (Person.objects.last(), {"forenames": "Zoë"}),
    )  # fmt: skip
    for record, values in changes:
        corrections.correct(record, values, ann, "as it was said")
    taken = corrections.correct(Resolution.objects.last(), {"number": "99"}, ann)[0]
    corrections.take_back(taken, rhian, "no")
    corrections.confirm(Action.objects.last(), rhian)
    corrections.remove(Interest.objects.last(), ann, "said twice")
    removed = Action.objects.all()[2]
    corrections.remove(removed, ann, "a wish")
    corrections.restore(removed, ann)
    meeting = Meeting.objects.first()
    added = corrections.add(Action, meeting, {"text": "Ask again", "owner_person": Person.objects.first()}, ann)
    corrections.take_back(Correction.objects.about(added).get(), ann)
    doubtful = Attendee.objects.all()[3]
    people = list(Person.objects.values_list("pk", flat=True)[:2])
    doubtful.doubts = [
        {"field": "person", "sentence": "Two may be meant.", "kind": "people", "people": people},
        {"field": "person", "sentence": "Another now.", "kind": "difference", "read": people[1], "before": people[0]},
    ]
    doubtful.save()


def join_people(ann: User, rhian: User) -> None:
    one = Person.objects.filter(side="member").first()
    other = Person.objects.create(name="A Stranger", forenames="A", surname="Stranger", council=one.council)
    other.forms.create(printed="A Stranger")
    identity.merge(other, one, ann, "an old name")
    often = max(Person.objects.current(), key=lambda person: person.attendances.count())
    split = identity.split(often, [often.attendances.first()], "Another", often.surname, rhian)
    identity.undo(split, ann)
    current = list(Person.objects.current().order_by("-pk")[:2])
    identity.keep_apart(current[0], current[1], ann)
    asked = Joining.objects.get(act="merged")
    moved = {"questions": {str(Attendee.objects.first().pk): {"doubts": [], "chosen": True}}, "user": [ann.pk]}
    models.QuerySet(Joining).filter(pk=asked.pk).update(moved=asked.moved | moved)


def follow_up(ann: User, committee: Committee) -> None:
    action, later = Action.objects.filter(status="outstanding").first(), Meeting.objects.last()
    updates.report(action, ann, "It is begun.", "in_progress")
    updates.report(action, ann, "It is done.", "complete", dt.date(2026, 2, 1))
    asked = Resolution.objects.recommendations().first()
    Response.objects.update_or_create(
        resolution=asked, defaults={"state": "accepted", "answered_on": dt.date(2026, 1, 5), "document": later.document,
                                    "page": 1, "quote": "agreed", "answered_in": later, "due": dt.date(2026, 1, 1)},
    )  # fmt: skip
    Judgement.objects.create(resolution=asked, rating="amber", meeting=later, on=dt.date(2026, 3, 18), by=ann)
    thread = ItemThread.objects.create(committee=committee, title="Family Safeguarding", made_by=ann)
    ThreadItem.objects.create(thread=thread, item=later.items.first(), state="confirmed", by=ann)
    CheckStep.objects.create(meeting=later, act="taken_on", by=ann)
    Meeting.objects.filter(pk=later.pk).update(checker=ann)
    Proposal.objects.create(meeting=later, action=Action.objects.first(), status="complete", why="It says so.")


# --- an installation's rows ------------------------------------------------------------------------------------------


def rows() -> dict[str, dict[int, dict[str, Any]]]:
    """Every row and field of this installation, by kind and primary key, as Django itself writes them out."""
    return {
        kind: {row["pk"]: row["fields"] for row in serializers.serialize("python", model._base_manager.order_by("pk"))}
        for kind, model in kinds.KINDS.items()
    }


def empty() -> None:
    """An installation without records: everything goes but the accounts."""
    User.objects.update(person=None)
    models.QuerySet(Attendee.items.through)._raw_delete(connection.alias)
    for model in reversed(kinds.KINDS.values()):
        models.QuerySet(model)._raw_delete(connection.alias)


def files() -> dict[str, bytes]:
    """The papers' bytes by their sums."""
    found = {}
    for paper in Document.objects.all():
        with paper.file.open("rb") as stored:
            found[paper.sha256] = stored.read()
    return found


def exported(committee: Committee, beside: bool = False) -> io.BytesIO:
    file = io.BytesIO()
    write(committee, file, beside)
    return file


def a_small_committee() -> Committee:
    """A committee with one meeting, an action and an update."""
    meeting = a_meeting(venue="Town Hall", document=a_document(uploaded_by=an_officer(username="ann")))
    action = an_action(meeting, item=an_item(meeting))
    updates.report(action, User.objects.get(), "It is begun.", "in_progress")
    return meeting.committee
