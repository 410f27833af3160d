"""The papers: their list, their pages with the words marked, and their files."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from minutes.models import Document, DocumentPage
from minutes.papers.page_images import PDF
from tests.builders import (
    a_councillor,
    a_document,
    a_meeting,
    a_resolution,
    an_action,
    an_item,
    an_officer,
    with_pages,
)
from tests.looking import as_

pytestmark = pytest.mark.django_db

BOXES = [[72.0, 100.0, 300.0, 112.0], [72.0, 114.0, 200.0, 126.0]]


@pytest.fixture
def browser(client: Client) -> Client:
    as_(a_councillor(), client)
    return client


@pytest.fixture
def pdf(demonstration: Path) -> Document:
    content = (demonstration / "2025-07-09-children-and-families-minutes.pdf").read_bytes()
    return with_pages(a_document(content, filename="minutes.pdf", media_type=PDF), 4)


@pytest.fixture
def meeting(pdf):
    return a_meeting(document=pdf)


def look(browser: Client, document: Document, **query) -> str:
    return browser.get(reverse("paper", args=[document.pk]), query).content.decode()


# --- pages -----------------------------------------------------------------------------------------------------------


def test_a_paper_shows_its_pages_beside_their_records(browser, pdf, meeting):
    a_resolution(meeting, "That the report be noted.", page=2)
    page = look(browser, pdf)
    assert page.count('class="app-sheet__picture"') == 4
    after = page.split('id="page-2"')[1].split('id="page-3"')[0]
    assert "That the report be noted." in after
    assert "Words of page 2" in after


def test_a_records_words_are_marked_on_their_page(browser, pdf, meeting):
    resolution = a_resolution(meeting, "That the report\nbe noted.", page=2, boxes=BOXES)
    page = look(browser, pdf, page=2, mark=f"resolution-{resolution.pk}")
    sheet = page.split('id="page-2"')[1].split('id="page-3"')[0]
    assert 'viewBox="0 0 595.30 841.90"' in sheet
    assert '<rect class="app-mark" x="70.50" y="98.50" width="231.00" height="15.00">' in sheet
    assert page.count('class="app-mark"') == 2
    assert "<blockquote" in page
    assert 'style="' not in page


def test_words_that_go_on_over_a_page_break_are_marked_on_both_pages(browser, pdf, meeting):
    rest = [{"text": "by May.", "page": 3, "boxes": [[72, 60, 90, 70]], "paragraph": None}]
    action = an_action(meeting, "Report back by May.", page=2, boxes=BOXES, quote_rest=rest)
    page = look(browser, pdf, page=2, mark=f"action-{action.pk}")
    assert page.split('id="page-3"')[1].split('id="page-4"')[0].count('class="app-mark"') == 1


def test_the_particulars_of_a_meeting_are_all_marked(browser, pdf):
    sources = {
        "date": {"text": "8 May", "page": 1, "boxes": [[1, 1, 2, 2]], "paragraph": None, "rest": []},
        "venue": {"text": "County Hall", "page": 1, "boxes": [[3, 3, 4, 4]], "paragraph": None, "rest": []},
    }
    meeting = a_meeting(document=pdf, page=1, quote="8 May", boxes=[[1, 1, 2, 2]], sources=sources)
    assert look(browser, pdf, mark=f"meeting-{meeting.pk}").count('class="app-mark"') == 2


@pytest.mark.parametrize(
    "mark", ["action-999999", "action-", "user-1", "action-1' or 1=1", "<script>", "action-" + "9" * 40]
)
def test_an_address_with_a_mark_that_is_none_shows_the_paper(browser, pdf, meeting, mark):
    page = look(browser, pdf, mark=mark)
    assert 'class="app-mark"' not in page
    assert "<script>" not in page.split("</head>")[1]


def test_a_mark_of_another_paper_is_not_shown(browser, pdf, meeting):
    other = an_action(a_meeting(), "Words of another paper", page=1, boxes=BOXES)
    assert "Words of another paper" not in look(browser, pdf, mark=f"action-{other.pk}")


def test_a_long_paper_is_shown_in_parts_and_opens_where_asked(browser):
    document = with_pages(a_document(media_type=PDF), 45)
    page = look(browser, document, page=23)
    assert 'id="page-21"' in page
    assert 'id="page-40"' in page
    assert 'id="page-41"' not in page
    assert 'id="page-45"' in look(browser, document, page="9999")
    assert 'id="page-1"' in look(browser, document, page="x")


def test_a_second_paper_of_a_meeting_leads_to_the_one_that_was_read(browser, pdf, meeting):
    copy = a_document(filename="minutes.docx", meeting=meeting)
    DocumentPage.objects.create(document=copy, paragraphs=["1. Roads"])
    page = look(browser, copy)
    assert "This paper says the same as" in page
    assert reverse("paper", args=[pdf.pk]) in page
    assert "This paper says the same as" not in look(browser, pdf)


def test_what_stands_in_a_paper_is_only_words(browser, pdf, meeting):
    DocumentPage.objects.filter(number=1).update(paragraphs=["<script>alert(1)</script>"])
    a_resolution(meeting, '"><img src=x onerror=alert(2)>', page=1)
    page = look(browser, pdf)
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_paper_without_pages_shows_its_paragraphs_with_the_words_marked(browser):
    document = a_document()
    DocumentPage.objects.create(document=document, paragraphs=["1. Roads", "Resolved: that <b>it</b> be noted."])
    resolution = a_resolution(
        a_meeting(document=document, page=None), "that <b>it</b> be noted", page=None, paragraph=2
    )
    page = look(browser, document, mark=f"resolution-{resolution.pk}")
    assert '<mark class="app-mark-words">that &lt;b&gt;it&lt;/b&gt; be noted</mark>' in page
    assert 'id="marked"' in page


def test_the_paper_of_an_exempt_meeting_is_not_there_for_councillors(browser, pdf, demonstration):
    a_meeting(document=pdf, exempt=True)
    for place in ("paper", "original"):
        assert browser.get(reverse(place, args=[pdf.pk])).status_code == 404
    assert browser.get(reverse("page_picture", args=[pdf.pk, 1])).status_code == 404
    assert pdf.filename not in browser.get(reverse("papers")).content.decode()
    as_(an_officer(), browser)
    assert browser.get(reverse("paper", args=[pdf.pk])).status_code == 200


def test_a_paper_with_an_exempt_item_is_not_there_for_councillors(browser, pdf, meeting):
    """Its pictures, its words and its file would show what is exempt."""
    an_item(meeting, "Roads")
    assert browser.get(reverse("paper", args=[pdf.pk])).status_code == 200
    an_item(meeting, "Settlement of a claim", exempt=True)
    for place in ("paper", "original"):
        assert browser.get(reverse(place, args=[pdf.pk])).status_code == 404
    assert browser.get(reverse("page_picture", args=[pdf.pk, 1])).status_code == 404
    assert pdf.filename not in names(browser)


@pytest.mark.parametrize("place", ["papers", "paper", "original"])
def test_strangers_sign_in_first(client, pdf, place):
    address = reverse(place, args=[] if place == "papers" else [pdf.pk])
    assert client.get(address).url.startswith(reverse("account_login"))


def queries(look_at) -> int:
    with CaptureQueriesContext(connection) as captured:
        look_at()
    return len(captured)


def test_more_records_cost_no_more_queries(browser, pdf, meeting):
    an_action(meeting)
    few = queries(lambda: look(browser, pdf))
    for _ in range(30):
        an_action(meeting)
        a_resolution(meeting)
    assert queries(lambda: look(browser, pdf)) == few


# --- files -----------------------------------------------------------------------------------------------------------


def test_the_file_comes_back_as_it_was_uploaded_and_opens_nowhere(browser):
    document = a_document(b"<script>alert(1)</script>", filename='min"utes\r\nX: y.txt')
    response = browser.get(reverse("original", args=[document.pk]))
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    assert "X" not in response.headers


# --- the list --------------------------------------------------------------------------------------------------------


def names(browser, **query) -> set[str]:
    return {document.filename for document in browser.get(reverse("papers"), query).context["page"]}


def test_the_list_is_filtered_by_kind_and_words(browser):
    a_document(filename="roads.pdf", kind="minutes")
    note = a_document(filename="note.docx")
    DocumentPage.objects.create(document=note, paragraphs=["The café in Llŷn", "closes in May"])
    assert names(browser) == {"roads.pdf", "note.docx"}
    assert names(browser, kind="minutes") == {"roads.pdf"}
    assert names(browser, kind="none") == {"note.docx"}
    assert names(browser, words="roads") == {"roads.pdf"}
    assert names(browser, words="may café") == {"note.docx"}
    assert names(browser, words="bridges") == set()


def test_the_list_is_filtered_by_the_state_of_the_newest_reading(browser):
    document = a_document(filename="twice.pdf")
    now = timezone.now()
    document.readings.create(state="could_not_read", finished_at=now)
    document.readings.create(state="read", finished_at=now)
    waits = a_document(filename="waits.pdf")
    waits.readings.create()
    assert names(browser, state="read") == {"twice.pdf"}
    assert names(browser, state="unread") == set()
    assert names(browser, state="open") == {"waits.pdf"}


def test_thirty_papers_cost_no_more_queries_than_one(browser):
    def a_paper_of_a_meeting():
        a_meeting().document.readings.create(state="read", finished_at=timezone.now())

    a_paper_of_a_meeting()
    one = queries(lambda: names(browser))
    for _ in range(29):
        a_paper_of_a_meeting()
    assert queries(lambda: names(browser)) == one
