"""Recommendations as they stand once their meeting was filed: with a number, and a place for the answer."""

from __future__ import annotations

from typing import Any

from minutes.following import clock, numbers
from minutes.models import Meeting, Resolution
from tests.builders import a_meeting, a_recommendation

CABINET = "Cabinet Member for Highways"


def recommended(meeting: Meeting | None = None, **fields: Any) -> Resolution:
    found = a_recommendation(meeting or a_meeting(), **({"recipient": CABINET} | fields))
    numbers.number([found])
    clock.refresh([found])
    return Resolution.objects.select_related("meeting", "response").get(pk=found.pk)
