"""Recommendations: numbers that last, answers with their audit rows, and their pages."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from minutes import corrections
from minutes.following import clock, judgements, numbers, responses
from minutes.following.timeline import Followed
from minutes.models import Correction, RecommendationNumber, Resolution, Response
from minutes.models.append_only import WrittenOnce
from tests.builders import (
    a_committee,
    a_councillor,
    a_meeting,
    a_resolution,
    an_action,
)
from tests.looking import as_, in_days, words_of
from tests.minutes.followed import CABINET, recommended

pytestmark = pytest.mark.django_db


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
    assert "Record what was done" in told
    assert "Record what was done" not in words_of(as_(a_councillor()).get(f"/recommendations/{found.pk}/"))


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
