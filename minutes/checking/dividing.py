"""Resolutions and actions that were read as one and are several, or as several and are one.

Each is made of minutes.corrections in one transaction: the first record is corrected, others are added or removed,
and each of these has its row in the history and can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from minutes import corrections
from minutes.checking import quoting
from minutes.corrections import NotPossible
from minutes.kinds import TITLES, kind_of
from minutes.models import Action, Resolution, User
from minutes.plain import plain

KINDS = (Action, Resolution)
ALONG = {Action: ("item", "resolution", "owner", "owner_person", "due"), Resolution: ("item", "decision", "recipient")}


@transaction.atomic
def split(record: Any, texts: Sequence[str], by: User, expected_version: int | None = None) -> list[Any]:
    """Make several records of one: it keeps the first text, each other becomes a record of its own.

    Each stands on its own words of the record's source, where they are found there, else on all of them. What the
    record says beside its text goes along. Gives all of them, the first included. Raises NotPossible for
    fewer than two texts, and what minutes.corrections raises.
    """
    title = TITLES[kind_of(record)]
    if len(texts) < 2:
        raise NotPossible(f"Leave a blank line between the parts: each becomes {_a(title)} of its own.")
    why = f"Split into {len(texts)}"
    corrections.correct(record, {"text": texts[0]}, by, why, expected_version)
    along = {field: plain(record, field) for field in ALONG[type(record)]}
    parts = record.quote_parts if record.document_id == record.meeting.document_id else []
    made = [
        corrections.add(type(record), record.meeting, along | {"text": text}, by, why, _source(parts, text))
        for text in texts[1:]
    ]
    if own := quoting.within(parts, texts[0]):
        corrections.cite(record, quoting.as_source(own), by, why)
    return [record, *made]


@transaction.atomic
def join(record: Any, other: Any, by: User, expected_version: int | None = None) -> Any:
    """Make one record of two of a kind and a meeting: ``record`` has the words of both, ``other`` is removed.

    The joined record stands on the words of both, the other keeps its own. Raises NotPossible for two that cannot be
    one, and what minutes.corrections raises.
    """
    if type(record) is not type(other) or record.pk == other.pk or record.meeting_id != other.meeting_id:
        raise NotPossible("Choose another record of the same kind and meeting.")
    if record.is_removed or other.is_removed:
        raise NotPossible("One of the two was removed. Bring it back first.")
    text = f"{record.text.rstrip()} {other.text.lstrip()}"
    why = f"Joined with “{_short(other.text)}”"
    corrections.correct(record, {"text": text}, by, why, expected_version)
    if other.document_id == record.document_id and record.quote_parts and other.quote_parts:
        both = quoting.of_both(record.quote_parts, other.quote_parts)
        corrections.cite(record, quoting.as_source(both), by, why)
    corrections.remove(other, by, f"Joined to “{_short(record.text)}”", other.version)
    return record


def _source(parts: Sequence[quoting.Part], text: str) -> dict[str, Any] | None:
    """A source of the words that say a text; of all where none do, and none where there are no words."""
    return quoting.as_source(quoting.within(parts, text) or parts) if parts else None


def _a(title: str) -> str:
    return f"an {title}" if title[0] in "aeiou" else f"a {title}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
