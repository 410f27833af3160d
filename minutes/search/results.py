"""What is shown of a record that was found: what it is, its title and text with the words marked, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minutes.models import (
    Action,
    AgendaItem,
    Document,
    DocumentPage,
    Interest,
    Meeting,
    Person,
    Resolution,
    SearchKind,
)
from minutes.people.seen import seen_by
from minutes.plain import words as in_words
from minutes.search.asking import Asked
from minutes.search.marking import TEXT, TITLE, marked, stand_in
from minutes.search.wanted import Hit

if TYPE_CHECKING:
    from minutes.models import User

# The columns that results show: a record has thirty, some of them long.
_SOURCE = ("meeting", "document", "page")
_MEETING = ("date", "title", "committee__name", "committee__short_name", "council__name")
_PAPER = ("filename", "kind", "meeting")


@dataclass(frozen=True, slots=True)
class Result:
    """One record in the list. ``record`` has a source where it is read from a paper; ``page`` is a paper's."""

    kind: str
    address: str
    title: SafeString
    text: SafeString
    meeting: Meeting | None = None
    record: Any = None
    page_address: str = ""
    page_number: int | None = None
    aside: str = ""


def results(hits: Sequence[Hit], asked: Asked, user: User) -> list[Result]:
    """The results of a page of hits in their order. A few queries; what the user may not see is left out."""
    found: dict[int, list[Any]] = {}
    for kind in {hit.kind for hit in hits}:
        wanted = [hit.record for hit in hits if hit.kind == kind]
        rows, _ = _SHOWN[SearchKind(kind)]
        found[kind] = list(rows(user, wanted))
    _give_meetings(found, user)
    shown: dict[tuple[int, int], Result] = {}
    for kind, records in found.items():
        shown |= {(kind, record.pk): _SHOWN[SearchKind(kind)][1](record, asked) for record in records}
    return [shown[hit.kind, hit.record] for hit in hits if (hit.kind, hit.record) in shown]


def _give_meetings(found: dict[int, list[Any]], user: User) -> None:
    """Give records, and the papers of pages, their meetings: each of these is asked for once, and all at once."""
    of_meetings = [record for kind, records in found.items() if kind != SearchKind.PERSON for record in records]
    bearers = [record.document if isinstance(record, DocumentPage) else record for record in of_meetings]
    wanted = {bearer.meeting_id for bearer in bearers} - {None}
    rows = Meeting.objects.order_by().select_related("committee", "council").only(*_MEETING)
    meetings = rows.in_bulk(wanted) if wanted else {}
    for bearer in bearers:
        if bearer.meeting_id:
            bearer.meeting = meetings.get(bearer.meeting_id)


def known_to(user: User, people: Iterable[int]) -> set[int]:
    """Those of some people whom records name that the user may see: the others are nobody to them."""
    found = Person.objects.current() if user.is_officer else seen_by(user)
    return set(found.filter(pk__in=list(people)).values_list("pk", flat=True))


# --- a kind's rows, and how it is shown -------------------------------------------------------------------------------


Rows = Callable[[Any, list[int]], Iterable[Any]]


def _of_meetings(model: Any, *columns: str) -> Rows:
    def rows(user: User, wanted: list[int]) -> Iterable[Any]:
        # Their order is that of the hits: the model's own would be joined, and sorted by, for nothing.
        visible = model.objects.visible_to(user).filter(pk__in=wanted).order_by()
        return (visible.select_related("item") if model is not AgendaItem else visible).only(*_SOURCE, *columns)

    return rows


def _pages(user: User, wanted: list[int]) -> Iterable[Any]:
    """Pages of papers that the user may see; of these papers alone it is asked whether."""
    pages = list(DocumentPage.objects.filter(pk__in=wanted).order_by().only("document", "number", "paragraphs"))
    papers = Document.objects.visible_to(user).order_by().only(*_PAPER).in_bulk({page.document_id for page in pages})
    for page in pages:
        if paper := papers.get(page.document_id):
            page.document = paper
            yield page


