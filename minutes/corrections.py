"""What people correct, confirm, add and remove: the only writer of it, each act with its audit row.

Every function here is one transaction: the record and its Correction are written together or not at all. A
record's ``version`` rises with each change; a caller that gives the version its form was made from is told when
somebody else was faster (ChangedMeanwhile) instead of overwriting that unseen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from minutes.attendance import follow_person
from minutes.bodies import follow_council
from minutes.checking.doubts import reopen, settle
from minutes.models import Act, Attendee, Committee, Correction, Extracted, Meeting, Person, User
from minutes.plain import as_plain, in_words, plain, put

Record = TypeVar("Record", bound=models.Model)


class ChangedMeanwhile(Exception):
    """Somebody changed the record since this person opened it. ``record`` is as it is now, ``since`` what was done."""

    def __init__(self, record: models.Model, since: list[Correction]) -> None:
        super().__init__("This record was changed while you were working on it. Look at the change, then save again.")
        self.record = record
        self.since = since


class NotPossible(Exception):
    """The act makes no sense as things stand. The message says why and what to do, for the person who tried."""


@transaction.atomic
def correct(
    record: models.Model,
    values: Mapping[str, Any],
    by: User,
    why: str = "",
    expected_version: int | None = None,
) -> list[Correction]:
    """Set fields to what a person says they are; one Correction for each field that this changes.

    ``values`` are Python values or records, by field. Doubts about these fields are settled by it, also where
    the value stays the same. Raises ValidationError with messages by field, ChangedMeanwhile, and ValueError
    for a field that people do not correct.
    """
    locked = _locked(record, expected_version)
    wanted = _wanted(locked, values)
    wanted |= locked.implied(wanted) if isinstance(locked, Extracted) else {}
    was = {field: plain(locked, field) for field in wanted}
    changed = [field for field in wanted if wanted[field] != was[field]]
    _put_and_check(locked, {field: wanted[field] for field in changed})
    made = [_row(locked, by, Act.CORRECTED, why, field, was[field], plain(locked, field)) for field in changed]
    for row in made:
        row.answered = settle(locked, [row.field])
    for field in wanted.keys() - changed:
        if answered := settle(locked, [field]):
            made.append(_row(locked, by, Act.CONFIRMED, why, field, answered=answered))
    _written(record, locked, made)
    if isinstance(locked, Attendee) and "person" in changed:
        follow_person(locked, was["person"])
    if isinstance(locked, Committee) and "council" in changed:
        follow_council(locked)
    return made


@transaction.atomic
def confirm(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """A person looked at the record and it is right: its doubts are settled, and no reading changes it any more."""
    locked = _locked(record, expected_version)
    locked.confirmed_by, locked.confirmed_at = by, timezone.now()
    row = _row(locked, by, Act.CONFIRMED, why, answered=settle(locked, None))
    return _written(record, locked, [row])[0]


@transaction.atomic
def keep(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """A record stays though a new reading does not find it. Nothing else is said of it: readings go on to update it."""
    locked = _locked(record, expected_version)
    answered = settle(locked, None, kind="gone")
    if not answered:
        raise NotPossible("No reading misses this record.")
    return _written(record, locked, [_row(locked, by, Act.KEPT, why, answered=answered)])[0]


@transaction.atomic
def remove(record: Extracted, by: User, why: str, expected_version: int | None = None) -> Correction:
    """Take a record that is none out of all lists. It is kept, so that a new reading does not bring it back."""
    locked = _locked(record, expected_version)
    if locked.is_removed:
        raise NotPossible("This record is removed already.")
    if isinstance(locked, Meeting):
        raise NotPossible("A meeting stands for its paper and stays. Correct it, or remove its records.")
    locked.removed_by, locked.removed_at, locked.removed_why = by, timezone.now(), why
    return _written(record, locked, [_row(locked, by, Act.REMOVED, why)])[0]


@transaction.atomic
def restore(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """Bring a removed record back. Raises ValidationError where its place was taken meanwhile."""
    locked = _locked(record, expected_version)
    if not locked.is_removed:
        raise NotPossible("This record is not removed.")
    _unremove(locked)
    return _written(record, locked, [_row(locked, by, Act.RESTORED, why)])[0]


@transaction.atomic
def add(
    model: type[Extracted],
    meeting: Meeting,
    values: Mapping[str, Any],
    by: User,
    why: str = "",
    source: Mapping[str, Any] | None = None,
) -> Any:
    """A record that the reader missed, last in its meeting. Gives the record.

    ``source`` has page, quote, boxes, paragraph and quote_rest where words of the meeting's paper were chosen.
    Raises ValidationError with messages by field.
    """
    order = (model.everything.filter(meeting=meeting).aggregate(last=models.Max("order"))["last"] or 0) + 1
    record = model(meeting=meeting, added_by=by, order=order, **_source_of(meeting, source))
    wanted = _wanted(record, values)
    _put_and_check(record, wanted, save=True)
    _row(record, by, Act.ADDED, why, now=wanted).save()
    return record


@transaction.atomic
def take_back(correction: Correction, by: User, why: str = "") -> Correction:
    """Undo one act, with a row of its own.

    A corrected field gets back what it was; where nobody else touched it, what the newest reading says of it.
    Doubts that the act settled are open again. Raises NotPossible where the act was taken back already, or where
    a later one builds on it.
    """
    locked = _locked(correction.record, None)
    _refuse_if_built_upon(correction)
    was, now = correction.now, correction.was
    if correction.act == Act.CORRECTED:
        now = _uncorrected(locked, correction)
    else:
        _undo_whole(locked, correction, by, why)
    reopen(locked, correction.answered)
    row = _row(locked, by, Act.TAKEN_BACK, why, correction.field, was, now, takes_back=correction)
    _written(locked, locked, [row])
    if isinstance(locked, Attendee) and correction.field == "person":
        follow_person(locked, was)
    return row


# --- parts -----------------------------------------------------------------------------------------------------------


def _locked(record: Record, expected_version: int | None) -> Record:
    """The record as it is now, held until the transaction ends."""
    model = type(record)
    now = model._base_manager.select_for_update().get(pk=record.pk)
    if expected_version is not None and now.version != expected_version:
        raise ChangedMeanwhile(now, list(Correction.objects.about(now).select_related("by")[:10]))
    return now


def _wanted(record: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as plain ones; unknown text is empty. Raises ValueError for fields that people do not correct."""
    if unknown := values.keys() - {*getattr(record, "READ", ()), *record.CORRECTABLE}:
        raise ValueError(f"not for correcting: {', '.join(sorted(unknown))}")
    empty = {field.name: "" for field in record._meta.fields if not field.null and field.empty_strings_allowed}
    return {field: empty.get(field) if value is None else as_plain(value) for field, value in values.items()}


