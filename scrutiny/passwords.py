"""Passwords that somebody who knows the place would try first (ASVS 5.0, 6.2.4 and 6.2.11). What is long is not
therefore good: "Scrutiny2026!" has thirteen characters."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

OWN = 8  # characters that have to be a person's own, beside the words below or a common password
WORDS = (
    "scrutiny", "overview", "committee", "council", "councillor", "minutes", "meeting", "records", "agenda",
    "democratic", "services", "officer", "administrator", "admin", "password", "passphrase", "welcome", "letmein",
)  # fmt: skip
_NOT_OF_A_NAME = {"localhost", "test", "your", "staging", "example"}
_HINT = "Choose another, such as four words that have nothing to do with each other."


def words() -> tuple[str, ...]:
    """WORDS, and those of this installation's own names, the longest first: "council" stands in "councillor"."""
    own = {word for name in (*settings.ALLOWED_HOSTS, *_sign_on()) for word in re.findall("[a-z]{4,}", name.lower())}
    return tuple(sorted({*WORDS, *own - _NOT_OF_A_NAME}, key=lambda word: (-len(word), word)))


def _sign_on() -> list[str]:
    return [app["name"] for app in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]]


class NotOfThePlace:
    """Refuses a password of which, without the words of the place, fewer than OWN characters are left."""

    def validate(self, password: str, user: Any = None) -> None:
        left = re.sub("|".join(words()), "", password.lower())
        if len(left) < min(OWN, len(password)):
            raise ValidationError(
                f"This password is hardly more than words that everybody here would try first. {_HINT}", code="of_place"
            )

    def get_help_text(self) -> str:
        return "It can’t be made of words of the council’s own work, such as scrutiny or committee."


class NotCommonInDisguise(CommonPasswordValidator):
    """Refuses Django's 20,000 common passwords, also with digits and signs around them, and written twice or more."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        plain = password.lower().strip()
        core = re.sub(r"^[^a-z]+|[^a-z]+$", "", plain)
        once = re.sub(r"^(.+?)\1+$", r"\1", plain)
        if len(once) < OWN // 2 or once in self.passwords or (core in self.passwords and len(plain) - len(core) < OWN):
            raise ValidationError(f"This is a password that many people use, in disguise. {_HINT}", code="disguised")
