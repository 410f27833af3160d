"""Where the words of scanned pages stand: kept as they were read, to be chosen from and to mark."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from django.urls import reverse

from ingest import filing
from ingest.filing.words import words_of
from ingest.reading.model import Box, Line, PageRead, Span
from minutes.models import Action, Document
from minutes.papers.page_images import PDF, page_words
from tests.builders import a_document, an_officer
from tests.ingest.papers import a_reading, item, paper
from tests.looking import as_

pytestmark = pytest.mark.django_db


def line(text: str, top: float) -> Line:
    box = Box(72, top, 72 + 6.0 * len(text), top + 12)
    return Line(1, box, (Span(text, box, 11.0),))


def scanned(*texts: str) -> Any:
    lines = tuple(line(text, 100 + 20 * at) for at, text in enumerate(texts))
    read = paper(items=[item("1", "Roads")])
    return dataclasses.replace(read, scanned=True, pages=(PageRead(1, texts, 595.0, 842.0, lines),))


@pytest.fixture
def document() -> Document:
    return a_document(b"%PDF-1.7 a picture alone", filename="scan.pdf", media_type=PDF)


def test_a_line_gives_each_word_its_share_of_the_width() -> None:
    told = words_of(line("Officers to  reply", 100))
    assert [word["text"] for word in told] == ["Officers", "to", "reply"]
    assert [word["box"] for word in told] == [[72, 100, 120, 112], [126, 100, 138, 112], [150, 100, 180, 112]]


def test_words_of_a_scan_are_chosen_as_the_source_of_a_new_action(document: Document) -> None:
    meeting = filing.file(a_reading(document), scanned("1 Roads", "Officers to reply by May."))
    ann = as_(an_officer())
    assert ">reply</text>" in ann.get(reverse("page_words", args=[document.pk, 1])).content.decode()
    told = {"page": 1, "first": 2, "last": 4, "text": "Reply", "version": 1}
    ann.post(reverse("check_add", args=[meeting.pk, "action"]), told)
    action = Action.objects.get()
    assert (action.quote, action.page, action.boxes) == ("Officers to reply", 1, [[72, 120, 174, 132]])


def test_the_newest_reading_says_where_the_words_are(document: Document) -> None:
    filing.file(a_reading(document), scanned("1 R0ads"))
    filing.file(a_reading(document), scanned("1 Roads"))
    assert [word["text"] for words in page_words(document, 1) for word in words] == ["1", "Roads"]
