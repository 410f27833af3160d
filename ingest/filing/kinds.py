"""The records of a meeting, kind by kind: items first, as the others name them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ingest.filing.matching import Alike, Level, match, words_alike
from ingest.filing.merge import Filed, Standing, ask_about_gone, merge
from ingest.filing.people import Circle, parsed
from ingest.filing.values import (
    action_values,
    attendee_values,
    doubts_of,
    indicator_values,
    interest_values,
    item_values,
    resolution_values,
    source,
    tidy,
)
from ingest.reading.language import names
from ingest.reading.model import MinutesRead
from minutes.checking.doubts import PEOPLE
from minutes.models import (
    Action,
    AgendaItem,
    Attendee,
    Document,
    Extracted,
    Indicator,
    Interest,
    Meeting,
    Person,
    Resolution,
)
from minutes.wording import key

MISREAD = 0.85  # of the letters in common: "Mahmood" and "Mahrnood", but not "Anne Smith" and "Alan Smith"


def _by(*fields: str) -> Level:
    """A key of these fields' words; none where the first of them is empty."""

    def level(values: dict[str, Any]) -> tuple[str, ...] | None:
        parts = tuple(key(str(values[field])) if values[field] not in (None, "") else "" for field in fields)
        return parts if parts[0] else None

    return level


def _words(field: str) -> Alike:
    return lambda a, b: words_alike(key(a.get(field) or ""), key(b.get(field) or ""))


def _names(a: dict[str, Any], b: dict[str, Any]) -> float:
    """One for names of one person; less for a name that looks much like the other, as a misread one does."""
    if names.same_person(parsed(a["name"]), parsed(b["name"])):
        return 1.0
    likeness = SequenceMatcher(None, key(a["name"]), key(b["name"]), autojunk=False).ratio()
    return likeness if likeness >= MISREAD else 0.0


@dataclass(frozen=True, slots=True)
class RecordKind:
    """``essential`` is the field without which there is no record; ``compared`` tell if two papers say the same."""

    model: type[Extracted]
    of: Callable[[MinutesRead], Sequence[Any]]
    essential: str
    compared: tuple[str, ...]
    levels: tuple[Level, ...]
    alike: Alike


ITEMS = RecordKind(
    AgendaItem,
    lambda read: read.items,
    "title",
    ("number", "title", "text"),
    (_by("title", "number"), _by("title"), _by("number")),
    _words("title"),
)
ATTENDEES = RecordKind(
    Attendee,
    lambda read: read.attendees,
    "name",
    ("name", "role", "status", "position", "replaces"),
    (_by("name"),),
    _names,
)
RESOLUTIONS = RecordKind(
    Resolution,
    lambda read: read.resolutions,
    "text",
    ("number", "text", "decision", "recipient"),
    (_by("text", "item", "number"), _by("text", "item"), _by("text")),
    _words("text"),
)
ACTIONS = RecordKind(
    Action,
    lambda read: read.actions,
    "text",
    ("text", "owner", "due"),
    (_by("text", "item", "owner"), _by("text", "item"), _by("text")),
    _words("text"),
)
INTERESTS = RecordKind(
    Interest,
    lambda read: read.interests,
    "name",
    ("name", "kind", "description"),
    (_by("name", "item", "description"), _by("name", "item"), _by("name", "description")),
    _names,
)
INDICATORS = RecordKind(
    Indicator,
    lambda read: read.indicators,
    "name",
    ("name", "target"),
    (_by("name", "item"), _by("name")),
    _words("name"),
)
KINDS = (ITEMS, ATTENDEES, RESOLUTIONS, ACTIONS, INTERESTS, INDICATORS)


def file_all(meeting: Meeting, document: Document, read: MinutesRead, standing: Standing) -> None:
    """Everything that was read within a meeting becomes rows of it."""
    filing = _Filing(meeting, document, read, standing)
    before = filing.people()
    filing.file()
    _forget_strangers(before - filing.people())


