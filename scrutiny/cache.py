"""A cache that may be away: what it holds is of use, and nobody is turned away for want of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

QUIET = 5.0  # seconds in which a server that was away is not asked: a page asks many times


class _Silence:
    until = 0.0  # on the monotonic clock


def _or(otherwise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The answer of a method, or ``otherwise`` where the server is away."""

    def wrapped(method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def answer(self: RedisCache, *args: Any, **named: Any) -> Any:
            if time.monotonic() < _Silence.until:
                return otherwise
            try:
                return method(self, *args, **named)
            except RedisError as problem:
                logger.warning("The cache is away: %s", problem)
                _Silence.until = time.monotonic() + QUIET
                return otherwise

        return answer

    return wrapped


class MayBeAway(RedisCache):
    """Redis, empty and forgetful while it is away: counts of failed sign-ins start anew when it is back."""

    set = _or(None)(RedisCache.set)
    add = _or(True)(RedisCache.add)
    touch = _or(False)(RedisCache.touch)
    delete = _or(False)(RedisCache.delete)
    has_key = _or(False)(RedisCache.has_key)
    set_many = _or([])(RedisCache.set_many)
    delete_many = _or(None)(RedisCache.delete_many)
    get_many = _or({})(RedisCache.get_many)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return _or(default)(RedisCache.get)(self, key, default, version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """The new number. Raises ValueError for a key that is not there."""
        return int(_or(delta)(RedisCache.incr)(self, key, delta, version))
