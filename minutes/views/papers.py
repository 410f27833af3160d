"""A paper beside the records read from it, and the file as it was uploaded. Their list is in paper_list."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import get_valid_filename

from minutes.checking import chosen_words
from minutes.checking.cards import Card, cards, marked_record
from minutes.inputs import whole_number
from minutes.models import Document, Version
from minutes.models.extracted import Extracted
from minutes.papers import awaited, passages, sheets
from minutes.papers.page_images import PDF, page_image
from minutes.permissions import signed_in
from minutes.search import on_pages
from minutes.search.asking import Asked, understood

FOR_EVER = "private, max-age=31536000, immutable"  # a document's file never changes; it is not for shared caches


@signed_in
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper beside its records; ``?page=3&mark=action-12`` opens it at a page with a record's words marked.

    ``?page=3&words=walking+routes`` marks on that page what somebody searched for.
    """
    document = _document(request, pk)
    marked = marked_record(document, request.user, request.GET.get("mark", ""))
    sought = understood("" if marked else request.GET.get("words", ""))
    context = {"document": document, "marked": marked, "sought": sought, "is_pdf": document.media_type == PDF}
    context["earlier_versions"] = _earlier_versions(request, document)
    shown = _pages if document.page_count else _paragraphs
    return render(request, "minutes/paper.html", context | shown(request, document, marked, sought))


def _earlier_versions(request: HttpRequest, document: Document) -> list[Document]:
    """Earlier versions of the paper that a meeting's records are read from; none of any other."""
    if document.meeting is None or document.meeting.document_id != document.pk:
        return []
    same = Document.objects.visible_to(request.user).filter(meeting=document.meeting_id, version=Version.EARLIER)
    return list(same.order_by("-uploaded_at", "-pk"))


def _pages(request: HttpRequest, document: Document, marked: Extracted | None, sought: Asked) -> dict[str, Any]:
    count = document.page_count or 0
    wanted = min(_number(request, (marked and marked.page) or 1), count)
    screen = sheets.screen_of(wanted, count)
    beside = cards(document, request.user, marked, screen)
    shown = sheets.sheets(document, screen, beside)
    if card := _card(beside, marked):
        sheets.mark(shown, card)
    for sheet in shown:
        if sought and sheet.number == wanted:
            on_pages.mark_sheet(document, sheet, sought)
    return {"sheets": shown, "screens": _screens(count, sheets.AT_ONCE, wanted), "card": card, "wanted": wanted}


def _paragraphs(request: HttpRequest, document: Document, marked: Extracted | None, sought: Asked) -> dict[str, Any]:
    whole = document.pages.first()
    beside = cards(document, request.user, marked)
    shown, elsewhere = passages.passages(whole.paragraphs if whole else [], beside)
    marked_at = next((passage.number for passage in shown if passage.is_marked), None)
    marked_at = on_pages.mark_passages(shown, sought) if sought else marked_at
    wanted = _number(request, marked_at or 1)
    return {
        "passages": passages.screen_of(shown, wanted),
        "elsewhere": elsewhere,
        "screens": _screens(len(shown), passages.AT_ONCE, wanted),
        "card": _card(beside, marked),
        "marked_at": marked_at,
    }


def _screens(count: int, at_once: int, wanted: int) -> list[dict[str, Any]]:
    """The parts in which a long paper is shown: first and last page or paragraph, and whether it is this one."""
    parts = [(first, min(first + at_once - 1, count)) for first in range(1, count + 1, at_once)]
    return [{"first": first, "last": last, "here": first <= wanted <= last} for first, last in parts]


def _card(beside: list[Card], marked: Extracted | None) -> Card | None:
    """The card of the marked record; it may begin on a page of another screen."""
    if marked is None:
        return None
    return next((card for card in beside if card.marked), None) or Card.of(marked)


def _number(request: HttpRequest, otherwise: int) -> int:
    asked = whole_number(request.GET.get("page"))
    return otherwise if asked is None else asked


@signed_in
def page_picture(request: HttpRequest, pk: int, number: int) -> HttpResponse | FileResponse:
    """One page of a PDF as a WebP picture. A worker draws it; where none comes in time, it is drawn here."""
    document = _document(request, pk)
    if not 1 <= number <= (document.page_count or 0):
        raise Http404("This paper has no such page.")
    if awaited.drawn_in_time(document, number) is None:
        return HttpResponse(status=HTTPStatus.ACCEPTED, headers={"Retry-After": "1", "Cache-Control": "no-store"})
    picture = page_image(document, number)
    if picture is None:
        raise Http404("This page cannot be drawn.")
    return FileResponse(picture, content_type="image/webp", headers={"Cache-Control": FOR_EVER})


@signed_in
def page_words(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The words of a page where they stand, as text to lie over its picture and to be selected there."""
    document = _document(request, pk)
    page = get_object_or_404(document.pages, number=number)
    response = render(request, "minutes/page_words.html", {"page": page, "lines": chosen_words.lines(document, number)})
    response.headers["Cache-Control"] = "private, max-age=300"  # reading a scan again may find other words
    return response


@signed_in
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it was uploaded, to keep and never to open in the page: it is a stranger's."""
    document = _document(request, pk)
    try:
        file = document.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404("The file is not where it is kept.") from missing
    response = FileResponse(file, as_attachment=True, filename=_safe(document), content_type=_type(document))
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _safe(document: Document) -> str:
    """The uploaded name with nothing in it that a browser or a file system could take for something else."""
    try:
        return get_valid_filename(document.filename)
    except SuspiciousFileOperation:
        return f"paper-{document.pk}"


def _type(document: Document) -> str:
    return document.media_type or "application/octet-stream"


def _document(request: HttpRequest, pk: int) -> Document:
    visible = Document.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("meeting__committee", "meeting__council", "uploaded_by"), pk=pk)
