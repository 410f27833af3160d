"""Taking back what was done to a record: one act at a time, the newest first where they build on each other."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from minutes.attendance import follow_person
from minutes.checking.doubts import FOUND, reopen, settle
from minutes.corrections.rows import SOURCE, NotPossible, act_row, held, put_and_check, write
from minutes.models import Act, Attendee, Correction, Extracted, Person, User
from minutes.plain import plain, put


@transaction.atomic
def take_back(correction: Correction, by: User, why: str = "") -> Correction:
    """Undo one act, with a row of its own.

    A corrected field gets back what it was; where nobody else touched it, what the newest reading says of it.
    Doubts that the act settled are open again. Raises NotPossible where the act was taken back already, or where
    a later one builds on it.
    """
    record = held(correction.record, None)
    _refuse_if_built_upon(correction)
    was, now = correction.now, correction.was
    if correction.act == Act.CORRECTED:
        now = _uncorrected(record, correction)
    else:
        _undo_whole(record, correction, by, why)
    reopen(record, correction.answered)
    row = act_row(record, by, Act.TAKEN_BACK, why, correction.field, was, now, takes_back=correction)
    write(record, record, [row])
    if isinstance(record, Attendee) and correction.field == "person":
        follow_person(record, was)
    return row


def open_to_take_back(record: models.Model) -> set[int]:
    """The primary keys of the acts on a record that can be taken back now: nothing that stands builds on them."""
    found: set[int] = set()
    later: set[str] = set()  # the fields of acts that stand and came later; empty for the whole record
    for act in Correction.objects.about(record).standing():
        if not later & {act.field, ""} if act.field else not later:
            found.add(act.pk)
        later.add(act.field)
    return found


# --- parts -----------------------------------------------------------------------------------------------------------


def _uncorrected(record: models.Model, correction: Correction) -> Any:
    """Give a field back what it was before a correction; the plain value that it has then."""
    field, value = correction.field, correction.was
    if field == SOURCE:
        for name, said in value.items():
            setattr(record, name, said)
        return value
    if isinstance(record, Extracted) and field in record.as_read and not _touched_otherwise(record, correction):
        newest = [doubt["read"] for doubt in record.doubts_about(field) if "read" in doubt]
        value = newest[-1] if newest else record.as_read[field]
        record.as_read[field] = value
        record.doubts = [doubt for doubt in record.doubts if not (doubt["field"] == field and "read" in doubt)]
    if record._meta.get_field(field).related_model is Person:
        value = Person.objects.now_known_as(value)
    put_and_check(record, {field: value})
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
        unremove(record)
    elif correction.act in (Act.ADDED, Act.RESTORED):
        settle(record, None)
        record.removed_by, record.removed_at, record.removed_why = by, timezone.now(), why


def unremove(record: Extracted) -> None:
    """A removed record is one again, in the words of the newest reading where that found it in others since.

    The record is not saved. Raises ValidationError where its place was taken.
    """
    record.removed_by = record.removed_at = None
    record.removed_why = ""
    for doubt in [doubt for doubt in record.doubts if doubt["kind"] == FOUND]:
        if plain(record, doubt["field"]) == doubt["before"]:
            put(record, doubt["field"], doubt["read"])
        record.as_read[doubt["field"]] = doubt["read"]
    record.doubts = [doubt for doubt in record.doubts if doubt["kind"] != FOUND]
    record.validate_constraints()


def _refuse_if_built_upon(correction: Correction) -> None:
    if correction.act == Act.TAKEN_BACK or Correction.objects.filter(takes_back=correction).exists():
        raise NotPossible("This was taken back already.")
    later = Correction.objects.filter(kind=correction.kind, record_id=correction.record_id, pk__gt=correction.pk)
    if correction.field:
        later = later.filter(Q(field=correction.field) | Q(field=""))
    if later.standing().exists():
        raise NotPossible("Something was done to this record afterwards. Take the later change back first.")
