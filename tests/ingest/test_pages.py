"""Uploading and watching, as a browser does it with and without a script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ingest.models import Reading, State
from ingest.reading.model import Problem
from minutes.models import Document
from tests.builders import a_councillor, a_meeting
from tests.looking import as_

pytestmark = pytest.mark.django_db

WORDS = b"Minutes of the Scrutiny Committee"
SCRIPT = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def browser(client: Client, officer) -> Client:
    as_(officer, client)
    return client


def file(content=WORDS, name="minutes.txt"):
    return SimpleUploadedFile(name, content)


def send(browser, *files, **how):
    return browser.post(reverse("upload"), {"files": list(files)}, **how)


def claimed(document):
    return Reading.objects.claim(document.readings.get().pk)


@pytest.mark.parametrize("place", ["upload", "upload_rows"])
def test_councillors_do_not_upload(client, place):
    as_(a_councillor(), client)
    assert client.get(reverse(place)).status_code == 403
    assert client.post(reverse("upload"), {"files": file()}).status_code == 403
    assert not Document.objects.exists()


def test_councillors_do_not_have_papers_read_again(client, upload):
    document = upload().document
    claimed(document).finish(State.COULD_NOT_READ)
    as_(a_councillor(), client)
    assert client.post(reverse("read_again", args=[document.pk])).status_code == 403
    assert document.readings.count() == 1


@pytest.mark.parametrize("place", ["upload", "upload_rows"])
def test_strangers_sign_in_first(client, place):
    assert client.get(reverse(place)).url.startswith(reverse("account_login"))


def test_many_files_at_once_become_rows(browser):
    response = send(browser, file(b"One", "one.txt"), file(b"Two", "two.txt"), file(b"Three", "three.txt"))
    assert response.status_code == 302
    page = browser.get(response.url).content.decode()
    assert [name in page for name in ("one.txt", "two.txt", "three.txt")] == [True] * 3
    assert "3 papers were uploaded." in page
    assert "3 papers still to be read." in page


def test_a_file_that_is_refused_keeps_none_of_the_others_out(browser):
    response = send(browser, file(b"", "empty.pdf"), file())
    page = response.content.decode()
    assert response.status_code == 422
    assert "empty.pdf: The file is empty." in page
    assert "There is a problem" in page
    assert Document.objects.get().filename == "minutes.txt"
    assert "minutes.txt" in page


def test_a_file_over_the_limit_is_refused(browser, settings):
    settings.UPLOAD_LIMIT = 100 * 1024
    page = send(browser, file(b"x" * 4_000_000, "large.txt")).content.decode()
    assert "large.txt: The file is larger than 100 KB." in page


def test_no_file_at_all_is_said(browser):
    response = browser.post(reverse("upload"), {})
    assert response.status_code == 422
    assert "Choose the papers to upload." in response.content.decode()


def test_a_script_gets_the_row_of_its_file(browser):
    row = send(browser, file(), **SCRIPT).content.decode()
    reading = Reading.objects.get()
    assert row.strip().startswith(f'<li class="app-upload" id="reading-{reading.pk}"')
    assert "Waiting" in row
    assert "<html" not in row


def test_a_script_gets_the_refusal_of_its_file(browser):
    response = send(browser, file(b"\x89PNG\r\n\x1a\n" + bytes(20), "minutes.pdf"), **SCRIPT)
    assert response.status_code == 200
    assert "Not uploaded" in response.content.decode()
    assert "This is a PNG picture" in response.content.decode()


def test_the_same_file_again_leads_to_the_paper_there_is(browser):
    send(browser, file())
    row = send(browser, file(name="copy.txt"), **SCRIPT).content.decode()
    document = Document.objects.get()
    assert reverse("paper", args=[document.pk]) in row
    assert "copy.txt is this very paper, which was here already" in row
    assert "minutes.txt was here already." in browser.get(send(browser, file()).url).content.decode()


def test_the_name_of_a_file_is_only_words(browser):
    send(browser, file(name="<script>alert(1)</script>.txt"))
    page = browser.get(reverse("upload")).content.decode()
    assert "<script>alert" not in page
    assert "script&gt;.txt" in page


def rows(browser, *readings, said=""):
    return browser.get(reverse("upload_rows"), {"open": [one.pk for one in readings], "said": said}).content.decode()


def test_a_row_shows_how_far_the_reader_is(browser, upload):
    reading = claimed(upload().document)
    reading.page_done(4, 11)
    page = rows(browser, reading)
    assert "Reading page 4 of 11" in page
    assert 'value="4" max="11"' in page
    assert 'hx-trigger="every 1s' in page


def test_a_row_that_is_read_leads_to_its_meeting_and_asks_no_more(browser, upload):
    reading, meeting = claimed(upload().document), a_meeting()
    reading.finish(State.READ, meeting=meeting)
    page = rows(browser, reading)
    assert reverse("meeting", args=[meeting.pk]) in page
    assert "every 1s" not in page
    assert 'name="open"' not in page


def test_a_row_that_failed_says_why_and_offers_to_read_again(browser, upload):
    reading = claimed(upload().document)
    reading.finish(State.COULD_NOT_READ, (Problem("This PDF is locked with a password."),), reason="encrypted")
    page = rows(browser, reading)
    assert "Could not be read" in page
    assert "This PDF is locked with a password." in page
    assert reverse("read_again", args=[reading.document_id]) in page


def test_a_paper_that_is_no_meetings_is_said_to_be_kept(browser, upload):
    reading = claimed(upload().document)
    reading.finish(State.READ_WITH_PROBLEMS, (Problem("This does not look like minutes."),))
    assert "It is kept, but no meeting was found in it" in rows(browser, reading)


def test_what_is_read_out_is_said_only_when_it_changes(browser, upload):
    reading = upload().reading
    assert 'id="said"' in rows(browser, reading)
    assert 'id="said"' not in rows(browser, reading, said="1")


def test_rows_take_no_nonsense(browser, upload):
    reading = upload().reading
    address = reverse("upload_rows")
    page = browser.get(address, {"open": ["x", "9" * 30, "-1", str(reading.pk)]}).content.decode()
    assert page.count("<li") == 1


def test_reading_again_waits_anew_and_goes_back(browser, upload):
    document = upload().document
    claimed(document).finish(State.COULD_NOT_READ)
    address, back = reverse("read_again", args=[document.pk]), reverse("paper", args=[document.pk])
    assert browser.get(address).status_code == 405
    response = browser.post(address, {"next": back})
    assert response.url == back
    assert [one.state for one in document.readings.all()] == [State.WAITING, State.COULD_NOT_READ]


def test_reading_again_goes_nowhere_else(browser, upload):
    document = upload().document
    response = browser.post(reverse("read_again", args=[document.pk]), {"next": "https://elsewhere.example/"})
    assert response.url == reverse("upload")


def test_the_rows_are_there_on_return_one_a_document(browser, upload):
    document = upload().document
    claimed(document).finish(State.COULD_NOT_READ)
    browser.post(reverse("read_again", args=[document.pk]))
    page = browser.get(reverse("upload")).content.decode()
    assert page.count('class="app-upload"') == 1


def test_thirty_rows_cost_no_more_queries_than_one(browser, upload, django_assert_max_num_queries):
    for number in range(30):
        upload(f"Minutes {number}".encode())
    one, *others = Reading.objects.all()
    with django_assert_max_num_queries(3):  # session, user, rows
        rows(browser, one)
    with django_assert_max_num_queries(3):
        assert rows(browser, one, *others).count("<li") == 30
