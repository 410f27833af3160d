"""What follows for numbers and clocks when a person corrects, adds, removes or restores a record."""

from __future__ import annotations

from django.db import models

from minutes.following import clock, numbers
from minutes.models import Action, Meeting, Resolution


def follow(record: models.Model) -> None:
    """Number what became a recommendation, and work out anew when the answers that hang on it are due."""
    if isinstance(record, Resolution):
        _bring_up([record])
    elif isinstance(record, Action):
        _bring_up(Resolution.objects.recommendations().filter(meeting=record.meeting_id, item=record.item_id))
    elif isinstance(record, Meeting):
        _bring_up(Resolution.objects.recommendations().filter(meeting=record).order_by("order", "pk"))


def _bring_up(resolutions: models.QuerySet[Resolution] | list[Resolution]) -> None:
    rows = [one for one in resolutions if one.is_recommendation and not one.is_removed]
    numbers.number(rows)
    clock.refresh(rows)
