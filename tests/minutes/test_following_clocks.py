"""When an answer to a recommendation is due: periods of the law, and what goes before them."""

from __future__ import annotations

import datetime as dt

import pytest

from minutes import corrections
from minutes.following import clock, responses
from minutes.following.regimes import regime_of
from minutes.models import Response, ResponseRule
from tests.builders import a_meeting, an_action, an_administrator, an_item
from tests.looking import as_, words_of
from tests.minutes.followed import CABINET, recommended

pytestmark = pytest.mark.django_db


# --- counting


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (dt.date(2025, 9, 17), dt.date(2025, 11, 16)),
        (dt.date(2026, 1, 1), dt.date(2026, 2, 28)),
        (dt.date(2026, 3, 1), dt.date(2026, 4, 30)),
        (dt.date(2025, 12, 28), dt.date(2026, 2, 27)),
        (dt.date(2025, 12, 29), dt.date(2026, 2, 28)),
        (dt.date(2025, 12, 31), dt.date(2026, 2, 28)),
        (dt.date(2027, 12, 29), dt.date(2028, 2, 28)),
        (dt.date(2027, 12, 30), dt.date(2028, 2, 29)),
        (dt.date(2025, 7, 31), dt.date(2025, 9, 30)),
        (dt.date(2025, 8, 31), dt.date(2025, 10, 30)),
    ],
)
def test_two_months_beginning_with_a_day_count_it_and_end_no_later_than_their_last_month(start, end):
    assert ResponseRule(months=2, first_day_counts=True).last_day(start) == end


@pytest.mark.parametrize(
    ("months", "start", "end"),
    [
        (2, dt.date(2025, 9, 17), dt.date(2025, 11, 17)),
        (2, dt.date(2025, 12, 31), dt.date(2026, 2, 28)),
        (2, dt.date(2027, 12, 31), dt.date(2028, 2, 29)),
        (4, dt.date(1978, 9, 30), dt.date(1979, 1, 30)),  # Dodds v Walker
    ],
)
def test_months_after_a_day_end_on_the_day_of_the_same_number(months, start, end):
    assert ResponseRule(months=months).last_day(start) == end


@pytest.mark.parametrize(
    ("first_counts", "start", "end"),
    [
        (False, dt.date(2026, 2, 3), dt.date(2026, 3, 3)),
        (True, dt.date(2026, 2, 3), dt.date(2026, 3, 2)),
        (False, dt.date(2028, 2, 3), dt.date(2028, 3, 2)),
        (False, dt.date(2025, 12, 31), dt.date(2026, 1, 28)),
    ],
)
def test_days_are_counted_from_the_day_after_or_with_the_day(first_counts, start, end):
    assert ResponseRule(days=28, first_day_counts=first_counts).last_day(start) == end


# --- by whose law


@pytest.mark.parametrize(
    ("recipient", "regime"),
    [
        ("Cabinet Member for Highways", "executive"),
        ("Cabinet Member for Community Safety and Policing", "executive"),
        ("Portfolio Holder for Hospitals and Care", "executive"),
        ("the Executive", "executive"),
        ("Leader of the Council", "executive"),
        ("Chief Executive", ""),
        ("Executive Director of Place", ""),
        ("Chief Executive of Wyreshire Hospitals NHS Trust", "health"),
        ("Wyreshire Integrated Care Board", "health"),
        ("Wyreshire Police", "crime"),
        ("Community Safety Partnership", "crime"),
        ("Police and Crime Commissioner", ""),
        ("Police, Fire and Crime Commissioner for Wyreshire", ""),
        ("Wyre Rail", ""),
        ("", ""),
    ],
)
def test_by_which_law_an_answer_is_owed_is_told_by_the_recipient_or_not_at_all(recipient, regime):
    assert regime_of(recipient) == regime


# --- due by rule, by the minutes and by a person


def test_the_statutes_rules_are_there_from_the_beginning():
    told = {rule.regime: (rule.period, rule.source[:30]) for rule in ResponseRule.objects.all()}
    assert told == {
        "executive": ("2 months", "Local Government Act 2000, sec"),
        "health": ("28 days", "Health scrutiny regulations, S"),
        "crime": ("28 days", "Police and Justice Act 2006, s"),
    }


def test_the_executive_s_answer_is_due_within_two_months_of_the_day_it_received_the_recommendation(officer):
    found = recommended()
    assert found.response.due is None
    assert "Enter the day on which it was received" in clock.in_words(found, found.response)
    response = responses.record(found, officer, {"received_on": dt.date(2025, 11, 20)})
    assert (response.due, response.due_by) == (dt.date(2026, 1, 19), "rule")
    assert clock.in_words(found, response) == (
        "2 months beginning with 20 November 2025: Local Government Act 2000, section 9FE."
    )
    response = responses.record(found, officer, {"notice_on": dt.date(2025, 12, 1)})
    assert response.due == dt.date(2026, 1, 31)


