"""What is shown of a record that was found: what it is, its title and text with the words marked, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from minutes.models import (
    Action,
    AgendaItem,
    Attendee,
    Document,
    DocumentPage,
    Interest,
    Meeting,
    Person,
    Resolution,
    SearchKind,
)
from minutes.plain import words as in_words
from minutes.search.asking import Asked
from minutes.search.marking import TEXT, Piece, marked, stand_in
from minutes.search.wanted import Hit

if TYPE_CHECKING:
    from minutes.models import User

AROUND = ("meeting__committee", "meeting__council", "document")
_HEAVY = ("as_read", "doubts", "settled", "quote", "quote_rest", "boxes")  # columns that no result shows


@dataclass(frozen=True, slots=True)
class Result:
    """One record in the list. ``record`` has a source where it is read from a paper; ``page`` is a paper's."""

    kind: str
    address: str
    title: list[Piece]
    text: list[Piece]
    meeting: Meeting | None = None
    record: Any = None
    page_address: str = ""
    page_number: int | None = None
    aside: str = ""


def results(hits: Sequence[Hit], asked: Asked, user: User) -> list[Result]:
    """The results of a page of hits in their order. A query a kind; what the user may not see is left out."""
    shown: dict[tuple[int, int], Result] = {}
    for kind in {hit.kind for hit in hits}:
        wanted = [hit.record for hit in hits if hit.kind == kind]
        rows, show = _SHOWN[SearchKind(kind)]
        shown |= {(kind, record.pk): show(record, asked) for record in rows(user).filter(pk__in=wanted)}
    return [shown[hit.kind, hit.record] for hit in hits if (hit.kind, hit.record) in shown]


def known_to(user: User, people: Iterable[int]) -> set[int]:
    """Those of some people whom records name that the user may see: the others are nobody to them."""
    found = Person.objects.current().filter(pk__in=list(people))
    if not user.is_officer:
        named = [
            Exists(model.objects.visible_to(user).filter(**{path: OuterRef("pk")}).order_by())
            for model, path in ((Attendee, "person"), (Action, "owner_person"), (Interest, "person"))
        ]
        found = found.filter(named[0] | named[1] | named[2])
    return set(found.values_list("pk", flat=True))


# --- a kind's rows, and how it is shown -------------------------------------------------------------------------------


def _of_meetings(model: Any, *related: str) -> Callable[[User], Any]:
    return lambda user: model.objects.visible_to(user).select_related(*AROUND, *related).defer(*_HEAVY)


def _pages(user: User) -> Any:
    visible = Document.objects.visible_to(user).order_by().values("pk")
    related = ("document__meeting__committee", "document__meeting__council")
    return DocumentPage.objects.filter(document__in=visible).select_related(*related)


def _people(user: User) -> Any:
    return Person.objects.current().select_related("council").prefetch_related("forms")


def _item(item: AgendaItem, asked: Asked) -> Result:
    title = f"{item.number} {item.title}".strip()
    address = f"{reverse('meeting', args=[item.meeting_id])}#item-{item.pk}"
    return _of_record("Agenda item", address, item, marked(title, asked), marked(item.text, asked, TEXT))


def _resolution(resolution: Resolution, asked: Asked) -> Result:
    kind = "Recommendation" if resolution.is_recommendation else "Resolution"
    address = reverse("resolution", args=[resolution.pk])
    said = _said(_under(resolution), resolution.recipient and f"To {resolution.recipient}")
    return _of_record(kind, address, resolution, marked(resolution.text, asked, TEXT), marked(said, asked, TEXT))


def _action(action: Action, asked: Asked) -> Result:
    due = f"due {in_words(action.due)}" if action.due else ""
    said = _said(_under(action), action.owner or "nobody is named", due, action.get_status_display().lower())
    address = reverse("action", args=[action.pk])
    return _of_record("Action", address, action, marked(action.text, asked, TEXT), marked(said, asked, TEXT))


def _interest(interest: Interest, asked: Asked) -> Result:
    said = _said(interest.description or "Nothing more is said", _under(interest))
    address = f"{reverse('meeting', args=[interest.meeting_id])}#interests"
    return _of_record("Interest", address, interest, marked(interest.name, asked), marked(said, asked, TEXT))


def _person(person: Person, asked: Asked) -> Result:
    others = [form.printed for form in person.forms.all() if form.printed != person.name]
    printed = [form for form in others if stand_in(form, asked)] or others
    text = marked(f"Also printed as {', '.join(printed[:6])}", asked, TEXT) if printed else []
    side = person.get_side_display() or "Person"
    return Result(side, reverse("person", args=[person.pk]), marked(person.name, asked), text, aside=_council(person))


def _page(page: DocumentPage, asked: Asked) -> Result:
    number = f"page={page.number}&" if page.number else ""
    query = f"{number}{urlencode({'words': asked.text})}"
    anchor = f"page-{page.number}" if page.number else "marked"
    address = f"{reverse('paper', args=[page.document_id])}?{query}#{anchor}"
    title = [Piece(f"{page.document}, page {page.number}" if page.number else str(page.document))]
    text = marked("\n".join(page.paragraphs), asked, TEXT)
    kind = page.document.get_kind_display() or "Paper"
    return Result(kind, address, title, text, page.document.meeting, None, address, page.number)


def _of_record(kind: str, address: str, record: Any, title: list[Piece], text: list[Piece]) -> Result:
    return Result(kind, address, title, text, record.meeting, record)


def _under(record: Any) -> str:
    return str(record.item) if record.item else ""


def _said(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _council(person: Person) -> str:
    return str(person.council) if person.council else ""


_SHOWN: dict[SearchKind, tuple[Callable[[Any], Any], Callable[[Any, Asked], Result]]] = {
    SearchKind.ITEM: (_of_meetings(AgendaItem), _item),
    SearchKind.RESOLUTION: (_of_meetings(Resolution, "item"), _resolution),
    SearchKind.ACTION: (_of_meetings(Action, "item"), _action),
    SearchKind.INTEREST: (_of_meetings(Interest, "item"), _interest),
    SearchKind.PERSON: (_people, _person),
    SearchKind.PAGE: (_pages, _page),
}
