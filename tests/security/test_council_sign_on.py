"""A council's own sign-on, at a real OpenID provider in a process of its own."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from minutes.accounts import SignOnOfTheCouncil
from minutes.models import AuditEntry, Event, User
from minutes.models.user import Role
from tests.looking import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that knows Ann, whose address it vouches for, and Bob, whose it does not."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    people = [
        {"sub": "ann", "email": "ann@example.org", "email_verified": True},
        {"sub": "bob", "email": "bob@example.org", "email_verified": False},
        {"sub": "eve", "email": "eve@example.org", "email_verified": True},
    ]
    told = [part for person in people for part in ("--user-claims", json.dumps(person))]
    program = Path(sys.executable).with_name("oidc-provider-mock")
    running = subprocess.Popen([program, "--port", str(port), *told], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    _until_it_answers(address)
    yield address
    running.terminate()
    running.wait(timeout=10)


def _until_it_answers(address: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the OpenID provider did not start")


@pytest.fixture
def council(provider: str, settings: Settings) -> str:
    app = {"provider_id": "council", "name": "Wyreshire", "client_id": "records", "secret": "shared with the council"}
    app["settings"] = {"server_url": provider}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
    settings.MFA_REQUIRED = True
    return provider


def sign_on_as(who: str):
    """Follows the way through the provider, as a browser does, and gives the last answer."""
    client = Client()
    asked = client.get(reverse("openid_connect_login", args=["council"]))
    said = requests.post(asked.url, data={"sub": who}, allow_redirects=False, timeout=10)
    back = urlsplit(said.headers["Location"])
    return client, client.get(f"{back.path}?{back.query}", follow=True)


def test_the_page_offers_the_councils_sign_on(council: str, client: Client) -> None:
    assert "Sign in with Wyreshire" in words_of(client.get(reverse("account_login")))


def test_an_account_with_the_vouched_address_is_opened_without_a_second_step_of_ours(council: str) -> None:
    User.objects.create_user("ann", "ann@example.org", role=Role.OFFICER)
    client, _ = sign_on_as("ann")
    assert client.get(reverse("home")).status_code == 200
    assert SocialAccount.objects.get().user.username == "ann"
    assert AuditEntry.objects.filter(event=Event.SIGNED_IN, username="ann").exists()


def test_our_second_step_is_asked_for_where_the_provider_has_none(council: str, settings: Settings) -> None:
    settings.OIDC_HAS_SECOND_STEP = False
    User.objects.create_user("ann", "ann@example.org", role=Role.OFFICER)
    client, _ = sign_on_as("ann")
    assert client.get(reverse("home")).url == reverse("mfa_index")


@pytest.mark.parametrize(("origin", "leads_away"), [("same-origin", True), ("none", True), ("cross-site", False)])
def test_only_our_own_page_begins_it(council: str, client: Client, origin: str, leads_away: bool) -> None:
    begun = client.get(reverse("openid_connect_login", args=["council"]), headers={"Sec-Fetch-Site": origin})
    assert begun.status_code == 302
    assert begun.url.startswith(council) is leads_away
    assert leads_away or begun.url == reverse("account_login")


def test_an_address_that_the_provider_does_not_vouch_for_opens_nothing(council: str) -> None:
    User.objects.create_user("bob", "bob@example.org", role=Role.OFFICER)
    client, _ = sign_on_as("bob")
    assert client.get(reverse("home")).status_code == 302
    assert not SocialAccount.objects.exists()


def test_somebody_without_an_account_is_told_to_ask_for_one(council: str) -> None:
    client, last = sign_on_as("eve")
    assert "Ask an administrator of your council for an account" in words_of(last)
    assert client.get(reverse("home")).status_code == 302
    assert not User.objects.filter(email="eve@example.org").exists()
    assert AuditEntry.objects.filter(event=Event.NOT_SIGNED_IN, username="eve@example.org").exists()


def test_an_answer_that_nobody_asked_for_is_refused(council: str, client: Client) -> None:
    User.objects.create_user("ann", "ann@example.org", role=Role.OFFICER)
    client.get(reverse("openid_connect_callback", args=["council"]), {"code": "guessed", "state": "guessed"})
    assert client.get(reverse("home")).status_code == 302


def test_another_issuer_than_the_one_of_the_environment_opens_nothing(council: str, settings: Settings) -> None:
    settings.OIDC_ISSUER = "https://sign-on.wyreshire.example"
    User.objects.create_user("ann", "ann@example.org", role=Role.OFFICER)
    client, last = sign_on_as("ann")
    assert last.status_code == 403
    assert client.get(reverse("home")).status_code == 302
    assert not SocialAccount.objects.exists()
    assert AuditEntry.objects.get(event=Event.NOT_SIGNED_IN).detail == "another issuer"


def test_a_provider_in_the_database_is_none(council: str, client: Client) -> None:
    SocialApp.objects.create(provider="openid_connect", provider_id="other", name="Other", client_id="x")
    assert "Other" not in words_of(client.get(reverse("account_login")))
    assert client.get(reverse("openid_connect_login", args=["other"])).status_code == 404


class Elsewhere(BaseHTTPRequestHandler):
    """Leads whoever asks to another address of this machine."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *told: object) -> None:
        pass


def test_the_provider_leads_the_server_nowhere_else() -> None:
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with SignOnOfTheCouncil().get_requests_session() as session, pytest.raises(requests.TooManyRedirects):
            session.get(f"http://127.0.0.1:{server.server_port}/")
