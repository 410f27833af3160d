"""What a worker does to keep people told."""

from __future__ import annotations

import logging

from celery import shared_task
from django.utils import timezone

from minutes.following import sending

logger = logging.getLogger(__name__)


@shared_task
def tell() -> None:
    """Sends the digests that are due; one that fails keeps no other from being sent."""
    for user, often, day in list(sending.due(timezone.now())):
        try:
            sending.send(user, often, day)
        except Exception:
            logger.exception("The digest of user %s for %s failed", user.pk, day)