class _Filing:
    """One meeting's paper being filed; ``circle`` are the people that its names can mean."""

    def __init__(self, meeting: Meeting, document: Document, read: MinutesRead, standing: Standing) -> None:
        self.meeting, self.document, self.read, self.standing = meeting, document, read, standing
        self.circle = Circle(meeting, self._names())

    def _names(self) -> list[str]:
        read = self.read
        owners = [action.owner for action in read.actions if action.owner]
        return [one.name for one in (*read.attendees, *read.interests)] + owners

    def people(self) -> set[int]:
        """The people whom the rows of the meeting name."""
        attendees = Attendee.everything.filter(meeting=self.meeting).values_list("person", flat=True)
        return {pk for pk in attendees if pk is not None}

    def file(self) -> None:
        items = self._file(ITEMS, [item_values(one) for one in self.read.items])
        attendees = self._attendees(items)
        resolutions = self._file(RESOLUTIONS, [resolution_values(one, items) for one in self.read.resolutions])
        self._actions(items, resolutions)
        self._interests(items, attendees)
        self._file(INDICATORS, [indicator_values(one, items) for one in self.read.indicators])

    def _file(self, kind: RecordKind, values: list[dict[str, Any]], match_up: Any = None) -> list[int | None]:
        """File the records of a kind; their primary keys in the order in which they were read.

        ``match_up(matched, values)`` completes the values of records that it takes their rows to tell.
        """
        rows = list(kind.model.everything.filter(meeting=self.meeting).order_by("order", "pk"))
        matched = match(rows, values, kind.levels, kind.alike)
        more = match_up(rows, matched, values) if match_up else [[] for _ in values]
        filed: list[int | None] = []
        for place, (one, row) in enumerate(zip(kind.of(self.read), matched, strict=True)):
            if not values[place][kind.essential]:
                filed.append(None)
                continue
            said = Filed(values[place], [*doubts_of(one), *more[place]], source(self.document, one.quote), place + 1)
            filed.append(merge(row or kind.model(meeting=self.meeting), said, self.standing).pk)
        ask_about_gone([row for row in rows if row not in matched], self.standing)
        return filed

    # --- people ---------------------------------------------------------------------------------------------------

    def _attendees(self, items: list[int | None]) -> list[int | None]:
        values = [attendee_values(one, items) for one in self.read.attendees]
        return self._file(ATTENDEES, values, self._join)

    def _join(self, rows: list[Attendee], matched: list[Attendee | None], values: list[dict[str, Any]]) -> Any:
        """Each attendee's person: who it was, as long as the name reads the same; else whom the name can mean.

        Full names come first, so that "A Smith" does not take the person of "Anne Smith" in the same list. Gives
        the questions that this raises, for each attendee.
        """
        to_join = [place for place, row in enumerate(matched) if not self._keeps_person(row, values[place])]
        self._free([row for place in to_join if (row := matched[place]) is not None])
        self.circle.taken |= {row.person_id for row in rows if row.person_id and not row.is_removed}
        doubts: list[list[dict[str, Any]]] = [[] for _ in values]
        for place in sorted(to_join, key=lambda place: not parsed(values[place]["name"]).spelt_out):
            person, doubts[place] = self.circle.join(self.read.attendees[place])
            values[place]["person"] = person.pk if person else None
        return doubts

    def _keeps_person(self, row: Attendee | None, said: dict[str, Any]) -> bool:
        """Whether there is nobody to look for, and if so, say who it was."""
        if row is None:
            return not said["name"]
        if row.is_removed or "person" in self.standing.touched(row):
            said["person"] = row.as_read.get("person")
            return True
        said["person"] = row.person_id
        return row.person_id is not None and key(row.as_read.get("name", "")) == key(said["name"])

    def _free(self, rows: list[Attendee]) -> None:
        """Attendees whose names read differently now: whoever they were is free for others."""
        Attendee.everything.filter(pk__in=[row.pk for row in rows]).update(person=None)
        for row in rows:
            row.person = None
            row.doubts = [doubt for doubt in row.doubts if doubt["kind"] != PEOPLE]

    def _actions(self, items: list[int | None], resolutions: list[int | None]) -> None:
        values = [action_values(one, items, resolutions) for one in self.read.actions]
        here = self._present()

        def owners(rows: list[Action], matched: list[Action | None], values: list[dict[str, Any]]) -> Any:
            for row, said in zip(matched, values, strict=True):
                said["owner_person"] = self._owner_of(row, said["owner"], here)
            return [[] for _ in values]

        self._file(ACTIONS, values, owners)

    def _owner_of(self, row: Action | None, owner: str, here: list[Attendee]) -> int | None:
        if row is not None and "owner_person" in self.standing.touched(row):
            return row.as_read.get("owner_person")
        if row is not None and row.owner_person_id and row.as_read.get("owner") == owner:
            return row.owner_person_id
        return self._owner(owner, here)

    def _present(self) -> list[Attendee]:
        return list(Attendee.objects.filter(meeting=self.meeting).select_related("person"))

    def _owner(self, owner: str, here: list[Attendee]) -> int | None:
        """The person who owns an action: one of the meeting's, or the only one of the council with this full name."""
        name = names.parse(owner) if owner else None
        if name is None or not name.first:
            return None
        fitting = [one.person_id for one in here if names.same_person(parsed(one.name), name)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting or not name.spelt_out:
            return None
        known = [person.pk for person in self.circle.people if names.folded(person.name) == names.folded(name.bare)]
        return known[0] if len(known) == 1 else None

    def _interests(self, items: list[int | None], attendees: list[int | None]) -> None:
        values = [interest_values(one, items) for one in self.read.interests]
        here = self._present()
        for said in values:
            attendee = _of_name(said["name"], here)
            said["attendee"] = attendee.pk if attendee else None
            said["person"] = attendee.person_id if attendee else None
        self._file(INTERESTS, values)


def _of_name(name: str, here: list[Attendee]) -> Attendee | None:
    """The attendee of this name; the only one whom it can mean, where nobody is printed under it."""
    exact = [one for one in here if key(one.name) == key(name)]
    fitting = exact or [one for one in here if names.same_person(parsed(one.name), parsed(tidy(name)))]
    return fitting[0] if len(fitting) == 1 else None


def _forget_strangers(people: set[int]) -> None:
    """People whom an earlier reading made of a misread name, and whom nothing names any more."""
    unnamed = Person.objects.filter(pk__in=people, attendances=None, interests=None, actions=None, user=None)
    unnamed.filter(joinings_from=None, joinings_to=None, absorbed=None, merged_into=None).delete()
