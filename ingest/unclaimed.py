"""Files that no document has: what is left where an upload was cut off between its file and its row."""

from __future__ import annotations

import datetime as dt
import logging
import re

from django.core.files.storage import default_storage
from django.utils import timezone

from minutes.models import Document
from scrutiny.papers_in_folder import DRAFT

logger = logging.getLogger(__name__)

LEFT_FOR = dt.timedelta(days=1)  # an upload under way takes minutes
_PAPER = re.compile(r"[0-9a-f]{64}(_\w+)?\.\w+")  # as minutes.models.document names them; pictures lie in folders


def remove() -> int:
    """Removes them from the storage, a day after they came, and returns how many they were."""
    removed = 0
    for folder in _folders():
        names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1] if _may_be_left(name)]
        claimed = set(Document.objects.filter(file__in=names).values_list("file", flat=True))
        for name in filter(_is_old, (one for one in names if one not in claimed)):
            default_storage.delete(name)
            logger.warning("Removed %s, which no document has", name)
            removed += 1
    return removed


def _folders() -> list[str]:
    try:
        return default_storage.listdir("")[0]
    except FileNotFoundError:  # no paper has come yet
        return []


def _may_be_left(name: str) -> bool:
    return name.startswith(DRAFT) or _PAPER.fullmatch(name) is not None


def _is_old(name: str) -> bool:
    return default_storage.get_modified_time(name) < timezone.now() - LEFT_FOR
