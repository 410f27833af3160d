"""Which passwords are taken, and how they are kept, changed and forgotten."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from minutes.models import User
from tests.builders import a_councillor, an_administrator
from tests.looking import as_, words_of

PASSWORD = "a long pass phrase for tests"


@pytest.mark.parametrize(
    "password",
    [
        "purple otter kettle",
        "Council house otter kettle 7",  # a word of the place among others
        "830274619205",  # of digits alone: no rule about kinds of characters
        "ŵyŷ ŵyŷ gwenynen",
        "x7$Kq!" * 20,
        "\N{PILE OF POO}\N{SNOWMAN}\N{COMET} lisboa tram",
    ],
)
def test_any_long_password_is_taken_whatever_it_is_made_of(password: str) -> None:
    validate_password(password)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Tr0ub4dor&3", "too short"),
        ("passwordpassword", "common|disguise"),
        ("!Liverpool2026", "in disguise"),
        ("cambridge1209", "in disguise"),
        ("liverpoolliverpool", "in disguise"),
        ("aaaaaaaaaaaaaa", "common|disguise"),
        ("Scrutiny2026!", "try first"),
        ("council-committee", "try first"),
        ("Administrator#42", "try first"),
    ],
)
def test_a_password_that_others_would_guess_is_refused(password: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        validate_password(password)


@pytest.mark.parametrize("password", ["Wyreshire-2026", "wyreshire scrutiny"])
def test_the_councils_own_name_is_a_word_of_the_place(settings: Settings, password: str) -> None:
    validate_password("Wyreshire-2026")
    settings.ALLOWED_HOSTS = ["scrutiny.wyreshire.gov.uk"]
    with pytest.raises(ValidationError, match="try first"):
        validate_password(password)


@pytest.mark.django_db
def test_a_password_is_checked_where_somebody_changes_it() -> None:
    user = User.objects.create_user("ann", "ann@example.org", PASSWORD)
    new = {"oldpassword": PASSWORD, "password1": "Scrutiny2026!", "password2": "Scrutiny2026!"}
    assert "try first" in words_of(as_(user).post(reverse("account_change_password"), new))
    wrong = {"oldpassword": "not it", "password1": "purple otter kettle", "password2": "purple otter kettle"}
    as_(user).post(reverse("account_change_password"), wrong)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.django_db
def test_a_password_counts_to_its_last_letter_and_as_it_was_typed() -> None:
    long = "Purple otter kettle " * 6
    user = User.objects.create_user("ann", "ann@example.org", long)
    assert user.check_password(long)
    assert not user.check_password(long[:-1])
    assert not user.check_password(long.lower())


def test_passwords_are_hashed_slowly() -> None:
    """Django's own choice, which the project's settings leave as it is; tests put a quick one in its place."""
    assert "PASSWORD_HASHERS" not in Path(importlib.import_module("scrutiny.settings").__file__).read_text()
    assert global_settings.PASSWORD_HASHERS[0].endswith(".PBKDF2PasswordHasher")
    assert PBKDF2PasswordHasher.iterations >= 600_000  # OWASP Password Storage Cheat Sheet, 2025


@pytest.mark.django_db
def test_a_forgotten_password_is_made_anew_by_a_link_that_works_once_and_lets_nobody_in() -> None:
    User.objects.create_user("ann", "ann@example.org", PASSWORD)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    path = re.search(r"https?://[^/]+(/accounts/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = client.get(path, follow=True)
    new = {"password1": "purple otter kettle", "password2": "purple otter kettle"}
    client.post(form.request["PATH_INFO"], new)
    assert User.objects.get(username="ann").check_password("purple otter kettle")
    assert client.get(reverse("home")).status_code == 302  # it does not sign in: a second step is still asked for
    again = {"password1": "another otter kettle", "password2": "another otter kettle"}
    Client().post(Client().get(path, follow=True).request["PATH_INFO"], again)
    assert User.objects.get(username="ann").check_password("purple otter kettle")


@pytest.mark.django_db
def test_nobody_learns_from_a_forgotten_password_who_has_an_account() -> None:
    User.objects.create_user("ann", "ann@example.org", PASSWORD)
    told = [Client().post(reverse("account_reset_password"), {"email": who}) for who in ("ann@example.org", "no@b.org")]
    assert told[0].url == told[1].url


@pytest.mark.django_db
def test_an_administrator_signs_somebody_out_everywhere() -> None:
    ann, client = User.objects.create_user("ann", "ann@example.org", PASSWORD), Client()
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    assert client.get(reverse("home")).status_code == 200
    chosen = {"action": "sign_out", "_selected_action": [ann.pk]}
    as_(an_administrator()).post(reverse("admin:minutes_user_changelist"), chosen)
    assert client.get(reverse("home")).status_code == 302


@pytest.mark.django_db
def test_closing_an_account_ends_its_sessions_at_once() -> None:
    ann = a_councillor()
    client = as_(ann)
    assert client.get(reverse("home")).status_code == 200
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert client.get(reverse("home")).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["usersessions_list", "mfa_activate_totp", "mfa_add_webauthn"])
def test_who_changes_how_to_sign_in_has_signed_in_just_now(page: str) -> None:
    assert reverse("account_reauthenticate") in as_(a_councillor()).get(reverse(page)).url
