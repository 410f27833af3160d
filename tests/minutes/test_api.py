"""The interface for other programs: what it says of each kind of record, and how it is asked."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from minutes import corrections
from minutes.following import numbers, updates
from minutes.models import Action, ActionUpdate, ApiToken, ItemThread, Judgement, Meeting, Response
from tests.builders import (
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    a_resolution,
    an_action,
    an_attendee,
    an_indicator,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, in_days

pytestmark = pytest.mark.django_db

LISTS = (
    "councils", "committees", "people", "meetings", "items", "resolutions", "recommendations", "actions", "interests",
    "papers",
)  # fmt: skip


def fill(meeting: Meeting, number: int = 0) -> Action:
    """One record of every kind in a meeting."""
    person = a_person(f"Anne Smith{number}")
    item = an_item(meeting)
    attendee = an_attendee(meeting, person.name, person=person)
    attendee.items.set([item])
    resolution = a_resolution(meeting, item=item)
    recommendation = a_recommendation(meeting, item=item)
    given = {"state": "accepted", "answered_on": in_days(-1), "text": "We accept it.", "answered_in": meeting}
    Response.objects.update_or_create(resolution=recommendation, defaults=given)
    numbers.number([recommendation])
    an_interest(meeting, person.name, person=person, attendee=attendee, item=item, declared_under=item)
    an_indicator(meeting, item=item)
    action = an_action(meeting, item=item, resolution=resolution, owner=person.name, owner_person=person)
    officer = an_officer()
    updates.report(action, officer, "It is begun.", "in_progress")
    for about in ({"action": action}, {"resolution": recommendation}):
        Judgement.objects.create(rating="amber", on=in_days(0), meeting=meeting, by=officer, **about)
    thread = ItemThread.objects.create(committee=meeting.committee, title="Transport", made_by=officer)
    thread.links.create(item=item, state="confirmed", by=officer)
    return action


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    caches["default"].clear()


@pytest.fixture
def ask():
    return as_(an_officer()).get


def results(response) -> list[dict]:
    assert response.status_code == 200, response.content
    return response.json()["results"]


def test_it_says_where_everything_is(ask) -> None:
    root = ask("/api/").json()
    assert set(root) == {*LISTS, "search"}
    root.pop("search")
    assert all(ask(address).status_code == 200 for address in root.values())


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_and_a_single_record_agree(ask, kind) -> None:
    fill(a_meeting())
    first = results(ask(f"/api/{kind}/"))[0]
    single = ask(first["url"]).json()
    assert {name: single[name] for name in first} == first


def test_a_record_has_its_source_and_its_doubts(ask) -> None:
    meeting = a_meeting()
    doubts = [{"field": "due", "sentence": "The year is not said.", "kind": "paper"}]
    where = {"page": 3, "quote": "will circulate the note", "boxes": [[72, 100, 300, 112]]}
    action = an_action(meeting, "Circulate the note", doubts=doubts, **where)
    told = results(ask("/api/actions/"))[0]
    assert told["doubts"] == [{"field": "due", "sentence": "The year is not said."}]
    assert told["source"] == {
        "paper_id": meeting.document_id, "page": 3, "paragraph": None, "quote": "will circulate the note",
        "boxes": [[72, 100, 300, 112]], "rest": [],
        "page_url": f"http://testserver/papers/{meeting.document_id}/?page=3&mark=action-{action.pk}#page-3",
    }  # fmt: skip
    added = corrections.add(Action, meeting, {"text": "Ask again"}, an_officer())
    assert ask(f"/api/actions/{added.pk}/").json()["source"] is None


def test_what_is_unknown_is_null_and_never_an_empty_word(ask) -> None:
    an_action(a_meeting(venue=""))
    told = results(ask("/api/actions/"))[0]
    assert [told[name] for name in ("owner", "due", "due_printed", "agenda_item_id", "owner_person_id")] == [None] * 5
    meeting = results(ask("/api/meetings/"))[0]
    assert (meeting["location"], meeting["end_date"], meeting["next_meeting"]) == (None, None, None)


def test_a_meeting_has_everything_in_it(ask) -> None:
    meeting = a_meeting(date=dt.date(2025, 7, 9), start_time=dt.time(10, 30), venue="County Hall")
    action = fill(meeting)
    told = ask(f"/api/meetings/{meeting.pk}/").json()
    assert told["start_date"] == "2025-07-09T10:30:00+01:00"
    assert told["location"] == {"name": "County Hall"}
    assert told["agenda"][0]["matters"][0]["title"] == "Transport"
    assert told["actions"][0]["judgements"][0]["meeting_id"] == meeting.pk
    assert told["attendees"][0]["agenda_item_ids"] == [told["agenda"][0]["id"]]
    assert len(told["resolutions"]) == 2
    assert told["actions"][0]["id"] == action.pk
    assert told["actions"][0]["updates"][0]["text"] == "It is begun."
    assert told["actions"][0]["resolution_id"] == told["resolutions"][0]["id"]
    assert told["interests"][0]["description"] == "Governor of Blackmoss School"
    assert told["indicators"][0]["values"] == [{"period": "Q1", "value": "41%"}]
    assert told["documents"][0]["sha256"] == meeting.document.sha256


def test_a_person_has_the_names_that_were_printed_and_the_roles_that_were_seen(ask) -> None:
    person = a_person("Anne Cheetham")
    person.forms.create(printed="County Councillor A Cheetham")
    for month, role in ((7, "member"), (9, "chair"), (11, "chair")):
        an_attendee(a_meeting(date=dt.date(2025, month, 9)), person=person, role=role)
    told = results(ask("/api/people/"))[0]
    assert (told["given_name"], told["family_name"]) == ("Anne", "Cheetham")
    assert {one["name"] for one in told["other_names"]} == {"Anne Cheetham", "County Councillor A Cheetham"}
    seen = {(one["role"], one["first_seen"], one["last_seen"], one["meetings"]) for one in told["memberships"]}
    assert seen == {("chair", "2025-09-09", "2025-11-09", 2), ("member", "2025-07-09", "2025-07-09", 1)}


def test_a_recommendation_has_its_answer(ask) -> None:
    fill(a_meeting())
    waiting = a_recommendation(a_meeting(), "That the route be looked at again.")
    answered = results(ask("/api/recommendations/?response=accepted"))[0]
    assert (answered["response_state"], answered["response"]["text"]) == ("accepted", "We accept it.")
    assert answered["identifier"] == "CF 25/26 01"
    assert answered["judgements"][0]["rating"] == "amber"
    told = results(ask("/api/recommendations/?response=awaiting"))
    assert [(one["id"], one["response_state"], one["response"]) for one in told] == [(waiting.pk, "awaiting", None)]


def test_everything_can_be_searched(ask) -> None:
    meeting = a_meeting()
    item = an_item(meeting, "Home to school transport", text="The route to Blackmoss is <unsafe>.")
    an_action(meeting, "Review the transport policy", owner="Transport Manager")
    person = a_person("Terence Transport")
    an_attendee(meeting, person=person)
    told = ask("/api/search/?q=transport").json()
    assert (told["count"], told["more"], told["next"], told["previous"]) == (3, False, None, None)
    by_kind = {one["kind"]: one for one in told["results"]}
    found = by_kind["Agenda item"]
    assert found["url"] == f"http://testserver/api/items/{item.pk}/"
    assert found["title"] == "1 Home to school transport"
    assert found["meeting_id"] == meeting.pk
    assert ask(by_kind["Person"]["url"]).json()["id"] == person.pk
    assert "<unsafe>" in ask("/api/search/?q=Blackmoss").json()["results"][0]["text"]
    assert [one["kind"] for one in ask("/api/search/?q=transport&kind=action").json()["results"]] == ["Action"]
    assert ask("/api/search/").json()["errors"] == {"q": ["This field is required."]}


def test_exempt_records_are_found_by_no_councillor() -> None:
    an_item(a_meeting(exempt=True), "Home to school transport")
    assert as_(a_councillor()).get("/api/search/?q=transport").json()["count"] == 0
    assert as_(an_officer()).get("/api/search/?q=transport").json()["count"] == 1


def test_a_search_comes_in_pages(ask) -> None:
    meeting = a_meeting()
    for number in range(60):
        an_action(meeting, f"Review transport {number}")
    first = ask("/api/search/?q=transport").json()
    assert (first["count"], len(first["results"])) == (60, 50)
    second = ask(first["next"]).json()
    assert (len(second["results"]), second["next"]) == (10, None)
    assert not {one["url"] for one in first["results"]} & {one["url"] for one in second["results"]}
    assert ask(second["previous"]).json()["results"] == first["results"]


def test_removed_records_are_in_nothing(ask) -> None:
    action = fill(a_meeting())
    corrections.remove(action.resolution, an_officer(), "not a decision")
    told = ask(f"/api/meetings/{action.meeting_id}/").json()
    assert action.resolution_id not in [one["id"] for one in told["resolutions"]]
    assert told["actions"][0]["resolution_id"] is None
    assert ask(f"/api/resolutions/{action.resolution_id}/").status_code == 404


# --- how much it costs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LISTS)
def test_queries_do_not_grow_with_rows(kind, django_assert_max_num_queries) -> None:
    client = as_(a_councillor())

    def queries(address: str) -> int:
        with django_assert_max_num_queries(25) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    fill(a_meeting())
    client.get(f"/api/{kind}/")
    before = queries(f"/api/{kind}/")
    for number in range(1, 5):
        fill(a_meeting(date=dt.date(2025, number, 1)), number)
    assert queries(f"/api/{kind}/") == before


def test_queries_of_a_whole_meeting_do_not_grow_with_its_records(django_assert_max_num_queries) -> None:
    client, meeting = as_(a_councillor()), a_meeting()

    def queries() -> int:
        with django_assert_max_num_queries(25) as counted:
            assert client.get(f"/api/meetings/{meeting.pk}/").status_code == 200
        return len(counted)

    fill(meeting)
    queries()
    before = queries()
    for number in range(1, 5):
        fill(meeting, number)
    assert queries() == before


# --- answers --------------------------------------------------------------------------------------------------------


def test_what_did_not_change_is_not_sent_again(ask) -> None:
    meeting = a_meeting()
    first = ask(f"/api/meetings/{meeting.pk}/")
    assert first["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie"} <= {name.strip() for name in first["Vary"].split(",")}
    again = ask(f"/api/meetings/{meeting.pk}/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    corrections.correct(meeting, {"venue": "Town Hall"}, an_officer())
    assert ask(f"/api/meetings/{meeting.pk}/", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/api/actions/999999/", 404),
        ("get", "/api/actions/99999999999999999999999999/", 404),
        ("get", "/api/nothing/", 404),
        ("post", "/api/actions/", 405),
        ("delete", "/api/actions/1/", 405),
    ],
)  # fmt: skip
def test_refusals_are_problems_with_a_sentence(method, address, status) -> None:
    response = getattr(as_(an_officer()), method)(address)
    told = response.json()
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert told["status"] == status
    assert told["detail"].endswith(".")


def test_another_form_than_json_is_refused_with_a_sentence(ask) -> None:
    response = ask("/api/actions/", headers={"accept": "text/csv"})
    assert (response.status_code, response["Content-Type"]) == (406, "application/problem+json")


def test_updates_of_exempt_meetings_name_no_meeting_to_councillors() -> None:
    action = an_action(a_meeting())
    closed = a_meeting(exempt=True, date=dt.date(2026, 1, 14))
    ActionUpdate.objects.create(action=action, text="Heard", meeting=closed, by=an_officer())
    told = [results(as_(user).get("/api/actions/"))[0]["updates"][0]["meeting_id"]
            for user in (a_councillor(), an_officer())]  # fmt: skip
    assert told == [None, closed.pk]


def test_papers_say_their_sum_and_where_their_file_is(ask) -> None:
    paper = a_document(b"Minutes\n", filename="minutes of july.txt")
    told = results(ask(f"/api/papers/?sha256={paper.sha256}"))[0]
    assert (told["file_name"], told["size"], told["sha256"]) == ("minutes of july.txt", 8, paper.sha256)
    assert b"".join(ask(told["download_url"]).streaming_content) == b"Minutes\n"


def test_a_token_is_kept_as_a_sum_alone() -> None:
    token, secret = ApiToken.make(an_officer(), "dashboard", ends_on=timezone.localdate())
    assert secret.startswith("scrutiny_")
    assert secret not in [str(value) for value in ApiToken.objects.values_list().get()]
    assert Client().get("/api/", headers={"authorization": f"Bearer {secret}"}).status_code == 200
    token.refresh_from_db()
    assert token.used_at is not None
