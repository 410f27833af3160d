"""How often a token, or somebody signed in, may ask: so many requests a minute, counted by all processes together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

WINDOW = 60  # seconds


class AMinute(BaseThrottle):
    """``settings.API_REQUESTS_A_MINUTE`` for each token; somebody signed in without one counts as one more."""

    def allow_request(self, request: Request, view: Any) -> bool:
        return count(f"api-{_asker(request)}") <= settings.API_REQUESTS_A_MINUTE

    def wait(self) -> float:
        """Seconds until the next window begins, at least one: `Retry-After` has whole seconds."""
        return max(1.0, WINDOW - time.time() % WINDOW)


def _asker(request: Request) -> str:
    token = request.auth
    return f"token-{token.pk}" if token else f"user-{request.user.pk}"


def count(asker: str) -> int:
    """The number of this request among those that the asker made in this window, from one."""
    cache, window = caches["default"], int(time.time() // WINDOW)
    with _alone(asker, cache):
        if cache.add(f"{asker}-{window}", 0, WINDOW * 2):
            cache.delete(f"{asker}-{window - 1}")  # a cache of files keeps what is over until it is full
        try:
            return cache.incr(f"{asker}-{window}")
        except ValueError:  # the cache was full and threw it out
            return 1


@contextmanager
def _alone(name: str, cache: BaseCache) -> Iterator[None]:
    """Lets one process at a time count in a cache of files, which cannot do it in one step as Redis can."""
    if not isinstance(cache, FileBasedCache):
        yield
        return
    folder = settings.VAR_DIR / "locks"
    folder.mkdir(exist_ok=True)
    with (folder / name).open("w") as file:
        locks.lock(file, locks.LOCK_EX)
        yield
