"""Signing in with a passkey and with codes, in a real browser with an authenticator of its own."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect

from minutes.models import User
from tests.browser.conftest import NARROW, WIDE
from tests.builders import PASSWORD, an_officer

SignIn = Callable[[Page, User], None]


@pytest.fixture
def local(page: Page, live_server, settings) -> Page:
    """The page at the name localhost: passkeys belong to names, not to numbers."""
    settings.ALLOWED_HOSTS = ["*"]
    page.goto(live_server.url.replace("127.0.0.1", "localhost") + "/accounts/login/")
    return page


def with_an_authenticator(page: Page) -> None:
    client = page.context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    client.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def enter_password(page: Page, user: User) -> None:
    page.get_by_label("Username or email address").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def confirm_it_is_you(page: Page) -> None:
    expect(page.get_by_role("heading", name="Confirm that it is you")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()


def test_an_officer_adds_a_passkey_and_signs_in_with_it_alone(
    local: Page, settings, no_violations: Callable[[Page], None]
) -> None:
    settings.MFA_REQUIRED = True
    settings.MFA_TOTP_TOLERANCE = 1  # a code of the next half minute is taken too
    with_an_authenticator(local)
    officer = an_officer()
    enter_password(local, officer)
    expect(local.get_by_role("heading", name="Signing in safely")).to_be_visible()
    no_violations(local)
    local.get_by_role("link", name="Add a passkey").click()
    confirm_it_is_you(local)
    expect(local.get_by_role("heading", name="Add a passkey")).to_be_visible()
    no_violations(local)
    local.get_by_label("Sign in with it alone, without a password").check()
    local.get_by_role("button", name="Add the passkey").click()
    expect(local.get_by_role("heading", name="Recovery codes")).to_be_visible()
    no_violations(local)
    local.get_by_role("button", name="I have kept them").click()
    local.get_by_role("link", name="Home").click()
    local.get_by_text(str(officer), exact=True).first.click()
    local.get_by_role("button", name="Sign out").click()
    local.get_by_role("button", name="Use a passkey instead").click()
    expect(local.get_by_role("link", name="Meetings").first).to_be_visible()


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_an_officer_sets_up_an_app_and_signs_in_with_its_code(
    local: Page, window: dict[str, int], no_violations: Callable[[Page], None]
) -> None:
    local.set_viewport_size(window)
    officer = an_officer()
    enter_password(local, officer)
    local.goto(local.url.split("/accounts")[0].rstrip("/") + "/accounts/2fa/")
    local.get_by_role("link", name="Set up an app").click()
    confirm_it_is_you(local)
    expect(local.locator(".app-code-picture svg")).to_be_visible()
    no_violations(local)
    secret = local.locator(".app-key").inner_text()
    local.get_by_label("The six digits that the app shows").fill(code_now(secret))
    local.get_by_role("button", name="Set up").click()
    expect(local.get_by_role("heading", name="Recovery codes")).to_be_visible()
    local.context.clear_cookies()
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).update(last_used_at=None)
    local.goto(local.url.split("/accounts")[0] + "/accounts/login/")
    enter_password(local, officer)
    expect(local.get_by_role("heading", name="Your second step")).to_be_visible()
    no_violations(local)
    local.get_by_label("Code").fill(code_now(secret, ahead=True))
    local.get_by_role("button", name="Sign in").click()
    expect(local.get_by_text(str(officer), exact=True).first).to_be_visible()


def code_now(secret: str, ahead: bool = False) -> str:
    """The app's code of this half minute, or of the next: each is taken once. One about to end is not begun with."""
    left = 30 - time.time() % 30
    if left < 5:
        time.sleep(left)
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, max(counters) if ahead else counters[0])))
