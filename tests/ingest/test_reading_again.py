"""After an upgrade: which papers an earlier reader read, and what has them read again."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from ingest.models import Reading, State
from ingest.reading.version import version
from tests.builders import a_councillor, an_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(upload):
    """A paper that this reader read, or that the one named did."""

    def finished(content: bytes, by: str = "") -> Reading:
        reading = upload(content=content).reading
        Reading.objects.claim(reading.pk).finish(State.READ)
        if by:
            Reading.objects.filter(pk=reading.pk).update(reader_version=by)
        reading.refresh_from_db()
        return reading

    return finished


def said(**options: int) -> str:
    out = StringIO()
    call_command("read_again", stdout=out, **options)
    return out.getvalue().strip()


def test_a_reading_says_which_reader_read(read):
    assert read(b"Minutes").reader_version == version()


def test_papers_that_an_earlier_reader_read_are_asked_for_once(read):
    read(b"Minutes of today")
    earlier = read(b"Minutes of long ago", by="0123456789ab")
    assert said() == "Papers asked to be read again: 1."
    assert [reading.document for reading in Reading.objects.open()] == [earlier.document]
    assert said() == "Papers asked to be read again: 0."


def test_the_latest_come_first_and_what_is_left_is_said(read):
    papers = [read(f"Minutes {number}".encode(), by="0123456789ab").document for number in range(3)]
    assert said(most=2) == "Papers asked to be read again: 2. Left: 1. Run this again when these are read."
    assert {reading.document for reading in Reading.objects.open()} == set(papers[1:])


def test_the_page_of_such_a_paper_says_so_to_officers(client, read):
    pages = {
        by: reverse("paper", args=[read(f"Minutes {by}".encode(), by=by).document.pk]) for by in ("", "0123456789ab")
    }
    client.force_login(an_officer())
    told = {by: "earlier version of the reader" in client.get(page).content.decode() for by, page in pages.items()}
    assert told == {"": False, "0123456789ab": True}
    client.force_login(a_councillor())
    assert "earlier version of the reader" not in client.get(pages["0123456789ab"]).content.decode()
