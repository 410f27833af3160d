"""What browsers are told of each page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import PASSWORD, a_councillor, a_document
from tests.looking import as_

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("signed_in", [True, False], ids=["page", "sign-in page"])
def test_every_page_forbids_code_and_frames_of_others(signed_in: bool) -> None:
    client = as_(a_councillor()) if signed_in else Client()
    headers = client.get(reverse("home" if signed_in else "account_login")).headers
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_pages_of_somebody_signed_in_are_kept_by_no_cache() -> None:
    assert as_(a_councillor()).get(reverse("home")).headers["Cache-Control"] == "private, no-store"


def test_signing_out_clears_what_the_browser_kept() -> None:
    client, user = Client(), a_councillor()
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    assert '"cache"' in client.post(reverse("account_logout")).headers["Clear-Site-Data"]


def test_an_original_is_an_attachment_under_a_name_of_ours_and_in_a_sandbox() -> None:
    document = a_document(b"<script>alert(1)</script> Minutes\n", filename='"><script>.txt')
    response = as_(a_councillor()).get(reverse("original", args=[document.pk]))
    b"".join(response.streaming_content)
    headers = response.headers
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Disposition"] == 'attachment; filename="script.txt"'
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_cookies_over_https_belong_to_this_host_alone() -> None:
    """Asked of settings made with HTTPS=1, in a process of their own."""
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
    code = f"from scrutiny import settings; print(*(getattr(settings, name) for name in {names}))"
    https = os.environ | {"HTTPS": "1"}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=https, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True"]


def test_the_settings_of_a_served_installation_leave_django_nothing_to_warn_of(tmp_path: Path) -> None:
    ours = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}  # Playwright's
    https = ours | {"HTTPS": "1", "VAR_DIR": str(tmp_path), "ALLOWED_HOSTS": "scrutiny.example.gov.uk"}
    check = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(check, cwd=ROOT, env=https, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