def _people(user: User, wanted: list[int]) -> Iterable[Any]:
    known = known_to(user, wanted)
    return Person.objects.filter(pk__in=known).order_by().select_related("council").prefetch_related("forms")


def _item(item: AgendaItem, asked: Asked) -> Result:
    title = f"{item.number} {item.title}".strip()
    address = f"{reverse('meeting', args=[item.meeting_id])}#item-{item.pk}"
    return _of_record("Agenda item", address, item, _html(title, asked), _html(item.text, asked, TEXT))


def _resolution(resolution: Resolution, asked: Asked) -> Result:
    kind = "Recommendation" if resolution.is_recommendation else "Resolution"
    address = reverse("resolution", args=[resolution.pk])
    said = _said(_under(resolution), resolution.recipient and f"To {resolution.recipient}")
    return _of_record(kind, address, resolution, _html(resolution.text, asked, TEXT), _html(said, asked, TEXT))


def _action(action: Action, asked: Asked) -> Result:
    due = f"due {in_words(action.due)}" if action.due else ""
    said = _said(_under(action), action.owner or "nobody is named", due, action.get_status_display().lower())
    address = reverse("action", args=[action.pk])
    return _of_record("Action", address, action, _html(action.text, asked, TEXT), _html(said, asked, TEXT))


def _interest(interest: Interest, asked: Asked) -> Result:
    said = _said(interest.description or "Nothing more is said", _under(interest))
    address = f"{reverse('meeting', args=[interest.meeting_id])}#interests"
    return _of_record("Interest", address, interest, _html(interest.name, asked), _html(said, asked, TEXT))


def _person(person: Person, asked: Asked) -> Result:
    others = [form.printed for form in person.forms.all() if form.printed != person.name]
    printed = [form for form in others if stand_in(form, asked)] or others
    text = _html(f"Also printed as {', '.join(printed[:6])}", asked, TEXT) if printed else SafeString("")
    side = person.get_side_display() or "Person"
    return Result(side, reverse("person", args=[person.pk]), _html(person.name, asked), text, aside=_council(person))


def _page(page: DocumentPage, asked: Asked) -> Result:
    number = f"page={page.number}&" if page.number else ""
    query = f"{number}{urlencode({'words': asked.text})}"
    anchor = f"page-{page.number}" if page.number else "marked"
    address = f"{reverse('paper', args=[page.document_id])}?{query}#{anchor}"
    title = escape(f"{page.document}, page {page.number}" if page.number else page.document)
    text = _html("\n".join(page.paragraphs), asked, TEXT)
    kind = page.document.get_kind_display() or "Paper"
    return Result(kind, address, title, text, page.document.meeting, None, address, page.number)


def _of_record(kind: str, address: str, record: Any, title: SafeString, text: SafeString) -> Result:
    return Result(kind, address, title, text, record.meeting, record)


def _html(text: str, asked: Asked, most: int = TITLE) -> SafeString:
    """A text with the words marked, everything else escaped: nothing that a paper says becomes HTML."""
    pieces = (
        f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in marked(text, asked, most)
    )
    return mark_safe("".join(pieces))  # noqa: S308 - escaped piece by piece


def _under(record: Any) -> str:
    return str(record.item) if record.item else ""


def _said(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _council(person: Person) -> str:
    return str(person.council) if person.council else ""


_UNDER = ("item__number", "item__title")
_SHOWN: dict[SearchKind, tuple[Rows, Callable[[Any, Asked], Result]]] = {
    SearchKind.ITEM: (_of_meetings(AgendaItem, "number", "title", "text"), _item),
    SearchKind.RESOLUTION: (_of_meetings(Resolution, "text", "decision", "recipient", *_UNDER), _resolution),
    SearchKind.ACTION: (_of_meetings(Action, "text", "owner", "due", "status", *_UNDER), _action),
    SearchKind.INTEREST: (_of_meetings(Interest, "name", "description", "kind", *_UNDER), _interest),
    SearchKind.PERSON: (_people, _person),
    SearchKind.PAGE: (_pages, _page),
}
