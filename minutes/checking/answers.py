"""What may be answered to a question about a record, in words; and the answer given.

Which answers there are depends on where the doubt comes from: several people of one name, a new reading that says
something else or lacks the record, or the paper itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minutes import corrections
from minutes.checking.doubts import GONE, NEW
from minutes.models import Act, AgendaItem, Attendee, Person, User
from minutes.models.extracted import Extracted
from minutes.plain import in_words, plain

DID = {Act.CORRECTED: "corrected", Act.CONFIRMED: "confirmed", Act.ADDED: "added"}
LONGEST = 80  # letters of a value in an answer
STAYS, READ, REMOVE, RESTORE, PERSON, ITEM = "stays", "read", "remove", "restore", "person-", "item-"
CHOICE = "choice-"


@dataclass(frozen=True, slots=True)
class Answer:
    """``value`` is what a form sends, ``label`` what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that a record asks now. One answer settles all sentences about its field.

    ``field`` is empty where the whole record is meant, ``corrects`` where no form has the field.
    """

    field: str
    sentences: list[str]
    answers: list[Answer]
    corrects: str


def asked(record: Extracted, correctable: Iterable[str]) -> Asked | None:
    """What the record asks first: about its fields before the whole of it. ``correctable`` are its form's fields."""
    if not record.doubts:
        return None
    first = min(record.doubts, key=lambda doubt: not _has(record, doubt["field"]))
    field = first["field"] if _has(record, first["field"]) else ""
    together = _together(record, field)
    sentences = [doubt["sentence"] for doubt in together]
    return Asked(field, sentences, list(_answers(record, field, together)), field if field in correctable else "")


def answer(record: Extracted, field: str, value: str, by: User, expected_version: int | None) -> None:
    """Do what an answer says; its question is settled by it, and others of the record stay open.

    Raises ValueError for an answer that the record's question does not have, and what minutes.corrections raises.
    """
    question = asked(record, ())
    if question is None or question.field != field or value not in [one.value for one in question.answers]:
        raise ValueError(value)
    doubts = _together(record, field)
    if value == RESTORE:
        corrections.restore(record, by, expected_version=expected_version)
    elif record.is_removed:
        corrections.keep(record, by, expected_version=expected_version)
    elif value == REMOVE:
        why = "It is no record" if any(doubt["kind"] == NEW for doubt in doubts) else "A new reading does not have it"
        corrections.remove(record, by, why, expected_version)
    elif value != STAYS:
        corrections.correct(record, {field: _chosen(value, doubts)}, by, expected_version=expected_version)
    elif field:
        corrections.correct(record, {field: plain(record, field)}, by, expected_version=expected_version)
    elif _is_gone(record.doubts):
        corrections.keep(record, by, expected_version=expected_version)
    else:
        corrections.confirm(record, by, expected_version=expected_version)


def _together(record: Extracted, field: str) -> list[dict[str, Any]]:
    """The doubts of one question: those about a field, else all."""
    return record.doubts_about(field) if field else list(record.doubts)


def _chosen(value: str, doubts: list[dict[str, Any]]) -> Any:
    """What the field becomes by an answer that gives it a value."""
    if value == READ:
        return _newest(doubts)["read"]
    if value.startswith(PERSON):
        return Person.objects.now_known_as(int(value.removeprefix(PERSON)))
    return int(value.removeprefix(ITEM)) if value.startswith(ITEM) else value.removeprefix(CHOICE)


def _has(record: Extracted, field: str | None) -> bool:
    """Whether a doubt's field is one that people correct; a doubt about the quote is one about the whole."""
    return field in record.READ or field in record.CORRECTABLE


def _answers(record: Extracted, field: str, doubts: list[dict[str, Any]]) -> Iterable[Answer]:
    if record.is_removed:
        yield Answer(STAYS, "Keep it removed")
        yield Answer(RESTORE, "Bring it back, as it is read now")
        return
    named = {key for doubt in doubts for key in doubt.get("people", ())}
    for person in Person.objects.filter(pk__in=named) if named else ():
        yield Answer(f"{PERSON}{person.pk}", f"It is {person}")
    if field == "item" and plain(record, field) is None:
        for item in AgendaItem.objects.filter(meeting=record.meeting_id).order_by("order", "pk"):
            yield Answer(f"{ITEM}{item.pk}", f"It is {_short(str(item))}")
    if isinstance(record, Attendee) and field in ("role", "status") and not plain(record, field):
        for word, label in record._meta.get_field(field).choices:
            yield Answer(f"{CHOICE}{word}", str(label))
    if not named or plain(record, field) not in named:
        yield Answer(STAYS, _stays(record, field, doubts))
    if newer := _newest(doubts):
        said = in_words(type(record), field, newer["read"])
        yield Answer(READ, f"Take “{_short(said)}”, as the {newer.get('says', 'new reading')} says")
    if any(doubt["kind"] in (GONE, NEW) for doubt in doubts):
        yield Answer(REMOVE, "Remove it: it is no record")


def _stays(record: Extracted, field: str, doubts: list[dict[str, Any]]) -> str:
    if not field:
        return "Keep it: it is right" if _is_gone(doubts) else "It is right as it stands"
    said = in_words(type(record), field, plain(record, field))
    whose = _whose(_newest(doubts))
    if whose:
        return f"Keep “{_short(said)}”, {whose}" if said else f"Keep it empty, {whose}"
    if said:
        return f"“{_short(said)}” is right"
    choosing = any(doubt.get("people") for doubt in doubts)
    return "Neither, or nobody knows: leave it open" if choosing else "Leave it empty: the paper does not say"


def _whose(difference: dict[str, Any]) -> str:
    """Who made the value what it is, against which a new reading speaks: "as Ann Officer corrected it"."""
    act = DID.get(difference.get("act", ""))
    return f"as {difference['by']} {act} it" if act and difference.get("by") else ""


def _is_gone(doubts: list[dict[str, Any]]) -> bool:
    return bool(doubts) and all(doubt["kind"] == GONE for doubt in doubts)


def _newest(doubts: list[dict[str, Any]]) -> dict[str, Any]:
    """The last doubt that says what a new reading has; empty where there is none."""
    return next((doubt for doubt in reversed(doubts) if "read" in doubt), {})


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
