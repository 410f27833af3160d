"""Committees: their list, and one's page with its year, its members, and its standing interests."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from minutes.committees.interests import standing_interests
from minutes.committees.members import members
from minutes.committees.year import year_of
from minutes.models import Committee
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_attendee,
    an_interest,
    an_officer,
)
from tests.looking import as_, in_days, words_of

pytestmark = pytest.mark.django_db


def page(user: Any, committee: Committee, **query: object) -> str:
    return words_of(as_(user).get(reverse("committee", args=[committee.pk]), query))


# --- the list --------------------------------------------------------------------------------------------------------


def test_committees_are_listed_with_their_meetings_by_name_and_council() -> None:
    a_meeting(date=dt.date(2025, 6, 1))
    a_meeting(date=dt.date(2025, 11, 1))
    health = a_committee("Health Panel")
    client = as_(a_councillor())
    shown = words_of(client.get(reverse("committees")))
    assert "2 committees" in shown
    assert "Children and Families Scrutiny Committee Wyreshire County Council 2 1 Jun 2025 1 Nov 2025" in shown
    rows = client.get(reverse("committees"), {"words": "health"}).context["page"]
    assert list(rows) == [health]


def test_exempt_meetings_are_counted_for_officers_alone() -> None:
    a_meeting(exempt=True)
    counts = [
        as_(user).get(reverse("committees")).context["page"].object_list[0] for user in (a_councillor(), an_officer())
    ]
    assert [one.meeting_count for one in counts] == [0, 1]


# --- its year --------------------------------------------------------------------------------------------------------


def test_a_year_runs_from_may_to_april_and_leads_to_the_nearest_others() -> None:
    committee = a_committee()
    for day in (
        dt.date(2023, 7, 1),
        dt.date(2025, 4, 30),
        dt.date(2025, 5, 1),
        dt.date(2026, 4, 30),
        dt.date(2026, 5, 1),
    ):
        a_meeting(date=day)
    year = year_of(committee, an_officer(), "2025")
    assert [month.first for month in year.months][::11] == [dt.date(2025, 5, 1), dt.date(2026, 4, 1)]
    assert [meeting.date for meeting in year.meetings] == [dt.date(2025, 5, 1), dt.date(2026, 4, 30)]
    assert (year.earlier, year.later, year.words) == (2024, 2026, "2025/26")
    assert year_of(committee, an_officer(), "2024").earlier == 2023


def test_without_a_year_asked_for_the_newest_with_a_meeting_is_shown() -> None:
    committee = a_committee()
    a_meeting(date=dt.date(2019, 6, 1))
    for asked in ("", "1850", "nonsense", "9" * 30):
        assert year_of(committee, an_officer(), asked).year == 2019


def test_a_meeting_that_was_announced_and_is_not_known_stands_in_its_month() -> None:
    a_meeting(date=dt.date(2026, 1, 14), next_date=dt.date(2026, 3, 18))
    meeting = a_meeting(date=dt.date(2025, 11, 12), next_date=dt.date(2026, 1, 14))
    shown = page(an_officer(), meeting.committee, year=2025)
    assert "March 2026 Wednesday 18: announced" in shown
    assert "Wednesday 14 January 2026, 10:30am" in shown
    assert shown.count(": announced") == 1


def test_a_committee_s_meetings_are_links_in_words_and_empty_months_say_so() -> None:
    meeting = a_meeting()
    shown = page(a_councillor(), meeting.committee)
    assert "November 2025 Wednesday 12 November 2025, 10:30am December 2025 No meeting" in shown


# --- members ---------------------------------------------------------------------------------------------------------


def test_members_are_those_who_came_as_members_the_chair_first() -> None:
    committee = a_committee()
    crook, prothero, guest = a_person("Anneliese Crook"), a_person("Siân Prothero"), a_person("Head Officer")
    for day, role, status in (
        (dt.date(2024, 6, 1), "member", "present"),
        (dt.date(2025, 6, 1), "chair", "present"),
        (dt.date(2025, 7, 1), "chair", "apologies"),
    ):
        meeting = a_meeting(date=day)
        an_attendee(meeting, "S Prothero", person=prothero, role=role, status=status)
        an_attendee(meeting, "Head Officer", person=guest, role="officer")
        if day.year == 2024:
            an_attendee(meeting, "A Crook", person=crook)
    now, others = members(committee, 2025, an_officer())
    (chair,) = now
    assert (chair.name, chair.roles_in_words, chair.attended, chair.apologies) == ("Siân Prothero", "Chair", 1, 1)
    assert chair.years_in_words == "2024/25 to 2025/26"
    assert [(one.name, one.years_in_words) for one in others] == [("Anneliese Crook", "2024/25")]


def test_members_of_exempt_meetings_alone_are_hidden_from_councillors() -> None:
    an_attendee(a_meeting(exempt=True), "S Prothero", person=a_person("Siân Prothero"))
    assert members(a_committee(), 2025, a_councillor()) == ([], [])


# --- interests, actions, recommendations -----------------------------------------------------------------------------


def test_standing_interests_are_those_declared_at_several_meetings_in_like_words() -> None:
    prothero, crook = a_person("Siân Prothero"), a_person("Anneliese Crook")
    for month, said in ((6, "Governor of Blackmoss School"), (7, "a governor at Blackmoss School"), (9, "Owns a bus")):
        an_interest(a_meeting(date=dt.date(2025, month, 1)), "S Prothero", person=prothero, description=said)
    once = a_meeting(date=dt.date(2025, 10, 1))
    for _ in range(2):
        an_interest(once, "A Crook", person=crook, description="Trustee of a food bank")
    (standing,) = standing_interests(a_committee(), an_officer())
    assert (standing.person, standing.times) == (prothero, 2)
    assert standing.latest.description == "a governor at Blackmoss School"


def test_what_is_outstanding_is_counted_whenever_it_was_agreed_and_leads_to_the_list() -> None:
    old, new = a_meeting(date=dt.date(2019, 6, 1)), a_meeting()
    an_action(old, "Write to the Leader", due=in_days(-5))
    an_action(new, "Visit a hub")
    an_action(new, "Done", status="complete")
    a_recommendation(new)
    shown = page(a_councillor(), new.committee)
    assert "Outstanding actions 2 1 overdue" in shown
    assert "Recommendations 1 1 without an answer" in shown
    assert "All 2 outstanding" in shown


def test_a_committee_of_which_nothing_is_known_is_a_page_all_the_same() -> None:
    shown = page(a_councillor(), a_committee("New Panel"))
    assert "The papers of this year name no members." in shown
    assert "No paper of this committee has been uploaded." in shown
