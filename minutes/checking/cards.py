"""The records that were read from a paper, as they stand beside its pages, and the one whose words are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from minutes.following.evidence import boxes
from minutes.kinds import EVIDENCE, KINDS, kind_of
from minutes.models import Document, Meeting, User
from minutes.models.extracted import Extracted

_MARK = re.compile(r"(?P<kind>[a-z]+)-(?P<pk>[0-9]{1,18})")
_JOINED = {"action": ("owner_person",), "meeting": ("committee", "council")}


@dataclass(frozen=True, slots=True)
class Card:
    """A record beside its paper. ``query`` is that of the address which marks its words."""

    kind: str
    record: Any
    marked: bool

    @classmethod
    def of(cls, record: Extracted) -> Card:
        """The card of the marked record."""
        return cls(kind_of(record), record, marked=True)

    @property
    def name(self) -> str:
        return str(self.record._meta.verbose_name).capitalize()

    @property
    def mark(self) -> str:
        return f"{self.kind}-{self.record.pk}"

    @property
    def query(self) -> str:
        page = {"page": self.record.page} if self.record.page else {}
        return urlencode(page | {"mark": self.mark})

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Its words, a page at a time; for a meeting, the words of each of its particulars."""
        return list(_parts(self.record))


def cards(document: Document, user: User, marked: Extracted | None, pages: range | None = None) -> list[Card]:
    """The records of a document (of some of its pages) that the user may see, in the order in which they stand there.

    One query a kind, however many there are.
    """
    here = {"document": document} | ({"page__in": pages} if pages else {})
    found = [
        Card(kind, record, record == marked)
        for kind, model in KINDS.items()
        for record in model.objects.visible_to(user).filter(**here).select_related(*_JOINED.get(kind, ()))
    ]
    return sorted(found, key=_place)


def marked_record(document: Document, user: User, mark: str) -> Any:
    """What an address names ("action-12", "update-3"), if it is of this document and this user may see it.

    Of what is no record of the paper but rests on its words, their place is looked for now.
    """
    named = _MARK.fullmatch(mark)
    model = (KINDS | EVIDENCE).get(named["kind"]) if named else None
    if named is None or model is None:
        return None
    found = model.objects.visible_to(user).filter(document=document, pk=named["pk"]).first()
    if found is not None and named["kind"] in EVIDENCE and found.page and not found.boxes:
        found.boxes = boxes(document, found.page, found.quote)
    return found


def _place(card: Card) -> tuple[float, ...]:
    record = card.record
    top, left = (record.boxes[0][1], record.boxes[0][0]) if record.boxes else (0.0, 0.0)
    return (record.page or 0, record.paragraph or 0, top, left, list(KINDS).index(kind_of(record)), record.pk)


def _parts(record: Extracted) -> Iterator[dict[str, Any]]:
    yield from record.quote_parts
    if isinstance(record, Meeting):
        for name, found in record.sources.items():
            if found["text"] != record.quote:
                yield {key: value for key, value in found.items() if key != "rest"} | {"name": name}
                yield from found.get("rest") or ()
