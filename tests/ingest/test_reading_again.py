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


EARLIER = ("0123456789ab", "")  # the latter from before readings said so


@pytest.fixture
def read(upload):
    """A paper that this reader read, or that another did."""

    def finished(content: str, by: str | None = None, state: State = State.READ) -> Reading:
        reading = upload(content=content).reading
        Reading.objects.claim(reading.pk).finish(state)
        if by is not None:
            Reading.objects.filter(pk=reading.pk).update(reader_version=by)
        reading.refresh_from_db()
        return reading

    return finished


def said(**options: int) -> str:
    out = StringIO()
    call_command("read_again", stdout=out, **options)
    return out.getvalue().strip()


def page_of(client, reading: Reading) -> str:
    return client.get(reverse("paper", args=[reading.document.pk])).content.decode()


def test_a_reading_says_which_reader_read(read):
    assert read("Minutes").reader_version == version()


@pytest.mark.parametrize("by", EARLIER)
@pytest.mark.parametrize("state", [State.READ, State.COULD_NOT_READ])
def test_papers_that_an_earlier_reader_read_are_asked_for_once(read, upload, by, state):
    read("Minutes of today")
    upload(content="Minutes that nobody has read yet")
    earlier = read("Minutes of long ago", by, state)
    assert said() == "Papers asked to be read again: 1."
    assert earlier.document in {reading.document for reading in Reading.objects.open()}
    assert said() == "Papers asked to be read again: 0."


def test_the_latest_come_first_and_what_is_left_is_said(read):
    papers = [read(f"Minutes {number}", by="0123456789ab").document for number in range(3)]
    assert said(most=2) == "Papers asked to be read again: 2. Left: 1. Run this again when these are read."
    assert {reading.document for reading in Reading.objects.open()} == set(papers[1:])


@pytest.mark.parametrize("by", EARLIER)
def test_the_page_of_such_a_paper_says_so_to_officers_alone(client, read, by):
    now, earlier = read("Minutes of today"), read("Minutes of long ago", by)
    client.force_login(an_officer())
    assert "earlier version of the reader" not in page_of(client, now)
    assert "Reading it again may find more" in page_of(client, earlier)
    client.force_login(a_councillor())
    assert "earlier version of the reader" not in page_of(client, earlier)


def test_a_paper_that_an_earlier_reader_could_not_read_is_not_said_to_be_read(client, read):
    failed = read("Minutes of long ago", "0123456789ab", State.COULD_NOT_READ)
    client.force_login(an_officer())
    assert "Another try may succeed" in page_of(client, failed)
    assert "Read by an earlier version" not in page_of(client, failed)
