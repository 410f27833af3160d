"""How people get an account and sign in: an administrator makes accounts, a council's own sign-on may open them."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest


class AccountsByInvitation(DefaultAccountAdapter):
    """Signing in works as allauth does it; signing up is closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SignOnOfTheCouncil(DefaultSocialAccountAdapter):
    """OpenID Connect opens the account with the same e-mail address, and never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class SecondFactor(DefaultMFAAdapter):
    """Secrets of authenticator apps are kept encrypted under the installation's secret key (ASVS 5.0, 13.3)."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    """The first key encrypts; those that the installation had before still decrypt."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derived = hashlib.blake2b(key.encode(), digest_size=32, person=b"second factor").digest()
    return base64.urlsafe_b64encode(derived)
