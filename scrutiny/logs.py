"""What is written to the log: lines for people, or JSON for programs, each with the request or task it belongs to.

Nothing of a paper, no name of a person, no search words and no private address belongs there. What a request was for
is told by the pattern of its address and the number in it.
"""

from __future__ import annotations

import re
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

_SECRET = re.compile(r"/(feeds|password/reset/key|calendar)/[^\s/]+")


def configuration(style: str, level: str) -> dict[str, Any]:
    """Python's logging configuration. ``style`` is "json" or "line"."""
    shared = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_secrets,
    ]
    wrap = structlog.stdlib.ProcessorFormatter.wrap_for_formatter
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, wrap],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "chosen": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [*shared, structlog.stdlib.ExtraAdder(allow=["status_code"])],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_endings(style)],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "chosen"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handlers would print everything twice or, without DEBUG, nothing.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            "django.request": {"level": "ERROR"},  # what is refused has its line from the middleware
            "pdfminer": {"level": "ERROR"},
            "celery.app.trace": {"level": "WARNING"},
            "fontTools": {"level": "ERROR"},
            "botocore": {"level": "WARNING"},
        },
    }


def _endings(style: str) -> list[Any]:
    if style == "json":
        return [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    return [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]


def without_secrets(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Private addresses are as good as passwords."""
    if isinstance(event.get("event"), str):
        event["event"] = _SECRET.sub(r"/\1/…", event["event"])
    return event


class RequestLog(RequestMiddleware):
    """A line for each request, without what the visitor wrote or who it was."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        match = request.resolver_match
        if match is None:
            return str(request.method)
        numbers = {name: value for name, value in match.kwargs.items() if isinstance(value, int)}
        told = "".join(f" {name}={value}" for name, value in numbers.items())
        return f"{request.method} /{match.route}{told}"
