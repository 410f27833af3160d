"""How people get an account: an administrator makes it."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountsByInvitation(DefaultAccountAdapter):
    """Signing in works as allauth does it; signing up is closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
