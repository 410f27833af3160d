"""Pictures of pages: drawn by a worker, kept, and their words laid over them."""

import re
import time
from io import BytesIO
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from minutes.models import Document
from minutes.papers import awaited, tasks
from minutes.papers.locating import locate
from minutes.papers.page_images import PDF, page_image
from scrutiny.celery import app
from tests.builders import a_document, an_officer, with_pages
from tests.looking import as_

pytestmark = pytest.mark.django_db


@pytest.fixture
def pdf(demonstration: Path) -> Document:
    """Minutes of four pages."""
    body = (demonstration / "2025-11-12-children-and-families-minutes.pdf").read_bytes()
    return with_pages(a_document(body, filename="minutes.pdf", media_type=PDF), 4)


@pytest.fixture
def browser() -> Client:
    return as_(an_officer())


def picture(browser, document, number):
    return browser.get(reverse("page_picture", args=[document.pk, number]))


def drawn(browser, document, number):
    return b"".join(picture(browser, document, number).streaming_content)


def test_a_page_is_drawn_once_and_kept(browser, pdf):
    response = picture(browser, pdf, 2)
    image = Image.open(BytesIO(b"".join(response.streaming_content)))
    assert response.headers["Content-Type"] == "image/webp"
    assert "private" in response.headers["Cache-Control"]
    assert image.format == "WEBP"
    assert image.height / image.width == pytest.approx(841.9 / 595.3, abs=0.01)
    kept = Path(pdf.file.path).with_suffix("").with_name(f"{pdf.sha256}-pages") / "2.webp"
    kept.write_bytes(b"kept")
    assert b"".join(picture(browser, pdf, 2).streaming_content) == b"kept"


def test_a_page_that_is_not_there_has_no_picture(browser, pdf):
    assert picture(browser, pdf, 5).status_code == 404
    assert picture(browser, pdf, 0).status_code == 404


def test_a_file_that_cannot_be_drawn_is_tried_once(browser):
    document = with_pages(a_document(b"%PDF-1.7 and nothing more", media_type=PDF), 1)
    assert picture(browser, document, 1).status_code == 404
    kept = Path(document.file.path).with_name(f"{document.sha256}-pages") / "1.webp"
    assert kept.stat().st_size == 0
    assert picture(browser, document, 1).status_code == 404


def waiting(queue):
    """How many messages wait in a queue, whichever server keeps it."""
    with app.connection_for_read() as connection:
        return connection.default_channel._size(queue)


def test_a_page_nobody_drew_is_asked_of_a_worker_and_drawn_all_the_same_where_none_comes(browser, pdf):
    before = waiting("pictures"), waiting("celery")
    assert drawn(browser, pdf, 3)
    assert waiting("pictures") == before[0] + 1
    assert waiting("celery") == before[1], "a paper must not wait to be read behind pictures"
    assert drawn(browser, pdf, 3)
    assert waiting("pictures") == before[0] + 1


def test_a_worker_draws_a_page_and_finds_its_words(browser, pdf):
    tasks.draw(pdf.pk, 2)
    folder = Path(pdf.file.path).with_name(f"{pdf.sha256}-pages")
    assert {file.name for file in folder.iterdir()} == {"2.webp", "2.json"}
    tasks.draw(pdf.pk + 1, 1)  # a document that is not there any more


def test_a_picture_that_a_worker_brings_is_waited_for(browser, pdf, monkeypatch):
    monkeypatch.setattr(awaited, "PATIENCE", 20)
    worker = Thread(target=lambda: page_image(pdf, 1).close())
    begin = time.monotonic()
    worker.start()
    assert drawn(browser, pdf, 1)
    assert time.monotonic() - begin < 19
    worker.join()


def test_where_many_wait_for_pictures_the_next_is_told_to_come_again(browser, pdf):
    held = [awaited._WAITING.acquire(blocking=False) for _ in range(2)]
    try:
        response = picture(browser, pdf, 1)
        assert (held, response.status_code, response.headers["Retry-After"]) == ([True, True], 202, "1")
        assert response.headers["Cache-Control"] == "no-store"
    finally:
        awaited._WAITING.release(2)


def test_the_words_of_a_page_lie_over_its_picture_as_text(browser, pdf):
    svg = browser.get(reverse("page_words", args=[pdf.pk, 2])).content.decode()
    assert re.findall(r">([^<\n]+)</text>", svg)[:5] == ["A", "non-pecuniary", "interest", "was", "declared"]
    assert 'data-word="0" x="71' in svg


def place_of(text, paper):
    """Where a word stands that is once on the second page."""
    return next(word["box"] for line in locate(paper, 2) for word in line if word["text"] == text)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_words_stand_where_a_turned_page_shows_them(demonstration, tmp_path, turned):
    with pypdfium2.PdfDocument(demonstration / "2025-11-12-children-and-families-minutes.pdf") as paper:
        paper[1].set_rotation(turned)
        width, height = paper[1].get_size()
        paper.save(tmp_path / "turned.pdf")
    left, top, right, bottom = place_of("undertook", demonstration / "2025-11-12-children-and-families-minutes.pdf")
    shown = {
        90: [width - bottom, left, width - top, right],
        180: [width - right, height - bottom, width - left, height - top],
        270: [top, height - right, bottom, height - left],
    }
    assert place_of("undertook", tmp_path / "turned.pdf") == pytest.approx(shown[turned], abs=0.1)
