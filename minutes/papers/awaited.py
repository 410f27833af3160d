"""Pictures of pages that are not drawn yet: a worker is sent for, and where none comes they are drawn all the same.

Web processes send for the task by its name; workers alone import minutes.papers.tasks.
"""

from __future__ import annotations

import logging
import time
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from celery import current_app
from django.core.cache import cache
from kombu.exceptions import ChannelError, KombuError

from minutes.papers.page_images import PDF, is_drawn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutes.models import Document

logger = logging.getLogger(__name__)

TASK = "minutes.papers.tasks.draw"
PATIENCE = 3.0  # seconds a worker has: a page takes half of one, and others may be before it
ASKED = 60  # seconds until a worker is sent for again
OFTEN = 0.05  # seconds between looks
AHEAD = 40  # pages of a paper that are drawn before anybody looks; others when somebody does
_WAITING = BoundedSemaphore(2)  # requests of this process that wait at a time: others have work to do


def send_for(document: Document, numbers: Iterable[int]) -> bool:
    """Send a worker to draw pages that nobody was sent for lately; False where the queue is away."""
    if document.media_type != PDF:
        return True
    new = (number for number in numbers if cache.add(_asked(document, number), True, ASKED))
    return all(is_drawn(document, number) or _send(document, number) for number in new)


def drawn_in_time(document: Document, number: int) -> bool | None:
    """Wait until a worker has drawn a page: False where none has within PATIENCE, or none can be reached.

    None where too many others are waiting: ask again in a second.
    """
    if is_drawn(document, number):
        return True
    if not send_for(document, [number]):
        return False
    if not _WAITING.acquire(blocking=False):
        return None
    try:
        until = time.monotonic() + PATIENCE
        while not (drawn := is_drawn(document, number)) and time.monotonic() < until:
            time.sleep(OFTEN)
        return drawn
    finally:
        _WAITING.release()


def _asked(document: Document, number: int) -> str:
    return f"drawing-{document.sha256}-{number}"


def _send(document: Document, number: int) -> bool:
    try:
        current_app.send_task(TASK, [document.pk, number])
    except (KombuError, ChannelError, OSError) as problem:  # the last two: the folder of the filesystem's queue
        logger.warning("No worker could be sent for to draw page %s of document %s: %s", number, document.pk, problem)
        cache.delete(_asked(document, number))
        return False
    return True
