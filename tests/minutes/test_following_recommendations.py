"""Recommendations: numbers that last, clocks by rule, answers with their audit rows, and their pages."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from minutes import corrections
from minutes.following import clock, judgements, numbers, responses
from minutes.following.timeline import Followed
from minutes.models import Correction, RecommendationNumber, Resolution, Response, ResponseRule
from minutes.models.append_only import WrittenOnce
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_recommendation,
    a_resolution,
    an_action,
    an_administrator,
    an_item,
    an_officer,
)
from tests.looking import as_, in_days, words_of

pytestmark = pytest.mark.django_db
CABINET = "Cabinet Member for Highways"


@pytest.fixture
def officer():
    return an_officer()


def recommended(meeting=None, **fields):
    found = a_recommendation(meeting or a_meeting(), **({"recipient": CABINET} | fields))
    numbers.number([found])
    clock.refresh([found])
    return Resolution.objects.select_related("meeting", "response").get(pk=found.pk)


# --- numbers


def test_numbers_run_by_committee_and_municipal_year():
    first = a_meeting(date=dt.date(2026, 4, 30))
    told = [
        str(recommended(meeting).recommendation_number)
        for meeting in (first, first, a_meeting(date=dt.date(2026, 5, 1)))
    ]
    assert told == ["CF 25/26 01", "CF 25/26 02", "CF 26/27 01"]


def test_two_committees_of_one_name_s_letters_have_numbers_of_their_own():
    other = a_committee("Culture and Finance Scrutiny Panel")
    assert str(recommended().recommendation_number) == "CF 25/26 01"
    assert str(recommended(a_meeting(committee=other)).recommendation_number) == "CF2 25/26 01"


def test_a_number_is_kept_and_never_given_again(officer):
    first = recommended()
    corrections.remove(first, officer, "A wish.")
    numbers.number([first])
    assert str(recommended().recommendation_number) == "CF 25/26 02"
    Resolution.everything.filter(pk=first.pk).delete()
    assert str(recommended().recommendation_number) == "CF 25/26 03"
    assert RecommendationNumber.objects.filter(resolution=None).count() == 1


def test_the_database_refuses_a_number_that_is_taken():
    taken = recommended().recommendation_number
    with pytest.raises(IntegrityError), transaction.atomic():
        RecommendationNumber.objects.create(
            committee=taken.committee, prefix="CF", year=taken.year, running=taken.running
        )


def test_what_a_person_finds_to_be_a_recommendation_is_numbered(officer):
    found = a_resolution(a_meeting(), "That bus routes be reviewed.")
    corrections.correct(found, {"decision": "recommended", "recipient": CABINET}, officer)
    assert str(RecommendationNumber.objects.get(resolution=found)) == "CF 25/26 01"
    assert Response.objects.filter(resolution=found).exists()


# --- clocks


@pytest.mark.parametrize(
    ("months", "days", "first_counts", "start", "end"),
    [
        (2, None, False, dt.date(2025, 9, 17), dt.date(2025, 11, 17)),
        (2, None, True, dt.date(2025, 9, 17), dt.date(2025, 11, 16)),
        (2, None, False, dt.date(2025, 12, 31), dt.date(2026, 2, 28)),
        (None, 28, False, dt.date(2026, 2, 3), dt.date(2026, 3, 3)),
    ],
)
def test_a_period_ends_on_its_last_day(months, days, first_counts, start, end):
    rule = ResponseRule(months=months, days=days, first_day_counts=first_counts)
    assert clock.add(start, rule) == end


def test_the_statutes_rules_are_there_from_the_beginning():
    told = {rule.regime: (rule.period, rule.source[:30]) for rule in ResponseRule.objects.all()}
    assert told == {
        "executive": ("2 months", "Local Government Act 2000, sec"),
        "health": ("28 days", "Health scrutiny regulations, S"),
        "crime": ("28 days", "Police and Justice Act 2006, s"),
    }


def test_the_executive_s_answer_is_due_two_months_after_it_received_the_recommendation(officer):
    found = recommended()
    assert found.response.due is None
    assert "Enter the day on which it was received" in clock.in_words(found, found.response)
    response = responses.record(found, officer, {"received_on": dt.date(2025, 11, 20)})
    assert (response.due, response.due_by) == (dt.date(2026, 1, 19), "rule")
    assert clock.in_words(found, response) == (
        "2 months from 20 November 2025: Local Government Act 2000, section 9FE."
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


# --- answers and judgements


def test_an_answer_is_kept_with_who_wrote_each_part_down(officer):
    found = recommended()
    responses.answer(found, officer, "accepted_in_part", dt.date(2025, 12, 22), text="One of the two.")
    rows = Correction.objects.filter(kind="response", record_id=found.response.pk)
    assert {row.field for row in rows} >= {"state", "answered_on", "text"}
    assert {row.by for row in rows} == {officer}


def test_delivery_answer_and_judgement_stand_apart(officer):
    meeting = a_meeting()
    found = recommended(meeting)
    action = an_action(meeting, "Review the routes", resolution=found)
    responses.answer(found, officer, "accepted", dt.date(2025, 12, 22))
    judgements.judge(found, officer, "red", "Nothing was seen of it.", meeting=a_meeting(date=dt.date(2026, 3, 18)))
    action.refresh_from_db()
    found = Resolution.objects.get(pk=found.pk)
    assert (action.status, found.response.state) == ("outstanding", "accepted")
    judged = found.judgements.get()
    assert (judged.get_rating_display(), judged.on) == ("Red: not acceptable", dt.date(2026, 3, 18))
    with pytest.raises(WrittenOnce):
        judged.delete()


# --- pages


def test_the_list_says_what_is_late_and_finds_a_number():
    late, other = recommended(text="That walking routes be reviewed."), recommended(text="That hedges be cut.")
    Response.objects.filter(resolution=late).update(due=in_days(-10))
    page = as_(a_councillor())
    everything = words_of(page.get("/recommendations/"))
    assert "No answer, 10 days late" in everything
    assert "No answer, late (1)" in everything
    assert "hedges" not in words_of(page.get("/recommendations/?when=overdue"))
    found = words_of(page.get("/recommendations/", {"words": str(other.recommendation_number)}))
    assert "hedges" in found
    assert "walking routes" not in found
    assert b"CF 25/26 02" in b"".join(page.get("/recommendations/recommendations.csv").streaming_content)


def test_a_recommendation_s_page_tells_it_from_top_to_bottom(officer):
    meeting = a_meeting()
    found = recommended(meeting)
    an_action(meeting, "Review the routes", resolution=found)
    responses.answer(found, officer, "accepted", dt.date(2025, 12, 22), text="The routes will be reviewed.")
    told = words_of(as_(officer).get(f"/recommendations/{found.pk}/"))
    for words in ("CF 25/26 01", "Recommended", "Answer due", "Accepted", "The routes will be reviewed."):
        assert words in told
    assert "Write down what was done" in told
    assert "Write down what was done" not in words_of(as_(a_councillor()).get(f"/recommendations/{found.pk}/"))


@pytest.mark.parametrize(
    ("prepare", "step"),
    [
        (lambda one, by: None, "send"),
        (lambda one, by: responses.record(one, by, {"sent_on": dt.date(2025, 11, 14)}), "answer"),
        (lambda one, by: responses.answer(one, by, "accepted"), "judge"),
        (lambda one, by: [responses.answer(one, by, "accepted"), judgements.judge(one, by, "green")], ""),
    ],
)  # fmt: skip
def test_the_next_thing_to_do_is_offered(officer, prepare, step):
    found = recommended()
    prepare(found, officer)
    assert Followed.of(Resolution.objects.get(pk=found.pk), officer).next_step == step


def test_an_officer_writes_down_the_answer_on_its_page(officer):
    found = recommended()
    page = as_(officer)
    address = f"/recommendations/{found.pk}/answer/"
    version = page.get(address).context["form"]["version"].value()
    sent = {"version": version, "state": "accepted", "text": "Yes", "answered_on_day": "22", "answered_on_month": "12"}
    refused = page.post(address, sent)
    assert refused.status_code == 422
    assert "must include a year" in words_of(refused)
    assert page.post(address, sent | {"answered_on_year": "2025"}).status_code == 302
    assert clock.standing(Response.objects.get()) == "Accepted on 22 December 2025"
    assert page.post(address, sent | {"answered_on_year": "2025", "state": "not_accepted"}).status_code == 422
    assert Response.objects.get().state == "accepted"


def test_councillors_read_and_do_not_write():
    found = recommended()
    page = as_(a_councillor())
    for name in ("sent", "answer", "judgement"):
        assert page.get(f"/recommendations/{found.pk}/{name}/").status_code == 403


def test_an_exempt_recommendation_is_for_officers_alone(officer):
    found = recommended(a_meeting(exempt=True))
    assert as_(a_councillor()).get(f"/recommendations/{found.pk}/").status_code == 404
    assert "walking routes" not in words_of(as_(a_councillor()).get("/recommendations/"))
    assert as_(officer).get(f"/recommendations/{found.pk}/").status_code == 200


def queries_of(page, address):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert page.get(address).status_code == 200
    return len(caught)


def test_the_list_costs_no_more_queries_for_more_rows(officer):
    page = as_(officer)
    recommended()
    page.get("/recommendations/")
    few = queries_of(page, "/recommendations/")
    for number in range(12):
        found = recommended(text=f"That route {number} be reviewed.")
        responses.answer(found, officer, "accepted", dt.date(2025, 12, 22))
    assert queries_of(page, "/recommendations/") == few


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
