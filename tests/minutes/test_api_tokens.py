"""Who may ask the interface, what is kept from whom, and how often."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from minutes.api import throttles
from minutes.models import ApiToken, User
from tests.builders import (
    a_councillor,
    a_document,
    a_meeting,
    a_person,
    a_recommendation,
    an_action,
    an_attendee,
    an_interest,
    an_item,
    an_officer,
)
from tests.looking import as_, in_days
from tests.minutes.test_api import LISTS

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    caches["default"].clear()


def a_token(user: User, days: int = 30) -> tuple[ApiToken, dict[str, str]]:
    token, secret = ApiToken.make(user, "dashboard", ends_on=in_days(days))
    return token, {"authorization": f"Bearer {secret}"}


def test_a_token_opens_what_its_user_may_see_until_it_is_revoked() -> None:
    token, headers = a_token(an_officer())
    assert Client().get("/api/meetings/", headers=headers).status_code == 200
    token.revoke()
    refused = Client().get("/api/meetings/", headers=headers)
    assert (refused.status_code, refused["Content-Type"]) == (401, "application/problem+json")
    assert "revoked" in refused.json()["detail"]


def test_a_token_opens_to_its_last_day_and_no_longer() -> None:
    assert Client().get("/api/", headers=a_token(an_officer(), days=0)[1]).status_code == 200
    assert Client().get("/api/", headers=a_token(an_officer(), days=-1)[1]).status_code == 401


def test_a_closed_account_s_token_opens_nothing() -> None:
    officer = an_officer()
    headers = a_token(officer)[1]
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert Client().get("/api/", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "address", ["", *(f"{kind}/" for kind in LISTS), "meetings/1/", "search/?q=a", "schema/", "elsewhere/"]
)
def test_strangers_are_told_to_bring_a_token(address: str) -> None:
    a_meeting()
    for said in ("", "Bearer", "Bearer nonsense", "Bearer é", "Basic YTpi"):
        refused = Client().get(f"/api/{address}", headers={"authorization": said} if said else {})
        assert refused.status_code == 401
        assert refused["WWW-Authenticate"].startswith("Bearer")
        assert refused["Content-Type"] == "application/problem+json"


def test_a_token_s_last_use_is_written_down_once_a_minute(django_assert_num_queries) -> None:
    headers = a_token(an_officer())[1]
    Client().get("/api/", headers=headers)
    first = ApiToken.objects.get().used_at
    assert timezone.now() - first < dt.timedelta(seconds=10)
    with django_assert_num_queries(1):
        Client().get("/api/", headers=headers)
    assert ApiToken.objects.get().used_at == first


# --- what is exempt -------------------------------------------------------------------------------------------------


@pytest.fixture
def exempt() -> dict[str, int]:
    """An exempt meeting, and an exempt item in an open one, with a record of each kind in both; their ids by list."""
    closed, opened = a_meeting(exempt=True), a_meeting(date=dt.date(2026, 1, 14))
    item = an_item(opened, "Exempt business", exempt=True)
    for where, under in ((closed, an_item(closed)), (opened, item)):
        person = a_person(f"Person{where.pk}")
        an_attendee(where, person.name, person=person if where is closed else None)
        a_recommendation(where, item=under)
        an_action(where, item=under, owner_person=person)
        an_interest(where, person.name, person=person, item=under)
    a_document(meeting=closed)
    return {"meeting": closed.pk, "item": item.pk}


@pytest.mark.usefixtures("exempt")
@pytest.mark.parametrize("kind", [kind for kind in LISTS if kind not in ("councils", "committees", "meetings")])
def test_exempt_records_are_in_no_list_of_a_councillor(kind: str) -> None:
    officer, councillor = as_(an_officer()), as_(a_councillor())
    shown = officer.get(f"/api/{kind}/").json()["results"]
    assert shown
    assert councillor.get(f"/api/{kind}/").json()["results"] == []
    for one in shown:
        assert councillor.get(one["url"]).status_code == 404


def test_exempt_parts_of_an_open_meeting_are_not_in_it_for_a_councillor(exempt: dict[str, int]) -> None:
    officer, councillor = as_(an_officer()), as_(a_councillor())
    meetings = councillor.get("/api/meetings/").json()["results"]
    assert exempt["meeting"] not in [one["id"] for one in meetings]
    told = councillor.get(meetings[0]["url"]).json()
    for kind in ("agenda", "resolutions", "actions", "interests", "documents"):
        assert told[kind] == []
        assert officer.get(meetings[0]["url"]).json()[kind] != []


def test_links_to_exempt_meetings_are_null_for_councillors() -> None:
    closed = a_meeting(exempt=True, date=dt.date(2026, 1, 14))
    a_meeting(status="confirmed", confirmed_in=closed, confirmed_under=an_item(closed), reported_to=closed)
    names = ("confirmed_in_id", "confirmed_under_id", "reported_to_id")
    told = as_(a_councillor()).get("/api/meetings/").json()["results"][0]
    assert [told[name] for name in names] == [None] * 3
    told = as_(an_officer()).get("/api/meetings/").json()["results"][-1]
    assert None not in [told[name] for name in names]


# --- how often ------------------------------------------------------------------------------------------------------


def test_too_many_requests_are_refused_with_the_seconds_to_wait(settings: Settings) -> None:
    settings.API_REQUESTS_A_MINUTE = 3
    headers, others = a_token(an_officer())[1], a_token(an_officer())[1]
    while time.time() % throttles.WINDOW > throttles.WINDOW - 5:  # not over the turn of a window
        time.sleep(0.5)
    told = [Client().get("/api/", headers=headers).status_code for _ in range(4)]
    assert told == [200, 200, 200, 429]
    refused = Client().get("/api/", headers=headers)
    assert 1 <= int(refused["Retry-After"]) <= throttles.WINDOW
    assert refused["Retry-After"] in refused.json()["detail"]
    assert Client().get("/api/", headers=others).status_code == 200


COUNTING = """
import django
django.setup()
from minutes.api import throttles
throttles.WINDOW = 10**9  # seconds: all of it in one window
print(max(throttles.count("api-token-1") for _ in range(100)))
"""


def test_several_processes_count_together(tmp_path: Path) -> None:
    """Two processes over a cache of files, the default of an installation."""
    environment = {"VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "scrutiny.settings", "SECRET_KEY": "x" * 50}
    running = [
        subprocess.Popen([sys.executable, "-c", COUNTING], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [int(one.communicate(timeout=120)[0]) for one in running]
    assert max(told) == 200
