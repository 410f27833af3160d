"""What people read when they sign in, forget a password or look up their account: our words, not the library's."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.builders import a_councillor
from tests.looking import as_, words_of

pytestmark = pytest.mark.django_db


def test_a_wrong_password_says_what_to_do(client: Client) -> None:
    refused = client.post(reverse("account_login"), {"login": a_councillor().username, "password": "not this one"})
    assert "No account has this username and password. Check both" in words_of(refused)


def test_the_mail_for_a_forgotten_password_says_whose_it_is_and_what_to_do(client: Client) -> None:
    user = a_councillor()
    client.post(reverse("account_reset_password"), {"email": user.email})
    (sent,) = mail.outbox
    assert sent.subject == "Choose a new password for Scrutiny records"
    assert f"Your username is {user.username}." in sent.body
    assert "If it was not you, do nothing" in sent.body
    assert "testserver!" not in sent.body


def test_an_address_that_no_account_has_is_told_so_by_mail_alone(client: Client) -> None:
    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    (sent,) = mail.outbox
    assert sent.subject == "No account of Scrutiny records has this address"
    assert "sign up" not in sent.body


def test_an_email_address_is_seen_and_not_changed() -> None:
    user = a_councillor()
    browser = as_(user)
    assert f"Your account has the address {user.email}" in words_of(browser.get(reverse("account_email")))
    assert browser.post(reverse("account_email"), {"email": "x@example.org", "action_add": ""}).status_code == 405


@pytest.mark.parametrize(
    "page", ["account_email", "socialaccount_connections", "account_email_verification_sent", "account_inactive"]
)
def test_pages_that_are_seldom_seen_are_in_sentence_case_with_a_way_on(page: str) -> None:
    text = words_of(as_(a_councillor()).get(reverse(page)))
    for theirs in ("Email Addresses", "Third-Party", "Verify Your", "Account Connections"):
        assert theirs not in text


def test_a_link_to_confirm_an_address_says_that_none_need_be(client: Client) -> None:
    page = client.get(reverse("account_confirm_email", args=["no-such-key"]))
    assert "This link does not work" in words_of(page)


def test_the_accessibility_statement_is_read_without_signing_in(client: Client) -> None:
    address = reverse("accessibility")
    assert f'href="{address}"' in client.get(reverse("account_login")).content.decode()
    told = words_of(client.get(address))
    for part in ("version 2.2, standard AA", "not fully accessible", "If you cannot use something", "enforces"):
        assert part in told
