"""One record as it is and as it was read now: who wins, and what becomes a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minutes.checking.doubts import DIFFERENCE, FOUND, GONE, NEW, PEOPLE
from minutes.corrections import SOURCE
from minutes.models import Act, Correction, Extracted, Meeting
from minutes.plain import in_words, plain, put
from minutes.wording import key

ANEW = "A new reading of the paper"
LATE = "found this after the meeting was checked."
MISSED = "does not find this. Keep it if it is right, or remove it if it is none."

LONG = 120  # characters of a value in a sentence
BLANK = ("", None, [])  # says nothing, so it contradicts nothing


@dataclass(frozen=True, slots=True)
class Filed:
    """What one reading says of one record: values by field, doubts, and the fields of its source."""

    values: dict[str, Any]
    doubts: list[dict[str, Any]]
    source: dict[str, Any]
    order: int | None = None


class Standing:
    """The fields of a meeting and its records that people corrected, confirmed or gave with a record they added.

    ``teller`` begins the sentences that say what is different: a new reading of the paper, or another version.
    """

    def __init__(self, meeting: Meeting | None, teller: str = ANEW) -> None:
        self.teller = teller
        self.checked = meeting is not None and meeting.checked_at is not None
        self.says = "new reading" if teller == ANEW else "later version"
        self._fields: dict[tuple[str, int, str], Correction] = {}
        if meeting is None:
            return
        for row in Correction.objects.standing().filter(meeting=meeting).select_related("by").order_by("pk"):
            if row.act == Act.ADDED:
                given = [field for field, value in row.now.items() if value not in BLANK]
                self._fields |= {(row.kind, row.record_id, field): row for field in given}
            elif row.field:
                self._fields[row.kind, row.record_id, row.field] = row

    def touched(self, record: Extracted) -> set[str]:
        """The fields that the reader does not change any more."""
        if record.is_confirmed:
            return set(record.READ)
        name = record._meta.model_name
        return {field for field in record.READ if (name, record.pk, field) in self._fields}

    def has_words_of_its_own(self, record: Extracted) -> bool:
        """Whether a person said which words of the paper the record stands on."""
        chosen = (record._meta.model_name, record.pk, SOURCE) in self._fields
        return chosen or (record.added_by_id is not None and bool(record.quote))

    def who(self, record: Extracted, field: str) -> dict[str, str]:
        """By whom and how (an Act) a touched field became what it is."""
        row = self._fields.get((record._meta.model_name, record.pk, field))
        if row is None:
            return {"by": str(record.confirmed_by or ""), "act": Act.CONFIRMED.value}
        return {"by": str(row.by), "act": row.act}


def merge(record: Any, filed: Filed, standing: Standing) -> Any:
    """Bring a record up to what was read now, and save it if that changes anything.

    What nobody touched follows the reader. What somebody did stays, and where the reader says something new
    about it, that is a doubt of the kind "difference". A removed record stays removed: it is a doubt of the kind FOUND
    where the words have changed.
    """
    if record._state.adding:
        return _new(record, filed, standing)
    if record.is_removed:
        return _removed(record, filed, standing)
    before = _state(record)
    touched = standing.touched(record)
    differences = _take_values(record, filed.values, standing)
    _take_source(record, filed, standing.has_words_of_its_own(record))
    record.doubts = _doubts(record, filed.doubts, touched) + differences
    if _state(record) != before:
        record.version += 1
        record.save()
    return record


def _new(record: Any, filed: Filed, standing: Standing) -> Any:
    many = _many(record, filed.values)
    for field in filed.values.keys() - many:
        put(record, field, filed.values[field])
    _take_source(record, filed, chosen=False)
    late = {"field": None, "sentence": f"{standing.teller} {LATE}", "kind": NEW}
    record.doubts, record.as_read = [*filed.doubts, *([late] if standing.checked else [])], filed.values
    record.save()
    for field in many:
        if filed.values[field]:
            put(record, field, filed.values[field])
    return record


def _removed(record: Any, filed: Filed, standing: Standing) -> Any:
    before, read = record.as_read.get(record.WORDS), filed.values[record.WORDS]
    doubts = []
    if before is not None and key(before) != key(read):
        by = f"{record.removed_by} removed this when it was read as “{shortened(before)}”"
        sentence = f"{by}. {standing.teller} has “{shortened(read)}”."
        doubts = [{"field": record.WORDS, "sentence": sentence, "kind": FOUND, "read": read, "before": before}]
    if record.doubts != doubts:
        record.doubts = doubts
        record.version += 1
        record.save()
    return record


def _many(record: Any, fields: Iterable[str]) -> set[str]:
    return {field for field in fields if record._meta.get_field(field).many_to_many}


def _state(record: Any) -> tuple[Any, ...]:
    """All that merging may change."""
    return (
        [plain(record, field) for field in record.READ],
        dict(record.as_read),
        list(record.doubts),
        record.document_id,
        record.quote_parts,
        getattr(record, "order", None),
    )


def _take_values(record: Any, values: dict[str, Any], standing: Standing) -> list[dict[str, Any]]:
    """Take the values of untouched fields; give the differences about the others."""
    touched = standing.touched(record)
    differences = []
    for field, value in values.items():
        now = plain(record, field)
        if field not in touched:
            if now != value:
                put(record, field, value)
            record.as_read[field] = value
        elif now == value:
            record.as_read[field] = value
        elif value not in BLANK and record.as_read.get(field) != value:
            differences.append(_difference(record, field, value, standing))
    return differences


def _difference(record: Any, field: str, value: Any, standing: Standing) -> dict[str, Any]:
    """``read`` is what the new reading says, ``before`` what the last one said that a person knew of.

    ``says`` names the reading in an answer; ``by`` and ``act`` say who gave the field what it has.
    """
    name = str(record._meta.get_field(field).verbose_name)
    said = in_words(type(record), field, value)
    return {
        "field": field,
        "sentence": f"{standing.teller} says “{shortened(said)}” ({name}).",
        "kind": DIFFERENCE,
        "read": value,
        "before": record.as_read.get(field),
        "says": standing.says,
        **standing.who(record, field),
    }


def shortened(words: str) -> str:
    return words if len(words) <= LONG else f"{words[: LONG - 1]}…"


def _take_source(record: Any, filed: Filed, chosen: bool) -> None:
    """The newest reading knows best where the words stand, but for words that a person chose."""
    if not chosen:
        for name, value in filed.source.items():
            setattr(record, name, value)
    if filed.order is not None:
        record.order = filed.order


def _doubts(record: Extracted, read: list[dict[str, Any]], touched: set[str]) -> list[dict[str, Any]]:
    """The paper's doubts that nobody answered, and those that do not come from its words."""
    answered = {(doubt["field"], doubt["sentence"]) for doubt in record.settled}
    asked = [doubt for doubt in record.doubts if doubt["kind"] in (PEOPLE, NEW) and doubt not in read]
    fresh = [] if record.is_confirmed else [doubt for doubt in read if doubt["field"] not in touched]
    return [doubt for doubt in [*fresh, *asked] if (doubt["field"], doubt["sentence"]) not in answered]


def ask_about_gone(records: Iterable[Extracted], standing: Standing) -> None:
    """Nothing that was read before disappears because a new reading lacks it: it becomes a question, once."""
    for record in records:
        if record.is_removed:
            _forget_found(record)
            continue
        asked = any(doubt["kind"] == GONE for doubt in [*record.doubts, *record.settled])
        if asked or not record.as_read:
            continue
        record.doubts = [*record.doubts, {"field": None, "sentence": f"{standing.teller} {MISSED}", "kind": GONE}]
        record.version += 1
        record.save()


def _forget_found(record: Extracted) -> None:
    """A reading does not have what another found in place of a removed record."""
    if record.doubts:
        record.doubts = []
        record.save()
