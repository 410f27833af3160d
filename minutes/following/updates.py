"""What is said and done about an action after its meeting: appended, never edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from minutes.corrections import ChangedMeanwhile
from minutes.models import OPEN, Action, ActionUpdate, Meeting, User


@transaction.atomic
def report(
    action: Action,
    by: User,
    text: str = "",
    status: str = "",
    on: dt.date | None = None,
    meeting: Meeting | None = None,
    evidence: Mapping[str, Any] | None = None,
    expected_version: int | None = None,
) -> ActionUpdate:
    """Append what became of an action, and let its status follow.

    ``status`` is one of Delivery, empty for words that change nothing; ``on`` the day it is true of, today unless
    given; ``meeting`` the one that heard of it or closed it; ``evidence`` the document, page and quote that show
    it. Raises ValidationError by field, and ChangedMeanwhile.
    """
    now = Action.objects.select_for_update().get(pk=action.pk)
    if expected_version is not None and now.version != expected_version:
        raise ChangedMeanwhile(now, list(now.corrections.select_related("by")[:10]))
    if status and status not in OPEN and not text:
        raise ValidationError({"text": "Say why the action is closed."})
    update = ActionUpdate(
        action=now,
        by=by,
        text=text,
        status=status,
        was=now.status,
        on=on or timezone.localdate(),
        meeting=meeting,
        **(evidence or {}),
    )
    update.full_clean()
    update.save()
    if status and status != now.status:
        Action.objects.filter(pk=now.pk).update(status=status, version=F("version") + 1)
    action.refresh_from_db()
    return update
