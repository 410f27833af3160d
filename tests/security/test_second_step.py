"""A second step for those who may change records, and sessions that end."""

from __future__ import annotations

import importlib
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    validate_totp_code,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from minutes.models import AuditEntry, Event, User
from minutes.models.user import Role
from scrutiny import sessions
from tests.looking import words_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase for tests"


@pytest.fixture(autouse=True)
def _half_minutes(settings: Settings) -> None:
    """Half a minute more and less for each code: a test may begin in one and end in the next."""
    settings.MFA_TOTP_TOLERANCE = 1


def account(role: Role) -> User:
    return User.objects.create_user(role.value, f"{role.value}@example.org", PASSWORD, role=role)


def sign_in(client: Client, user: User, password: str = PASSWORD):
    return client.post(reverse("account_login"), {"login": user.username, "password": password})


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, min(yield_hotp_counters_from_time())))


def set_up_app(client: Client) -> str:
    """Sets up an authenticator app on the pages, which ask for the password again, and gives its secret."""
    asked = client.get(reverse("mfa_activate_totp"))
    page = client.post(asked.url, {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}).status_code == 302
    return str(secret)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR])
def test_who_may_change_records_sets_up_a_second_step_before_anything_else(settings: Settings, role: Role) -> None:
    settings.MFA_REQUIRED = True
    client = Client()
    sign_in(client, account(role))
    assert client.get(reverse("home")).url == reverse("mfa_index")
    assert "Set one up below to go on" in words_of(client.get(reverse("mfa_index")))
    set_up_app(client)
    assert client.get(reverse("home")).status_code == 200


def test_a_councillor_may_do_without(settings: Settings) -> None:
    settings.MFA_REQUIRED = True
    client = Client()
    sign_in(client, account(Role.COUNCILLOR))
    assert client.get(reverse("home")).status_code == 200


def test_a_council_may_ask_councillors_for_one_too(settings: Settings) -> None:
    settings.MFA_REQUIRED = settings.MFA_REQUIRED_OF_COUNCILLORS = True
    client = Client()
    sign_in(client, account(Role.COUNCILLOR))
    assert client.get(reverse("home")).url == reverse("mfa_index")


def test_a_password_alone_no_longer_signs_in_who_has_a_second_step() -> None:
    officer, first, second = account(Role.OFFICER), Client(), Client()
    sign_in(first, officer)
    secret = set_up_app(first)
    assert sign_in(second, officer).url == reverse("mfa_authenticate")
    assert second.get(reverse("home")).status_code == 302
    refused = second.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "This code is not right" in words_of(refused)
    assert AuditEntry.objects.filter(
        event=Event.NOT_SIGNED_IN, username=officer.username, detail__contains="code"
    ).exists()
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).update(last_used_at=None)
    entered = second.post(reverse("mfa_authenticate"), {"code": code_now_after(secret)})
    assert entered.status_code == 302
    assert second.get(reverse("home")).status_code == 200
    assert AuditEntry.objects.filter(event=Event.SIGNED_IN).first().detail == "password, then mfa"


def code_now_after(secret: str) -> str:
    """The code of the next half minute: each is taken once, and that of now set the app up."""
    counter = max(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


def test_a_code_of_an_app_lasts_for_half_a_minute(settings: Settings) -> None:
    settings.MFA_TOTP_TOLERANCE = importlib.import_module("scrutiny.settings").MFA_TOTP_TOLERANCE
    secret = generate_totp_secret()
    counter = next(iter(yield_hotp_counters_from_time()))
    assert not validate_totp_code(secret, format_hotp_value(hotp_value(secret, counter - 1)))
    assert not validate_totp_code(secret, format_hotp_value(hotp_value(secret, counter + 2)))


def test_a_recovery_code_signs_in_once() -> None:
    officer, first = account(Role.OFFICER), Client()
    sign_in(first, officer)
    set_up_app(first)
    codes = first.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    for expected in (True, False):
        client = Client()
        sign_in(client, officer)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert (client.get(reverse("home")).status_code == 200) is expected


def test_the_secret_of_an_app_is_not_readable_in_the_database() -> None:
    client = Client()
    sign_in(client, account(Role.OFFICER))
    secret = set_up_app(client)
    assert secret not in str(Authenticator.objects.get(type=Authenticator.Type.TOTP).data)


def test_a_secret_outlives_a_change_of_the_secret_key(settings: Settings) -> None:
    from minutes.accounts import SecondFactor

    kept = SecondFactor().encrypt("seed")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, long enough to be one, with 1234567890 in it"
    assert SecondFactor().decrypt(kept) == "seed"


@pytest.mark.parametrize("page", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn"])
def test_setting_up_needs_an_account(client: Client, page: str) -> None:
    assert reverse("account_login") in client.get(reverse(page)).url


def test_five_wrong_passwords_lock_the_account_for_a_while() -> None:
    officer, client = account(Role.OFFICER), Client()
    for _ in range(5):
        assert "No account has this username and password" in words_of(sign_in(client, officer, "wrong"))
    assert "There were too many wrong passwords. Wait five minutes" in words_of(sign_in(client, officer))
    assert client.get(reverse("home")).status_code == 302


@pytest.mark.parametrize(("idle", "age", "stays"), [(60, 60, True), (7300, 7300, False), (60, 12 * 3600 + 60, False)])
def test_a_session_ends_by_idling_and_by_its_age(idle: int, age: int, stays: bool) -> None:
    client = Client()
    sign_in(client, account(Role.COUNCILLOR))
    client.get(reverse("home"))
    session = client.session
    session[sessions.SEEN], session[sessions.BEGUN] = time.time() - idle, time.time() - age
    session.save()
    page = client.get(reverse("home"))
    assert (page.status_code == 200) is stays
    assert ("Clear-Site-Data" in page.headers) is not stays


def test_a_changed_password_signs_out_everywhere_else() -> None:
    officer, here, there = account(Role.COUNCILLOR), Client(), Client()
    sign_in(here, officer)
    sign_in(there, officer)
    new = {"oldpassword": PASSWORD, "password1": "another pass phrase 2026", "password2": "another pass phrase 2026"}
    assert here.post(reverse("account_change_password"), new).status_code == 302
    assert here.get(reverse("home")).status_code == 200
    assert there.get(reverse("home")).status_code == 302


def test_the_administration_has_no_door_of_its_own(client: Client) -> None:
    """Its own page would take a password alone."""
    account(Role.ADMINISTRATOR)
    assert client.get("/admin/login/").url.startswith(reverse("account_login"))
    client.post("/admin/login/", {"username": "administrator", "password": PASSWORD})
    assert client.get("/admin/").status_code == 302
