"""The row that is the queue's truth: claims, their end, and what a sweep picks up."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ingest.models import CLAIM, WAKE_AGAIN, Reading, State
from ingest.reading.model import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(upload):
    return upload().reading


def dead(reading):
    """The worker was not heard of since its claim ran out."""
    Reading.objects.filter(pk=reading.pk).update(claim_expires_at=timezone.now() - dt.timedelta(seconds=1))


def test_of_two_claims_one_wins(reading):
    assert Reading.objects.claim(reading.pk) == reading
    assert Reading.objects.claim(reading.pk) is None


def test_a_claim_that_ran_out_is_open_to_another_worker(reading):
    Reading.objects.claim(reading.pk)
    dead(reading)
    again = Reading.objects.claim(reading.pk)
    assert again.attempts == 2
    assert again.claim_expires_at > timezone.now()


def test_whoever_lost_the_claim_records_nothing(reading):
    slow = Reading.objects.claim(reading.pk)
    dead(reading)
    quick = Reading.objects.claim(reading.pk)
    assert not slow.page_done(3, 4)
    assert not slow.finish(State.COULD_NOT_READ, (Problem("Too slow."),))
    assert quick.finish(State.READ)
    reading.refresh_from_db()
    assert (reading.state, reading.problems, reading.pages_done) == (State.READ, [], 0)


def test_what_is_finished_cannot_be_claimed(reading):
    Reading.objects.claim(reading.pk).finish(State.READ)
    assert Reading.objects.claim(reading.pk) is None


def test_progress_renews_the_claim(reading):
    claimed = Reading.objects.claim(reading.pk)
    Reading.objects.update(claim_expires_at=timezone.now() + dt.timedelta(seconds=1))
    assert claimed.page_done(4, 11)
    reading.refresh_from_db()
    assert (reading.pages_done, reading.pages_total) == (4, 11)
    assert reading.claim_expires_at > timezone.now() + CLAIM - dt.timedelta(seconds=10)


def test_the_outcome_is_kept_in_an_officers_words(reading):
    Reading.objects.claim(reading.pk).finish(State.READ_WITH_PROBLEMS, (Problem("Page 2 has no text.", 2),))
    reading.refresh_from_db()
    assert reading.problems == [{"sentence": "Page 2 has no text.", "page": 2}]
    assert reading.sentences == ["Page 2 has no text."]
    assert reading.finished_at is not None
    assert not reading.is_open


def test_the_sweep_leaves_alone_what_was_just_sent_for(reading):
    Reading.objects.update(woken_at=timezone.now())
    assert not Reading.objects.to_wake().exists()


@pytest.mark.parametrize("woken_at", [None, timezone.now() - WAKE_AGAIN - dt.timedelta(seconds=1)])
def test_the_sweep_finds_what_no_message_is_on_its_way_for(reading, woken_at):
    Reading.objects.update(woken_at=woken_at)
    assert list(Reading.objects.to_wake()) == [reading]


def test_the_sweep_finds_what_a_dead_worker_left(reading):
    Reading.objects.update(woken_at=timezone.now())
    Reading.objects.claim(reading.pk)
    assert not Reading.objects.to_wake().exists()
    dead(reading)
    assert list(Reading.objects.to_wake()) == [reading]


def test_a_document_has_one_reading_at_a_time(reading):
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(document=reading.document)
    Reading.objects.claim(reading.pk).finish(State.READ)
    newer = Reading.objects.create(document=reading.document)
    assert list(Reading.objects.latest()) == [newer]


@pytest.mark.parametrize(
    "change",
    [
        {"state": "lost"},
        {"state": State.READING},
        {"state": State.READ},
        {"pages_done": 5, "pages_total": 4},
        {"finished_at": timezone.now()},
    ],
)
def test_rows_that_make_no_sense_are_refused(reading, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.update(**change)
