"""What people are told while something that the site stands on is away: the database, the place of the papers, room."""

from __future__ import annotations

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

AGAIN = 30  # seconds after which to try again


class StorageAway(OSError):
    """Papers cannot be fetched or kept just now."""


def something_went_wrong(request: HttpRequest) -> HttpResponse:
    """The page of an error: 503 with a sentence where it passes by itself, and 500 otherwise.

    Django asks for it while the exception is being handled. Nothing here needs the database.
    """
    template = _template(sys.exc_info()[1])
    if template is None:
        return HttpResponse(loader.get_template("500.html").render(), status=500)
    headers = {"Retry-After": str(AGAIN), "Cache-Control": "no-store"}
    return HttpResponse(loader.get_template(template).render(), status=503, headers=headers)


def _template(problem: BaseException | None) -> str | None:
    match problem:
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return "503_full.html"
        case OperationalError() | InterfaceError() | StorageAway():
            return "503.html"
    return None
