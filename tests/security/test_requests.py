"""What is turned away before anything looks at it, and what every answer carries."""

from __future__ import annotations

import pytest
from django.contrib import messages
from django.contrib.messages.middleware import MessageMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from minutes.models import AuditEntry, Event
from scrutiny.away import something_went_wrong
from tests.builders import PASSWORD, a_councillor
from tests.looking import as_

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "TRACK", "BREW"])
def test_methods_that_no_page_has_are_refused(method: str) -> None:
    response = as_(a_councillor()).generic(method, reverse("home"), headers={"X-Secret": "unmistakable"})
    assert response.status_code == 405
    assert b"unmistakable" not in response.content


def test_every_cookie_has_its_guards_and_none_is_for_messages(settings: Settings) -> None:
    user, client = a_councillor(), Client()
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert set(client.cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]
        assert cookie["path"] == "/"


def test_styles_and_scripts_come_with_the_same_policy_as_pages() -> None:
    script, page = Client().get("/static/js/page.js"), Client().get(reverse("account_login"))
    b"".join(script.streaming_content)
    assert script.headers["Content-Type"].startswith("text/javascript")
    for answer in (script.headers, page.headers):
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/nowhere/", "/api/nowhere/", "/static/", "/static/js/", "/.git/config", "/.env"])
def test_what_is_not_there_tells_nothing_of_the_inside(path: str) -> None:
    response = Client().get(path)
    assert response.status_code in (302, 401, 404)
    assert not {"Server", "X-Powered-By"} & set(response.headers)


def test_an_error_tells_nothing_of_the_inside() -> None:
    try:
        raise RuntimeError("SELECT password FROM minutes_user")
    except RuntimeError:
        response = something_went_wrong(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"SELECT" not in response.content
    assert b"Traceback" not in response.content


def test_a_form_of_another_site_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(a_councillor())
    assert client.post(reverse("account_logout")).status_code == 403
    assert client.get(reverse("home")).status_code == 200
    assert AuditEntry.objects.filter(event=Event.REFUSED, address=reverse("account_logout")).exists()


def test_a_session_gets_another_number_when_somebody_signs_in(settings: Settings) -> None:
    user, client = a_councillor(), Client()
    client.get(reverse("account_login"))
    session = client.session
    session["kept"] = "before"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = before = session.session_key
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_no_other_site_may_read_answers() -> None:
    response = as_(a_councillor()).get("/api/meetings/", headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_token_that_opens_nothing_stands_in_the_audit_log_but_not_without_end() -> None:
    for _ in range(15):
        refused = Client().get("/api/meetings/", headers={"Authorization": "Bearer scrutiny_unmistakable"})
        assert refused.status_code == 401
    noted = AuditEntry.objects.filter(event=Event.NOT_SIGNED_IN)
    assert 1 <= noted.count() <= 20  # ten a minute, and the minute may turn
    assert "unmistakable" not in str(list(noted.values()))


@pytest.mark.parametrize("path", ["/api/meetings/", "/feeds/a-secret/calendar.ics"])
def test_a_program_that_comes_without_https_is_refused_and_a_browser_led_there(settings: Settings, path: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    refused = Client().get(path)
    assert refused.status_code == 403
    assert "https://" in refused.content.decode()
    assert Client().get("/actions/").url == "https://testserver/actions/"
    assert Client().get("/api/meetings/", secure=True).status_code == 401


def test_where_a_visitor_comes_from_is_believed_of_the_last_proxy_alone(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    told = {"X-Forwarded-For": "6.6.6.6, 192.0.2.7"}
    Client().post(reverse("account_login"), {"login": "ann", "password": "wrong"}, headers=told)
    assert AuditEntry.objects.get().remote == "192.0.2.7"


def test_words_to_be_shown_once_are_kept_in_the_session() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        messages.info(request, "Saved.")
        return HttpResponse()

    client = as_(a_councillor())
    request = RequestFactory().get("/")
    request.session = client.session
    assert not MessageMiddleware(view)(request).cookies
