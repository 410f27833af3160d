"""Figures on pages: each is counted as far as somebody reads on, and says so where there is more."""

from __future__ import annotations

import pytest
from django.test import Client

from minutes import figures, paging
from minutes.counting import at_once
from minutes.filters import actions as filters
from minutes.models import Action, ActionUpdate, Resolution, Response
from tests.builders import a_committee, a_councillor, a_meeting, a_person, a_recommendation, an_action, an_officer
from tests.looking import as_, in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are many."""
    monkeypatch.setattr(paging, "MANY", 3)
    monkeypatch.setattr(figures, "MANY", 3)


def told() -> dict[str, str]:
    return {name: str(number) for name, number in figures.figures(Action.objects.all()).items()}


@pytest.mark.usefixtures("few")
def test_actions_are_counted_by_their_day_and_said_to_be_more_beyond_many() -> None:
    meeting = a_meeting()
    for days in (-3, -2, 1):
        an_action(meeting, due=in_days(days))
    an_action(meeting, due=in_days(-9), status="complete")
    assert told() == {"outstanding": "3", "overdue": "2", "soon": "1", "later": "0", "undated": "0"}
    for days in (-1, -1, 90):
        an_action(meeting, due=in_days(days))
    an_action(meeting)
    assert told() == {"outstanding": "3+", "overdue": "3+", "soon": "1", "later": "1", "undated": "1"}


@pytest.mark.usefixtures("few")
def test_actions_that_are_narrowed_down_are_counted_alike() -> None:
    meeting = a_meeting()
    an_action(meeting, due=in_days(-9), status="complete")
    for days in (0, 30, 31, None, -1):
        an_action(meeting, due=None if days is None else in_days(days))
        rows = Action.objects.all()
        narrowed, all_of_them = figures.figures(rows, narrowed=True), figures.figures(rows)
        assert {name: str(number) for name, number in narrowed.items()} == told()
        assert narrowed == all_of_them


def test_where_thousands_are_outstanding_each_day_is_counted_less_far(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "CROWD", 6)
    monkeypatch.setattr(figures, "SOME", 2)
    meeting = a_meeting()
    for days in (-4, -3, -2, 5, 6):
        an_action(meeting, due=in_days(days))
    assert told() == {"outstanding": "5", "overdue": "3", "soon": "2", "later": "0", "undated": "0"}
    an_action(meeting, due=in_days(90))
    assert told() == {"outstanding": "5+", "overdue": "2+", "soon": "2", "later": "1", "undated": "0"}
    context = as_(an_officer(), client).get("/actions/?when=overdue").context
    assert (str(context["count"]), len(context["page"])) == ("2+", 3)


def test_where_thousands_of_answers_are_known_recommendations_are_counted_less_far(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "CROWD", 4)
    monkeypatch.setattr(figures, "SOME", 2)
    meeting = a_meeting()
    for days in (-3, -2, -1, 5):
        Response.objects.create(resolution=a_recommendation(meeting), due=in_days(days))
    counted = figures.recommendation_figures(Resolution.objects.recommendations())
    shown = {name: str(number) for name, number in counted.items()}
    assert shown == {
        "all": "3+", "awaited": "3+", "overdue": "2+", "soon": "1", "later": "0", "undated": "0", "answered": "0",
    }  # fmt: skip
    context = as_(an_officer(), client).get("/recommendations/").context
    assert (str(context["count"]), len(context["page"])) == ("3+", 4)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("tab", "shown"), [("", "3+"), ("?when=overdue", "3+"), ("?when=undated", "2"), ("?state=all", "3+")]
)
def test_the_number_of_a_list_is_the_one_that_its_tab_has(client: Client, tab: str, shown: str) -> None:
    meeting = a_meeting()
    for days in (-4, -3, -2, -1, None, None):
        an_action(meeting, due=None if days is None else in_days(days))
    context = as_(an_officer(), client).get(f"/actions/{tab}").context
    assert str(context["count"]) == shown
    assert len(context["page"]) == {"": 6, "?when=overdue": 4, "?when=undated": 2, "?state=all": 6}[tab]


def test_recommendations_are_counted_by_the_last_day_of_their_answer() -> None:
    meeting = a_meeting()
    answers = [("awaiting", -1), ("awaiting", 5), ("awaiting", 90), ("awaiting", None), ("accepted", -9), (None, None)]
    for state, days in answers:
        recommendation = a_recommendation(meeting)
        if state:
            Response.objects.create(resolution=recommendation, state=state, due=None if days is None else in_days(days))
    counted = figures.recommendation_figures(Resolution.objects.recommendations())
    assert counted == {
        "all": 6, "awaited": 5, "overdue": 1, "soon": 1, "later": 1, "undated": 2, "answered": 1,
    }  # fmt: skip


@pytest.mark.usefixtures("few")
def test_who_has_more_than_many_answers_to_await_has_more_than_many_recommendations() -> None:
    meeting = a_meeting()
    for _ in range(3):
        a_recommendation(meeting)
    counted = figures.recommendation_figures(Resolution.objects.recommendations())
    assert (str(counted["undated"]), str(counted["all"])) == ("3", "3")
    a_recommendation(meeting)
    counted = figures.recommendation_figures(Resolution.objects.recommendations())
    assert (str(counted["undated"]), str(counted["awaited"]), str(counted["all"])) == ("3+", "3+", "3+")


def test_lists_are_counted_at_once_as_far_as_is_asked_and_a_contradiction_has_none() -> None:
    meeting = a_meeting()
    for owner in ("Head of Service", "Head of Service", "Clerk"):
        an_action(meeting, owner=owner)
    rows = Action.objects.soonest_first()
    assert at_once([rows, rows.none(), rows.filter(owner="Clerk")], 2) == [2, 0, 1]


def test_rows_of_a_page_are_told_what_was_last_heard_as_those_of_a_download_are() -> None:
    officer, committee = an_officer(), a_committee()
    agreed, silent, secret, undated = (a_meeting(committee=committee, date=in_days(-90)) for _ in range(4))
    for days in (-80, -60, -40, -40, -10):
        a_meeting(committee=committee, date=in_days(days))
    a_meeting(date=in_days(-5), committee=a_committee("Adult Care Scrutiny Committee"))
    hidden = a_meeting(committee=committee, date=in_days(-20), exempt=True)
    for meeting, when in ((agreed, -50), (agreed, -45), (secret, -70)):
        heard = hidden if meeting == secret else None
        action = Action.objects.filter(meeting=meeting).first() or an_action(meeting)
        ActionUpdate.objects.create(action=action, on=in_days(when), text=f"said {when}", by=officer, meeting=heard)
    an_action(silent)
    type(undated).objects.filter(pk=undated.pk).update(date=None)
    an_action(undated)
    an_action(a_meeting(committee=None, date=in_days(-90), title="Joint panel"))
    names = ("heard_on", "heard_text", "silent_for")
    expected = {row.pk: [getattr(row, name) for name in names] for row in figures.with_last_heard(Action.objects.all())}
    rows = list(Action.objects.all())
    figures.tell_last_heard(rows)
    assert {row.pk: [getattr(row, name) for name in names] for row in rows} == expected
    assert sorted(row.silent_for for row in rows) == [0, 0, 2, 4, 4]
    assert [row.heard_text for row in rows if row.heard_text] == ["said -45"]


def owners(client: Client, **chosen: object) -> list[str]:
    response = client.get("/actions/", chosen)
    return [label for _, label in response.context["form"].fields["owner"].choices]


def test_of_too_many_owners_those_of_the_committee_are_offered_and_the_chosen_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_(an_officer(), client)
    anne, bert = a_person("Anne Cheetham"), a_person("Bert Dale")
    adults = a_committee("Adult Care Scrutiny Committee")
    an_action(a_meeting(), "hers", owner_person=anne)
    an_action(a_meeting(committee=adults), "his", owner_person=bert)
    assert owners(client) == ["Everybody", "Anne Cheetham", "Bert Dale", "Nobody is named"]
    monkeypatch.setattr(filters, "MOST_OWNERS", 1)
    assert owners(client) == ["Everybody", "Nobody is named"]
    assert owners(client, committee=adults.pk) == ["Everybody", "Bert Dale", "Nobody is named"]
    assert owners(client, owner=f"person-{anne.pk}")[-1] == "Anne Cheetham"
    page = client.get("/actions/", {"owner": f"person-{anne.pk}"}).context["page"]
    assert [str(action) for action in page] == ["hers"]


def test_a_filter_says_that_it_leaves_owners_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    as_(an_officer(), client)
    meeting = a_meeting()
    for name in ("Anne Cheetham", "Bert Dale"):
        an_action(meeting, "theirs", owner_person=a_person(name))
    assert "own actions" not in shown(client)
    monkeypatch.setattr(filters, "MOST_OWNERS", 1)
    several = 'id="id_owner_helptext">More than 1 people own actions. '
    assert f"{several}Choose a committee to see its people here.</div>" in shown(client)
    assert f"{several}Here are the committee’s.</div>" in shown(client, committee=meeting.committee_id)
    assert f"{several}Choose" in shown(client, due_from_day="x", due_from_month="1", due_from_year="2026")


def shown(client: Client, **chosen: object) -> str:
    return client.get("/actions/", chosen).content.decode()


def test_an_address_names_no_owner_whom_exempt_meetings_alone_name(client: Client) -> None:
    unknown = a_person("Quentin Quixotic")
    an_action(a_meeting(exempt=True), "secret", owner_person=unknown)
    address = {"owner": f"person-{unknown.pk}"}
    assert owners(as_(a_councillor(), client), **address) == ["Everybody", "Nobody is named"]
    assert "Quentin Quixotic" in owners(as_(an_officer(), client), **address)


def test_an_owner_that_no_database_can_look_for_is_nobody(client: Client) -> None:
    an_action(a_meeting(), "hers", owner="Head of Service")
    response = as_(an_officer(), client).get("/actions/", {"owner": "Head\x00"})
    assert response.status_code == 200
    assert "owner" in response.context["form"].errors
