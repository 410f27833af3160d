"""Walking along an order: the same rows as ever, and on SQLite by the index that has them in that order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q

from minutes.models import (
    ANSWERED,
    OPEN,
    Action,
    Decision,
    Delivery,
    Kind,
    Meeting,
    Resolution,
    Response,
    ResponseState,
)
from minutes.paging_along import along
from minutes.paging_order import Order
from tests.builders import a_meeting, a_resolution, an_action

pytestmark = pytest.mark.django_db


@pytest.fixture
def actions() -> Any:
    meetings = [a_meeting(date=dt.date(2025, month, 1)) for month in (1, 2)]
    for number in range(30):
        due = dt.date(2025, 3, 1 + number % 7) if number % 3 else None
        an_action(meetings[number % 2], f"Action {number}", due=due, status=Delivery.values[number % 7])
    return Action.objects.all()


FILTERS = {
    "one value": Q(status=Delivery.OUTSTANDING),
    "one of several": Q(status__in=OPEN),
    "none of several": ~Q(status__in=OPEN),
    "either of two": Q(status=Delivery.COMPLETE) | Q(due=None),
    "of another model": Q(meeting__kind=Kind.MINUTES, status=Delivery.OUTSTANDING),
    "a key": Q(pk__in=[1, 2, 3]),
    "nothing at all": Q(status__in=[]),
}


@pytest.mark.parametrize("condition", FILTERS.values(), ids=list(FILTERS))
def test_the_rows_are_the_same(actions: Any, condition: Q) -> None:
    rows = actions.filter(condition).order_by("due", "pk")
    assert list(along(Order.of(rows), rows)) == list(rows)


def test_the_rows_that_were_given_stay_as_they_are(actions: Any) -> None:
    rows = actions.filter(status__in=OPEN).order_by("due", "pk")
    before = str(rows.query)
    along(Order.of(rows), rows)
    assert str(rows.query) == before


def walks_by(rows: Any, index: str) -> bool:
    """Whether the rows are found by an index and need no sorting. PostgreSQL sees to that when left alone."""
    order = Order.of(rows)
    if connection.vendor != "sqlite":
        return along(order, rows) is rows
    told = along(order, rows)[:5].explain()
    return index in told and "TEMP B-TREE" not in told


@pytest.mark.usefixtures("actions")
def test_the_index_of_the_order_is_walked_along_and_nothing_is_sorted() -> None:
    assert walks_by(Action.objects.filter(status__in=OPEN, due__isnull=False).order_by("due", "pk"), "action_by_due")


ANSWERS = {
    "one state": Q(response__state=ResponseState.ACCEPTED),
    "one of several, by a day": Q(response__state__in=ANSWERED, response__due__lt=dt.date(2025, 5, 10)),
    "none": Q(response=None),
    "either": Q(response__state=ResponseState.AWAITING) | Q(response=None),
    "with a condition of its own": Q(response__state=ResponseState.AWAITING, decision=Decision.RECOMMENDED),
}


@pytest.fixture
def recommendations() -> Any:
    meetings = [a_meeting(date=dt.date(2025, month, 1)) for month in (1, 2)]
    for number in range(20):
        made = a_resolution(meetings[number % 2], f"That {number}", decision=Decision.RECOMMENDED)
        if state := ("", *ResponseState.values)[number % 5]:
            Response.objects.update_or_create(
                resolution=made, defaults={"state": state, "due": dt.date(2025, 5, 1 + number)}
            )
    return Resolution.objects.select_related("response")


@pytest.mark.parametrize("order", ["meeting__date", "response__due"])
@pytest.mark.parametrize("condition", ANSWERS.values(), ids=list(ANSWERS))
def test_recommendations_by_their_answers_are_the_same(recommendations: Any, condition: Q, order: str) -> None:
    rows = recommendations.filter(condition).order_by(order, "pk")
    assert rows
    assert list(along(Order.of(rows), rows)) == list(rows)


@pytest.mark.usefixtures("recommendations")
def test_answers_are_asked_for_of_one_recommendation_after_another() -> None:
    rows = Resolution.objects.filter(response__state__in=ANSWERED).order_by("meeting__date", "pk")
    told = str(along(Order.of(rows), rows).query)
    assert ("EXISTS" in told and 'JOIN "minutes_response"' not in told) == (connection.vendor == "sqlite")


@pytest.mark.usefixtures("actions")
def test_an_index_that_serves_the_filter_and_the_order_is_used() -> None:
    rows = Meeting.objects.filter(kind=Kind.MINUTES, date__isnull=False).order_by("date", "pk")
    assert walks_by(rows, "meeting_by_kind")
