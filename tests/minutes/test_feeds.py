"""Calendars and feeds of news at private addresses: what stands in them, for whom, and how they are closed."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from minutes import corrections
from minutes.feeds.wording import plainly, title
from minutes.following import updates
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

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def an_address(user: User, kind: str = "calendar", **whose) -> tuple[FeedAddress, str]:
    """An address and where it is fetched."""
    address, secret = FeedAddress.make(user, "phone", kind=kind, **whose)
    file = "calendar.ics" if kind in ("calendar", "tasks") else "news.atom"
    return address, f"/feeds/{secret}/{file}"


def fetched(user: User, kind: str = "calendar", **whose) -> bytes:
    response = Client().get(an_address(user, kind, **whose)[1])
    assert response.status_code == 200
    return response.content


def parts(content: bytes, name: str) -> dict[str, Component]:
    """The parts of a calendar by identifier, without its host."""
    return {str(part["UID"]).partition("@")[0]: part for part in Calendar.from_ical(content).walk(name)}


def entries(content: bytes) -> list[dict[str, str]]:
    root = ET.fromstring(content)  # noqa: S314 (our own)
    return [{part.tag.removeprefix(ATOM): part.text or part.get("href", "") for part in entry}
            for entry in root.findall(f"{ATOM}entry")]  # fmt: skip


# --- calendars --------------------------------------------------------------------------------------------------------


def test_due_dates_are_tasks_with_their_state() -> None:
    officer, meeting = an_officer(), a_meeting()
    begun = an_action(meeting, "Rewrite the page", due=in_days(9), owner="Damian Okoro", status="in_progress")
    paused = an_action(meeting, "Ask again", due=in_days(9), status="paused")
    done = an_action(meeting, "Circulate the note", due=in_days(-9))
    updates.report(done, officer, "Circulated.", "complete")
    dropped = an_action(meeting, "Visit", due=in_days(-3), status="withdrawn")
    an_action(meeting, "Some day")
    tasks = parts(fetched(officer, "tasks"), "VTODO")
    told = {name: str(task["STATUS"]) for name, task in tasks.items()}
    assert told == {
        f"action-{begun.pk}": "IN-PROCESS", f"action-{paused.pk}": "NEEDS-ACTION", f"action-{done.pk}": "COMPLETED",
        f"action-{dropped.pk}": "CANCELLED",
    }  # fmt: skip
    task = tasks[f"action-{begun.pk}"]
    assert task.decoded("DUE") == in_days(9)
    assert task["DUE"].params["VALUE"] == "DATE"
    assert str(task["SUMMARY"]) == "Rewrite the page (Damian Okoro)"
    assert str(task["URL"]) == f"http://testserver/actions/{begun.pk}/"
    assert "Agreed: Children and Families Scrutiny Committee, 12 November 2025" in str(task["DESCRIPTION"])
    assert tasks[f"action-{done.pk}"].decoded("COMPLETED").date() == timezone.now().date()


def test_due_dates_are_days_in_calendars_that_know_no_tasks_and_go_when_closed() -> None:
    meeting = a_meeting()
    due = an_action(meeting, due=in_days(9))
    an_action(meeting, due=in_days(-9), status="complete")
    content = fetched(an_officer())
    assert parts(content, "VTODO") == {}
    events = {name: event for name, event in parts(content, "VEVENT").items() if name.startswith("action")}
    assert list(events) == [f"action-{due.pk}"]
    event = events[f"action-{due.pk}"]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (in_days(9), in_days(10))
    assert event["TRANSP"] == "TRANSPARENT"


def test_awaited_answers_to_recommendations_are_due_too() -> None:
    recommendation = a_recommendation(a_meeting())
    Response.objects.create(resolution=recommendation, due=in_days(28))
    event = parts(fetched(an_officer()), "VEVENT")[f"answer-{recommendation.pk}"]
    assert event.decoded("DTSTART") == in_days(28)
    assert str(event["SUMMARY"]) == "Answer due: That walking routes be reviewed."
    Response.objects.update(state="accepted")
    assert f"answer-{recommendation.pk}" not in parts(fetched(an_officer()), "VEVENT")


def test_no_answer_is_due_to_what_somebody_found_to_be_no_recommendation() -> None:
    officer, recommendation = an_officer(), a_recommendation(a_meeting())
    Response.objects.create(resolution=recommendation, due=in_days(28))
    corrections.correct(recommendation, {"decision": "noted"}, officer, "It was noted")
    assert f"answer-{recommendation.pk}" not in parts(fetched(officer), "VEVENT")


def test_meetings_are_held_at_their_time_in_london_and_next_ones_are_announced() -> None:
    july = dt.date(timezone.localdate().year, 7, 9)
    held = july if july < timezone.localdate() else july.replace(year=july.year - 1)
    meeting = a_meeting(date=held, start_time=dt.time(10, 30), end_time=dt.time(12, 15), venue="County Hall, room B",
                        next_date=in_days(30), next_time=dt.time(14), next_venue="Town Hall")  # fmt: skip
    a_meeting(date=held + dt.timedelta(days=1), start_time=None, next_date=in_days(30))
    events = parts(fetched(an_officer()), "VEVENT")
    assert len(events) == 3
    event = events[f"meeting-{meeting.pk}"]
    assert event.decoded("DTSTART").isoformat() == f"{held}T10:30:00+01:00"
    assert event.decoded("DTEND").isoformat() == f"{held}T12:15:00+01:00"
    assert str(event["LOCATION"]) == "County Hall, room B"
    following = events[f"next-{meeting.committee_id}-{in_days(30):%Y%m%d}"]
    assert following.decoded("DTSTART") == in_days(30)  # the later paper knows no time


def test_an_announced_meeting_goes_when_its_minutes_come() -> None:
    a_meeting(date=in_days(-60), next_date=in_days(0))
    assert any(name.startswith("next-") for name in parts(fetched(an_officer()), "VEVENT"))
    a_meeting(date=in_days(0))
    assert not any(name.startswith("next-") for name in parts(fetched(an_officer()), "VEVENT"))


def test_a_calendar_is_valid_and_the_same_at_each_fetch() -> None:
    action = an_action(
        a_meeting(date=in_days(-7)), "Ring \x07 the; bell, then\nwrite: “ü” " + "x" * 200, due=in_days(3)
    )
    address = an_address(an_officer(), "tasks")[1]
    first, again = Client().get(address), Client().get(address)
    assert first.content == again.content
    assert Client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    lines = first.content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    whole = Calendar.from_ical(first.content)
    assert (whole["VERSION"], bool(whole["PRODID"])) == ("2.0", True)
    identifiers = [str(part["UID"]) for part in whole.walk() if part.name in ("VTODO", "VEVENT")]
    assert len(identifiers) == len(set(identifiers)) == 2
    for part in whole.walk():
        if part.name in ("VTODO", "VEVENT"):
            assert {"UID", "DTSTAMP", "SUMMARY", "SEQUENCE"} <= set(part)
            assert part.errors == []
    assert str(parts(first.content, "VTODO")[f"action-{action.pk}"]["SUMMARY"]).startswith(
        "Ring  the; bell, then\nwrite"
    )


def test_an_empty_calendar_is_valid_too() -> None:
    assert [part.name for part in Calendar.from_ical(fetched(a_councillor())).subcomponents] == ["VTIMEZONE"]


def test_a_change_raises_the_sequence_and_keeps_the_identifier() -> None:
    officer = an_officer()
    action = an_action(a_meeting(), due=in_days(3))
    before = parts(fetched(officer, "tasks"), "VTODO")[f"action-{action.pk}"]
    corrections.correct(action, {"due": in_days(5)}, officer)
    after = parts(fetched(officer, "tasks"), "VTODO")[f"action-{action.pk}"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


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
    first = a_resolution(meeting, item=an_item(meeting))
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
