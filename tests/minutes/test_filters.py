"""Filters of the lists: what each leaves, and what it offers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from minutes.models import User
from tests.builders import (
    a_committee,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_interest,
    an_item,
)
from tests.looking import as_, in_days, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client: Client, officer: User):
    """The rows of a list as a filter leaves them, by their text."""
    as_(officer, client)

    def rows(place: str, **chosen: object) -> list[str]:
        response = client.get(reverse(place), chosen)
        assert response.status_code == 200
        return [str(row) for row in response.context["page"]]

    return rows


# --- meetings --------------------------------------------------------------------------------------------------------


def test_meetings_by_committee_year_and_kind(get) -> None:
    health = a_committee("Health Panel")
    spring = a_meeting(committee=health, date=dt.date(2026, 4, 30))
    summer = a_meeting(committee=health, date=dt.date(2026, 5, 1), kind="briefing_notes")
    other = a_meeting(date=dt.date(2026, 5, 2))
    assert get("meetings", committee=health.pk) == [str(summer), str(spring)]
    assert get("meetings", year="2025") == [str(spring)]
    assert get("meetings", year="2026") == [str(other), str(summer)]
    assert get("meetings", kind="briefing_notes") == [str(summer)]


def test_meetings_by_words_in_items_resolutions_and_names(get) -> None:
    transport, health = a_meeting(date=dt.date(2025, 1, 1)), a_meeting(committee=a_committee("Health Panel"))
    an_item(transport, "Home to school transport", text="Routes were walked.")
    a_resolution(transport, "That the depot be visited.")
    for words in ("SCHOOL transport", "routes", "depot"):
        assert get("meetings", words=words) == [str(transport)], words
    assert get("meetings", words="health") == [str(health)]
    assert get("meetings", words="nothing like it") == []


def test_meetings_that_need_a_look(get) -> None:
    doubtful, clear = a_meeting(), a_meeting(date=dt.date(2025, 1, 1))
    an_attendee(doubtful, doubts=[{"field": None, "sentence": "Is this a name?", "kind": "paper"}])
    an_attendee(clear)
    assert get("meetings", questions="on") == [str(doubtful)]


# --- actions ---------------------------------------------------------------------------------------------------------


def test_actions_begin_with_what_is_outstanding_soonest_first(get) -> None:
    meeting = a_meeting()
    an_action(meeting, "undated")
    an_action(meeting, "later", due=in_days(90))
    an_action(meeting, "overdue", due=in_days(-1))
    an_action(meeting, "done", due=in_days(-1), status="complete")
    an_action(meeting, "begun", due=in_days(1), status="in_progress")
    assert get("actions") == ["overdue", "begun", "later", "undated"]


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("overdue", ["yesterday"]),
        ("soon", ["today", "day 30"]),
        ("later", ["day 31"]),
        ("undated", ["undated"]),
    ],
)
def test_tabs_are_reckoned_from_today(get, when: str, left: list[str]) -> None:
    meeting = a_meeting()
    for text, days in (("yesterday", -1), ("today", 0), ("day 30", 30), ("day 31", 31)):
        an_action(meeting, text, due=in_days(days))
    an_action(meeting, "undated")
    an_action(meeting, "done long ago", due=in_days(-100), status="complete")
    assert get("actions", when=when) == left


def test_actions_by_committee_owner_and_state(get) -> None:
    here, there = a_meeting(), a_meeting(committee=a_committee("Health Panel"))
    person = a_person("Damian Okoro")
    an_action(here, "his", owner="D Okoro", owner_person=person)
    an_action(here, "a post's", owner="Head of Transport")
    an_action(there, "nobody's")
    an_action(there, "done", status="complete")
    assert get("actions", committee=there.committee_id) == ["nobody's"]
    assert get("actions", owner=f"person-{person.pk}") == ["his"]
    assert get("actions", owner="Head of Transport") == ["a post's"]
    assert get("actions", owner="nobody") == ["nobody's"]
    assert get("actions", state="complete") == ["done"]
    assert get("actions", state="closed") == ["done"]
    assert len(get("actions", state="all")) == 4


def test_actions_by_the_municipal_year_they_were_agreed_in(get) -> None:
    for text, day in (("last", dt.date(2025, 4, 30)), ("first", dt.date(2025, 5, 1)), ("next", dt.date(2026, 5, 1))):
        an_action(a_meeting(date=day), text)
    an_action(a_meeting(date=None), "at some time")
    assert get("actions", year="2025") == ["first"]
    assert get("actions", year="2024", words="last") == ["last"]
    assert len(get("actions", year="nineteen")) == 4


def test_actions_by_due_date_typed_in_parts(get) -> None:
    meeting = a_meeting()
    for day in (1, 15, 28):
        an_action(meeting, f"day {day}", due=dt.date(2027, 2, day))
    from_the_tenth = {"due_from_day": "10", "due_from_month": "feb", "due_from_year": "2027"}
    to_the_twentieth = {"due_to_day": "20", "due_to_month": "2", "due_to_year": "2027"}
    assert get("actions", **from_the_tenth) == ["day 15", "day 28"]
    assert get("actions", **from_the_tenth, **to_the_twentieth) == ["day 15"]


def test_a_date_that_is_none_is_said_and_filters_nothing(client: Client, officer: User) -> None:
    an_action(a_meeting(), "stays", due=dt.date(2027, 1, 1))
    as_(officer, client)
    response = client.get(reverse("actions"), {"due_from_day": "31", "due_from_month": "2", "due_from_year": "2027"})
    assert "Due from must be a real date, like 27 3 2026" in response.content.decode()
    assert [str(row) for row in response.context["page"]] == ["stays"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("due", ["b", "a", "c"]),
        ("-due", ["a", "b", "c"]),
        ("owner", ["c", "b", "a"]),
        ("-action", ["c", "b", "a"]),
        ("agreed", ["b", "c", "a"]),
    ],
)
def test_actions_are_sorted_by_any_column(get, sort: str, order: list[str]) -> None:
    early, late = a_meeting(date=dt.date(2025, 1, 1)), a_meeting(date=dt.date(2025, 2, 1))
    an_action(early, "b", due=dt.date(2025, 3, 1), owner="Yusuf")
    an_action(early, "c", owner="Anne")
    an_action(late, "a", due=dt.date(2025, 4, 1), owner="Zoe")
    assert get("actions", sort=sort) == order


def test_nonsense_in_the_address_is_no_error(get) -> None:
    an_action(a_meeting(), "stays")
    assert get("actions", committee="x", owner="person-x", state="x", sort="x", when="x", page="x") == ["stays"]
    assert get("meetings", year="nineteen", committee="0") != []


def test_tabs_count_within_the_rest_of_the_filter(client: Client, officer: User) -> None:
    here, there = a_meeting(), a_meeting(committee=a_committee("Health Panel"))
    an_action(here, due=in_days(-1))
    an_action(there, due=in_days(-1))
    as_(officer, client)
    shown = client.get(reverse("actions"), {"committee": here.committee_id}).content.decode()
    assert "Overdue (1)" in shown


def test_a_filter_in_use_is_named_and_can_be_taken_away(client: Client, officer: User) -> None:
    committee = a_committee("Health Panel")
    an_action(a_meeting(committee=committee))
    as_(officer, client)
    address = f"{reverse('actions')}?committee={committee.pk}&words=web&due_to_day=1&due_to_month=1&due_to_year=2099"
    chosen = {one.label: one for one in client.get(address).context["chosen"]}
    assert {label: one.value for label, one in chosen.items()} == {
        "Committee": "Health Panel",
        "Words": "web",
        "Due to": "1 January 2099",
    }
    assert chosen["Due to"].without == f"?committee={committee.pk}&words=web"


def test_choices_name_nothing_exempt(client: Client) -> None:
    from tests.builders import a_councillor

    secret = a_meeting(exempt=True, date=dt.date(1999, 1, 1))
    an_action(secret, owner="Hidden Hand")
    as_(a_councillor(), client)
    assert "Hidden Hand" not in client.get(reverse("actions")).content.decode()
    assert "1998/99" not in client.get(reverse("meetings")).content.decode()


# --- resolutions, interests, people ----------------------------------------------------------------------------------


def test_resolutions_by_decision_year_and_words(get) -> None:
    old, new = a_meeting(date=dt.date(2024, 6, 1)), a_meeting()
    a_resolution(old, "That the report be noted.")
    a_recommendation(new, "That routes be reviewed.")
    assert get("resolutions") == ["That routes be reviewed.", "That the report be noted."]
    assert get("resolutions", decision="recommended") == ["That routes be reviewed."]
    assert get("resolutions", year="2024") == ["That the report be noted."]
    assert get("resolutions", words="ROUTES") == ["That routes be reviewed."]


def test_interests_by_kind_and_name(get) -> None:
    meeting = a_meeting()
    an_interest(meeting, "Siân Prothero", kind="pecuniary", description="Owns a bus company")
    an_interest(meeting, "Gordon Threlfall")
    assert get("interests", kind="pecuniary") == ["Siân Prothero: Owns a bus company"]
    assert get("interests", words="threlfall") == ["Gordon Threlfall: Governor of Blackmoss School"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ANDERS", True), ("öbe", True), ("anders öbe", True), ("%", False), ("and_rs", False), ("o'c", False)],
)
def test_people_by_a_part_of_a_name_in_any_case(get, typed: str, found: bool) -> None:
    an_attendee(a_meeting(), "A Anders-öbeck", person=a_person("Anna Anders-öbeck"))
    assert bool(get("people", words=typed)) is found


def test_people_by_any_name_that_was_printed(get) -> None:
    meeting = a_meeting()
    crook, okoro = a_person("Anneliese Crook", side="member"), a_person("Damian Okoro", side="officer")
    crook.forms.create(printed="CC A Crook")
    an_attendee(meeting, "Anneliese Crook", person=crook)
    an_attendee(meeting, "Damian Okoro", person=okoro)
    assert get("people") == ["Anneliese Crook", "Damian Okoro"]
    assert get("people", words="cc crook") == ["Anneliese Crook"]
    assert get("people", side="officer") == ["Damian Okoro"]


OF_RECORDS = ("actions", "interests", "items", "recommendations", "resolutions")
LISTS = (*OF_RECORDS, "committees", "meetings", "papers", "people")


@pytest.mark.parametrize("name", LISTS)
def test_more_words_than_a_database_takes_are_refused_in_a_sentence(client: Client, officer: User, name: str) -> None:
    response = as_(officer, client).get(reverse(name), {"words": "a " * 1_200})
    assert response.status_code == 200
    assert "must be 200 characters or fewer" in words_of(response)
