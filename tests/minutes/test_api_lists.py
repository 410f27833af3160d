"""The interface's lists: their filters, their order and their pages."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import caches

from tests.builders import a_meeting, an_action, an_item, an_officer
from tests.looking import as_, in_days
from tests.minutes.test_api import results

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    caches["default"].clear()


@pytest.fixture
def ask():
    return as_(an_officer()).get


def test_actions_are_filtered_as_the_list_filters_them(ask) -> None:
    meeting = a_meeting()
    late = an_action(meeting, "Late", due=in_days(-3), owner="Damian Okoro")
    soon = an_action(meeting, "Soon", due=in_days(3))
    done = an_action(meeting, "Done", status="complete")

    def found(query: str) -> set[int]:
        return {one["id"] for one in results(ask(f"/api/actions/?{query}"))}

    assert found("") == {late.pk, soon.pk, done.pk}
    assert found("outstanding=true") == {late.pk, soon.pk}
    assert found("outstanding=false") == found("status=complete") == {done.pk}
    assert found("when=overdue") == found("owner=okoro") == found("words=late") == {late.pk}
    assert found(f"due_from={in_days(0)}") == {soon.pk}
    assert found(f"committee={meeting.committee_id}&meeting={meeting.pk}") == {late.pk, soon.pk, done.pk}
    assert found(f"committee={meeting.committee_id + 1}") == set()


def test_meetings_are_filtered_by_day_year_and_words_reports_included(ask) -> None:
    july, march = a_meeting(date=dt.date(2025, 7, 9)), a_meeting(date=dt.date(2026, 3, 18))
    report = a_meeting(kind="portfolio_report", date=dt.date(2026, 3, 18), reported_to=march)
    later = a_meeting(date=dt.date(2026, 5, 1))
    an_item(july, "Family safeguarding update")

    def found(query: str) -> list[int]:
        return [one["id"] for one in results(ask(f"/api/meetings/?{query}"))]

    assert found("year=2025") == [july.pk, march.pk, report.pk]
    assert found("date_from=2026-03-19") == [later.pk]
    assert found("words=safeguarding") == [july.pk]
    assert found("classification=portfolio_report") == [report.pk]


@pytest.mark.parametrize(
    ("kind", "query", "parameter"),
    [
        ("actions", "due_from=27/3/2026", "due_from"),
        ("actions", "status=late", "status"),
        ("actions", "committee=all", "committee"),
        ("meetings", "year=last", "year"),
        ("meetings", "questions=1", "questions"),
        ("meetings", "page_size=0", "page_size"),
        ("meetings", "page_size=1000", "page_size"),
        ("meetings", "ordering=venue", "ordering"),
        ("items", f"words={'x' * 201}", "words"),
        ("items", "words=", "words"),
        ("items", "comittee=5", "comittee"),
        ("councils", "cursor=nonsense", "cursor"),
    ],
)  # fmt: skip
def test_a_parameter_that_is_wrong_is_said_and_never_ignored(ask, kind, query, parameter) -> None:
    response = ask(f"/api/{kind}/?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert (told["status"], told["title"]) == (400, "Bad Request")
    assert list(told["errors"]) == [parameter]
    assert parameter in told["detail"]


def test_pages_follow_one_another_and_have_each_record_once(ask) -> None:
    meeting = a_meeting()
    made = [an_action(meeting, f"Action {number}").pk for number in range(7)]
    response, seen = ask("/api/actions/?page_size=3").json(), []
    while response["next"]:
        seen += [one["id"] for one in response["results"]]
        response = ask(response["next"]).json()
    seen += [one["id"] for one in response["results"]]
    assert seen == made
    back = ask(response["previous"]).json()
    assert [one["id"] for one in back["results"]] == made[3:6]


def test_meetings_can_be_had_newest_first_those_without_a_date_last(ask) -> None:
    undated, old, new = (a_meeting(date=day) for day in (None, dt.date(2024, 5, 1), dt.date(2026, 1, 14)))
    other = a_meeting(date=dt.date(2026, 1, 14))
    first = ask("/api/meetings/?ordering=-date&page_size=2").json()
    second = ask(first["next"]).json()
    ids = [one["id"] for one in [*first["results"], *second["results"]]]
    assert ids == [other.pk, new.pk, old.pk, undated.pk]
    assert second["next"] is None


MADE_UP = ("nonsense", "cD1hYmM=", "cD0xJTAw", "bz05OTk5OTk5OTk5OTk5", "cD05OTk5OTk5OTk5OTk5OTk5OTk5OTk5")


@pytest.mark.parametrize("cursor", MADE_UP)
def test_a_cursor_that_somebody_made_up_breaks_nothing(ask, cursor) -> None:
    an_action(a_meeting())
    for kind in ("actions", "meetings"):
        assert ask(f"/api/{kind}/?ordering=-id&cursor={cursor}").status_code in (200, 400, 404)
    assert ask(f"/api/meetings/?ordering=date&cursor={cursor}").status_code in (200, 400, 404)
