"""Feeds at private addresses: for whom they are, news, and how they are closed."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from minutes.feeds.wording import plainly, title
from minutes.models import FeedAddress, Response, User
from minutes.people import identity
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_item,
    an_officer,
)
from tests.looking import in_days
from tests.minutes.subscribed import ATOM, an_address, entries, fetched, parts

pytestmark = pytest.mark.django_db

# --- whose ------------------------------------------------------------------------------------------------------------


def test_a_committee_s_calendar_has_its_own_alone() -> None:
    other = a_meeting(committee=a_committee("Health Scrutiny Committee"), date=in_days(-3))
    mine = a_meeting(date=in_days(-3))
    an_action(other, due=in_days(1))
    action = an_action(mine, due=in_days(1))
    events = parts(fetched(an_officer(), scope="committee", committee=mine.committee), "VEVENT")
    assert set(events) == {f"action-{action.pk}", f"meeting-{mine.pk}"}


def test_my_calendar_has_what_i_own_and_where_i_was_under_all_my_names() -> None:
    person, namesake = a_person("Tariq Mahmood"), a_person("T Mahmood")
    councillor = a_councillor(person=person)
    mine, other = a_meeting(date=in_days(-3), next_date=in_days(40)), a_meeting(date=in_days(-9))
    an_attendee(mine, person=namesake)
    action = an_action(mine, due=in_days(1), owner_person=namesake)
    an_action(other, due=in_days(1), owner="Somebody else")
    identity.merge(namesake, person, an_officer())
    upcoming = f"next-{mine.committee_id}-{in_days(40):%Y%m%d}"
    wanted = {f"action-{action.pk}", f"meeting-{mine.pk}", upcoming}
    assert set(parts(fetched(councillor, scope="mine"), "VEVENT")) == wanted
    assert set(parts(fetched(an_officer(), scope="person", person=namesake), "VEVENT")) == wanted
    assert parts(fetched(an_officer(), scope="mine"), "VEVENT") == {}


@pytest.mark.parametrize("kind", ["calendar", "tasks", "meetings", "decisions"])
def test_exempt_matters_are_in_nothing_of_a_councillor_s(kind: str) -> None:
    closed, opened = a_meeting(exempt=True, date=in_days(-3), next_date=in_days(9)), a_meeting(date=in_days(-2))
    item = an_item(opened, exempt=True)
    for where, under in ((closed, None), (opened, item)):
        an_action(where, "Secret matter", item=under, due=in_days(1))
        recommendation = a_recommendation(where, "Secret matter", item=under)
        Response.objects.create(resolution=recommendation, due=in_days(1))
    assert b"Secret" in fetched(an_officer(), kind) or kind == "meetings"
    told = fetched(a_councillor(), kind)
    assert b"Secret" not in told
    assert f"meeting-{closed.pk}".encode() not in told
    assert b"next-" not in told


@pytest.mark.parametrize("kind", ["calendar", "tasks", "meetings", "decisions"])
def test_queries_do_not_grow_with_rows(kind: str, django_assert_max_num_queries) -> None:
    address = an_address(a_councillor(), kind)[1]

    def queries() -> int:
        with django_assert_max_num_queries(12) as counted:
            assert Client().get(address).status_code == 200
        return len(counted)

    def fill(days: int) -> None:
        meeting = a_meeting(date=in_days(-days), next_date=in_days(days))
        an_action(meeting, due=in_days(days), owner_person=a_person(f"Anne Smith{days}"))
        Response.objects.create(resolution=a_recommendation(meeting, item=an_item(meeting)), due=in_days(days))

    fill(1)
    queries()
    before = queries()
    for days in range(2, 6):
        fill(days)
    assert queries() == before


# --- news -------------------------------------------------------------------------------------------------------------


def test_new_meetings_are_entries_that_lead_to_their_pages() -> None:
    meeting = a_meeting(venue="County Hall")
    an_action(meeting)
    content = fetched(an_officer(), "meetings")
    root = ET.fromstring(content)  # noqa: S314
    assert root.tag == f"{ATOM}feed"
    assert {f"{ATOM}{name}" for name in ("id", "title", "updated", "author", "link")} <= {part.tag for part in root}
    entry = entries(content)[0]
    assert entry["title"] == "Minutes: Children and Families Scrutiny Committee, 12 November 2025"
    assert entry["link"] == f"http://testserver/meetings/{meeting.pk}/"
    assert entry["id"] == f"tag:testserver,2026:meeting-{meeting.pk}"
    assert entry["summary"] == "County Hall: 0 items, 1 action."
    assert dt.datetime.fromisoformat(entry["updated"]) <= timezone.now()


def test_new_decisions_are_entries_newest_first() -> None:
    meeting = a_meeting()
    first = a_resolution(meeting, "that the report be noted.", item=an_item(meeting))
    second = a_recommendation(
        meeting, "That the Cabinet Member\x0b (Highways) be recommended to review walking routes."
    )
    told = entries(fetched(an_officer(), "decisions"))
    assert [one["link"] for one in told] == [f"http://testserver/resolutions/{pk}/" for pk in (second.pk, first.pk)]
    assert told[1]["title"] == "That the report be noted."
    assert "Children and Families Scrutiny Committee, 12 November 2025, item 1 Home to school" in told[1]["summary"]


def test_a_committee_s_news_has_its_own_alone() -> None:
    other, mine = a_meeting(committee=a_committee("Health Scrutiny Committee")), a_meeting()
    a_resolution(other)
    decision = a_resolution(mine)
    whose = {"scope": "committee", "committee": mine.committee}
    assert [one["link"] for one in entries(fetched(an_officer(), "meetings", **whose))] == [
        f"http://testserver/meetings/{mine.pk}/"
    ]
    assert [one["link"] for one in entries(fetched(an_officer(), "decisions", **whose))] == [
        f"http://testserver/resolutions/{decision.pk}/"
    ]


# --- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["calendar", "decisions"])
def test_an_address_that_was_taken_back_is_not_there(kind: str) -> None:
    address, where = an_address(an_officer(), kind)
    assert Client().get(where).status_code == 200
    address.revoke()
    assert Client().get(where).status_code == 404


def test_addresses_of_closed_accounts_and_made_up_ones_are_not_there() -> None:
    officer = an_officer()
    where = an_address(officer)[1]
    assert Client().get(where.replace("calendar.ics", "news.atom")).status_code == 404
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert Client().get(where).status_code == 404
    assert Client().get("/feeds/nonsense/calendar.ics").status_code == 404
    assert Client().post(where).status_code == 405


@pytest.mark.parametrize("kind", ["calendar", "meetings"])
def test_nobody_on_the_way_keeps_it_and_no_page_tells_where_it_was_found(kind: str) -> None:
    response = Client().get(an_address(an_officer(), kind)[1])
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies


def test_the_database_has_no_address_only_its_sum() -> None:
    address, where = an_address(an_officer())
    secret = where.split("/")[2]
    assert len(secret) >= 43
    assert secret not in [str(value) for value in FeedAddress.objects.values_list().get()]
    Client().get(where)
    address.refresh_from_db()
    assert address.used_at is not None


@given(st.text())
def test_words_of_any_kind_can_stand_in_xml_and_calendars(words: str) -> None:
    ET.fromstring(f"<a>{plainly(words).replace('&', '').replace('<', '')}</a>".encode())  # noqa: S314
    assert len(title(words)) <= 81
