"""Calendars at private addresses: due dates, answers and meetings, valid and the same at each fetch."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from minutes import corrections
from minutes.following import updates
from minutes.models import Response
from tests.builders import a_councillor, a_meeting, a_recommendation, an_action, an_officer
from tests.looking import in_days
from tests.minutes.subscribed import an_address, fetched, parts

pytestmark = pytest.mark.django_db


def test_due_dates_are_tasks_with_their_state() -> None:
    officer, meeting = an_officer(), a_meeting()
    begun = an_action(meeting, "rewrite the page", due=in_days(9), owner="Damian Okoro", status="in_progress")
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
    assert str(event["URL"]).endswith(f"/recommendations/{recommendation.pk}/")  # what became of it
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
