"""Pages by keys: every row once, in order, whatever the order, whatever is empty, and whatever is added meanwhile."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db.models import F

from minutes import paging
from minutes.models import Action, Meeting
from minutes.paging import page_of, walked
from tests.builders import a_meeting, an_action

pytestmark = pytest.mark.django_db

DUE = F("due")
ORDERS = {
    "soonest, undated last": (DUE.asc(nulls_last=True), "pk"),
    "latest, undated last": (DUE.desc(nulls_last=True), "-pk"),
    "undated first": (DUE.asc(nulls_first=True), "pk"),
    "of another model": (F("meeting__date").desc(nulls_last=True), "-meeting_id", "order", "pk"),
    "both can be empty": (F("meeting__date").desc(nulls_last=True), DUE.asc(nulls_last=True), "-owner", "pk"),
    "no tie-breaker": ("owner",),
}


@pytest.fixture
def actions() -> Any:
    """Forty actions, many of them alike, of meetings with a date and without."""
    meetings = [a_meeting(date=day) for day in (dt.date(2025, 1, 1), dt.date(2025, 2, 1), None)]
    for number in range(40):
        due = None if number % 3 == 0 else dt.date(2025, 3, 1 + number % 4)
        an_action(meetings[number % 3], f"Action {number}", due=due, owner="AB"[number % 2])
    return Action.objects.all()


@pytest.fixture(params=["counted", "too many to count"])
def length(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same rows as a list that is counted and as one that is not."""
    if request.param != "counted":
        monkeypatch.setattr(paging, "MANY", 10)
    return request.param


def forwards(rows: Any, size: int = 7) -> list[paging.Page]:
    pages = [page_of(rows, size=size)]
    while pages[-1].next:
        pages.append(page_of(rows, pages[-1].next, size))
    return pages


@pytest.mark.parametrize("order", ORDERS.values(), ids=list(ORDERS))
def test_the_pages_together_are_the_list(actions: Any, length: str, order: tuple[Any, ...]) -> None:
    rows = actions.order_by(*order)
    pages = forwards(rows)
    shown = [row for page in pages for row in page]
    whole = list(rows.order_by(*rows.query.order_by, "pk") if order == ("owner",) else rows)
    assert shown == whole
    assert [len(page) for page in pages] == [7, 7, 7, 7, 7, 5]


@pytest.mark.parametrize("order", ORDERS.values(), ids=list(ORDERS))
def test_previous_leads_back_over_the_same_pages(actions: Any, length: str, order: tuple[Any, ...]) -> None:
    rows = actions.order_by(*order)
    pages = forwards(rows)
    there = [page.object_list for page in pages]
    page, back = pages[-1], [pages[-1].object_list]
    while page.previous:
        page = page_of(rows, page.previous, 7)
        back.append(page.object_list)
    assert back[::-1] == there


def test_rows_added_and_taken_away_before_a_page_do_not_move_it(actions: Any, length: str) -> None:
    rows = actions.order_by(DUE.asc(nulls_last=True), "pk")
    first = page_of(rows, size=7)
    expected = page_of(rows, first.next, 7).object_list
    an_action(Meeting.objects.first(), "New, and the first", due=dt.date(2020, 1, 1))
    Action.everything.filter(pk__in=[first.object_list[0].pk, first.object_list[-1].pk]).delete()
    assert page_of(rows, first.next, 7).object_list == expected


def test_places_are_said_where_they_are_known(actions: Any) -> None:
    pages = forwards(actions.order_by(DUE.asc(nulls_last=True), "pk"))
    assert [(page.first, page.last) for page in pages][:2] == [(1, 7), (8, 14)]
    assert (pages[-1].first, pages[-1].last, str(pages[-1].count)) == (36, 40, "40")


def test_of_a_list_too_long_to_count_the_first_page_alone_says_where_it_is(
    actions: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MANY", 10)
    pages = forwards(actions.order_by("pk"))
    assert [page.first for page in pages] == [1, 0, 0, 0, 0, 0]
    assert (int(pages[0].count), str(pages[0].count), pages[0].count.more) == (10, "10+", True)


def test_thousands_are_written_with_a_comma() -> None:
    assert (str(paging.Count.of(1000)), str(paging.Count.of(1001))) == ("1,000", "1,000+")


@pytest.mark.parametrize(
    "asked",
    [
        "x",
        "2",
        "after-",
        "after-AAAA",
        "before-!!",
        "after-" + "A" * 5000,
        "after-WzEsMl0",
        "sideways-W10",
        "after-bnVsbA",
    ],
)
def test_nonsense_in_the_address_gives_the_first_page(actions: Any, length: str, asked: str) -> None:
    rows = actions.order_by(DUE.asc(nulls_last=True), "pk")
    assert page_of(rows, asked, 7).object_list == list(rows[:7])


@pytest.mark.parametrize("value", ["no date", 10**40, True, [1], {"a": 1}, "2025-02-31", "\0", "\ud800", float("nan")])
def test_a_place_with_a_value_that_no_row_can_have_is_no_place(actions: Any, value: Any) -> None:
    order = paging.Order.of(actions.order_by("due", "pk"))
    assert order.read(order.written((value, 1))) is None


def test_a_key_of_another_order_gives_the_first_page(actions: Any, length: str) -> None:
    by_due, by_owner = actions.order_by("due", "pk"), actions.order_by("owner", "pk")
    key = page_of(by_due, size=7).next
    assert page_of(by_owner, key, 7).object_list == list(by_owner[:7])


def test_a_page_whose_rows_all_went_away_gives_the_first(actions: Any, length: str) -> None:
    rows = actions.order_by("pk")
    pages = forwards(rows)
    Action.everything.filter(pk__in=[row.pk for row in pages[-1]]).delete()
    assert page_of(rows, pages[-2].next, 7).object_list == pages[0].object_list


def test_the_page_before_one_with_too_few_rows_left_is_a_whole_first_page(actions: Any, length: str) -> None:
    rows = actions.order_by("pk")
    pages = forwards(rows)
    Action.everything.filter(pk__in=[row.pk for row in pages[0]][:3]).delete()
    page = page_of(rows, pages[1].previous, 7)
    assert page.object_list == list(rows[:7])
    assert not page.previous


def test_an_empty_list_is_a_page() -> None:
    page = page_of(Action.objects.order_by("pk"))
    assert (page.object_list, int(page.count), page.first, page.next, page.previous) == ([], 0, 0, "", "")


def test_a_late_page_takes_as_many_queries_as_an_early_one(
    actions: Any, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(paging, "MANY", 10)
    rows = actions.order_by("-meeting__date", "-meeting_id", "order", "pk")
    for page in forwards(rows):
        with django_assert_max_num_queries(8):
            page_of(rows, page.next, 7)


def test_a_download_walks_over_all_rows_in_order_a_few_at_a_time(
    actions: Any, django_assert_max_num_queries: Any
) -> None:
    rows = actions.order_by(DUE.asc(nulls_last=True), "pk")
    whole = list(rows)
    assert list(walked(rows, at_once=9)) == whole
    assert list(walked(rows, at_once=40)) == whole
    with django_assert_max_num_queries(4):
        list(walked(rows, at_once=100))


def test_an_order_by_something_else_than_fields_is_refused(actions: Any) -> None:
    with pytest.raises(TypeError, match="annotate it"):
        page_of(actions.order_by(F("due") + F("page")))


def test_an_order_by_another_model_is_refused_as_that_has_an_order_of_its_own(actions: Any) -> None:
    with pytest.raises(TypeError, match="say meeting_id"):
        page_of(actions.order_by("meeting", "pk"))
