"""The rows of records at scale."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction

from ingest.models import Reading
from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    Attendee,
    Committee,
    Council,
    Document,
    DocumentPage,
    Indicator,
    Interest,
    Meeting,
    NameForm,
    Person,
    Resolution,
    Response,
    User,
    surname_key,
)
from minutes.search import keeping
from minutes.wording import key
from tests.bench import fates_at_scale as fates
from tests.bench.filling import Row, set_sequences, without_indexes, write
from tests.bench.words_at_scale import STARTS, Words
from tests.builders import PASSWORD

ITEMS = 9  # a meeting
MEETINGS = 240  # a committee: a meeting a month for twenty years
LAST_DAY = dt.date(2026, 10, 30)
SUBJECTS = (
    "Children and Families", "Health and Adult Care", "Highways and Transport", "Environment and Climate",
    "Corporate Resources", "Community Safety", "Education and Skills", "Housing and Planning", "Economy and Culture",
)  # fmt: skip
BATCH = 20_000  # rows
NOON = "2026-11-01 12:00:00"  # as Django asks SQLite for it
DECISIONS = ("noted", "approved", "recommended", "requested", "agreed", "")
INTERESTS = ("non_pecuniary", "pecuniary", "unspecified", "party_whip")
ROLES = ("chair", "vice_chair", "member", "member", "member", "officer", "officer", "cabinet_member")

Held = tuple[int, int, dt.date]  # a meeting: its key, its committee's, its day


def fill(count: int) -> int:
    """Write ``count`` agenda items and all that belongs to them, in one transaction. Gives the number of rows.

    The search index is made once they are there: kept by its triggers, row by row, it would take several times as
    long.
    """
    written = 0
    keeping.let_go()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA journal_mode = MEMORY")
            cursor.execute("PRAGMA synchronous = OFF")
    with transaction.atomic():
        tables = Tables(count)
        with without_indexes(MODELS):
            for batch in tables.batches():
                for model, rows in batch:
                    written += write(model, rows)
        set_sequences(model for model in MODELS if model is not User)
        keeping.rebuild()
    with connection.cursor() as cursor:
        # What PostgreSQL does by itself in the hour after.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA journal_mode = WAL")
    return written


MODELS = (
    Council, Committee, Person, NameForm, Document, Meeting, DocumentPage, AgendaItem, Attendee, Resolution, Response,
    Action, ActionUpdate, Interest, Indicator, Reading, User,
)  # fmt: skip


class Tables:
    """Rows by model, a few thousand meetings at a time, so that a million items need little memory."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.words = Words()
        self.random = self.words.random
        self.meetings = -(-count // ITEMS)
        self.committees = max(2, -(-self.meetings // MEETINGS))
        self.councils = -(-self.committees // len(SUBJECTS))
        self.people_of: dict[int, list[tuple[int, str]]] = {}
        self.ids = {model: itertools.count(1) for model in MODELS}
        self.users = [User.objects.create(username=name, role=name, password=_password()) for name in ROLE_NAMES]

    def batches(self) -> Iterator[list[tuple[type[models.Model], list[Row]]]]:
        yield self._bodies()
        for first in range(0, self.meetings, BATCH // ITEMS):
            rows: dict[type[models.Model], list[Row]] = {model: [] for model in MODELS}
            for index in range(first, min(first + BATCH // ITEMS, self.meetings)):
                self._meeting(index, rows)
            yield [(model, rows[model]) for model in MODELS if rows[model]]

    def _bodies(self) -> list[tuple[type[models.Model], list[Row]]]:
        councils, committees, people, forms = [], [], [], []
        for council in range(1, self.councils + 1):
            name = f"{STARTS[council % len(STARTS)]}shire {'County' if council % 2 else 'Borough'} Council {council}"
            councils.append({"id": council, "name": name, "key": key(name)})
        for pk in range(1, self.committees + 1):
            subject = SUBJECTS[pk % len(SUBJECTS)]
            council = (pk - 1) // len(SUBJECTS) + 1
            name = f"{subject} Scrutiny Committee"
            committees.append({"id": pk, "council_id": council, "name": name, "short_name": subject, "key": key(name)})
            self.people_of[pk] = [self._person(council, people, forms) for _ in range(40)]
        return [(Council, councils), (Committee, committees), (Person, people), (NameForm, forms)]

    def _person(self, council: int, people: list[Row], forms: list[Row]) -> tuple[int, str]:
        forenames, surname = self.words.name()
        pk, name = next(self.ids[Person]), f"{forenames} {surname}"
        row = {"id": pk, "council_id": council, "name": name, "forenames": forenames, "surname": surname}
        row |= {"surname_key": surname_key(surname), "sort_name": f"{key(surname)}, {key(forenames)}"}
        people.append(row | {"side": ("member", "officer", "")[pk % 3]})
        for printed in (name, f"CC {forenames[0]} {surname}"):
            forms.append(
                {"id": next(self.ids[NameForm]), "person_id": pk, "printed": printed}
                | {"surname_key": surname_key(surname)}
            )
        return pk, name

    # --- a meeting and all that is in it ---------------------------------------------------------------------------

    def _meeting(self, index: int, rows: dict[type[models.Model], list[Row]]) -> None:
        pk = index + 1
        committee = index % self.committees + 1
        day = LAST_DAY - dt.timedelta(days=index // self.committees * 30 + committee % 28)
        rows[Document].append(self._document(pk))
        row = {"id": pk, "committee_id": committee, "council_id": (committee - 1) // len(SUBJECTS) + 1}
        row |= {"document_id": pk, "page": 1, "kind": "minutes", "date": day.isoformat(), "venue": "County Hall"}
        rows[Meeting].append(row | {"status": "confirmed", "exempt": pk % 97 == 0})
        rows[Reading].append(self._reading(pk))
        there = self.random.sample(self.people_of[committee], len(ROLES))
        for order, (person, name) in enumerate(there):
            fields = {"person_id": person, "name": name, "role": ROLES[order], "order": order}
            self._add(rows, Attendee, pk, 1, name, fields | {"status": "present" if order % 7 else "apologies"})
        pages: dict[int, list[str]] = {}
        for order in range(min(ITEMS, self.count - index * ITEMS)):
            page = 1 + order // 4
            pages.setdefault(page, []).extend(self._item((pk, committee, day), order, page, there, rows))
        for number, paragraphs in pages.items():
            said = {"id": next(self.ids[DocumentPage]), "document_id": pk, "number": number, "width": 595.0}
            rows[DocumentPage].append(said | {"height": 842.0, "paragraphs": json.dumps(paragraphs)})

    def _document(self, pk: int) -> Row:
        digest = hashlib.sha256(str(pk).encode()).hexdigest()
        row = {"id": pk, "sha256": digest, "file": f"{digest[:2]}/{digest}.pdf", "filename": f"minutes-{pk}.pdf"}
        row |= {"media_type": "application/pdf", "size": 100_000, "page_count": 3, "kind": "minutes"}
        return row | {"meeting_id": pk, "uploaded_at": NOON, "uploaded_by_id": self.users[0].pk}

    def _reading(self, pk: int) -> Row:
        """How a paper was read: one in fifty with a problem, one in a thousand not at all."""
        state = "could_not_read" if pk % 1000 == 0 else "read_with_problems" if pk % 50 == 0 else "read"
        row = {"id": pk, "document_id": pk, "meeting_id": pk, "state": state, "asked_by_id": self.users[0].pk}
        return row | {"pages_done": 3, "pages_total": 3, "asked_at": NOON, "finished_at": NOON}

    def _item(
        self, held: Held, order: int, page: int, there: Sequence[tuple[int, str]], rows: dict[Any, list[Row]]
    ) -> list[str]:
        """An item with what was resolved, agreed and declared under it. Gives its paragraphs."""
        words, random, meeting = self.words, self.random, held[0]
        title, text = words.title(), words.text(1 + order % 3)
        fields = {"number": str(order + 1), "title": title, "text": text, "order": order}
        fields["exempt"] = (meeting * ITEMS + order) % 199 == 0
        item = self._add(rows, AgendaItem, meeting, page, title, fields)
        said = [f"{order + 1}. {title}", *text.split("\n\n")]
        if order % 4 != 3:
            said.append(self._resolution(held, item, order, page, rows))
        if random.random() < 0.45:
            said.append(self._action(held, item, order, page, there, rows))
        if random.random() < 0.2:
            person, name = random.choice(there)
            declared = {"item_id": item, "person_id": person, "name": name, "description": words.sentence()}
            declared |= {"kind": random.choice(INTERESTS), "order": order}
            self._add(rows, Interest, meeting, page, name, declared)
        if random.random() < 0.05:
            values = json.dumps([{"period": f"Q{quarter}", "value": f"{random.randint(30, 99)}%"} for quarter in "123"])
            shown = {"item_id": item, "name": words.title(), "target": "60%", "values": values, "order": order}
            self._add(rows, Indicator, meeting, page, title, shown)
        return said

    def _resolution(self, held: Held, item: int, order: int, page: int, rows: dict[Any, list[Row]]) -> str:
        text, decision = f"That {self.words.sentence()}", self.random.choice(DECISIONS)
        fields = {"item_id": item, "text": text, "decision": decision, "order": order, "number": str(order + 1)}
        fields["recipient"] = "Cabinet Member" if decision == "recommended" else ""
        pk = self._add(rows, Resolution, held[0], page, text, fields)
        if decision == "recommended" and self.random.random() < 0.8:
            response = {"id": next(self.ids[Response]), "resolution_id": pk}
            rows[Response].append(response | fates.response(self.random, *held[1:], LAST_DAY))
        return text

    def _action(
        self, held: Held, item: int, order: int, page: int, there: Sequence[tuple[int, str]], rows: dict[Any, Any]
    ) -> str:
        random = self.random
        (person, name), text = random.choice(there), self.words.sentence()
        fields = {"item_id": item, "text": text, "owner": name, "owner_printed": name, "owner_person_id": person}
        fields |= fates.action(random, *held[1:], LAST_DAY) | {"order": order}
        pk = self._add(rows, Action, held[0], page, text, fields)
        if random.random() < 0.5:
            update = {"id": next(self.ids[ActionUpdate]), "action_id": pk, "text": self.words.sentence()}
            update["on"] = fates.heard(random, held[2], LAST_DAY)
            rows[ActionUpdate].append(update | {"by_id": self.users[0].pk, "at": NOON})
        return text

    def _add(self, rows: dict[Any, list[Row]], model: Any, meeting: int, page: int, quote: str, fields: Row) -> int:
        """A record of a meeting on a page of its paper; one in two hundred was removed by somebody."""
        pk = next(self.ids[model])
        row = {"id": pk, "meeting_id": meeting, "document_id": meeting, "page": page, "quote": quote} | fields
        removed = {"removed_by_id": self.users[0].pk, "removed_at": NOON} if pk % 200 == 0 else {}
        rows[model].append(row | {"removed_by_id": None, "removed_at": None} | removed)
        return pk


ROLE_NAMES = ("officer", "councillor", "administrator")


def _password() -> str:
    return make_password(PASSWORD, hasher="pbkdf2_sha256")
