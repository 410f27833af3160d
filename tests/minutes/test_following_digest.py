"""Digests: what is in them, and that each goes out once, whatever becomes of the worker."""

from __future__ import annotations

import datetime as dt
import re
import smtplib
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from minutes.following import digest, numbers, responses, sending, tasks
from minutes.models import Digest, DigestChoice
from tests.builders import a_councillor, a_meeting, a_person, a_recommendation, an_action, an_officer
from tests.looking import as_, in_days, words_of

pytestmark = pytest.mark.django_db

MONDAY = dt.datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def officer():
    return chooses(an_officer(first_name="Ann", last_name="Officer"), "daily")


@pytest.fixture
def overdue():
    return an_action(a_meeting(), "Rewrite the web page", owner="Damian Okoro", due=dt.date(2026, 1, 5))


def chooses(user, often):
    DigestChoice.objects.create(user=user, often=often)
    return user


def tell(now=MONDAY):
    return [sending.send(user, often, day, now) for user, often, day in list(sending.due(now))]


def test_an_officer_is_told_what_is_overdue(officer, overdue):
    assert tell() == [True]
    message = mail.outbox[0]
    assert message.subject == "Scrutiny: 1 overdue"
    assert message.to == [officer.email]
    html = message.alternatives[0][0]
    for text in (message.body, html):
        assert "Rewrite the web page" in text
        assert f"/actions/{overdue.pk}/" in text


def test_nobody_is_told_twice_of_one_day(officer, overdue):
    tell()
    tell(MONDAY + dt.timedelta(hours=3))
    assert len(mail.outbox) == 1
    tell(MONDAY + dt.timedelta(days=1))
    assert len(mail.outbox) == 2


def test_where_there_is_nothing_to_tell_no_mail_is_sent(officer):
    assert tell() == [False]
    assert mail.outbox == []
    assert Digest.objects.get().state == "nothing"


def test_who_did_not_choose_it_is_not_told(overdue):
    an_officer()
    chooses(an_officer(), "never")
    chooses(an_officer(is_active=False), "daily")
    assert tell() == []


@pytest.mark.parametrize(
    ("often", "now", "day"),
    [
        ("daily", MONDAY, MONDAY.date()),
        ("daily", MONDAY.replace(hour=6), None),
        ("daily", MONDAY - dt.timedelta(days=1), None),
        ("weekly", MONDAY.replace(hour=6), None),
        ("weekly", MONDAY, MONDAY.date()),
        ("weekly", MONDAY + dt.timedelta(days=3), MONDAY.date()),
        ("never", MONDAY, None),
    ],
)
def test_a_message_is_due_in_the_morning_of_its_day(often, now, day):
    assert sending.day_of(often, now) == day


def test_a_worker_that_died_before_sending_costs_a_quarter_of_an_hour(officer, overdue):
    assert sending.claim(officer, "daily", MONDAY.date(), MONDAY) is not None
    assert tell(MONDAY + dt.timedelta(minutes=5)) == []
    assert tell(MONDAY + dt.timedelta(minutes=16)) == [True]
    assert len(mail.outbox) == 1


def test_a_worker_that_died_while_sending_sends_nothing_twice(officer, overdue, monkeypatch):
    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(EmailBackend, "send_messages", dies)
    with pytest.raises(KeyboardInterrupt):
        tell()
    monkeypatch.undo()
    assert tell(MONDAY + dt.timedelta(hours=2)) == []
    assert Digest.objects.get().state == "sending"
    page = words_of(as_(officer).get("/told/"))
    assert "it may not have arrived, and is not sent twice" in page


def test_what_the_mail_server_refused_is_tried_again(officer, overdue, monkeypatch):
    def refuses(*_):
        raise smtplib.SMTPConnectError(421, b"busy")

    monkeypatch.setattr(EmailBackend, "send_messages", refuses)
    assert tell() == [False]
    monkeypatch.undo()
    assert tell(MONDAY + dt.timedelta(minutes=16)) == [True]


def test_two_workers_at_once_send_one_message(officer, overdue):
    first = sending.claim(officer, "daily", MONDAY.date(), MONDAY)
    assert first is not None
    assert sending.send(officer, "daily", MONDAY.date(), MONDAY) is False
    assert mail.outbox == []


def test_one_person_s_broken_message_keeps_no_other_from_being_sent(officer, overdue, monkeypatch):
    chooses(an_officer(), "weekly")
    sound = digest.of

    def broken(user, *rest):
        if user == officer:
            raise ValueError("broken")
        return sound(user, *rest)

    monkeypatch.setattr(
        sending, "due", lambda _: [(one.user, one.often, MONDAY.date()) for one in DigestChoice.objects.all()]
    )
    monkeypatch.setattr(digest, "of", broken)
    tasks.tell()
    assert len(mail.outbox) == 1


def test_a_councillor_is_told_of_their_own_actions_alone(overdue):
    own = an_action(a_meeting(), "Visit the school", owner_person=a_person("Tariq Mahmood"), due=in_days(3))
    councillor = chooses(a_councillor(person=own.owner_person), "daily")
    told = digest.of(councillor, "daily", MONDAY)
    assert (told.overdue, told.soon) == ([], [own])


def test_an_answer_is_told_once_after_it_is_written_down(officer):
    recommendation = a_recommendation(a_meeting())
    numbers.number([recommendation])
    before = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
    response = responses.answer(recommendation, officer, "accepted", dt.date(2026, 1, 5))
    assert digest.of(officer, "daily", before).answered == [response]
    assert digest.of(officer, "daily", dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)).answered == []


def test_what_is_exempt_is_told_to_officers_alone(officer):
    meeting = a_meeting(exempt=True)
    secret = an_action(meeting, "Close the site", owner_person=a_person(), due=in_days(-3))
    councillor = a_councillor(person=secret.owner_person)
    assert digest.of(officer, "daily", MONDAY).overdue == [secret]
    assert digest.of(councillor, "daily", MONDAY).is_empty


def test_a_person_chooses_how_often(client):
    user = a_councillor()
    signed_in = as_(user)
    assert words_of(signed_in.get("/told/")).count("Every Monday") == 1
    signed_in.post("/told/", {"often": "weekly"})
    assert DigestChoice.objects.get(user=user).often == "weekly"
    assert signed_in.post("/told/", {"often": "hourly"}).status_code == 422


def test_the_link_in_a_message_stops_it_without_signing_in(officer, overdue):
    tell()
    link = re.search(r"Stop it without signing in: http://[^/]+(\S+)", mail.outbox[0].body)
    assert link is not None
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stranger = Client(enforce_csrf_checks=True)
    assert "Stop these messages?" in words_of(stranger.get(link[1]))
    assert DigestChoice.objects.get().often == "daily"
    stranger.post(link[1])
    assert DigestChoice.objects.get().often == "never"


def test_a_made_up_link_stops_nobody(officer):
    response = Client().post("/told/stop/made-up/")
    assert response.status_code == 404
    assert DigestChoice.objects.get().often == "daily"
