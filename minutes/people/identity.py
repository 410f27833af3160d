"""Two people found to be one, one found to be two, two said to be two: all can be undone, and names stay as printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from minutes.corrections import NotPossible
from minutes.models import Action, Attendee, Interest, Joining, Meeting, NameForm, Person, User

# What names a person, by kind: the model with all its rows, and the field.
NAMING: dict[str, tuple[models.Manager[Any], str]] = {
    "attendee": (Attendee.everything, "person"),
    "interest": (Interest.everything, "person"),
    "action": (Action.everything, "owner_person"),
    "nameform": (NameForm.objects, "person"),
    "user": (User.objects, "person"),
}


@transaction.atomic
def merge(origin: Person, target: Person, by: User, why: str = "") -> Joining:
    """Make one person of two: all that names ``origin`` names ``target`` from now on.

    Questions that asked which of the two is meant are answered by it. Raises NotPossible where the two cannot be
    one: they attended the same meeting, belong to two councils, or have an account each.
    """
    origin, target = _held(origin), _held(target)
    _refuse_to_merge(origin, target)
    answered = _answer_questions(origin, target)
    rows = {kind: _rows_of(kind, origin) for kind in NAMING}
    had = target.forms.values("printed")
    rows["nameform"] = rows["nameform"].exclude(printed__in=had)
    moved = {kind: _move(kind, found, target) for kind, found in rows.items()}
    origin.merged_into = target
    origin.save()
    return Joining.objects.create(
        act=Joining.Act.MERGED, origin=origin, target=target, moved=moved | {"questions": answered}, why=why, by=by
    )


@transaction.atomic
def split(
    person: Person, attendees: Iterable[Attendee], forenames: str, surname: str, by: User, why: str = ""
) -> Joining:
    """Make two people of one: these attendances were somebody else's, who is a new person of this name.

    What the person declared at these meetings, and owns from them, goes along. Raises NotPossible where nothing
    would be left of one of the two.
    """
    person = _held(person)
    chosen = Attendee.everything.filter(pk__in=[attendee.pk for attendee in attendees], person=person)
    meetings = list(chosen.values_list("meeting", flat=True))
    if not meetings or not person.attendances.exclude(meeting__in=meetings).exists():
        raise NotPossible("Choose some of this person’s meetings, but not all of them.")
    other = Person.objects.create(
        council=person.council, name=f"{forenames} {surname}".strip(), forenames=forenames, surname=surname,
        side=person.side,
    )  # fmt: skip
    printed = set(chosen.values_list("name", flat=True))
    moved = {
        kind: _move(kind, _rows_of(kind, person).filter(meeting__in=meetings), other)
        for kind in ("interest", "action", "attendee")
    }
    gone = printed - set(person.attendances.values_list("name", flat=True))
    moved["nameform"] = _move("nameform", person.forms.filter(printed__in=gone), other)
    for name in printed:
        NameForm.objects.get_or_create(person=other, printed=name)
    return Joining.objects.create(act=Joining.Act.SPLIT, origin=person, target=other, moved=moved, why=why, by=by)


@transaction.atomic
def keep_apart(one: Person, other: Person, by: User, why: str = "") -> Joining:
    """These are two people: nobody proposes to join them again, until it is undone. Saying it twice says it once."""
    one, other = _held(one), _held(other)
    if one.pk == other.pk:
        raise NotPossible("Choose two people.")
    pair = sorted((one, other), key=lambda person: person.pk)
    said = Joining.objects.filter(act=Joining.Act.APART, origin=pair[0], target=pair[1], undone_at=None).first()
    return said or Joining.objects.create(act=Joining.Act.APART, origin=pair[0], target=pair[1], why=why, by=by)


@transaction.atomic
def undo(joining: Joining, by: User) -> None:
    """Put back what was merged or split. What somebody moved on since then stays where it is.

    Raises NotPossible where it was undone already, or where one of the two was joined or split again since.
    """
    joining = Joining.objects.select_for_update().get(pk=joining.pk)
    _refuse_to_undo(joining)
    if joining.act != Joining.Act.APART:
        _put_back(joining)
    joining.undone_by, joining.undone_at = by, timezone.now()
    joining.save()


# --- parts -----------------------------------------------------------------------------------------------------------


def _put_back(joining: Joining) -> None:
    origin, target = joining.origin, joining.target
    for kind in NAMING:
        rows = _rows_of(kind, target).filter(pk__in=joining.moved.get(kind, []))
        _move(kind, rows, origin)
    _ask_again(joining.moved.get("questions", {}))
    merged = joining.act == Joining.Act.MERGED
    if merged:
        origin.merged_into = None
    else:
        target.merged_into = origin
    origin.save()
    target.save()


def _held(person: Person) -> Person:
    """The person as of now, held until the transaction ends. Raises NotPossible for one who was merged away."""
    now = Person.objects.select_for_update().get(pk=person.pk)
    if now.merged_into_id is not None:
        raise NotPossible(f"{now.name} is already part of another person. Look at that person instead.")
    return now


def _refuse_to_merge(origin: Person, target: Person) -> None:
    if origin.pk == target.pk:
        raise NotPossible("Choose two people.")
    if None not in (origin.council_id, target.council_id) and origin.council_id != target.council_id:
        raise NotPossible(f"{origin.name} and {target.name} belong to two councils.")
    both = Meeting.objects.filter(attendees__in=Attendee.objects.filter(person=origin))
    both = both.filter(pk__in=Attendee.objects.filter(person=target).values("meeting"))
    if meeting := both.first():
        raise NotPossible(f"Both attended the meeting of {meeting}. Remove one of them there first.")
    if User.objects.filter(person__in=[origin, target]).count() > 1:
        raise NotPossible("Both have an account. Take one of the accounts away first.")


def _refuse_to_undo(joining: Joining) -> None:
    if joining.undone_at is not None:
        raise NotPossible("This was undone already.")
    pair = [joining.origin_id, joining.target_id]
    if joining.act == Joining.Act.APART:
        return
    later = Joining.objects.filter(pk__gt=joining.pk, undone_at=None).exclude(act=Joining.Act.APART)
    if later.filter(models.Q(origin__in=pair) | models.Q(target__in=pair)).exists():
        raise NotPossible("One of the two was joined or split again since. Undo that first.")


def _rows_of(kind: str, person: Person) -> models.QuerySet[Any]:
    manager, field = NAMING[kind]
    return manager.filter(**{field: person})


def _move(kind: str, rows: models.QuerySet[Any], person: Person) -> list[int]:
    """Let rows name another person; gives their primary keys."""
    keys = list(rows.values_list("pk", flat=True))
    manager, field = NAMING[kind]
    changed: dict[str, Any] = {field: person}
    if kind in ("attendee", "interest", "action"):
        changed["version"] = F("version") + 1
    manager.filter(pk__in=keys).update(**changed)
    return keys


def _answer_questions(origin: Person, target: Person) -> dict[str, Any]:
    """Attendees who might have been either are the one there is now; gives, by attendee, what was asked."""
    answered = {}
    for attendee in Attendee.objects.with_questions().filter(meeting__council=target.council_id):
        questions = [d for d in attendee.doubts if set(d.get("people", ())) == {origin.pk, target.pk}]
        if not questions:
            continue
        answered[str(attendee.pk)] = {"doubts": questions, "chosen": attendee.person_id is None}
        attendee.doubts = [doubt for doubt in attendee.doubts if doubt not in questions]
        there = Attendee.objects.filter(meeting=attendee.meeting_id, person__in=[origin, target])
        if attendee.person_id is None and not there.exists():
            attendee.person = origin
        attendee.version += 1
        attendee.save()
    return answered


def _ask_again(answered: dict[str, Any]) -> None:
    for attendee in Attendee.everything.filter(pk__in=answered):
        was = answered[str(attendee.pk)]
        attendee.doubts = [*attendee.doubts, *was["doubts"]]
        if was["chosen"]:
            attendee.person = None
        attendee.version += 1
        attendee.save()