def _put_and_check(record: models.Model, values: Mapping[str, Any], save: bool = False) -> None:
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


def _row(
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
    if field and act != Act.CONFIRMED:
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


def _written(given: models.Model, locked: models.Model, rows: list[Correction]) -> list[Correction]:
    """Save the record and its rows, and let the caller's own copy know."""
    if not rows:
        return rows
    if hasattr(locked, "version"):
        locked.version += 1
    locked.save()
    for row in rows:
        row.save()
    if given is not locked:
        given.refresh_from_db()
    return rows


def _uncorrected(record: models.Model, correction: Correction) -> Any:
    """Give a field back what it was before a correction; the plain value that it has then."""
    field, value = correction.field, correction.was
    if isinstance(record, Extracted) and field in record.as_read and not _touched_otherwise(record, correction):
        newest = [doubt["read"] for doubt in record.doubts if doubt["field"] == field and "read" in doubt]
        value = newest[-1] if newest else record.as_read[field]
        record.as_read[field] = value
        record.doubts = [doubt for doubt in record.doubts if not (doubt["field"] == field and "read" in doubt)]
    if record._meta.get_field(field).related_model is Person:
        value = Person.objects.now_known_as(value)
    _put_and_check(record, {field: value})
    return value


def _touched_otherwise(record: Extracted, correction: Correction) -> bool:
    others = Correction.objects.about(record).standing().exclude(pk=correction.pk)
    return record.is_confirmed or others.filter(field=correction.field).exists()


def _undo_whole(record: Extracted, correction: Correction, by: User, why: str) -> None:
    """Undo an act that was about the whole record."""
    if correction.act == Act.CONFIRMED and not correction.field:
        earlier = Correction.objects.about(record).standing().exclude(pk=correction.pk)
        still = earlier.filter(act=Act.CONFIRMED, field="").first()
        record.confirmed_by, record.confirmed_at = (still.by, still.at) if still else (None, None)
    elif correction.act == Act.REMOVED:
        _unremove(record)
    elif correction.act in (Act.ADDED, Act.RESTORED):
        record.removed_by, record.removed_at, record.removed_why = by, timezone.now(), why


def _unremove(record: Extracted) -> None:
    record.removed_by = record.removed_at = None
    record.removed_why = ""
    record.validate_constraints()


def _refuse_if_built_upon(correction: Correction) -> None:
    if correction.act == Act.TAKEN_BACK or Correction.objects.filter(takes_back=correction).exists():
        raise NotPossible("This was taken back already.")
    later = Correction.objects.filter(kind=correction.kind, record_id=correction.record_id, pk__gt=correction.pk)
    if correction.field:
        later = later.filter(Q(field=correction.field) | Q(field=""))
    if later.standing().exists():
        raise NotPossible("Something was done to this record afterwards. Take the later change back first.")


def _source_of(meeting: Meeting, source: Mapping[str, Any] | None) -> dict[str, Any]:
    if not source or meeting.document_id is None:
        return {}
    names = ("page", "paragraph", "quote", "quote_rest", "boxes")
    return {"document": meeting.document} | {name: source[name] for name in names if name in source}
