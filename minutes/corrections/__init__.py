"""What people correct, confirm, add and remove: the only writer of it, each act with its audit row.

Every function here is one transaction: the record and its Correction are written together or not at all. A
record's ``version`` rises with each change; a caller that gives the version its form was made from is told when
somebody else was faster (ChangedMeanwhile) instead of overwriting that unseen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from minutes.attendance import follow_person
from minutes.bodies import follow_council
from minutes.checking.doubts import FOUND, GONE, reopen, settle
from minutes.corrections.rows import (
    SOURCE,
    SOURCE_FIELDS,
    ChangedMeanwhile,
    NotPossible,
    act_row,
    held,
    plain_values,
    put_and_check,
    source_of,
    write,
)
from minutes.corrections.taking_back import open_to_take_back, take_back, unremove
from minutes.following.after import follow
from minutes.models import Act, Attendee, Committee, Correction, Extracted, Meeting, User
from minutes.plain import plain

__all__ = [
    "SOURCE",
    "ChangedMeanwhile",
    "NotPossible",
    "add",
    "cite",
    "confirm",
    "correct",
    "keep",
    "open_to_take_back",
    "remove",
    "restore",
    "take_back",
]


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
    now = held(record, expected_version)
    wanted = plain_values(now, values)
    wanted |= now.implied(wanted) if isinstance(now, Extracted) else {}
    was = {field: plain(now, field) for field in wanted}
    changed = [field for field in wanted if wanted[field] != was[field]]
    put_and_check(now, {field: wanted[field] for field in changed})
    made = [act_row(now, by, Act.CORRECTED, why, field, was[field], plain(now, field)) for field in changed]
    for row in made:
        row.answered = settle(now, [row.field])
    for field in wanted.keys() - changed:
        if answered := settle(now, [field]):
            made.append(act_row(now, by, Act.CONFIRMED, why, field, answered=answered))
    write(record, now, made)
    if isinstance(now, Attendee) and "person" in changed:
        follow_person(now, was["person"])
    if isinstance(now, Committee) and "council" in changed:
        follow_council(now)
    return made


@transaction.atomic
def cite(
    record: Extracted, source: Mapping[str, Any], by: User, why: str = "", expected_version: int | None = None
) -> Correction | None:
    """Say which words of its paper a record stands on; ``source`` has all SOURCE_FIELDS. Readings leave it so.

    None where it stands on them already.
    """
    now = held(record, expected_version)
    was, wanted = source_of(now), {name: source[name] for name in SOURCE_FIELDS}
    if was == wanted:
        return None
    for name, value in wanted.items():
        setattr(now, name, value)
    return write(record, now, [act_row(now, by, Act.CORRECTED, why, SOURCE, was, wanted)])[0]


@transaction.atomic
def confirm(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """A person looked at the record and it is right: its doubts are settled, and no reading changes it any more."""
    now = held(record, expected_version)
    if now.is_removed:
        raise NotPossible("This record is removed. Bring it back first.")
    now.confirmed_by, now.confirmed_at = by, timezone.now()
    return write(record, now, [act_row(now, by, Act.CONFIRMED, why, answered=settle(now, None))])[0]


@transaction.atomic
def keep(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """A record stays as it is though a new reading does not find it, or finds it after it was removed.

    Nothing else is said of it: readings go on to update it.
    """
    now = held(record, expected_version)
    answered = settle(now, None, kind=FOUND if now.is_removed else GONE)
    if not answered:
        raise NotPossible("No reading says otherwise.")
    return write(record, now, [act_row(now, by, Act.KEPT, why, answered=answered)])[0]


@transaction.atomic
def remove(record: Extracted, by: User, why: str, expected_version: int | None = None) -> Correction:
    """Take a record that is none out of all lists. It is kept, so that a new reading does not bring it back.

    Its doubts are settled by it.
    """
    now = held(record, expected_version)
    if now.is_removed:
        raise NotPossible("This record is removed already.")
    if isinstance(now, Meeting):
        raise NotPossible("A meeting stands for its paper and stays. Correct it, or remove its records.")
    now.removed_by, now.removed_at, now.removed_why = by, timezone.now(), why
    return write(record, now, [act_row(now, by, Act.REMOVED, why, answered=settle(now, None))])[0]


@transaction.atomic
def restore(record: Extracted, by: User, why: str = "", expected_version: int | None = None) -> Correction:
    """Bring a removed record back, with the doubts it had. Raises ValidationError where its place was taken."""
    now = held(record, expected_version)
    if not now.is_removed:
        raise NotPossible("This record is not removed.")
    removal = Correction.objects.about(now).filter(act=Act.REMOVED).first()
    unremove(now)
    reopen(now, removal.answered if removal else [])
    return write(record, now, [act_row(now, by, Act.RESTORED, why)])[0]


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
    record = model(meeting=meeting, added_by=by, order=order, **_of_the_paper(meeting, source))
    wanted = plain_values(record, values)
    put_and_check(record, wanted, save=True)
    act_row(record, by, Act.ADDED, why, now=wanted).save()
    follow(record)
    return record


def _of_the_paper(meeting: Meeting, source: Mapping[str, Any] | None) -> dict[str, Any]:
    if not source or meeting.document_id is None:
        return {}
    return {"document": meeting.document} | {name: source[name] for name in SOURCE_FIELDS if name in source}