def test_a_committee_s_own_rule_holds_from_its_day_on(officer):
    meeting = a_meeting()
    ResponseRule.objects.create(
        regime="executive", committee=meeting.committee, days=28, holds_from=meeting.date, source="Council, minute 12"
    )
    before = recommended(a_meeting(date=meeting.date - dt.timedelta(days=1)))
    since = recommended(meeting)
    due = [responses.record(one, officer, {"received_on": dt.date(2025, 12, 1)}).due for one in (before, since)]
    assert due == [dt.date(2026, 1, 31), dt.date(2025, 12, 29)]


def test_a_health_body_has_28_days_from_the_request(officer):
    found = recommended(recipient="Wyreshire Integrated Care Board")
    response = responses.record(found, officer, {"notice_on": dt.date(2025, 11, 14)})
    assert response.due == dt.date(2025, 12, 12)
    assert clock.in_words(found, response).startswith("28 days after 14 November 2025: Health scrutiny regulations")


def test_a_health_body_s_28_days_run_from_the_sending_where_there_was_no_notice(officer):
    found = recommended(recipient="Wyreshire Integrated Care Board")
    assert "after the day a response was asked for" in clock.in_words(found, found.response)
    assert responses.record(found, officer, {"sent_on": dt.date(2025, 11, 13)}).due == dt.date(2025, 12, 11)


def test_a_crime_partner_has_28_days_from_the_meeting(officer):
    found = recommended(recipient="Wyreshire Police")
    assert (found.response.due, found.response.due_by) == (dt.date(2025, 12, 10), "rule")


def test_where_no_rule_is_known_nothing_is_guessed(officer):
    found = recommended(recipient="Wyre Rail")
    response = responses.record(found, officer, {"received_on": dt.date(2025, 11, 14)})
    assert response.due is None
    assert clock.in_words(found, response).startswith("No rule is known for this recipient.")
    assert responses.record(found, officer, {"regime": "executive"}).due == dt.date(2026, 1, 13)


def test_the_day_that_the_minutes_name_goes_before_the_rule(officer):
    meeting = a_meeting()
    item = an_item(meeting)
    found = recommended(meeting, item=item, number="2")
    text = f"Request a response from the {CABINET} to recommendations 2 and 3 within two months."
    asked = an_action(meeting, text, item=item, due=dt.date(2026, 1, 12))
    response = responses.record(found, officer, {"received_on": dt.date(2025, 12, 1)})
    assert (response.due, response.due_by) == (dt.date(2026, 1, 12), "printed")
    corrections.correct(asked, {"due": dt.date(2026, 1, 30)}, officer)
    response.refresh_from_db()
    assert response.due == dt.date(2026, 1, 30)


def test_the_day_that_a_person_enters_holds_until_it_is_emptied(officer):
    found = recommended()
    responses.record(found, officer, {"received_on": dt.date(2025, 12, 1)})
    assert responses.record(found, officer, {"due": dt.date(2026, 3, 1)}).due_by == "person"
    assert responses.record(found, officer, {"received_on": dt.date(2025, 12, 5)}).due == dt.date(2026, 3, 1)
    assert responses.record(found, officer, {"due": None}).due == dt.date(2026, 2, 4)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "No answer yet, no date"),
        ({"due": dt.date(2026, 1, 12)}, "No answer, 314 days late"),
        ({"due": dt.date(2026, 11, 22)}, "Answer due today"),
        ({"due": dt.date(2026, 11, 23)}, "Answer due in 1 day"),
        ({"state": "accepted", "due": dt.date(2025, 11, 17), "answered_on": dt.date(2025, 12, 22)},
         "Accepted on 22 December 2025, 35 days late"),
        ({"state": "none_received", "due": dt.date(2025, 11, 17)}, "No answer was received"),
    ],
)  # fmt: skip
def test_how_the_answer_stands_is_said_plainly(fields, said):
    assert clock.standing(Response(**fields), dt.date(2026, 11, 22)) == said


def test_days_follow_a_rule_that_an_administrator_changes(officer):
    found = recommended()
    responses.record(found, officer, {"received_on": dt.date(2025, 12, 1)})
    rule = ResponseRule.objects.get(regime="executive")
    sent = {
        "regime": "executive", "months": "", "days": "28", "starts": "received", "source": rule.source,
        "holds_from": "2012-05-04", "committee": "",
    }  # fmt: skip
    page = as_(an_administrator())
    assert page.post(f"/admin/minutes/responserule/{rule.pk}/change/", sent).status_code == 302
    assert Response.objects.get().due == dt.date(2025, 12, 29)
    assert "one of the two" in words_of(
        page.post(f"/admin/minutes/responserule/{rule.pk}/change/", sent | {"months": "2"})
    )
