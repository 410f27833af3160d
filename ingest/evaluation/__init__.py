"""How accurately documents are read: what was read beside what is true, counted.

Records are found, missed or extra; the fields of those found are right, wrong or blank, because a wrong value costs
an officer more than an empty one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ingest.evaluation.matching import LIKENESS, Record, alike, pairs, same_person

KINDS = tuple(LIKENESS)
_NAMED = ("committee", "venue", "council", "title")
_EXACT = ("kind", "date", "start_time", "end_time")


class Rate(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


class Pair(NamedTuple):
    """A document and the file of its true records."""

    document: Path
    gold: Path


class Accuracy:
    """Counts over any number of documents: ``found``, ``missed`` and ``extra`` by kind; fields by name."""

    def __init__(self) -> None:
        self.documents = 0
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.blank: Counter[str] = Counter()

    def add(self, true: Record, read: Record) -> None:
        """Count one document: both arguments in the JSON that ``extract`` prints."""
        self.documents += 1
        self._meeting(true["meeting"], read.get("meeting") or {})
        for kind in KINDS:
            self._records(kind, true.get(kind) or [], read.get(kind) or [])

    def rate(self, kind: str | None = None) -> Rate:
        """The rates of one kind of record, or of all together."""
        kinds = KINDS if kind is None else (kind,)
        found, missed, extra = (sum(of[one] for one in kinds) for of in (self.found, self.missed, self.extra))
        precision = found / (found + extra) if found + extra else 1.0
        recall = found / (found + missed) if found + missed else 1.0
        both = precision + recall
        return Rate(precision, recall, 2 * precision * recall / both if both else 0.0)

    def fields(self) -> list[str]:
        """The names of the fields that were compared."""
        return sorted({*self.right, *self.wrong, *self.blank})

    def _field(self, name: str, value: Any, *, ok: bool) -> None:
        count = self.right if ok else self.blank if value in (None, "", []) else self.wrong
        count[name] += 1

    def _meeting(self, true: Record, read: Record) -> None:
        for name, same in _MEETING:
            if true.get(name) is not None:
                self._field(name, read.get(name), ok=same(true[name], read.get(name)))
        following = (true.get("next_meeting") or {}).get("date")
        if following:
            date = (read.get("next_meeting") or {}).get("date")
            self._field("next meeting", date, ok=date == following)

    def _records(self, kind: str, true: list[Record], read: list[Record]) -> None:
        found = pairs(kind, true, read)
        counted = [pair for pair in found.same if not pair[0].get("optional")]
        self.found[kind] += len(counted)
        self.missed[kind] += sum(not record.get("optional") for record in found.missed)
        self.extra[kind] += len(found.extra)
        for one, other in counted:
            if kind in _FIELDS:
                _FIELDS[kind](self, one, other)

    def _attendee(self, true: Record, read: Record) -> None:
        self._field("attendee status", read.get("status"), ok=read.get("status") == true["status"])
        roles = [true["role"], *true.get("role_also", [])]
        self._field("attendee role", read.get("role"), ok=read.get("role") in roles)
        if true.get("replaces"):
            ok = same_person(true["replaces"], read.get("replaces"))
            self._field("substitute for", read.get("replaces"), ok=ok)
        if true.get("position"):
            self._field("position", read.get("position"), ok=alike(true["position"], read.get("position")) >= 0.7)

    def _resolution(self, true: Record, read: Record) -> None:
        if true.get("decision") or true.get("decision_also"):
            right = [true.get("decision"), *true.get("decision_also", [])]
            self._field("decision", read.get("decision"), ok=read.get("decision") in right)

    def _action(self, true: Record, read: Record) -> None:
        owner, due = read.get("owner"), read.get("due")
        if true.get("owner"):
            ok = same_person(true["owner"], owner) or alike(true["owner"], owner) >= 0.6
            self._field("action owner", owner, ok=ok)
        elif owner and not true.get("owner_optional"):
            self._field("action owner", owner, ok=False)
        if true.get("due_optional"):
            return
        if true.get("due") or due:
            self._field("action due", due, ok=due == true.get("due"))

    def _interest(self, true: Record, read: Record) -> None:
        self._field("interest kind", read.get("kind"), ok=read.get("kind") == true["kind"])

    def _indicator(self, true: Record, read: Record) -> None:
        values = [str(value) for value in read.get("values", [])]
        self._field("indicator values", read.get("values"), ok=values == true["values"])


def _close(true: Any, read: Any) -> bool:
    return alike(true, read) >= 0.85


def _equal(true: Any, read: Any) -> bool:
    return bool(true == read)


_MEETING: tuple[tuple[str, Callable[[Any, Any], bool]], ...] = (
    *((name, _equal) for name in _EXACT),
    *((name, _close) for name in _NAMED),
    ("signatory", same_person),
)
_FIELDS: dict[str, Callable[[Accuracy, Record, Record], None]] = {
    "attendees": Accuracy._attendee,
    "resolutions": Accuracy._resolution,
    "actions": Accuracy._action,
    "interests": Accuracy._interest,
    "indicators": Accuracy._indicator,
}


def documents_with_gold(folder: Path) -> Iterator[Pair]:
    """The documents under a folder whose true records stand beside them, or in ``gold`` beside ``documents``."""
    for gold in sorted(folder.rglob("*.json")):
        parts = gold.relative_to(folder).parts
        beside = gold.parent
        if parts[0] == "gold" and (folder / "documents").is_dir():
            beside = folder / "documents" / Path(*parts[1:-1])
        for document in sorted(beside.glob(f"{gold.stem}.*")):
            if document.suffix != ".json":
                yield Pair(document, gold)


def true_records(gold: Path) -> Record:
    """The true records of a document, as its JSON file has them."""
    records: Record = json.loads(gold.read_text(encoding="utf-8"))
    return records


def table(accuracy: Accuracy) -> str:
    """The figures as two tables of plain text."""
    lines = [f"{'records':<24}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>8}{'missed':>8}{'extra':>7}"]
    for kind in KINDS:
        counts = accuracy.found[kind], accuracy.missed[kind], accuracy.extra[kind]
        if any(counts):
            lines.append(_row(kind, accuracy.rate(kind)) + "{:>8}{:>8}{:>7}".format(*counts))
    lines += [_row("all records", accuracy.rate()), "", f"{'fields':<24}{'right':>8}{'wrong':>8}{'blank':>8}"]
    for name in accuracy.fields():
        lines.append(f"{name:<24}{accuracy.right[name]:>8}{accuracy.wrong[name]:>8}{accuracy.blank[name]:>8}")
    return "\n".join(lines)


def _row(name: str, rate: Rate) -> str:
    return f"{name:<24}{rate.precision:>10.3f}{rate.recall:>8.3f}{rate.f1:>8.3f}"
