"""What became of a recommendation at its recipient's: when it was sent on and received, and what was answered.

All of it goes through minutes.corrections, so that each day and each answer has its audit row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from minutes import corrections
from minutes.following import clock
from minutes.models import DueBy, Meeting, Resolution, Response, User

CLOCK = ("sent_on", "notice_on", "received_on", "regime", "due")  # what the last day depends on


@transaction.atomic
def record(
    resolution: Resolution,
    by: User,
    values: Mapping[str, Any],
    why: str = "",
    expected_version: int | None = None,
    source: Mapping[str, Any] | None = None,
) -> Response:
    """Set what is known of a recommendation's answer, and work out anew when it is due.

    ``values`` are of Response.CORRECTABLE. A last day that a person gives holds over rules and minutes; to empty it
    gives it back to them. Raises ValidationError by field and ChangedMeanwhile.
    """
    response, _ = Response.objects.get_or_create(resolution=resolution)
    given = dict(values)
    if "due" in given and given["due"] != response.due:
        given["due_by"] = DueBy.PERSON if given["due"] else ""
    corrections.correct(response, given, by, why, expected_version)
    if source:
        for name, value in source.items():
            setattr(response, name, value)
        response.save()
    if any(name in given for name in CLOCK):
        clock.refresh([resolution])
        response.refresh_from_db()
    return response


def answer(
    resolution: Resolution,
    by: User,
    state: str,
    answered_on: dt.date | None = None,
    answered_by: str = "",
    text: str = "",
    meeting: Meeting | None = None,
    source: Mapping[str, Any] | None = None,
    why: str = "",
    expected_version: int | None = None,
) -> Response:
    """Write down what was answered to one recommendation, in which words, and the meeting that was told."""
    values = {
        "state": state,
        "answered_on": answered_on,
        "answered_by": answered_by or resolution.recipient,
        "answered_in": meeting,
        "text": text,
    }
    return record(resolution, by, values, why, expected_version, source)
