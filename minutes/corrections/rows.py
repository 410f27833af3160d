"""The rows that every act on a record writes: the record as it is now, its new values, and what was done to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from minutes.following.after import follow
from minutes.models import Act, Correction, Extracted, Meeting, User
from minutes.plain import as_plain, in_words, put

Record = TypeVar("Record", bound=models.Model)
SOURCE = "source"  # stands for all fields of a record's source
SOURCE_FIELDS = ("page", "paragraph", "quote", "quote_rest", "boxes")


class ChangedMeanwhile(Exception):
    """Somebody changed the record since this person opened it. ``record`` is as it is now, ``since`` what was done."""

    def __init__(self, record: models.Model, since: list[Correction]) -> None:
        super().__init__("This record was changed while you were working on it. Look at the change, then save again.")
        self.record = record
        self.since = since


class NotPossible(Exception):
    """The act makes no sense as things stand. The message says why and what to do, for the person who tried."""


def held(record: Record, expected_version: int | None) -> Record:
    """The record as it is now, held until the transaction ends."""
    model = type(record)
    now = model._base_manager.select_for_update().get(pk=record.pk)
    if expected_version is not None and now.version != expected_version:
        raise ChangedMeanwhile(now, list(Correction.objects.about(now).select_related("by")[:10]))
    return now


def plain_values(record: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as plain ones; unknown text is empty. Raises ValueError for fields that people do not correct."""
    if unknown := values.keys() - {*getattr(record, "READ", ()), *record.CORRECTABLE}:
        raise ValueError(f"not for correcting: {', '.join(sorted(unknown))}")
    empty = {field.name: "" for field in record._meta.fields if not field.null and field.empty_strings_allowed}
    return {field: empty.get(field) if value is None else as_plain(value) for field, value in values.items()}


def put_and_check(record: models.Model, values: Mapping[str, Any], save: bool = False) -> None:
    """Set plain values and validate them; with ``save`` the record is new and is saved before it gets relations."""
    many = {field for field in values if record._meta.get_field(field).many_to_many}
    for field in values.keys() - many:
        try:
            put(record, field, values[field])
        except ValidationError as error:
            raise ValidationError({field: error}) from error
    others = [] if save else [field.name for field in record._meta.fields if field.name not in values]
    if values:
        record.full_clean(exclude=others, validate_constraints=False)
        record.validate_constraints()
    if save:
        record.save()
    for field in many:
        put(record, field, values[field])


def source_of(record: Extracted) -> dict[str, Any]:
    """Which words of its paper a record stands on."""
    return {name: getattr(record, name) for name in SOURCE_FIELDS}


def act_row(
    record: models.Model,
    by: User,
    act: Act,
    why: str,
    field: str = "",
    was: Any = None,
    now: Any = None,
    **more: Any,
) -> Correction:
    shown = {}
    if field == SOURCE:
        shown = {"was_shown": was["quote"], "now_shown": now["quote"]}
    elif field and act != Act.CONFIRMED:
        shown = {"was_shown": in_words(type(record), field, was), "now_shown": in_words(type(record), field, now)}
    return Correction(
        kind=record._meta.model_name,
        record_id=record.pk,
        meeting_id=record.pk if isinstance(record, Meeting) else getattr(record, "meeting_id", None),
        act=act,
        field=field,
        was=was,
        now=now,
        why=why,
        by=by,
        **shown,
        **more,
    )


def write(given: models.Model, record: models.Model, rows: list[Correction]) -> list[Correction]:
    """Save the record and its rows, and let the caller's own copy know."""
    if not rows:
        return rows
    if hasattr(record, "version"):
        record.version += 1
    record.save()
    for one in rows:
        one.save()
    follow(record)
    if given is not record:
        given.refresh_from_db()
    return rows
