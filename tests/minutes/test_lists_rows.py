"""What the lists stand on to be quick: a row costs no query, and what is written at once is what templates write."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from minutes import filters
from minutes.checking import questions
from minutes.filters import ListFilter
from minutes.models import User
from minutes.templatetags.filter_form import filter_fields
from tests.builders import (
    a_committee,
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_interest,
    an_item,
    an_officer,
    in_doubt,
)
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db

PAGES = (
    "/", "/actions/", "/committees/", "/interests/", "/items/", "/meetings/", "/papers/", "/people/",
    "/recommendations/", "/resolutions/",
)  # fmt: skip
FILTERS = (
    filters.ActionFilter,
    filters.CommitteeFilter,
    filters.InterestFilter,
    filters.ItemFilter,
    filters.MeetingFilter,
    filters.PaperFilter,
    filters.PersonFilter,
    filters.RecommendationFilter,
    filters.ResolutionFilter,
)
UNSAFE = '<b>Roads & "rails" of O\'Neill</b>'
ASKED = {
    "nothing": "",
    "some of all": "words=%3Cb%3E%22&committee=1&sort=met&when=overdue&due_from_day=1&due_from_month=May"
    "&due_from_year=2026&due_to=2026-06-01&mine=on",
    "what is wrong": "committee=none&year=none&due_to_day=40&due_to_month=1&due_to_year=2026&kind=none&when=never",
}


def some_records(number: int, words: str = "Home to school transport") -> None:
    """As many meetings, each of a committee of its own, with a record of each kind and a paper."""
    for each in range(number):
        meeting = a_meeting(committee=a_committee(f"{words} {number} {each}"))
        owner = a_person(f"Anne Owner {number} {each}")
        paper = {"document": a_document(meeting=meeting, filename=f"{words}.pdf"), "page": 1}
        item = an_item(meeting, words, number="5")
        an_action(meeting, words, item=item, owner_person=owner, **paper)
        a_recommendation(meeting, words, item=item, recipient=words, **paper)
        an_interest(meeting, owner.name, person=owner, item=item, description=words, **paper)


def queries_of(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


@pytest.mark.parametrize("somebody", [an_officer, a_councillor])
def test_a_row_of_a_list_costs_no_query(somebody: Callable[[], User]) -> None:
    client = as_(somebody())
    some_records(2)
    few = {page: queries_of(client, page) for page in PAGES}
    some_records(9)
    assert {page: queries_of(client, page) for page in PAGES} == few


def test_words_of_papers_are_shown_as_they_stand_and_are_never_markup() -> None:
    some_records(1, UNSAFE)
    client = as_(an_officer())
    for page in PAGES:
        shown = client.get(page).content.decode()
        assert "<b>" not in shown, page
        assert "of O'Neill</b>" in unescape(shown) or page == "/people/", page


@pytest.mark.parametrize("query", ASKED.values(), ids=list(ASKED))
@pytest.mark.parametrize("kind", FILTERS)
def test_a_filter_s_fields_are_what_the_templates_of_forms_write(kind: type[ListFilter], query: str) -> None:
    some_records(2, UNSAFE)
    request = RequestFactory().get("/")
    request.user = an_officer()
    form = kind(QueryDict(query), queryset=kind.Meta.model._base_manager.all(), request=request).form
    assert tags_of(filter_fields(form)) == tags_of(form.render())


def tags_of(html: str) -> list[tuple[str, ...]]:
    """The tags with their attributes in any order, and the words between them."""
    parts = re.findall(r"<[^>]+>|[^<>]+", html)
    return [tuple(sorted(re.findall(r'[^\s"=<>]+(?:="[^"]*")?', part))) for part in parts if part.strip()]


def test_questions_about_what_is_exempt_are_counted_for_officers_alone() -> None:
    meeting = in_doubt(a_meeting(), (None, "Is this the committee?"))
    secret = an_item(meeting, exempt=True)
    in_doubt(an_action(meeting, item=secret), ("due", "Is this the year?"), ("owner", "Who is asked?"))
    in_doubt(an_action(meeting), ("due", "Is this the day?"))
    hidden = in_doubt(a_meeting(exempt=True), (None, "Is this the committee?"))
    officer, councillor = an_officer(), a_councillor()
    assert questions.by_meeting(officer) == {meeting.pk: 4, hidden.pk: 1}
    assert questions.by_meeting(councillor) == {meeting.pk: 2}
    assert questions.by_meeting(councillor, [meeting.pk]) == {meeting.pk: 2}
    assert (questions.count(officer), questions.count(councillor)) == (5, 2)
    assert "2 questions" in words_of(as_(councillor).get("/meetings/"))
    assert questions.by_meeting(officer, []) == {}
