"""Doubts that people answered, and those that are open again because an answer was taken back."""

from __future__ import annotations

from typing import Any

from django.db import models

from minutes.models import Extracted
from minutes.plain import plain

# Kinds: the paper itself leaves it open; several people may be meant; a reading says otherwise than the record.
PAPER, PEOPLE, DIFFERENCE = "paper", "people", "difference"
# A reading lacks the record; it finds, in other words, one that was removed; it finds one in a checked meeting.
GONE, FOUND, NEW = "gone", "found", "new"


def settle(record: models.Model, fields: list[str] | None, kind: str = "") -> list[dict[str, Any]]:
    """Take the doubts about these fields (None: all) as answered: they are not asked again. Gives those doubts.

    With a ``kind``, only those of this kind.

    The record is not saved.
    """
    if not isinstance(record, Extracted):
        return []
    asked = [doubt for doubt in record.doubts if not kind or doubt["kind"] == kind]
    answered = [doubt for doubt in asked if fields is None or doubt["field"] in fields]
    record.doubts = [doubt for doubt in record.doubts if doubt not in answered]
    record.settled = [*record.settled, *answered]
    for doubt in answered:
        if "read" in doubt:
            record.as_read[doubt["field"]] = doubt["read"]
    return answered


def reopen(record: models.Model, answered: list[dict[str, Any]]) -> None:
    """Ask again what a taken back act had answered, but for differences that are none any more.

    The record is not saved.
    """
    if not answered:
        return
    record.settled = [doubt for doubt in record.settled if doubt not in answered]
    for doubt in answered:
        if "read" not in doubt:
            record.doubts = [*record.doubts, doubt]
        elif plain(record, doubt["field"]) != doubt["read"]:
            record.as_read[doubt["field"]] = doubt["before"]
            record.doubts = [*record.doubts, doubt]
